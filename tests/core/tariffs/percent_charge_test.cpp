#include "tests/core/tariffs/charge_check.h"
#include "tests/support/test_case.h"

#include <QTest>

using namespace meterhall;

class PercentChargeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDiscountIsOfTheLinesBeforeIt() {
        tests::ChargeCheck check(u"volume", {"1.5", "2"});
        check.append("discount", u"percent", {"-0.15"});
        check.append("rent", u"fixed", {"4"});
        // 15.00 + 10.00 = 25.00; 3.75 less; 4.00 more.
        QCOMPARE(check.billed(10, 5), QStringLiteral("1:10=15.00 2:5=10.00 0:1=-3.75 0:1=4.00; 25.25"));
    }
    void aTaxIsOfTheRoundedSubtotalAndATaxOnItOfBoth() {
        tests::ChargeCheck check(u"volume", {"1.57", "2"});
        check.append("vat", u"percent", {"0.1"}).percentOf = PercentOf::Subtotal;
        check.append("fund", u"percent", {"0.1"}).percentOf = PercentOf::Running;
        // 15.70 becomes 15; 1.50 of it; 1.65 of 16.50.
        check.version.policy.subtotalRounding = *RoundingRule::toStepMicro(1'000'000, RoundingMode::Down);
        QCOMPARE(check.billed(10, 0), QStringLiteral("1:10=15.70 0:1=1.50 0:1=1.65; 18.15 (-0.70)"));
        check.version.policy.subtotalRounding.reset();
        QCOMPARE(check.billed(10, 0), QStringLiteral("1:10=15.70 0:1=1.57 0:1=1.73; 19.00"));
    }
    void aRateByTierIsOfTheLinesOfSomeComponents() {
        tests::ChargeCheck check(u"volume", {"1", "2"});
        check.append("levy", u"levy", {"1"});
        TariffComponent& conservation = check.append("wct", u"percent", {"0.30", "0.45"});
        conservation.percentOf = PercentOf::Components;
        conservation.of = {0};
        // 30 % of 10.00 and 45 % of 10.00; nothing of the levy.
        QCOMPARE(check.billed(10, 5), QStringLiteral("1:10=10.00 2:5=10.00 0:15=15.00 0:1=7.50; 42.50"));
        conservation.of = {2};
        QCOMPARE(check.billed(1, 0), QStringLiteral("tariffs.BadField"));
        conservation.of.clear();
        QCOMPARE(check.billed(1, 0), QStringLiteral("tariffs.BadField"));
    }
    void chargesStandBeforeTheSubtotal() {
        tests::ChargeCheck check(u"volume", {"1"});
        check.append("vat", u"percent", {"0.1"}).percentOf = PercentOf::Subtotal;
        check.append("rent", u"fixed", {"4"});
        QCOMPARE(check.billed(1, 0), QStringLiteral("tariffs.BadOrder"));
    }
    void theTotalOfUnroundedLinesIsRoundedOnce() {
        tests::ChargeCheck check(u"volume", {"0.333", "0.333"});
        // 10 x 0.333 = 3.33, 5 x 0.333 = 1.665.
        QCOMPARE(check.billed(10, 5), QStringLiteral("1:10=3.33 2:5=1.67; 5.00"));
        check.component().prices[0] = *BilledPrice::parse(u"0.3334"); // 3.334 + 1.665 = 4.999
        check.component().scope = RoundingScope::Bill;
        QCOMPARE(check.billed(10, 5), QStringLiteral("1:10=3.33 2:5=1.67; 5.00"));
        check.component().prices[0] = *BilledPrice::parse(u"0.3326"); // 3.326 + 1.665 = 4.991
        QCOMPARE(check.billed(10, 5), QStringLiteral("1:10=3.33 2:5=1.67; 4.99 (-0.01)"));
        check.component().scope = RoundingScope::Component;
        QCOMPARE(check.billed(10, 5), QStringLiteral("1:10=3.33 2:5=1.67; 4.99 (-0.01)"));
        check.component().scope = RoundingScope::Line;
        check.component().rounding = *RoundingRule::parse(u"down:0.001");
        QCOMPARE(check.billed(10, 5), QStringLiteral("1:10=3.33 2:5=1.67; 4.99 (-0.01)"));
    }
};
METERHALL_TEST_CASE(PercentChargeTest)

#include "percent_charge_test.moc"
