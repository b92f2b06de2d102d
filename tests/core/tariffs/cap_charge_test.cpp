#include "tests/core/tariffs/charge_check.h"
#include "tests/support/test_case.h"

#include <QTest>

using namespace meterhall;

class CapChargeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aHigherTotalIsGivenBackDownToIt() {
        tests::ChargeCheck check(u"volume", {"10"});
        check.append("cap", u"cap", {"45"});
        QCOMPARE(check.billed(5, 0), QStringLiteral("1:5=50.00 0:1=-5.00; 45.00"));
        QCOMPARE(check.billed(4, 0), QStringLiteral("1:4=40.00; 40.00"));
    }
};
METERHALL_TEST_CASE(CapChargeTest)

#include "cap_charge_test.moc"
