#include "core/storage/backup.h"

#include "core/storage/postgres_tools.h"
#include "core/storage/sqlite_driver.h"

#include <QFile>

namespace meterhall::storage {

namespace {

Result<std::vector<QString>> tableNames(Database& database) {
    return database.all(database.isSqlite()
                            ? "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' "
                              "ORDER BY name"
                            : "SELECT c.relname::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
                              "WHERE n.nspname = 'meterhall' AND c.relkind = 'r' ORDER BY 1",
                        {}, [](const Row& row) { return row.text(0); });
}

// pg_dump would make the file with the rights of the umask.
Result<void> makePrivateFile(const QString& name) {
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner))
        return Error(StorageError::CannotOpen, {name, file.errorString()});
    return {};
}

Result<void> dumpPostgres(Database& database, const QString& file) {
    MH_TRY(const QString snapshot,
           database.one("SELECT pg_export_snapshot()", {}, [](const Row& row) { return row.text(0); }));
    MH_CHECK(makePrivateFile(file));
    return runPostgresTool(database, QStringLiteral("pg_dump"),
                           {QStringLiteral("--format=custom"), QStringLiteral("--schema=meterhall"),
                            QStringLiteral("--schema=meterhall_guard"),
                            QStringLiteral("--exclude-table-data=meterhall_guard.seat_session"),
                            QStringLiteral("--snapshot=") + snapshot, QStringLiteral("--no-password"),
                            QStringLiteral("--file=") + file});
}

} // namespace

Result<RowCounts> rowCounts(Database& database) {
    MH_TRY(const auto names, tableNames(database));
    RowCounts counts;
    for (const QString& name : names) {
        // Names come from the schema, not from anybody's input.
        MH_TRY(counts[name], database.number("SELECT count(*) FROM \"" + name.toStdString() + '"'));
    }
    return counts;
}

Result<void> requireSameRows(const RowCounts& expected, const RowCounts& found) {
    const auto rowsIn = [](const RowCounts& counts, const QString& table) {
        const auto known = counts.find(table);
        return known == counts.end() ? QStringLiteral("none") : QString::number(known->second);
    };
    for (const auto* counts : {&expected, &found})
        for (const auto& [table, rows] : *counts)
            if (rowsIn(expected, table) != rowsIn(found, table))
                return Error(StorageError::BackupDiffers, {table, rowsIn(expected, table), rowsIn(found, table)});
    return {};
}

Result<void> requireIntact(Database& database) {
    if (!database.isSqlite())
        return {};
    MH_TRY(const QString words, database.one("PRAGMA integrity_check", {}, [](const Row& row) { return row.text(0); }));
    return words == QLatin1String("ok") ? Result<void>() : Result<void>(StorageError::Corrupt);
}

Result<RowCounts> writeBackup(Database& database, const QString& file) {
    if (QFile::exists(file))
        return Error(StorageError::CannotOpen, {file, QStringLiteral("exists already")});
    MH_TRY(const ReadView view, ReadView::begin(database));
    MH_TRY(RowCounts counts, rowCounts(database));
    auto written = database.isSqlite() ? copySqlite(database.driver(), file) : dumpPostgres(database, file);
    if (written.ok())
        return counts;
    QFile::remove(file);
    return std::move(written).error();
}

Result<RowCounts> countArchive(const QString& file) {
    RowCounts counts;
    std::int64_t* rows = nullptr;
    // A script as psql would read it: rows stand one a line between "COPY meterhall.name (…) FROM stdin;" and "\.".
    MH_CHECK(readPostgresTool(
        QStringLiteral("pg_restore"), {QStringLiteral("--data-only"), QStringLiteral("--file=-"), file},
        [&](const QByteArray& line) {
            const QByteArray head("COPY meterhall.");
            if (rows && line == "\\.") {
                rows = nullptr;
            } else if (rows) {
                ++*rows;
            } else if (line.startsWith(head)) {
                const QByteArray name = line.mid(head.size(), line.indexOf(' ', head.size()) - head.size());
                rows = &counts[QString::fromUtf8(name)];
            }
        }));
    return counts;
}

Result<void> loadArchive(Database& database, const QString& file) {
    // The archive brings the schema along; what preparePostgres made is empty.
    MH_CHECK(database.driver().script("DROP SCHEMA IF EXISTS meterhall RESTRICT"));
    return runPostgresTool(database, QStringLiteral("pg_restore"),
                           {QStringLiteral("--single-transaction"), QStringLiteral("--exit-on-error"),
                            QStringLiteral("--no-password"), QStringLiteral("--dbname=") + databaseName(database),
                            file});
}

namespace {
std::string quoted(QString name) {
    return '"' + name.replace(u'"', QStringLiteral("\"\"")).toStdString() + '"';
}

/// Where the name of the database stands in an address.
struct NamePlace {
    qsizetype from;
    qsizetype to;
};

Result<NamePlace> nameIn(const QString& url) {
    const QString scheme = QStringLiteral("postgresql://");
    const qsizetype slash = url.indexOf(u'/', scheme.size());
    const qsizetype question = url.indexOf(u'?');
    const qsizetype end = question < 0 ? url.size() : question;
    if (!url.startsWith(scheme) || slash < 0 || slash + 1 >= end)
        return StorageError::BadUrl;
    return NamePlace{slash + 1, end};
}
} // namespace

Result<bool> databaseExists(Database& server, const QString& name) {
    return server.exists("SELECT 1 FROM pg_database WHERE datname = ?", {name});
}

Result<void> createDatabase(Database& server, const QString& name) {
    return server.driver().script("CREATE DATABASE " + quoted(name) + " TEMPLATE template0 ENCODING 'UTF8'");
}

Result<void> dropDatabase(Database& server, const QString& name) {
    return server.driver().script("DROP DATABASE IF EXISTS " + quoted(name));
}

Result<void> renameDatabase(Database& server, const QString& name, const QString& newName) {
    // The server itself waits some seconds for connections that are just ending.
    return server.driver().script("ALTER DATABASE " + quoted(name) + " RENAME TO " + quoted(newName));
}

Result<QString> urlOfDatabase(const QString& url, const QString& name) {
    MH_TRY(const NamePlace place, nameIn(url));
    return url.left(place.from) + name + url.mid(place.to);
}

Result<QString> databaseOfUrl(const QString& url) {
    MH_TRY(const NamePlace place, nameIn(url));
    return url.mid(place.from, place.to - place.from);
}

Result<void> standAlone(const QString& file) {
    MH_TRY(const auto database,
           Database::open(QStringLiteral("sqlite:") + file, {.createFile = false, .busyMilliseconds = 0}));
    MH_TRY(const QString mode,
           database->one("PRAGMA journal_mode = DELETE", {}, [](const Row& row) { return row.text(0); }));
    return mode == QLatin1String("delete") ? Result<void>() : Result<void>(StorageError::Busy);
}

} // namespace meterhall::storage
