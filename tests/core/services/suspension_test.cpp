#include "core/services/billing_run.h"
#include "core/services/counter.h"
#include "core/services/customer_file.h"
#include "core/services/holders.h"
#include "core/services/ingest.h"
#include "core/services/purchases.h"
#include "core/services/suspension.h"
#include "core/services/trace_bill.h"
#include "core/storage/billing_store.h"
#include "tests/small_town/small_town_test.h"
#include "tests/small_town/tampering.h"
#include "tests/storage_support/database_fixture.h"
#include "tests/support/test_case.h"

#include <QTest>

using namespace meterhall;

/// Gas homes came with 290 of 300 on their ladder on 20 October, the dial at 100; up to 300 m3 cost 2.70, up to 600
/// 2.942. The ladder begins anew with the year.
class SuspensionTest : public tests::SmallTownTest {
    Q_OBJECT

    AccountId gas() { return town().account(1, Commodity::Gas); }
    static Date november() { return *Date::of(2026, 11, 20); }
    static Date january(int day) { return *Date::of(2027, 1, day); }

    void read(const char* text) {
        VERIFY_OK(services::ingest(as(Person::Reader), std::vector{town().report(1, Commodity::Gas, text)}));
    }
    void bill() {
        const auto run = town().draft(town().book("01"));
        if (run.billable == 0)
            return;
        VERIFY_OK(services::checkBills(as(Person::Checker), run.run));
        VERIFY_OK(services::issueBills(as(Person::Drafter), run.run));
    }
    std::vector<storage::StoredBill> standing() {
        const auto database = town().openDirectly();
        return *storage::BillingStore(*database).standingBills(gas());
    }
    services::SuspensionRequest wish(Date on) {
        return {.key = as(Person::MeterKeeper).newKey(),
                .account = gas(),
                .on = on,
                .document = QStringLiteral("报停申请 3")};
    }
    services::ResumptionRequest again(Date on) {
        return {.key = as(Person::MeterKeeper).newKey(),
                .account = gas(),
                .on = on,
                .document = QStringLiteral("复用申请 4")};
    }
    QString suspended(const services::SuspensionRequest& request) {
        const auto done = services::suspendAccount(as(Person::MeterKeeper), request);
        return done.ok() ? done->lastBill.toString() : done.error().toString();
    }
    QString resumed(const services::ResumptionRequest& request) {
        const auto done = services::resumeAccount(as(Person::MeterKeeper), request);
        return done.ok() ? done->suspendedOn.toString() : done.error().toString();
    }
    int held(const char* code) {
        const auto run = town().draft(town().book("01"));
        const auto found = run.held.find(QString::fromLatin1(code));
        return found == run.held.end() ? 0 : found->second;
    }

private Q_SLOTS:
    void nothingIsBilledBetweenSuspensionAndResumption() {
        read("121.90");
        QCOMPARE(suspended(wish(november())), QStringLiteral("59.36"));
        town().moveTo(*Date::of(2026, 11, 30));
        read("121.90"); // the run is later than the day, and cuts there
        bill();
        QCOMPARE(standing().size(), std::size_t(1));
        QCOMPARE(standing()[0].readTo, november());
        QCOMPARE(standing()[0].content.total.toString(), QStringLiteral("59.36"));
        QCOMPARE(services::customerHead(as(Person::Cashier), gas())->suspendedOn, std::optional(november()));
        town().moveTo(*Date::of(2026, 12, 20));
        read("125.90"); // whoever turned the valve
        QCOMPARE(town().draft(town().book("01")).billable, 0);
        QCOMPARE(held("suspended"), 0);
        town().moveTo(january(10));
        QCOMPARE(resumed(again(january(10))), november().toString());
        QVERIFY(!services::customerHead(as(Person::Cashier), gas())->suspendedOn);
        town().moveTo(january(20));
        read("131.90");
        bill();
        const auto bills = standing();
        QCOMPARE(bills.size(), std::size_t(2));
        const auto inputs = decodeBillingInputs(bills[1].inputs);
        QCOMPARE(inputs->interval.from(), january(10));
        QCOMPARE(inputs->interval.to(), january(20));
        QCOMPARE(bills[1].content.usage.toString(), QStringLiteral("10"));
        QCOMPARE(bills[1].content.total.toString(), QStringLiteral("27.00"));
        QCOMPARE(violations(), 0);
    }

    void theDialOfTheDayMayBeGivenByWhoeverMayReadMeters() {
        auto request = wish(november());
        request.dial = *Decimal::parse(u"121.90");
        QCOMPARE(suspended(request), QStringLiteral("security.NotAllowed(store-readings)"));
        request.dial.reset();
        QCOMPARE(suspended(request), QStringLiteral("holder.NotSettledTo(not-read)"));
        QCOMPARE(violations(), 0);
    }

