#include "app/cli/options.h"
#include "core/services/backup.h"

#include <QJsonArray>
#include <QJsonObject>

namespace meterhall::app {

namespace {

constexpr const char* backupPage = R"(
meterhall-cli backup FILE [--admin LOGIN]

Writes one unchanging state of the database to FILE, a new file, while work goes on, and opens it again: the same rows
in every table, the schema, the audit chains, balances, bills and ladders as `verify` checks them. When all holds, its
proof is written to FILE.verified; restore and migrate ask for it. The operator is an administrator.

SQLite: FILE is a database of its own. PostgreSQL: FILE is an archive in pg_dump's custom format. To open it, --admin
names a login that may make databases (password in PGPASSWORD or .pgpass); it is filled into NAME_backup_check, verified
and dropped. Without --admin the archive is read to its end and its rows are counted, no proof is written, and the exit
code is 1.

FILE holds neither the key of personal data (--key-file) nor PostgreSQL's logins: keep those apart from it.

Prints {"file","bytes","schema","rows":{TABLE:N},"verified","violations":[{"kind","subject","detail"}]}.
)";

QJsonObject toJson(const QString& file, const services::BackupResult& result) {
    QJsonObject rows;
    for (const auto& [table, count] : result.rows)
        rows.insert(table, qint64(count));
    QJsonArray violations;
    for (const services::Violation& violation : result.violations)
        violations.append(QJsonObject{{QStringLiteral("kind"), violation.kind},
                                      {QStringLiteral("subject"), violation.subject},
                                      {QStringLiteral("detail"), violation.detail}});
    return {{QStringLiteral("file"), file},
            {QStringLiteral("bytes"), result.bytes},
            {QStringLiteral("schema"), result.schema},
            {QStringLiteral("rows"), rows},
            {QStringLiteral("verified"), result.proved},
            {QStringLiteral("violations"), violations}};
}

Result<int> backUp(const Options& options) {
    MH_TRY(const QString file, options.onlyArgument(QStringLiteral("FILE")));
    MH_TRY(services::Session session, signInFrom(options));
    services::BackupRequest request{.file = file};
    if (options.has(QStringLiteral("admin")))
        request.admin = adminFrom(options);
    MH_TRY(const services::BackupResult result, services::backUp(session, request));
    printJson(toJson(file, result));
    if (!result.proved)
        complain(QStringLiteral("the backup is written but not proved"));
    return result.proved ? AllRight : DidNotHold;
}

} // namespace

int runBackupCommand(const QStringList& arguments) {
    return runCommand({backupPage, {QStringLiteral("admin")}}, arguments, backUp);
}

} // namespace meterhall::app
