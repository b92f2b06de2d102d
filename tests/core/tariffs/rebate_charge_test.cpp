#include "tests/core/tariffs/charge_check.h"
#include "tests/support/test_case.h"

#include <QTest>

using namespace meterhall;

class RebateChargeTest : public QObject {
    Q_OBJECT

private:
    static tests::ChargeCheck saver() {
        tests::ChargeCheck check(u"rebate", {"0.17", "0.15"});
        check.component().bands = {*BilledQuantity::ofWhole(20), *BilledQuantity::ofWhole(40)};
        return check;
    }

private Q_SLOTS:
    void theBandOfTheWholeUseIsGivenBackOnAllOfIt() {
        auto check = saver();
        QCOMPARE(check.charged(10, 10), QStringLiteral("0:-20=-3.40"));
        QCOMPARE(check.charged(10, 11), QStringLiteral("0:-21=-3.15"));
        QCOMPARE(check.charged(10, 30), QStringLiteral("0:-40=-6.00"));
    }
    void aboveTheLastBandThereIsNone() {
        QCOMPARE(saver().charged(10, 31), QString());
        QCOMPARE(saver().charged(0, 0), QString());
    }
    void bandsRiseAndEachHasAPrice() {
        auto check = saver();
        check.component().bands.pop_back();
        QCOMPARE(check.charged(1, 0), QStringLiteral("tariffs.PricesDoNotMatchTiers"));
        check.component().bands.push_back(*BilledQuantity::ofWhole(20));
        QCOMPARE(check.charged(1, 0), QStringLiteral("tariffs.BoundsNotAscending"));
    }
};
METERHALL_TEST_CASE(RebateChargeTest)

#include "rebate_charge_test.moc"
