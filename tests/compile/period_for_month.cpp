// The period of the books is not the month of the receivable, even when both are 202611.

#include "core/calendar/accounting_month.h"
#include "core/calendar/financial_period.h"

using namespace meterhall;

int column(AccountingMonth month) {
    return month.number();
}

int check(FinancialPeriod period, AccountingMonth month) {
#ifdef METERHALL_FAULT
    return column(period);
#else
    return column(month) - period.number();
#endif
}
