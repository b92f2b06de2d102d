#include "core/tariffs/ladder.h"

#include "core/tariffs/tariff_error.h"

#include <algorithm>
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

namespace {
/// The season's first day in the year of `date`; empty for what is no season, or has no day.
std::optional<Date> beginOf(const LadderVariant& variant, Date date) {
    if (variant.axis != VariantAxis::Season || variant.fromMonth == 0)
        return {};
    const auto begin = Date::of(date.year(), variant.fromMonth, variant.fromDay);
    return begin.ok() ? std::optional(*begin) : std::nullopt;
}
} // namespace

bool Ladder::hasSeasons() const {
    return std::ranges::any_of(variants,
                               [](const LadderVariant& variant) { return variant.axis == VariantAxis::Season; });
}

std::uint8_t Ladder::seasonOn(Date date) const {
    std::uint8_t begun = 0; // this year, the latest
    std::uint8_t last = 0;  // of any year
    std::optional<Date> begunOn;
    std::optional<Date> lastOn;
    for (std::size_t i = 0; i < variants.size(); ++i) {
        const auto begin = beginOf(variants[i], date);
        if (!begin)
            continue;
        const auto number = static_cast<std::uint8_t>(i + 1);
        if (*begin <= date && (!begunOn || *begin > *begunOn)) {
            begunOn = begin;
            begun = number;
        }
        if (!lastOn || *begin > *lastOn) {
            lastOn = begin;
            last = number;
        }
    }
    return begun != 0 ? begun : last;
}

std::optional<Date> Ladder::nextSeason(Date date) const {
    std::optional<Date> next;
    for (const LadderVariant& variant : variants) {
        const auto begin = beginOf(variant, date);
        if (!begin)
            continue;
        constexpr int year = 12;
        const Date coming = *begin > date ? *begin : begin->addMonths(year);
        next = next ? std::min(*next, coming) : coming;
    }
    return next;
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
