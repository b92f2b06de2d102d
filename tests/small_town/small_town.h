#pragma once

#include "core/gateway/meter_report.h"
#include "core/services/billing_run.h"
#include "core/services/counter.h"
#include "core/services/session.h"
#include "core/storage/database.h"
#include "tests/storage_support/postgres_logins.h"

#include <QTemporaryDir>

#include <map>

namespace meterhall::tests {

/// A workplace with twenty homes in two books, set up through the services like a real one, on one of the engines. Time
/// stands still unless a test moves it.
class SmallTown {
public:
    /// Fails the test run with a sentence when the workplace cannot be made. `roster`: a file of archive lines to take
    /// instead of the twenty homes. The town of twenty homes is built once per test executable and engine; all others
    /// are copies of it, with the same logins.
    explicit SmallTown(bool onSqlite, const QString& roster = {});
    /// Built for these settings, no copy.
    SmallTown(bool onSqlite, const services::UtilitySettings& settings);
    ~SmallTown();
    SmallTown(const SmallTown&) = delete;
    SmallTown& operator=(const SmallTown&) = delete;

    enum class Person {
        Administrator,
        Cashier,
        Supervisor,
        Drafter,
        Checker,
        Finance,
        Lead,
        Reader,
        Engineer,
        Inspector,
        MeterKeeper
    };
    services::Session& session(Person person);
    services::Workplace workplaceFor(Person person) const;
    QString numberOf(Person person) const;
    static QByteArray password() { return "Small-Town-2026"; }

    /// Ends all sessions, so that somebody else can work at the seats.
    void signOut() { m_sessions.clear(); }

    /// Nine in the morning of that day, or another time.
    void moveTo(Date day, Duration sinceMidnight = Duration::hours(9));
    Date today() const { return m_today; }

    /// What the meter of a home would report today; homes are numbered from 1, even ones also have water.
    MeterReport report(int home, Commodity commodity, const char* dial) const;
    QString accountNumber(int home, Commodity commodity) const;
    AccountId account(int home, Commodity commodity);
    MeterId meter(int home, Commodity commodity);
    BookId book(const char* number);
    /// The archive as it was imported, line by line.
    QList<QByteArray> archive() const;
    QString folder() const { return m_folder.path(); }
    bool onSqlite() const { return m_onSqlite; }
    /// One more connection, past all services; on PostgreSQL as the superuser.
    std::unique_ptr<storage::Database> openDirectly() const;
    /// The database's address with a login, as psql takes it too.
    QString urlFor(const QString& login) const;

    static constexpr int homes = 20;
    static constexpr const char* previousDial = "100.40"; ///< billed to 100; ladder at 290 of 300

    /// Every meter reports `dial`, all bills are issued.
    void readAndIssueAll(const char* dial);
    services::RunSummary draft(BookId book);

    /// Of sessions that are opened from now on.
    ValvePolicy valves;

private:
    struct Empty {};
    SmallTown(bool onSqlite, const QString& roster, Empty);
    static SmallTown& original(bool onSqlite);
    void copy(SmallTown& other);
    void build(const services::UtilitySettings& settings = {});
    void makeDatabase(const QString& like);
    void importArchive();
    void enterTariffs();

    bool m_onSqlite;
    QTemporaryDir m_folder;
    QString m_roster;
    QString m_database; ///< its name on PostgreSQL
    QString m_url;
    QString m_suffix; ///< logins are shared by all databases of a server, so every town has its own
    Date m_today;
    Duration m_sinceMidnight = Duration::hours(9);
    std::map<Person, services::Session> m_sessions;
    std::unique_ptr<PostgresLogins> m_logins; ///< of a copy on PostgreSQL
};

} // namespace meterhall::tests
