#include "core/billing/bill_request.h"

#include "core/billing/bill_division.h"
#include "core/billing/rate.h"

#include <algorithm>
#include <numeric>

namespace meterhall {

namespace {
constexpr std::int64_t unitMicro = BilledQuantity::microPerUnit;
constexpr int monthsInYear = 12;

constexpr BilledQuantity wholeUnits(std::int64_t number) {
    return BilledQuantity::ofMicro(number * unitMicro);
}

/// Months from a day to another; a broken one counts.
int monthsBetween(Date from, Date to) {
    const int months = (to.year() - from.year()) * monthsInYear + to.month() - from.month();
    return months + (to.day() > from.day() ? 1 : 0);
}

void setFact(std::vector<Fact>& facts, FactKind kind, BilledQuantity value) {
    std::erase_if(facts, [kind](const Fact& fact) { return fact.kind == kind; });
    facts.push_back({kind, value});
    std::ranges::sort(facts, {}, &Fact::kind);
}

Result<BoundScale> fractionOf(std::int64_t above, std::int64_t below) {
    const std::int64_t common = std::gcd(above, below);
    constexpr std::int64_t largest = std::numeric_limits<std::int32_t>::max();
    if (above <= 0 || below <= 0 || above / common > largest || below / common > largest)
        return Error(BillingError::BadScale, {QString::number(above), QString::number(below)});
    return BoundScale{static_cast<std::int32_t>(above / common), static_cast<std::int32_t>(below / common)};
}

/// Fills in what the parts of one bill are rated by.
class Deciding {
public:
    Deciding(const BillRequest& request, std::vector<BillStretch> stretches)
        : m_request(request)
        , m_stretches(std::move(stretches))
        , m_days(request.interval.days()) {}

    Result<BillingInputs> decide() {
        MH_TRY(BillingInputs inputs, terms(m_stretches.size() - 1));
        for (std::size_t i = 0; i + 1 < m_stretches.size(); ++i) {
            MH_TRY(BillingInputs part, terms(i));
            MH_TRY(auto segments, segmentsUntil(m_stretches[i]));
            inputs.earlier.push_back(BillPart{.until = m_stretches[i].until,
                                              .tariffVersion = part.tariffVersion,
                                              .segments = std::move(segments),
                                              .window = part.window,
                                              .ladderBefore = part.ladderBefore,
                                              .goesOn = part.goesOn,
                                              .boundScale = part.boundScale,
                                              .proration = part.proration,
                                              .facts = std::move(part.facts),
                                              .choice = part.choice,
                                              .peopleMonths = std::move(part.peopleMonths)});
        }
        if (inputs.parts() > BillingInputs::mostParts)
            return BillingError::BadPart;
        inputs.segments = m_request.segments;
        inputs.shares = m_request.shares;
        inputs.share = m_request.share;
        inputs.losses = m_request.losses;
        return inputs;
    }

private:
    bool eachPartIsCharged() const {
        return m_stretches.back().version->policy.standingCharges == StandingChargeRule::WithEachPart;
    }

    /// Of one part, as if it were a bill.
    Result<BillingInputs> terms(std::size_t part) const {
        const BillStretch& stretch = m_stretches[part];
        BillingInputs inputs{.account = m_request.account,
                             .servicePoint = m_request.servicePoint,
                             .month = m_request.month,
                             .interval = m_request.interval,
                             .tariffVersion = stretch.version->id,
                             .ruleVersion = currentRuleVersion,
                             .segments = {},
                             .window = stretch.window};
        inputs.goesOn = part > 0 && stretch.sharesLadderWith(m_stretches[part - 1]);
        if (stretch.window && !inputs.goesOn) {
            MH_TRY(inputs.ladderBefore,
                   ladderPosition(*stretch.window, m_request.issued, m_request.events, m_request.interval.from()));
        } else if (part == 0) {
            MH_TRY(inputs.ladderBefore, broughtAlong());
        }
        MH_TRY(inputs.facts, factsOf(part));
        MH_TRY(inputs.choice, choiceOf(stretch));
        const Ladder& ladder = stretch.version->ladder;
        if (ladder.mode != LadderMode::Flat) {
            MH_TRY(inputs.boundScale, boundScaleOf(stretch));
        }
        MH_TRY(inputs.proration, prorationOf(part));
        inputs.peopleMonths = peopleMonthsOf(stretch);
        return inputs;
    }

