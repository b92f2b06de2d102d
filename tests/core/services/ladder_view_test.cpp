#include "core/registry/registry.h"
#include "core/services/ingest.h"
#include "core/services/ladder_view.h"
#include "tests/small_town/small_town_test.h"
#include "tests/storage_support/database_fixture.h"
#include "tests/support/test_case.h"

#include <QTest>

using namespace meterhall;

/// Gas homes came with 290 of 300 on their ladder, water homes with 100 of 180; the dial of both stood at 100.40.
class LadderViewTest : public tests::SmallTownTest {
    Q_OBJECT

    services::LadderView view(int home = 1, Commodity commodity = Commodity::Gas) {
        const auto found = services::ladderView(as(Person::Cashier), town().account(home, commodity));
        if (!found.ok())
            qFatal("ladder: %s", qPrintable(found.error().toString()));
        return *found;
    }
    void ingestGas(const char* dial) {
        VERIFY_OK(services::ingest(as(Person::Reader), std::vector{town().report(1, Commodity::Gas, dial)}));
    }
    static QString told(const LadderStanding& standing) {
        return QStringLiteral("%1 in %2, %3 left")
            .arg(standing.position.toString())
            .arg(standing.tier)
            .arg(standing.left ? standing.left->toString() : QStringLiteral("-"));
    }

private Q_SLOTS:
    void itShowsTiersWithAllThatAUnitCosts() {
        const services::LadderView gas = view();
        QCOMPARE(gas.tiers.size(), std::size_t(3));
        QCOMPARE(gas.tiers[0].upTo->toString(), QStringLiteral("300"));
        QCOMPARE(gas.tiers[1].price.toString(), QStringLiteral("2.942"));
        QVERIFY(!gas.tiers[2].upTo);
        QCOMPARE(gas.priceOrder, QStringLiteral("2026-1"));
        QCOMPARE(gas.effectiveFrom.toString(), QStringLiteral("2026-01-01"));
        QCOMPARE(gas.unit, QStringLiteral("m3"));
        QCOMPARE(gas.window->to().toString(), QStringLiteral("2027-01-01"));
        // 2.07 + 1.57 + 1.36.
        QCOMPARE(view(2, Commodity::Water).tiers[0].price.toString(), QStringLiteral("5"));
    }

    void anAccountStandsWhereItCameWithUntilItIsRead() {
        const services::LadderView gas = view();
        QCOMPARE(told(gas.billed), QStringLiteral("290 in 1, 10 left"));
        QCOMPARE(gas.billed.nextPrice->toString(), QStringLiteral("2.942"));
        QCOMPARE(gas.billedUpTo->toString(), QStringLiteral("2026-10-20"));
        QVERIFY(!gas.unbilled);
        QCOMPARE(gas.heldBecause, QStringLiteral("not-read"));
        QCOMPARE(told(view(2, Commodity::Water).billed), QStringLiteral("100 in 1, 80 left"));
    }

    void aNewerReadingMovesItBeforeTheBill() {
        ingestGas("105.90");
        const services::LadderView gas = view();
        QCOMPARE(told(gas.billed), QStringLiteral("290 in 1, 10 left"));
        QCOMPARE(told(gas.unbilled->standing), QStringLiteral("295 in 1, 5 left"));
        QCOMPARE(gas.unbilled->use.toString(), QStringLiteral("5"));
        QCOMPARE(gas.unbilled->amount.toString(), QStringLiteral("13.50"));
        QCOMPARE(gas.unbilled->readOn.toString(), QStringLiteral("2026-11-20"));
        // 5 in the 31 days from 20 October on: another 5 take another 31.
        QCOMPARE(gas.unbilled->tierEndsOn->toString(), QStringLiteral("2026-12-21"));
        QVERIFY(gas.heldBecause.isEmpty());
    }

    void theBoundIsStillInTheTierBelowIt() {
        ingestGas("110.00");
        QCOMPARE(told(view().unbilled->standing), QStringLiteral("300 in 1, 0 left"));
        QCOMPARE(view().unbilled->tierEndsOn->toString(), QStringLiteral("2026-11-20"));
    }

    void aDoubtfulReadingMovesNothing() {
        ingestGas("99.00");
        QVERIFY(!view().unbilled);
        QCOMPARE(view().heldBecause, QStringLiteral("doubtful-reading"));
    }

    void aBillMovesItAndTheYearRestartsIt() {
        town().readAndIssueAll("121.90");
        QCOMPARE(told(view().billed), QStringLiteral("311 in 2, 289 left"));
        QCOMPARE(view().billed.nextPrice->toString(), QStringLiteral("3.668"));
        QCOMPARE(view().heldBecause, QStringLiteral("already-billed"));
        town().moveTo(*Date::of(2026, 12, 11));
        ingestGas("131.00");
        // 21 in 31 days and 10 in 21: 31 in 52 days, so 279 take 468 days.
        QCOMPARE(told(view().unbilled->standing), QStringLiteral("321 in 2, 279 left"));
        QCOMPARE(view().unbilled->tierEndsOn->toString(), QStringLiteral("2028-03-23"));
        town().moveTo(*Date::of(2027, 1, 10));
        QCOMPARE(told(view().billed), QStringLiteral("0 in 1, 300 left"));
        QCOMPARE(view().window->to().toString(), QStringLiteral("2028-01-01"));
        // What was read in the old year and not billed still belongs to it.
        QCOMPARE(told(view().unbilled->standing), QStringLiteral("321 in 2, 279 left"));
    }

    void itIsRefusedAndAnswersForNobody() {
        const AccountId account = town().account(1, Commodity::Gas);
        QVERIFY(services::ladderView(as(Person::Engineer), account).failedWith(SecurityError::NotAllowed));
        QVERIFY(
            services::ladderView(as(Person::Cashier), AccountId::fromRaw(3)).failedWith(RegistryError::UnknownAccount));
        town().moveTo(*Date::of(2025, 6, 1));
        QVERIFY(services::ladderView(as(Person::Cashier), account).failedWith(TariffError::NoVersionOnDate));
    }
};
METERHALL_TEST_CASE(LadderViewTest)

#include "ladder_view_test.moc"
