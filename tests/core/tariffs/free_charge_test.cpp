#include "tests/core/tariffs/charge_check.h"
#include "tests/support/test_case.h"

#include <QTest>

using namespace meterhall;

class FreeChargeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noOneGetsMoreThanHeUsed() {
        tests::ChargeCheck check(u"free", {"0.5"});
        const Fact facts[] = {{FactKind::FreeQuantity, *BilledQuantity::ofWhole(15)}};
        QCOMPARE(check.charged(10, 40, facts), QStringLiteral("1:-15=-7.50"));
        QCOMPARE(check.charged(10, 0, facts), QStringLiteral("1:-10=-5.00"));
        QCOMPARE(check.charged(0, 0, facts), QString());
    }
    void whoIsGrantedNothingGetsNothing() { QCOMPARE(tests::ChargeCheck(u"free", {"0.5"}).charged(10, 40), QString()); }
};
METERHALL_TEST_CASE(FreeChargeTest)

#include "free_charge_test.moc"