    /// Where every bill begins at zero: what an account that came in the midst of a bill had used of it by then.
    Result<BilledQuantity> broughtAlong() const {
        BilledQuantity used = BilledQuantity::zero();
        const Date begin = m_request.interval.from();
        for (const LadderEvent& event : m_request.events)
            if (event.kind == LadderEventKind::Imported && event.on == begin && m_request.opened == begin) {
                MH_TRY(used, used.plus(event.moves));
            }
        return used;
    }

    Result<VariantChoice> choiceOf(const BillStretch& stretch) const {
        if (m_request.choice)
            return *m_request.choice;
        if (stretch.version->ladder.hasSeasons() && stretch.season == 0)
            return Error(TariffError::MissingFact, {QStringLiteral("seasons"), QStringLiteral("begins")});
        VariantChoice choice{stretch.season, 0};
        const auto& variants = stretch.version->ladder.variants;
        for (std::size_t i = 0; i < variants.size(); ++i)
            if (variants[i].axis == VariantAxis::Category && variants[i].code == m_request.category)
                choice.category = static_cast<std::uint8_t>(i + 1);
        return choice;
    }

    /// Each part's own days; what is free by the bill is shared by them.
    Result<std::vector<Fact>> factsOf(std::size_t part) const {
        const BillStretch& stretch = m_stretches[part];
        std::vector<Fact> facts = m_request.facts;
        if (!factOf(facts, FactKind::Days))
            setFact(facts, FactKind::Days, wholeUnits(m_days));
        if (const int each = stretch.version->policy.daysOfMonth; each > 0) {
            MH_TRY(const auto months, wholeUnits(1).timesRatio(m_days, each, RoundingMode::HalfUp));
            setFact(facts, FactKind::Months, months);
        }
        std::ranges::sort(facts, {}, &Fact::kind);
        if (m_stretches.size() == 1 || eachPartIsCharged())
            return facts;
        setFact(facts, FactKind::Days, wholeUnits(stretch.until.daysSince(stretch.from)));
        if (const auto free = factOf(facts, FactKind::FreeQuantity)) {
            MH_TRY(const auto before, freeUntil(*free, stretch.from));
            MH_TRY(const auto upTo, freeUntil(*free, stretch.until));
            MH_TRY(const auto share, upTo.minus(before));
            setFact(facts, FactKind::FreeQuantity, share);
        }
        return facts;
    }

    Result<BilledQuantity> freeUntil(BilledQuantity free, Date day) const {
        return free.timesRatio(day.daysSince(m_request.interval.from()), m_days, RoundingMode::HalfUp);
    }

    /// A ladder over a window is cut by the months the account has of it; one that begins anew with every bill grows
    /// with the months or days the bill covers.
    Result<BoundScale> boundScaleOf(const BillStretch& stretch) const {
        const LadderCycle& cycle = stretch.version->ladder.cycle;
        const BillingPolicy& policy = stretch.version->policy;
        if (stretch.window) {
            const int months = monthsOf(*stretch.window, policy.partialWindow);
            return fractionOf(months, cycle.length);
        }
        if (cycle.unit == SpanUnit::Days || policy.daysOfMonth > 0) {
            MH_TRY(const std::int64_t days, wholeNumber(FactKind::Days));
            return fractionOf(days,
                              std::int64_t(cycle.length) * (cycle.unit == SpanUnit::Days ? 1 : policy.daysOfMonth));
        }
        MH_TRY(const std::int64_t months, wholeNumber(FactKind::Months));
        return fractionOf(months, cycle.length);
    }

    /// Of the whole bill.
    Result<std::int64_t> wholeNumber(FactKind kind) const {
        auto value = factOf(m_request.facts, kind);
        if (!value && kind == FactKind::Days)
            value = wholeUnits(m_days);
        if (!value)
            return Error(TariffError::MissingFact, {factCode(kind)});
        if (value->micro() < unitMicro || value->micro() % unitMicro != 0)
            return Error(BillingError::BadScale, {factCode(kind), value->toString()});
        return value->micro() / unitMicro;
    }

