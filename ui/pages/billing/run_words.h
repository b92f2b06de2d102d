#pragma once

#include "core/services/billing_overview.h"
#include "ui/widgets/ledger_model.h"

namespace meterhall::ui {

/// How far a run is, in a word and as a state.
struct StageLook {
    State state;
    QString word;
};
StageLook stageLook(services::RunStage stage);

/// "Doubtful reading": why an account is held. A code without a word is shown as it is.
QString holdText(const QString& code);
/// What a held account waits for and who acts, in one or two sentences.
QString holdSentence(const services::RunRow& row);

std::vector<Column> runColumns();
/// A line of the table of a run; its id is the ordinal.
LedgerRow runLine(const services::RunRow& row);

/// "Zhou Min, 2026-11-20 09:12".
QString byWhom(const services::StaffName& who, std::optional<Instant> at, const UtilityZone& zone);

} // namespace meterhall::ui
