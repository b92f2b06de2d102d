#include "core/services/commands.h"
#include "core/services/counter.h"
#include "core/services/customer_file.h"
#include "core/services/ingest.h"
#include "core/services/meters.h"
#include "core/services/reading_work.h"
#include "core/services/supply.h"
#include "tests/small_town/small_town_test.h"
#include "tests/storage_support/database_fixture.h"
#include "tests/support/test_case.h"

#include <QTest>

using namespace meterhall;
using meterhall::tests::SmallTown;

namespace {
Money fen(std::int64_t minor) {
    return Money::ofMinor(minor, Currency::cny());
}
Date dayOf(const char* text) {
    return *Date::parse(QString::fromLatin1(text));
}
QString textOf(const std::optional<BilledQuantity>& quantity) {
    return quantity ? quantity->toString() : QStringLiteral("-");
}
} // namespace

/// Every panel of one account's screen, with figures worked out by hand, on both engines.
class CustomerFileTest : public tests::SmallTownTest {
    Q_OBJECT

    AccountId gas(int home) { return town().account(home, Commodity::Gas); }
    void ingestGas(int home, const char* dial) {
        VERIFY_OK(services::ingest(as(Person::Reader), std::vector{town().report(home, Commodity::Gas, dial)}));
    }
    void openShift() { VERIFY_OK(services::openShift(as(Person::Cashier), {fen(50'000), 1001, 1050})); }
    std::int64_t pay(const std::vector<AccountId>& accounts, std::int64_t minor) {
        const std::int64_t key = as(Person::Cashier).newKey();
        const auto paid = services::takePayment(as(Person::Cashier), {key, accounts, fen(minor), fen(minor)});
        return paid.ok() ? key : 0;
    }
    /// Two bills: 21 m3 to 20 November (59.36), 10 m3 to 20 December (29.42).
    void twoMonths() {
        town().readAndIssueAll("121.90");
        town().moveTo(dayOf("2026-12-20"));
        town().readAndIssueAll("131.90");
    }
    Result<services::Session> cashierWithoutKey() {
        auto workplace = town().workplaceFor(Person::Cashier);
        workplace.keyFile = town().folder() + QStringLiteral("/nowhere");
        return services::signInToRead(workplace, town().numberOf(Person::Cashier), SmallTown::password());
    }
    QStringList useOf(const std::vector<services::MonthUse>& months) {
        QStringList text;
        for (const services::MonthUse& month : months) {
            QString line = month.month.toString() + u' ' + month.use.toString();
            for (const TierUse& part : month.tiers)
                line += QStringLiteral(" %1:%2").arg(part.tier).arg(part.quantity.toString());
            text += line + u' ' + month.windowStart->toString() + (month.meterExchanged ? " exchanged" : "");
        }
        return text;
    }
    QString wordOf(const services::TimelineEntry& entry) {
        static const std::array<const char*, 9> words{"bill",  "paid",   "back", "doubted", "decided",
                                                      "meter", "notice", "flag", "command"};
        return entry.day.toString() + u' ' + QString::fromLatin1(words[entry.what.index()]);
    }
    QStringList timeline(int home, int limit = 20) {
        QStringList text;
        const auto entries = services::timelineOf(as(Person::Cashier), gas(home), limit);
        for (const services::TimelineEntry& entry : *entries)
            text += wordOf(entry);
        return text;
    }
    services::ExchangeResult exchange(int home) {
        services::NewMeter made{.number = QStringLiteral("GASNEW"),
                                .digits = 5,
                                .protocol = QStringLiteral("cjt188"),
                                .deviceAddress = QStringLiteral("78119999990001"),
                                .profile = QStringLiteral("rongtai_g25"),
                                .terminal = QStringLiteral("0571-00001"),
                                .port = 1};
        return *services::exchangeMeter(as(Person::MeterKeeper), {.key = as(Person::MeterKeeper).newKey(),
                                                                  .oldMeter = town().meter(home, Commodity::Gas),
                                                                  .on = town().today(),
                                                                  .endDial = *Decimal::parse(u"125"),
                                                                  .next = made,
                                                                  .startDial = *Decimal::parse(u"0"),
                                                                  .unit = QStringLiteral("m3")});
    }
    void ingestNewMeter(const char* dial) {
        MeterReport report = town().report(1, Commodity::Gas, dial);
        report.deviceAddress = QStringLiteral("78119999990001");
        VERIFY_OK(services::ingest(as(Person::Reader), std::vector{report}));
    }

private Q_SLOTS:
    void theHeadShowsWhoItIsAndNothingThatIsSealed() {
        const auto head = services::customerHead(as(Person::Cashier), gas(2));
        VERIFY_OK(head);
        QCOMPARE(head->account.holder, QStringLiteral("张伟"));
        QCOMPARE(head->account.account.number, town().accountNumber(2, Commodity::Gas));
        QCOMPARE(head->account.bookNumber, QStringLiteral("01"));
        QCOMPARE(head->account.sequence, 20);
        QCOMPARE(head->account.account.householdSize, 3);
        QCOMPARE(head->customerNumber, QStringLiteral("C0002"));
        QCOMPARE(head->personal.phone, QStringLiteral("138****0002"));
        QCOMPARE(head->personal.identityNumber, QStringLiteral("330*************02"));
        QVERIFY(!head->personal.sealedHere);
        QCOMPARE(head->suppliedSince->toString(), QStringLiteral("2020-01-01"));
        QVERIFY(head->flags.empty());
        QCOMPARE(head->otherAccounts.size(), std::size_t(1));
        QCOMPARE(head->otherAccounts.front().account.number, town().accountNumber(2, Commodity::Water));
        QCOMPARE(head->money.owed, fen(0));
    }

    void aSeatWithoutTheKeyShowsTheRest() {
        const AccountId account = gas(2);
        auto session = cashierWithoutKey();
        VERIFY_OK(session);
        const auto head = services::customerHead(*session, account);
        VERIFY_OK(head);
        QCOMPARE(head->account.holder, QStringLiteral("张伟"));
        QVERIFY(head->personal.sealedHere);
        QVERIFY(head->personal.phone.isEmpty() && head->personal.identityNumber.isEmpty());
    }

    void theHeadKnowsWhatIsOwedAndSinceWhen() {
        twoMonths();
        // The first was due on 7 December, the second is due on 4 January.
        auto money = services::customerHead(as(Person::Cashier), gas(1))->money;
        QCOMPARE(money.owed, fen(8'878));
        QCOMPARE(money.overdue, fen(5'936));
        QCOMPARE(money.openBills, 2);
        QCOMPARE(money.overdueBills, 1);
        QCOMPARE(money.overdueSince->toString(), QStringLiteral("2026-12-07"));
        QCOMPARE(money.daysOverdue, 13);
        openShift();
        QVERIFY(pay({gas(1)}, 2'000) != 0);
        money = services::customerHead(as(Person::Cashier), gas(1))->money;
        QCOMPARE(money.owed, fen(6'878));
        QCOMPARE(money.overdue, fen(3'936));
        QVERIFY(pay({gas(1)}, 10'000) != 0);
        money = services::customerHead(as(Person::Cashier), gas(1))->money;
        QCOMPARE(money.owed, fen(0));
        QCOMPARE(money.prepayment, fen(3'122));
        QCOMPARE(money.openBills, 0);
        QVERIFY(!money.overdueSince);
    }

    void flagsInForceAreShown() {
        const AccountId account = gas(2);
        VERIFY_OK(services::changeSupplyFlag(
            as(Person::Lead),
            {.account = account, .flag = SupplyFlag::Disputed, .document = QStringLiteral("letter")}));
        QCOMPARE(services::customerHead(as(Person::Cashier), account)->flags, std::set{SupplyFlag::Disputed});
        QCOMPARE(timeline(2), (QStringList{"2026-11-20 flag", "2020-01-01 meter"}));
    }

    void whoeverShowsPersonalDataLeavesAnEntry() {
        const AccountId account = gas(2);
        const auto database = town().openDirectly();
        const auto entries = [&] {
            return *database->number("SELECT count(*) FROM audit_entry WHERE action = 'show-personal-data' AND "
                                     "details = ?",
                                     {town().accountNumber(2, Commodity::Gas)});
        };
        const auto shown = services::showPersonalData(as(Person::Lead), account);
        VERIFY_OK(shown);
        QCOMPARE(shown->phone, QStringLiteral("13800000002"));
        QCOMPARE(shown->identityNumber, QStringLiteral("330102196001010002"));
        QCOMPARE(entries(), std::int64_t(1));
        QVERIFY(services::showPersonalData(as(Person::Cashier), account).failedWith(SecurityError::NotAllowed));
        auto beside = services::signInToRead(town().workplaceFor(Person::Lead), town().numberOf(Person::Lead),
                                             SmallTown::password());
        VERIFY_OK(beside);
        QVERIFY(services::showPersonalData(*beside, account).failedWith(services::WorkplaceError::ReadOnlySession));
        QCOMPARE(entries(), std::int64_t(1));
        QCOMPARE(violations(), 0);
    }

    void billsComeByPagesNewestFirst() {
        twoMonths();
        openShift();
        QVERIFY(pay({gas(1)}, 6'000) != 0);
        const auto first = services::billsPage(as(Person::Cashier), gas(1), {}, 1);
        VERIFY_OK(first);
        QCOMPARE(first->all, 2);
        const services::BillSummary& december = first->bills.front();
        QCOMPARE(december.month.toString(), QStringLiteral("2026-12"));
        QCOMPARE(december.interval.toString(), QStringLiteral("2026-11-20..2026-12-20"));
        QCOMPARE(december.use.toString(), QStringLiteral("10"));
        QCOMPARE(december.unit, QStringLiteral("m3"));
        QCOMPARE(december.total, fen(2'942));
        QCOMPARE(december.open, fen(2'878)); // 60.00 paid 59.36 of November and 0.64 of this one
        QVERIFY(december.partlyPaid());
        QCOMPARE(december.standing, services::BillStanding::NotDue);
        QCOMPARE(december.dueOn.toString(), QStringLiteral("2027-01-04"));
        const auto second = services::billsPage(as(Person::Cashier), gas(1), *first->next, 1);
        const services::BillSummary& november = second->bills.front();
        QCOMPARE(november.month.toString(), QStringLiteral("2026-11"));
        QCOMPARE(november.standing, services::BillStanding::Paid);
        QCOMPARE(november.dials.size(), std::size_t(1));
        QCOMPARE(november.dials.front().previous.toString(), QStringLiteral("100"));
        QCOMPARE(november.dials.front().current.toString(), QStringLiteral("121"));
        QVERIFY(services::billsPage(as(Person::Cashier), gas(1), *second->next, 1)->bills.empty());
    }

    void aBillIsDueOnItsDayAndOverdueAfterIt() {
        town().readAndIssueAll("121.90");
        const auto standing = [&](const char* day) {
            town().moveTo(dayOf(day));
            const auto bill = services::billsPage(as(Person::Cashier), gas(1))->bills.front();
            return std::pair(bill.standing, bill.daysOverdue);
        };
        using services::BillStanding;
        QCOMPARE(standing("2026-12-06"), std::pair(BillStanding::NotDue, 0));
        QCOMPARE(standing("2026-12-07"), std::pair(BillStanding::DueToday, 0));
        QCOMPARE(standing("2026-12-08"), std::pair(BillStanding::Overdue, 1));
    }

    void useByMonthIsSplitByTier() {
        twoMonths();
        town().moveTo(dayOf("2027-01-20"));
        town().readAndIssueAll("141.90");
        // 290 came along, 300 is the bound; the ladder restarts with the year.
        const QStringList expected{"2026-11 21 1:10 2:11 2026-01-01", "2026-12 10 2:10 2026-01-01",
                                   "2027-01 10 1:10 2027-01-01"};
        QCOMPARE(useOf(*services::useByMonth(as(Person::Cashier), gas(1))), expected);
        QCOMPARE(useOf(*services::useByMonth(as(Person::Cashier), gas(1), 2)), expected.mid(1));
    }

    void readingsShowTheUseSinceTheLastThatCounts() {
        ingestGas(1, "121.90");
        town().moveTo(dayOf("2026-11-25"));
        ingestGas(1, "99.00"); // doubtful: it went back
        town().moveTo(dayOf("2026-12-20"));
        ingestGas(1, "131.90");
        const auto page = services::readingsPage(as(Person::Cashier), gas(1));
        VERIFY_OK(page);
        QVERIFY(!page->next);
        QStringList rows;
        for (const services::ReadingRow& row : page->readings)
            rows += row.receivedOn.toString() + u' ' + row.dial.toString() + u' ' + textOf(row.use) +
                    (row.waits() ? " waits" : "");
        // The account came with 100.40 of 20 October.
        QCOMPARE(rows, (QStringList{"2026-12-20 131.90 10", "2026-11-25 99.00 - waits", "2026-11-20 121.90 21.5"}));
        QCOMPARE(page->readings.front().useSince->toString(), QStringLiteral("2026-11-20"));
        QCOMPARE(page->readings.back().useSince->toString(), QStringLiteral("2026-10-20"));
        QCOMPARE(page->readings.front().meterNumber, QStringLiteral("GAS0001"));
        QCOMPARE(page->readings.front().origin, Origin::Remote);
    }

    void readingsOfAPageDoNotDependOnItsSize() {
        for (const char* dial : {"110.00", "109.00", "120.00", "135.00"}) {
            ingestGas(1, dial);
            town().moveTo(town().today().addDays(1));
        }
        const auto whole = services::readingsPage(as(Person::Cashier), gas(1));
        VERIFY_OK(whole);
        QCOMPARE(whole->readings.size(), std::size_t(4));
        PageMark mark;
        for (const services::ReadingRow& row : whole->readings) {
            const auto one = services::readingsPage(as(Person::Cashier), gas(1), mark, 1);
            VERIFY_OK(one);
            QCOMPARE(one->readings.size(), std::size_t(1));
            QCOMPARE(one->readings.front().reading, row.reading);
            QCOMPARE(textOf(one->readings.front().use), textOf(row.use));
            mark = one->next.value_or(PageMark{});
        }
        QCOMPARE(mark, PageMark{}); // the last page says that it is the last
        // 110 - 100.4, then back, 120 - 110, 135 - 120.
        QCOMPARE(textOf(whole->readings[0].use), QStringLiteral("15"));
        QCOMPARE(textOf(whole->readings[1].use), QStringLiteral("10"));
        QCOMPARE(textOf(whole->readings[2].use), QStringLiteral("-"));
        QCOMPARE(textOf(whole->readings[3].use), QStringLiteral("9.6"));
    }

    void paymentsShowWhoTookThemAndWhatWasTakenBack() {
        town().readAndIssueAll("121.90");
        openShift();
        const std::int64_t visit = pay({gas(1), gas(3)}, 11'872);
        QVERIFY(visit != 0);
        auto page = services::paymentsPage(as(Person::Cashier), gas(3));
        VERIFY_OK(page);
        QCOMPARE(page->payments.size(), std::size_t(1));
        // One receipt to the gas company for both homes, in the name of the first.
        QCOMPARE(page->payments.front().amount, fen(5'936));
        QCOMPARE(page->payments.front().receiptTotal, fen(11'872));
        QCOMPARE(page->payments.front().payment, visit);
        QCOMPARE(page->payments.front().paperNumber, std::int64_t(1001));
        QCOMPARE(page->payments.front().seat, as(Person::Cashier).seat());
        QCOMPARE(page->payments.front().cashierNumber, town().numberOf(Person::Cashier));
        QCOMPARE(page->payments.front().cashierName, QStringLiteral("Somebody"));
        town().moveTo(town().today(), Duration::hours(10));
        VERIFY_OK(services::reversePayment(as(Person::Cashier),
                                           {as(Person::Cashier).newKey(), visit, QStringLiteral("wrong home")}));
        page = services::paymentsPage(as(Person::Cashier), gas(3), {}, 1);
        QVERIFY(page->payments.front().reversal);
        QCOMPARE(page->payments.front().amount, fen(-5'936));
        const auto rest = services::paymentsPage(as(Person::Cashier), gas(3), *page->next, 1);
        QVERIFY(rest->payments.front().reversed);
        QVERIFY(!rest->payments.front().reversal);
        QCOMPARE(timeline(3),
                 (QStringList{"2026-11-20 back", "2026-11-20 paid", "2026-11-20 bill", "2020-01-01 meter"}));
    }

    void anExchangeShowsBothMetersAndTheWholeUse() {
        town().readAndIssueAll("121.90");
        town().moveTo(dayOf("2026-11-25"));
        exchange(1);
        town().moveTo(dayOf("2026-12-20"));
        ingestNewMeter("7.50");
        const auto meters = services::metersAtPlace(as(Person::Cashier), gas(1));
        VERIFY_OK(meters);
        QCOMPARE(meters->size(), std::size_t(2));
        QCOMPARE(meters->at(0).meter.number, QStringLiteral("GASNEW"));
        QVERIFY(!meters->at(0).until);
        QCOMPARE(meters->at(0).from.toString(), QStringLiteral("2026-11-25"));
        QCOMPARE(meters->at(0).lastReading->dial.toString(), QStringLiteral("7.50"));
        QCOMPARE(meters->at(1).meter.number, QStringLiteral("GAS0001"));
        QCOMPARE(meters->at(1).until->toString(), QStringLiteral("2026-11-25"));
        QCOMPARE(meters->at(1).endDial->toString(), QStringLiteral("125.000000"));
        QCOMPARE(meters->at(1).lastReading->dial.toString(), QStringLiteral("121.90"));
        QVERIFY(!meters->at(0).lastCommand);
        const auto readings = services::readingsPage(as(Person::Cashier), gas(1))->readings;
        QCOMPARE(readings.size(), std::size_t(2));
        QCOMPARE(textOf(readings[0].use), QStringLiteral("7.5"));
        QCOMPARE(readings[0].useSince->toString(), QStringLiteral("2026-11-25"));
        town().readAndIssueAll("131.90");
        // 125 - 121 = 4 on the old meter, 7 on the new one.
        const auto bill = services::billsPage(as(Person::Cashier), gas(1))->bills.front();
        QCOMPARE(bill.dials.size(), std::size_t(2));
        QCOMPARE(bill.use.toString(), QStringLiteral("11"));
        QVERIFY(useOf(*services::useByMonth(as(Person::Cashier), gas(1))).last().endsWith(QStringLiteral("exchanged")));
        QCOMPARE(timeline(1),
                 (QStringList{"2026-12-20 bill", "2026-11-25 meter", "2026-11-20 bill", "2020-01-01 meter"}));
        const auto entries = services::timelineOf(as(Person::Cashier), gas(1));
        const auto& hung = std::get<services::MeterHung>(entries->at(1).what);
        QCOMPARE(hung.number, QStringLiteral("GASNEW"));
        QCOMPARE(hung.oldNumber, QStringLiteral("GAS0001"));
        QCOMPARE(hung.oldEndDial->toString(), QStringLiteral("125.000000"));
    }

    void doubtsAndDecisionsStandOnTheTimeline() {
        ingestGas(1, "99.00");
        const auto items = services::readingExceptions(as(Person::Supervisor), {});
        town().moveTo(dayOf("2026-11-21"));
        VERIFY_OK(services::decideReading(as(Person::Supervisor), items->front().reading, Decision::Rejected,
                                          QStringLiteral("look again")));
        QCOMPARE(timeline(1), (QStringList{"2026-11-21 decided", "2026-11-20 doubted", "2020-01-01 meter"}));
        QCOMPARE(timeline(1, 2), (QStringList{"2026-11-21 decided", "2026-11-20 doubted"}));
        QVERIFY(!services::readingsPage(as(Person::Cashier), gas(1))->readings.front().waits());
    }

    void aMeterThatWasHungUpAgainHasTwoStretches() {
        town().readAndIssueAll("121.90");
        const MeterId old = town().meter(1, Commodity::Gas);
        town().moveTo(dayOf("2026-11-25"));
        const auto exchanged = exchange(1);
        town().moveTo(dayOf("2026-12-01"));
        ingestNewMeter("2.00");
        VERIFY_OK(services::exchangeMeter(as(Person::MeterKeeper), {.key = as(Person::MeterKeeper).newKey(),
                                                                    .oldMeter = exchanged.newMeter,
                                                                    .on = town().today(),
                                                                    .endDial = *Decimal::parse(u"3"),
                                                                    .next = old,
                                                                    .startDial = *Decimal::parse(u"125"),
                                                                    .unit = QStringLiteral("m3")}));
        ingestGas(1, "125.50");
        const auto page = services::readingsPage(as(Person::Cashier), gas(1));
        VERIFY_OK(page);
        QStringList rows;
        for (const services::ReadingRow& row : page->readings)
            rows += row.meterNumber + u' ' + row.dial.toString() + u' ' + textOf(row.use);
        QCOMPARE(rows, (QStringList{"GAS0001 125.50 0.5", "GASNEW 2.00 2", "GAS0001 121.90 21.5"}));
        const auto meters = services::metersAtPlace(as(Person::Cashier), gas(1));
        QCOMPARE(meters->size(), std::size_t(3));
        QVERIFY(!meters->at(0).until);
        QCOMPARE(meters->at(0).meter.id, old);
        QCOMPARE(meters->at(1).meter.number, QStringLiteral("GASNEW"));
        QCOMPARE(meters->at(2).until->toString(), QStringLiteral("2026-11-25"));
    }

    void noticesAndCommandsAreShown() {
        twoMonths();
        VERIFY_OK(services::serveNotice(as(Person::Lead), gas(1), QStringLiteral("at the door")));
        town().moveTo(dayOf("2026-12-21"));
        const auto asked = services::requestSetting(as(Person::Engineer), {.key = as(Person::Engineer).newKey(),
                                                                           .meter = town().meter(1, Commodity::Gas),
                                                                           .kind = CommandKind::SetClock});
        VERIFY_OK(asked);
        QCOMPARE(timeline(1, 3), (QStringList{"2026-12-21 command", "2026-12-20 notice", "2026-12-20 bill"}));
        const auto entries = services::timelineOf(as(Person::Cashier), gas(1));
        const auto& command = std::get<services::CommandAsked>(entries->at(0).what);
        QCOMPARE(command.command, asked->command);
        QCOMPARE(command.kind, CommandKind::SetClock);
        QCOMPARE(command.state, CommandState::Queued);
        QCOMPARE(std::get<services::NoticeServed>(entries->at(1).what).overdue, fen(5'936));
        const auto meters = services::metersAtPlace(as(Person::Cashier), gas(1));
        QCOMPARE(meters->front().lastCommand->id, asked->command);
        QCOMPARE(*meters->front().lastCommandState, CommandState::Queued);
    }

    void anAccountThatIsNotThereIsNamed() {
        const auto nobody = AccountId::fromRaw(12);
        auto& cashier = as(Person::Cashier);
        QVERIFY(services::customerHead(cashier, nobody).failedWith(RegistryError::UnknownAccount));
        QVERIFY(services::billsPage(cashier, nobody).failedWith(RegistryError::UnknownAccount));
        QVERIFY(services::useByMonth(cashier, nobody).failedWith(RegistryError::UnknownAccount));
        QVERIFY(services::readingsPage(cashier, nobody).failedWith(RegistryError::UnknownAccount));
        QVERIFY(services::paymentsPage(cashier, nobody).failedWith(RegistryError::UnknownAccount));
        QVERIFY(services::metersAtPlace(cashier, nobody).failedWith(RegistryError::UnknownAccount));
        QVERIFY(services::timelineOf(cashier, nobody).failedWith(RegistryError::UnknownAccount));
        QVERIFY(services::showPersonalData(as(Person::Lead), nobody).failedWith(RegistryError::UnknownAccount));
    }

    void whoeverFindsNoCustomersSeesNone() {
        const AccountId account = gas(1);
        auto& engineer = as(Person::Engineer);
        QVERIFY(services::customerHead(engineer, account).failedWith(SecurityError::NotAllowed));
        QVERIFY(services::billsPage(engineer, account).failedWith(SecurityError::NotAllowed));
        QVERIFY(services::useByMonth(engineer, account).failedWith(SecurityError::NotAllowed));
        QVERIFY(services::readingsPage(engineer, account).failedWith(SecurityError::NotAllowed));
        QVERIFY(services::paymentsPage(engineer, account).failedWith(SecurityError::NotAllowed));
        QVERIFY(services::metersAtPlace(engineer, account).failedWith(SecurityError::NotAllowed));
        QVERIFY(services::timelineOf(engineer, account).failedWith(SecurityError::NotAllowed));
    }
};
METERHALL_TEST_CASE(CustomerFileTest)

#include "customer_file_test.moc"
