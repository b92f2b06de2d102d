#include "core/proof/proof.h"
#include "tests/core/billing/sample_tariffs.h"
#include "tests/support/test_case.h"

#include <QTest>

#include <rapidcheck.h>

using namespace meterhall;
using namespace meterhall::tests;

/// Ladders beyond the plain one, people, seasons and time of use. Every total is proved.
class LadderFormsTest : public QObject {
    Q_OBJECT

private:
    static QString total(const TariffVersion& version, const BillingInputs& inputs) {
        if (const auto checked = checkTariffVersion(version); !checked.ok())
            return checked.error().code().toString();
        Bill bill = Bill::empty(version.currency);
        Trace trace;
        if (const auto traced = rate(inputs, version, bill, &trace); !traced.ok())
            return traced.error().code().toString();
        if (const auto proved = proveTotal(trace, bill.total.toString()); !proved.ok())
            return proved.error().toString();
        const auto plain = rated(inputs, version);
        return plain.ok() && *plain == bill ? bill.total.toString() : QStringLiteral("trace changed the bill");
    }
    static QString total(const TariffVersion& version, const char* use) {
        return total(version, inputsFor(version, amount(use), amount("0")));
    }

    /// Two months' electricity in four bands, each with a table of its own (source: Tamil Nadu 2012, domestic;
    /// headlinesnewsworld.blogspot.com/2012/06).
    static TariffVersion bandTables() {
        TariffVersion made =
            version({"100", "200", "500"}, {component("energy", {"1", "1.5", "2", "3", "3", "4", "5.75"}),
                                            component("fixed", {"20", "20", "30", "40"})});
        made.components[1].kind = (*chargeKind(u"fixed"))->id;
        made.ladder.mode = LadderMode::BandTable;
        made.ladder.bandTables = {{}, {}, {{amount("200")}}, {{amount("200"), amount("500")}}};
        return made;
    }

    /// Electricity by tier and time of use (source: Zhejiang, zj.gov.cn, price table of 2760 / 4800 kWh a year).
    static TariffVersion timeOfUse() {
        TariffVersion made = version({"2760", "4800"}, {component("energy", {"0.538", "0.588", "0.838"})});
        made.registers = {"peak", "valley"};
        for (const char* price : {"0.568", "0.288", "0.618", "0.338", "0.868", "0.588"})
            made.components[0].registerPrices.push_back(*BilledPrice::parse(QString::fromLatin1(price)));
        return made;
    }

    static BillingInputs counted(const TariffVersion& version, const char* peak, const char* valley,
                                 const char* before = "0") {
        BillingInputs inputs = inputsOf(version, {segment("0", peak), segment("0", valley)}, before);
        inputs.segments[0].registerCode = "peak";
        inputs.segments[1].registerCode = "valley";
        return inputs;
    }

    /// 420 / 660 m3 of gas a year for four, 84 / 66 m3 more for each further person (source: nlcha.com/news363455).
    static TariffVersion people() {
        TariffVersion made = version({"420", "660"}, {component("gas", {"1.98", "2.38", "2.97"})});
        made.ladder.quota = {{5, true, {}, {amount("84"), amount("66")}, 4}};
        return made;
    }

    static BillingInputs household(const TariffVersion& version, const char* use, int people) {
        BillingInputs inputs = inputsFor(version, amount(use), amount("0"));
        inputs.facts = {{FactKind::People, *BilledQuantity::ofWhole(people)}};
        return inputs;
    }

private Q_SLOTS:
    void theBandOfTheWholeUsePricesAllOfIt() {
        TariffVersion made = version({"20", "80"}, {component("gas", {"145.31", "130.46", "128.26"})});
        made.ladder.mode = LadderMode::WholeBand;
        QCOMPARE(total(made, "20"), QStringLiteral("2906.20"));
        QCOMPARE(total(made, "21"), QStringLiteral("2739.66"));
        QCOMPARE(total(made, "80"), QStringLiteral("10436.80"));
        QCOMPARE(total(made, "81"), QStringLiteral("10389.06"));
        QCOMPARE(total(made, "0"), QStringLiteral("0.00"));
        // Where the ladder stood before plays no part.
        QCOMPARE(total(made, inputsFor(made, amount("20"), amount("500"))), QStringLiteral("2906.20"));
    }

    void theBandChoosesItsOwnTable() {
        QCOMPARE(total(bandTables(), "100"), QStringLiteral("120.00"));
        QCOMPARE(total(bandTables(), "101"), QStringLiteral("171.50"));
        QCOMPARE(total(bandTables(), "200"), QStringLiteral("320.00"));
        QCOMPARE(total(bandTables(), "230"), QStringLiteral("520.00"));
        QCOMPARE(total(bandTables(), "501"), QStringLiteral("1845.75"));
        QCOMPARE(total(bandTables(), "0"), QStringLiteral("20.00"));
        TariffVersion broken = bandTables();
        broken.ladder.bandTables.pop_back();
        QCOMPARE(total(broken, "1"), QStringLiteral("tariffs.BadField"));
        broken = bandTables();
        broken.components[0].prices.pop_back();
        QCOMPARE(total(broken, "1"), QStringLiteral("tariffs.PricesDoNotMatchTiers"));
    }

