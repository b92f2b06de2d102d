#include "core/services/tariff_trial.h"

#include "core/billing/bill_request.h"
#include "core/billing/rate.h"
#include "core/proof/proof.h"

#include <map>

namespace meterhall::services {

namespace {

constexpr int daysOfTrial = 30;
constexpr int peopleOfTrial = 3;
constexpr int squareMetresOfTrial = 100;

BilledQuantity whole(int number) {
    return BilledQuantity::ofMicro(number * BilledQuantity::microPerUnit);
}

std::map<FactKind, BilledQuantity> factsOf(const TariffVersion& version, int people) {
    const LadderCycle& cycle = version.ladder.cycle;
    const bool perBill = cycle.counting == LadderCounting::PerBill;
    const bool countsDays = perBill && cycle.unit == SpanUnit::Days;
    std::map<FactKind, BilledQuantity> facts{
        {FactKind::Months, whole(perBill && !countsDays ? cycle.length : 1)},
        {FactKind::Days, whole(countsDays && cycle.length > 1 ? cycle.length : daysOfTrial)}};
    const auto ask = [&](FactKind kind) {
        if (kind != FactKind::Bill)
            facts.emplace(kind, whole(kind == FactKind::People         ? peopleOfTrial
                                      : kind == FactKind::SquareMetres ? squareMetresOfTrial
                                                                       : 1));
    };
    for (const TariffComponent& component : version.components) {
        if (!component.table.empty())
            facts.emplace(component.by, component.table.front().value);
        ask(component.per);
        for (const FactKind factor : component.factors)
            ask(factor);
    }
    if (people > 0)
        facts.insert_or_assign(FactKind::People, whole(people));
    return facts;
}

Result<std::vector<UsageSegment>> segmentsOf(const TariffVersion& version, BilledQuantity use) {
    const auto meter = MeterId::fromRaw(1);
    if (version.registers.empty())
        return std::vector{UsageSegment{meter, "volume", BilledQuantity::zero(), use}};
    std::vector<UsageSegment> segments;
    const auto parts = std::int64_t(version.registers.size());
    MH_TRY(const BilledQuantity equal, use.timesRatio(1, parts, RoundingMode::Down));
    MH_TRY(const BilledQuantity each, equal.cutToStep(version.dialStep));
    BilledQuantity left = use;
    for (std::size_t i = version.registers.size() - 1; i > 0; --i) {
        segments.push_back({meter, version.registers[i], BilledQuantity::zero(), each});
        MH_TRY(left, left.minus(each));
    }
    segments.insert(segments.begin(), {meter, version.registers.front(), BilledQuantity::zero(), left});
    return segments;
}

} // namespace

Date trialDay(const TariffVersion& version) {
    constexpr int wellAfter = 45;
    const Date day = version.effectiveFrom.addDays(wellAfter);
    const auto window = version.ladder.cycle.windowOf(day);
    return window.ok() && *window && (*window)->from() == day ? day.addDays(1) : day;
}

Result<BillingInputs> trialInputs(const TariffVersion& version, const TariffTrial& trial) {
    const Date dayBefore =
        std::max(trial.readOn.addDays(-1), version.effectiveFrom); // by that price, whatever its policy
    MH_TRY(const ReadingInterval interval, ReadingInterval::of(dayBefore, dayBefore.addDays(1)));
    MH_TRY(std::vector<UsageSegment> segments, segmentsOf(version, trial.use));
    std::vector<Fact> facts;
    for (const auto& [kind, value] : factsOf(version, trial.people))
        facts.push_back({kind, value});
    std::vector<IssuedUse> issued;
    if (!trial.before.isZero())
        issued.push_back({dayBefore, trial.before});
    const BillRequest request{.account = AccountId::fromRaw(1),
                              .servicePoint = ServicePointId::fromRaw(1),
                              .month = AccountingMonth::containing(trial.readOn),
                              .interval = interval,
                              .segments = std::move(segments),
                              .facts = std::move(facts),
                              .issued = std::move(issued),
                              .choice = trial.choice};
    return inputsOf(request, {&version, 1});
}

Result<TriedBill> tried(const TariffVersion& version, const TariffTrial& trial, const ProveTotal& prove) {
    MH_TRY(BillingInputs inputs, trialInputs(version, trial));
    TriedBill bill{std::move(inputs), Bill::empty(version.currency), {}};
    MH_CHECK(rate(bill.inputs, version, bill.bill, &bill.trace));
    const QString total = bill.bill.total.toString();
    MH_CHECK(prove ? prove(bill.trace, total) : proveTotal(bill.trace, total));
    return bill;
}

Result<Money> totalOf(const TariffVersion& version, const TariffTrial& trial) {
    MH_TRY(const BillingInputs inputs, trialInputs(version, trial));
    Bill bill = Bill::empty(version.currency);
    MH_CHECK(rate(inputs, version, bill));
    return bill.total;
}

BillArithmetic arithmeticOf(const TriedBill& bill, const TariffVersion& version, Commodity commodity) {
    std::vector<DialStretch> dials;
    for (const UsageSegment& segment : bill.inputs.segments)
        dials.push_back({segment.meter, segment.previousDial, segment.currentDial});
    return BillArithmetic{.accountNumber = {},
                          .bill = {.bill = BillId::fromRaw(1),
                                   .account = bill.inputs.account,
                                   .month = bill.inputs.month,
                                   .commodity = commodity,
                                   .unit = unitCode(version.unit),
                                   .interval = bill.inputs.interval,
                                   .dials = std::move(dials),
                                   .use = bill.bill.usage,
                                   .issuedOn = bill.inputs.interval.to(),
                                   .dueOn = bill.inputs.interval.to(),
                                   .total = bill.bill.total,
                                   .open = bill.bill.total},
                          .priceOrder = version.priceOrder,
                          .terms = termsOf(bill.bill, std::array{&version}),
                          .roundingDifference = bill.bill.roundingDifference,
                          .before = {}};
}

} // namespace meterhall::services
