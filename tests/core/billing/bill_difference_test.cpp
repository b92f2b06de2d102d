#include "core/billing/bill_difference.h"
#include "tests/core/billing/sample_tariffs.h"
#include "tests/support/test_case.h"

#include <QTest>

#include <rapidcheck.h>

using namespace meterhall;
using namespace meterhall::tests;

namespace {

QString textOf(const BillDifference& difference) {
    static const char* const names[] = {"household", "days", "use", "tier", "price", "charges", "rounding"};
    QStringList text;
    for (const DifferencePart& part : difference.parts)
        if (!part.amount.isZero())
            text += QStringLiteral("%1 %2").arg(QLatin1String(names[int(part.cause)]), part.amount.toString());
    return text.join(QStringLiteral(", "));
}

/// A bill that is one.
struct One {
    BillingInputs inputs;
    const TariffVersion& version;
    const TariffVersion* price = &version;

    RatedFrom rated() const { return {inputs, BillPrices(&price, 1)}; }
};

BillingInputs used(const TariffVersion& version, const char* use, const char* before = "0") {
    return inputsFor(version, amount(use), amount(before));
}

} // namespace

class BillDifferenceTest : public QObject {
    Q_OBJECT

private:
    static QString told(const One& earlier, const One& later) {
        const auto difference = differenceOf(earlier.rated(), later.rated());
        return difference.ok() ? textOf(*difference) : difference.error().toString();
    }

    /// Three-tier gas with a price by household size and a fee for the days.
    static TariffVersion fullTariff() {
        TariffVersion version = gasTariff();
        version.ladder.quota = {{.fromPeople = 5, .add = {amount("60"), amount("120")}}};
        TariffComponent fee = component("fee", {"0.10"});
        fee.kind = (*chargeKind(u"fixed"))->id;
        fee.per = FactKind::Days;
        version.components.push_back(fee);
        return version;
    }

