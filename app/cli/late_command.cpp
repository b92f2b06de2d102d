#include "app/cli/workplace_names.h"
#include "core/billing/golden_case.h"
#include "core/billing/late_rule_json.h"
#include "core/services/customers.h"
#include "core/services/late_charges.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace meterhall::app {

namespace {

constexpr const char* latePage = R"(
meterhall-cli late rule enter FILE --commodity C --from DAY [--use-class C] [--region BOOKS] [--document TEXT]
meterhall-cli late rule activate RULE
meterhall-cli late rule list
meterhall-cli late preview  --account A [--account A …] [--on DAY] [--trace]
meterhall-cli late paid     KEY [--trace]
meterhall-cli late stop     (--account A | --bill ID | --all) --from DAY [--to DAY] --kind K --reason TEXT
meterhall-cli late end-stop STOP --to DAY
meterhall-cli late reminder --account A --on DAY --proof TEXT
meterhall-cli late waive    --bill ID [--amount 12.00] --reason TEXT
meterhall-cli late approve  WAIVER
meterhall-cli late show     --account A

The late-payment charge. By which rule a bill is charged is data of the utility; without a rule in force nothing is. What is
charged is posted when the bill is paid (`pay`), with a line of its own on the receipt; `reverse` gives it back.

rule      enter: a rule as JSON, for bills due from a day on; nothing is charged by it before another person puts it in force.
          {"rate":"0.001"} is 1 per mille a day. Further: "rate_later_year", "years" (one_rate, by_days, at_payment), "start"
          (days, reminders, both, either), "grace_days", "reminders", "once", "cap_percent", "minimum", "round"
          (["0.01","half_up"]), "on_behalf" (false: fees on behalf are not charged), "second_person_above". --region is what
          the numbers of the books begin with. The longest region wins, then a rule for the class, then the newest. Prints
          {"rule"}. (review clerk; activate: finance)
preview   what would be charged if all that is open were paid on that day (today). With --trace how it comes about
paid      what the payment with this key was charged, as it was posted
stop      days on which no charge runs, --from and --to included; without --to until `end-stop`. --kind: dispute, in-flight,
          holidays, other. --all is every account. Prints {"stop"}. (shift lead, review clerk)
reminder  that a reminder reached the customer on that day. (shift lead, review clerk)
waive     so much of the charge of a bill is not asked for, with a reason; without --amount all of today's. Above the rule's
          "second_person_above" it waits for `approve`. Prints {"waiver","account","bill","amount","reason","stands"}. (shift
          lead; approve: another shift lead, or finance)
show      stops and waivers of an account: {"stops":[…],"waivers":[…]}

preview and paid print {"charge","sums":[{"account","rule","document","charge","taken","waived","bills":[{"bill","due","owed",
"days","stopped","rate","charge"}]}]}.
)";

constexpr std::array<const char*, 4> stopKinds{"dispute", "in-flight", "holidays", "other"};

QString shareText(Rate rate) {
    return Ratio::ofMicro(rate.micro()).toString();
}

QJsonObject toJson(const services::LateChargeOfBill& bill) {
    int stopped = 0;
    QStringList rates;
    for (const LateStretch& stretch : bill.stretches) {
        stopped += stretch.stopped;
        rates += shareText(stretch.rate);
    }
    return {{QStringLiteral("bill"), bill.bill.toString()},
            {QStringLiteral("due"), bill.dueOn.toString()},
            {QStringLiteral("owed"), bill.owed.toString()},
            {QStringLiteral("days"), bill.days()},
            {QStringLiteral("stopped"), stopped},
            {QStringLiteral("rate"), rates.join(u' ')},
            {QStringLiteral("charge"), bill.charge.toString()}};
}

Result<int> printCharges(const Options& options, services::Session& session,
                         const Result<services::LateCharges>& computed) {
    MH_TRY(const services::LateCharges charges, computed);
    QJsonArray sums;
    for (const services::LateChargeSum& sum : charges.sums) {
        QJsonArray bills;
        for (const services::LateChargeOfBill& bill : sum.bills)
            bills.append(toJson(bill));
        MH_TRY(const QString account, services::accountNumberOf(session, sum.account));
        QJsonObject json{{QStringLiteral("account"), account},
                         {QStringLiteral("rule"), sum.rule.toString()},
                         {QStringLiteral("document"), sum.document},
                         {QStringLiteral("charge"), sum.charge.toString()},
                         {QStringLiteral("taken"), sum.relief.taken.toString()},
                         {QStringLiteral("waived"), sum.relief.waived.toString()},
                         {QStringLiteral("bills"), bills}};
        if (options.has(QStringLiteral("trace")))
            json.insert(QStringLiteral("trace"), sum.trace.toJson());
        sums.append(json);
    }
    printJson({{QStringLiteral("charge"), charges.charge.toString()}, {QStringLiteral("sums"), sums}});
    return AllRight;
}

Result<Date> dayOf(const Options& options, const QString& option) {
    MH_CHECK(options.required(option));
    MH_TRY(const auto day, options.date(option));
    return *day;
}

