#include "core/ledger/journal.h"
#include "core/services/account_terms.h"
#include "core/services/correction.h"
#include "core/services/counter.h"
#include "core/services/day_close.h"
#include "core/services/ingest.h"
#include "core/services/ladder_view.h"
#include "core/services/tariffs.h"
#include "core/services/verify.h"
#include "core/storage/account_file_store.h"
#include "core/storage/billing_store.h"
#include "tests/small_town/small_town_test.h"
#include "tests/small_town/tampering.h"
#include "tests/storage_support/database_fixture.h"
#include "tests/support/test_case.h"

#include <QJsonDocument>
#include <QTest>

using namespace meterhall;
using services::CorrectionError;
using services::SettlementSheet;

/// Gas homes came with 290 of 300 on their ladder and the dial at 100; water homes with 100 of 180. November is read at
/// 121.90: 21 m3 of gas are 10 x 2.70 + 11 x 2.942 = 59.36.
class CorrectionServiceTest : public tests::SmallTownTest {
    Q_OBJECT

    AccountId gas(int home = 1) { return town().account(home, Commodity::Gas); }
    static Date november() { return *Date::of(2026, 11, 20); }
    static Date december() { return *Date::of(2026, 12, 20); }
    static Decimal dial(const char* text) { return *Decimal::parse(QString::fromLatin1(text)); }

    void prepare() override { town().readAndIssueAll("121.90"); }
    void issueDecember(const char* reading) {
        town().moveTo(december());
        town().readAndIssueAll(reading);
    }
    Result<SettlementSheet> prepared(const services::Truth& truth) {
        return services::prepareCorrection(as(Person::Drafter),
                                           {as(Person::Drafter).newKey(), truth, QStringLiteral("抄错")});
    }
    /// Prepared by one and approved by another; empty when it was refused.
    SettlementSheet corrected(const services::Truth& truth) {
        const auto sheet = prepared(truth);
        if (!sheet.ok())
            qFatal("prepare: %s", qPrintable(sheet.error().toString()));
        const auto done = services::approveCorrection(as(Person::Checker), sheet->correction);
        if (!done.ok())
            qFatal("approve: %s", qPrintable(done.error().toString()));
        return *done;
    }
    std::vector<storage::StoredBill> standing(AccountId account) {
        const auto database = town().openDirectly();
        return *storage::BillingStore(*database).standingBills(account);
    }
    QString owes(AccountId account) {
        const auto database = town().openDirectly();
        const auto owed = database->number("SELECT CAST(SUM(amount_minor) AS ${int64}) FROM account_balance "
                                           "WHERE account_id = ? AND ledger_account IN (2, 3)",
                                           {account});
        return Money::ofMinor(*owed, Currency::cny()).toString();
    }
    void pay(AccountId account, const char* amount) {
        services::Session& cashier = as(Person::Cashier);
        const Money money = *Money::parse(QString::fromLatin1(amount), Currency::cny());
        VERIFY_OK(services::openShift(cashier, {Money::ofMinor(10000, Currency::cny()), 1, 500}));
        VERIFY_OK(services::takePayment(
            cashier, {.key = cashier.newKey(), .accounts = {account}, .toPay = money, .received = money}));
    }

private Q_SLOTS:
    void lateTruthTakesBackWhatWasTooMuchAndPutsTheLadderBack() {
        issueDecember("141.00");
        const auto before = standing(gas());
        QCOMPARE(before[1].content.total.toString(), QStringLiteral("58.84"));
        const SettlementSheet sheet = corrected(services::TrueDials{gas(), {{november(), dial("105.20")}}});
        // 5 m3 x 2.70 instead of 59.36; then 36 from 295: 5 x 2.70 + 31 x 2.942.
        QCOMPARE(sheet.bills.size(), std::size_t(2));
        QCOMPARE(sheet.bills[0].now.toString(), QStringLiteral("13.50"));
        QCOMPARE(sheet.bills[0].difference.toString(), QStringLiteral("-45.86"));
        QCOMPARE(sheet.bills[1].now.toString(), QStringLiteral("104.70"));
        QCOMPARE(sheet.difference.toString(), QStringLiteral("0.00"));
        const auto bills = standing(gas());
        QCOMPARE(bills.size(), std::size_t(2));
        QCOMPARE(bills[0].turn, 1);
        QCOMPARE(bills[0].month.number(), 202611);
        QCOMPARE(bills[0].issuedOn, december());
        QCOMPARE(bills[1].content.ladderAfter.toString(), QStringLiteral("331"));
        const auto database = town().openDirectly();
        QCOMPARE(*storage::AccountFileStore(*database).billCount(gas()), 2);
        QCOMPARE(violations(), 0);
    }

