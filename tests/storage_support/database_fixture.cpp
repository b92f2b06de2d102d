#include "tests/storage_support/database_fixture.h"

#include "core/storage/roles.h"
#include "tests/storage_support/postgres_cluster.h"

#include <atomic>
#include <cstdio>
#include <cstdlib>

namespace meterhall::tests {

using storage::Database;
using storage::DatabaseKind;

namespace {
/// The fixture has no test to fail: it stops the run.
template <class T>
T must(Result<T> result) {
    if (result.ok()) {
        if constexpr (!std::is_void_v<T>)
            return std::move(result).value();
    } else {
        std::fprintf(stderr, "test database: %s\n", qUtf8Printable(result.error().toString()));
        std::exit(1);
    }
}

const Instant migratedAt = Instant::fromMicroseconds(1'795'000'000'000'000);

using Migrations = std::vector<storage::Migration>;

void fill(Database& database, const Migrations& extra) {
    Migrations migrations = must(storage::builtInMigrations());
    for (storage::Migration migration : extra) {
        migration.version = int(migrations.size()) + 1;
        migrations.push_back(std::move(migration));
    }
    must(storage::migrate(database, migrations, {migratedAt}));
    must(storage::Seat::registerNew(database, 1, QStringLiteral("test"), migratedAt));
}

/// Path of a migrated SQLite file to copy.
QString sqliteTemplate(const QString& schema, const Migrations& extra) {
    static QTemporaryDir folder;
    QString path = folder.filePath(schema + QStringLiteral(".db"));
    if (!QFile::exists(path)) {
        const auto database = must(Database::open(QStringLiteral("sqlite:") + path, {}));
        fill(*database, extra);
        must(database->driver().script("PRAGMA wal_checkpoint(TRUNCATE)"));
    }
    return path;
}

/// Logins belong to the server, not to one database: they may be there already.
void makeTestLogins(Database& superuser) {
    const auto login = [](const std::string& name) {
        return "DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '" + name + "') THEN CREATE ROLE " +
               name + " LOGIN; END IF; END $$;";
    };
    std::string sql = login("all_duties");
    for (const std::string_view duty : storage::allDuties()) {
        const std::string name(duty);
        sql += login(name) + "GRANT meterhall_" + name + " TO " + name + ", all_duties;";
    }
    must(superuser.driver().script(sql));
}

/// Name of a migrated database to copy.
QString postgresTemplate(const QString& schema, const Migrations& extra) {
    static QStringList made;
    QString name = QStringLiteral("template_") + schema;
    if (!made.contains(name)) {
        PostgresCluster::shared().script(QStringLiteral("CREATE DATABASE ") + name);
        const auto database = must(PostgresCluster::shared().asSuperuser(name));
        must(storage::preparePostgres(*database));
        fill(*database, extra);
        makeTestLogins(*database);
        made += name;
    }
    return name;
}
} // namespace

TestDatabase::TestDatabase(DatabaseKind kind, const QString& schema, const Migrations& extra)
    : m_kind(kind) {
    static std::atomic<int> count = 0;
    if (kind == DatabaseKind::Sqlite) {
        QFile::copy(sqliteTemplate(schema, extra), m_folder.filePath(QStringLiteral("test.db")));
        return;
    }
    m_name = QStringLiteral("test_%1").arg(++count);
    const QString from = postgresTemplate(schema, extra);
    PostgresCluster::shared().script(QStringLiteral("CREATE DATABASE %1 TEMPLATE %2").arg(m_name, from));
}

TestDatabase::~TestDatabase() {
    if (m_kind == DatabaseKind::PostgreSql)
        PostgresCluster::shared().script(QStringLiteral("DROP DATABASE IF EXISTS %1 WITH (FORCE)").arg(m_name));
}

QString TestDatabase::url(const QString& login) const {
    if (m_kind == DatabaseKind::Sqlite)
        return QStringLiteral("sqlite:") + m_folder.filePath(QStringLiteral("test.db"));
    return PostgresCluster::shared().url(login, m_name);
}

std::unique_ptr<Database> TestDatabase::open(const QString& login) const {
    return must(Database::open(url(login), {}));
}

void DatabaseTest::initTestCase_data() {
    QTest::addColumn<int>("engine");
    QTest::newRow("sqlite") << static_cast<int>(DatabaseKind::Sqlite);
    QTest::newRow("postgresql") << static_cast<int>(DatabaseKind::PostgreSql);
}

void DatabaseTest::init() {
    QFETCH_GLOBAL(int, engine);
    const auto extra = extraMigrations();
    const QString schema = extra.empty() ? QStringLiteral("plain") : extra.back().name;
    m_test = std::make_unique<TestDatabase>(static_cast<DatabaseKind>(engine), schema, extra);
    m_database = m_test->open();
    m_seat.emplace(must(storage::Seat::claim(*m_database, 1, QStringLiteral("all_duties"), now())));
    prepare();
}

void DatabaseTest::cleanup() {
    tidy();
    m_seat.reset();
    m_database.reset();
    m_test.reset();
}

void DatabaseTest::closeConnection() {
    m_seat.reset();
    m_database.reset();
}

Instant DatabaseTest::now() {
    m_now = m_now + Duration::seconds(1);
    return m_now;
}

storage::UnitOfWork DatabaseTest::begin(const QString& action) {
    const auto today = Date::of(2026, 11, 20);
    return must(
        storage::UnitOfWork::begin(*m_database, {*m_seat, QStringLiteral("all_duties"), action, now(), *today}));
}

} // namespace meterhall::tests
