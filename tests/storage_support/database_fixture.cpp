#include "tests/storage_support/database_fixture.h"

#include "core/storage/migrations.h"
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

/// Path of a migrated SQLite file to copy.
QString sqliteTemplate() {
    static QTemporaryDir folder;
    static const QString file = [] {
        const QString path = folder.filePath(QStringLiteral("template.db"));
        const auto database = must(Database::open(QStringLiteral("sqlite:") + path, {}));
        must(storage::migrate(*database, {migratedAt}));
        must(storage::Seat::registerNew(*database, 1, QStringLiteral("test"), migratedAt));
        must(database->driver().script("PRAGMA wal_checkpoint(TRUNCATE)"));
        return path;
    }();
    return file;
}

QString postgresTemplate() {
    static const QString name = [] {
        PostgresCluster& cluster = PostgresCluster::shared();
        const QString postgres = QStringLiteral("postgres");
        const QString made = QStringLiteral("meterhall_template");
        must(must(Database::open(cluster.url(postgres, postgres), {}))
                 ->driver()
                 .script("CREATE DATABASE meterhall_template"));
        const auto database = must(Database::open(cluster.url(postgres, made), {}));
        must(storage::preparePostgres(*database));
        must(storage::migrate(*database, {migratedAt}));
        must(storage::Seat::registerNew(*database, 1, QStringLiteral("test"), migratedAt));
        makeTestLogins(*database);
        return made;
    }();
    return name;
}

std::unique_ptr<Database> maintenance() {
    return must(
        Database::open(PostgresCluster::shared().url(QStringLiteral("postgres"), QStringLiteral("postgres")), {}));
}
} // namespace

void makeTestLogins(Database& superuser) {
    std::string sql = "CREATE ROLE all_duties LOGIN;";
    for (const std::string_view duty : storage::allDuties()) {
        const std::string name(duty);
        sql += "CREATE ROLE " + name + " LOGIN; GRANT meterhall_" + name + " TO " + name + ", all_duties;";
    }
    must(superuser.driver().script(sql));
}

TestDatabase::TestDatabase(DatabaseKind kind)
    : m_kind(kind) {
    static std::atomic<int> count = 0;
    if (kind == DatabaseKind::Sqlite) {
        QFile::copy(sqliteTemplate(), m_folder.filePath(QStringLiteral("test.db")));
        return;
    }
    m_name = QStringLiteral("test_%1").arg(++count);
    const QString from = postgresTemplate();
    must(maintenance()->driver().script("CREATE DATABASE " + m_name.toStdString() + " TEMPLATE " + from.toStdString()));
}

TestDatabase::~TestDatabase() {
    if (m_kind == DatabaseKind::PostgreSql)
        must(maintenance()->driver().script("DROP DATABASE IF EXISTS " + m_name.toStdString() + " WITH (FORCE)"));
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
    m_test = std::make_unique<TestDatabase>(static_cast<DatabaseKind>(engine));
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
