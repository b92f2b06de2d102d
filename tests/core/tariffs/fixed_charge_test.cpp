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
    void itHasOnePrice() {
        QCOMPARE(tests::ChargeCheck(u"fixed", {"1", "2"}).charged(0, 0),
                 QStringLiteral("tariffs.PricesDoNotMatchTiers"));
    }
};
METERHALL_TEST_CASE(FixedChargeTest)

#include "fixed_charge_test.moc"
