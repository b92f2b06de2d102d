#include "core/services/counter.h"
#include "core/services/customer_file.h"
#include "core/services/inside/session_inside.h"
#include "core/services/ladder_view.h"
#include "core/services/open_bills.h"
#include "core/services/seat_desk.h"
#include "tests/core/services/overheard.h"
#include "tests/small_town/small_town_test.h"
#include "tests/storage_support/database_fixture.h"
#include "tests/support/test_case.h"

#include <QTest>

using namespace meterhall;
using meterhall::tests::Overheard;
using meterhall::tests::scansOf;
using services::Session;

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
