#include "core/billing/usage.h"

namespace meterhall {

namespace {
QString placeOf(const UsageSegment& segment, const char* which) {
    return QStringLiteral("meter %1, %2: %3")
        .arg(segment.meter.toString(), QString::fromStdString(segment.registerCode), QLatin1StringView(which));
}

Derived<BilledQuantity> advanceOf(const UsageSegment& segment, Derived<BilledQuantity> from, Derived<BilledQuantity> to,
                                  Derivation& derivation) {
    const auto difference = derivation.subtract(to, from);
    if (segment.rollover.isZero())
        return difference;
    if (segment.rollover <= from.value || to.value >= from.value)
        derivation.fail(Error(BillingError::BadRollover, {segment.rollover.toString()}));
    const auto range = derivation.leaf(LeafKind::Reading, segment.rollover,
                                       [&] { return placeOf(segment, "range of the dial, which rolled over"); });
    return derivation.add(difference, range);
}

Derived<BilledQuantity> useOf(const UsageSegment& segment, BilledQuantity dialStep, Derivation& derivation) {
    if (segment.previousDial.isNegative() || segment.currentDial.isNegative())
        derivation.fail(BillingError::NegativeDial);
    const auto from =
        derivation.leaf(LeafKind::Reading, segment.previousDial, [&] { return placeOf(segment, "dial billed up to"); });
    const auto read =
        derivation.leaf(LeafKind::Reading, segment.currentDial, [&] { return placeOf(segment, "dial read"); });
    const auto to = derivation.cut(read, dialStep);
    const auto advance = advanceOf(segment, from, to, derivation);
    if (segment.multiplier.micro() == Ratio::microPerUnit)
        return advance;
    const auto multiplier =
        derivation.leaf(LeafKind::Factor, segment.multiplier, [&] { return placeOf(segment, "multiplier"); });
    return derivation.multiply(advance, multiplier);
}
} // namespace

Derived<BilledQuantity> usageOf(std::span<const UsageSegment> segments, BilledQuantity dialStep,
                                Derivation& derivation) {
    if (segments.empty())
        return derivation.leaf(LeafKind::Reading, BilledQuantity::zero(),
                               [] { return QStringLiteral("no register is billed"); });
    auto usage = useOf(segments.front(), dialStep, derivation);
    for (const UsageSegment& segment : segments.subspan(1))
        usage = derivation.add(usage, useOf(segment, dialStep, derivation));
    return usage;
}

} // namespace meterhall
