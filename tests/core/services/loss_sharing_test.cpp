#include "core/registry/holders.h"
#include "core/services/account_terms.h"
#include "core/services/billing_run.h"
#include "core/services/holders.h"
#include "core/services/ingest.h"
#include "core/services/loss_sharing.h"
#include "core/storage/billing_store.h"
#include "core/storage/registry_store.h"
#include "tests/small_town/small_town_test.h"
#include "tests/small_town/tampering.h"
#include "tests/storage_support/database_fixture.h"
#include "tests/support/test_case.h"

#include <QTest>

using namespace meterhall;

/// Gas homes came with 290 of 300 on their ladder on 20 October, the dial at 100.40; up to 300 m3 cost 2.70, up to 600
/// 2.942. The meter of home 1 is the master of homes 2 and 3.
class LossSharingTest : public tests::SmallTownTest {
    Q_OBJECT

    AccountId gas(int home) { return town().account(home, Commodity::Gas); }
    QString masterNumber() {
        const auto database = town().openDirectly();
        return (*storage::RegistryStore(*database).meter(town().meter(1, Commodity::Gas)))->number;
    }
    static Date october() { return *Date::of(2026, 10, 20); }
    static Date november() { return *Date::of(2026, 11, 20); }
    static Date december() { return *Date::of(2026, 12, 20); }

    void read(int home, const char* text) {
        VERIFY_OK(services::ingest(as(Person::Reader), std::vector{town().report(home, Commodity::Gas, text)}));
    }
    void readAll(const char* master, const char* second, const char* third) {
        read(1, master);
        read(2, second);
        read(3, third);
    }
    void bill() {
        const auto run = town().draft(town().book("01"));
        VERIFY_OK(services::checkBills(as(Person::Checker), run.run));
        VERIFY_OK(services::issueBills(as(Person::Drafter), run.run));
    }
    int held(const char* code) {
        const auto run = town().draft(town().book("01"));
        const auto found = run.held.find(QString::fromLatin1(code));
        return found == run.held.end() ? 0 : found->second;
    }
    /// "8.4: 22.68", bill by bill.
    QStringList billsOf(int home) {
        const auto database = town().openDirectly();
        const auto standing = storage::BillingStore(*database).standingBills(gas(home));
        QStringList bills;
        for (const storage::StoredBill& bill : *standing)
            bills += bill.content.usage.toString() + QStringLiteral(": ") + bill.content.total.toString();
        return bills;
    }
    services::LossSharingRequest agreement(Date on, LossRule rule = LossRule::ByUse) {
        return {.key = as(Person::MeterKeeper).newKey(),
                .master = masterNumber(),
                .on = on,
                .rule = rule,
                .accounts = {gas(2), gas(3)},
                .document = QStringLiteral("总表分摊协议 5")};
    }
    QString shared(const services::LossSharingRequest& request) {
        const auto done = services::shareLoss(as(Person::MeterKeeper), request);
        return done.ok() ? (done->alreadyDone ? QStringLiteral("done already") : QStringLiteral("done"))
                         : done.error().toString();
    }

private Q_SLOTS:
    void thoseBehindTheMasterAreBilledItsLossByTheirUse() {
        QCOMPARE(shared(agreement(october())), QStringLiteral("done"));
        readAll("121.40", "106.40", "109.40"); // 21 less 15
        bill();
        QCOMPARE(billsOf(2), QStringList("8.4: 22.68"));  // 6 + 2.4
        QCOMPARE(billsOf(3), QStringList("12.6: 34.65")); // 9 + 3.6; 10 x 2.70 + 2.6 x 2.942
        QVERIFY(billsOf(1).isEmpty());
        town().moveTo(december());
        readAll("124.40", "107.40", "111.90"); // the meters behind counted more
        bill();
        QCOMPARE(billsOf(2).last(), QStringLiteral("1: 2.70"));
        QCOMPARE(billsOf(3).last(), QStringLiteral("2: 5.88"));
        const auto losses = services::lossesOf(as(Person::Cashier), gas(2));
        VERIFY_OK(losses);
        QCOMPARE(losses->size(), std::size_t(1));
        QCOMPARE(losses->front().master, masterNumber());
        QCOMPARE(losses->front().members, 2);
        QCOMPARE(violations(), 0);
    }

    void equallyAndByArea() {
        QCOMPARE(shared(agreement(october(), LossRule::Equally)), QStringLiteral("done"));
        readAll("121.40", "106.40", "109.40");
        bill();
        QCOMPARE(billsOf(2), QStringList("9: 24.30"));
        QCOMPARE(billsOf(3), QStringList("12: 32.88"));
        QCOMPARE(shared(agreement(november(), LossRule::ByArea)), QStringLiteral("done"));
        town().moveTo(december());
        readAll("131.40", "109.40", "110.40"); // 10 less 4
        QCOMPARE(held("missing-fact"), 2);
        for (const auto& [home, area] : {std::pair(2, 50), std::pair(3, 100)}) {
            auto terms = services::termsOf(as(Person::MeterKeeper), gas(home), december());
            terms->facts.push_back(
                {FactKind::SquareMetres, BilledQuantity::ofMicro(area * BilledQuantity::microPerUnit)});
            VERIFY_OK(services::changeTerms(as(Person::MeterKeeper), gas(home), december(), *terms));
        }
        bill();
        QCOMPARE(billsOf(2).last(), QStringLiteral("5: 14.47")); // 299 + 5: 1 x 2.70 + 4 x 2.942
        QCOMPARE(billsOf(3).last(), QStringLiteral("5: 14.71"));
        QCOMPARE(violations(), 0);
    }

