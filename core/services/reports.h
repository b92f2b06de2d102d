#pragma once

#include "core/services/session.h"

namespace meterhall::services {

/// A report as text cells: money and quantities as exact decimals, days as YYYY-MM-DD.
struct ReportTable {
    QStringList columns;
    std::vector<QStringList> rows;
};

/// Accounts that owe something past `asOf`'s due date, and how much: account, holder, address, book, bills, oldest_due,
/// days, open. (whoever may find customers)
Result<ReportTable> arrearsReport(Session& session, Date asOf);

/// Shifts of a business day: shift, seat, cashier, float, counted, expected, over, short, lead, reason. Expected, over
/// and short are empty until the shift is closed, so that a count stays blind. (shift lead; finance, auditor,
/// administrator)
Result<ReportTable> shiftReport(Session& session, Date businessDay);

/// Sums of a business day by company, general account and component: entity, account, component, amount. The same
/// people.
Result<ReportTable> dayReport(Session& session, Date businessDay);

} // namespace meterhall::services
