#include "core/billing/usage.h"

#include <algorithm>

namespace meterhall {

namespace {
QString placeOf(const UsageSegment& segment, const char* which) {
    return QStringLiteral("meter %1, %2: %3")
        .arg(segment.meter.toString(), QString::fromStdString(segment.registerCode), QLatin1StringView(which));
}

Derived<BilledQuantity> advanceOf(const UsageSegment& segment, Derived<BilledQuantity> from, Derived<BilledQuantity> to,
                                  Derivation& derivation) {
    const auto difference = derivation.subtract(to, from);
    if (segment.rollover.isZero()) [[likely]]
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
    if (segment.multiplier.micro() == Ratio::microPerUnit) [[likely]]
        return advance;
    const auto multiplier =
        derivation.leaf(LeafKind::Factor, segment.multiplier, [&] { return placeOf(segment, "multiplier"); });
    return derivation.multiply(advance, multiplier);
}
/// Position in the version's registers; their number where it is none of them.
std::size_t registerOf(const UsageSegment& segment, const TariffVersion& version) {
    const auto found = std::ranges::find(version.registers, segment.registerCode);
    return static_cast<std::size_t>(found - version.registers.begin());
}

[[gnu::noinline]] void addByRegister(std::span<const UsageSegment> segments, const TariffVersion& version,
                                     Derivation& derivation, MeteredUse& use) {
    use.registers = version.registers.size();
    for (const UsageSegment& segment : segments) {
        const std::size_t place = registerOf(segment, version);
        if (place == version.registers.size())
            return derivation.fail(
                Error(BillingError::UnknownRegister, {QString::fromStdString(segment.registerCode)}));
        const auto counted = useOf(segment, version.dialStep, derivation);
        auto& sum = use.byRegister[place];
        sum = sum.node == Trace::none && sum.value.isZero() ? counted : derivation.add(sum, counted);
    }
    for (std::size_t i = 0; i < use.registers; ++i) {
        if (derivation.traced() && use.byRegister[i].node == Trace::none)
            use.byRegister[i] = derivation.leaf(LeafKind::Reading, BilledQuantity::zero(), [&] {
                return QStringLiteral("nothing counted, %1").arg(QString::fromStdString(version.registers[i]));
            });
        use.all = i == 0 ? use.byRegister[0] : derivation.add(use.all, use.byRegister[i]);
    }
}
} // namespace

[[gnu::flatten]] MeteredUse usageOf(std::span<const UsageSegment> segments, const TariffVersion& version,
                                    Derivation& derivation) {
    MeteredUse use;
    if (segments.empty()) {
        use.all = derivation.leaf(LeafKind::Reading, BilledQuantity::zero(),
                                  [] { return QStringLiteral("no register is billed"); });
        return use;
    }
    if (!version.registers.empty() && registerOf(segments.front(), version) < version.registers.size()) {
        addByRegister(segments, version, derivation, use);
        return use;
    }
    use.all = useOf(segments.front(), version.dialStep, derivation);
    for (const UsageSegment& segment : segments.subspan(1))
        use.all = derivation.add(use.all, useOf(segment, version.dialStep, derivation));
    return use;
}

} // namespace meterhall
