#include "tests/core/tariffs/charge_check.h"
#include "tests/support/test_case.h"

#include <QTest>

using namespace meterhall;

class LevyChargeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theWholeUseIsOneLine() {
        QCOMPARE(tests::ChargeCheck(u"levy", {"0.2803"}).charged(10, 3), QStringLiteral("0:13=3.64"));
    }
    void nothingUsedIsNoLine() { QCOMPARE(tests::ChargeCheck(u"levy", {"0.2803"}).charged(0, 0), QString()); }
    void itHasOnePrice() {
        QCOMPARE(tests::ChargeCheck(u"levy", {"1", "2"}).charged(1, 0),
                 QStringLiteral("tariffs.PricesDoNotMatchTiers"));
    }
};
METERHALL_TEST_CASE(LevyChargeTest)

#include "levy_charge_test.moc"
