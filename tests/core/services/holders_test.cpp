#include "core/ledger/journal.h"
#include "core/services/administration.h"
#include "core/services/billing_run.h"
#include "core/services/correction.h"
#include "core/services/counter.h"
#include "core/services/customer_file.h"
#include "core/services/holders.h"
#include "core/services/ingest.h"
#include "core/services/ladder_view.h"
#include "core/services/papers.h"
#include "core/services/tariffs.h"
#include "core/services/trace_bill.h"
#include "core/storage/billing_store.h"
#include "tests/small_town/small_town_test.h"
#include "tests/small_town/tampering.h"
#include "tests/storage_support/database_fixture.h"
#include "tests/support/test_case.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace meterhall;

/// Gas homes came with 290 of 300 on their ladder on 20 October, the dial at 100; up to 300 m3 cost 2.70, up to 600
/// 2.942. Home 1 is 王秀英's; her successor is 李雷.
class HoldersTest : public tests::SmallTownTest {
    Q_OBJECT

    AccountId gas(int home = 1) { return town().account(home, Commodity::Gas); }
    static Date november() { return *Date::of(2026, 11, 20); }
    static Date december() { return *Date::of(2026, 12, 20); }
    static Decimal dial(const char* text) { return *Decimal::parse(QString::fromLatin1(text)); }

