#include "core/billing/tier_slices.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace meterhall {

namespace {
using Bound = std::optional<Derived<BilledQuantity>>;
constexpr std::int64_t onePerson = BilledQuantity::microPerUnit;

Derived<Ratio> leafOfPeople(std::int64_t people, Derivation& derivation) {
    return derivation.leaf(LeafKind::People, Ratio::ofMicro(people * onePerson),
                           [] { return QStringLiteral("people counted for the ladder"); });
}

const QuotaStep* stepFor(std::span<const QuotaStep> steps, std::int64_t people) {
    const QuotaStep* reached = nullptr;
    for (const QuotaStep& step : steps) {
        if (step.fromPeople <= people)
            reached = &step;
    }
    return reached;
}

/// own bound + addition + per person x people beyond: as QuotaStep says.
Derived<BilledQuantity> quotaBound(Derived<BilledQuantity> own, const QuotaStep& step, std::size_t bound,
                                   std::int64_t people, Derivation& derivation) {
    const auto leaf = [&](BilledQuantity value, const char* what) {
        return derivation.leaf(LeafKind::Bound, value, [&] {
            return QStringLiteral("%1 of tier %2").arg(QLatin1StringView(what)).arg(bound + 1);
        });
    };
    auto sum = step.onTop ? own : leaf(BilledQuantity::zero(), "bound without people");
    if (!step.add.empty())
        sum = derivation.add(sum, leaf(step.add[bound], "addition to the bound"));
    if (step.perPerson.empty())
        return sum;
    auto counted = leafOfPeople(people, derivation);
    if (step.beyond != 0)
        counted =
            derivation.subtract(counted, derivation.leaf(LeafKind::Policy, Ratio::ofMicro(step.beyond * onePerson), [] {
                return QStringLiteral("people the bound already holds for");
            }));
    return derivation.add(sum, derivation.multiply(leaf(step.perPerson[bound], "addition per person"), counted));
}

/// Where there is no bound: as far as quantities reach, and no node of any trace.
constexpr Derived<BilledQuantity> openAbove{BilledQuantity::ofMicro(std::numeric_limits<std::int64_t>::max())};
constexpr Derived<BilledQuantity> openBelow{openAbove.value.negated()};

/// One tier between its bounds, and the walk from `low` to `high` of which a part may lie in it.
struct Tier {
    Derived<BilledQuantity> lower;
    Derived<BilledQuantity> upper;
    const Derived<BilledQuantity>& low;
    const Derived<BilledQuantity>& high;

