#pragma once

#include "core/base/time.h"
#include "core/calendar/calendar_error.h"

namespace meterhall {

/// The month a receivable belongs to (账期). Years 1900 to 2199.
class AccountingMonth {
public:
    static Result<AccountingMonth> of(int year, int month);
    /// 202611, the form of the database.
    static Result<AccountingMonth> fromNumber(std::int64_t yyyymm);
    /// "2026-11".
    static Result<AccountingMonth> parse(QStringView text);
    static AccountingMonth containing(Date date) { return AccountingMonth(date.year(), date.month()); }

    constexpr int year() const { return m_number / 100; }
    constexpr int month() const { return m_number % 100; }
    constexpr int number() const { return m_number; }
    constexpr auto operator<=>(const AccountingMonth&) const = default;

    Date firstDay() const;
    Date lastDay() const;
    bool contains(Date date) const { return containing(date) == *this; }
    Result<AccountingMonth> plusMonths(int months) const;
    Result<AccountingMonth> next() const { return plusMonths(1); }
    Result<AccountingMonth> previous() const { return plusMonths(-1); }
    /// Months from `other` to this one.
    constexpr int monthsSince(AccountingMonth other) const { return index() - other.index(); }
    QString toString() const;

private:
    constexpr AccountingMonth(int year, int month)
        : m_number(year * 100 + month) {}
    constexpr int index() const { return year() * 12 + month() - 1; }
    int m_number;
};

} // namespace meterhall
