#include "core/billing/rate.h"

#include "core/billing/tier_slices.h"
#include "core/billing/usage.h"
#include "core/tariffs/components/catalog.h"

#include <array>

namespace meterhall {

namespace {
QString positionSource(const BillingInputs& inputs) {
    return inputs.window ? QStringLiteral("position on the ladder before this bill, %1").arg(inputs.window->toString())
                         : QStringLiteral("no ladder window");
}

void chargeAll(const ChargeBasis& basis, ChargeLines& lines) {
    const auto& components = basis.version.components;
    for (std::size_t component = 0; component < components.size(); ++component) {
        const ChargeKind* kind = chargeKindOrNull(components[component].kind);
        if (kind == nullptr) [[unlikely]]
            return lines.derivation().fail(chargeKind(components[component].kind).error());
        kind->charge(component, basis, lines);
        lines.finishComponent(component);
    }
}

/// What is wrong with the inputs, if anything is.
std::optional<BillingError> wrongIn(const BillingInputs& inputs, const TariffVersion& version) {
    const auto names = [&](std::uint8_t number, VariantAxis axis) {
        const auto& variants = version.ladder.variants;
        return number == 0 || (number <= variants.size() && variants[number - 1U].axis == axis);
    };
    if (!names(inputs.choice.season, VariantAxis::Season) || !names(inputs.choice.category, VariantAxis::Category))
        return BillingError::UnknownVariant;
    for (const BoundScale scale : {inputs.boundScale, inputs.proration}) {
        if (scale.numerator <= 0 || scale.denominator <= 0)
            return BillingError::BadScale;
    }
    return {};
}

/// That no standing charge fell due because none of these uses is more than nothing.
Derived<Money> givenNothingUsed(Derived<Money> total, std::span<const MeteredUse> uses, Derivation& derivation) {
    const auto none = derivation.leaf(LeafKind::Policy, BilledQuantity::zero(),
                                      [] { return QStringLiteral("use of which nothing is charged"); });
    std::vector<Trace::Node> margins;
    for (const MeteredUse& use : uses) {
        margins.push_back(derivation.subtract(use.all, none).node);
        margins.push_back(derivation.subtract(none, use.all).node);
    }
    return derivation.given(total, margins);
}

/// How a bill, or a part of one, stands among the parts.
struct PartOfBill {
    StandingCharges standing = StandingCharges::All;
    std::optional<Derived<Money>> before{};
    /// What decides that nothing was used and nothing is charged; empty where something is.
    std::span<const MeteredUse> nothingUsed{};
};

/// Uses of which nothing is charged; otherwise empty.
std::span<const MeteredUse> nothingUsed(const TariffVersion& version, std::span<const MeteredUse> uses) {
    if (version.policy.zeroUse != ZeroUseRule::Nothing)
        return {};
    const bool isNothing =
        std::ranges::all_of(uses, [](const MeteredUse& use) { return use.all.value == BilledQuantity::zero(); });
    return isNothing ? uses : std::span<const MeteredUse>();
}

/// Rates use from a position of the ladder on; what the whole comes to.
Derived<Money> rateUse(const BillingInputs& inputs, const TariffVersion& version, const MeteredUse& use,
                       Derived<BilledQuantity> before, const PartOfBill& part, Derivation& derivation, Bill& bill) {
    const auto after = derivation.add(before, use.all);
    TierSlices slices;
    sliceLadder({before, use.all, after}, AccountLadder(version, inputs), derivation, slices);
    bill.lines.clear();
    ChargeLines lines(version, derivation, bill.lines);
    const auto standing = part.nothingUsed.empty() ? part.standing : StandingCharges::None;
    chargeAll({version, use.all, slices.all(), inputs.facts, inputs.choice, use.registersUsed(), slices.reached,
               inputs.proration, standing, part.before},
              lines);
    const auto total = lines.total();
    bill.roundingDifference = lines.roundingDifference(total.value);
    bill.usage = use.all.value;
    bill.ladderAfter = after.value;
    bill.total = total.value;
    return part.nothingUsed.empty() ? total : givenNothingUsed(total, part.nothingUsed, derivation);
}

Result<void> rateWhole(const BillingInputs& inputs, const TariffVersion& version, Bill& bill, Trace* trace) {
    if (const auto wrong = wrongIn(inputs, version))
        return *wrong;
    Derivation derivation(trace);
    const MeteredUse use = wholeUse(inputs, version, derivation);
    const auto before = derivation.leaf(LeafKind::Reading, inputs.ladderBefore, [&] { return positionSource(inputs); });
    bill.parts.clear();
    const PartOfBill whole{.nothingUsed = nothingUsed(version, {&use, 1})};
    const auto total = rateUse(inputs, version, use, before, whole, derivation, bill);
    if (trace != nullptr)
        trace->setRoot(total.node);
    if (derivation.state().ok()) [[likely]]
        return {};
    return derivation.state();
}

Result<void> append(Bill& bill, Bill part) {
    const auto number = static_cast<std::uint8_t>(bill.parts.size() + 1);
    for (BillLine& line : part.lines) {
        line.part = number;
        bill.lines.push_back(line);
    }
    bill.parts.push_back({part.usage, part.ladderAfter, part.total});
    MH_TRY(bill.usage, bill.usage.plus(part.usage));
    bill.ladderAfter = part.ladderAfter;
    MH_TRY(bill.roundingDifference, bill.roundingDifference.plus(part.roundingDifference));
    MH_TRY(bill.total, bill.total.plus(part.total));
    return {};
}

/// The ladder runs on from part to part where they share it, whatever the prices.
Result<void> rateDivided(const BillingInputs& inputs, BillPrices prices, Bill& bill, Trace* trace) {
    const TariffVersion& last = *prices.back();
    const bool each = last.policy.standingCharges == StandingChargeRule::WithEachPart;
    Derivation derivation(trace);
    const auto uses = usesOfParts(inputs, last, derivation);
    bill = Bill::empty(last.currency);
    Derived<BilledQuantity> reached{BilledQuantity::zero()};
    std::vector<Trace::Node> totals;
    for (std::size_t i = 0; i < prices.size(); ++i) {
        MH_TRY(const BillingInputs own, inputs.ofPart(i));
        if (const auto wrong = wrongIn(own, *prices[i]))
            return *wrong;
        const auto before = i > 0 && own.goesOn ? reached : derivation.leaf(LeafKind::Reading, own.ladderBefore, [&] {
            return positionSource(own);
        });
        const bool isLast = i + 1 == prices.size();
        PartOfBill place{.standing = each || isLast ? StandingCharges::All : StandingCharges::ByDay,
                         .nothingUsed = each ? nothingUsed(*prices[i], {&uses[i], 1}) : nothingUsed(last, uses)};
        if (!each && i > 0 && isLast)
            place.before = derivation.sum(bill.total, totals);
        Bill part = Bill::empty(prices[i]->currency);
        const auto total = rateUse(own, *prices[i], uses[i], before, place, derivation, part);
        reached = derivation.add(before, uses[i].all);
        totals.push_back(total.node);
        MH_CHECK(derivation.state());
        MH_CHECK(append(bill, std::move(part)));
    }
    if (trace != nullptr)
        trace->setRoot(derivation.sum(bill.total, totals).node);
    return derivation.state();
}

Result<void> rateByRules1(const BillingInputs& inputs, BillPrices prices, Bill& bill, Trace* trace) {
    if (prices.size() == 1) [[likely]]
        return rateWhole(inputs, *prices.front(), bill, trace);
    return rateDivided(inputs, prices, bill, trace);
}

/// Every set of rules by which a bill was ever issued. Rows are added, never changed.
struct RuleVersion {
    std::uint16_t number;
    Result<void> (*rate)(const BillingInputs&, BillPrices, Bill&, Trace*);
};
constexpr RuleVersion ruleVersions[] = {{1, rateByRules1}};
} // namespace

Result<void> rate(const BillingInputs& inputs, BillPrices prices, Bill& bill, Trace* trace) {
    if (prices.size() != inputs.parts())
        return Error(BillingError::BadPart, {QString::number(prices.size())});
    for (std::size_t i = 0; i < prices.size(); ++i) {
        if (inputs.versionOf(i) != prices[i]->id)
            return Error(BillingError::OtherTariffVersion, {inputs.versionOf(i).toString(), prices[i]->id.toString()});
    }
    for (const RuleVersion& rules : ruleVersions) {
        if (rules.number == inputs.ruleVersion)
            return rules.rate(inputs, prices, bill, trace);
    }
    return Error(BillingError::UnknownRuleVersion, {QString::number(inputs.ruleVersion)});
}

Result<void> rate(const BillingInputs& inputs, const TariffVersion& version, Bill& bill, Trace* trace) {
    return rate(inputs, std::array{&version}, bill, trace);
}

Result<Bill> rated(const BillingInputs& inputs, BillPrices prices) {
    Bill bill = Bill::empty(prices.back()->currency);
    MH_CHECK(rate(inputs, prices, bill));
    return bill;
}

Result<Bill> rated(const BillingInputs& inputs, const TariffVersion& version) {
    return rated(inputs, std::array{&version});
}

std::vector<IssuedUse> usesOf(const BillingInputs& inputs, const Bill& bill) {
    if (bill.parts.empty())
        return {{ladderDay(inputs.interval.to(), inputs.window), bill.usage}};
    std::vector<IssuedUse> uses;
    for (std::size_t i = 0; i < bill.parts.size(); ++i) {
        const bool isLast = i + 1 == bill.parts.size();
        const auto& window = isLast ? inputs.window : inputs.earlier[i].window;
        uses.push_back(
            {ladderDay(isLast ? inputs.interval.to() : inputs.endOf(i).addDays(-1), window), bill.parts[i].usage});
    }
    return uses;
}

Result<BilledQuantity> billedDial(BilledQuantity dial, const TariffVersion& version) {
    return dial.cutToStep(version.dialStep);
}

Result<bool> reproduces(const BillingInputs& stored, ByteView bill, BillPrices prices) {
    MH_TRY(const Bill again, rated(stored, prices));
    return std::ranges::equal(encodeBill(again), bill);
}

Result<bool> reproduces(ByteView inputs, ByteView bill, const TariffVersion& version) {
    MH_TRY(const BillingInputs stored, decodeBillingInputs(inputs));
    return reproduces(stored, bill, std::array{&version});
}

} // namespace meterhall
