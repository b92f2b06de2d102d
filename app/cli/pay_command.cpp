#include "app/cli/payment_json.h"
#include "app/cli/workplace_names.h"

namespace meterhall::app {

namespace {

constexpr const char* payPage = R"(
meterhall-cli pay --account NUMBER [--account NUMBER …] --amount 27.00 [--received 50.00] [--key K]

Takes cash into the drawer of the shift that is open at this seat (`shift open`). The oldest bills of the accounts are paid
first; what is left over becomes prepayment of the first account. --received is what was handed over (the amount, if not
given). One receipt for each legal entity. (cashier)

--key makes it safe to ask again: a number of the caller's own, below 281474976710656, new for every payment. The same key
with the same accounts and amounts answers "already_done" with the first receipts; with others it is refused. Without
--key one is made, and asking again would pay again.

Prints {"key","already_done","change","receipts":[{"receipt","paper","account","amount","received","change"}]}.
Refused, with exit 2: no open shift, a shift of somebody else, a drawer that is counted, a closed day, no paper numbers left.
)";

Result<int> pay(const Options& options) {
    MH_TRY(const Money amount, options.money(QStringLiteral("amount")));
    MH_TRY(const Money received,
           options.has(QStringLiteral("received")) ? options.money(QStringLiteral("received")) : Result<Money>(amount));
    MH_CHECK(options.required(QStringLiteral("account")));
    MH_TRY(const auto given, callersKey(options));
    MH_TRY(services::Session session, signInFrom(options));
    services::PaymentRequest request{
        .key = given ? *given : session.newKey(), .accounts = {}, .toPay = amount, .received = received};
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
                             QStringLiteral("key")};
    return runCommand({payPage, valued}, arguments, pay);
}

} // namespace meterhall::app
