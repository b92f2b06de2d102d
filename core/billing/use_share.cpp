#include "core/billing/use_share.h"

#include <algorithm>

namespace meterhall {

namespace {

using Quantity = Derived<BilledQuantity>;

Quantity byRatio(Quantity whole, const UseShare& share, Derivation& derivation) {
    const auto part = derivation.leaf(LeafKind::Policy, share.ratio, [] { return QStringLiteral("share of the use"); });
    const auto all = derivation.leaf(LeafKind::Policy, Ratio::ofMicro(Ratio::microPerUnit),
                                     [] { return QStringLiteral("all of the use"); });
    return derivation.scale(whole, part, all, share.step, share.rounding);
}

/// The quantity, or what is left where that is less.
Quantity upTo(Quantity left, const UseShare& share, Derivation& derivation) {
    const auto agreed = derivation.leaf(LeafKind::Policy, share.quantity, [&] {
        return share.kind == UseShare::Kind::Metered ? QStringLiteral("counted by the sub-meter")
                                                     : QStringLiteral("agreed quantity");
    });
    const bool isLeft = share.quantity <= left.value;
    if (!derivation.traced())
        return isLeft ? agreed : left;
    const std::array margin{isLeft ? derivation.subtract(left, agreed).node : derivation.subtract(agreed, left).node};
    return derivation.given(isLeft ? agreed : left, margin);
}

Quantity shareOf(Quantity whole, std::span<const UseShare> shares, std::size_t own, Derivation& derivation) {
    Quantity left = whole;
    for (std::size_t at = 0; at + 1 < shares.size(); ++at) {
        const UseShare& share = shares[at];
        const Quantity part =
            share.kind == UseShare::Kind::ByRatio ? byRatio(whole, share, derivation) : upTo(left, share, derivation);
        if (at == own)
            return part;
        left = derivation.subtract(left, part);
    }
    return left;
}

bool areRatios(std::span<const UseShare> shares) {
    return std::ranges::all_of(shares, [](const UseShare& share) { return share.kind == UseShare::Kind::ByRatio; });
}

} // namespace

MeteredUse ownShare(const MeteredUse& whole, std::span<const UseShare> shares, std::size_t own,
                    Derivation& derivation) {
    MeteredUse use;
    use.registers = whole.registers;
    if (whole.registers == 0) {
        use.all = shareOf(whole.all, shares, own, derivation);
        return use;
    }
    if (!areRatios(shares.first(std::min(own + 1, shares.size() - 1))))
        derivation.fail(Error(TariffError::Unsupported, {QStringLiteral("shares"), QStringLiteral("registers")}));
    for (std::size_t at = 0; at < whole.registers; ++at) {
        use.byRegister[at] = shareOf(whole.byRegister[at], shares, own, derivation);
        use.all = at == 0 ? use.byRegister[0] : derivation.add(use.all, use.byRegister[at]);
    }
    return use;
}

} // namespace meterhall
