#include "app/cli/payment_json.h"
#include "app/cli/workplace_names.h"
#include "core/services/customers.h"
#include "core/services/purchases.h"

#include <QJsonArray>
#include <QJsonObject>

namespace meterhall::app {

namespace {

constexpr const char* purchasePage = R"(
meterhall-cli purchase quote   --account A (--volume 50 | --money 200.00 [--step 1]) [--without-credit] [--trace]
meterhall-cli purchase make    --account A (--volume 50 | --money 200.00 [--step 1]) [--without-credit] [--pay 135.20]
                               [--received 200.00] [--method wechat --reference NUMBER] [--key K]
meterhall-cli purchase reverse PURCHASE --reason TEXT [--key K]
meterhall-cli purchase show    PURCHASE [--trace]
meterhall-cli purchase left    --account A

What a prepaid home buys beforehand: a volume, or as much as the money buys in whole --steps (what the meter can be told; 1).
It is rated on the account's ladder of today and paid at once; what is left of the money is credit of the account, and credit
pays first, unless --without-credit. A price that comes later changes nothing of it. No card is written here.

quote    what it would cost: {"account","volume","price","pay","credit_used","credit_left","ladder_before","ladder_after",
         "price_order","lines":[{"code","tier","quantity","price","amount"}]}
make     buys, in the shift that is open at this seat. --pay is what was quoted: another price of now is refused; without it
         the price of now is paid. --key as in `pay`; it is the number of the purchase. (cashier)
reverse  takes back the last purchase of an account: money and volume. (cashier)
show     a purchase as it was made, rated again from what is stored ("reproduced")
left     what should be left on the meter: bought in all less what the dial counted up to the last reading:
         {"account","bought","used","left","read_on","bought_on"}

make, reverse and show print {"purchase","number","account","date","volume","price","taken","credit_used","credit_left","paper",
"change","reversed","already_done"}.
)";

Result<services::PurchaseWish> wishFrom(const Options& options, services::Session& session) {
    MH_TRY(const QString number, options.required(QStringLiteral("account")));
    MH_TRY(const Account account, accountNumbered(session, number));
    services::PurchaseWish wish{.account = account.id};
    const auto quantity = [&](const char* name) {
        return BilledQuantity::parse(options.value(QString::fromLatin1(name)))
            .within(QStringLiteral("--") + QLatin1String(name));
    };
    if (options.has(QStringLiteral("volume"))) {
        MH_TRY(wish.volume, quantity("volume"));
    }
    if (options.has(QStringLiteral("money"))) {
        MH_TRY(wish.money, options.money(QStringLiteral("money")));
    }
    if (options.has(QStringLiteral("step"))) {
        MH_TRY(wish.step, quantity("step"));
    }
    wish.useCredit = !options.has(QStringLiteral("without-credit"));
    return wish;
}

QJsonArray boughtLines(const std::vector<services::ChargeTerm>& terms) {
    QJsonArray lines;
    for (const services::ChargeTerm& term : terms)
        lines.append(QJsonObject{{QStringLiteral("code"), term.code},
                                 {QStringLiteral("tier"), term.tier},
                                 {QStringLiteral("quantity"), term.quantity.toString()},
                                 {QStringLiteral("price"), term.price.toString()},
                                 {QStringLiteral("amount"), term.amount.toString()}});
    return lines;
}

Result<int> quotePurchase(const Options& options, services::Session& session) {
    MH_TRY(const services::PurchaseWish wish, wishFrom(options, session));
    MH_TRY(const services::PurchaseQuote quote, services::quotePurchase(session, wish));
    QJsonObject json{{QStringLiteral("account"), quote.accountNumber},
                     {QStringLiteral("volume"), quote.volume.toString()},
                     {QStringLiteral("price"), quote.price.toString()},
                     {QStringLiteral("pay"), quote.toPay.toString()},
                     {QStringLiteral("credit_used"), quote.creditUsed.toString()},
                     {QStringLiteral("credit_left"), quote.creditLeft.toString()},
                     {QStringLiteral("ladder_before"), quote.ladderBefore.toString()},
                     {QStringLiteral("ladder_after"), quote.ladderAfter.toString()},
                     {QStringLiteral("price_order"), quote.priceOrder},
                     {QStringLiteral("lines"), boughtLines(quote.terms)}};
    if (options.has(QStringLiteral("trace")))
        json.insert(QStringLiteral("trace"), quote.trace.toJson());
    printJson(json);
    return AllRight;
}

Result<QJsonObject> purchaseJson(services::Session& session, const services::MadePurchase& made) {
    MH_TRY(const QString account, services::accountNumberOf(session, made.account));
    return QJsonObject{{QStringLiteral("purchase"), made.id.toString()},
                       {QStringLiteral("number"), made.number},
                       {QStringLiteral("account"), account},
                       {QStringLiteral("date"), made.boughtOn.toString()},
                       {QStringLiteral("volume"), made.volume.toString()},
                       {QStringLiteral("price"), made.price.toString()},
                       {QStringLiteral("taken"), made.taken.toString()},
                       {QStringLiteral("credit_used"), made.creditUsed.toString()},
                       {QStringLiteral("credit_left"), made.creditLeft.toString()},
                       {QStringLiteral("paper"), QString::number(made.receipt.paperNumber)},
                       {QStringLiteral("change"), made.change.toString()},
                       {QStringLiteral("reversed"), made.reversed},
                       {QStringLiteral("already_done"), made.alreadyDone}};
}

Result<int> printPurchase(services::Session& session, const Result<services::MadePurchase>& done) {
    MH_TRY(const services::MadePurchase made, done);
    MH_TRY(const QJsonObject json, purchaseJson(session, made));
    printJson(json);
    return AllRight;
}

Result<Tender> purchaseTender(const Options& options) {
    const QString code = options.value(QStringLiteral("method"), codeOf(PaymentMethod::Cash));
    const auto method = paymentMethodOf(code);
    if (!method)
        return Error(CallError::BadValue,
                     {QStringLiteral("--method"), code, QStringLiteral("cash, wechat, alipay or card")});
    return Tender{.method = *method, .reference = options.value(QStringLiteral("reference"))};
}

/// What is asked for now, where the call does not say what was quoted. A purchase that was made is not quoted again.
Result<Money> askedFor(const Options& options, services::Session& session, const services::PurchaseWish& wish) {
    if (options.has(QStringLiteral("pay")))
        return options.money(QStringLiteral("pay"));
    MH_TRY(const services::PurchaseQuote quote, services::quotePurchase(session, wish));
    return quote.toPay;
}

Result<int> makePurchase(const Options& options, services::Session& session) {
    MH_TRY(const services::PurchaseWish wish, wishFrom(options, session));
    MH_TRY(const auto key, callersKey(options));
    MH_TRY(const Tender tender, purchaseTender(options));
    MH_TRY(const Money toPay, askedFor(options, session, wish));
    MH_TRY(const Money received,
           options.has(QStringLiteral("received")) ? options.money(QStringLiteral("received")) : Result<Money>(toPay));
    return printPurchase(
        session, services::makePurchase(session, {key ? *key : session.newKey(), wish, toPay, received, tender}));
}

Result<PurchaseId> purchaseNumbered(const Options& options) {
    MH_TRY(const QString number, options.argument(1, QStringLiteral("PURCHASE"), 2));
    return PurchaseId::parse(number).within(QStringLiteral("PURCHASE"));
}

Result<int> takePurchaseBack(const Options& options, services::Session& session) {
    MH_TRY(const PurchaseId purchase, purchaseNumbered(options));
    MH_TRY(const auto key, callersKey(options));
    return printPurchase(session, services::reversePurchase(session, {key ? *key : session.newKey(), purchase,
                                                                      options.value(QStringLiteral("reason"))}));
}

Result<int> showPurchase(const Options& options, services::Session& session) {
    MH_TRY(const PurchaseId purchase, purchaseNumbered(options));
    MH_TRY(const services::TracedPurchase traced, services::tracePurchase(session, purchase));
    MH_TRY(QJsonObject json, purchaseJson(session, traced.purchase));
    json.insert(QStringLiteral("lines"), boughtLines(services::termsOf(traced.stored, std::array{&traced.version})));
    json.insert(QStringLiteral("reproduced"), traced.reproduced);
    if (options.has(QStringLiteral("trace")))
        json.insert(QStringLiteral("trace"), traced.trace.toJson());
    printJson(json);
    return AllRight;
}

Result<int> leftOnMeter(const Options& options, services::Session& session) {
    MH_TRY(const QString number, options.required(QStringLiteral("account")));
    MH_TRY(const Account account, accountNumbered(session, number));
    MH_TRY(const services::MeterCredit credit, services::meterCredit(session, account.id));
    const auto dayOrNull = [](std::optional<Date> day) {
        return day ? QJsonValue(day->toString()) : QJsonValue(QJsonValue::Null);
    };
    printJson({{QStringLiteral("account"), number},
               {QStringLiteral("bought"), credit.bought.toString()},
               {QStringLiteral("used"), credit.used.toString()},
               {QStringLiteral("left"), credit.left.toString()},
               {QStringLiteral("read_on"), dayOrNull(credit.readOn)},
               {QStringLiteral("bought_on"), dayOrNull(credit.boughtOn)}});
    return AllRight;
}

Result<int> purchaseForms(const Options& options) {
    return runForm(options, {{"quote", quotePurchase},
                             {"make", makePurchase},
                             {"reverse", takePurchaseBack},
                             {"show", showPurchase},
                             {"left", leftOnMeter}});
}

} // namespace

int runPurchaseCommand(const QStringList& arguments) {
    const QStringList valued{QStringLiteral("account"), QStringLiteral("volume"),    QStringLiteral("money"),
                             QStringLiteral("step"),    QStringLiteral("pay"),       QStringLiteral("received"),
                             QStringLiteral("method"),  QStringLiteral("reference"), QStringLiteral("key"),
                             QStringLiteral("reason")};
    return runCommand({purchasePage, valued, {QStringLiteral("trace"), QStringLiteral("without-credit")}}, arguments,
                      purchaseForms);
}

} // namespace meterhall::app
