#include "core/billing/bill_parts.h"

#include "core/billing/loss_share.h"
#include "core/billing/use_share.h"

#include <algorithm>

namespace meterhall {

namespace {
/// What was used from the beginning of the bill to a day, and by a reading.
struct Known {
    Date on;
    MeteredUse use;
};

template <class Combine>
MeteredUse eachRegister(const MeteredUse& a, const MeteredUse& b, Derivation& derivation, const Combine& combine) {
    MeteredUse result;
    result.registers = a.registers;
    if (a.registers == 0) {
        result.all = combine(a.all, b.all);
        return result;
    }
    for (std::size_t i = 0; i < a.registers; ++i) {
        result.byRegister[i] = combine(a.byRegister[i], b.byRegister[i]);
        result.all = i == 0 ? result.byRegister[0] : derivation.add(result.all, result.byRegister[i]);
    }
    return result;
}

MeteredUse less(const MeteredUse& all, const MeteredUse& before, Derivation& derivation) {
    return eachRegister(all, before, derivation, [&](auto a, auto b) { return derivation.subtract(a, b); });
}

Derived<Ratio> daysLeaf(int days, Date from, Date to, Derivation& derivation) {
    return derivation.leaf(LeafKind::Date, Ratio::ofMicro(days * Ratio::microPerUnit),
                           [&] { return QStringLiteral("days from %1 to %2").arg(from.toString(), to.toString()); });
}

/// Use up to a day between two readings, by the days.
MeteredUse byDays(const Known* low, const Known& high, Date from, Date on, RoundingRule rounding,
                  Derivation& derivation) {
    const Date begin = low == nullptr ? from : low->on;
    const auto part = daysLeaf(on.daysSince(begin), begin, on, derivation);
    const auto whole = daysLeaf(high.on.daysSince(begin), begin, high.on, derivation);
    const BilledQuantity step = BilledQuantity::ofMicro(rounding.stepMicro());
    const auto cut = [&](Derived<BilledQuantity> use) {
        return derivation.scale(use, part, whole, step, rounding.mode());
    };
    if (low == nullptr)
        return eachRegister(high.use, high.use, derivation, [&](auto use, auto) { return cut(use); });
    return eachRegister(high.use, low->use, derivation, [&](auto above, auto below) {
        return derivation.add(below, cut(derivation.subtract(above, below)));
    });
}

RoundingRule roundingOf(const TariffVersion& version, Derivation& derivation) {
    const RoundingRule cents = RoundingRule::toMinorUnit(Currency::cny(), RoundingMode::HalfUp);
    return version.policy.useRounding
               ? *version.policy.useRounding
               : derivation.valueOr(RoundingRule::toStepMicro(version.dialStep.micro(), RoundingMode::HalfUp), cents);
}

/// What the account is billed of what segments counted, without losses.
MeteredUse ownUse(const BillingInputs& inputs, std::span<const UsageSegment> segments, const TariffVersion& version,
                  Derivation& derivation) {
    return inputs.shares.empty()
               ? usageOf(segments, version, derivation)
               : ownShare(usageOf(segments, version, derivation), inputs.shares, inputs.share, derivation);
}
} // namespace

MeteredUse wholeUse(const BillingInputs& inputs, const TariffVersion& version, Derivation& derivation) {
    if (inputs.losses.empty()) [[likely]]
        return ownUse(inputs, inputs.segments, version, derivation);
    return withLosses(ownUse(inputs, inputs.segments, version, derivation), inputs.losses, derivation);
}

std::vector<MeteredUse> usesOfParts(const BillingInputs& inputs, const TariffVersion& version, Derivation& derivation) {
    std::vector<Known> known;
    for (const BillPart& part : inputs.earlier)
        if (!part.segments.empty())
            known.push_back({part.until, ownUse(inputs, part.segments, version, derivation)});
    known.push_back({inputs.interval.to(), wholeUse(inputs, version, derivation)});
    const RoundingRule rounding = roundingOf(version, derivation);
    std::vector<MeteredUse> uses;
    MeteredUse until;     // use up to where the last part ended
    std::size_t next = 0; // of the readings not passed yet
    for (std::size_t part = 0; part < inputs.parts(); ++part) {
        const Date end = inputs.endOf(part);
        const bool isRead = known[next].on == end;
        const MeteredUse here = isRead ? known[next].use
                                       : byDays(next == 0 ? nullptr : &known[next - 1], known[next],
                                                inputs.interval.from(), end, rounding, derivation);
        uses.push_back(part == 0 ? here : less(here, until, derivation));
        until = here;
        next += isRead ? 1 : 0;
    }
    return uses;
}

const TariffVersion& priceOfLine(const ChargeLine& line, BillPrices prices) {
    const std::size_t part = line.part == 0 ? prices.size() : line.part;
    return *prices[std::min(part, prices.size()) - 1];
}

QStringList priceOrders(BillPrices prices) {
    QStringList orders;
    for (const TariffVersion* price : prices)
        if (!price->priceOrder.isEmpty() && !orders.contains(price->priceOrder))
            orders += price->priceOrder;
    return orders;
}

Date ladderDay(Date day, const std::optional<LadderWindow>& window) {
    return window ? std::clamp(day, window->from(), window->to().addDays(-1)) : day;
}

} // namespace meterhall
