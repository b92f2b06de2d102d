#pragma once

#include "core/services/station_overview.h"
#include "ui/theme/icon.h"

#include <QString>

namespace meterhall::ui {

/// How a terminal stands, by its last whole run: shape and word.
struct TerminalState {
    State state = State::Off;
    QString words;
};
TerminalState stateOfTerminal(const services::TerminalOverview& terminal);
/// Worse is more: what orders the list.
std::int64_t troubleOf(const services::TerminalOverview& terminal);

QString carrierText(Carrier carrier);
/// Why a meter was not read, by the word the station keeps; a word that is not known stands for itself.
QString causeText(const QString& cause);
/// "All meters", "Book 12", "Terminal JZ-0117".
QString runScopeText(const services::ReadingRunRow& run);

} // namespace meterhall::ui