    static BillingInputs withFacts(BillingInputs inputs, const char* days, const char* people) {
        inputs.facts = {{FactKind::Days, amount(days)}, {FactKind::People, amount(people)}};
        return inputs;
    }

private Q_SLOTS:
    void anotherShareOfTheMeterAndALossAreUse() {
        const TariffVersion gas = gasTariff();
        const BillingInputs alone = used(gas, "20");
        BillingInputs half = alone;
        half.shares = {{.ratio = Ratio::ofMicro(500'000)}, {}};
        BillingInputs more = alone;
        more.losses = {{.master = amount("9"), .behind = amount("4"), .own = amount("1"), .all = amount("1")}};
        QCOMPARE(told({half, gas}, {alone, gas}), told({used(gas, "10"), gas}, {used(gas, "20"), gas}));
        QCOMPARE(told({alone, gas}, {more, gas}), told({used(gas, "20"), gas}, {used(gas, "25"), gas}));
        QVERIFY(told({alone, gas}, {more, gas}).startsWith(QStringLiteral("use ")));
    }

    void twiceTheSameBillDiffersInNothing() {
        const TariffVersion gas = gasTariff();
        const auto inputs = used(gas, "20", "290");
        const auto difference = differenceOf(One{inputs, gas}.rated(), One{inputs, gas}.rated());
        QVERIFY(difference.ok());
        QCOMPARE(textOf(*difference), QString());
        QCOMPARE(difference->parts.size(), 7U);
    }

    void moreUseIsToldAtThePriceOfItsTier() {
        const TariffVersion gas = gasTariff();
        QCOMPARE(told({used(gas, "20"), gas}, {used(gas, "38"), gas}), QStringLiteral("use 48.60"));
        QCOMPARE(told({used(gas, "38"), gas}, {used(gas, "20"), gas}), QStringLiteral("use -48.60"));
    }

    // 10 of 30 m3 lie in tier 2: 10 x (2.942 - 2.70).
    void crossingABoundIsACauseOfItsOwn() {
        const TariffVersion gas = gasTariff();
        QCOMPARE(told({used(gas, "20", "260"), gas}, {used(gas, "30", "280"), gas}),
                 QStringLiteral("use 27.00, tier 2.42"));
        QCOMPARE(told({used(gas, "30", "280"), gas}, {used(gas, "20", "260"), gas}),
                 QStringLiteral("use -27.00, tier -2.42"));
    }

    void aNewYearIsAStepBackOnTheLadder() {
        const TariffVersion gas = gasTariff();
        QCOMPARE(told({used(gas, "20", "700"), gas}, {used(gas, "20"), gas}), QStringLiteral("tier -19.36"));
    }

    void daysAndPeopleAreToldApart() {
        const TariffVersion full = fullTariff();
        QCOMPARE(told({withFacts(used(full, "20"), "30", "3"), full}, {withFacts(used(full, "20"), "33", "3"), full}),
                 QStringLiteral("days 0.30"));
        // Five people have 60 m3 more in tier 1: nothing of the 20 is in tier 2 any more.
        QCOMPARE(told({withFacts(used(full, "20", "300"), "30", "3"), full},
                      {withFacts(used(full, "20", "300"), "30", "5"), full}),
                 QStringLiteral("household -4.84"));
    }

    void aNewPriceOrderIsToldAndANewCharge() {
        const TariffVersion gas = gasTariff();
        TariffVersion dearer = gas;
        dearer.id = TariffVersionId::fromRaw(8);
        dearer.components[0].prices[0] = *BilledPrice::parse(u"2.80");
        TariffComponent fee = component("fee", {"1.50"});
        fee.kind = (*chargeKind(u"fixed"))->id;
        dearer.components.push_back(fee);
        QCOMPARE(told({used(gas, "20"), gas}, {used(dearer, "25"), dearer}),
                 QStringLiteral("use 13.50, price 2.50, charges 1.50"));
    }

    void whatTheEarlierTariffCannotRateIsThePrices() {
        const TariffVersion gas = gasTariff();
        TariffVersion byTime = gas;
        byTime.id = TariffVersionId::fromRaw(8);
        byTime.registers = {"peak", "valley"};
        byTime.components[0].registerPrices.assign(6, *BilledPrice::parse(u"3.00"));
        UsageSegment peak = segment("100", "110");
        peak.registerCode = "peak";
        UsageSegment valley = segment("200", "210");
        valley.registerCode = "valley";
        const auto both = inputsOf(byTime, {peak, valley});
        // Backwards the earlier tariff wants registers that the later bill has not.
        const auto difference = differenceOf(One{both, byTime}.rated(), One{used(gas, "20"), gas}.rated());
        QVERIFY2(difference.ok(), qPrintable(difference.ok() ? QString() : difference.error().toString()));
        QCOMPARE(difference->sum()->toString(), QStringLiteral("-6.00"));
    }

    void theCausesAlwaysAddUp() {
        QVERIFY(rc::check("parts add up", [] {
            TariffVersion a = fullTariff();
            TariffVersion b = fullTariff();
            b.id = TariffVersionId::fromRaw(8);
            b.components[0].prices[1] = BilledPrice::ofMicro(*rc::gen::inRange<std::int64_t>(0, 9'999'999));
            if (*rc::gen::arbitrary<bool>())
                b.components.pop_back();
            if (*rc::gen::arbitrary<bool>())
                b.policy.totalRounding = *RoundingRule::toMinorUnits(Currency::cny(), 5, RoundingMode::HalfUp);
            const auto random = [](const TariffVersion& version) {
                const auto whole = [](int below) { return *BilledQuantity::ofWhole(*rc::gen::inRange(0, below)); };
                BillingInputs inputs = inputsFor(version, whole(400), whole(900));
                inputs.facts = {{FactKind::Days, whole(70)}, {FactKind::People, whole(9)}};
                return inputs;
            };
            const BillingInputs from = random(a);
            const BillingInputs to = random(b);
            const auto difference = differenceOf(One{from, a}.rated(), One{to, b}.rated());
            RC_ASSERT(difference.ok());
            RC_ASSERT(difference->earlier == *rated(from, a) && difference->later == *rated(to, b));
            RC_ASSERT(difference->sum()->minor() == rated(to, b)->total.minor() - rated(from, a)->total.minor());
        }));
    }
};

METERHALL_TEST_CASE(BillDifferenceTest)
#include "bill_difference_test.moc"
