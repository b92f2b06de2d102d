#include "core/billing/draft_replay.h"

#include "core/billing/ladder_shift.h"
#include "core/billing/ladder_standing.h"
#include "core/billing/rate.h"
#include "core/billing/tier_slices.h"

#include <algorithm>

namespace meterhall {

namespace {

constexpr int replayMonthsInYear = 12;

/// A variant as a bill's inputs name it: bounds are the version's own business.
bool sameChoices(const LadderVariant& a, const LadderVariant& b) {
    return a.axis == b.axis && a.code == b.code && a.fromMonth == b.fromMonth && a.fromDay == b.fromDay;
}

/// What of a policy goes into a bill's inputs.
auto decidingRules(const BillingPolicy& policy) {
    return std::tuple(policy.windowBoundary, policy.seasonBoundary, policy.partialWindow, policy.householdChange,
                      policy.daysOfMonth, policy.proration, policy.newPriceLadder);
}

BillingInputs noInputs() {
    const Date day = *Date::of(2000, 1, 1);
    return BillingInputs{.account = AccountId::fromRaw(1),
                         .servicePoint = ServicePointId::fromRaw(1),
                         .month = AccountingMonth::containing(day),
                         .interval = *ReadingInterval::of(day, day.addDays(1)),
                         .tariffVersion = TariffVersionId::fromRaw(1),
                         .ruleVersion = currentRuleVersion,
                         .segments = {},
                         .window = {}};
}

/// Months by the months of the two readings; one at least.
int calendarMonths(const ReadingInterval& interval) {
    return std::max(1, (interval.to().year() - interval.from().year()) * replayMonthsInYear + interval.to().month() -
                           interval.from().month());
}

/// Facts of the account, without what was counted for the bill or shared by its parts.
std::vector<Fact> factsOfAccount(const BillingInputs& inputs, const TariffVersion& version) {
    std::vector<Fact> facts;
    for (Fact fact : inputs.facts) {
        if (fact.kind == FactKind::Days)
            continue;
        if (fact.kind == FactKind::Months && version.policy.daysOfMonth > 0)
            fact.value = BilledQuantity::ofMicro(calendarMonths(inputs.interval) * BilledQuantity::microPerUnit);
        if (fact.kind == FactKind::FreeQuantity && version.policy.standingCharges != StandingChargeRule::WithEachPart)
            for (const BillPart& part : inputs.earlier)
                if (const auto free = factOf(part.facts, FactKind::FreeQuantity))
                    fact.value = BilledQuantity::ofMicro(fact.value.micro() + free->micro());
        facts.push_back(fact);
    }
    return facts;
}

QString categoryOf(const BillingInputs& inputs, const TariffVersion& version) {
    const std::uint8_t number = inputs.choice.category;
    return number == 0 || number > version.ladder.variants.size() ? QString()
                                                                  : version.ladder.variants[number - 1U].code;
}

Result<TierVolumes> tiersOf(const BillingInputs& inputs, const Bill& bill, BillPrices prices) {
    TierVolumes tiers;
    if (prices.size() > 1) {
        MH_TRY(const auto uses, tierUse(inputs, bill.usage, prices));
        for (const TierUse& use : uses)
            MH_CHECK(tiers.add(use.tier, use.quantity));
        return tiers;
    }
    Derivation derivation(nullptr);
    TierSlices slices;
    sliceLadder({{inputs.ladderBefore}, {bill.usage}, {bill.ladderAfter}}, AccountLadder(*prices.front(), inputs),
                derivation, slices);
    MH_CHECK(derivation.state());
    for (const TierSlice& slice : slices.all())
        MH_CHECK(tiers.add(slice.tier, slice.quantity.value));
    return tiers;
}

} // namespace

Result<void> TierVolumes::add(int tier, BilledQuantity quantity) {
    if (quantity.isZero())
        return {};
    auto& volume = volumes.at(std::size_t(tier));
    MH_TRY(volume, volume.plus(quantity));
    reached = std::max(reached, tier);
    return {};
}

Result<void> TierVolumes::add(const TierVolumes& other) {
    for (std::size_t tier = 0; tier < volumes.size(); ++tier)
        MH_CHECK(add(int(tier), other.volumes[tier]));
    return {};
}

DraftReplay::DraftReplay(TariffVersion draft)
    : m_draft(std::move(draft))
    , m_inputs(noInputs())
    , m_before(Bill::empty(m_draft.currency))
    , m_after(Bill::empty(m_draft.currency)) {
    m_draft.effectiveFrom = *Date::of(1900, 1, 1);
}

bool DraftReplay::isAlike(const TariffVersion& version) const {
    const Ladder& own = m_draft.ladder;
    const Ladder& other = version.ladder;
    return own.cycle == other.cycle && std::ranges::equal(own.variants, other.variants, sameChoices) &&
           (own.mode == LadderMode::Flat) == (other.mode == LadderMode::Flat) &&
           own.quota.empty() == other.quota.empty() && m_draft.dialStep == version.dialStep &&
           decidingRules(m_draft.policy) == decidingRules(version.policy);
}

void DraftReplay::begin(ReplayedAccount account) {
    m_account = std::move(account);
    m_billed.clear();
    m_moved.clear();
    m_dials.clear();
}

void DraftReplay::pass(std::span<const IssuedUse> uses) {
    m_billed.insert(m_billed.end(), uses.begin(), uses.end());
}

Result<void> DraftReplay::replay(const BillingInputs& inputs, BillPrices prices) {
    MH_CHECK(rate(inputs, prices, m_before));
    const bool keeps = prices.size() == 1 && isAlike(*prices.front());
    MH_CHECK(keeps ? keepInputs(inputs) : decideInputs(inputs, prices));
    if (!m_moved.empty())
        MH_CHECK(shiftLadder(m_inputs, m_moved, ladderBegan(m_account.events, m_inputs.interval.from())));
    if (m_inputs.parts() == 1)
        MH_CHECK(rate(m_inputs, m_draft, m_after));
    else
        MH_CHECK(rate(m_inputs, draftPrices(), m_after));
    remember(inputs, *prices.back());
    return {};
}

Result<void> DraftReplay::keepInputs(const BillingInputs& inputs) {
    m_inputs = inputs;
    m_inputs.tariffVersion = m_draft.id;
    m_inputs.ruleVersion = currentRuleVersion;
    return {};
}

Result<void> DraftReplay::decideInputs(const BillingInputs& inputs, BillPrices prices) {
    const TariffVersion& version = *prices.back();
    MH_TRY(auto segments, segmentsOf(inputs, version));
    BillRequest request{.account = inputs.account,
                        .servicePoint = inputs.servicePoint,
                        .month = inputs.month,
                        .interval = inputs.interval,
                        .segments = std::move(segments),
                        .facts = factsOfAccount(inputs, version),
                        .issued = m_billed,
                        .events = m_account.events,
                        .opened = m_account.opened,
                        .category = categoryOf(inputs, version),
                        .shares = inputs.shares,
                        .share = inputs.share,
                        .losses = inputs.losses};
    MH_TRY(m_inputs, inputsOf(request, {&m_draft, 1}));
    const bool byMonths =
        m_draft.policy.householdChange == HouseholdChangeRule::ByMonths && !m_draft.ladder.quota.empty();
    if (byMonths && m_inputs.window && m_inputs.window == inputs.window)
        m_inputs.peopleMonths = inputs.peopleMonths;
    return {};
}

// A bill begins where the one before it ended: cut by the draft's step, where the bill's own was another.
Result<std::vector<UsageSegment>> DraftReplay::segmentsOf(const BillingInputs& inputs,
                                                          const TariffVersion& version) const {
    std::vector<UsageSegment> segments = inputs.segments;
    if (m_draft.dialStep == version.dialStep)
        return segments;
    for (UsageSegment& segment : segments) {
        const auto last = std::ranges::find_if(m_dials, [&](const LastDial& dial) {
            return dial.meter == segment.meter && dial.registerCode == segment.registerCode;
        });
        if (last == m_dials.end())
            continue;
        MH_TRY(const BilledQuantity cut, last->dial.cutToStep(version.dialStep));
        if (cut == segment.previousDial) {
            MH_TRY(segment.previousDial, last->dial.cutToStep(m_draft.dialStep));
        }
    }
    return segments;
}

void DraftReplay::remember(const BillingInputs& inputs, const TariffVersion& version) {
    const bool isOne = inputs.earlier.empty() && m_inputs.earlier.empty();
    const Date day = ladderDay(inputs.interval.to(), inputs.window);
    if (isOne) {
        m_billed.push_back({day, m_before.usage});
        const Date now = ladderDay(m_inputs.interval.to(), m_inputs.window);
        if (day != now || m_before.usage != m_after.usage) {
            m_moved.push_back({now, m_after.usage});
            m_moved.push_back({day, m_before.usage.negated()});
        }
    } else {
        for (const IssuedUse& use : usesOf(inputs, m_before)) {
            m_billed.push_back(use);
            m_moved.push_back({use.readOn, use.quantity.negated()});
        }
        for (const IssuedUse& use : usesOf(m_inputs, m_after))
            m_moved.push_back(use);
    }
    m_dials.clear();
    if (m_draft.dialStep != version.dialStep)
        for (const UsageSegment& segment : inputs.segments)
            m_dials.push_back({segment.meter, segment.registerCode, segment.currentDial});
}

std::vector<const TariffVersion*> DraftReplay::draftPrices() const {
    return std::vector<const TariffVersion*>(m_inputs.parts(), &m_draft);
}

Result<TierVolumes> DraftReplay::tiersBefore(const BillingInputs& inputs, BillPrices prices) const {
    return tiersOf(inputs, m_before, prices);
}

Result<TierVolumes> DraftReplay::tiersAfter() const {
    if (m_inputs.parts() == 1)
        return tiersOf(m_inputs, m_after, std::array{&m_draft});
    return tiersOf(m_inputs, m_after, draftPrices());
}

Result<int> DraftReplay::tierOf(BilledQuantity use, int months) const {
    const LadderCycle& cycle = m_draft.ladder.cycle;
    if (m_draft.ladder.mode == LadderMode::Flat)
        return 0;
    constexpr int daysInYear = 365;
    BillingInputs whole = m_inputs;
    const bool byDays = cycle.unit == SpanUnit::Days;
    whole.boundScale =
        byDays ? BoundScale{months * daysInYear, cycle.length * replayMonthsInYear} : BoundScale{months, cycle.length};
    whole.proration = {};
    Derivation derivation(nullptr);
    const AccountLadder ladder(m_draft, whole);
    int tier = 1;
    for (; tier < ladder.tiers(); ++tier) {
        const auto bound = ladder.upperBound(tier, derivation);
        MH_CHECK(derivation.state());
        if (!bound || use <= bound->value)
            break;
    }
    return tier;
}

} // namespace meterhall
