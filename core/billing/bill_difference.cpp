#include "core/billing/bill_difference.h"

#include "core/billing/rate.h"

#include <algorithm>
#include <map>
#include <set>

namespace meterhall {

namespace {

bool isOfTime(const Fact& fact) {
    return fact.kind == FactKind::Months || fact.kind == FactKind::Days;
}

/// The later bill's facts of time, or all the others of it.
void takeFacts(BillingInputs& inputs, const BillingInputs& later, bool ofTime) {
    std::vector<Fact> facts;
    std::ranges::copy_if(inputs.facts, std::back_inserter(facts),
                         [&](const Fact& fact) { return isOfTime(fact) != ofTime; });
    std::ranges::copy_if(later.facts, std::back_inserter(facts),
                         [&](const Fact& fact) { return isOfTime(fact) == ofTime; });
    std::ranges::sort(facts, {}, &Fact::kind);
    inputs.facts = std::move(facts);
}

void takeHousehold(BillingInputs& inputs, const BillingInputs& later) {
    takeFacts(inputs, later, false);
    inputs.peopleMonths = later.peopleMonths;
}

void takeDays(BillingInputs& inputs, const BillingInputs& later) {
    takeFacts(inputs, later, true);
    inputs.month = later.month;
    inputs.interval = later.interval;
    inputs.boundScale = later.boundScale;
    inputs.proration = later.proration;
}

/// Where on the ladder the bill begins that its last part is on.
BilledQuantity positionOf(const BillingInputs& inputs) {
    if (!inputs.goesOn)
        return inputs.ladderBefore;
    std::size_t part = inputs.earlier.size();
    while (part > 1 && inputs.earlier[part - 1].goesOn)
        --part;
    return part == 0 ? inputs.ladderBefore : inputs.earlier[part - 1].ladderBefore;
}

void takeUse(BillingInputs& inputs, const BillingInputs& later) {
    inputs.segments = later.segments;
    inputs.shares = later.shares;
    inputs.share = later.share;
    inputs.losses = later.losses;
    inputs.window = later.window;
    inputs.ladderBefore = positionOf(later);
}

void undivide(BillingInputs& inputs, const BillingInputs&) {
    inputs.ladderBefore = positionOf(inputs);
    inputs.goesOn = false;
    inputs.earlier.clear();
}

int lastTier(const Bill& bill) {
    int tier = 1;
    for (const BillLine& line : bill.lines)
        tier = std::max(tier, int(line.tier));
    return tier;
}

template <class Price>
void keepRow(std::vector<Price>& prices, std::size_t rows, std::size_t row) {
    const std::size_t width = rows > 0 ? prices.size() / rows : 0;
    if (width == 0 || width * rows != prices.size())
        return; // one for all rows
    const auto first = prices.begin() + std::ptrdiff_t(row * width);
    prices = std::vector<Price>(first, first + std::ptrdiff_t(width));
}

/// The tariff as if every tier cost what `tier` does. Band tables stay as they are: the use chooses among them.
TariffVersion atTier(TariffVersion version, int tier) {
    if (version.ladder.mode == LadderMode::BandTable)
        return version;
    const std::size_t rows = std::size_t(version.ladder.tiers());
    const std::size_t row = std::min(std::size_t(tier), rows) - 1;
    for (TariffComponent& component : version.components) {
        if (!component.bands.empty())
            continue; // a rebate's prices go by its own bands
        keepRow(component.prices, rows, row);
        keepRow(component.registerPrices, rows, row);
        for (VariantPrices& variant : component.variantPrices) {
            keepRow(variant.prices, rows, row);
            keepRow(variant.registerPrices, rows, row);
        }
    }
    return version;
}

using Amounts = std::map<QString, Money>;

Result<Amounts> amountsOf(const Bill& bill, BillPrices prices) {
    Amounts amounts;
    for (const BillLine& line : bill.lines) {
        const QString& code = priceOfLine(line, prices).components.at(line.component).code;
        const auto [at, isNew] = amounts.try_emplace(code, line.amount);
        if (!isNew) {
            MH_TRY(at->second, at->second.plus(line.amount));
        }
    }
    return amounts;
}

std::set<QString> codesOf(BillPrices prices) {
    std::set<QString> codes;
    for (const TariffVersion* version : prices)
        for (const TariffComponent& component : version->components)
            codes.insert(component.code);
    return codes;
}

/// The way from one bill to the other.
class Walk {
public:
    Walk(const RatedFrom& earlier, Bill bill, std::vector<DifferencePart>& parts)
        : m_version(*earlier.prices.back())
        , m_inputs(earlier.inputs)
        , m_bill(std::move(bill))
        , m_parts(parts)
        , m_ofDivision(Money::zero(m_bill.total.currency())) {}