Result<AccountId> accountOf(services::Session& session, const QString& number) {
    MH_TRY(const Account account, accountNumbered(session, number));
    return account.id;
}

Result<std::int64_t> numberAt(const Options& options, qsizetype place, const QString& what) {
    MH_TRY(const QString typed, options.argument(place, what, place + 1));
    bool isNumber = false;
    const qint64 number = typed.toLongLong(&isNumber);
    return isNumber ? Result<std::int64_t>(number) : Error(CallError::NotANumber, {what, typed});
}

Result<int> enterRule(const Options& options, services::Session& session) {
    MH_TRY(const QString path, options.argument(2, QStringLiteral("FILE"), 3));
    MH_TRY(const QJsonDocument file, readJson(path));
    MH_TRY(const LateChargeRule rule, lateRuleFromJson(file.object(), Currency::cny()));
    MH_TRY(const QString commodity, options.required(QStringLiteral("commodity")));
    MH_TRY(const Date from, dayOf(options, QStringLiteral("from")));
    MH_TRY(const Commodity of, parseCommodity(commodity).within(QStringLiteral("--commodity")));
    services::LateScope scope{of, {}, options.value(QStringLiteral("region"))};
    if (options.has(QStringLiteral("use-class"))) {
        MH_TRY(scope.useClass,
               parseUseClass(options.value(QStringLiteral("use-class"))).within(QStringLiteral("--use-class")));
    }
    MH_TRY(const LateRuleId id,
           services::enterLateRule(session, {scope, from, options.value(QStringLiteral("document")), rule}));
    printJson({{QStringLiteral("rule"), id.toString()}});
    return AllRight;
}

Result<int> listRules(services::Session& session) {
    MH_TRY(const auto rules, services::lateRules(session));
    for (const services::LateRuleLine& line : rules) {
        const services::LateRuleRow& row = line.rule;
        const services::LateScope& scope = row.version.scope;
        printJson({{QStringLiteral("rule"), row.id.toString()},
                   {QStringLiteral("commodity"), QString(commodityCode(scope.commodity))},
                   {QStringLiteral("use_class"), scope.useClass ? QString(useClassCode(*scope.useClass)) : QString()},
                   {QStringLiteral("region"), scope.region},
                   {QStringLiteral("from"), row.version.effectiveFrom.toString()},
                   {QStringLiteral("document"), row.version.document},
                   {QStringLiteral("active"), row.activatedBy.has_value()},
                   {QStringLiteral("content"), meterhall::toJson(row.version.rule)}});
    }
    return AllRight;
}

Result<int> ruleForms(const Options& options, services::Session& session) {
    MH_TRY(const QString form, options.argument(1, QStringLiteral("enter, activate or list"), 3));
    if (form == u"enter")
        return enterRule(options, session);
    if (form == u"list")
        return listRules(session);
    if (form != u"activate")
        return Error(CallError::UnknownForm, {form});
    MH_TRY(const std::int64_t rule, numberAt(options, 2, QStringLiteral("RULE")));
    MH_CHECK(services::activateLateRule(session, LateRuleId::fromRaw(rule)));
    return AllRight;
}

Result<int> previewCharges(const Options& options, services::Session& session) {
    MH_CHECK(options.required(QStringLiteral("account")));
    std::vector<AccountId> accounts;
    for (const QString& number : options.values(QStringLiteral("account"))) {
        MH_TRY(const AccountId account, accountOf(session, number));
        accounts.push_back(account);
    }
    MH_TRY(const auto day, options.date(QStringLiteral("on")));
    return printCharges(options, session,
                        services::lateChargesOn(session, accounts, day.value_or(session.businessDay())));
}

Result<int> paidCharges(const Options& options, services::Session& session) {
    MH_TRY(const std::int64_t key, numberAt(options, 1, QStringLiteral("KEY")));
    return printCharges(options, session, services::lateChargesOfPayment(session, key));
}

Result<services::LateStopReason> stopKindOf(const Options& options) {
    MH_TRY(const QString kind, options.required(QStringLiteral("kind")));
    const auto found = std::ranges::find(stopKinds, kind, [](const char* name) { return QLatin1StringView(name); });
    if (found == stopKinds.end())
        return Error(CallError::BadValue,
                     {QStringLiteral("--kind"), kind, QStringLiteral("dispute, in-flight, holidays or other")});
    return services::LateStopReason(found - stopKinds.begin() + 1);
}

Result<int> stopCharges(const Options& options, services::Session& session) {
    services::LateStop stop{.account = {}, .bill = {}, .days = {session.businessDay(), {}}, .reason = {}};
    if (options.has(QStringLiteral("account"))) {
        MH_TRY(stop.account, accountOf(session, options.value(QStringLiteral("account"))));
    } else if (options.has(QStringLiteral("bill"))) {
        MH_TRY(stop.bill, BillId::parse(options.value(QStringLiteral("bill"))).within(QStringLiteral("--bill")));
    } else if (!options.has(QStringLiteral("all"))) {
        return Error(CallError::MissingValue, {QStringLiteral("--account")});
    }
    MH_TRY(stop.kind, stopKindOf(options));
    MH_TRY(stop.days.first, dayOf(options, QStringLiteral("from")));
    MH_TRY(stop.days.last, options.date(QStringLiteral("to")));
    stop.reason = options.value(QStringLiteral("reason"));
    MH_TRY(const std::int64_t id, services::stopLateCharge(session, stop));
    printJson({{QStringLiteral("stop"), QString::number(id)}});
    return AllRight;
}

