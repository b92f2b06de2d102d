#pragma once

#include "core/money/exact_amount.h"

namespace meterhall {

/// A share of an amount, in millionths of one: VAT of 9 % is 90'000, a late charge of 1 per mille a day 1'000.
class Rate {
public:
    static constexpr Rate ofMicro(std::int64_t micro) { return Rate(micro); }
    /// "9" or "0.5": percent, at most four decimals.
    static Result<Rate> parsePercent(QStringView text);

    constexpr std::int64_t micro() const { return m_micro; }
    constexpr auto operator<=>(const Rate&) const = default;
    QString toPercentString() const;

    /// The share of an amount, exact for every currency of the table.
    Result<ExactAmount> of(Money base) const;
    /// The share of an amount that is itself not rounded yet, cut to twelve decimals by a named mode.
    Result<ExactAmount> of(ExactAmount base, RoundingMode mode) const;

private:
    explicit constexpr Rate(std::int64_t micro)
        : m_micro(micro) {}
    std::int64_t m_micro;
};

/// A price with tax in its two parts; net and tax always add up to the gross that was asked for.
struct TaxSplit {
    Money net;
    Money tax;
};

/// The tax inside a gross amount: gross x rate / (1 + rate), rounded once. The net is what remains. Rates of 0 and
/// more; Okayama's floor(gross x 10/110) is the rate 10 % with RoundingMode::Down.
Result<TaxSplit> taxInside(Money gross, Rate rate, RoundingRule rule);
/// The other way round: the net, gross / (1 + rate), is rounded once, and the tax is what remains. The two differ by a
/// minor unit at ties.
Result<TaxSplit> netInside(Money gross, Rate rate, RoundingRule rule);
/// The tax to add to a net amount: net x rate, rounded once.
Result<TaxSplit> taxOnTop(Money net, Rate rate, RoundingRule rule);

} // namespace meterhall