    void read(const char* text) {
        VERIFY_OK(services::ingest(as(Person::Reader), std::vector{town().report(1, Commodity::Gas, text)}));
    }
    void bill() {
        const auto run = town().draft(town().book("01"));
        VERIFY_OK(services::checkBills(as(Person::Checker), run.run));
        VERIFY_OK(services::issueBills(as(Person::Drafter), run.run));
    }
    void readAndBill(const char* text) {
        read(text);
        bill();
    }
    std::vector<storage::StoredBill> standing() {
        const auto database = town().openDirectly();
        return *storage::BillingStore(*database).standingBills(gas());
    }
    static QStringList linesOf(const Bill& bill) {
        QStringList lines;
        for (const BillLine& line : bill.lines)
            lines += QStringLiteral("%1 x %2").arg(line.quantity.toString(), line.price.toString());
        return lines;
    }
    services::TransferRequest toLiLei(Date on, bool anew) {
        return {.key = as(Person::MeterKeeper).newKey(),
                .account = gas(),
                .on = on,
                .holder = Customer{CustomerId::fromRaw(0), QStringLiteral("李雷"), QStringLiteral("13912345678"),
                                   QStringLiteral("330102199001010011")},
                .document = QStringLiteral("过户申请 17"),
                .ladderAnew = anew,
                .takesDebts = true};
    }
    services::TransferResult transferred(const services::TransferRequest& request) {
        const auto done = services::transferAccount(as(Person::MeterKeeper), request);
        if (!done.ok())
            qFatal("transfer: %s", qPrintable(done.error().toString()));
        return *done;
    }
    QString refusal(const services::TransferRequest& request) {
        const auto done = services::transferAccount(as(Person::MeterKeeper), request);
        return done.ok() ? QStringLiteral("done") : done.error().toString();
    }
    services::ClosingRequest closing(const char* last) {
        return {.key = as(Person::MeterKeeper).newKey(),
                .account = gas(),
                .on = november(),
                .dial = dial(last),
                .reason = QStringLiteral("拆迁")};
    }
    void payAhead(const char* yuan) {
        if (!m_shiftIsOpen)
            VERIFY_OK(services::openShift(as(Person::Cashier), {Money::ofMinor(50'000, Currency::cny()), 1001, 1100}));
        m_shiftIsOpen = true;
        const Money money = *Money::parse(QString::fromLatin1(yuan), Currency::cny());
        VERIFY_OK(services::takePayment(as(Person::Cashier),
                                        {as(Person::Cashier).newKey(), {gas()}, money, money, {}, std::nullopt}));
    }
    void correctNovember(const char* truth) {
        const auto sheet = services::prepareCorrection(
            as(Person::Drafter), {as(Person::Drafter).newKey(), services::TrueDials{gas(), {{november(), dial(truth)}}},
                                  QStringLiteral("抄错")});
        VERIFY_OK(sheet);
        VERIFY_OK(services::approveCorrection(as(Person::Checker), sheet->correction));
    }
    QStringList found(const QString& typed, int limit = 50) {
        const auto accounts = services::findAccounts(as(Person::Cashier), typed, limit);
        QStringList lines;
        for (const services::FoundAccount& account : *accounts)
            lines += account.account.number + u' ' + account.holder +
                     (account.formerHolder.isEmpty() ? QString() : QStringLiteral(" <- ") + account.formerHolder);
        return lines;
    }
    void enterByMonths() {
        const QJsonObject json{{"id", "gas"},
                               {"commodity", "gas"},
                               {"unit", "m3"},
                               {"currency", "CNY"},
                               {"dial_step", "1"},
                               {"tier_mode", "graduated"},
                               {"price_order", "2026-5"},
                               {"effective_from", "2026-11-01"},
                               {"cycle", QJsonObject{{"kind", "year"}, {"reset", "01-01"}}},
                               {"partial_window", "by_months"},
                               {"tiers", QJsonArray{QJsonObject{{"upto", 300}, {"price", "3.00"}},
                                                    QJsonObject{{"upto", 600}, {"price", "3.20"}},
                                                    QJsonObject{{"upto", QJsonValue::Null}, {"price", "3.668"}}}}};
        const auto version = services::enterTariffFile(as(Person::Drafter), QStringLiteral("gas"), json);
        VERIFY_OK(version);
        VERIFY_OK(services::activateTariff(as(Person::Finance), *version));
    }

    bool m_shiftIsOpen = false;

    void prepare() override { m_shiftIsOpen = false; }

private Q_SLOTS:
    void theBillIsCutAtTheTransferAndTheLadderBeginsAnew() {
        read("121.90");
        const auto done = transferred(toLiLei(november(), true));
        QCOMPARE(done.finalBill.toString(), QStringLiteral("59.36"));
        QVERIFY(done.owed.isZero());
        bill();
        QCOMPARE(services::ladderView(as(Person::Cashier), gas())->billed.position.toString(), QStringLiteral("0"));
        town().moveTo(december());
        readAndBill("141.90");
        const auto bills = standing();
        QCOMPARE(bills.size(), std::size_t(2));
        QCOMPARE(linesOf(bills[0].content), QStringList({"10 x 2.7", "11 x 2.942"}));
        QCOMPARE(bills[0].content.total.toString(), QStringLiteral("59.36"));
        QCOMPARE(linesOf(bills[1].content), QStringList({"20 x 2.7"}));
        QCOMPARE(bills[1].content.ladderAfter.toString(), QStringLiteral("20"));
        QVERIFY(services::traceBill(as(Person::Cashier), bills[1].id)->reproduced);
        QCOMPARE(services::ladderView(as(Person::Cashier), gas())->billed.position.toString(), QStringLiteral("20"));
        QCOMPARE(violations(), 0);
        // Each holder's name stands on the bills of his days.
        const auto before = services::billToLookAt(as(Person::Cashier), bills[0].id);
        const auto after = services::billToLookAt(as(Person::Cashier), bills[1].id);
        QCOMPARE(std::get<papers::BillPaper>(*before).holder, QStringLiteral("王*英"));
        QCOMPARE(std::get<papers::BillPaper>(*after).holder, QStringLiteral("李*"));
    }

    void theLadderGoesOnWhereThatIsSaid() {
        read("121.90");
        transferred(toLiLei(november(), false));
        bill();
        QCOMPARE(services::ladderView(as(Person::Cashier), gas())->billed.position.toString(), QStringLiteral("311"));
        town().moveTo(december());
        readAndBill("141.90");
        QCOMPARE(linesOf(standing()[1].content), QStringList({"20 x 2.942"}));
        QCOMPARE(standing()[1].content.ladderAfter.toString(), QStringLiteral("331"));
        QCOMPARE(violations(), 0);
    }

    void aTransferBetweenTwoReadingsIsTheEndOfABill() {
        readAndBill("121.90");
        town().moveTo(*Date::of(2026, 12, 5));
        read("131.90");
        transferred(toLiLei(*Date::of(2026, 12, 5), true));
        town().moveTo(december());
        read("141.90");
        bill();
        // The run of December finds the former holder's last days, the one of January all that is behind them.
        QCOMPARE(standing()[1].readTo, *Date::of(2026, 12, 5));
        QCOMPARE(linesOf(standing()[1].content), QStringList({"10 x 2.942"}));
        town().moveTo(*Date::of(2027, 1, 20));
        readAndBill("161.90");
        QCOMPARE(linesOf(standing()[2].content), QStringList({"30 x 2.7"}));
        QCOMPARE(violations(), 0);
    }

    void aCorrectionKeepsEachHoldersUseOnHisOwnLadder() {
        read("121.90");
        transferred(toLiLei(november(), true));
        bill();
        town().moveTo(december());
        readAndBill("141.90");
        correctNovember("111.50");
        // 11 m3 of the old ladder, 30 of the new one.
        QCOMPARE(linesOf(standing()[0].content), QStringList({"10 x 2.7", "1 x 2.942"}));
        QCOMPARE(linesOf(standing()[1].content), QStringList({"30 x 2.7"}));
        QCOMPARE(standing()[1].content.ladderAfter.toString(), QStringLiteral("30"));
        QCOMPARE(violations(), 0);
        AccountTerms terms{.householdSize = 3, .tariffCode = QStringLiteral("gas")};
        const auto same = services::prepareCorrection(
            as(Person::Drafter),
            {as(Person::Drafter).newKey(), services::TrueTerms{gas(), november(), terms}, QStringLiteral("再算")});
        QVERIFY(same.failedWith(services::CorrectionError::NothingToCorrect));
    }

    void aLadderThatGoesOnTakesACorrectionAlong() {
        read("121.90");
        transferred(toLiLei(november(), false));
        bill();
        town().moveTo(december());
        readAndBill("141.90");
        correctNovember("105.50");
        // 5 m3, and five more before the second tier begins.
        QCOMPARE(linesOf(standing()[1].content), QStringList({"5 x 2.7", "31 x 2.942"}));
        QCOMPARE(violations(), 0);
    }

    void eachHolderHasHisMonthsOfTheWindow() {
        enterByMonths();
        read("121.90");
        // Eleven months of 300 are 275; the ladder stood at 290.
        QCOMPARE(transferred(toLiLei(november(), true)).finalBill.toString(), QStringLiteral("67.20"));
        bill();
        town().moveTo(december());
        readAndBill("181.90");
        QCOMPARE(linesOf(standing()[0].content), QStringList({"21 x 3.2"}));
        // Two months of 300 are 50.
        QCOMPARE(linesOf(standing()[1].content), QStringList({"50 x 3", "10 x 3.2"}));
        QCOMPARE(violations(), 0);
    }

    void aDialThatIsToldComesInAsAReadingOfWhoeverMayStoreThem() {
        auto request = toLiLei(november(), true);
        request.dial = dial("121.90");
        QVERIFY(services::transferAccount(as(Person::MeterKeeper), request).failedWith(SecurityError::NotAllowed));
        VERIFY_OK(services::addSeat(as(Person::Administrator), 77, QStringLiteral("hall")));
        const QString number = town().numberOf(Person::Reader) + QStringLiteral("both");
        VERIFY_OK(services::addOperator(
            as(Person::Administrator),
            {number, QStringLiteral("Both"), {Duty::MeterKeeper, Duty::Reader}, tests::SmallTown::password()}));
        services::Workplace place = town().workplaceFor(Person::MeterKeeper);
        place.seat = 77;
        auto both = services::signIn(place, number, tests::SmallTown::password());
        VERIFY_OK(both);
        request.dial = dial("99.00");
        QCOMPARE(services::transferAccount(*both, request).error().toString(),
                 QStringLiteral("holder.NotSettledTo(doubtful-reading)"));
        request.dial = dial("121.90");
        request.on = *Date::of(2026, 11, 19);
        QVERIFY(services::transferAccount(*both, request).failedWith(RegistryError::BadDay));
        request.on = november();
        const auto done = services::transferAccount(*both, request);
        VERIFY_OK(done);
        QCOMPARE(done->finalBill.toString(), QStringLiteral("59.36"));
        const auto readings = services::readingsPage(as(Person::Cashier), gas());
        QCOMPARE(readings->readings.size(), std::size_t(1));
        QCOMPARE(readings->readings[0].dial.toString(), QStringLiteral("121.90"));
        QCOMPARE(violations(), 0);
    }

    void openBillsAndWhatIsLeftOfAPaymentAreTakenOverInWords() {
        readAndBill("121.90");
        auto request = toLiLei(november(), true);
        request.takesDebts = false;
        QCOMPARE(refusal(request), QStringLiteral("holder.OpenBills(59.36)"));
        request.takesDebts = true;
        QCOMPARE(transferred(request).owed.toString(), QStringLiteral("59.36"));
        QCOMPARE(violations(), 0);
    }

    void theFormerHolderMayPayTheLastBillAhead() {
        read("121.90");
        auto request = toLiLei(november(), true);
        request.takesDebts = false;
        QCOMPARE(refusal(request), QStringLiteral("holder.FinalBillUnpaid(59.36)"));
        payAhead("50.00");
        QCOMPARE(refusal(request), QStringLiteral("holder.FinalBillUnpaid(9.36)"));
        payAhead("10.00");
        QCOMPARE(refusal(request), QStringLiteral("holder.CreditLeft(0.64)"));
        request.takesCredit = true;
        QCOMPARE(transferred(request).credit.toString(), QStringLiteral("60.00"));
        bill();
        const auto head = services::customerHead(as(Person::Cashier), gas());
        QVERIFY(head->money.owed.isZero());
        QCOMPARE(head->money.prepayment.toString(), QStringLiteral("0.64"));
        QCOMPARE(violations(), 0);
    }

    void aTransferIsRefusedInTheOrderOfItsGuards() {
        auto request = toLiLei(november(), true);
        QVERIFY(services::transferAccount(as(Person::Cashier), request).failedWith(SecurityError::NotAllowed));
        auto wrong = request;
        wrong.document = QStringLiteral(" ");
        QVERIFY(services::transferAccount(as(Person::MeterKeeper), wrong).failedWith(SecurityError::ReasonMissing));
        wrong = request;
        wrong.account = AccountId::fromRaw(1);
        QVERIFY(services::transferAccount(as(Person::MeterKeeper), wrong).failedWith(RegistryError::UnknownAccount));
        wrong = request;
        wrong.holder = QStringLiteral("C9999");
        QCOMPARE(refusal(wrong), QStringLiteral("holder.UnknownCustomer(C9999)"));
        wrong.holder = QStringLiteral("C0001");
        QCOMPARE(refusal(wrong), QStringLiteral("holder.SameCustomer(C0001)"));
        wrong.holder = Customer{CustomerId::fromRaw(0), QStringLiteral(" "), {}, {}};
        QCOMPARE(refusal(wrong), QStringLiteral("registry.BadRow(name)"));
        wrong = request;
        wrong.on = december();
        QCOMPARE(refusal(wrong), QStringLiteral("registry.BadDay(2026-12-20)"));
        wrong.on = *Date::of(2026, 10, 19);
        QCOMPARE(refusal(wrong), QStringLiteral("registry.BilledAlready(2026-10-20)"));
        QCOMPARE(refusal(request), QStringLiteral("holder.NotSettledTo(not-read)"));
        read("99.00");
        QCOMPARE(refusal(request), QStringLiteral("holder.NotSettledTo(doubtful-reading)"));
        QVERIFY(services::customerHead(as(Person::Cashier), gas())->formerHolders.empty());
        QCOMPARE(violations(), 0);
    }

    void theSameKeyIsOneTransfer() {
        read("121.90");
        auto request = toLiLei(november(), true);
        const auto done = transferred(request);
        const auto again = transferred(request);
        QVERIFY(!done.alreadyDone && again.alreadyDone);
        QCOMPARE(again.customerNumber, done.customerNumber);
        request.ladderAnew = false;
        QCOMPARE(refusal(request), QStringLiteral("registry.KeyUsedForSomethingElse"));
        request = toLiLei(november(), true);
        QCOMPARE(refusal(request), QStringLiteral("registry.BadDay(2026-11-20)"));
    }

    void aTransferToAKnownCustomerBringsTheAccountsTogether() {
        read("121.90");
        auto request = toLiLei(november(), false);
        request.holder = QStringLiteral("C0002");
        transferred(request);
        const auto head = services::customerHead(as(Person::Cashier), gas());
        QCOMPARE(head->account.holder, QStringLiteral("张伟"));
        QCOMPARE(head->otherAccounts.size(), std::size_t(2));
        QCOMPARE(head->formerHolders.size(), std::size_t(1));
        QCOMPARE(head->formerHolders[0].name, QStringLiteral("王秀英"));
        const auto timeline = services::timelineOf(as(Person::Cashier), gas());
        const auto* change = std::get_if<services::HolderChanged>(&timeline->front().what);
        QVERIFY(change != nullptr);
        QCOMPARE(change->from + change->to, QStringLiteral("王秀英张伟"));
    }

    void anAccountIsFoundByItsFormerHolderBehindAllOthers() {
        read("121.90");
        transferred(toLiLei(november(), true));
        const QString number = town().accountNumber(1, Commodity::Gas);
        const QString former = number + QStringLiteral(" 李雷 <- 王秀英");
        QCOMPARE(found(QStringLiteral("李雷")), QStringList({number + QStringLiteral(" 李雷")}));
        for (const char* typed : {"王秀", "wxy", "wangxiu", "xiuying"}) {
            const QStringList lines = found(QString::fromUtf8(typed));
            QVERIFY2(lines.size() > 2, typed);
            QCOMPARE(lines.last(), former);
            QCOMPARE(lines.filter(QStringLiteral("<-")).size(), 1);
        }
        QCOMPARE(found(QStringLiteral("13800000001")), QStringList({former}));
        QCOMPARE(found(QStringLiteral("13912345678")), QStringList({number + QStringLiteral(" 李雷")}));
        QCOMPARE(found(QStringLiteral("王秀英 ") + number), QStringList({former}));
        QVERIFY(!found(QStringLiteral("王秀英"), 5).contains(former));
    }

    void aClosedAccountIsBilledToItsLastDayAndNoFurther() {
        const auto done = services::closeAccount(as(Person::MeterKeeper), closing("121.90"));
        VERIFY_OK(done);
        QCOMPARE(done->finalBill.toString(), QStringLiteral("59.36"));
        town().moveTo(december());
        const int before = int(town().draft(town().book("01")).held.at(QStringLiteral("not-read")));
        bill();
        QCOMPARE(standing().size(), std::size_t(1));
        QCOMPARE(standing()[0].readTo, november());
        QCOMPARE(linesOf(standing()[0].content), QStringList({"10 x 2.7", "11 x 2.942"}));
        const auto head = services::customerHead(as(Person::Cashier), gas());
        QCOMPARE(head->account.closedOn, std::optional(november()));
        QCOMPARE(head->money.owed.toString(), QStringLiteral("59.36"));
        payAhead("59.36");
        QVERIFY(services::customerHead(as(Person::Cashier), gas())->money.owed.isZero());
        town().moveTo(*Date::of(2027, 1, 20));
        const auto run = town().draft(town().book("01"));
        QCOMPARE(run.billable, 0);
        QCOMPARE(run.held, (std::map<QString, int>{{QStringLiteral("not-read"), before}}));
        QVERIFY(services::metersAtPlace(as(Person::Cashier), gas())->front().until.has_value());
        QCOMPARE(violations(), 0);
    }

    void aClosedAccountIsNeitherClosedNorTransferredAgain() {
        auto request = closing("121.90");
        VERIFY_OK(services::closeAccount(as(Person::MeterKeeper), request));
        QVERIFY(services::closeAccount(as(Person::MeterKeeper), request)->alreadyDone);
        request.reason = QStringLiteral("搬走");
        QVERIFY(services::closeAccount(as(Person::MeterKeeper), request)
                    .failedWith(RegistryError::KeyUsedForSomethingElse));
        request.key = as(Person::MeterKeeper).newKey();
        QCOMPARE(services::closeAccount(as(Person::MeterKeeper), request).error().toString(),
                 QStringLiteral("holder.AccountClosed(2026-11-20)"));
        QCOMPARE(refusal(toLiLei(november(), true)), QStringLiteral("holder.AccountClosed(2026-11-20)"));
        const auto timeline = services::timelineOf(as(Person::Cashier), gas());
        QVERIFY(std::get<services::AccountEnded>(timeline->front().what).meterTakenDown);
    }

    void aMeterThatStaysWasReadOnTheLastDay() {
        auto request = closing("121.90");
        request.takeMeterDown = false;
        QVERIFY(services::closeAccount(as(Person::MeterKeeper), request).failedWith(SecurityError::NotAllowed));
        request.dial.reset();
        QVERIFY(services::closeAccount(as(Person::MeterKeeper), request).failedWith(HolderError::NotSettledTo));
        readAndBill("121.90");
        const auto done = services::closeAccount(as(Person::MeterKeeper), request);
        VERIFY_OK(done);
        QCOMPARE(done->owed.toString(), QStringLiteral("59.36"));
        QVERIFY(done->finalBill.isZero());
        town().moveTo(december());
        read("141.90");
        const auto run = town().draft(town().book("01"));
        QCOMPARE(run.billable, 0);
        QCOMPARE(violations(), 0);
    }

    void aLastDialThatGoesBackIsRefused() {
        QVERIFY(services::closeAccount(as(Person::Cashier), closing("121.90")).failedWith(SecurityError::NotAllowed));
        QCOMPARE(services::closeAccount(as(Person::MeterKeeper), closing("99.00")).error().toString(),
                 QStringLiteral("registry.DialBelowStart(99.00)"));
        auto request = closing("121.90");
        request.on = *Date::of(2026, 10, 20);
        QVERIFY(services::closeAccount(as(Person::MeterKeeper), request).failedWith(RegistryError::BilledAlready));
        request.on = *Date::of(2026, 11, 21);
        QVERIFY(services::closeAccount(as(Person::MeterKeeper), request).failedWith(RegistryError::BadDay));
        QVERIFY(!services::customerHead(as(Person::Cashier), gas())->account.closedOn);
        QCOMPARE(violations(), 0);
    }

    void whoeverWritesPastTheProgramIsSeen() {
        read("121.90");
        transferred(toLiLei(november(), true));
        bill();
        town().moveTo(december());
        readAndBill("141.90");
        const auto database = town().openDirectly();
        QVERIFY(tests::Tampering(*database).apply("account_transfer", "UPDATE account_transfer SET ladder_anew = 0"));
        QVERIFY(violations() >= 2); // the row, and the bill whose ladder began at zero
    }
};
METERHALL_TEST_CASE(HoldersTest)

#include "holders_test.moc"
