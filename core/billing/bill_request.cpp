#include "core/billing/bill_request.h"

#include "core/billing/rate.h"

#include <algorithm>

namespace meterhall {

namespace {
Result<std::int32_t> wholeNumber(std::span<const Fact> facts, FactKind kind) {
    const auto value = factOf(facts, kind);
    if (!value)
        return Error(TariffError::MissingFact, {factCode(kind)});
    const std::int64_t whole = value->micro() / BilledQuantity::microPerUnit;
    if (whole < 1 || whole > std::numeric_limits<std::int32_t>::max() ||
        whole * BilledQuantity::microPerUnit != value->micro())
        return Error(BillingError::BadScale, {factCode(kind), value->toString()});
    return static_cast<std::int32_t>(whole);
}

/// A ladder over a window is cut by the months the account exists; one that begins anew with every bill grows with the
/// months or days the bill covers.
Result<BoundScale> boundScaleOf(const LadderCycle& cycle, const BillRequest& request) {
    if (cycle.counting == LadderCounting::Window)
        return request.monthsInWindow ? BoundScale{*request.monthsInWindow, cycle.length} : BoundScale{};
    MH_TRY(const std::int32_t covered,
           wholeNumber(request.facts, cycle.unit == SpanUnit::Days ? FactKind::Days : FactKind::Months));
    return covered == cycle.length ? BoundScale{} : BoundScale{covered, cycle.length};
}

/// One bill has one price and one window. Where the policy divides an interval that a new price or window cuts, whoever
/// asks divides it first (use_split.h).
Result<void> checkUndivided(const BillRequest& request, const TariffVersion& version) {
    const auto isCutAt = [&](Date day) { return request.interval.from() < day && day < request.interval.to(); };
    const BillingPolicy& policy = version.policy;
    if (policy.priceChange != PriceChangeRule::ByReadingDate && isCutAt(version.effectiveFrom))
        return Error(TariffError::Unsupported, {QStringLiteral("price_change"), version.effectiveFrom.toString()});
    MH_TRY(const auto window, version.ladder.cycle.windowOf(request.interval.to()));
    if (policy.windowBoundary != WindowBoundaryRule::WholeToReadingDate && window && isCutAt(window->from()))
        return Error(TariffError::Unsupported, {QStringLiteral("window_boundary"), window->from().toString()});
    return {};
}

void countDays(BillRequest& request) {
    if (factOf(request.facts, FactKind::Days))
        return;
    const std::int64_t days = request.interval.days();
    request.facts.push_back({FactKind::Days, BilledQuantity::ofMicro(days * BilledQuantity::microPerUnit)});
}
} // namespace

Result<BillingInputs> inputsOf(BillRequest request, std::span<const TariffVersion> versions) {
    const Date readOn = request.interval.to();
    MH_TRY(const TariffVersion* version, versionOn(versions, readOn));
    MH_TRY(const auto window, version->ladder.cycle.windowOf(readOn));
    BilledQuantity before = BilledQuantity::zero();
    if (window) {
        MH_TRY(before, ladderPosition(*window, request.issued, request.events));
    }
    MH_CHECK(checkUndivided(request, *version));
    countDays(request);
    std::ranges::sort(request.facts, {}, &Fact::kind);
    BoundScale scale;
    if (version->ladder.mode != LadderMode::Flat) {
        MH_TRY(scale, boundScaleOf(version->ladder.cycle, request));
    }
    return BillingInputs{.account = request.account,
                         .servicePoint = request.servicePoint,
                         .month = request.month,
                         .interval = request.interval,
                         .tariffVersion = version->id,
                         .ruleVersion = currentRuleVersion,
                         .segments = std::move(request.segments),
                         .window = window,
                         .ladderBefore = before,
                         .boundScale = scale,
                         .proration = {},
                         .facts = std::move(request.facts),
                         .choice = request.choice,
                         .peopleMonths = std::move(request.peopleMonths)};
}

} // namespace meterhall
