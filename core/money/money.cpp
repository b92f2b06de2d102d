#include "core/money/money.h"

#include "core/base/decimal.h"

namespace meterhall {

Error Money::tooLarge(Currency currency) {
    return {MoneyError::Overflow, {QString(currency.code())}};
}

Error Money::differs(Money other) const {
    return {MoneyError::CurrencyMismatch, {QString(m_currency.code()), QString(other.m_currency.code())}};
}

Result<Money> Money::fromStored(std::int64_t minor, QStringView currencyCode) {
    MH_TRY(const Currency currency, Currency::parse(currencyCode));
    return ofWide(minor, currency);
}

Result<Money> Money::parse(QStringView text, Currency currency) {
    MH_TRY(const std::int64_t minor, parseScaled(text, currency.minorDigits()));
    return ofWide(minor, currency);
}

Result<Money> Money::sum(std::span<const Money> amounts, Currency currency) {
    Int128 total = 0; // 2^64 amounts of 2^63 still fit
    for (const Money amount : amounts) {
        MH_CHECK(zero(currency).sameCurrencyAs(amount));
        total += amount.m_minor;
    }
    return ofWide(total, currency);
}

Result<std::strong_ordering> Money::compare(Money other) const {
    MH_CHECK(sameCurrencyAs(other));
    return m_minor <=> other.m_minor;
}

Result<Money> Money::times(std::int64_t factor) const {
    return ofWide(product(m_minor, factor), m_currency);
}

QString Money::toString() const {
    return formatScaled(m_minor, m_currency.minorDigits(), m_currency.minorDigits());
}

} // namespace meterhall