    void nobodyIsBilledBeforeAllAreRead() {
        QCOMPARE(shared(agreement(october())), QStringLiteral("done"));
        read(2, "106.40");
        read(3, "109.40");
        QCOMPARE(held("loss-not-read"), 2);
        read(1, "121.40");
        QCOMPARE(held("loss-not-read"), 0);
        bill();
        QCOMPARE(billsOf(2), QStringList("8.4: 22.68"));
        QCOMPARE(violations(), 0);
    }

    void itEndsOnADayAndTheMasterIsBilledAgain() {
        QCOMPARE(shared(agreement(october())), QStringLiteral("done"));
        readAll("121.40", "106.40", "109.40");
        bill();
        auto end = agreement(november());
        end.accounts.clear();
        QCOMPARE(shared(end), QStringLiteral("done"));
        QVERIFY(services::lossesOf(as(Person::Cashier), gas(2))->empty());
        town().moveTo(december());
        readAll("131.40", "107.40", "110.40");
        bill();
        QCOMPARE(billsOf(2).last(), QStringLiteral("1: 2.70"));
        QCOMPARE(billsOf(1), QStringList("10: 27.00")); // from 121 on
        auto again = end;
        again.key = as(Person::MeterKeeper).newKey();
        again.on = december();
        QCOMPARE(shared(again), QStringLiteral("loss.NothingShared"));
        QCOMPARE(violations(), 0);
    }

    void whoLeavesSharesNoMore() {
        QCOMPARE(shared(agreement(october())), QStringLiteral("done"));
        readAll("121.40", "106.40", "109.40");
        const services::ClosingRequest closing{.key = as(Person::MeterKeeper).newKey(),
                                               .account = gas(3),
                                               .on = november(),
                                               .takeMeterDown = false,
                                               .reason = QStringLiteral("搬走")};
        VERIFY_OK(services::closeAccount(as(Person::MeterKeeper), closing));
        bill();
        QCOMPARE(billsOf(3), QStringList("12.6: 34.65"));
        town().moveTo(december());
        readAll("131.40", "107.40", "109.40");
        bill();
        QCOMPARE(billsOf(2).last(), QStringLiteral("10: 29.03")); // all of it: 298.4 + 10
        QCOMPARE(violations(), 0);
    }

    void whatCannotBeIsRefused() {
        auto request = agreement(november());
        QVERIFY(services::shareLoss(as(Person::Cashier), request).failedWith(SecurityError::NotAllowed));
        const auto refusal = [&](auto change) {
            auto wrong = request;
            change(wrong);
            return shared(wrong);
        };
        using Request = services::LossSharingRequest;
        QCOMPARE(refusal([](Request& r) { r.document = QStringLiteral(" "); }),
                 QStringLiteral("security.ReasonMissing"));
        QCOMPARE(refusal([](Request& r) { r.master = QStringLiteral("nothing"); }),
                 QStringLiteral("registry.UnknownMeter(nothing)"));
        QCOMPARE(refusal([](Request& r) { r.on = *Date::of(2026, 11, 21); }),
                 QStringLiteral("registry.BadDay(2026-11-21)"));
        QCOMPARE(refusal([](Request& r) { r.step = BilledQuantity::zero(); }), QStringLiteral("loss.BadStep"));
        QCOMPARE(refusal([](Request& r) { r.accounts.clear(); }), QStringLiteral("loss.NothingShared"));
        QCOMPARE(refusal([](Request& r) { r.accounts.pop_back(); }), QStringLiteral("loss.TooFew"));
        QCOMPARE(refusal([&](Request& r) { r.accounts.push_back(gas(1)); }),
                 QStringLiteral("loss.MasterItself(%1)").arg(town().accountNumber(1, Commodity::Gas)));
        QCOMPARE(refusal([&](Request& r) { r.accounts.push_back(gas(2)); }),
                 QStringLiteral("loss.SamePlaceTwice(%1)").arg(town().accountNumber(2, Commodity::Gas)));
        QCOMPARE(refusal([](Request& r) { r.on = *Date::of(2026, 10, 1); }),
                 QStringLiteral("registry.BilledAlready(2026-10-20)"));
        QCOMPARE(shared(request), QStringLiteral("done"));
        QCOMPARE(shared(request), QStringLiteral("done already"));
        QCOMPARE(refusal([](Request& r) { r.rule = LossRule::Equally; }),
                 QStringLiteral("registry.KeyUsedForSomethingElse"));
        QCOMPARE(violations(), 0);
    }

    void whoeverWritesPastTheProgramIsSeen() {
        QCOMPARE(shared(agreement(october())), QStringLiteral("done"));
        const auto database = town().openDirectly();
        QVERIFY(tests::Tampering(*database).apply("loss_share", "UPDATE loss_share SET rule = 2 WHERE position = 1"));
        QCOMPARE(violations(), 1);
    }
};
METERHALL_TEST_CASE(LossSharingTest)

#include "loss_sharing_test.moc"
