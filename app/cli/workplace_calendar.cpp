#include "app/cli/workplace_calendar.h"

#include "app/cli/row_import.h"
#include "core/services/working_days.h"

namespace meterhall::app {

namespace {

// A remark becomes an empty line, so that rows keep their numbers.
QByteArray withoutRemarks(const QByteArray& content) {
    QByteArrayList lines = content.split('\n');
    for (QByteArray& line : lines)
        if (line.trimmed().startsWith('#'))
            line.clear();
    return lines.join('\n');
}

Result<services::CalendarRow> calendarRow(const TableRow& row) {
    if (!row.readable)
        return Error(CalendarError::BadCalendarLine, {QString::fromUtf8(row.content.left(60)).trimmed()});
    MH_TRY(SpecialDay special, SpecialDay::parse(textOf(row, "day"), textOf(row, "kind"), textOf(row, "name")));
    return services::CalendarRow{row.row, row.content, std::move(special)};
}

Result<int> importCalendar(services::Session& session, const QString& file) {
    MH_TRY(const QByteArray content, readInput(file));
    MH_TRY(const auto rows, parseTable(file, withoutRemarks(content)));
    int bad = 0;
    const auto days = goodRows(rows, calendarRow, bad);
    MH_TRY(const services::ImportResult result, services::importSpecialDays(session, days));
    return printImport(result, bad);
}

Result<int> listCalendar(services::Session& session, const Options& options) {
    std::optional<int> year;
    if (options.has(QStringLiteral("year"))) {
        MH_TRY(year, options.number(QStringLiteral("year"), 0));
    }
    MH_TRY(const auto days, services::specialDays(session, year));
    for (const SpecialDay& special : days)
        printJson({{QStringLiteral("day"), special.day.toString()},
                   {QStringLiteral("kind"), codeOf(special.kind)},
                   {QStringLiteral("name"), special.name}});
    return AllRight;
}

} // namespace

Result<int> workOnCalendar(const Options& options, services::Session& session) {
    const QString forms = QStringLiteral("import, list");
    MH_TRY(const QString what, options.argument(1, forms, 3));
    if (what == QLatin1String("list"))
        return listCalendar(session, options);
    if (what != QLatin1String("import"))
        return Error(CallError::UnknownForm, {what, forms});
    MH_TRY(const QString file, options.argument(2, QStringLiteral("FILE"), 3));
    return importCalendar(session, file);
}

} // namespace meterhall::app
