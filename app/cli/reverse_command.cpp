#include "app/cli/payment_json.h"

namespace meterhall::app {

namespace {

constexpr const char* reversePage = R"(
meterhall-cli reverse --payment KEY --reason TEXT [--key K]

Takes a whole payment back: mirrored journals, receipts with negative amounts, the money out of the drawer of the shift open
at this seat. --payment is the key `pay` printed. --key as in `pay`: the same again answers "already_done". (cashier, shift
lead with a shift of his own)

Prints what `pay` prints. Refused, with exit 2: no reason, a payment that is not there or was reversed before, and what `pay`
refuses.
)";

Result<int> reverse(const Options& options) {
    MH_TRY(const std::int64_t payment, options.key(QStringLiteral("payment")));
    MH_TRY(const QString reason, options.required(QStringLiteral("reason")));
    MH_TRY(const auto given, callersKey(options));
    MH_TRY(services::Session session, signInFrom(options));
    const services::ReversalRequest request{
        .key = given ? *given : session.newKey(), .payment = payment, .reason = reason};
    MH_TRY(const services::PaymentResult result, services::reversePayment(session, request));
    return printPayment(session, request.key, result);
}

} // namespace

int runReverseCommand(const QStringList& arguments) {
    const QStringList valued{QStringLiteral("payment"), QStringLiteral("reason"), QStringLiteral("key")};
    return runCommand({reversePage, valued}, arguments, reverse);
}

} // namespace meterhall::app
