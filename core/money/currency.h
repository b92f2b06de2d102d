#pragma once

#include "core/base/checked.h"

#include <QLatin1StringView>

#include <array>

namespace meterhall {

/// A currency of ISO 4217, out of a closed table. Passed by value; the text of code() lives as long as the program.
class Currency {
public:
    static constexpr Currency cny() { return Currency(0); }
    static constexpr Currency hkd() { return Currency(1); }
    static constexpr Currency mop() { return Currency(2); }
    static constexpr Currency twd() { return Currency(3); }
    static constexpr Currency jpy() { return Currency(4); }
    static constexpr Currency krw() { return Currency(5); }
    static constexpr Currency myr() { return Currency(6); }
    static constexpr Currency sgd() { return Currency(7); }
    static constexpr Currency thb() { return Currency(8); }
    static constexpr Currency vnd() { return Currency(9); }
    static constexpr Currency inr() { return Currency(10); }
    static constexpr Currency usd() { return Currency(11); }
    static constexpr Currency eur() { return Currency(12); }
    static constexpr Currency aud() { return Currency(13); }
    static constexpr Currency gbp() { return Currency(14); }

    /// Yen, won and dong counted in hundredths: there are tariffs whose lines are in sen, and only the total in yen.
    static constexpr Currency jpyInSen() { return Currency(15); }
    static constexpr Currency krwInJeon() { return Currency(16); }
    static constexpr Currency vndInHao() { return Currency(17); }

    /// "CNY"; lower case is not accepted.
    static Result<Currency> parse(QStringView code);

    /// The same money counted in hundredths where a step (in millionths) is finer than its minor unit, if there is such
    /// a row; otherwise this.
    Currency countedIn(std::int64_t stepMicro) const;

    /// "CNY"; "JPY.2" for yen counted in sen.
    QLatin1StringView code() const;
    /// Decimals of the minor unit: CNY 2 (fen), JPY 0.
    constexpr int minorDigits() const { return digits[m_row]; }
    /// The minor unit in millionths: CNY 10'000, JPY 1'000'000.
    constexpr std::int64_t minorUnitMicro() const { return unitsMicro[m_row]; }

    constexpr bool operator==(const Currency&) const = default;

private:
    explicit constexpr Currency(std::size_t row)
        : m_row(row) {}

    static constexpr std::size_t rows = 18;
    /// Minor digits of ISO 4217, also where daily life has dropped them (TWD), in the order of the named constructors.
    /// Rating asks with every amount it rounds.
    static constexpr std::array<std::uint8_t, rows> digits{2, 2, 2, 2, 0, 0, 2, 2, 2, 0, 2, 2, 2, 2, 2, 2, 2, 2};
    static constexpr auto unitsMicro = [] {
        std::array<std::int64_t, rows> units{};
        for (std::size_t row = 0; row < rows; ++row)
            units[row] = powerOfTen(6 - digits[row]);
        return units;
    }();

    /// In the tables here and in currency.cpp; never stored. As wide as the amount beside it in Money: a byte that is
    /// written and read again as part of a word stalls the processor, with every line of every bill.
    std::size_t m_row;
};

} // namespace meterhall
