#pragma once

#include "core/services/tariff_difference.h"
#include "core/services/tariffs.h"
#include "ui/pages/parts/state_words.h"

namespace meterhall::ui {

StateWords stateOfVersion(services::TariffState state);

/// "limit of tier 1", "Water, tier 2: price": what a path through a tariff's file leads to.
QString pathText(const QStringList& path, const QJsonObject& file);
/// A value as people read it: "by the day", "—" where there is none.
QString valueText(const QStringList& path, const QString& value);

/// "Below the limit of tier 1", with the season or the people it is for.
QString pointText(const services::SheetRow& row);
/// Whether totals rise and are continuous; jumps that are meant are named.
QString breaksText(const services::BoundarySheet& sheet, const QString& unit);

/// What the version leaves to rules, one sentence each.
QStringList policySentences(const TariffVersion& version);

} // namespace meterhall::ui
