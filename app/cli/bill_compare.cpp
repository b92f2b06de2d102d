#include "app/cli/bill_compare.h"

#include "app/cli/progress.h"
#include "app/cli/row_import.h"
#include "app/cli/workplace_names.h"
#include "core/services/bill_comparison.h"

namespace meterhall::app {

using services::BillComparison;
using services::ComparedAs;
using services::ComparedBill;
using services::OldBill;

namespace {

constexpr QLatin1StringView componentColumn("component.");

Error badCell(const QString& name) {
    return Error(RegistryError::BadRow, {name});
}

Result<std::optional<Date>> dayIn(const TableRow& row, const char* name) {
    const QString text = textOf(row, name);
    if (text.isEmpty())
        return std::optional<Date>();
    const auto day = Date::parse(text);
    return day.ok() ? Result<std::optional<Date>>(std::optional(*day)) : badCell(QString::fromLatin1(name));
}

Result<AccountingMonth> monthIn(const TableRow& row, const std::optional<Date>& to) {
    const QString text = textOf(row, "month");
    if (text.isEmpty() && to)
        return AccountingMonth::containing(*to);
    const auto month = AccountingMonth::parse(text);
    return month.ok() ? Result<AccountingMonth>(*month) : badCell(QStringLiteral("month"));
}

Result<OldBill> oldBillFrom(const TableRow& row) {
    if (!row.readable || textOf(row, "account").isEmpty())
        return badCell(QStringLiteral("account"));
    MH_TRY(const auto from, dayIn(row, "from"));
    MH_TRY(const auto to, dayIn(row, "to"));
    MH_TRY(const AccountingMonth month, monthIn(row, to));
    const auto total = Money::parse(textOf(row, "total"), Currency::cny());
    if (!total.ok())
        return badCell(QStringLiteral("total"));
    OldBill bill{.row = row.row,
                 .content = row.content,
                 .account = textOf(row, "account"),
                 .month = month,
                 .from = from,
                 .to = to,
                 .total = *total};
    if (!textOf(row, "use").isEmpty()) {
        const auto use = BilledQuantity::parse(textOf(row, "use"));
        if (!use.ok())
            return badCell(QStringLiteral("use"));
        bill.use = *use;
    }
    for (auto member = row.members.begin(); member != row.members.end(); ++member) {
        const QString text = textOf(row, member.key().toUtf8().constData());
        if (!member.key().startsWith(componentColumn) || text.isEmpty())
            continue;
        const auto amount = Money::parse(text, Currency::cny());
        if (!amount.ok())
            return badCell(member.key());
        bill.components.emplace(member.key().mid(componentColumn.size()), *amount);
    }
    return bill;
}

const char* kindOf(ComparedAs as) {
    switch (as) {
    case ComparedAs::Equal:
        return "equal";
    case ComparedAs::Different:
        return "different";
    case ComparedAs::MissingHere:
        return "missing_here";
    case ComparedAs::MissingThere:
        return "missing_there";
    }
    return "";
}

Result<void> printCompared(const ComparedBill& bill) {
    QJsonObject line{{QStringLiteral("account"), bill.account},
                     {QStringLiteral("month"), bill.month.toString()},
                     {QStringLiteral("is"), QString::fromLatin1(kindOf(bill.as))}};
    if (bill.row > 0)
        line.insert(QStringLiteral("row"), bill.row);
    if (bill.theirs)
        line.insert(QStringLiteral("theirs"), bill.theirs->toString());
    if (bill.ours)
        line.insert(QStringLiteral("ours"), bill.ours->toString());
    if (bill.theirs && bill.ours) {
        MH_TRY(const Money difference, bill.ours->minus(*bill.theirs));
        line.insert(QStringLiteral("difference"), difference.toString());
        line.insert(QStringLiteral("issued"), bill.issued);
    }
    if (bill.cause)
        line.insert(QStringLiteral("cause"), services::codeOf(*bill.cause));
    if (bill.theirUse)
        line.insert(QStringLiteral("their_use"), bill.theirUse->toString());
    if (bill.ourUse)
        line.insert(QStringLiteral("our_use"), bill.ourUse->toString());
    if (bill.ourDays)
        line.insert(QStringLiteral("our_days"),
                    bill.ourDays->from().toString() + QStringLiteral("/") + bill.ourDays->to().toString());
    if (!bill.heldBecause.isEmpty())
        line.insert(QStringLiteral("held"), bill.heldBecause);
    QJsonObject components;
    for (const auto& [code, amount] : bill.components)
        components.insert(code, amount.toString());
    if (!components.isEmpty())
        line.insert(QStringLiteral("components"), components);
    printJson(line);
    return {};
}

Result<void> printComparison(const BillComparison& result, int bad) {
    QJsonObject causes;
    for (const auto& [cause, sum] : result.causes)
        causes.insert(services::codeOf(cause), QJsonObject{{QStringLiteral("bills"), qint64(sum.bills)},
                                                           {QStringLiteral("difference"), sum.difference.toString()}});
    MH_TRY(const Money difference, result.ours.minus(result.theirs));
    printJson({{QStringLiteral("equal"), qint64(result.equal)},
               {QStringLiteral("different"), qint64(result.different)},
               {QStringLiteral("missing_here"), qint64(result.missingHere)},
               {QStringLiteral("missing_there"), qint64(result.missingThere)},
               {QStringLiteral("not_issued"), qint64(result.notIssued)},
               {QStringLiteral("theirs"), result.theirs.toString()},
               {QStringLiteral("ours"), result.ours.toString()},
               {QStringLiteral("difference"), difference.toString()},
               {QStringLiteral("causes"), causes},
               {QStringLiteral("errors"), bad}});
    return {};
}

} // namespace

Result<int> compareBillsForm(const Options& options, services::Session& session) {
    MH_TRY(const QString file, options.argument(1, QStringLiteral("FILE"), 2));
    services::BillComparisonCall call{.visit = printCompared};
    if (options.has(QStringLiteral("rounding"))) {
        MH_TRY(const Money rounding, options.money(QStringLiteral("rounding")));
        call.roundingMinor = rounding.minor();
    }
    if (options.has(QStringLiteral("book"))) {
        MH_TRY(const Book book, bookNumbered(session, options.value(QStringLiteral("book"))));
        call.book = book.id;
    }
    MH_TRY(const std::vector<TableRow> rows, tableOf(file));
    int bad = 0;
    const auto bills = goodRows(rows, oldBillFrom, bad);
    MH_TRY(const BillComparison result, services::compareBills(session, bills, call, progressOf(options)));
    for (const services::RowError& error : result.errors)
        printRowError(error.row, error.content, error.reason);
    MH_CHECK(printComparison(result, bad + int(result.errors.size())));
    return result.holds() && bad == 0 ? AllRight : DidNotHold;
}

} // namespace meterhall::app
