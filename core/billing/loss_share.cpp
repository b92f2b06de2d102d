#include "core/billing/loss_share.h"

namespace meterhall {

namespace {

using Quantity = Derived<BilledQuantity>;

Derived<Ratio> weightLeaf(BilledQuantity weight, Derivation& derivation, const char* whose) {
    return derivation.leaf(LeafKind::Policy, Ratio::ofMicro(weight.micro()),
                           [whose] { return QString::fromLatin1(whose); });
}

/// The part of the loss up to where the weights come to `weight`.
Quantity cutAt(Quantity loss, Derived<Ratio> weight, Derived<Ratio> all, const LossShare& share,
               Derivation& derivation) {
    return derivation.scale(loss, weight, all, share.step, share.rounding);
}

Quantity partOf(const LossShare& share, Derivation& derivation) {
    const auto master =
        derivation.leaf(LeafKind::Reading, share.master, [] { return QStringLiteral("counted by the master meter"); });
    const auto behind = derivation.leaf(LeafKind::Reading, share.behind,
                                        [] { return QStringLiteral("counted by the meters behind it"); });
    if (share.master <= share.behind) {
        const auto none = derivation.leaf(LeafKind::Policy, BilledQuantity::zero(),
                                          [] { return QStringLiteral("loss where the meters behind counted more"); });
        const Trace::Node margin[] = {derivation.subtract(behind, master).node};
        return derivation.given(none, margin);
    }
    const auto loss = derivation.subtract(master, behind);
    const auto all = weightLeaf(share.all, derivation, "weight of all who share the loss");
    const BilledQuantity until = derivation.valueOr(share.before.plus(share.own), share.before);
    const auto upTo = cutAt(loss, weightLeaf(until, derivation, "weight up to this account"), all, share, derivation);
    if (share.before.isZero())
        return upTo;
    const auto before =
        cutAt(loss, weightLeaf(share.before, derivation, "weight before this account"), all, share, derivation);
    return derivation.subtract(upTo, before);
}

} // namespace

MeteredUse withLosses(MeteredUse use, std::span<const LossShare> losses, Derivation& derivation) {
    if (losses.empty()) [[likely]]
        return use;
    if (use.registers > 0)
        derivation.fail(Error(TariffError::Unsupported, {QStringLiteral("losses"), QStringLiteral("registers")}));
    for (const LossShare& share : losses)
        use.all = derivation.add(use.all, partOf(share, derivation));
    return use;
}

} // namespace meterhall
