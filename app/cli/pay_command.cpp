#include "app/cli/payment_json.h"
#include "app/cli/workplace_names.h"

namespace meterhall::app {

namespace {

constexpr const char* payPage = R"(
meterhall-cli pay --account NUMBER [--account NUMBER …] --amount 27.00 [--received 50.00] [--key K]
                  [--method cash|wechat|alipay|card --reference NUMBER] [--bill ID …]
                  [--method transfer|cheque --reference NUMBER --bank NAME --value-date 2026-11-20]

Takes money in the shift that is open at this seat (`shift open`): cash into its drawer, or what a terminal took, with the
number of the terminal's slip as --reference, or a bank transfer or a cheque, with its number, the bank and the day the
money arrived or the cheque was written. The oldest bills of the accounts are paid first, each with its late charge (`late
preview`), with --bill only the bills named; what is left over becomes prepayment of the first account. --received is the
cash that was handed over (the amount, if not given). One receipt for each legal entity. (cashier)

--key makes it safe to ask again: a number of the caller's own, below 281474976710656, new for every payment. The same key
with the same accounts and amounts answers "already_done" with the first receipts; with others it is refused. Without
--key one is made, and asking again would pay again.

Prints {"key","already_done","method","change","late_charge","receipts":[{"receipt","paper","account","amount","received","change"}]}.
Refused, with exit 2: no open shift, a shift of somebody else, a drawer that is counted, a closed day, no paper numbers left, a slip
that stands for another payment, a bill that is not open.
)";

Result<Tender> tenderFrom(const Options& options) {
    const QString code =
        options.has(QStringLiteral("method")) ? options.value(QStringLiteral("method")) : codeOf(PaymentMethod::Cash);
    const auto method = paymentMethodOf(code);
    if (!method)
        return Error(CallError::BadValue, {QStringLiteral("--method"), code,
                                           QStringLiteral("cash, wechat, alipay, card, transfer or cheque")});
    Tender tender{*method, options.value(QStringLiteral("reference"))};
    if (!tender.isFromBank())
        return tender;
    tender.bank = options.value(QStringLiteral("bank"));
    MH_TRY(tender.valueDate, options.date(QStringLiteral("value-date")));
    return tender;
}

Result<std::optional<std::vector<BillId>>> billsFrom(const Options& options) {
    std::optional<std::vector<BillId>> bills;
    for (const QString& number : options.values(QStringLiteral("bill"))) {
        MH_TRY(const BillId bill, BillId::parse(number).within(QStringLiteral("--bill")));
        bills = bills.value_or(std::vector<BillId>());
        bills->push_back(bill);
    }
    return bills;
}

Result<int> pay(const Options& options) {
    MH_TRY(const Money amount, options.money(QStringLiteral("amount")));
    MH_TRY(const Money received,
           options.has(QStringLiteral("received")) ? options.money(QStringLiteral("received")) : Result<Money>(amount));
    MH_CHECK(options.required(QStringLiteral("account")));
    MH_TRY(const auto given, callersKey(options));
    MH_TRY(const Tender tender, tenderFrom(options));
    MH_TRY(const auto bills, billsFrom(options));
    MH_TRY(services::Session session, signInFrom(options));
    services::PaymentRequest request{.key = given ? *given : session.newKey(),
                                     .accounts = {},
                                     .toPay = amount,
                                     .received = received,
                                     .tender = tender,
                                     .bills = bills};
    for (const QString& number : options.values(QStringLiteral("account"))) {
        MH_TRY(const Account account, accountNumbered(session, number));
        request.accounts.push_back(account.id);
    }
    MH_TRY(const services::PaymentResult result, services::takePayment(session, request));
    return printPayment(session, request.key, result);
}

} // namespace

int runPayCommand(const QStringList& arguments) {
    const QStringList valued{QStringLiteral("account"), QStringLiteral("amount"), QStringLiteral("received"),
                             QStringLiteral("key"),     QStringLiteral("method"), QStringLiteral("reference"),
                             QStringLiteral("bill"),    QStringLiteral("bank"),   QStringLiteral("value-date")};
    return runCommand({payPage, valued}, arguments, pay);
}

} // namespace meterhall::app
