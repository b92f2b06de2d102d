#pragma once

#include "core/services/bill_summary.h"
#include "core/services/customer_file.h"
#include "ui/widgets/ledger_table.h"

namespace meterhall::ui {

/// Tables of the Counter: open bills and the last payments.
std::vector<Column> openBillColumns();
std::vector<Column> lastPaymentColumns();
LedgerRow openBillRow(const services::BillSummary& bill, Date today);
LedgerRow lastPaymentRow(const services::PaymentRow& payment, const UtilityZone& zone);

} // namespace meterhall::ui
