#pragma once

#include "core/base/decimal.h"
#include "core/base/time.h"
#include "core/calendar/utility_zone.h"
#include "core/money/money.h"

#include <QString>

namespace meterhall::ui {

/// Numbers and days as the screen shows them: thousands commas, the minus U+2212, no plus sign but of a change.

/// "1,234.50", without a sign of the currency.
QString amountText(const Money& money);
/// "+1,234.50": a change of an amount; nothing is neither more nor less.
QString changeText(const Money& change);
/// "￥": the sign that stands smaller beside a large amount; the code for currencies without one.
QString currencySign(Currency currency);
/// "1,208" or "12.5": trailing zeros of the fraction are left out.
QString numberText(const Decimal& value);
/// "2.70": a price with at least two decimals.
QString priceText(std::int64_t micro);
QString countText(std::int64_t count);
/// "2026-11-20"; "11-20" when the year is the one of `today`.
QString dayText(Date day);
QString shortDayText(Date day, Date today);
/// "10:42" and "2026-11-20 10:42" in the utility's zone.
QString clockText(Instant at, const UtilityZone& zone);
QString momentText(Instant at, const UtilityZone& zone);

/// What people type: full-width digits and marks made narrow, commas, spaces and currency signs taken out.
QString plainNumber(QString typed);

} // namespace meterhall::ui
