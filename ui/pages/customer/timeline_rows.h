#pragma once

#include "core/services/customer_file.h"
#include "ui/widgets/ledger_model.h"

namespace meterhall::ui {

std::vector<Column> timelineColumns();
/// What happened, in words, with an icon of its kind. `unit` is that of the account.
LedgerRow timelineRow(const services::TimelineEntry& entry, std::int64_t id, const QString& unit, Date today);

} // namespace meterhall::ui