    void theNextBillGoesOnFromTheCorrectedOnes() {
        corrected(services::TrueDials{gas(), {{november(), dial("105.20")}}});
        const auto ladder = services::ladderView(as(Person::Cashier), gas());
        QCOMPARE(ladder->billed.position.toString(), QStringLiteral("295"));
        issueDecember("141.00");
        QCOMPARE(standing(gas())[1].content.total.toString(), QStringLiteral("104.70"));
        QCOMPARE(standing(gas(3))[1].content.total.toString(), QStringLiteral("58.84"));
        QCOMPARE(violations(), 0);
    }

    void aReversalThatLeavesTheLadderWhereItWasIsSeen() {
        corrected(services::TrueDials{gas(), {{november(), dial("105.20")}}});
        const auto database = town().openDirectly();
        QVERIFY(tests::Tampering(*database).apply("bill_reversal", "DELETE FROM bill_reversal"));
        const auto books = services::verifyBooks(as(Person::Finance));
        VERIFY_OK(books);
        QVERIFY(std::ranges::any_of(books->violations,
                                    [](const auto& found) { return found.kind == QStringLiteral("ladder"); }));
    }

    void whatHadBeenPaidPaysTheReplacement() {
        pay(gas(), "59.36");
        const SettlementSheet sheet = corrected(services::TrueDials{gas(), {{november(), dial("105.20")}}});
        QCOMPARE(sheet.bills[0].released.toString(), QStringLiteral("59.36"));
        QCOMPARE(sheet.accounts[0].owed.toString(), QStringLiteral("-45.86"));
        QCOMPARE(owes(gas()), QStringLiteral("-45.86"));
        // The rest waits for the next bill.
        issueDecember("141.00");
        QCOMPARE(owes(gas()), QStringLiteral("58.84"));
        QCOMPARE(violations(), 0);
    }

    void aMonthThatWasClosedIsCorrectedByEntriesOfToday() {
        VERIFY_OK(services::closeDay(as(Person::Lead), november()));
        QVERIFY(services::approveCorrection(
                    as(Person::Checker), prepared(services::TrueDials{gas(), {{november(), dial("105")}}})->correction)
                    .failedWith(LedgerError::DayClosed));
        town().moveTo(*Date::of(2027, 2, 3));
        corrected(services::TrueDials{gas(), {{november(), dial("105")}}});
        const auto database = town().openDirectly();
        QCOMPARE(*database->number("SELECT COUNT(*) FROM journal WHERE kind = 7 AND business_day = 20270203"), 1);
        const auto bills = standing(gas());
        QCOMPARE(bills[0].month.number(), 202611);
        QCOMPARE(bills[0].issuedOn.toString(), QStringLiteral("2027-02-03"));
        QCOMPARE(violations(), 0);
    }

    void correctingBackReturnsToZero() {
        issueDecember("141.00");
        const QString owed = owes(gas());
        const SettlementSheet there = corrected(services::TrueDials{gas(), {{november(), dial("118")}}});
        const SettlementSheet back = corrected(services::TrueDials{gas(), {{november(), dial("121.90")}}});
        QVERIFY(there.difference.plus(back.difference)->isZero());
        QCOMPARE(owes(gas()), owed);
        QCOMPARE(standing(gas())[0].turn, 2);
        QVERIFY(prepared(services::TrueDials{gas(), {{november(), dial("121.90")}}})
                    .failedWith(CorrectionError::NothingToCorrect));
        QCOMPARE(violations(), 0);
    }