    void aTiersSliceIsSharedAsTheRegistersRelate() {
        const TariffVersion made = timeOfUse();
        // 60 kWh in tier 1 and 240 in tier 2, each 3 : 2.
        QCOMPARE(total(made, counted(made, "180", "120", "2700")), QStringLiteral("148.80"));
        QCOMPARE(total(made, counted(made, "3000", "2000")), QStringLiteral("2442.00"));
        QCOMPARE(total(made, counted(made, "1", "0", "2760")), QStringLiteral("0.62"));
        QCOMPARE(total(made, counted(made, "0", "0")), QStringLiteral("0.00"));
        // One dial has one price.
        QCOMPARE(total(made, inputsFor(made, amount("100"), amount("0"))), QStringLiteral("53.80"));
        BillingInputs strange = counted(made, "1", "1");
        strange.segments[1].registerCode = "flat";
        QCOMPARE(total(made, strange), QStringLiteral("billing.UnknownRegister"));
    }

    void aSharedSliceIsRoundedOnceAsAWhole() {
        TariffVersion made = timeOfUse();
        made.components[0].prices = {*BilledPrice::parse(u"0.5")};
        made.components[0].registerPrices = {*BilledPrice::parse(u"0.03"), *BilledPrice::parse(u"0.03")};
        // 2760 x 1/3 x 0.03 = 27.60 and 55.20 exactly; a third rounded first would give 27.599999.
        made.components[0].rounding = *RoundingRule::parse(u"down:0.01");
        QCOMPARE(total(made, counted(made, "920", "1840")), QStringLiteral("82.80"));
        QCOMPARE(total(made, counted(made, "1", "2", "0")), QStringLiteral("0.09"));
        QCOMPARE(total(made, counted(made, "1000", "2000", "1760")), QStringLiteral("90.00"));
    }

    void eachFurtherPersonRaisesTheBounds() {
        const TariffVersion made = people();
        QCOMPARE(total(made, household(made, "700", 4)), QStringLiteral("1521.60"));
        QCOMPARE(total(made, household(made, "700", 6)), QStringLiteral("1430.80"));
        QCOMPARE(total(made, inputsFor(made, amount("700"), amount("0"))), QStringLiteral("1521.60"));
        QCOMPARE(total(made, household(made, "700", -1)), QStringLiteral("billing.BadPeople"));
    }

    void aStepAndAHeadCountAreTheSameRule() {
        TariffVersion made = version({"200", "300"}, {component("power", {"1", "2", "3"})});
        // 100 more from five people on, 200 more from seven on.
        made.ladder.quota = {{5, true, {amount("100"), amount("100")}, {}, 0},
                             {7, true, {amount("200"), amount("200")}, {}, 0}};
        QCOMPARE(total(made, household(made, "400", 4)), QStringLiteral("700.00"));
        QCOMPARE(total(made, household(made, "400", 6)), QStringLiteral("500.00"));
        QCOMPARE(total(made, household(made, "400", 9)), QStringLiteral("400.00"));
        // 25 and 33 m3 up to four people, 6.25 and 8.25 a head from five on (source: Wuhan before 2013,
        // mrbest.cn/qcnm/a6d1b92567b8171109).
        made = version({"25", "33"}, {component("water", {"1.9", "2.45", "3"})});
        made.ladder.quota = {{5, false, {}, {amount("6.25"), amount("8.25")}, 0}};
        QCOMPARE(total(made, household(made, "40", 4)), QStringLiteral("88.10"));
        QCOMPARE(total(made, household(made, "40", 5)), QStringLiteral("80.82"));
        made.ladder.quota[0].perPerson.pop_back();
        QCOMPARE(total(made, household(made, "40", 5)), QStringLiteral("tariffs.BadField"));
    }

    void aChangeOfTheHouseholdIsWeightedByMonths() {
        const TariffVersion made = people();
        BillingInputs inputs = inputsFor(made, amount("700"), amount("0"));
        // Half a year 420 / 660, half a year 588 / 792: 504 / 726.
        inputs.peopleMonths = {{amount("4"), Ratio::ofMicro(6'000'000)}, {amount("6"), Ratio::ofMicro(6'000'000)}};
        QCOMPARE(total(made, inputs), QStringLiteral("1464.40"));
        inputs.peopleMonths = {{amount("6"), Ratio::ofMicro(12'000'000)}};
        QCOMPARE(total(made, inputs), total(made, household(made, "700", 6)));
        inputs.peopleMonths.front().months = Ratio::zero();
        QCOMPARE(total(made, inputs), QStringLiteral("billing.BadPeople"));
    }

