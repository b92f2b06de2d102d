#include "core/services/counter.h"
#include "core/services/customer_file.h"
#include "core/services/inside/session_inside.h"
#include "core/services/ladder_view.h"
#include "core/services/open_bills.h"
#include "core/services/seat_desk.h"
#include "tests/core/services/small_town_test.h"
#include "tests/storage_support/database_fixture.h"
#include "tests/support/test_case.h"

#include <QTest>

#include <sqlite3.h>

using namespace meterhall;
using services::Session;

namespace {

/// Listens to the statements that one connection to SQLite runs.
class Overheard {
public:
    explicit Overheard(Session& session)
        : m_connection(static_cast<sqlite3*>(session.inside().database().driver().handle())) {
        sqlite3_trace_v2(m_connection, SQLITE_TRACE_STMT, heard, this);
    }
    ~Overheard() { sqlite3_trace_v2(m_connection, 0, nullptr, nullptr); }
    Overheard(const Overheard&) = delete;
    Overheard& operator=(const Overheard&) = delete;

    const std::set<std::string>& statements() const { return m_statements; }

private:
    static int heard(unsigned, void* self, void* statement, void*) {
        const char* sql = sqlite3_sql(static_cast<sqlite3_stmt*>(statement));
        const std::string text(sql != nullptr ? sql : "");
        if (text.starts_with("SELECT") || text.starts_with("WITH"))
            static_cast<Overheard*>(self)->m_statements.insert(text);
        return 0;
    }

    sqlite3* m_connection;
    std::set<std::string> m_statements;
};

/// Steps of the plan that read a whole table or a whole index.
QStringList scansOf(storage::Database& database, const std::string& sql) {
    // The list of tables that hold readings: as long as there are months.
    if (sql.find("sqlite_schema") != std::string::npos)
        return {};
    QStringList scans;
    sqlite3_stmt* statement = nullptr;
    auto* connection = static_cast<sqlite3*>(database.driver().handle());
    if (sqlite3_prepare_v2(connection, ("EXPLAIN QUERY PLAN " + sql).c_str(), -1, &statement, nullptr) != SQLITE_OK)
        return {QStringLiteral("cannot explain ") + QString::fromStdString(sql)};
    while (sqlite3_step(statement) == SQLITE_ROW) {
        const QString step = QString::fromUtf8(reinterpret_cast<const char*>(sqlite3_column_text(statement, 3)));
        if (step.startsWith(QStringLiteral("SCAN")) && step != QStringLiteral("SCAN CONSTANT ROW"))
            scans += step + QStringLiteral(" in ") + QString::fromStdString(sql);
    }
    sqlite3_finalize(statement);
    return scans;
}

} // namespace

/// A page opens at once whatever the size of the utility: no query of it reads a whole table.
class ScreenQueriesTest : public tests::SmallTownTest {
    Q_OBJECT

    template <class Ask>
    void askedThroughIndexes(const Ask& ask) {
        Session& session = as(Person::Cashier);
        std::set<std::string> statements;
        {
            const Overheard overheard(session);
            VERIFY_OK(ask(session));
            statements = overheard.statements();
        }
        QVERIFY(!statements.empty());
        for (const std::string& sql : statements)
            QCOMPARE(scansOf(session.inside().database(), sql).join(u'\n'), QString());
    }

private Q_SLOTS:
    void noQueryOfACounterOrCustomerPageReadsAWholeTable() {
        if (!town().onSqlite())
            QSKIP("plans of PostgreSQL depend on the rows it has seen");
        town().readAndIssueAll("121.90");
        const AccountId account = town().account(2, Commodity::Gas);
        const std::vector<AccountId> accounts{account, town().account(2, Commodity::Water)};
        const Money paid = Money::ofMinor(10'000, Currency::cny());
        Session& cashier = as(Person::Cashier);
        VERIFY_OK(services::openShift(cashier, {paid, 1001, 1010}));
        VERIFY_OK(services::takePayment(cashier, {cashier.newKey(), accounts, paid, paid}));
        const BillId bill = services::billsPage(cashier, account)->bills.front().bill;
        askedThroughIndexes([&](Session& s) { return services::customerHead(s, account); });
        askedThroughIndexes([&](Session& s) { return services::billsPage(s, account); });
        askedThroughIndexes([&](Session& s) { return services::useByMonth(s, account); });
        askedThroughIndexes([&](Session& s) { return services::readingsPage(s, account); });
        askedThroughIndexes([&](Session& s) { return services::paymentsPage(s, account); });
        askedThroughIndexes([&](Session& s) { return services::metersAtPlace(s, account); });
        askedThroughIndexes([&](Session& s) { return services::timelineOf(s, account); });
        askedThroughIndexes([&](Session& s) { return services::ladderView(s, account); });
        askedThroughIndexes([&](Session& s) { return services::openBills(s, accounts); });
        askedThroughIndexes([&](Session& s) { return services::billArithmetic(s, bill); });
        askedThroughIndexes([&](Session& s) { return services::seatDesk(s); });
        askedThroughIndexes([&](Session& s) { return services::receiptNumbered(s, 1001); });
        askedThroughIndexes([&](Session& s) { return services::blindCount(s); });
    }

    void aScanWouldBeSeen() {
        if (!town().onSqlite())
            QSKIP("plans of PostgreSQL depend on the rows it has seen");
        storage::Database& database = as(Person::Cashier).inside().database();
        QCOMPARE(scansOf(database, "SELECT b.id FROM bill b WHERE b.total_minor = 5").size(), 1);
        QCOMPARE(scansOf(database, "SELECT id FROM receipt WHERE id = 5").size(), 0);
    }
};
METERHALL_TEST_CASE(ScreenQueriesTest)

#include "screen_queries_test.moc"