    void anotherClassIsAppliedFromItsDayOnAndStays() {
        const QByteArray file =
            R"({"id":"shop","commodity":"gas","unit":"m3","currency":"CNY","effective_from":"2026-01-01",
 "price_order":"2026-3","dial_step":"1","cycle":{"kind":"year","reset":"01-01"},"tier_mode":"flat",
 "components":[{"code":"gas","label":"燃气费","prices":["4.00"]}]})";
        const auto version = services::enterTariffFile(as(Person::Drafter), QStringLiteral("shop"),
                                                       QJsonDocument::fromJson(file).object());
        VERIFY_OK(version);
        VERIFY_OK(services::activateTariff(as(Person::Finance), *version));
        issueDecember("141.00");
        const services::TrueTerms shop{gas(),
                                       *Date::of(2026, 12, 1),
                                       {.useClass = UseClass::NonResidential, .tariffCode = QStringLiteral("shop")}};
        const SettlementSheet sheet = corrected(shop);
        QCOMPARE(sheet.bills.size(), std::size_t(1));
        QCOMPARE(sheet.bills[0].now.toString(), QStringLiteral("80.00"));
        town().moveTo(*Date::of(2026, 12, 30));
        QCOMPARE(services::termsOf(as(Person::Cashier), gas(), november())->tariffCode, QStringLiteral("gas"));
        QCOMPARE(services::termsOf(as(Person::Cashier), gas(), december())->tariffCode, QStringLiteral("shop"));
        town().moveTo(*Date::of(2027, 1, 20));
        town().readAndIssueAll("151.00");
        QCOMPARE(standing(gas())[2].content.total.toString(), QStringLiteral("40.00"));
        QCOMPARE(violations(), 0);
    }

    void crossedMetersAreBilledAndHungTheOtherWayRound() {
        town().moveTo(december());
        std::vector<MeterReport> reports;
        for (int home = 1; home <= 20; ++home)
            reports.push_back(town().report(home, Commodity::Gas, home == 1 ? "151.00" : "131.00"));
        VERIFY_OK(services::ingest(as(Person::Reader), reports));
        issueBook("01");
        QCOMPARE(standing(gas(1))[1].content.total.toString(), QStringLiteral("88.26"));
        QCOMPARE(standing(gas(3))[1].content.total.toString(), QStringLiteral("29.42"));
        const SettlementSheet sheet = corrected(services::CrossedMeters{gas(1), gas(3), *Date::of(2026, 12, 1)});
        QCOMPARE(sheet.bills.size(), std::size_t(2));
        QCOMPARE(sheet.bills[0].now.toString(), QStringLiteral("29.42"));
        QCOMPARE(sheet.bills[1].now.toString(), QStringLiteral("88.26"));
        QCOMPARE(sheet.difference.toString(), QStringLiteral("0.00"));
        // What the meters report from now on belongs to the other home.
        town().moveTo(*Date::of(2027, 1, 20));
        for (MeterReport& report : reports)
            report = town().report(int(&report - reports.data()) + 1, Commodity::Gas,
                                   &report == reports.data() ? "161.00" : "133.00");
        VERIFY_OK(services::ingest(as(Person::Reader), reports));
        issueBook("01");
        QCOMPARE(standing(gas(1))[2].content.usage.toString(), QStringLiteral("2"));
        QCOMPARE(standing(gas(3))[2].content.usage.toString(), QStringLiteral("10"));
        QVERIFY(prepared(services::CrossedMeters{gas(1), gas(1), november()}).failedWith(CorrectionError::BillsDiffer));
        QCOMPARE(violations(), 0);
    }

    void aMeterThatCountsTooMuchIsCorrectedByItsTest() {
        const services::MeterFault fault{gas(), town().meter(1, Commodity::Gas), *Date::of(2026, 10, 20), november(),
                                         dial("5")};
        // 21 / 1.05 = 20.
        const SettlementSheet sheet = corrected(fault);
        QCOMPARE(sheet.bills[0].difference.toString(), QStringLiteral("-2.94"));
        services::MeterFault none = fault;
        none.tooMuchPercent = dial("0");
        QCOMPARE(corrected(none).difference.toString(), QStringLiteral("2.94"));
        none.tooMuchPercent = dial("-100");
        QVERIFY(prepared(none).failedWith(CorrectionError::BadPercent));
        QCOMPARE(violations(), 0);
    }

    void twoPeopleAreNeededAndTheSameIsDoneOnce() {
        const services::Truth truth = services::TrueDials{gas(), {{november(), dial("105")}}};
        const services::CorrectionRequest request{as(Person::Drafter).newKey(), truth, QStringLiteral("估抄")};
        VERIFY_OK(services::prepareCorrection(as(Person::Drafter), request));
        QVERIFY(services::prepareCorrection(as(Person::Drafter), request)->bills.size() == 1);
        services::CorrectionRequest other = request;
        other.reason = QStringLiteral("别的");
        QVERIFY(services::prepareCorrection(as(Person::Drafter), other)
                    .failedWith(CorrectionError::KeyUsedForSomethingElse));
        QVERIFY(services::approveCorrection(as(Person::Drafter), request.key).failedWith(SecurityError::SamePerson));
        QVERIFY(services::approveCorrection(as(Person::Cashier), request.key).failedWith(SecurityError::NotAllowed));
        const auto second = prepared(truth);
        VERIFY_OK(second);
        VERIFY_OK(services::approveCorrection(as(Person::Checker), request.key));
        QVERIFY(
            services::approveCorrection(as(Person::Checker), request.key).failedWith(CorrectionError::AlreadyApproved));
        QVERIFY(services::approveCorrection(as(Person::Checker), second->correction)
                    .failedWith(CorrectionError::BillsChanged));
        QVERIFY(services::settlementOf(as(Person::Drafter), request.key)->approved);
        QVERIFY(services::settlementOf(as(Person::Drafter), 5).failedWith(CorrectionError::UnknownCorrection));
        QVERIFY(prepared(services::TrueDials{gas(), {{december(), dial("1")}}})
                    .failedWith(CorrectionError::NoBillOfThatDay));
        other.reason.clear();
        QVERIFY(services::prepareCorrection(as(Person::Drafter), other).failedWith(SecurityError::ReasonMissing));
    }

private:
    void issueBook(const char* number) {
        const auto run = town().draft(town().book(number));
        VERIFY_OK(services::checkBills(as(Person::Checker), run.run));
        VERIFY_OK(services::issueBills(as(Person::Drafter), run.run));
    }
};
METERHALL_TEST_CASE(CorrectionServiceTest)

#include "correction_test.moc"