    void anUnusualLengthProratesBoundsAndRebates() {
        // 91 days instead of 30: 20 / 40 become 60.67 / 121.33.
        TariffVersion made = version({"20", "40"}, {component("power", {"1", "2", "3"}), component("saver", {"0.1"})});
        made.ladder.cycle = {LadderCounting::PerBill, SpanUnit::Months, 1, 1, 1};
        made.components[1].kind = (*chargeKind(u"rebate"))->id;
        made.components[1].bands = {amount("50")};
        BillingInputs inputs = inputsFor(made, amount("120"), amount("0"));
        QCOMPARE(total(made, inputs), QStringLiteral("300.00"));
        inputs.proration = {91, 30};
        QCOMPARE(total(made, inputs), QStringLiteral("167.34")); // 60.67 + 118.67 - 12.00
        inputs.proration = {3, 2};
        inputs.boundScale = {2, 1};
        // 60 / 120, but the rebate's 50 only become 75.
        QCOMPARE(total(made, inputs), QStringLiteral("180.00"));
        inputs.proration = {0, 1};
        QCOMPARE(total(made, inputs), QStringLiteral("billing.BadScale"));
    }

    void homesBehindASharedMeterHaveALadderEach() {
        const TariffVersion made = waterTariff();
        BillingInputs inputs = inputsFor(made, amount("540"), amount("0"));
        inputs.facts = {{FactKind::Households, amount("3")}};
        QCOMPARE(total(made, inputs), QStringLiteral("2700.00"));
    }

    void aSeasonAndACategoryHaveBoundsAndPricesOfTheirOwn() {
        TariffVersion made = version({"200", "400"}, {component("power", {"0.64", "0.69", "0.94"})});
        made.ladder.variants = {{VariantAxis::Season, QStringLiteral("summer"), true, {amount("260"), amount("600")}},
                                {VariantAxis::Category, QStringLiteral("heating"), true, {amount("1000")}}};
        made.components[0].variantPrices = {{2, {*BilledPrice::parse(u"0.5"), *BilledPrice::parse(u"0.9")}, {}}};
        BillingInputs inputs = inputsFor(made, amount("650"), amount("0"));
        QCOMPARE(total(made, inputs), QStringLiteral("501.00"));
        inputs.choice = {1, 0};
        QCOMPARE(total(made, inputs), QStringLiteral("448.00"));
        inputs.choice = {1, 2}; // the category says more
        QCOMPARE(total(made, inputs), QStringLiteral("325.00"));
        inputs.choice = {2, 0};
        QCOMPARE(total(made, inputs), QStringLiteral("billing.UnknownVariant"));
        made.components[0].variantPrices.clear();
        QCOMPARE(total(made, inputs), QStringLiteral("tariffs.PricesDoNotMatchTiers"));
    }

    void choicesAndPeopleAreKeptWithTheBill() {
        const TariffVersion made = people();
        BillingInputs inputs = inputsFor(made, amount("7"), amount("0"));
        inputs.choice = {3, 4};
        inputs.peopleMonths = {{amount("4"), Ratio::ofMicro(6'000'000)}, {amount("6"), Ratio::ofMicro(6'000'000)}};
        QVERIFY(*decodeBillingInputs(encodeBillingInputs(inputs)) == inputs);
        const TariffVersion tou = timeOfUse();
        const Bill bill = *rated(counted(tou, "180", "120", "2700"), tou);
        QCOMPARE(bill.lines.size(), std::size_t(4));
        QCOMPARE(int(bill.lines[1].tou), 2);
        QVERIFY(*decodeBill(encodeBill(bill)) == bill);
    }

    void registersAddUpHoweverTheUseFalls() {
        QVERIFY(rc::check([] {
            const TariffVersion made = timeOfUse();
            const int peak = *rc::gen::inRange(0, 4000);
            const int valley = *rc::gen::inRange(0, 4000);
            const int before = *rc::gen::inRange(0, 6000);
            const Bill bill = *rated(counted(made, qPrintable(QString::number(peak)),
                                             qPrintable(QString::number(valley)), qPrintable(QString::number(before))),
                                     made);
            std::int64_t sums[2] = {0, 0};
            for (const BillLine& line : bill.lines)
                sums[line.tou - 1] += line.quantity.micro();
            // A line's share is rounded at the sixth decimal.
            RC_ASSERT(std::abs(sums[0] - peak * 1'000'000LL) <= 3);
            RC_ASSERT(std::abs(sums[1] - valley * 1'000'000LL) <= 3);
            RC_ASSERT(bill.usage == *BilledQuantity::ofWhole(peak + valley));
        }));
    }

    void aLargerHouseholdNeverPaysMore() {
        QVERIFY(rc::check([] {
            const TariffVersion made = people();
            const int use = *rc::gen::inRange(0, 2000);
            const int persons = *rc::gen::inRange(1, 12);
            const auto costs = [&](int count) {
                return rated(household(made, qPrintable(QString::number(use)), count), made)->total.minor();
            };
            RC_ASSERT(costs(persons + 1) <= costs(persons));
        }));
    }
};
METERHALL_TEST_CASE(LadderFormsTest)

#include "ladder_forms_test.moc"
