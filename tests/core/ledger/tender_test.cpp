#include "core/ledger/tender.h"
#include "tests/support/test_case.h"

#include <QTest>

#include <set>

using namespace meterhall;

/// How money came, and what a slip's number looks like.
class TenderTest : public QObject {
    Q_OBJECT

    static Date today() { return *Date::parse(QStringLiteral("2026-11-20")); }
    static Result<Tender> checked(const Tender& tender) { return checkedTender(tender, today()); }
    static Tender cheque(const QString& bank, std::optional<Date> day) {
        return {PaymentMethod::Cheque, QStringLiteral("1040 0000 1234 5678"), bank, day};
    }
    static Tender weChat(const char* reference) { return {PaymentMethod::WeChat, QString::fromLatin1(reference)}; }

private Q_SLOTS:
    void everyMethodHasACodeOfItsOwn() {
        std::set<QString> codes;
        for (const PaymentMethod method : paymentMethods) {
            QVERIFY(!codeOf(method).isEmpty());
            QVERIFY(paymentMethodOf(codeOf(method)) == method);
            codes.insert(codeOf(method));
        }
        QCOMPARE(codes.size(), paymentMethods.size());
        QVERIFY(!paymentMethodOf(QStringLiteral("barter")));
    }

    void aSlipHasANumberAndCashHasNone() {
        QVERIFY(checked(weChat("")).failedWith(LedgerError::ReferenceMissing));
        QVERIFY(checked(weChat("  ")).failedWith(LedgerError::ReferenceMissing));
        QVERIFY(checked(weChat("123")).failedWith(LedgerError::BadReference));
        QVERIFY(checked(weChat("1234'5")).failedWith(LedgerError::BadReference));
        QVERIFY(checked(Tender{PaymentMethod::BankCard, QStringLiteral("１２３４５")})
                    .failedWith(LedgerError::BadReference));
        QVERIFY(checked(Tender{PaymentMethod::BankCard, QString(65, u'7')}).failedWith(LedgerError::BadReference));
        QVERIFY(checked(Tender{PaymentMethod::BankCard, QString(64, u'7')}).ok());
        QCOMPARE(checked(weChat("4200 0018 22"))->reference, QStringLiteral("4200001822"));
        QVERIFY(checked(Tender{PaymentMethod::Cash, QStringLiteral("noise")}).value() == Tender{});
    }

    void whatComesFromABankHasABankAndADay() {
        const QString bank = QStringLiteral("工商银行 城东支行");
        const auto good = checked(cheque(QStringLiteral("  工商银行  城东支行 "), today()));
        QVERIFY(good.ok());
        QCOMPARE(good->reference, QStringLiteral("1040000012345678"));
        QCOMPARE(good->bank, bank);
        QVERIFY(good->valueDate == today() && good->isFromBank() && !good->isCash());
        QVERIFY(checked(cheque(QStringLiteral(" "), today())).failedWith(LedgerError::BankMissing));
        QVERIFY(checked(cheque(QString(61, u'x'), today())).failedWith(LedgerError::BankMissing));
        QVERIFY(checked(cheque(bank, {})).failedWith(LedgerError::BadValueDate));
        QVERIFY(checked(cheque(bank, today().addDays(1))).failedWith(LedgerError::BadValueDate));
        QVERIFY(checked(cheque(bank, today().addDays(-366))).ok());
        QVERIFY(checked(cheque(bank, today().addDays(-367))).failedWith(LedgerError::BadValueDate));
        Tender noise = weChat("4200001822");
        noise.bank = bank;
        noise.valueDate = today();
        QVERIFY(checked(noise).value() == weChat("4200001822"));
    }

    void thePaymentCodeOfACustomerIsNotTakenForASlip_data() {
        QTest::addColumn<int>("method");
        QTest::addColumn<QString>("reference");
        QTest::addColumn<bool>("isPayCode");
        const auto row = [](const char* what, PaymentMethod method, const char* reference, bool is) {
            QTest::newRow(what) << int(method) << QString::fromLatin1(reference) << is;
        };
        row("WeChat, begins with 10", PaymentMethod::WeChat, "100000000000000000", true);
        row("WeChat, begins with 15", PaymentMethod::WeChat, "150211238899912330", true);
        row("WeChat, begins with 16", PaymentMethod::WeChat, "160211238899912330", false);
        row("WeChat, a slip of 28 digits", PaymentMethod::WeChat, "4200001822202411213456789012", false);
        row("Alipay, begins with 28", PaymentMethod::Alipay, "281234567890123456", true);
        row("Alipay, 24 digits", PaymentMethod::Alipay, "301234567890123456789012", true);
        row("Alipay, 15 digits", PaymentMethod::Alipay, "281234567890123", false);
        row("Alipay, begins with 31", PaymentMethod::Alipay, "311234567890123456", false);
        row("a card's slip", PaymentMethod::BankCard, "100000000000000000", false);
        row("letters", PaymentMethod::WeChat, "10000000000000000X", false);
    }
    void thePaymentCodeOfACustomerIsNotTakenForASlip() {
        QFETCH(const int, method);
        QFETCH(const QString, reference);
        QTEST(looksLikePayCode({PaymentMethod(method), reference}), "isPayCode");
    }
};

METERHALL_TEST_CASE(TenderTest)

#include "tender_test.moc"
