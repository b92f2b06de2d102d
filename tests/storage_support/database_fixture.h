#pragma once

#include "core/storage/database.h"
#include "core/storage/migrations.h"
#include "core/storage/unit_of_work.h"

#include <QObject>
#include <QTemporaryDir>
#include <QTest>

namespace meterhall::tests {

/// A migrated, empty database of its own: a copy of one that was migrated once per test executable. On PostgreSQL the
/// logins are `all_duties`, one per duty (`cashier`, `shift_lead` …, named as in roles.h), and `postgres`.
class TestDatabase {
public:
    /// `extra` are migrations of the tests themselves, on top of the built-in ones; `schema` names the combination.
    explicit TestDatabase(storage::DatabaseKind kind, const QString& schema = QStringLiteral("plain"),
                          const std::vector<storage::Migration>& extra = {});
    ~TestDatabase();
    TestDatabase(const TestDatabase&) = delete;
    TestDatabase& operator=(const TestDatabase&) = delete;

    storage::DatabaseKind kind() const { return m_kind; }
    /// The address for one more connection; SQLite knows no logins.
    QString url(const QString& login = QStringLiteral("all_duties")) const;
    /// One more connection; fails the program when there is none.
    std::unique_ptr<storage::Database> open(const QString& login = QStringLiteral("all_duties")) const;
    QString folder() const { return m_folder.path(); }

private:
    storage::DatabaseKind m_kind;
    QTemporaryDir m_folder;
    QString m_name;
};

/// Base of test classes that need a database: every test function runs twice, as global data row "sqlite" and
/// "postgresql", each time on a fresh database with seat 1 registered and claimed. Test functions may have data of
/// their own.
class DatabaseTest : public QObject {
    Q_OBJECT

protected:
    /// Tables that only this test class has; their versions follow the built-in ones.
    virtual std::vector<storage::Migration> extraMigrations() { return {}; }
    /// For what a subclass would do in init() and cleanup().
    virtual void prepare() {}
    virtual void tidy() {}

    bool isSqlite() const { return m_test->kind() == storage::DatabaseKind::Sqlite; }
    TestDatabase& testDatabase() { return *m_test; }
    storage::Database& database() { return *m_database; }
    storage::Seat& seat() { return *m_seat; }
    /// Ends the fixture's own connection, for tests that must be alone.
    void closeConnection();
    /// 20 November 2026, 08:00 UTC, and a second later with every call.
    Instant now();
    /// A unit of work of seat 1.
    storage::UnitOfWork begin(const QString& action = QStringLiteral("test"));

private Q_SLOTS:
    void initTestCase_data();
    void init();
    void cleanup();

private:
    std::unique_ptr<TestDatabase> m_test;
    std::unique_ptr<storage::Database> m_database;
    std::optional<storage::Seat> m_seat;
    Instant m_now = Instant::fromMicroseconds(1'795'161'600'000'000);
};

} // namespace meterhall::tests

/// QVERIFY of a Result that prints the error.
#define VERIFY_OK(...)                                                                                                 \
    do {                                                                                                               \
        const auto& verified = (__VA_ARGS__);                                                                          \
        QVERIFY2(verified.ok(), verified.ok() ? "" : qPrintable(verified.error().toString()));                         \
    } while (false)