    bool lowIsInside() const { return low.value >= lower.value; }
    bool highIsInside() const { return high.value <= upper.value; }
};

Derived<BilledQuantity> quantityIn(const Tier& tier, const Derived<BilledQuantity>& usage, Derivation& derivation) {
    if (tier.lowIsInside() && tier.highIsInside())
        return usage;
    const auto from = tier.lowIsInside() ? tier.low : tier.lower;
    const auto to = tier.highIsInside() ? tier.high : tier.upper;
    return usage.value.isNegative() ? derivation.subtract(from, to) : derivation.subtract(to, from);
}

/// Adds to the trace why these units are in this tier: how far the ends of the walk are inside its bounds.
[[gnu::noinline]] Derived<BilledQuantity> explained(Derived<BilledQuantity> quantity, const Tier& tier,
                                                    Derivation& derivation) {
    std::vector<Trace::Node> margins;
    if (tier.lower.node != Trace::none && tier.lowIsInside())
        margins.push_back(derivation.subtract(tier.low, tier.lower).node);
    if (tier.upper.node != Trace::none && tier.highIsInside())
        margins.push_back(derivation.subtract(tier.upper, tier.high).node);
    return derivation.given(quantity, margins);
}

/// Walks over the tiers from bound to bound; `boundOf(tier)` gives each its upper bound. `firstRow` is the price row of
/// tier 1. The number of the last tier that was touched, 0 for none.
template <class BoundOf>
[[gnu::flatten]] int walkTiers(const LadderWalk& walk, int tiers, std::size_t firstRow, const BoundOf& boundOf,
                               Derivation& derivation, TierSlices& slices) {
    const bool up = !walk.usage.value.isNegative();
    const auto& low = up ? walk.before : walk.after;
    const auto& high = up ? walk.after : walk.before;
    int touched = 0;
    Derived<BilledQuantity> upper = openBelow;
    for (int number = 1; number <= tiers && high.value > upper.value; ++number) {
        const auto lower = std::exchange(upper, boundOf(number).value_or(openAbove));
        if (low.value >= upper.value)
            continue;
        auto quantity = quantityIn({lower, upper, low, high}, walk.usage, derivation);
        if (derivation.traced()) [[unlikely]]
            quantity = explained(quantity, {lower, upper, low, high}, derivation);
        const auto row = static_cast<std::uint8_t>(firstRow + std::size_t(number) - 1);
        slices.append({static_cast<std::uint8_t>(number), quantity, row});
        touched = number;
    }
    return touched;
}

/// The band the whole use lies in, from 1, and the use with the reason why.
std::pair<int, Derived<BilledQuantity>> bandOf(Derived<BilledQuantity> usage, const AccountLadder& ladder,
                                               Derivation& derivation) {
    Bound below;
    for (int band = 1;; ++band) {
        const Bound bound = ladder.upperBound(band, derivation);
        if (bound && usage.value > bound->value && derivation.state().ok()) {
            below = bound;
            continue;
        }
        if (!derivation.traced())
            return {band, usage};
        std::vector<Trace::Node> margins;
        if (below)
            margins.push_back(derivation.subtract(usage, *below).node);
        if (bound)
            margins.push_back(derivation.subtract(*bound, usage).node);
        return {band, derivation.given(usage, margins)};
    }
}

void sliceBandTable(Derived<BilledQuantity> usage, int band, const AccountLadder& ladder, Derivation& derivation,
                    TierSlices& slices) {
    const auto& tables = ladder.version().ladder.bandTables;
    std::size_t firstRow = 0;
    for (int before = 1; before < band; ++before)
        firstRow += tables[std::size_t(before) - 1].upperBounds.size() + 1;
    const auto& bounds = tables[std::size_t(band) - 1].upperBounds;
    const auto zero = derivation.leaf(LeafKind::Policy, BilledQuantity::zero(),
                                      [] { return QStringLiteral("the table of a band begins at nothing"); });
    const auto boundOf = [&](int tier) {
        return std::size_t(tier) > bounds.size()
                   ? Bound()
                   : Bound(derivation.leaf(LeafKind::Bound, bounds[std::size_t(tier) - 1], [&] {
                         return QStringLiteral("upper bound of tier %1 of band %2").arg(tier).arg(band);
                     }));
    };
    walkTiers({zero, usage, usage}, static_cast<int>(bounds.size()) + 1, firstRow, boundOf, derivation, slices);
}
} // namespace

AccountLadder::AccountLadder(const TariffVersion& version, const BillingInputs& inputs)
    : m_version(version)
    , m_inputs(inputs)
    , m_bounds(version.ladder.boundsFor(inputs.choice))
    , m_people(version.ladder.quota.empty() ? BilledQuantity::zero()
                                            : factOf(inputs.facts, FactKind::People).value_or(BilledQuantity::zero()))
    , m_households(factOf(inputs.facts, FactKind::Households))
    , m_asStated(version.ladder.quota.empty() && !m_households && inputs.boundScale == BoundScale{} &&
                 inputs.proration == BoundScale{} && version.policy.boundStep == BilledQuantity::ofMicro(1)) {}

Derived<BilledQuantity> AccountLadder::moved(std::size_t bound, Derivation& derivation) const {
    return m_inputs.peopleMonths.empty() ? scaled(boundFor(bound, m_people, derivation), derivation)
                                         : boundOverMonths(bound, derivation);
}

Derived<BilledQuantity> AccountLadder::boundFor(std::size_t bound, BilledQuantity people,
                                                Derivation& derivation) const {
    const auto own = stated(bound, derivation);
    const std::int64_t counted = people.micro() / onePerson;
    constexpr std::int64_t mostPeople = 10'000;
    if (counted * onePerson != people.micro() || counted < 0 || counted > mostPeople) {
        derivation.fail(Error(BillingError::BadPeople, {people.toString()}));
        return own;
    }
    const QuotaStep* step = stepFor(m_version.ladder.quota, counted);
    return step == nullptr ? own : quotaBound(own, *step, bound, counted, derivation);
}

