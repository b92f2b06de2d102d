#include "app/cli/bill_compare.h"
#include "app/cli/options.h"
#include "app/cli/workplace_names.h"
#include "core/services/bill_difference.h"
#include "core/services/billing_run.h"

#include <QJsonArray>
#include <QJsonObject>

#include <array>

namespace meterhall::app {

namespace {

constexpr const char* billPage = R"(
meterhall-cli bill preview --book B [--month YYYY-MM]
meterhall-cli bill check   --book B [--month YYYY-MM]
meterhall-cli bill run     --book B [--month YYYY-MM]
meterhall-cli bill resume  --book B [--month YYYY-MM]
meterhall-cli bill prove   [--book B]
meterhall-cli bill difference EARLIER LATER
meterhall-cli bill compare FILE [--book B] [--rounding 0.05] [--progress]

The bills of one book for one accounting month (this one). All by review clerks, `prove` by auditor, finance, administrator.

preview  rates every account from its newest reading and keeps one draft each; drafting again replaces drafts. Preview is the
         run: what it says is what will be issued. Prints {"run","book","month","billable","total","held":{REASON:N}}.
check    the second person's word on the drafts; not by who drafted. Prints the same.
run      issues the checked drafts, chunk by chunk, once each. Not by who reviewed readings of the book. Prints {"run",
         "issued","finished","refused":[ACCOUNT…]}: an account whose inputs changed since the draft is refused and named, and
         the exit code is 1.
resume   goes on with a run that was stopped on its way; nothing is issued twice. Exit 2 when none was stopped.
prove    rates stored bills again from their inputs and compares bytes. Prints {"proved","broken":[BILL…]}; exit 1 when one
         is broken.
difference  why a bill comes to another sum than an earlier one, cause by cause, each rated anew. By whoever may find customers.
         Prints {"earlier","later","sum","parts":{CAUSE:AMOUNT…}}; the parts add up to the sum. Causes: household, days, use,
         tier, price, charges, rounding.
compare  parallel run: the bills of another system beside ours. FILE as for `import`: account, month (YYYY-MM; or the month of
         `to`), total, and if wanted from, to, use, component.CODE. Ours is the bill that stands, else the draft, else what would be
         billed. One line for each that is not the same: {"account","month","is","theirs","ours","difference","cause",…}, `is`
         different, missing_here or missing_there (of the file's months; of --book alone), cause period, use, rounding (at most
         --rounding), components, price, unknown; bad rows as {"row","reason","content"}. The last line is {"equal","different",
         "missing_here","missing_there","not_issued","theirs","ours","difference","causes","errors"}; exit 1 unless all are
         equal. Writes nothing. By auditor, finance, administrator.
)";

struct BookMonth {
    Book book;
    AccountingMonth month;
};

Result<BookMonth> bookMonthOf(const Options& options, services::Session& session) {
    MH_TRY(const QString number, options.required(QStringLiteral("book")));
    MH_TRY(const Book book, bookNumbered(session, number));
    if (!options.has(QStringLiteral("month")))
        return BookMonth{book, AccountingMonth::containing(session.businessDay())};
    const QString typed = options.value(QStringLiteral("month"));
    const auto month = AccountingMonth::parse(typed);
    if (!month.ok())
        return Error(CallError::BadValue, {QStringLiteral("--month"), typed, QStringLiteral("a month, YYYY-MM")});
    return BookMonth{book, *month};
}

void printSummary(const services::RunSummary& summary, const QString& book) {
    QJsonObject held;
    for (const auto& [reason, count] : summary.held)
        held.insert(reason, count);
    printJson({{QStringLiteral("run"), qint64(summary.run)},
               {QStringLiteral("book"), book},
               {QStringLiteral("month"), summary.month.toString()},
               {QStringLiteral("billable"), summary.billable},
               {QStringLiteral("total"), summary.total.toString()},
               {QStringLiteral("held"), held}});
}

Result<services::OpenRun> openRunOf(services::Session& session, const BookMonth& of) {
    MH_TRY(const auto open, services::openRun(session, of.book.id, of.month));
    return open ? Result<services::OpenRun>(*open) : Result<services::OpenRun>(services::BillingRunError::UnknownRun);
}

Result<int> previewBills(const Options& options, services::Session& session) {
    MH_TRY(const BookMonth of, bookMonthOf(options, session));
    MH_TRY(const auto summary, services::draftBills(session, of.book.id, of.month));
    printSummary(summary, of.book.number);
    return AllRight;
}

Result<int> checkBills(const Options& options, services::Session& session) {
    MH_TRY(const BookMonth of, bookMonthOf(options, session));
    MH_TRY(const auto open, openRunOf(session, of));
    MH_CHECK(services::checkBills(session, open.run));
    MH_TRY(const auto summary, services::runSummary(session, open.run));
    printSummary(summary, of.book.number);
    return AllRight;
}

Result<int> issueRun(services::Session& session, std::int64_t run) {
    MH_TRY(const services::IssueResult result, services::issueBills(session, run));
    QStringList refused(result.refused.begin(), result.refused.end());
    printJson({{QStringLiteral("run"), qint64(run)},
               {QStringLiteral("issued"), result.issued},
               {QStringLiteral("finished"), result.finished},
               {QStringLiteral("refused"), QJsonArray::fromStringList(refused)}});
    return refused.isEmpty() && result.finished ? AllRight : DidNotHold;
}

Result<int> runBills(const Options& options, services::Session& session) {
    MH_TRY(const BookMonth of, bookMonthOf(options, session));
    MH_TRY(const auto open, openRunOf(session, of));
    return issueRun(session, open.run);
}

Result<int> resumeBills(const Options& options, services::Session& session) {
    MH_TRY(const BookMonth of, bookMonthOf(options, session));
    MH_TRY(const auto open, openRunOf(session, of));
    if (!open.begun)
        return services::BillingRunError::UnknownRun;
    return issueRun(session, open.run);
}

Result<int> proveBills(const Options& options, services::Session& session) {
    std::optional<BookId> book;
    if (options.has(QStringLiteral("book"))) {
        MH_TRY(const Book named, bookNumbered(session, options.value(QStringLiteral("book"))));
        book = named.id;
    }
    MH_TRY(const services::ProofResult result, services::proveBills(session, book));
    const QStringList broken(result.broken.begin(), result.broken.end());
    printJson(
        {{QStringLiteral("proved"), result.proved}, {QStringLiteral("broken"), QJsonArray::fromStringList(broken)}});
    return broken.isEmpty() ? AllRight : DidNotHold;
}

QString causeCode(DifferenceCause cause) {
    constexpr std::array codes{"household", "days", "use", "tier", "price", "charges", "rounding"};
    return QString::fromLatin1(codes.at(std::size_t(cause)));
}

Result<int> explainDifference(const Options& options, services::Session& session) {
    MH_TRY(const QString first, options.argument(0, QStringLiteral("EARLIER"), 2));
    MH_TRY(const QString second, options.argument(1, QStringLiteral("LATER"), 2));
    MH_TRY(const BillId earlier, BillId::parse(first).within(QStringLiteral("EARLIER")));
    MH_TRY(const BillId later, BillId::parse(second).within(QStringLiteral("LATER")));
    MH_TRY(const auto difference, services::billDifference(session, earlier, later));
    QJsonObject parts;
    for (const DifferencePart& part : difference.parts)
        parts.insert(causeCode(part.cause), part.amount.toString());
    printJson({{QStringLiteral("earlier"), difference.earlier.bill.bill.total.toString()},
               {QStringLiteral("later"), difference.later.bill.bill.total.toString()},
               {QStringLiteral("sum"), difference.sum.toString()},
               {QStringLiteral("parts"), parts}});
    return AllRight;
}

Result<int> billForms(const Options& options) {
    return runForm(options, {{"preview", previewBills},
                             {"check", checkBills},
                             {"run", runBills},
                             {"resume", resumeBills},
                             {"prove", proveBills},
                             {"difference", explainDifference},
                             {"compare", compareBillsForm}});
}

} // namespace

int runBillCommand(const QStringList& arguments) {
    return runCommand({billPage,
                       {QStringLiteral("book"), QStringLiteral("month"), QStringLiteral("rounding")},
                       {QStringLiteral("progress")}},
                      arguments, billForms);
}

} // namespace meterhall::app
