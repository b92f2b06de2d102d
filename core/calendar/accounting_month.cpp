#include "core/calendar/accounting_month.h"

namespace meterhall {

namespace {
constexpr int monthsInYear = 12;

Error badMonth(const QString& text) {
    return {CalendarError::BadMonth, {text.left(40)}};
}
} // namespace

Result<AccountingMonth> AccountingMonth::of(int year, int month) {
    if (!Date::of(year, month, 1).ok())
        return badMonth(QStringLiteral("%1-%2").arg(year).arg(month));
    return AccountingMonth(year, month);
}

Result<AccountingMonth> AccountingMonth::fromNumber(std::int64_t yyyymm) {
    if (yyyymm < 0 || yyyymm > 999'999)
        return badMonth(QString::number(yyyymm));
    return of(static_cast<int>(yyyymm / 100), static_cast<int>(yyyymm % 100));
}

Result<AccountingMonth> AccountingMonth::parse(QStringView text) {
    const auto first = Date::parse(QString(text.toString() + QStringLiteral("-01")));
    if (!first.ok())
        return badMonth(text.toString());
    return containing(*first);
}

Date AccountingMonth::firstDay() const {
    return Date::of(year(), month(), 1).value();
}

Date AccountingMonth::lastDay() const {
    return Date::of(year(), month(), daysInMonth(year(), month())).value();
}

Result<AccountingMonth> AccountingMonth::plusMonths(int months) const {
    const std::int64_t target = std::int64_t(index()) + months;
    if (target < 0)
        return badMonth(QString::number(target));
    return fromNumber(target / monthsInYear * 100 + target % monthsInYear + 1);
}

QString AccountingMonth::toString() const {
    return QStringLiteral("%1-%2").arg(year(), 4, 10, QChar(u'0')).arg(month(), 2, 10, QChar(u'0'));
}

} // namespace meterhall
