#include "app/cli/new_meter_options.h"
#include "app/cli/payment_json.h"
#include "app/cli/workplace_names.h"
#include "core/services/account_terms.h"
#include "core/services/billing_run.h"
#include "core/services/counter.h"
#include "core/services/customers.h"
#include "core/services/holders.h"
#include "core/services/loss_sharing.h"
#include "core/services/suspension.h"
#include "core/services/use_sharing.h"

#include <QJsonArray>
#include <QJsonObject>

namespace meterhall::app {

namespace {

constexpr const char* customerPage = R"(
meterhall-cli customer find TEXT [--limit N]
meterhall-cli customer show ACCOUNT
meterhall-cli customer open ACCOUNT --name N --address A --commodity C --legal-entity CODE --book B --tariff CODE
                   --meter NUMBER --protocol P --device-address A --profile P --start DIAL --unit U
                   [--phone P] [--id-number I] [--sequence N] [--use-class residential] [--household-size N]
                   [--digits 6] [--multiplier 1] [--terminal T] [--port 0] [--on DAY] [--key K]
meterhall-cli customer terms ACCOUNT --from DAY [--use-class C] [--tariff CODE] [--household-size N] [--category C]
                   [--area M2] [--households N]
meterhall-cli customer transfer ACCOUNT --document D (--to CUSTOMER | --name N [--phone P] [--id-number I]) [--on DAY]
                   [--dial DIAL --unit U] [--new-ladder] [--takes-debts] [--takes-credit] [--key K]
meterhall-cli customer share ACCOUNT SHARE... --document D [--on DAY] [--use-class non-residential] [--key K]
meterhall-cli customer loss METER [ACCOUNT...] --document D [--rule use|equal|area] [--step 0.01] [--on DAY] [--key K]
meterhall-cli customer suspend ACCOUNT --document D [--on DAY] [--dial DIAL --unit U] [--key K]
meterhall-cli customer resume ACCOUNT --document D [--on DAY] [--key K]
meterhall-cli customer close ACCOUNT --reason R [--on DAY] [--dial DIAL --unit U] [--meter-stays] [--key K]

find and show: by whoever may find customers. Phones and identity numbers are never shown here.

find   accounts by any part of a name, pinyin initials or syllables, address, account, meter or phone number; several words
       narrow the search. One line each: {"account","commodity","holder","address","book","sequence"}, at most --limit (50). Those that only a former holder's
       name or phone finds come last, with "formerly"; a closed account has "closed".
show   one account: the same with "tariff","household_size","same_customer":[ACCOUNT…],"bills":[BILL…],"open_bills":[{"bill",
       "due","open"}],"open","late_charge","prepayment". "late_charge" is asked for with "open".
open   a new account of a new customer at a new place, whose meter hangs from --on (today) at the dial --start; --unit is the
       unit of the dial (m3, kWh). --key as in `pay`: the same again answers "already_done". Prints {"key","account",
       "already_done"}. (meter keeper)
terms  on which terms the account is billed for readings from that day on; what is not given stays as it is. Days that were
       billed are refused: `correct terms` corrects them. Prints {"account","from","use_class","tariff","household_size",
       "category"}. (meter keeper)
transfer  the contract passes to the customer of number --to, or to a new one; --on (today) is the former holder's last day,
       on which the meter was read, or is with --dial: then by somebody who may enter readings too. Bills are cut there.
       --new-ladder: the new holder's begins at zero; else it goes on. What is open, or used and not paid ahead, wants
       --takes-debts, what is left of money paid ahead --takes-credit. Prints {"key","account","customer","final_bill",
       "owed","credit","already_done"}. (meter keeper)
share  from behind --on (today), a day on which the meter was read, the use at the account's place is shared (mixed use). A
       SHARE is NUMBER=60% (of the whole) or NUMBER=8 (so much of each bill, as far as it is left), NUMBER an account at the
       place; NUMBER:TARIFF=... opens one of the same customer; meter:NUMBER is what that meter counted, which is billed
       elsewhere. They take in their order, and ACCOUNT what is left. Prints {"key","account","shares":[{"account"|"meter",
       "ratio"|"quantity"|"rest"}],"already_done"}. (meter keeper)
loss   from behind --on (today), what the master METER counts more than the meters of these accounts is billed to them, on
       top of their own use: by that, equally, or by the area of their terms, each part rounded to --step. Without an account it
       is shared no more. An account of METER itself is not billed meanwhile. Prints {"key","meter","rule","accounts",
       "already_done"}. (meter keeper)
suspend  the customer wants no supply behind --on (today), on which the meter was read, or is with --dial. Bills are cut
       there, and there is none until the supply is resumed. Who owes something pays first. Prints {"key","account",
       "last_bill","already_done"}. (meter keeper)
resume  --on (today) is the first day of supply again; the first bill behind it begins there, at the dial of the suspension.
       Prints {"key","account","suspended","already_done"}. (meter keeper)
close  the account's last day is --on (today). The meter is taken down at --dial, or with the reading of that day; with
       --meter-stays it hangs on. The next run cuts the last bill there; there is none behind it. Prints {"key","account",
       "final_bill","owed","credit","already_done"}. (meter keeper)
)";

QJsonObject toJson(const services::FoundAccount& found) {
    QJsonObject json{{QStringLiteral("account"), found.account.number},
                     {QStringLiteral("commodity"), QString(commodityCode(found.account.commodity))},
                     {QStringLiteral("holder"), found.holder},
                     {QStringLiteral("address"), found.address},
                     {QStringLiteral("book"), found.bookNumber},
                     {QStringLiteral("sequence"), found.sequence}};
    if (!found.formerHolder.isEmpty())
        json.insert(QStringLiteral("formerly"), found.formerHolder);
    if (found.closedOn)
        json.insert(QStringLiteral("closed"), found.closedOn->toString());
    return json;
}

Result<int> findCustomer(const Options& options, services::Session& session) {
    const QString typed = options.arguments().mid(1).join(u' ');
    if (typed.isEmpty())
        return Error(CallError::MissingArgument, {QStringLiteral("TEXT")});
    constexpr int usualLimit = 50;
    MH_TRY(const int limit, options.number(QStringLiteral("limit"), usualLimit));
    MH_TRY(const auto found, services::findAccounts(session, typed, limit));
    for (const services::FoundAccount& account : found)
        printJson(toJson(account));
    return AllRight;
}

Result<int> showCustomer(const Options& options, services::Session& session) {
    MH_TRY(const QString number, options.argument(1, QStringLiteral("ACCOUNT"), 2));
    MH_TRY(const auto accounts, services::accountsOfSameCustomer(session, number));
    QJsonArray same;
    const services::FoundAccount* shown = nullptr;
    for (const services::FoundAccount& found : accounts) {
        if (found.account.number == number)
            shown = &found;
        else
            same.append(found.account.number);
    }
    if (!shown)
        return Error(RegistryError::UnknownAccount, {number});
    MH_TRY(const auto dues, services::duesOf(session, std::span(&shown->account.id, 1)));
    MH_TRY(const auto bills, services::billsOfAccount(session, shown->account.id));
    QJsonArray billNumbers;
    for (const BillId bill : bills)
        billNumbers.append(bill.toString());
    QJsonArray open;
    for (const OpenBill& bill : dues.bills)
        open.append(QJsonObject{{QStringLiteral("bill"), bill.bill.toString()},
                                {QStringLiteral("due"), bill.dueOn.toString()},
                                {QStringLiteral("open"), bill.open.toString()}});
    QJsonObject json = toJson(*shown);
    json.insert(QStringLiteral("tariff"), shown->account.tariffCode);
    json.insert(QStringLiteral("household_size"), shown->account.householdSize);
    json.insert(QStringLiteral("same_customer"), same);
    json.insert(QStringLiteral("bills"), billNumbers);
    json.insert(QStringLiteral("open_bills"), open);
    json.insert(QStringLiteral("open"), dues.open.toString());
    json.insert(QStringLiteral("late_charge"), dues.late.toString());
    json.insert(QStringLiteral("prepayment"), dues.prepayment.toString());
    printJson(json);
    return AllRight;
}

Result<Customer> holderFrom(const Options& options) {
    MH_TRY(const QString name, options.required(QStringLiteral("name")));
    return Customer{CustomerId::fromRaw(0), name, options.value(QStringLiteral("phone")),
                    options.value(QStringLiteral("id-number"))};
}

Result<services::OpenAccountRequest> openingFrom(const Options& options, services::Session& session) {
    MH_TRY(const QString number, options.argument(1, QStringLiteral("ACCOUNT"), 2));
    MH_TRY(const QString address, options.required(QStringLiteral("address")));
    MH_TRY(const QString commodityText, options.required(QStringLiteral("commodity")));
    MH_TRY(const Commodity commodity, parseCommodity(commodityText).within(QStringLiteral("--commodity")));
    MH_TRY(const QString entityCode, options.required(QStringLiteral("legal-entity")));
    MH_TRY(const LegalEntity entity, legalEntityCoded(session, entityCode));
    MH_TRY(const QString bookNumber, options.required(QStringLiteral("book")));
    MH_TRY(const Book book, bookNumbered(session, bookNumber));
    MH_TRY(const QString tariff, options.required(QStringLiteral("tariff")));
    const QString useClassText = options.value(QStringLiteral("use-class"), useClassCode(UseClass::Residential));
    MH_TRY(const UseClass useClass, parseUseClass(useClassText).within(QStringLiteral("--use-class")));
    MH_TRY(const int sequence, options.number(QStringLiteral("sequence"), 0));
    MH_TRY(const int people, options.number(QStringLiteral("household-size"), 0));
    MH_TRY(const Customer holder, holderFrom(options));
    MH_TRY(const services::NewMeter meter, newMeterFrom(options));
    MH_TRY(const auto on, options.date(QStringLiteral("on")));
    MH_TRY(const Decimal start, dialFrom(options, QStringLiteral("start")));
    MH_TRY(const QString unit, options.required(QStringLiteral("unit")));
    MH_TRY(const auto key, callersKey(options));
    return services::OpenAccountRequest{.key = key ? *key : session.newKey(),
                                        .number = number,
                                        .customer = holder,
                                        .address = address,
                                        .commodity = commodity,
                                        .legalEntity = entity.id,
                                        .book = book.id,
                                        .sequence = sequence,
                                        .useClass = useClass,
                                        .householdSize = people,
                                        .tariffCode = tariff,
                                        .meter = meter,
                                        .on = on.value_or(session.businessDay()),
                                        .startDial = start,
                                        .unit = unit};
}

Result<int> openCustomer(const Options& options, services::Session& session) {
    MH_TRY(const services::OpenAccountRequest request, openingFrom(options, session));
    MH_TRY(const services::OpenedAccount opened, services::openAccount(session, request));
    printJson({{QStringLiteral("key"), QString::number(request.key)},
               {QStringLiteral("account"), request.number},
               {QStringLiteral("already_done"), opened.alreadyDone}});
    return AllRight;
}

/// A quantity of the account: the one that is given takes the place of the one before.
Result<void> setFact(const Options& options, const char* name, FactKind kind, AccountTerms& terms) {
    const QString option = QString::fromLatin1(name);
    if (!options.has(option))
        return {};
    const auto value = BilledQuantity::parse(options.value(option));
    if (!value.ok() || value->isNegative())
        return Error(CallError::BadValue,
                     {QStringLiteral("--") + option, options.value(option), QStringLiteral("a number")});
    std::erase_if(terms.facts, [kind](const Fact& fact) { return fact.kind == kind; });
    terms.facts.push_back({kind, *value});
    std::ranges::sort(terms.facts, {}, &Fact::kind);
    return {};
}

Result<int> changeTerms(const Options& options, services::Session& session) {
    MH_TRY(const QString number, options.argument(1, QStringLiteral("ACCOUNT"), 2));
    MH_TRY(const Account account, accountNumbered(session, number));
    MH_CHECK(options.required(QStringLiteral("from")));
    MH_TRY(const auto from, options.date(QStringLiteral("from")));
    MH_TRY(AccountTerms terms, services::termsOf(session, account.id, *from));
    const QString useClass = options.value(QStringLiteral("use-class"), useClassCode(terms.useClass));
    MH_TRY(terms.useClass, parseUseClass(useClass).within(QStringLiteral("--use-class")));
    terms.tariffCode = options.value(QStringLiteral("tariff"), terms.tariffCode);
    terms.category = options.value(QStringLiteral("category"), terms.category);
    MH_TRY(terms.householdSize, options.number(QStringLiteral("household-size"), terms.householdSize));
    MH_CHECK(setFact(options, "area", FactKind::SquareMetres, terms));
    MH_CHECK(setFact(options, "households", FactKind::Households, terms));
    MH_CHECK(services::changeTerms(session, account.id, *from, terms));
    printJson({{QStringLiteral("account"), number},
               {QStringLiteral("from"), from->toString()},
               {QStringLiteral("use_class"), QString(useClassCode(terms.useClass))},
               {QStringLiteral("tariff"), terms.tariffCode},
               {QStringLiteral("household_size"), terms.householdSize},
               {QStringLiteral("category"), terms.category}});
    return AllRight;
}

/// The dial of the account's last day, where it is given.
Result<std::optional<Decimal>> lastDialFrom(const Options& options, const Account& account) {
    if (!options.has(QStringLiteral("dial")))
        return std::optional<Decimal>();
    MH_TRY(const Decimal dial, dialFrom(options, QStringLiteral("dial")));
    MH_TRY(const QString unit, options.required(QStringLiteral("unit")));
    const QString expected = billedUnit(account.commodity);
    if (unit != expected)
        return Error(RegistryError::UnitDiffers, {unit, expected});
    return std::optional(dial);
}

Result<services::NewHolder> newHolderFrom(const Options& options) {
    if (options.has(QStringLiteral("to")))
        return services::NewHolder(options.value(QStringLiteral("to")));
    MH_TRY(const Customer holder, holderFrom(options));
    return services::NewHolder(holder);
}

Result<int> transferCustomer(const Options& options, services::Session& session) {
    MH_TRY(const QString number, options.argument(1, QStringLiteral("ACCOUNT"), 2));
    MH_TRY(const Account account, accountNumbered(session, number));
    MH_TRY(const auto on, options.date(QStringLiteral("on")));
    MH_TRY(const QString document, options.required(QStringLiteral("document")));
    MH_TRY(const auto holder, newHolderFrom(options));
    MH_TRY(const auto dial, lastDialFrom(options, account));
    MH_TRY(const auto key, callersKey(options));
    const services::TransferRequest request{.key = key ? *key : session.newKey(),
                                            .account = account.id,
                                            .on = on.value_or(session.businessDay()),
                                            .holder = holder,
                                            .dial = dial,
                                            .document = document,
                                            .ladderAnew = options.has(QStringLiteral("new-ladder")),
                                            .takesDebts = options.has(QStringLiteral("takes-debts")),
                                            .takesCredit = options.has(QStringLiteral("takes-credit"))};
    MH_TRY(const auto done, services::transferAccount(session, request));
    printJson({{QStringLiteral("key"), QString::number(request.key)},
               {QStringLiteral("account"), number},
               {QStringLiteral("customer"), done.customerNumber},
               {QStringLiteral("final_bill"), done.finalBill.toString()},
               {QStringLiteral("owed"), done.owed.toString()},
               {QStringLiteral("credit"), done.credit.toString()},
               {QStringLiteral("already_done"), done.alreadyDone}});
    return AllRight;
}

/// "60%", "8".
Result<UseShare> shareFrom(const QString& text) {
    UseShare share;
    const bool byRatio = text.endsWith(u'%');
    share.kind = byRatio ? UseShare::Kind::ByRatio : UseShare::Kind::Fixed;
    const auto number = BilledQuantity::parse(byRatio ? text.chopped(1) : text);
    if (!number.ok())
        return Error(CallError::BadValue, {QStringLiteral("SHARE"), text, QStringLiteral("60% or 8")});
    constexpr std::int64_t hundred = 100;
    if (byRatio)
        share.ratio = Ratio::ofMicro(number->micro() / hundred);
    else
        share.quantity = *number;
    return share;
}

Result<services::Sharer> sharerFrom(const Options& options, services::Session& session, const QString& text) {
    const QString meter = QStringLiteral("meter:");
    if (text.startsWith(meter))
        return services::Sharer{services::SubMeter{text.mid(meter.size())}, {.kind = UseShare::Kind::Metered}};
    const qsizetype sign = text.indexOf(u'=');
    if (sign < 0)
        return Error(CallError::BadValue, {QStringLiteral("SHARE"), text, QStringLiteral("NUMBER=60%")});
    MH_TRY(const UseShare share, shareFrom(text.mid(sign + 1)));
    const QString number = text.left(sign).section(u':', 0, 0);
    const QString tariff = text.left(sign).section(u':', 1);
    if (tariff.isEmpty()) {
        MH_TRY(const Account account, accountNumbered(session, number));
        return services::Sharer{account.id, share};
    }
    const QString useClass = options.value(QStringLiteral("use-class"), useClassCode(UseClass::NonResidential));
    MH_TRY(const UseClass known, parseUseClass(useClass).within(QStringLiteral("--use-class")));
    return services::Sharer{services::NewSharer{number, tariff, known}, share};
}

QJsonObject toJson(const services::SharedUse& use) {
    QJsonObject json{use.subMeter.isEmpty() ? std::pair(QStringLiteral("account"), QJsonValue(use.account))
                                            : std::pair(QStringLiteral("meter"), QJsonValue(use.subMeter))};
    if (use.isRest)
        json.insert(QStringLiteral("rest"), true);
    else if (use.share.kind == UseShare::Kind::ByRatio)
        json.insert(QStringLiteral("ratio"), use.share.ratio.toString());
    else if (use.share.kind == UseShare::Kind::Fixed)
        json.insert(QStringLiteral("quantity"), use.share.quantity.toString());
    return json;
}

Result<int> shareCustomer(const Options& options, services::Session& session) {
    const QStringList& words = options.arguments();
    if (words.size() < 3)
        return Error(CallError::MissingArgument, {QStringLiteral("SHARE")});
    MH_TRY(const Account account, accountNumbered(session, words.at(1)));
    MH_TRY(const auto on, options.date(QStringLiteral("on")));
    MH_TRY(const QString document, options.required(QStringLiteral("document")));
    MH_TRY(const auto key, callersKey(options));
    services::SharingRequest request{.key = key ? *key : session.newKey(),
                                     .account = account.id,
                                     .on = on.value_or(session.businessDay()),
                                     .sharers = {},
                                     .document = document};
    for (const QString& word : words.mid(2)) {
        MH_TRY(services::Sharer sharer, sharerFrom(options, session, word));
        request.sharers.push_back(std::move(sharer));
    }
    MH_TRY(const auto done, services::shareUse(session, request));
    MH_TRY(const auto shares, services::sharesOf(session, account.id));
    QJsonArray array;
    for (const services::SharedUse& share : shares)
        array.append(toJson(share));
    printJson({{QStringLiteral("key"), QString::number(request.key)},
               {QStringLiteral("account"), words.at(1)},
               {QStringLiteral("shares"), array},
               {QStringLiteral("already_done"), done.alreadyDone}});
    return AllRight;
}

Result<LossRule> lossRuleFrom(const Options& options) {
    const QString text = options.value(QStringLiteral("rule"), QString(lossRuleCode(LossRule::ByUse)));
    for (const LossRule rule : {LossRule::ByUse, LossRule::Equally, LossRule::ByArea})
        if (text == lossRuleCode(rule))
            return rule;
    return Error(CallError::BadValue, {QStringLiteral("--rule"), text, QStringLiteral("use, equal or area")});
}

Result<int> shareLossOf(const Options& options, services::Session& session) {
    const QStringList& words = options.arguments();
    if (words.size() < 2)
        return Error(CallError::MissingArgument, {QStringLiteral("METER")});
    MH_TRY(const auto on, options.date(QStringLiteral("on")));
    MH_TRY(const QString document, options.required(QStringLiteral("document")));
    MH_TRY(const LossRule rule, lossRuleFrom(options));
    const auto step = BilledQuantity::parse(options.value(QStringLiteral("step"), QStringLiteral("0.01")));
    if (!step.ok())
        return Error(CallError::BadValue,
                     {QStringLiteral("--step"), options.value(QStringLiteral("step")), QStringLiteral("a number")});
    MH_TRY(const auto key, callersKey(options));
    services::LossSharingRequest request{.key = key ? *key : session.newKey(),
                                         .master = words.at(1),
                                         .on = on.value_or(session.businessDay()),
                                         .rule = rule,
                                         .step = *step,
                                         .accounts = {},
                                         .document = document};
    for (const QString& number : words.mid(2)) {
        MH_TRY(const Account account, accountNumbered(session, number));
        request.accounts.push_back(account.id);
    }
    MH_TRY(const auto done, services::shareLoss(session, request));
    printJson({{QStringLiteral("key"), QString::number(request.key)},
               {QStringLiteral("meter"), request.master},
               {QStringLiteral("rule"), QString(lossRuleCode(rule))},
               {QStringLiteral("accounts"), QJsonArray::fromStringList(words.mid(2))},
               {QStringLiteral("already_done"), done.alreadyDone}});
    return AllRight;
}

Result<int> suspendCustomer(const Options& options, services::Session& session) {
    MH_TRY(const QString number, options.argument(1, QStringLiteral("ACCOUNT"), 2));
    MH_TRY(const Account account, accountNumbered(session, number));
    MH_TRY(const auto on, options.date(QStringLiteral("on")));
    MH_TRY(const QString document, options.required(QStringLiteral("document")));
    MH_TRY(const auto dial, lastDialFrom(options, account));
    MH_TRY(const auto key, callersKey(options));
    const services::SuspensionRequest request{.key = key ? *key : session.newKey(),
                                              .account = account.id,
                                              .on = on.value_or(session.businessDay()),
                                              .dial = dial,
                                              .document = document};
    MH_TRY(const auto done, services::suspendAccount(session, request));
    printJson({{QStringLiteral("key"), QString::number(request.key)},
               {QStringLiteral("account"), number},
               {QStringLiteral("last_bill"), done.lastBill.toString()},
               {QStringLiteral("already_done"), done.alreadyDone}});
    return AllRight;
}

Result<int> resumeCustomer(const Options& options, services::Session& session) {
    MH_TRY(const QString number, options.argument(1, QStringLiteral("ACCOUNT"), 2));
    MH_TRY(const Account account, accountNumbered(session, number));
    MH_TRY(const auto on, options.date(QStringLiteral("on")));
    MH_TRY(const QString document, options.required(QStringLiteral("document")));
    MH_TRY(const auto key, callersKey(options));
    const services::ResumptionRequest request{.key = key ? *key : session.newKey(),
                                              .account = account.id,
                                              .on = on.value_or(session.businessDay()),
                                              .document = document};
    MH_TRY(const auto done, services::resumeAccount(session, request));
    printJson({{QStringLiteral("key"), QString::number(request.key)},
               {QStringLiteral("account"), number},
               {QStringLiteral("suspended"), done.suspendedOn.toString()},
               {QStringLiteral("already_done"), done.alreadyDone}});
    return AllRight;
}

Result<int> closeCustomer(const Options& options, services::Session& session) {
    MH_TRY(const QString number, options.argument(1, QStringLiteral("ACCOUNT"), 2));
    MH_TRY(const Account account, accountNumbered(session, number));
    MH_TRY(const auto on, options.date(QStringLiteral("on")));
    MH_TRY(const QString reason, options.required(QStringLiteral("reason")));
    MH_TRY(const auto dial, lastDialFrom(options, account));
    MH_TRY(const auto key, callersKey(options));
    const services::ClosingRequest request{.key = key ? *key : session.newKey(),
                                           .account = account.id,
                                           .on = on.value_or(session.businessDay()),
                                           .dial = dial,
                                           .takeMeterDown = !options.has(QStringLiteral("meter-stays")),
                                           .reason = reason};
    MH_TRY(const auto done, services::closeAccount(session, request));
    printJson({{QStringLiteral("key"), QString::number(request.key)},
               {QStringLiteral("account"), number},
               {QStringLiteral("final_bill"), done.finalBill.toString()},
               {QStringLiteral("owed"), done.owed.toString()},
               {QStringLiteral("credit"), done.credit.toString()},
               {QStringLiteral("already_done"), done.alreadyDone}});
    return AllRight;
}

Result<int> customerForms(const Options& options) {
    return runForm(options, {{"find", findCustomer},
                             {"show", showCustomer},
                             {"open", openCustomer},
                             {"terms", changeTerms},
                             {"transfer", transferCustomer},
                             {"share", shareCustomer},
                             {"loss", shareLossOf},
                             {"suspend", suspendCustomer},
                             {"resume", resumeCustomer},
                             {"close", closeCustomer}});
}

} // namespace

int runCustomerCommand(const QStringList& arguments) {
    const QStringList valued{
        QStringLiteral("limit"),     QStringLiteral("name"),         QStringLiteral("phone"),
        QStringLiteral("id-number"), QStringLiteral("address"),      QStringLiteral("commodity"),
        QStringLiteral("book"),      QStringLiteral("legal-entity"), QStringLiteral("sequence"),
        QStringLiteral("tariff"),    QStringLiteral("use-class"),    QStringLiteral("household-size"),
        QStringLiteral("on"),        QStringLiteral("start"),        QStringLiteral("unit"),
        QStringLiteral("key"),       QStringLiteral("from"),         QStringLiteral("category"),
        QStringLiteral("area"),      QStringLiteral("households"),   QStringLiteral("document"),
        QStringLiteral("to"),        QStringLiteral("dial"),         QStringLiteral("reason"),
        QStringLiteral("rule"),      QStringLiteral("step")};
    const QStringList flags{QStringLiteral("new-ladder"), QStringLiteral("takes-debts"), QStringLiteral("takes-credit"),
                            QStringLiteral("meter-stays")};
    return runCommand({customerPage, valued + newMeterOptions(), flags}, arguments, customerForms);
}

} // namespace meterhall::app
