#include "tests/core/tariffs/charge_check.h"
#include "tests/support/test_case.h"

#include <QTest>

using namespace meterhall;

class MinimumChargeTest : public QObject {
    Q_OBJECT

private:
    static tests::ChargeCheck atLeast(const char* least) {
        tests::ChargeCheck check(u"volume", {"1.333", "2"});
        check.append("minimum", u"minimum", {least});
        return check;
    }

private Q_SLOTS:
    void aLowerTotalIsFilledUp() {
        QCOMPARE(atLeast("40").billed(3, 0), QStringLiteral("1:3=4.00 0:1=36.00; 40.00"));
        QCOMPARE(atLeast("40").billed(0, 0), QStringLiteral("0:1=40.00; 40.00"));
    }
    void aHigherTotalStays() { QCOMPARE(atLeast("4").billed(3, 0), QStringLiteral("1:3=4.00; 4.00")); }
    void itIsComparedWithTheRoundedTotal() {
        auto check = atLeast("4");
        check.version.policy.totalRounding = *RoundingRule::toStepMicro(500'000, RoundingMode::HalfUp);
        // 2.67 becomes 2.50, and 1.50 more are asked for.
        QCOMPARE(check.billed(2, 0), QStringLiteral("1:2=2.67 0:1=1.50; 4.00 (-0.17)"));
    }
    void itIsMoney() { QCOMPARE(atLeast("4.005").billed(1, 0), QStringLiteral("tariffs.BadField")); }
};
METERHALL_TEST_CASE(MinimumChargeTest)

#include "minimum_charge_test.moc"
