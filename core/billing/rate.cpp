#include "core/billing/rate.h"

#include "core/billing/tier_slices.h"
#include "core/billing/usage.h"
#include "core/tariffs/components/catalog.h"

namespace meterhall {

namespace {
QString positionSource(const BillingInputs& inputs) {
    return inputs.window ? QStringLiteral("position on the ladder before this bill, %1").arg(inputs.window->toString())
                         : QStringLiteral("no ladder window");
}

Result<void> chargeAll(const ChargeBasis& basis, ChargeLines& lines) {
    for (std::size_t component = 0; component < basis.version.components.size(); ++component) {
        MH_TRY(const ChargeKind* kind, chargeKind(basis.version.components[component].kind));
        kind->charge(component, basis, lines);
        lines.finishComponent(component);
    }
    return {};
}

Result<void> checkInputs(const BillingInputs& inputs, const TariffVersion& version) {
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

Result<void> rateByRules1(const BillingInputs& inputs, const TariffVersion& version, Bill& bill, Trace* trace) {
    MH_CHECK(checkInputs(inputs, version));
    Derivation derivation(trace);
    const MeteredUse use = usageOf(inputs.segments, version, derivation);
    const auto before = derivation.leaf(LeafKind::Reading, inputs.ladderBefore, [&] { return positionSource(inputs); });
    const auto after = derivation.add(before, use.all);
    TierSlices slices;
    sliceLadder({before, use.all, after}, AccountLadder(version, inputs), derivation, slices);

    bill.lines.clear();
    ChargeLines lines(version, derivation, bill.lines);
    MH_CHECK(chargeAll({version, use.all, slices.all(), inputs.facts, inputs.choice, use.registersUsed(),
                        slices.reached, inputs.proration},
                       lines));
    const auto total = lines.total();
    bill.roundingDifference = lines.roundingDifference();
    bill.usage = use.all.value;
    bill.ladderAfter = after.value;
    bill.total = total.value;
    if (trace != nullptr)
        trace->setRoot(total.node);
    return derivation.state();
}

/// Every set of rules by which a bill was ever issued. Rows are added, never changed.
struct RuleVersion {
    std::uint16_t number;
    Result<void> (*rate)(const BillingInputs&, const TariffVersion&, Bill&, Trace*);
};
constexpr RuleVersion ruleVersions[] = {{1, rateByRules1}};
} // namespace

Result<void> rate(const BillingInputs& inputs, const TariffVersion& version, Bill& bill, Trace* trace) {
    if (inputs.tariffVersion != version.id)
        return Error(BillingError::OtherTariffVersion, {inputs.tariffVersion.toString(), version.id.toString()});
    for (const RuleVersion& rules : ruleVersions) {
        if (rules.number == inputs.ruleVersion)
            return rules.rate(inputs, version, bill, trace);
    }
    return Error(BillingError::UnknownRuleVersion, {QString::number(inputs.ruleVersion)});
}

Result<Bill> rated(const BillingInputs& inputs, const TariffVersion& version) {
    Bill bill = Bill::empty(version.currency);
    MH_CHECK(rate(inputs, version, bill));
    return bill;
}

Result<BilledQuantity> billedDial(BilledQuantity dial, const TariffVersion& version) {
    return dial.cutToStep(version.dialStep);
}

Result<bool> reproduces(ByteView inputs, ByteView bill, const TariffVersion& version) {
    MH_TRY(const BillingInputs stored, decodeBillingInputs(inputs));
    MH_TRY(const Bill again, rated(stored, version));
    return std::ranges::equal(encodeBill(again), bill);
}

} // namespace meterhall
