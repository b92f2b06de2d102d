#include "app/cli/drawer_count.h"
#include "app/cli/options.h"
#include "core/services/counter.h"
#include "core/services/day_close.h"

#include <QJsonArray>
#include <QJsonObject>

namespace meterhall::app {

namespace {

constexpr const char* closeDayPage = R"(
meterhall-cli close-day --count PIECES            (each cashier, at his seat)
meterhall-cli close-day [--day DAY] [--reason TEXT]   (then the shift lead, once)

The end of the business day (today). With --count the cashier counts the drawer of his own shift, blind: the answer does not
tell what should be there. It is done once; `pay` is refused afterwards until the next shift.

Without --count the lead closes every shift that is counted, over and short to their own accounts, and then the day for
good: the ledger must balance, the heads of all audit chains are kept, nothing is posted to the day afterwards. --reason is
written beside differences; a drawer with one is refused without it. A shift that nobody counted keeps the day open (exit 2);
shifts closed before stay closed, and the same call again goes on.

A count is denomination x pieces, with commas: --count 100x5,50x2,0.50x3; an empty drawer is --count 100x0.

Prints {"counted":true}, or {"day","shifts":[{"shift","seat","expected","over","short"}],"closed":true}.
)";

Result<int> countOwnDrawer(const Options& options, services::Session& session) {
    MH_TRY(const auto pieces, drawerCount(QStringLiteral("--count"), options.value(QStringLiteral("count"))));
    MH_CHECK(services::countDrawer(session, pieces));
    printJson({{QStringLiteral("counted"), true}});
    return AllRight;
}

Result<int> closeAll(const Options& options, services::Session& session) {
    MH_TRY(const auto named, options.date(QStringLiteral("day")));
    const Date day = named.value_or(session.businessDay());
    MH_TRY(const auto open, services::openShifts(session, day));
    QJsonArray shifts;
    for (const Shift& shift : open) {
        const QString place = QStringLiteral("shift %1 at seat %2").arg(shift.id.toString()).arg(shift.seat);
        MH_TRY(const ShiftClosing closing,
               services::closeShift(session, shift.id, options.value(QStringLiteral("reason"))).within(place));
        shifts.append(QJsonObject{{QStringLiteral("shift"), shift.id.toString()},
                                  {QStringLiteral("seat"), int(shift.seat)},
                                  {QStringLiteral("expected"), closing.expected.toString()},
                                  {QStringLiteral("over"), closing.over.toString()},
                                  {QStringLiteral("short"), closing.shortage.toString()}});
    }
    MH_CHECK(services::closeDay(session, day));
    printJson({{QStringLiteral("day"), day.toString()},
               {QStringLiteral("shifts"), shifts},
               {QStringLiteral("closed"), true}});
    return AllRight;
}

Result<int> closeDay(const Options& options) {
    if (!options.arguments().isEmpty())
        return Error(CallError::TooManyArguments, {options.arguments().front()});
    MH_TRY(services::Session session, signInFrom(options));
    return options.has(QStringLiteral("count")) ? countOwnDrawer(options, session) : closeAll(options, session);
}

} // namespace

int runCloseDayCommand(const QStringList& arguments) {
    const QStringList valued{QStringLiteral("count"), QStringLiteral("day"), QStringLiteral("reason")};
    return runCommand({closeDayPage, valued}, arguments, closeDay);
}

} // namespace meterhall::app
