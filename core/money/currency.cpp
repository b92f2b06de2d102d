#include "core/money/currency.h"

#include "core/money/money_error.h"

#include <array>

namespace meterhall {

namespace {
struct CurrencyRow {
    QLatin1StringView code;
    int minorDigits = 0;
};

// In the order of the named constructors. Minor digits of ISO 4217, also where daily life has dropped them (TWD).
constexpr std::array currencyTable{
    CurrencyRow{QLatin1StringView("CNY"), 2},   CurrencyRow{QLatin1StringView("HKD"), 2},
    CurrencyRow{QLatin1StringView("MOP"), 2},   CurrencyRow{QLatin1StringView("TWD"), 2},
    CurrencyRow{QLatin1StringView("JPY"), 0},   CurrencyRow{QLatin1StringView("KRW"), 0},
    CurrencyRow{QLatin1StringView("MYR"), 2},   CurrencyRow{QLatin1StringView("SGD"), 2},
    CurrencyRow{QLatin1StringView("THB"), 2},   CurrencyRow{QLatin1StringView("VND"), 0},
    CurrencyRow{QLatin1StringView("INR"), 2},   CurrencyRow{QLatin1StringView("USD"), 2},
    CurrencyRow{QLatin1StringView("EUR"), 2},   CurrencyRow{QLatin1StringView("AUD"), 2},
    CurrencyRow{QLatin1StringView("GBP"), 2},   CurrencyRow{QLatin1StringView("JPY.2"), 2},
    CurrencyRow{QLatin1StringView("KRW.2"), 2}, CurrencyRow{QLatin1StringView("VND.2"), 2},
};
} // namespace

Result<Currency> Currency::parse(QStringView code) {
    for (std::size_t row = 0; row < currencyTable.size(); ++row) {
        if (code == currencyTable[row].code)
            return Currency(static_cast<std::uint8_t>(row));
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
    return currencyTable[m_row].code;
}

int Currency::minorDigits() const {
    return currencyTable[m_row].minorDigits;
}

} // namespace meterhall
