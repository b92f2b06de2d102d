#pragma once

#include "core/services/customer_file.h"
#include "ui/widgets/ledger_model.h"

class QString;

namespace meterhall::ui {

// The lists of an account's screen: their columns, and each thing as a row.

std::vector<Column> billListColumns(const QString& unit);
LedgerRow billRow(const services::BillSummary& bill);

std::vector<Column> readingListColumns(const QString& unit);
LedgerRow readingRow(const services::ReadingRow& reading, Date today);

std::vector<Column> paymentListColumns();
LedgerRow paymentRow(const services::PaymentRow& payment, const UtilityZone& zone, Date today);

std::vector<Column> meterListColumns();
LedgerRow meterRow(const services::MeterAtPlace& meter, Date today);

/// "Remote", "Estimated": where a reading comes from.
QString originText(Origin origin);
/// "use is high, clock is wrong": why a reading is doubted.
QString doubtsText(Doubts doubts);

} // namespace meterhall::ui