    /// Where the account's part of a window begins and ends.
    Date firstIn(const LadderWindow& window) const {
        return std::clamp(m_request.opened.value_or(window.from()), window.from(), window.to().addDays(-1));
    }
    Date endIn(const LadderWindow& window) const {
        return std::clamp(m_request.closed.value_or(window.to()), firstIn(window).addDays(1), window.to());
    }
    int monthsOf(const LadderWindow& window, PartialWindowRule rule) const {
        return rule == PartialWindowRule::Whole ? window.months()
                                                : std::max(1, monthsBetween(firstIn(window), endIn(window)));
    }

    /// A bill of unusual length; a season's share of one that begins at zero; a band's, where the whole use chooses it.
    Result<BoundScale> prorationOf(std::size_t part) const {
        const BillStretch& stretch = m_stretches[part];
        const ProrationRule& rule = stretch.version->policy.proration;
        BoundScale scale;
        if (rule.days > 0 && (m_days < rule.from || m_days > rule.to)) {
            MH_TRY(scale, fractionOf(m_days, rule.days));
        }
        if (stretch.window)
            return scale;
        const bool ownBand = stretch.version->ladder.mode != LadderMode::Marginal && !eachPartIsCharged();
        const std::int64_t days = ownBand ? stretch.until.daysSince(stretch.from) : daysOnLadder(part);
        MH_TRY(const BoundScale share, fractionOf(days, m_days));
        return product(scale, share);
    }

    std::int64_t daysOnLadder(std::size_t part) const {
        std::int64_t days = 0;
        for (const BillStretch& other : m_stretches)
            if (other.sharesLadderWith(m_stretches[part]))
                days += other.until.daysSince(other.from);
        return days;
    }

    /// Months of each size in the account's part of the window.
    std::vector<PeopleMonths> peopleMonthsOf(const BillStretch& stretch) const {
        if (!stretch.window || stretch.version->ladder.quota.empty() ||
            stretch.version->policy.householdChange != HouseholdChangeRule::ByMonths)
            return {};
        const Date end = endIn(*stretch.window);
        std::vector<PeopleMonths> months;
        for (std::size_t i = 0; i < m_request.households.size(); ++i) {
            const bool isLast = i + 1 == m_request.households.size();
            const Date from = std::max(m_request.households[i].from, firstIn(*stretch.window));
            const Date until = isLast ? end : std::min(end, m_request.households[i + 1].from);
            if (from >= until)
                continue;
            const int count = monthsBetween(from, end) - (until < end ? monthsBetween(until, end) : 0);
            if (count > 0)
                months.push_back({wholeUnits(m_request.households[i].people), Ratio::ofMicro(count * unitMicro)});
        }
        return months.size() > 1 ? months : std::vector<PeopleMonths>();
    }

    Result<std::vector<UsageSegment>> segmentsUntil(const BillStretch& stretch) const {
        if (!stretch.isRead)
            return std::vector<UsageSegment>();
        const auto found = std::ranges::find(m_request.subReadings, stretch.until, &SubReading::on);
        if (found == m_request.subReadings.end() || found->segments.empty())
            return Error(BillingError::MissingSubReading, {stretch.until.toString()});
        return found->segments;
    }

    const BillRequest& m_request;
    std::vector<BillStretch> m_stretches;
    int m_days;
};
} // namespace

Result<std::vector<Date>> subReadingDays(const ReadingInterval& interval, std::span<const TariffVersion> versions) {
    MH_TRY(const auto stretches, stretchesOf(interval, versions));
    std::vector<Date> days;
    for (const BillStretch& stretch : stretches)
        if (stretch.isRead)
            days.push_back(stretch.until);
    return days;
}

Result<BillingInputs> inputsOf(const BillRequest& request, std::span<const TariffVersion> versions) {
    if (request.allOn) {
        MH_TRY(const BillStretch whole, wholeBy(*request.allOn, request.interval, versions));
        return Deciding(request, {whole}).decide();
    }
    MH_TRY(auto stretches, stretchesOf(request.interval, versions));
    return Deciding(request, std::move(stretches)).decide();
}

} // namespace meterhall
