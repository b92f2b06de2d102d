#include "app/cli/options.h"
#include "app/cli/table_file.h"
#include "core/services/reports.h"

namespace meterhall::app {

namespace {

constexpr const char* reportPage = R"(
meterhall-cli report arrears [--day DAY] [--csv]
meterhall-cli report shifts  [--day DAY] [--csv]
meterhall-cli report day     [--day DAY] [--csv]

A report as JSON lines, or as CSV with a header line. DAY is today unless it is given.

arrears  accounts with bills that were due before DAY: account, holder, address, book, bills, oldest_due, days, open. (whoever may
         find customers)
shifts   shifts of the day: shift, seat, cashier, float, counted, expected, over, short, lead, reason; from "expected" on empty
         until the shift is closed. (shift lead, finance, auditor, administrator)
day      sums of the day's journals: entity, account, component, amount. (the same)
)";

Result<services::ReportTable> tableNamed(const QString& name, services::Session& session, Date day) {
    if (name == QLatin1String("arrears"))
        return services::arrearsReport(session, day);
    if (name == QLatin1String("shifts"))
        return services::shiftReport(session, day);
    if (name == QLatin1String("day"))
        return services::dayReport(session, day);
    return Error(CallError::UnknownForm, {name, QStringLiteral("arrears, shifts, day")});
}

Result<int> report(const Options& options) {
    MH_TRY(const QString name, options.onlyArgument(QStringLiteral("arrears|shifts|day")));
    MH_TRY(const auto day, options.date(QStringLiteral("day")));
    MH_TRY(services::Session session, signInFrom(options));
    MH_TRY(const services::ReportTable table, tableNamed(name, session, day.value_or(session.businessDay())));
    MH_TRY(const auto writer,
           TableWriter::open(QStringLiteral("-"), table.columns, options.has(QStringLiteral("csv"))));
    for (const QStringList& row : table.rows)
        MH_CHECK(writer->row(row));
    MH_CHECK(writer->finish());
    return AllRight;
}

} // namespace

int runReportCommand(const QStringList& arguments) {
    return runCommand({reportPage, {QStringLiteral("day")}, {QStringLiteral("csv")}}, arguments, report);
}

} // namespace meterhall::app
