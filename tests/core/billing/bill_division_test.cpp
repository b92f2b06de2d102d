#include "core/billing/bill_division.h"
#include "core/billing/bill_request.h"
#include "core/billing/correction.h"
#include "core/billing/use_split.h"
#include "core/proof/proof.h"
#include "tests/core/billing/sample_tariffs.h"
#include "tests/support/test_case.h"

#include <QTest>

#include <rapidcheck.h>

using namespace meterhall;
using namespace meterhall::tests;

namespace {

BillRequest due(const char* from, const char* to, const char* dial) {
    return {.account = AccountId::fromRaw(1),
            .servicePoint = ServicePointId::fromRaw(2),
            .month = AccountingMonth::containing(day(to)),
            .interval = *ReadingInterval::of(day(from), day(to)),
            .segments = {segment("100", dial)},
            .facts = {{FactKind::Months, amount("1")}}};
}

/// The gas tariff from two dates; the second costs 3.00 and 3.20 in the tiers that matter.
std::vector<TariffVersion> dearer(PriceChangeRule rule, const char* from = "2026-07-10") {
    std::vector<TariffVersion> both(2, gasTariff());
    both[1].id = TariffVersionId::fromRaw(8);
    both[1].effectiveFrom = day(from);
    both[1].components[0].prices[0] = *BilledPrice::parse(u"3");
    both[1].components[0].prices[1] = *BilledPrice::parse(u"3.20");
    both[1].policy.priceChange = rule;
    return both;
}

std::vector<const TariffVersion*> pricesOf(const BillingInputs& inputs, const std::vector<TariffVersion>& versions) {
    std::vector<const TariffVersion*> prices;
    for (std::size_t part = 0; part < inputs.parts(); ++part)
        prices.push_back(&*std::ranges::find(versions, inputs.versionOf(part), &TariffVersion::id));
    return prices;
}

Bill billOf(const BillRequest& request, const std::vector<TariffVersion>& versions) {
    const auto inputs = meterhall::inputsOf(request, versions);
    if (!inputs.ok())
        qFatal("%s", qPrintable(inputs.error().toString()));
    return *rated(*inputs, pricesOf(*inputs, versions));
}

/// With a monthly and a daily charge and a lowest amount.
std::vector<TariffVersion> withStandingCharges() {
    auto versions = dearer(PriceChangeRule::ByDay);
    for (TariffVersion& version : versions) {
        TariffComponent monthly = component("basic", {"10"});
        monthly.kind = (*chargeKind(u"fixed"))->id;
        monthly.per = FactKind::Months;
        TariffComponent daily = component("daily", {"0.10"});
        daily.kind = monthly.kind;
        daily.per = FactKind::Days;
        TariffComponent least = component("least", {"50"});
        least.kind = (*chargeKind(u"minimum"))->id;
        version.components.insert(version.components.end(), {monthly, daily, least});
    }
    return versions;
}

QStringList textsOf(const Bill& bill) {
    QStringList lines;
    for (const BillLine& line : bill.lines)
        lines += QStringLiteral("%1: %2 x %3 = %4")
                     .arg(QString::number(line.part), line.quantity.toString(), line.price.toString(),
                          line.amount.toString());
    return lines;
}

} // namespace

class BillDivisionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPriceMayBeginTheLadderAnew() {
        const auto billed = [](PriceChangeRule rule, const char* from, const char* to, const char* dial,
                               std::vector<IssuedUse> issued) {
            BillRequest request = due(from, to, dial);
            request.issued = std::move(issued);
            auto versions = dearer(rule);
            versions[1].policy.newPriceLadder = NewPriceLadderRule::BeginsAnew;
            const Bill bill = billOf(request, versions);
            return textsOf(bill) + QStringList{bill.ladderAfter.toString()};
        };
        const std::vector<IssuedUse> before{{day("2026-06-20"), amount("285")}};
        QCOMPARE(billed(PriceChangeRule::ByDay, "2026-06-20", "2026-07-20", "161", before),
                 QStringList({"1: 15 x 2.7 = 40.50", "1: 26 x 2.942 = 76.49", "2: 20 x 3 = 60.00", "20"}));
        QCOMPARE(billed(PriceChangeRule::ByReadingDate, "2026-06-20", "2026-07-20", "161", before),
                 QStringList({"0: 61 x 3 = 183.00", "61"}));
        // Behind it what was used since counts, and what was used before does not.
        const std::vector<IssuedUse> since{{day("2026-07-09"), amount("326")}, {day("2026-07-20"), amount("290")}};
        QCOMPARE(billed(PriceChangeRule::ByDay, "2026-07-20", "2026-08-20", "120", since),
                 QStringList({"0: 10 x 3 = 30.00", "0: 10 x 3.2 = 32.00", "310"}));
        // The next year's ladder is the year's.
        QCOMPARE(billed(PriceChangeRule::ByDay, "2027-01-01", "2027-01-20", "120", since),
                 QStringList({"0: 20 x 3 = 60.00", "20"}));
    }

    void aPriceByDayDividesTheUseAndTheLadderRunsOn() {
        BillRequest request = due("2026-06-20", "2026-07-20", "161");
        request.issued = {{day("2026-06-20"), amount("285")}};
        const Bill bill = billOf(request, dearer(PriceChangeRule::ByDay));
        // 61 m3 over 30 days, 20 of them old: 40.67 is 41.
        QCOMPARE(textsOf(bill), QStringList({"1: 15 x 2.7 = 40.50", "1: 26 x 2.942 = 76.49", "2: 20 x 3.2 = 64.00"}));
        QCOMPARE(bill.usage, amount("61"));
        QCOMPARE(bill.ladderAfter, amount("346"));
        QCOMPARE(bill.parts.size(), std::size_t(2));
        QCOMPARE(bill.parts[0].usage, amount("41"));
        QCOMPARE(bill.parts[0].ladderAfter, amount("326"));
        QCOMPARE(bill.parts[1].total.toString(), QStringLiteral("64.00"));
    }

    void aReadingOnTheDayOfChangeSaysWhatLiesBeforeIt() {
        const auto versions = dearer(PriceChangeRule::BySubReading);
        BillRequest request = due("2026-06-20", "2026-07-20", "161");
        QVERIFY(meterhall::inputsOf(request, versions).failedWith(BillingError::MissingSubReading));
        QCOMPARE(*subReadingDays(request.interval, versions), std::vector<Date>{day("2026-07-10")});
        request.subReadings = {{day("2026-07-10"), {segment("100", "110.9")}}};
        QCOMPARE(textsOf(billOf(request, versions)), QStringList({"1: 10 x 2.7 = 27.00", "2: 51 x 3 = 153.00"}));
    }

    void aNewYearByDayBeginsAtZero() {
        std::vector<TariffVersion> one(1, gasTariff());
        one[0].policy.windowBoundary = WindowBoundaryRule::ByDay;
        BillRequest request = due("2026-12-15", "2027-02-15", "162");
        request.issued = {{day("2026-12-15"), amount("290")}};
        const auto inputs = meterhall::inputsOf(request, one);
        QCOMPARE(inputs->earlier.size(), std::size_t(1));
        QCOMPARE(inputs->earlier[0].ladderBefore, amount("290"));
        QVERIFY(!inputs->goesOn);
        const Bill bill = billOf(request, one);
        QCOMPARE(textsOf(bill), QStringList({"1: 10 x 2.7 = 27.00", "1: 7 x 2.942 = 20.59", "2: 45 x 2.7 = 121.50"}));
        QCOMPARE(bill.ladderAfter, amount("45"));
        const auto uses = usesOf(*inputs, bill);
        QCOMPARE(*ladderPosition(*LadderWindow::yearOf(day("2026-05-01")), uses, {}, day("2026-05-01")), amount("17"));
        QCOMPARE(*ladderPosition(*LadderWindow::yearOf(day("2027-05-01")), uses, {}, day("2027-05-01")), amount("45"));
    }

    void allToTheOldYearIsOneBillThatCountsThere() {
        std::vector<TariffVersion> one(1, gasTariff());
        one[0].policy.windowBoundary = WindowBoundaryRule::WholeToOldWindow;
        BillRequest request = due("2026-12-15", "2027-02-15", "162");
        request.issued = {{day("2026-12-15"), amount("290")}};
        const auto inputs = meterhall::inputsOf(request, one);
        QVERIFY(inputs->earlier.empty());
        QCOMPARE(inputs->ladderBefore, amount("290"));
        const Bill bill = billOf(request, one);
        QCOMPARE(textsOf(bill), QStringList({"0: 10 x 2.7 = 27.00", "0: 52 x 2.942 = 152.98"}));
        QCOMPARE(usesOf(*inputs, bill).front().readOn, day("2026-12-31"));
    }

    void aReadingOnTheDayOfChangeItselfDividesNothing() {
        QCOMPARE(textsOf(billOf(due("2026-06-10", "2026-07-10", "110"), dearer(PriceChangeRule::ByDay))),
                 QStringList({"0: 10 x 2.7 = 27.00"}));
        QCOMPARE(textsOf(billOf(due("2026-07-10", "2026-08-10", "110"), dearer(PriceChangeRule::ByDay))),
                 QStringList({"0: 10 x 3 = 30.00"}));
    }

    void aSeasonByDayHasItsShareOfABillsBounds() {
        std::vector<TariffVersion> one(1, gasTariff());
        one[0].ladder.cycle = {LadderCounting::PerBill, SpanUnit::Months, 1, 1, 1};
        one[0].ladder.variants = {
            {VariantAxis::Season, QStringLiteral("winter"), true, {amount("200"), amount("400")}, 11, 1},
            {VariantAxis::Season, QStringLiteral("summer"), true, {amount("260"), amount("600")}, 5, 1}};
        one[0].policy.seasonBoundary = WindowBoundaryRule::ByDay;
        QVERIFY(checkTariffVersion(one[0]).ok());
        const auto inputs = meterhall::inputsOf(due("2026-04-16", "2026-05-16", "520"), one);
        QCOMPARE(inputs->earlier[0].choice.season, std::uint8_t(1));
        QCOMPARE(inputs->choice.season, std::uint8_t(2));
        QCOMPARE(inputs->proration, (BoundScale{1, 2}));
        QCOMPARE(textsOf(billOf(due("2026-04-16", "2026-05-16", "520"), one)),
                 QStringList({"1: 100 x 2.7 = 270.00", "1: 100 x 2.942 = 294.20", "1: 10 x 3.668 = 36.68",
                              "2: 130 x 2.7 = 351.00", "2: 80 x 2.942 = 235.36"}));
        QCOMPARE(one[0].ladder.seasonOn(day("2026-01-05")), std::uint8_t(1));
        for (LadderVariant& season : one[0].ladder.variants)
            season.fromMonth = season.fromDay = 0;
        QVERIFY(meterhall::inputsOf(due("2026-04-16", "2026-05-16", "520"), one).failedWith(TariffError::MissingFact));
    }

    void whatDoesNotDependOnTheUseFallsDueOnceUnlessEachPartHasIt() {
        auto versions = withStandingCharges();
        const BillRequest request = due("2026-06-20", "2026-07-20", "103");
        // 2 x 2.70 and 20 days; 1 x 3.00, the month, 10 days, and what is missing to 50.
        QCOMPARE(textsOf(billOf(request, versions)),
                 QStringList({"1: 2 x 2.7 = 5.40", "1: 20 x 0.1 = 2.00", "2: 1 x 3 = 3.00", "2: 1 x 10 = 10.00",
                              "2: 10 x 0.1 = 1.00", "2: 1 x 50 = 28.60"}));
        QCOMPARE(billOf(request, versions).total.toString(), QStringLiteral("50.00"));
        versions[1].policy.standingCharges = StandingChargeRule::WithEachPart;
        QCOMPARE(billOf(request, versions).total.toString(), QStringLiteral("100.00"));
    }

    void whereNothingWasUsedNothingMayBeCharged() {
        auto versions = withStandingCharges();
        const auto total = [&](const char* dial) {
            const BillRequest request = due("2026-06-20", "2026-07-20", dial);
            const auto inputs = meterhall::inputsOf(request, versions);
            const std::vector<const TariffVersion*> prices{&versions[0], &versions[1]};
            Bill bill = Bill::empty(Currency::cny());
            Trace trace;
            const auto rated = rate(*inputs, prices, bill, &trace);
            const auto proved = rated.ok() ? proveTotal(trace, bill.total.toString()) : rated;
            return proved.ok() ? bill.total.toString() : proved.error().code().toString();
        };
        QCOMPARE(total("100"), QStringLiteral("50.00"));
        for (TariffVersion& version : versions)
            version.policy.zeroUse = ZeroUseRule::Nothing;
        QCOMPARE(total("100"), QStringLiteral("0.00"));
        QCOMPARE(total("101"), QStringLiteral("50.00"));
        versions[1].policy.zeroUse = ZeroUseRule::StandingCharges; // the last one's rule is the bill's
        QCOMPARE(total("100"), QStringLiteral("50.00"));
        // 1 m3 of 30 days is the first part's; each part is charged as a bill is, the second one nothing.
        for (TariffVersion& version : versions) {
            version.policy.zeroUse = ZeroUseRule::Nothing;
            version.policy.standingCharges = StandingChargeRule::WithEachPart;
        }
        QCOMPARE(total("101"), QStringLiteral("50.00"));
        QCOMPARE(total("103"), QStringLiteral("100.00"));
    }

    void aHouseholdThatGrewHasTheMeanOfItsBounds() {
        std::vector<TariffVersion> one(1, gasTariff());
        one[0].ladder.quota = {{5, true, {}, {amount("60"), amount("120")}, 4}};
        one[0].policy.householdChange = HouseholdChangeRule::ByMonths;
        BillRequest request = due("2026-06-20", "2026-07-20", "161");
        request.households = {{day("1900-01-01"), 4}, {day("2026-07-01"), 6}};
        const auto inputs = meterhall::inputsOf(request, one);
        QCOMPARE(inputs->peopleMonths.size(), std::size_t(2));
        QCOMPARE(inputs->peopleMonths[0].months.toString(), QStringLiteral("6"));
        QCOMPARE(inputs->peopleMonths[1].people, amount("6"));
    }

    void aDividedBillIsStoredAndReadAgain() {
        BillRequest request = due("2026-06-20", "2026-07-20", "161");
        request.subReadings = {{day("2026-07-10"), {segment("100", "110.9")}}};
        const auto versions = dearer(PriceChangeRule::BySubReading);
        const auto inputs = meterhall::inputsOf(request, versions);
        const auto again = decodeBillingInputs(encodeBillingInputs(*inputs));
        QVERIFY(again.ok());
        QVERIFY(*again == *inputs);
        const Bill bill = billOf(request, versions);
        QVERIFY(*decodeBill(encodeBill(bill)) == bill);
        BillingInputs broken = *inputs;
        broken.earlier.front().until = day("2026-07-20");
        QVERIFY(decodeBillingInputs(encodeBillingInputs(broken)).failedWith(BillingError::BadPart));
        QVERIFY(rated(*inputs, versions[1]).failedWith(BillingError::BadPart));
    }

    void partsAddUpToTheWholeUseAndTheProofHolds() {
        QVERIFY(rc::check("parts of a divided bill", [] {
            const Date from = day("2026-06-01").addDays(*rc::gen::inRange(0, 120));
            const Date to = from.addDays(*rc::gen::inRange(2, 400));
            const auto rules =
                rc::gen::element(PriceChangeRule::ByDay, PriceChangeRule::BySubReading, PriceChangeRule::ByReadingDate);
            auto versions = dearer(*rules);
            versions[1].effectiveFrom = day("2026-06-01").addDays(*rc::gen::inRange(0, 400));
            for (TariffVersion& version : versions) {
                version.policy.windowBoundary =
                    *rc::gen::element(WindowBoundaryRule::ByDay, WindowBoundaryRule::WholeToReadingDate);
                version.policy.useRounding =
                    *RoundingRule::toStepMicro(*rc::gen::element(1, 10'000, 1'000'000), RoundingMode::HalfUp);
                version.dialStep = BilledQuantity::ofMicro(1);
            }
            versions[0].policy.windowBoundary = versions[1].policy.windowBoundary;
            BillRequest request = due("2026-06-20", "2026-07-20", "161");
            request.interval = *ReadingInterval::of(from, to);
            const std::int64_t use = *rc::gen::inRange<std::int64_t>(0, 900'000'000);
            request.segments.front().currentDial =
                *request.segments.front().previousDial.plus(BilledQuantity::ofMicro(use));
            SubReading then{versions[1].effectiveFrom, request.segments};
            then.segments.front().currentDial = *then.segments.front().previousDial.plus(
                BilledQuantity::ofMicro(*rc::gen::inRange<std::int64_t>(0, use + 1)));
            request.subReadings = {then};
            request.issued = {{from, BilledQuantity::ofMicro(*rc::gen::inRange<std::int64_t>(0, 700'000'000))}};
            const auto inputs = meterhall::inputsOf(request, versions);
            RC_ASSERT(inputs.ok());
            const auto prices = pricesOf(*inputs, versions);
            Bill bill = Bill::empty(Currency::cny());
            Trace trace;
            RC_ASSERT(rate(*inputs, prices, bill, &trace).ok());
            RC_ASSERT(proveTotal(trace, bill.total.toString()).ok());
            RC_ASSERT(bill == *rated(*inputs, prices));
            RC_ASSERT(bill.usage.micro() == use);
            std::int64_t parts = 0;
            std::int64_t lines = 0;
            for (const IssuedUse& part : usesOf(*inputs, bill))
                parts += part.quantity.micro();
            for (const BillLine& line : bill.lines)
                lines += line.quantity.micro();
            RC_ASSERT(parts == use && lines == use);
        }));
    }

    // One bill over the change, or a bill to its eve and one from it on: the ladder and the money are the same.
    void splittingAnIntervalByHandGivesTheSameLadder() {
        QVERIFY(rc::check("splitting and replaying", [] {
            auto versions = dearer(PriceChangeRule::BySubReading);
            const int first = *rc::gen::inRange(0, 500);
            const int second = *rc::gen::inRange(0, 500);
            const auto dial = [](int use) { return *BilledQuantity::ofWhole(100 + use); };
            BillRequest whole = due("2026-06-20", "2026-07-20", "161");
            whole.issued = {{day("2026-06-20"), *BilledQuantity::ofWhole(*rc::gen::inRange(0, 700))}};
            whole.segments.front().currentDial = dial(first + second);
            whole.subReadings = {{day("2026-07-10"), whole.segments}};
            whole.subReadings.front().segments.front().currentDial = dial(first);
            const Bill together = billOf(whole, versions);

            BillRequest before = whole;
            before.interval = *ReadingInterval::of(day("2026-06-20"), day("2026-07-10"));
            before.segments.front().currentDial = dial(first);
            const Bill one = billOf(before, versions);
            BillRequest after = whole;
            after.interval = *ReadingInterval::of(day("2026-07-10"), day("2026-07-20"));
            after.segments.front().previousDial = dial(first);
            after.issued.push_back({day("2026-07-10"), one.usage});
            const Bill other = billOf(after, versions);
            RC_ASSERT(together.ladderAfter == other.ladderAfter);
            RC_ASSERT(together.total == *one.total.plus(other.total));
            RC_ASSERT(together.parts[0].total == one.total && together.parts[1].total == other.total);
        }));
    }

    void theDaysDivideAsTheSplitOfOneUseDoes() {
        QVERIFY(rc::check("by day", [] {
            auto versions = dearer(PriceChangeRule::ByDay);
            BillRequest request = due("2026-06-20", "2026-07-20", "161");
            request.segments.front().currentDial = *BilledQuantity::ofWhole(100 + *rc::gen::inRange(0, 5000));
            const BilledQuantity use =
                *request.segments.front().currentDial.minus(request.segments.front().previousDial);
            const auto split =
                splitByDays(use, request.interval, versions[1].effectiveFrom, {amount("1"), RoundingMode::HalfUp});
            const Bill bill = billOf(request, versions);
            RC_ASSERT(bill.parts[0].usage == split->before && bill.parts[1].usage == split->after);
        }));
    }

    void correctedBillsMoveTheLadderOfEachPart() {
        std::vector<TariffVersion> one(1, gasTariff());
        one[0].policy.windowBoundary = WindowBoundaryRule::ByDay;
        BillRequest first = due("2026-11-15", "2026-12-15", "390");
        const auto november = meterhall::inputsOf(first, one);
        BillRequest second = due("2026-12-15", "2027-02-15", "162");
        second.issued = {{day("2026-12-15"), amount("290")}};
        const auto winter = meterhall::inputsOf(second, one);
        const auto issued = [&](const BillingInputs& inputs) {
            return IssuedBill{inputs, one.data(), std::vector<const TariffVersion*>(inputs.earlier.size(), one.data())};
        };
        std::vector<IssuedBill> bills{issued(*november), issued(*winter)};
        std::vector<IssuedBill> truth = bills;
        truth[0].inputs.segments.front().currentDial = amount("380");
        const auto correction = replayBills(bills, truth);
        QVERIFY(correction.ok());
        QCOMPARE(correction->bills[1].inputs.earlier[0].ladderBefore, amount("280"));
        QCOMPARE(textsOf(correction->bills[1].bill), QStringList({"1: 17 x 2.7 = 45.90", "2: 45 x 2.7 = 121.50"}));
        std::vector<IssuedBill> corrected{issued(correction->bills[0].inputs), issued(correction->bills[1].inputs)};
        std::vector<IssuedBill> back = corrected;
        back[0].inputs.segments = november->segments;
        const auto reversal = replayBills(corrected, back);
        QCOMPARE(*correction->adjustment.plus(reversal->adjustment), Money::zero(Currency::cny()));
    }

    void aPolicyThatIsNotThatOfTheReadingAsksForTheOldPrice() {
        const auto versions = dearer(PriceChangeRule::ByDay);
        QVERIFY(meterhall::inputsOf(due("2026-06-20", "2026-07-20", "161"), std::vector{versions[1]})
                    .failedWith(TariffError::NoVersionOnDate));
    }
};
METERHALL_TEST_CASE(BillDivisionTest)

#include "bill_division_test.moc"
