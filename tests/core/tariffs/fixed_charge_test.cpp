#include "tests/core/tariffs/charge_check.h"
#include "tests/support/test_case.h"

#include <QTest>

using namespace meterhall;

class FixedChargeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aChargePerBillIsDueWithoutUse() {
        QCOMPARE(tests::ChargeCheck(u"fixed", {"8"}).charged(0, 0), QStringLiteral("0:1=8.00"));
    }
    void itIsCountedByWhatItIsPer() {
        tests::ChargeCheck heat(u"fixed", {"5.40"});
        heat.component().per = FactKind::SquareMetres;
        const Fact facts[] = {{FactKind::Months, *BilledQuantity::ofWhole(2)},
                              {FactKind::SquareMetres, *BilledQuantity::parse(u"85.5")}};
        QCOMPARE(heat.charged(100, 0, facts), QStringLiteral("0:85.5=461.70"));
        heat.component().per = FactKind::Months;
        QCOMPARE(heat.charged(0, 0, facts), QStringLiteral("0:2=10.80"));
    }
    void aNumberNobodyKnowsIsAnErrorAndNotZero() {
        tests::ChargeCheck rent(u"fixed", {"1"});
        rent.component().per = FactKind::Days;
        QCOMPARE(rent.charged(0, 0), QStringLiteral("tariffs.MissingFact"));
    }
    void itHasOnePriceOrOneForEveryTierThatMayBeReached() {
        tests::ChargeCheck demand(u"fixed", {"910", "1600"});
        QCOMPARE(demand.billed(0, 0), QStringLiteral("1:1=910.00; 910.00"));
        QCOMPARE(demand.billed(10, 1), QStringLiteral("2:1=1600.00; 1600.00"));
        QCOMPARE(tests::ChargeCheck(u"fixed", {"1", "2", "3"}).charged(0, 0),
                 QStringLiteral("tariffs.PricesDoNotMatchTiers"));
        QCOMPARE(tests::ChargeCheck(u"fixed", {}).charged(0, 0), QStringLiteral("tariffs.PricesDoNotMatchTiers"));
    }
    void aTableGivesThePriceOfAFact() {
        tests::ChargeCheck pipe(u"fixed", {});
        pipe.version.factNames = {QStringLiteral("pipe")};
        pipe.component().by = FactKind::FirstNamed;
        pipe.component().table = {
            {QStringLiteral("20mm"), *BilledQuantity::ofWhole(1), BilledPrice::ofMicro(7'000'000)},
            {QStringLiteral("25mm"), *BilledQuantity::ofWhole(2), BilledPrice::ofMicro(9'500'000)}};
        Fact facts[] = {{FactKind::FirstNamed, *BilledQuantity::ofWhole(2)}};
        QCOMPARE(pipe.billed(0, 0, facts), QStringLiteral("0:1=9.50; 9.50"));
        facts[0].value = *BilledQuantity::ofWhole(3);
        QCOMPARE(pipe.billed(0, 0, facts), QStringLiteral("tariffs.MissingFact"));
        QCOMPARE(pipe.billed(0, 0), QStringLiteral("tariffs.MissingFact"));
        pipe.version.factNames.clear();
        QCOMPARE(pipe.billed(0, 0), QStringLiteral("tariffs.BadField"));
    }
    void theNumberIsMultipliedByFurtherFactors() {
        // Area x days x 0.054 x a factor of the building, as in Luoyang (source: qebk.com/techan/206022).
        tests::ChargeCheck heat(u"fixed", {"0.054"});
        heat.version.factNames = {QStringLiteral("building_factor")};
        heat.component().per = FactKind::SquareMetres;
        heat.component().factors = {FactKind::Days, FactKind::FirstNamed};
        const Fact facts[] = {{FactKind::Days, *BilledQuantity::ofWhole(121)},
                              {FactKind::SquareMetres, *BilledQuantity::parse(u"88.5")},
                              {FactKind::FirstNamed, *BilledQuantity::parse(u"0.86")}};
        // 88.5 x 121 x 0.86 = 9209.31; x 0.054 = 497.30274.
        QCOMPARE(heat.billed(0, 0, facts), QStringLiteral("0:9209.31=497.30; 497.30"));
        QCOMPARE(heat.billed(0, 0, std::span(facts).first(2)), QStringLiteral("tariffs.MissingFact"));
    }
};
METERHALL_TEST_CASE(FixedChargeTest)

#include "fixed_charge_test.moc"
