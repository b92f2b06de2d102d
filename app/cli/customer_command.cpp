#include "app/cli/workplace_names.h"
#include "core/services/billing_run.h"
#include "core/services/counter.h"
#include "core/services/customers.h"

#include <QJsonArray>
#include <QJsonObject>

namespace meterhall::app {

namespace {

constexpr const char* customerPage = R"(
meterhall-cli customer find TEXT [--limit N]
meterhall-cli customer show ACCOUNT

By whoever may find customers. Phones and identity numbers are never shown here.

find   accounts by any part of a name, pinyin initials or syllables, address, account, meter or phone number; several words
       narrow the search. One line each: {"account","commodity","holder","address","book","sequence"}, at most --limit (50).
show   one account: the same with "tariff","household_size","same_customer":[ACCOUNT…],"bills":[BILL…],"open_bills":[{"bill",
       "due","open"}],"open","prepayment".
)";

QJsonObject toJson(const services::FoundAccount& found) {
    return {{QStringLiteral("account"), found.account.number},
            {QStringLiteral("commodity"), QString(commodityCode(found.account.commodity))},
            {QStringLiteral("holder"), found.holder},
            {QStringLiteral("address"), found.address},
            {QStringLiteral("book"), found.bookNumber},
            {QStringLiteral("sequence"), found.sequence}};
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
    json.insert(QStringLiteral("prepayment"), dues.prepayment.toString());
    printJson(json);
    return AllRight;
}

Result<int> customerForms(const Options& options) {
    return runForm(options, {{"find", findCustomer}, {"show", showCustomer}});
}

} // namespace

int runCustomerCommand(const QStringList& arguments) {
    return runCommand({customerPage, {QStringLiteral("limit")}}, arguments, customerForms);
}

} // namespace meterhall::app
