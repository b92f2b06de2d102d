#include "app/cli/day/headless_day.h"
#include "app/cli/options.h"

#include <QDateTime>
#include <QDir>
#include <QJsonObject>

namespace meterhall::app {

namespace {

constexpr const char* dayPage = R"(
meterhall-cli day [--homes N] [--books N] [--customers N] [--seed S] [--faults FILE] [--out DIR] [--db URL --admin LOGIN]

Plays one day of the sandbox town, which runs as a process of its own: archive, tariffs, shift, reading over real frames,
review, bills, counter, day close, comparison with the town's own ledger, verify.
  --homes 2000 --books 8 --customers 40 --seed 1   how large the town and the queue at the counter are
  --faults FILE   what goes wrong on the way (docs/town.md)
  --out DIR       papers, database and the town's files; without it a new folder below build/day
  --until-counter ends when the bills are issued and leaves the workplace for the window: DIR/workplace.ini,
                  and what starts the same town beside it: DIR/town.call
  --leave-work    leaves half of the doubtful readings undecided and the last book's bills computed only
  --db URL        postgresql://host:port/name, an empty database; --admin (postgres) with its password in PGPASSWORD

Prints the day's figures as one JSON object; exit code 1 when something did not come out as it must.
)";

Result<DaySettings> settingsFrom(const Options& options) {
    DaySettings settings;
    settings.url = options.value(QStringLiteral("db"));
    settings.admin = {options.value(QStringLiteral("admin"), QStringLiteral("postgres")), qgetenv("PGPASSWORD")};
    settings.faultsFile = options.value(QStringLiteral("faults"));
    MH_TRY(settings.homes, options.number(QStringLiteral("homes"), settings.homes));
    MH_TRY(settings.books, options.number(QStringLiteral("books"), settings.books));
    MH_TRY(settings.seed, options.number(QStringLiteral("seed"), settings.seed));
    MH_TRY(settings.customers, options.number(QStringLiteral("customers"), settings.customers));
    settings.untilCounter = options.has(QStringLiteral("until-counter"));
    settings.leaveWork = options.has(QStringLiteral("leave-work"));
    // Without --out every day gets a folder of its own, so that the command can be repeated.
    const QString now = QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd-HHmmss"));
    settings.folder = QDir(options.value(QStringLiteral("out"), QStringLiteral("build/day/") + now)).absolutePath();
    if (!QDir().mkpath(settings.folder))
        return Error(CallError::CannotWrite, {settings.folder});
    if (settings.url.isEmpty() && QFile::exists(settings.folder + QStringLiteral("/town.db")))
        return Error(CallError::CannotWrite, {settings.folder, QStringLiteral("a day was played there already")});
    return settings;
}

Result<int> playDay(const Options& options) {
    MH_TRY(const DaySettings settings, settingsFrom(options));
    HeadlessDay day(settings);
    const auto figures = day.play();
    if (!figures.ok()) {
        complain(figures.error().toString());
        return DidNotHold;
    }
    complain(QStringLiteral("papers, database and the town's ledger are in %1").arg(settings.folder));
    printJson(*figures);
    return AllRight;
}

} // namespace

int runDayCommand(const QStringList& arguments) {
    const QStringList valued{QStringLiteral("db"),     QStringLiteral("admin"),    QStringLiteral("out"),
                             QStringLiteral("homes"),  QStringLiteral("books"),    QStringLiteral("seed"),
                             QStringLiteral("faults"), QStringLiteral("customers")};
    return runCommand({dayPage, valued, {QStringLiteral("until-counter"), QStringLiteral("leave-work")}, false},
                      arguments, playDay);
}

} // namespace meterhall::app