Result<int> endStop(const Options& options, services::Session& session) {
    MH_TRY(const std::int64_t id, numberAt(options, 1, QStringLiteral("STOP")));
    MH_TRY(const Date last, dayOf(options, QStringLiteral("to")));
    MH_CHECK(services::endLateStop(session, id, last));
    return AllRight;
}

Result<int> addReminder(const Options& options, services::Session& session) {
    MH_TRY(const QString number, options.required(QStringLiteral("account")));
    MH_TRY(const AccountId account, accountOf(session, number));
    MH_TRY(const Date on, dayOf(options, QStringLiteral("on")));
    MH_CHECK(services::noteReminder(session, account, on, options.value(QStringLiteral("proof"))));
    return AllRight;
}

Result<QJsonObject> waiverJson(services::Session& session, const services::LateWaiverRow& waiver) {
    MH_TRY(const QString account, services::accountNumberOf(session, waiver.account));
    return QJsonObject{{QStringLiteral("waiver"), QString::number(waiver.id)},
                       {QStringLiteral("account"), account},
                       {QStringLiteral("bill"), waiver.bill.toString()},
                       {QStringLiteral("amount"), waiver.amount.toString()},
                       {QStringLiteral("reason"), waiver.reason},
                       {QStringLiteral("stands"), waiver.stands}};
}

Result<int> waiveCharge(const Options& options, services::Session& session) {
    MH_TRY(const QString number, options.required(QStringLiteral("bill")));
    MH_TRY(const BillId bill, BillId::parse(number).within(QStringLiteral("--bill")));
    services::LateWaiver waiver{bill, {}, options.value(QStringLiteral("reason"))};
    if (options.has(QStringLiteral("amount"))) {
        MH_TRY(waiver.amount, options.money(QStringLiteral("amount")));
    }
    MH_TRY(const auto row, services::waiveLateCharge(session, waiver));
    MH_TRY(const QJsonObject json, waiverJson(session, row));
    printJson(json);
    return AllRight;
}

Result<int> approveWaiver(const Options& options, services::Session& session) {
    MH_TRY(const std::int64_t id, numberAt(options, 1, QStringLiteral("WAIVER")));
    MH_CHECK(services::approveLateWaiver(session, id));
    return AllRight;
}

Result<int> showLate(const Options& options, services::Session& session) {
    MH_TRY(const QString number, options.required(QStringLiteral("account")));
    MH_TRY(const AccountId account, accountOf(session, number));
    MH_TRY(const auto stops, services::lateStops(session, account));
    MH_TRY(const auto waivers, services::lateWaivers(session, account));
    QJsonArray stopped;
    for (const services::LateStopRow& row : stops) {
        const services::LateStop& of = row.stop;
        stopped.append(QJsonObject{
            {QStringLiteral("stop"), QString::number(row.id)},
            {QStringLiteral("bill"), of.bill ? QJsonValue(of.bill->toString()) : QJsonValue(QJsonValue::Null)},
            {QStringLiteral("of_all"), !of.account && !of.bill},
            {QStringLiteral("kind"), QLatin1String(stopKinds[std::size_t(of.kind) - 1])},
            {QStringLiteral("from"), of.days.first.toString()},
            {QStringLiteral("to"), of.days.last ? QJsonValue(of.days.last->toString()) : QJsonValue(QJsonValue::Null)},
            {QStringLiteral("reason"), of.reason}});
    }
    QJsonArray waived;
    for (const services::LateWaiverRow& row : waivers) {
        MH_TRY(const QJsonObject json, waiverJson(session, row));
        waived.append(json);
    }
    printJson({{QStringLiteral("stops"), stopped}, {QStringLiteral("waivers"), waived}});
    return AllRight;
}

Result<int> lateForms(const Options& options) {
    return runForm(options, {{"rule", ruleForms},
                             {"preview", previewCharges},
                             {"paid", paidCharges},
                             {"stop", stopCharges},
                             {"end-stop", endStop},
                             {"reminder", addReminder},
                             {"waive", waiveCharge},
                             {"approve", approveWaiver},
                             {"show", showLate}});
}

} // namespace

int runLateCommand(const QStringList& arguments) {
    const QStringList valued{QStringLiteral("commodity"), QStringLiteral("from"),   QStringLiteral("to"),
                             QStringLiteral("use-class"), QStringLiteral("region"), QStringLiteral("document"),
                             QStringLiteral("account"),   QStringLiteral("bill"),   QStringLiteral("on"),
                             QStringLiteral("kind"),      QStringLiteral("reason"), QStringLiteral("proof"),
                             QStringLiteral("amount")};
    return runCommand({latePage, valued, {QStringLiteral("trace"), QStringLiteral("all")}}, arguments, lateForms);
}

} // namespace meterhall::app
