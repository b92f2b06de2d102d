#include "app/cli/options.h"
#include "core/services/backup.h"

#include <QJsonObject>

namespace meterhall::app {

namespace {

constexpr const char* migratePage = R"(
meterhall-cli migrate [--admin LOGIN --verified-backup FILE]

Brings the database of --db to the schema of this program, in one transaction; with nothing pending it changes nothing.
A database newer than this program is refused.

SQLite: the file is copied to FILE.before-N first. Whoever may write the file may migrate it; nobody signs in, since the
operators of another schema cannot be read.
PostgreSQL: --admin (postgres; password in PGPASSWORD or .pgpass) must own the schema (member of meterhall_owner), nobody
else may be connected, and --verified-backup names a backup whose proof FILE.verified lies beside it.

Prints {"from","to","copy"}.
)";

Result<int> migrate(const Options& options) {
    if (!options.arguments().isEmpty())
        return Error(CallError::TooManyArguments, {options.arguments().front()});
    MH_TRY(const services::Workplace workplace, workplaceFrom(options));
    MH_TRY(const services::MigrateResult result,
           services::migrateWorkplace(workplace, adminFrom(options), options.value(QStringLiteral("verified-backup"))));
    printJson({{QStringLiteral("from"), result.from},
               {QStringLiteral("to"), result.to},
               {QStringLiteral("copy"), result.copy}});
    return AllRight;
}

} // namespace

int runMigrateCommand(const QStringList& arguments) {
    return runCommand({migratePage, {QStringLiteral("admin"), QStringLiteral("verified-backup")}}, arguments, migrate);
}

} // namespace meterhall::app
