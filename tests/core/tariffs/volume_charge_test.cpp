#include "tests/core/tariffs/charge_check.h"
#include "tests/support/test_case.h"

#include <QTest>

using namespace meterhall;

class VolumeChargeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachTierHasALineAtItsPrice() {
        QCOMPARE(tests::ChargeCheck(u"volume", {"1.5", "2"}).charged(10, 3), QStringLiteral("1:10=15.00 2:3=6.00"));
    }
    void onePriceHoldsForAllTiers() {
        QCOMPARE(tests::ChargeCheck(u"volume", {"0.95"}).charged(10, 3), QStringLiteral("1:10=9.50 2:3=2.85"));
    }
    void nothingUsedIsNoLine() { QCOMPARE(tests::ChargeCheck(u"volume", {"1"}).charged(0, 0), QString()); }
    void aShareOfTheVolumeIsCharged() {
        tests::ChargeCheck sewage(u"volume", {"1"});
        sewage.component().share = Ratio::ofMicro(900'000);
        QCOMPARE(sewage.charged(10, 0), QStringLiteral("1:9=9.00"));
        sewage.component().share = Ratio::zero();
        QCOMPARE(sewage.charged(10, 0), QStringLiteral("tariffs.BadField"));
    }
    void halfAFenGoesAwayFromZero() {
        QCOMPARE(tests::ChargeCheck(u"volume", {"0.005"}).charged(1, 0), QStringLiteral("1:1=0.01"));
        QCOMPARE(tests::ChargeCheck(u"volume", {"0.005"}).charged(-1, 0), QStringLiteral("1:-1=-0.01"));
    }
    // 0.13 with 4 % inside: half a fen of tax, half a fen too much of net.
    void aTaxInsideIsRoundedOrIsWhatTheNetLeaves() {
        tests::ChargeCheck water(u"volume", {"0.13"});
        water.component().tax = {*Rate::parsePercent(u"4"), true, false};
        QCOMPARE(water.charged(1, 0), QStringLiteral("1:1=0.13"));
        QCOMPARE(water.taxed(1), QStringLiteral("0.01"));
        water.component().tax.netFirst = true;
        QCOMPARE(water.charged(1, 0), QStringLiteral("1:1=0.13"));
        QCOMPARE(water.taxed(1), QStringLiteral("0.00"));
    }
    void pricesThatAreNeitherOneNorByTierAreRefused() {
        QCOMPARE(tests::ChargeCheck(u"volume", {"1", "2", "3"}).charged(1, 0),
                 QStringLiteral("tariffs.PricesDoNotMatchTiers"));
        QCOMPARE(tests::ChargeCheck(u"volume", {}).charged(1, 0), QStringLiteral("tariffs.PricesDoNotMatchTiers"));
    }
};
METERHALL_TEST_CASE(VolumeChargeTest)

#include "volume_charge_test.moc"
