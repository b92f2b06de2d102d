#include "app/cli/new_meter_options.h"
#include "app/cli/payment_json.h"
#include "app/cli/workplace_names.h"
#include "core/services/account_terms.h"
#include "core/services/correction.h"
#include "core/services/customers.h"

#include <QJsonArray>
#include <QJsonObject>

namespace meterhall::app {

namespace {

constexpr const char* correctPage = R"(
meterhall-cli correct dials   --account A --dial DAY=DIAL … --reason TEXT [--key K]
meterhall-cli correct terms   --account A --from DAY [--use-class C] [--tariff CODE] [--household-size N] [--category C]
                              --reason TEXT [--key K]
meterhall-cli correct crossed --account A --other B --from DAY --reason TEXT [--key K]
meterhall-cli correct meter   --account A --meter NUMBER --from DAY --to DAY --too-much PERCENT --reason TEXT [--key K]
meterhall-cli correct show    NUMBER
meterhall-cli correct approve NUMBER

What is now known to be true of bills that were issued. One review clerk prepares it, another approves it; nothing changes
before. Then every bill that comes out differently is taken back and issued again in its own month, by the price of then and
from where the corrected bills before it leave the ladder; the journals are today's. What had been paid of a bill becomes
credit and pays the new ones. --key as in `pay`; it is the number of the correction.

dials    what the dial really showed on days up to which bills were read
terms    another use class, tariff, household size or category from a day on: of bills read then or later, and of the account
crossed  each of two accounts was billed by the other's meter: all bills read from that day on; the registry is put right too
meter    a test found that the meter counts so many percent too much (negative: too little): bills read after --from up to --to
show     the settlement sheet, before or after it is approved

All print {"correction","reason","approved","bills":[{"account","month","from","to","bill","replaced_by","use_before","use",
"before","now","difference","released"}],"accounts":[{"account","difference","owed"}],"difference"}. "owed" is less what is in
credit; negative is in the customer's favour.
)";

QJsonObject toJson(const services::SettledBill& bill) {
    return {{QStringLiteral("account"), bill.accountNumber},
            {QStringLiteral("month"), bill.month.toString()},
            {QStringLiteral("from"), bill.interval.from().toString()},
            {QStringLiteral("to"), bill.interval.to().toString()},
            {QStringLiteral("bill"), bill.bill.toString()},
            {QStringLiteral("replaced_by"),
             bill.replacedBy ? QJsonValue(bill.replacedBy->toString()) : QJsonValue(QJsonValue::Null)},
            {QStringLiteral("use_before"), bill.useBefore.toString()},
            {QStringLiteral("use"), bill.use.toString()},
            {QStringLiteral("before"), bill.before.toString()},
            {QStringLiteral("now"), bill.now.toString()},
            {QStringLiteral("difference"), bill.difference.toString()},
            {QStringLiteral("released"), bill.released.toString()}};
}

Result<int> print(const Result<services::SettlementSheet>& settled) {
    MH_TRY(const services::SettlementSheet sheet, settled);
    QJsonArray bills;
    for (const services::SettledBill& bill : sheet.bills)
        bills.append(toJson(bill));
    QJsonArray accounts;
    for (const services::SettledAccount& account : sheet.accounts)
        accounts.append(QJsonObject{{QStringLiteral("account"), account.accountNumber},
                                    {QStringLiteral("difference"), account.difference.toString()},
                                    {QStringLiteral("owed"), account.owed.toString()}});
    printJson({{QStringLiteral("correction"), QString::number(sheet.correction)},
               {QStringLiteral("reason"), sheet.reason},
               {QStringLiteral("approved"), sheet.approved},
               {QStringLiteral("bills"), bills},
               {QStringLiteral("accounts"), accounts},
               {QStringLiteral("difference"), sheet.difference.toString()}});
    return AllRight;
}

Result<int> prepare(const Options& options, services::Session& session, services::Truth truth) {
    MH_TRY(const QString reason, options.required(QStringLiteral("reason")));
    MH_TRY(const auto key, callersKey(options));
    return print(services::prepareCorrection(session, {key ? *key : session.newKey(), std::move(truth), reason}));
}

Result<AccountId> accountFrom(const Options& options, services::Session& session, const QString& option) {
    MH_TRY(const QString number, options.required(option));
    MH_TRY(const Account account, accountNumbered(session, number));
    return account.id;
}

Result<Date> dayFrom(const Options& options, const QString& option) {
    MH_CHECK(options.required(option));
    MH_TRY(const auto day, options.date(option));
    return *day;
}

Result<int> correctDials(const Options& options, services::Session& session) {
    MH_TRY(const AccountId account, accountFrom(options, session, QStringLiteral("account")));
    MH_CHECK(options.required(QStringLiteral("dial")));
    services::TrueDials truth{account, {}};
    for (const QString& word : options.values(QStringLiteral("dial"))) {
        const auto day = Date::parse(word.section(u'=', 0, 0));
        const auto dial = Decimal::parse(word.section(u'=', 1));
        if (!day.ok() || !dial.ok())
            return Error(CallError::BadValue, {QStringLiteral("--dial"), word, QStringLiteral("DAY=DIAL")});
        truth.dials.insert_or_assign(*day, *dial);
    }
    return prepare(options, session, std::move(truth));
}

Result<int> correctTerms(const Options& options, services::Session& session) {
    MH_TRY(const AccountId account, accountFrom(options, session, QStringLiteral("account")));
    MH_TRY(const Date from, dayFrom(options, QStringLiteral("from")));
    MH_TRY(AccountTerms terms, services::termsOf(session, account, from));
    const QString useClass = options.value(QStringLiteral("use-class"), useClassCode(terms.useClass));
    MH_TRY(terms.useClass, parseUseClass(useClass).within(QStringLiteral("--use-class")));
    terms.tariffCode = options.value(QStringLiteral("tariff"), terms.tariffCode);
    terms.category = options.value(QStringLiteral("category"), terms.category);
    MH_TRY(terms.householdSize, options.number(QStringLiteral("household-size"), terms.householdSize));
    return prepare(options, session, services::TrueTerms{account, from, std::move(terms)});
}

Result<int> correctCrossed(const Options& options, services::Session& session) {
    MH_TRY(const AccountId one, accountFrom(options, session, QStringLiteral("account")));
    MH_TRY(const AccountId other, accountFrom(options, session, QStringLiteral("other")));
    MH_TRY(const Date from, dayFrom(options, QStringLiteral("from")));
    return prepare(options, session, services::CrossedMeters{one, other, from});
}

Result<int> correctMeter(const Options& options, services::Session& session) {
    MH_TRY(const AccountId account, accountFrom(options, session, QStringLiteral("account")));
    MH_TRY(const QString number, options.required(QStringLiteral("meter")));
    MH_TRY(const auto meter, services::meterNumbered(session, number));
    MH_TRY(const Date from, dayFrom(options, QStringLiteral("from")));
    MH_TRY(const Date to, dayFrom(options, QStringLiteral("to")));
    MH_TRY(const Decimal percent, dialFrom(options, QStringLiteral("too-much")));
    return prepare(options, session, services::MeterFault{account, meter.meter.id, from, to, percent});
}

Result<std::int64_t> numberOf(const Options& options) {
    MH_TRY(const QString typed, options.argument(1, QStringLiteral("NUMBER"), 2));
    bool isNumber = false;
    const qint64 number = typed.toLongLong(&isNumber);
    return isNumber ? Result<std::int64_t>(number) : Error(CallError::NotANumber, {QStringLiteral("NUMBER"), typed});
}

Result<int> showCorrection(const Options& options, services::Session& session) {
    MH_TRY(const std::int64_t number, numberOf(options));
    return print(services::settlementOf(session, number));
}

Result<int> approveCorrection(const Options& options, services::Session& session) {
    MH_TRY(const std::int64_t number, numberOf(options));
    return print(services::approveCorrection(session, number));
}

Result<int> correctForms(const Options& options) {
    return runForm(options, {{"dials", correctDials},
                             {"terms", correctTerms},
                             {"crossed", correctCrossed},
                             {"meter", correctMeter},
                             {"show", showCorrection},
                             {"approve", approveCorrection}});
}

} // namespace

int runCorrectCommand(const QStringList& arguments) {
    const QStringList valued{QStringLiteral("account"),  QStringLiteral("other"),  QStringLiteral("dial"),
                             QStringLiteral("from"),     QStringLiteral("to"),     QStringLiteral("use-class"),
                             QStringLiteral("tariff"),   QStringLiteral("meter"),  QStringLiteral("household-size"),
                             QStringLiteral("category"), QStringLiteral("reason"), QStringLiteral("too-much"),
                             QStringLiteral("key")};
    return runCommand({correctPage, valued}, arguments, correctForms);
}

} // namespace meterhall::app
