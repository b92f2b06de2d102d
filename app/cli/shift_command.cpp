#include "app/cli/drawer_count.h"
#include "app/cli/workplace_names.h"
#include "core/services/counter.h"
#include "core/services/day_close.h"

#include <QJsonObject>

namespace meterhall::app {

namespace {

constexpr const char* shiftPage = R"(
meterhall-cli shift open --float 500.00 --papers FROM-TO
meterhall-cli shift count --count PIECES
meterhall-cli shift close --shift ID [--reason TEXT]
meterhall-cli shift list [--day DAY]

open    begins the cashier's shift at this seat on today's business day: the float counted, the numbers of the receipt papers
        received. Prints {"shift"}. (cashier)
count   the drawer, blind: nothing tells what should be there. Once; a sale after it belongs to the next shift. (cashier)
close   by a lead, who is not the cashier. A difference needs a reason. Prints {"shift","expected","over","short"}. (shift lead)
list    shifts of the day, or of days before it, that are not closed yet: {"shift","seat","day"} a line. (shift lead)

A count is denomination x pieces, with commas: --count 100x5,50x2,0.50x3; an empty drawer is --count 100x0.
)";

Result<int> openShift(const Options& options, services::Session& session) {
    MH_TRY(const Money floatCounted, options.money(QStringLiteral("float")));
    MH_TRY(const QString papers, options.required(QStringLiteral("papers")));
    bool hasFrom = false;
    bool hasTo = false;
    const qlonglong from = papers.section(u'-', 0, 0).toLongLong(&hasFrom);
    const qlonglong to = papers.section(u'-', 1).toLongLong(&hasTo);
    if (!hasFrom || !hasTo)
        return Error(CallError::BadValue, {QStringLiteral("--papers"), papers, QStringLiteral("FROM-TO")});
    MH_TRY(const ShiftId shift, services::openShift(session, {floatCounted, from, to}));
    printJson({{QStringLiteral("shift"), shift.toString()}});
    return AllRight;
}

Result<int> countShift(const Options& options, services::Session& session) {
    MH_TRY(const QString text, options.required(QStringLiteral("count")));
    MH_TRY(const auto pieces, drawerCount(QStringLiteral("--count"), text));
    MH_CHECK(services::countDrawer(session, pieces));
    return AllRight;
}

Result<int> closeShift(const Options& options, services::Session& session) {
    MH_TRY(const QString number, options.required(QStringLiteral("shift")));
    MH_TRY(const ShiftId shift, ShiftId::parse(number).within(QStringLiteral("--shift")));
    MH_TRY(const ShiftClosing closing, services::closeShift(session, shift, options.value(QStringLiteral("reason"))));
    printJson({{QStringLiteral("shift"), number},
               {QStringLiteral("expected"), closing.expected.toString()},
               {QStringLiteral("over"), closing.over.toString()},
               {QStringLiteral("short"), closing.shortage.toString()}});
    return AllRight;
}

Result<int> listShift(const Options& options, services::Session& session) {
    MH_TRY(const auto day, options.date(QStringLiteral("day")));
    MH_TRY(const auto shifts, services::openShifts(session, day.value_or(session.businessDay())));
    for (const Shift& shift : shifts)
        printJson({{QStringLiteral("shift"), shift.id.toString()},
                   {QStringLiteral("seat"), int(shift.seat)},
                   {QStringLiteral("day"), shift.businessDay.toString()}});
    return AllRight;
}

Result<int> shiftForms(const Options& options) {
    return runForm(options, {{"open", openShift}, {"count", countShift}, {"close", closeShift}, {"list", listShift}});
}

} // namespace

int runShiftCommand(const QStringList& arguments) {
    const QStringList valued{QStringLiteral("float"), QStringLiteral("papers"), QStringLiteral("count"),
                             QStringLiteral("shift"), QStringLiteral("reason"), QStringLiteral("day")};
    return runCommand({shiftPage, valued}, arguments, shiftForms);
}

} // namespace meterhall::app