Derived<BilledQuantity> AccountLadder::scaled(Derived<BilledQuantity> bound, Derivation& derivation) const {
    if (m_households)
        bound = derivation.multiply(bound, derivation.leaf(LeafKind::Factor, Ratio::ofMicro(m_households->micro()),
                                                           [] { return QStringLiteral("homes behind the meter"); }));
    const BillingPolicy& policy = m_version.policy;
    const BoundScale scale = derivation.valueOr(product(m_inputs.boundScale, m_inputs.proration), BoundScale{});
    return scaledBound(bound, scale, policy.boundStep, policy.boundRounding, derivation);
}

Derived<BilledQuantity> AccountLadder::boundOverMonths(std::size_t bound, Derivation& derivation) const {
    constexpr Derived<BilledQuantity> none{BilledQuantity::zero()};
    constexpr Derived<Ratio> never{Ratio::zero()};
    std::array<Derived<BilledQuantity>, PeopleMonths::most> bounds{none, none, none, none, none, none,
                                                                   none, none, none, none, none, none};
    std::array<Derived<Ratio>, PeopleMonths::most> months{never, never, never, never, never, never,
                                                          never, never, never, never, never, never};
    const std::size_t parts = m_inputs.peopleMonths.size();
    if (parts > PeopleMonths::most) {
        derivation.fail(Error(BillingError::BadPeople, {QString::number(parts)}));
        return none;
    }
    for (std::size_t i = 0; i < parts; ++i) {
        const PeopleMonths& part = m_inputs.peopleMonths[i];
        if (part.months.micro() <= 0)
            derivation.fail(Error(BillingError::BadPeople, {part.months.toString()}));
        bounds[i] = scaled(boundFor(bound, part.people, derivation), derivation);
        months[i] = derivation.leaf(LeafKind::Factor, part.months, [&] {
            return QStringLiteral("months with %1 people").arg(part.people.toString());
        });
    }
    return derivation.weightedMean(std::span(bounds).first(parts), std::span(months).first(parts));
}

Result<std::optional<BilledQuantity>> scaledUpperBound(int tier, const TariffVersion& version, BoundScale scale) {
    if (scale.numerator <= 0 || scale.denominator <= 0)
        return BillingError::BadScale;
    if (tier >= version.ladder.tiers())
        return std::optional<BilledQuantity>();
    Derivation derivation(nullptr);
    const Derived<BilledQuantity> stated{version.ladder.upperBounds[std::size_t(tier) - 1]};
    const BillingPolicy& policy = version.policy;
    const auto bound = scaledBound(stated, scale, policy.boundStep, policy.boundRounding, derivation);
    MH_CHECK(derivation.state());
    return std::optional(bound.value);
}

void sliceLadder(const LadderWalk& walk, const AccountLadder& ladder, Derivation& derivation, TierSlices& slices) {
    const LadderMode mode = ladder.version().ladder.mode;
    if (mode == LadderMode::Flat) {
        if (!walk.usage.value.isZero())
            slices.append({0, walk.usage, 0});
        return;
    }
    if (mode == LadderMode::Marginal) {
        if (walk.usage.value.isZero())
            return;
        const auto boundOf = [&](int tier) { return ladder.upperBound(tier, derivation); };
        const int touched = walkTiers(walk, ladder.tiers(), 0, boundOf, derivation, slices);
        slices.reached = static_cast<std::uint8_t>(std::max(touched, 1));
        return;
    }
    const auto [band, usage] = bandOf(walk.usage, ladder, derivation);
    slices.reached = static_cast<std::uint8_t>(band);
    if (walk.usage.value.isZero() || !derivation.state().ok())
        return;
    if (mode == LadderMode::BandTable)
        return sliceBandTable(usage, band, ladder, derivation, slices);
    slices.append({slices.reached, usage, static_cast<std::uint8_t>(band - 1)});
}

} // namespace meterhall