    /// A divided bill becomes one.
    Result<void> begin() {
        if (!m_inputs.earlier.empty()) {
            MH_TRY(m_ofDivision, changed(undivide, m_inputs));
        }
        return {};
    }

    Result<void> take(DifferenceCause cause, void (*change)(BillingInputs&, const BillingInputs&),
                      const BillingInputs& later) {
        MH_TRY(const Money amount, changed(change, later));
        m_parts.push_back({cause, amount});
        return {};
    }

    Result<void> takeUseAndTier(const BillingInputs& later) {
        const BillingInputs before = m_inputs;
        const int tierBefore = lastTier(m_bill);
        MH_TRY(const Money all, changed(takeUse, later));
        const TariffVersion level = atTier(m_version, std::min(tierBefore, lastTier(m_bill)));
        const auto from = rated(before, level);
        const auto to = rated(m_inputs, level);
        Money use = all;
        if (from.ok() && to.ok() && !m_isStuck) {
            MH_TRY(use, to->total.minus(from->total));
        }
        MH_TRY(const Money tier, all.minus(use));
        m_parts.push_back({DifferenceCause::Use, use});
        m_parts.push_back({DifferenceCause::Tier, tier});
        return {};
    }

    /// What is left is the tariff's: charge by charge.
    Result<void> takeTariff(const RatedFrom& later, const Bill& bill) {
        const TariffVersion* const own = &m_version;
        const BillPrices prices(&own, 1);
        MH_TRY(Amounts amounts, amountsOf(bill, later.prices));
        MH_TRY(const Amounts before, amountsOf(m_bill, prices));
        for (const auto& [code, amount] : before) {
            const auto at = amounts.try_emplace(code, Money::zero(amount.currency())).first;
            MH_TRY(at->second, at->second.minus(amount));
        }
        const auto codesBefore = codesOf(prices);
        const auto codesAfter = codesOf(later.prices);
        Money price = m_ofDivision;
        Money charges = Money::zero(bill.total.currency());
        for (const auto& [code, amount] : amounts) {
            Money& cause = codesBefore.contains(code) && codesAfter.contains(code) ? price : charges;
            MH_TRY(cause, cause.plus(amount));
        }
        MH_TRY(const Money rounding, bill.roundingDifference.minus(m_bill.roundingDifference));
        m_parts.push_back({DifferenceCause::Price, price});
        m_parts.push_back({DifferenceCause::Charges, charges});
        m_parts.push_back({DifferenceCause::Rounding, rounding});
        return {};
    }

private:
    /// What the total changes by; nothing where the changed bill cannot be rated.
    Result<Money> changed(void (*change)(BillingInputs&, const BillingInputs&), const BillingInputs& later) {
        change(m_inputs, later);
        auto bill = rated(m_inputs, m_version);
        m_isStuck = !bill.ok();
        if (m_isStuck)
            return Money::zero(m_bill.total.currency());
        const Money before = m_bill.total;
        m_bill = std::move(*bill);
        return m_bill.total.minus(before);
    }

    const TariffVersion& m_version;
    BillingInputs m_inputs;
    Bill m_bill; ///< the last one on the way that could be rated
    std::vector<DifferencePart>& m_parts;
    Money m_ofDivision; ///< what making one of a divided bill changed
    bool m_isStuck = false;
};

} // namespace

Result<Money> BillDifference::sum() const {
    Money sum = Money::zero(later.total.currency());
    for (const DifferencePart& part : parts) {
        MH_TRY(sum, sum.plus(part.amount));
    }
    return sum;
}

Result<BillDifference> differenceOf(const RatedFrom& earlier, const RatedFrom& later) {
    MH_TRY(Bill from, rated(earlier.inputs, earlier.prices));
    MH_TRY(Bill to, rated(later.inputs, later.prices));
    BillDifference difference{from, std::move(to), {}};
    Walk walk(earlier, std::move(from), difference.parts);
    MH_CHECK(walk.begin());
    MH_CHECK(walk.take(DifferenceCause::Household, takeHousehold, later.inputs));
    MH_CHECK(walk.take(DifferenceCause::Days, takeDays, later.inputs));
    MH_CHECK(walk.takeUseAndTier(later.inputs));
    MH_CHECK(walk.takeTariff(later, difference.later));
    return difference;
}

} // namespace meterhall
