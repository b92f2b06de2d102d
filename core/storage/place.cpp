#include "core/storage/place.h"

#include "core/storage/migrations.h"
#include "core/storage/postgres_driver.h"

#include <libpq-fe.h>
#include <map>

namespace meterhall::storage {

namespace {

Result<QString> textOf(Database& database, std::string_view sql) {
    MH_TRY(const auto text, database.maybe(sql, {}, [](const Row& row) { return row.text(0); }));
    return text.value_or(QString());
}

// What an extension brought along is nobody's data.
constexpr const char* othersOnPostgres =
    "SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'p', 'v', 'm', "
    "'f') "
    "AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\\_%' AND NOT EXISTS "
    "(SELECT 1 FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')";

Result<bool> somebodyMaySignIn(Database& database) {
    auto found = database.exists("SELECT 1 FROM operator");
    // A login that may not look is no hint of an unfinished set-up.
    return found.failedWith(StorageError::Denied) ? Result<bool>(true) : std::move(found);
}

Result<void> lookAtServer(Database& database, FoundPlace& found) {
    MH_TRY(const QString version, textOf(database, "SELECT split_part(current_setting('server_version'), ' ', 1)"));
    found.engine = QStringLiteral("PostgreSQL ") + version;
    MH_TRY(found.encryption, textOf(database, "SELECT version FROM pg_stat_ssl WHERE pid = pg_backend_pid() AND ssl"));
    MH_TRY(found.mayPrepare, database.exists("SELECT 1 FROM pg_roles WHERE rolname = session_user AND (rolsuper OR "
                                             "rolcreaterole)"));
    return {};
}

} // namespace

Result<FoundPlace> lookAround(Database& database) {
    FoundPlace found;
    if (database.isSqlite()) {
        MH_TRY(const QString version, textOf(database, "SELECT sqlite_version()"));
        found.engine = QStringLiteral("SQLite ") + version;
    } else {
        MH_CHECK(lookAtServer(database, found));
    }
    MH_TRY(found.version, schemaVersion(database));
    if (found.version > 0) {
        MH_TRY(found.hasPeople, somebodyMaySignIn(database));
        return found;
    }
    MH_TRY(found.hasOthers, database.exists(database.isSqlite() ? "SELECT 1 FROM sqlite_schema" : othersOnPostgres));
    return found;
}

namespace {

struct FreeOptions {
    void operator()(PQconninfoOption* options) const { PQconninfoFree(options); }
};

/// Keyword -> value, as libpq takes an address apart.
using ServerSettings = std::map<QByteArray, QByteArray>;

ServerSettings serverSettingsOf(const QString& url) {
    ServerSettings settings;
    const std::unique_ptr<PQconninfoOption, FreeOptions> parsed(PQconninfoParse(url.toUtf8().constData(), nullptr));
    for (const PQconninfoOption* option = parsed.get(); option && option->keyword; ++option) {
        if (option->val)
            settings[option->keyword] = option->val;
    }
    return settings;
}

/// Asks only whether a server answers at all: no password.
bool doesAnswer(ServerSettings settings, const char* tls) {
    settings["sslmode"] = tls;
    settings["connect_timeout"] = "5";
    std::vector<const char*> keywords;
    std::vector<const char*> values;
    for (const auto& [keyword, value] : settings) {
        keywords.push_back(keyword.constData());
        values.push_back(value.constData());
    }
    keywords.push_back(nullptr);
    values.push_back(nullptr);
    return PQpingParams(keywords.data(), values.data(), 0) != PQPING_NO_RESPONSE;
}

/// postgresql://login@host:5432/name?… with another name.
QString withDatabase(const QString& url, const QString& name) {
    const qsizetype slash = url.indexOf(u'/', url.indexOf(QLatin1String("//")) + 2);
    const qsizetype end = url.indexOf(u'?') < 0 ? url.size() : url.indexOf(u'?');
    return slash < 0 || slash > end ? url : url.left(slash + 1) + name + url.mid(end);
}

bool isMissing(const QString& url, const QByteArray& name, const OpenOptions& options) {
    const auto server = Database::open(withDatabase(url, QStringLiteral("postgres")), options);
    if (!server.ok())
        return false;
    const auto known = (*server)->exists("SELECT 1 FROM pg_database WHERE datname = ?", {QString::fromUtf8(name)});
    return known.ok() && !*known;
}

Error whyClosed(const QString& url, const OpenOptions& options, const Error& refusal) {
    if (!refusal.is(StorageError::CannotOpen))
        return refusal;
    const ServerSettings settings = serverSettingsOf(url);
    const auto setting = [&](const char* keyword) {
        const auto found = settings.find(keyword);
        return found == settings.end() ? QByteArray() : found->second;
    };
    const QString server = QString::fromUtf8(setting("host") + ':' + setting("port"));
    if (!doesAnswer(settings, "disable"))
        return {PlaceError::NobodyAnswers, {server}};
    if (!isThisMachine(setting("host")) && !doesAnswer(settings, "verify-full"))
        return {PlaceError::NotTrusted, {server}};
    if (isMissing(url, setting("dbname"), options))
        return {PlaceError::NoSuchDatabase, {QString::fromUtf8(setting("dbname"))}};
    return {PlaceError::TurnedAway, refusal.arguments()};
}

} // namespace

Result<FoundPlace> lookAt(const QString& url, const OpenOptions& options) {
    OpenOptions looking = options;
    looking.onlyLook = true;
    auto database = Database::open(url, looking);
    if (!database.ok())
        return url.startsWith(QLatin1String("sqlite:")) ? database.error() : whyClosed(url, options, database.error());
    auto found = lookAround(**database);
    if (found.failedWith(StorageError::Corrupt) && (*database)->isSqlite())
        return FoundPlace{.engine = QStringLiteral("SQLite"), .hasOthers = true};
    return found;
}

} // namespace meterhall::storage
