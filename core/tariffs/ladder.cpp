#include "core/tariffs/ladder.h"

#include "core/tariffs/tariff_error.h"

#include <numeric>

namespace meterhall {

Result<std::optional<LadderWindow>> LadderCycle::windowOf(Date date) const {
    if (counting == LadderCounting::PerBill)
        return std::optional<LadderWindow>();
    // Windows that do not divide a year follow each other from one fixed day.
    constexpr int anchorYear = 2001;
    MH_TRY(const Date anchor, Date::of(anchorYear, resetMonth, resetDay));
    MH_TRY(const LadderWindow window, LadderWindow::containing(date, anchor, length));
    return std::optional(window);
}

Result<BoundScale> product(BoundScale a, BoundScale b) {
    if (b == BoundScale{})
        return a;
    const std::int64_t above = std::int64_t(a.numerator) * b.numerator;
    const std::int64_t below = std::int64_t(a.denominator) * b.denominator;
    const std::int64_t common = std::gcd(above, below);
    constexpr std::int64_t largest = std::numeric_limits<std::int32_t>::max();
    if (above <= 0 || below <= 0 || above / common > largest || below / common > largest)
        return Error(TariffError::BadField, {QStringLiteral("scale"), QString::number(above)});
    return BoundScale{static_cast<std::int32_t>(above / common), static_cast<std::int32_t>(below / common)};
}

const std::vector<BilledQuantity>& Ladder::boundsFor(VariantChoice choice) const {
    for (const std::uint8_t chosen : {choice.category, choice.season}) {
        if (chosen != 0 && chosen <= variants.size() && variants[chosen - 1U].ownBounds)
            return variants[chosen - 1U].upperBounds;
    }
    return upperBounds;
}

int Ladder::priceRows(VariantChoice choice) const {
    if (mode == LadderMode::BandTable) {
        std::size_t rows = 0;
        for (const BandTable& table : bandTables)
            rows += table.upperBounds.size() + 1;
        return static_cast<int>(rows);
    }
    return static_cast<int>(boundsFor(choice).size()) + 1;
}

} // namespace meterhall
