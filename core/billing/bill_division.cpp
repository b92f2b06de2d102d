#include "core/billing/bill_division.h"

#include <algorithm>

namespace meterhall {

namespace {
/// From the newest price backwards: each says itself how far back it reaches.
Result<std::vector<BillStretch>> dividedByPrice(const ReadingInterval& interval,
                                                std::span<const TariffVersion> versions) {
    std::vector<BillStretch> stretches;
    Date until = interval.to();
    Date decides = interval.to();
    bool isRead = false;
    for (;;) {
        MH_TRY(const TariffVersion* version, versionOn(versions, decides));
        const PriceChangeRule rule = version->policy.priceChange;
        const bool reachesBack = version->effectiveFrom <= interval.from() || rule == PriceChangeRule::ByReadingDate;
        const Date from = reachesBack ? interval.from() : version->effectiveFrom;
        if (from < until)
            stretches.push_back({from, until, version, {}, 0, isRead});
        if (reachesBack)
            break;
        isRead = from < interval.to() && rule == PriceChangeRule::BySubReading;
        until = from;
        decides = from.addDays(-1);
    }
    std::ranges::reverse(stretches);
    return stretches;
}

/// Which day says where all of a stretch belongs; none where each day says it for itself.
std::optional<Date> decidingDay(WindowBoundaryRule rule, const ReadingInterval& interval) {
    switch (rule) {
    case WindowBoundaryRule::WholeToReadingDate:
        return interval.to();
    case WindowBoundaryRule::WholeToOldWindow:
        return interval.from();
    case WindowBoundaryRule::ByDay:
        break;
    }
    return {};
}

/// Cuts a stretch where `next(day)` says; each piece is then told of its first day, or of the one that decides.
template <class Next, class Tell>
Result<void> cut(BillStretch stretch, std::optional<Date> decides, const Next& next, const Tell& tell,
                 std::vector<BillStretch>& pieces) {
    while (!decides) {
        MH_TRY(const std::optional<Date> boundary, next(stretch));
        if (!boundary || *boundary >= stretch.until)
            break;
        BillStretch piece = stretch;
        piece.until = *boundary;
        piece.isRead = false;
        MH_CHECK(tell(piece, piece.from));
        pieces.push_back(piece);
        stretch.from = *boundary;
    }
    MH_CHECK(tell(stretch, decides.value_or(stretch.from)));
    pieces.push_back(stretch);
    return {};
}

Result<void> cutAtWindows(const BillStretch& stretch, const ReadingInterval& interval,
                          std::vector<BillStretch>& pieces) {
    const LadderCycle& cycle = stretch.version->ladder.cycle;
    const auto next = [&](const BillStretch& rest) -> Result<std::optional<Date>> {
        MH_TRY(const auto window, cycle.windowOf(rest.from));
        return window ? std::optional(window->to()) : std::optional<Date>();
    };
    const auto tell = [&](BillStretch& piece, Date day) -> Result<void> {
        MH_TRY(piece.window, ladderWindowOn(*stretch.version, day));
        return {};
    };
    return cut(stretch, decidingDay(stretch.version->policy.windowBoundary, interval), next, tell, pieces);
}

Result<void> cutAtSeasons(const BillStretch& stretch, const ReadingInterval& interval,
                          std::vector<BillStretch>& pieces) {
    const Ladder& ladder = stretch.version->ladder;
    const auto next = [&](const BillStretch& rest) -> Result<std::optional<Date>> {
        return ladder.nextSeason(rest.from);
    };
    const auto tell = [&](BillStretch& piece, Date day) -> Result<void> {
        piece.season = ladder.seasonOn(day);
        return {};
    };
    return cut(stretch, decidingDay(stretch.version->policy.seasonBoundary, interval), next, tell, pieces);
}

Result<void> checkLadders(std::span<const BillStretch> stretches) {
    for (std::size_t i = 2; i < stretches.size(); ++i) {
        if (stretches[i].sharesLadderWith(stretches[i - 1]))
            continue;
        const auto before = stretches.first(i - 1);
        const bool comesBack = stretches[i].window && std::ranges::any_of(before, [&](const BillStretch& other) {
                                   return stretches[i].sharesLadderWith(other);
                               });
        if (comesBack)
            return Error(TariffError::Unsupported, {QStringLiteral("window_boundary"), stretches[i].from.toString()});
    }
    return {};
}
} // namespace

Result<std::vector<BillStretch>> stretchesOf(const ReadingInterval& interval, std::span<const TariffVersion> versions) {
    MH_TRY(const auto byPrice, dividedByPrice(interval, versions));
    std::vector<BillStretch> byWindow;
    for (const BillStretch& stretch : byPrice)
        MH_CHECK(cutAtWindows(stretch, interval, byWindow));
    std::vector<BillStretch> stretches;
    for (const BillStretch& stretch : byWindow)
        MH_CHECK(cutAtSeasons(stretch, interval, stretches));
    MH_CHECK(checkLadders(stretches));
    return stretches;
}

Result<BillStretch> wholeBy(Date day, const ReadingInterval& interval, std::span<const TariffVersion> versions) {
    MH_TRY(const TariffVersion* version, versionOn(versions, day));
    BillStretch stretch{interval.from(), interval.to(), version};
    MH_TRY(stretch.window, ladderWindowOn(*version, day));
    stretch.season = version->ladder.seasonOn(day);
    return stretch;
}

} // namespace meterhall
