#include "app/cli/options.h"
#include "core/services/backup.h"

#include <QJsonArray>
#include <QJsonObject>

namespace meterhall::app {

namespace {

constexpr const char* restorePage = R"(
meterhall-cli restore FILE [--replace] [--without-proof] [--admin LOGIN]

Puts a backup in the place --db names. It is filled into a file or database of its own first and verified there; the
operator must be an administrator of the backup, with the password the backup knows (on PostgreSQL: his login), and the
restoring becomes an entry of its audit chain. Then it changes places with what is there.

Refused (exit 2, nothing changed): a FILE without its proof FILE.verified or unlike it (--without-proof takes it, judged
only by what it holds: changed names would go unseen), a backup that does not verify or has another schema than this program, a place that is in use, and, without --replace, a place that holds something. What was
there is never deleted: it is kept as FILE.before-restore-TIME or NAME_before_restore_TIME, and so are the seats' notes
(*.witness in --folder) of entries the backup does not have. Work done since the backup is only in what was kept aside.

PostgreSQL: --admin (postgres) is a login that may make and rename databases, its password in PGPASSWORD or .pgpass. An
archive does not bring logins along: on another server make the operators' logins first.

Prints {"restored","kept_aside","notes_kept_aside":[…],"bills","journals"}.
)";

Result<int> restore(const Options& options) {
    MH_TRY(const QString file, options.onlyArgument(QStringLiteral("FILE")));
    MH_TRY(const services::Workplace workplace, workplaceFrom(options));
    MH_TRY(const SignIn who, signInOf(options));
    const services::RestoreRequest request{.file = file,
                                           .operatorNumber = who.number,
                                           .password = who.password,
                                           .admin = adminFrom(options),
                                           .replace = options.has(QStringLiteral("replace")),
                                           .withoutProof = options.has(QStringLiteral("without-proof"))};
    MH_TRY(const services::RestoreResult result, services::restoreWorkplace(workplace, request));
    printJson({{QStringLiteral("restored"), file},
               {QStringLiteral("kept_aside"), result.keptAside},
               {QStringLiteral("notes_kept_aside"), QJsonArray::fromStringList(result.notesKeptAside)},
               {QStringLiteral("bills"), result.verified.bills},
               {QStringLiteral("journals"), result.verified.journals}});
    return AllRight;
}

} // namespace

int runRestoreCommand(const QStringList& arguments) {
    return runCommand(
        {restorePage, {QStringLiteral("admin")}, {QStringLiteral("replace"), QStringLiteral("without-proof")}},
        arguments, restore);
}

} // namespace meterhall::app