    void whoOwesPaysFirst() {
        read("121.90");
        bill();
        QCOMPARE(suspended(wish(november())), QStringLiteral("holder.DebtsFirst(59.36)"));
        VERIFY_OK(services::openShift(as(Person::Cashier), {Money::ofMinor(50'000, Currency::cny()), 1001, 1100}));
        const Money all = Money::ofMinor(5'936, Currency::cny());
        VERIFY_OK(services::takePayment(as(Person::Cashier),
                                        {as(Person::Cashier).newKey(), {gas()}, all, all, {}, std::nullopt}));
        QCOMPARE(suspended(wish(november())), QStringLiteral("0.00"));
        QCOMPARE(violations(), 0);
    }

    void itIsSuspendedAndResumedOnceAtATime() {
        read("121.90");
        QCOMPARE(resumed(again(november())), QStringLiteral("holder.NotSuspended"));
        QCOMPARE(suspended(wish(*Date::of(2026, 11, 21))), QStringLiteral("registry.BadDay(2026-11-21)"));
        QCOMPARE(suspended(wish(*Date::of(2026, 10, 19))), QStringLiteral("registry.BilledAlready(2026-10-20)"));
        auto request = wish(november());
        QCOMPARE(suspended(request), QStringLiteral("59.36"));
        QVERIFY(services::suspendAccount(as(Person::MeterKeeper), request)->alreadyDone);
        request.document = QStringLiteral("另一份");
        QCOMPARE(suspended(request), QStringLiteral("registry.KeyUsedForSomethingElse"));
        town().moveTo(*Date::of(2026, 12, 20));
        read("122.90");
        QCOMPARE(suspended(wish(*Date::of(2026, 12, 20))), QStringLiteral("holder.Suspended(2026-11-20)"));
        QCOMPARE(resumed(again(november())), QStringLiteral("registry.BadDay(2026-11-20)"));
        const auto resuming = again(*Date::of(2026, 12, 10));
        QCOMPARE(resumed(resuming), november().toString());
        QVERIFY(services::resumeAccount(as(Person::MeterKeeper), resuming)->alreadyDone);
        QCOMPARE(resumed(again(*Date::of(2026, 12, 20))), QStringLiteral("holder.NotSuspended"));
        QCOMPARE(suspended(wish(*Date::of(2026, 12, 10))), QStringLiteral("registry.BadDay(2026-12-10)"));
        const auto timeline = services::timelineOf(as(Person::Cashier), gas());
        QVERIFY(std::holds_alternative<services::SupplyResumed>(timeline->front().what));
        QCOMPARE(timeline->front().day, *Date::of(2026, 12, 10));
        QCOMPARE(violations(), 0);
    }

    void itIsNeitherTransferredNorClosedNorSoldTo() {
        read("121.90");
        QCOMPARE(suspended(wish(november())), QStringLiteral("59.36"));
        const services::ClosingRequest closing{.key = as(Person::MeterKeeper).newKey(),
                                               .account = gas(),
                                               .on = november(),
                                               .takeMeterDown = false,
                                               .reason = QStringLiteral("搬走")};
        QCOMPARE(services::closeAccount(as(Person::MeterKeeper), closing).error().toString(),
                 QStringLiteral("holder.Suspended(2026-11-20)"));
        const services::TransferRequest transfer{.key = as(Person::MeterKeeper).newKey(),
                                                 .account = gas(),
                                                 .on = november(),
                                                 .holder =
                                                     Customer{CustomerId::fromRaw(0), QStringLiteral("李雷"), {}, {}},
                                                 .document = QStringLiteral("过户申请 17")};
        QCOMPARE(services::transferAccount(as(Person::MeterKeeper), transfer).error().toString(),
                 QStringLiteral("holder.Suspended(2026-11-20)"));
        const auto quote = services::quotePurchase(as(Person::Cashier),
                                                   {.account = gas(), .volume = BilledQuantity::ofMicro(10'000'000)});
        QCOMPARE(quote.error().toString(), QStringLiteral("holder.Suspended(2026-11-20)"));
        town().moveTo(*Date::of(2026, 12, 20)); // it says since when, not today
        const auto later = services::quotePurchase(as(Person::Cashier),
                                                   {.account = gas(), .volume = BilledQuantity::ofMicro(10'000'000)});
        QCOMPARE(later.error().toString(), QStringLiteral("holder.Suspended(2026-11-20)"));
        QCOMPARE(violations(), 0);
    }

    void whoeverWritesPastTheProgramIsSeen() {
        read("121.90");
        QCOMPARE(suspended(wish(november())), QStringLiteral("59.36"));
        bill();
        town().moveTo(*Date::of(2026, 12, 20));
        QCOMPARE(resumed(again(*Date::of(2026, 12, 1))), november().toString());
        const auto database = town().openDirectly();
        tests::Tampering tampering(*database);
        QVERIFY(tampering.apply("account_suspension", "UPDATE account_suspension SET document = ''"));
        QCOMPARE(violations(), 1);
        QVERIFY(tampering.apply("account_resumption", "DELETE FROM account_resumption"));
        QVERIFY(violations() >= 2);
    }
};
METERHALL_TEST_CASE(SuspensionTest)

#include "suspension_test.moc"
