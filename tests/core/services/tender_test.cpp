#include "core/services/counter.h"
#include "core/services/customer_file.h"
#include "core/services/day_close.h"
#include "core/services/day_overview.h"
#include "core/services/open_bills.h"
#include "core/services/papers.h"
#include "core/services/seat_desk.h"
#include "core/services/verify.h"
#include "tests/small_town/small_town_test.h"
#include "tests/small_town/tampering.h"
#include "tests/storage_support/database_fixture.h"
#include "tests/support/test_case.h"

#include <QTest>

using namespace meterhall;

/// Payments that go through a terminal or a bank, and bills that are chosen. Home 2 owes 59.36 for gas and 105.00 for
/// water.
class PaymentsByTerminalTest : public tests::SmallTownTest {
    Q_OBJECT

    static Money fen(std::int64_t minor) { return Money::ofMinor(minor, Currency::cny()); }
    static Tender slip(const char* number = "4200001822", PaymentMethod method = PaymentMethod::WeChat) {
        return {method, QString::fromLatin1(number)};
    }
    static Tender bankPaper(PaymentMethod method, const char* number, Date day) {
        return {method, QString::fromLatin1(number), QStringLiteral("工商银行"), day};
    }
    std::vector<AccountId> home(int number) {
        return {town().account(number, Commodity::Gas), town().account(number, Commodity::Water)};
    }
    void openForBusiness() {
        town().readAndIssueAll("121.90");
        VERIFY_OK(services::openShift(as(Person::Cashier), {fen(50'000), 1001, 1020}));
    }
    services::PaymentRequest requestOf(int number, const Tender& tender) {
        return {.key = as(Person::Cashier).newKey(),
                .accounts = home(number),
                .toPay = fen(16'436),
                .received = fen(16'436),
                .tender = tender};
    }
    Result<services::PaymentResult> pay(int number, const Tender& tender) {
        return services::takePayment(as(Person::Cashier), requestOf(number, tender));
    }
    Result<services::PaymentResult> reverse(std::int64_t payment) {
        return services::reversePayment(as(Person::Cashier),
                                        {as(Person::Cashier).newKey(), payment, QStringLiteral("wrong account")});
    }

private Q_SLOTS:
    void whatATerminalTookIsNotInTheDrawer() {
        openForBusiness();
        VERIFY_OK(pay(2, slip()));
        VERIFY_OK(pay(4, {}));
        // The float and the cash of home 4; not a cent of home 2.
        VERIFY_OK(services::countDrawer(as(Person::Cashier), {{10'000, 6}, {1, 6'436}}));
        const auto shift = services::dayOverview(as(Person::Lead), town().today())->shifts.at(0);
        QCOMPARE(*shift.expected, fen(66'436));
        VERIFY_OK(services::closeShift(as(Person::Lead), shift.id, {}));
        const auto sheet = services::printShiftSheet(as(Person::Lead), shift.id);
        VERIFY_OK(sheet);
        QStringList methods;
        for (const papers::SumLine& line : std::get<papers::ShiftSheetPaper>(sheet->paper).byMethod)
            methods << QStringLiteral("%1 %2 %3").arg(line.name).arg(line.count).arg(line.sum.toString());
        QCOMPARE(methods, (QStringList{QStringLiteral("现金 2 164.36"), QStringLiteral("微信 2 164.36")}));
        VERIFY_OK(services::closeDay(as(Person::Lead), town().today()));
        const auto paper = services::printDayReport(as(Person::Lead), town().today());
        VERIFY_OK(paper);
        const auto& report = std::get<papers::DayReportPaper>(paper->paper);
        QCOMPARE(report.total, fen(32'872));
        QCOMPARE(report.cashToBank, fen(16'436));
        QCOMPARE(report.cashiers.front().cash, fen(16'436));
        QCOMPARE(report.byMethod.size(), std::size_t(2));
        QCOMPARE(report.byLegalEntity.size(), std::size_t(2));
        QCOMPARE(report.byLegalEntity.front().count, 2);
        QCOMPARE(violations(), 0);
    }

    void theReceiptSaysTheMethodAndTheSlip() {
        openForBusiness();
        const auto paid = pay(2, slip("2024 1121 2200", PaymentMethod::Alipay));
        VERIFY_OK(paid);
        const auto printed = services::printReceipt(as(Person::Cashier), paid->receipts.front().id);
        const auto& paper = std::get<papers::ReceiptPaper>(printed->paper);
        QCOMPARE(paper.method, QStringLiteral("支付宝"));
        QCOMPARE(paper.channelReference, QStringLiteral("202411212200"));
        QVERIFY(services::seatDesk(as(Person::Cashier))->last->receipt.tender.method == PaymentMethod::Alipay);
        const auto listed = services::paymentsPage(as(Person::Cashier), home(2).front());
        QVERIFY(listed->payments.front().tender == slip("202411212200", PaymentMethod::Alipay));
    }

    void aSlipCountsOnceUntilItsPaymentIsReversed() {
        openForBusiness();
        const auto first = requestOf(2, slip());
        VERIFY_OK(services::takePayment(as(Person::Cashier), first));
        QVERIFY(services::takePayment(as(Person::Cashier), first)->alreadyDone);
        QVERIFY(pay(4, slip()).failedWith(LedgerError::ReferenceUsed));
        VERIFY_OK(pay(4, slip("4200001822", PaymentMethod::BankCard))); // another terminal counts for itself
        const auto reversed = reverse(first.key);
        VERIFY_OK(reversed);
        QVERIFY(reversed->tender == slip());
        VERIFY_OK(pay(6, slip())); // it was typed for the wrong account
        QVERIFY(pay(2, slip()).failedWith(LedgerError::ReferenceUsed));
        QCOMPARE(violations(), 0);
    }

    void theSameKeyWithAnotherSlipIsRefused() {
        openForBusiness();
        auto request = requestOf(2, slip());
        VERIFY_OK(services::takePayment(as(Person::Cashier), request));
        request.tender = slip("999999");
        QVERIFY(services::takePayment(as(Person::Cashier), request).failedWith(LedgerError::KeyUsedForSomethingElse));
    }

    void aTerminalGivesNoChangeAndWantsASlip() {
        openForBusiness();
        auto request = requestOf(2, slip());
        request.received = fen(20'000);
        QVERIFY(services::takePayment(as(Person::Cashier), request).failedWith(LedgerError::NoChangeBack));
        QVERIFY(pay(2, slip("")).failedWith(LedgerError::ReferenceMissing));
        QVERIFY(pay(2, slip("a b")).failedWith(LedgerError::BadReference));
        const QString account = town().accountNumber(4, Commodity::Gas);
        QVERIFY(pay(2, {PaymentMethod::WeChat, account}).failedWith(LedgerError::ReferenceIsAccount));
        QCOMPARE(services::openBills(as(Person::Cashier), home(2))->open, fen(16'436));
    }

    void onlyTheChosenBillsArePaid() {
        openForBusiness();
        const auto bills = services::openBills(as(Person::Cashier), home(2))->bills;
        auto request = requestOf(2, {});
        request.toPay = request.received = fen(10'500);
        request.bills = {bills.back().bill.bill}; // the water; the gas is as old and has the smaller number
        VERIFY_OK(services::takePayment(as(Person::Cashier), request));
        const auto left = services::openBills(as(Person::Cashier), home(2))->bills;
        QCOMPARE(left.size(), std::size_t(1));
        QCOMPARE(left.front().bill.bill, bills.front().bill.bill);
        request.key = as(Person::Cashier).newKey();
        QVERIFY(services::takePayment(as(Person::Cashier), request).failedWith(LedgerError::BillNotOpen));
        request.key = as(Person::Cashier).newKey();
        request.bills.emplace(); // none: all of it is kept
        VERIFY_OK(services::takePayment(as(Person::Cashier), request));
        QCOMPARE(services::openBills(as(Person::Cashier), home(2))->prepayment, fen(10'500));
    }

    void aTenderThatIsNotWhatTheJournalSaysIsFound() {
        openForBusiness();
        VERIFY_OK(pay(2, slip()));
        QCOMPARE(violations(), 0);
        const auto database = town().openDirectly();
        tests::Tampering(*database).apply("tender", "UPDATE tender SET method = 4");
        const auto found = services::verifyBooks(as(Person::Administrator));
        VERIFY_OK(found);
        QVERIFY(std::ranges::any_of(found->violations,
                                    [](const auto& violation) { return violation.kind == QLatin1String("tender"); }));
    }

    void aTransferAndAChequeAreOnTheirWayAndListedWithTheirBank() {
        openForBusiness();
        VERIFY_OK(pay(2, bankPaper(PaymentMethod::Transfer, "2026112100017", town().today())));
        VERIFY_OK(pay(4, bankPaper(PaymentMethod::Cheque, "1040000012345678", town().today().addDays(-3))));
        const auto day = services::dayOverview(as(Person::Lead), town().today());
        QCOMPARE(day->bankPapers.size(), std::size_t(2)); // a visit once, whatever companies it pays
        QCOMPARE(day->bankPapers.front().amount, fen(16'436));
        QCOMPARE(day->bankPapers.back().tender.bank, QStringLiteral("工商银行"));
        QCOMPARE(day->bankPapers.back().paperNumber, 1003);
        VERIFY_OK(services::countDrawer(as(Person::Cashier), {{10'000, 5}})); // the float, and no cheque
        VERIFY_OK(services::closeShift(as(Person::Lead), day->shifts.front().id, {}));
        VERIFY_OK(services::closeDay(as(Person::Lead), town().today()));
        const auto paper = services::printDayReport(as(Person::Lead), town().today());
        VERIFY_OK(paper);
        const auto& report = std::get<papers::DayReportPaper>(paper->paper);
        QCOMPARE(report.cashToBank, fen(0));
        QCOMPARE(report.unresolved.size(), 2);
        QVERIFY2(report.unresolved.back().startsWith(QStringLiteral("支票 1040000012345678，工商银行，")),
                 qPrintable(report.unresolved.back()));
        QCOMPARE(report.byComponent.front().name, QStringLiteral("燃气费"));
        QCOMPARE(violations(), 0);
    }

    void theReceiptOfAChequeSaysNumberBankAndDate() {
        openForBusiness();
        const auto paid = pay(2, bankPaper(PaymentMethod::Cheque, "10400000 12345678", town().today()));
        VERIFY_OK(paid);
        const auto printed = services::printReceipt(as(Person::Cashier), paid->receipts.front().id);
        const auto& paper = std::get<papers::ReceiptPaper>(printed->paper);
        QCOMPARE(paper.method, QStringLiteral("支票"));
        QCOMPARE(paper.channelReference,
                 QStringLiteral("1040000012345678，工商银行，%1").arg(town().today().toString()));
        QVERIFY(services::seatDesk(as(Person::Cashier))->last->receipt.tender.valueDate == town().today());
    }

    void aBouncedChequeIsReversedWithTheReasonAndTheBillsAreOpenAgain() {
        openForBusiness();
        const Tender cheque = bankPaper(PaymentMethod::Cheque, "1040000012345678", town().today());
        const auto request = requestOf(2, cheque);
        VERIFY_OK(services::takePayment(as(Person::Cashier), request));
        QVERIFY(pay(4, cheque).failedWith(LedgerError::ReferenceUsed));
        auto reversal = services::ReversalRequest{as(Person::Cashier).newKey(), request.key, QStringLiteral(" ")};
        QVERIFY(services::reversePayment(as(Person::Cashier), reversal).failedWith(LedgerError::ReasonMissing));
        reversal.reason = QStringLiteral("退票：存款不足");
        const auto reversed = services::reversePayment(as(Person::Cashier), reversal);
        VERIFY_OK(reversed);
        QVERIFY(reversed->tender == cheque);
        QCOMPARE(services::openBills(as(Person::Cashier), home(2))->open, fen(16'436));
        const auto papers = services::dayOverview(as(Person::Lead), town().today())->bankPapers;
        QCOMPARE(papers.size(), std::size_t(2));
        QCOMPARE(papers.back().amount, fen(-16'436));
        VERIFY_OK(pay(2, cheque)); // presented once more
        QCOMPARE(violations(), 0);
    }

    void aChequeIsTakenForTenDaysAndNoLonger() {
        openForBusiness();
        const Date today = town().today();
        const auto tooOld = pay(2, bankPaper(PaymentMethod::Cheque, "1040000012345678", today.addDays(-13)));
        QVERIFY(tooOld.failedWith(LedgerError::ChequeTooOld));
        VERIFY_OK(pay(2, bankPaper(PaymentMethod::Cheque, "1040000012345678", today.addDays(-10))));
        VERIFY_OK(pay(4, bankPaper(PaymentMethod::Transfer, "2026112100017", today.addDays(-13))));
    }

    void aBankPaperWithoutItsBankIsFound() {
        openForBusiness();
        VERIFY_OK(pay(2, bankPaper(PaymentMethod::Cheque, "1040000012345678", town().today())));
        QCOMPARE(violations(), 0);
        const auto database = town().openDirectly();
        tests::Tampering(*database).apply("tender_bank", "DELETE FROM tender_bank");
        const auto found = services::verifyBooks(as(Person::Administrator));
        VERIFY_OK(found);
        QVERIFY(std::ranges::any_of(found->violations,
                                    [](const auto& violation) { return violation.kind == QLatin1String("tender"); }));
    }
};

METERHALL_TEST_CASE(PaymentsByTerminalTest)

#include "tender_test.moc"
