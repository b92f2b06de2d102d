#include "app/cli/day/headless_day.h"
#include "app/cli/options.h"

#include <QDateTime>
#include <QDir>
#include <QJsonDocument>

namespace meterhall::app {

namespace {

Result<DaySettings> settingsFrom(const QStringList& words) {
    const QStringList valued{QStringLiteral("db"),     QStringLiteral("admin"),    QStringLiteral("out"),
                             QStringLiteral("homes"),  QStringLiteral("books"),    QStringLiteral("seed"),
                             QStringLiteral("faults"), QStringLiteral("customers")};
    MH_TRY(const Options options, Options::parse(words, valued, {}));
    DaySettings settings;
    settings.url = options.value(QStringLiteral("db"));
    settings.admin = {options.value(QStringLiteral("admin"), QStringLiteral("postgres")), qgetenv("PGPASSWORD")};
    settings.faultsFile = options.value(QStringLiteral("faults"));
    MH_TRY(settings.homes, options.number(QStringLiteral("homes"), settings.homes));
    MH_TRY(settings.books, options.number(QStringLiteral("books"), settings.books));
    MH_TRY(settings.seed, options.number(QStringLiteral("seed"), settings.seed));
    MH_TRY(settings.customers, options.number(QStringLiteral("customers"), settings.customers));
    // Without --out every day gets a folder of its own, so that the command can be repeated.
    const QString now = QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd-HHmmss"));
    settings.folder = QDir(options.value(QStringLiteral("out"), QStringLiteral("build/day/") + now)).absolutePath();
    if (!QDir().mkpath(settings.folder))
        return Error(CallError::CannotWrite, {settings.folder});
    if (settings.url.isEmpty() && QFile::exists(settings.folder + QStringLiteral("/town.db")))
        return Error(CallError::CannotWrite, {settings.folder, QStringLiteral("a day was played there already")});
    return settings;
}

} // namespace

int runDayCommand(const QStringList& arguments) {
    const auto settings = settingsFrom(arguments);
    if (!settings.ok())
        return wrongCall(settings.error());
    HeadlessDay day(*settings);
    const auto figures = day.play();
    if (!figures.ok()) {
        complain(figures.error().toString());
        return DidNotHold;
    }
    complain(QStringLiteral("papers, database and the town's ledger are in %1").arg(settings->folder));
    printLine(QString::fromUtf8(QJsonDocument(*figures).toJson(QJsonDocument::Compact)));
    return AllRight;
}

} // namespace meterhall::app
