#include "core/money/currency.h"

#include "core/money/money_error.h"

#include <array>

namespace meterhall {

namespace {
// In the order of the named constructors.
constexpr std::array currencyCodes{
    QLatin1StringView("CNY"),   QLatin1StringView("HKD"),   QLatin1StringView("MOP"), QLatin1StringView("TWD"),
    QLatin1StringView("JPY"),   QLatin1StringView("KRW"),   QLatin1StringView("MYR"), QLatin1StringView("SGD"),
    QLatin1StringView("THB"),   QLatin1StringView("VND"),   QLatin1StringView("INR"), QLatin1StringView("USD"),
    QLatin1StringView("EUR"),   QLatin1StringView("AUD"),   QLatin1StringView("GBP"), QLatin1StringView("JPY.2"),
    QLatin1StringView("KRW.2"), QLatin1StringView("VND.2"),
};
} // namespace

Result<Currency> Currency::parse(QStringView code) {
    static_assert(currencyCodes.size() == rows);
    for (std::size_t row = 0; row < rows; ++row) {
        if (code == currencyCodes[row])
            return Currency(row);
    }
    return Error(MoneyError::UnknownCurrency, {code.left(8).toString()});
}

Currency Currency::countedIn(std::int64_t stepMicro) const {
    if (stepMicro >= minorUnitMicro())
        return *this;
    const auto finer = parse(QString(code()) + QStringLiteral(".2"));
    return finer.ok() ? *finer : *this;
}

QLatin1StringView Currency::code() const {
    return currencyCodes[m_row];
}

} // namespace meterhall
