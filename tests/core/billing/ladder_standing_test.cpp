#include "core/billing/ladder_standing.h"
#include "core/tariffs/unit_price.h"
#include "tests/core/billing/sample_tariffs.h"
#include "tests/support/test_case.h"

#include <QTest>

#include <array>
#include <rapidcheck.h>

using namespace meterhall;
using namespace meterhall::tests;

/// What a customer is told of a ladder: by the same bounds as bills.
class LadderStandingTest : public QObject {
    Q_OBJECT

    static QString told(const LadderStanding& standing) {
        QString text = QStringLiteral("tier %1").arg(standing.tier);
        if (standing.left)
            text += QStringLiteral(", %1 left").arg(standing.left->toString());
        if (standing.nextPrice)
            text += QStringLiteral(", then %1").arg(standing.nextPrice->toString());
        return text;
    }
    static QString standing(const char* position) {
        const auto tiers = ladderTiers(gasTariff(), {});
        return told(*standingOn(*tiers, amount(position)));
    }
    static QString used(const BillingInputs& inputs, const TariffVersion& version) {
        QStringList text;
        const auto parts = tierUse(inputs, rated(inputs, version)->usage, std::array{&version});
        for (const TierUse& part : *parts)
            text += QStringLiteral("%1:%2").arg(part.tier).arg(part.quantity.toString());
        return text.join(u' ');
    }

private Q_SLOTS:
    void aBoundBelongsToTheTierBelowIt_data() {
        QTest::addColumn<QString>("position");
        QTest::addColumn<QString>("expected");
        QTest::newRow("nothing") << "0"
                                 << "tier 1, 300 left, then 2.942";
        QTest::newRow("below") << "299"
                               << "tier 1, 1 left, then 2.942";
        QTest::newRow("at the bound") << "300"
                                      << "tier 1, 0 left, then 2.942";
        QTest::newRow("above") << "301"
                               << "tier 2, 299 left, then 3.668";
        QTest::newRow("at the last bound") << "600"
                                           << "tier 2, 0 left, then 3.668";
        QTest::newRow("last tier") << "601"
                                   << "tier 3";
        QTest::newRow("credited below nothing") << "-5"
                                                << "tier 1, 305 left, then 2.942";
    }
    void aBoundBelongsToTheTierBelowIt() {
        QFETCH(QString, position);
        QTEST(standing(qPrintable(position)), "expected");
    }

    void aPriceIsThatOfAllComponents() {
        // 2.07 + 1.57 + 1.36 = 5.00, and two yuan more in each higher tier.
        TariffVersion water = waterTariff();
        QCOMPARE(unitPrice(water, 1)->toString(), QStringLiteral("5"));
        QCOMPARE(unitPrice(water, 2)->toString(), QStringLiteral("7"));
        QCOMPARE(unitPrice(water, 3)->toString(), QStringLiteral("9"));
        // Sewage on nine tenths of the water: 1.36 x 0.9 = 1.224.
        water.components[2].share = Ratio::ofMicro(900'000);
        QCOMPARE(unitPrice(water, 1)->toString(), QStringLiteral("4.864"));
    }

    void taxOnTopIsPartOfThePriceAndFixedChargesAreNot() {
        TariffVersion gas = gasTariff();
        // 2.70 x 1.09 = 2.943.
        gas.components[0].tax = {Rate::ofMicro(90'000), false};
        TariffComponent fixed = component("rent", {"4"});
        fixed.kind = (*chargeKind(u"fixed"))->id;
        gas.components.push_back(fixed);
        TariffComponent levy = component("levy", {"0.05"});
        levy.kind = (*chargeKind(u"levy"))->id;
        gas.components.push_back(levy);
        QCOMPARE(unitPrice(gas, 1)->toString(), QStringLiteral("2.993"));
    }

    void boundsAreScaledAsBillsScaleThem() {
        const auto tiers = ladderTiers(gasTariff(), {6, 12});
        QCOMPARE(tiers->size(), std::size_t(3));
        QCOMPARE(tiers->at(0).upTo->toString(), QStringLiteral("150"));
        QCOMPARE(tiers->at(1).upTo->toString(), QStringLiteral("300"));
        QVERIFY(!tiers->at(2).upTo);
        QVERIFY(ladderTiers(gasTariff(), {0, 12}).failedWith(BillingError::BadScale));
    }

    void withoutALadderThereIsOneTier() {
        const auto tiers = ladderTiers(version({}, {component("gas", {"3.1"})}), {});
        QCOMPARE(tiers->size(), std::size_t(1));
        QVERIFY(!tiers->front().upTo);
        QCOMPARE(tiers->front().price.toString(), QStringLiteral("3.1"));
        QCOMPARE(told(*standingOn(*tiers, amount("12"))), QStringLiteral("tier 1"));
    }

    void aTierEndsWhenUseGoesOnAsBefore() {
        const auto ends = [](const char* left, const char* use, int days) {
            const auto on = dayUsedUp(amount(left), amount(use), days, day("2026-11-18"));
            return on ? on->toString() : QStringLiteral("never");
        };
        // 37 x 31 / 88 = 13.03: used up in the course of the fourteenth day.
        QCOMPARE(ends("37", "88", 31), QStringLiteral("2026-12-02"));
        QCOMPARE(ends("0", "88", 31), QStringLiteral("2026-11-18"));
        QCOMPARE(ends("31", "31", 31), QStringLiteral("2026-12-19"));
        QCOMPARE(ends("37", "0", 31), QStringLiteral("never"));
        QCOMPARE(ends("37", "-4", 31), QStringLiteral("never"));
        QCOMPARE(ends("37", "88", 0), QStringLiteral("never"));
        QCOMPARE(ends("300", "1", 31), QStringLiteral("never")); // twenty-five years
    }

    void aBillsUseFallsOnItsTiers() {
        const TariffVersion gas = gasTariff();
        QCOMPARE(used(inputsOf(gas, {segment("100", "121.9")}, "290"), gas), QStringLiteral("1:10 2:11"));
        QCOMPARE(used(inputsOf(gas, {segment("100", "110")}, "290"), gas), QStringLiteral("1:10"));
        QCOMPARE(used(inputsOf(gas, {segment("100", "500")}, "290"), gas), QStringLiteral("1:10 2:300 3:90"));
        QCOMPARE(used(inputsOf(gas, {segment("100", "100")}, "290"), gas), QString());
    }

    void thePartsAreTheQuantitiesOfTheLines() {
        QVERIFY(rc::check([] {
            const TariffVersion gas = gasTariff();
            const auto before = BilledQuantity::ofMicro(*rc::gen::inRange<std::int64_t>(0, 900'000'000));
            const auto usage = *BilledQuantity::ofWhole(*rc::gen::inRange(-400, 900));
            const BillingInputs inputs = inputsFor(gas, usage, before);
            const Bill bill = *rated(inputs, gas);
            const auto parts = *tierUse(inputs, bill.usage, std::array{&gas});
            RC_ASSERT(parts.size() == bill.lines.size());
            for (std::size_t i = 0; i < parts.size(); ++i)
                RC_ASSERT(parts[i] == (TierUse{bill.lines[i].tier, bill.lines[i].quantity}));
        }));
    }
};
METERHALL_TEST_CASE(LadderStandingTest)

#include "ladder_standing_test.moc"
