#include "core/services/administration.h"
#include "core/services/audit_log.h"
#include "core/services/billing_overview.h"
#include "core/services/day_overview.h"
#include "core/services/home.h"
#include "core/services/ingest.h"
#include "core/services/inside/session_inside.h"
#include "core/services/reading_review.h"
#include "core/services/reading_work.h"
#include "core/services/station_overview.h"
#include "tests/core/services/overheard.h"
#include "tests/small_town/small_town_test.h"
#include "tests/storage_support/database_fixture.h"
#include "tests/support/test_case.h"

#include <QTest>

using namespace meterhall;
using services::Session;

/// The pages of the office open at once too. What they may read whole is what is few: books, terminals, seats, people,
/// companies, and the partial indexes that hold only what is open or doubted.
class PageQueriesTest : public tests::SmallTownTest {
    Q_OBJECT

    static bool isOfFew(const QString& scan) {
        static const QStringList few{QStringLiteral("SCAN book "),
                                     QStringLiteral("SCAN k "),
                                     QStringLiteral("SCAN t "),
                                     QStringLiteral("SCAN t in"),
                                     QStringLiteral("SCAN terminal "),
                                     QStringLiteral("SCAN operator "),
                                     QStringLiteral("SCAN seat"),
                                     QStringLiteral("SCAN h in"),
                                     QStringLiteral("SCAN legal_entity "),
                                     QStringLiteral("billing_run_open"),
                                     QStringLiteral("_doubtful"),
                                     QStringLiteral("SCAN r in"),
                                     QStringLiteral("SCAN lease"),
                                     QStringLiteral("SCAN tariff_version"),
                                     QStringLiteral("SCAN special_day")};
        return std::ranges::any_of(few, [&](const QString& known) { return scan.contains(known); });
    }

    template <class Ask>
    void askedThroughIndexes(Person person, const Ask& ask) {
        Session& session = as(person);
        std::set<std::string> statements;
        {
            const tests::Overheard overheard(session);
            VERIFY_OK(ask(session));
            statements = overheard.statements();
        }
        QVERIFY(!statements.empty());
        for (const std::string& sql : statements)
            for (const QString& scan : tests::scansOf(session.inside().database(), sql))
                QVERIFY2(isOfFew(scan), qPrintable(scan));
    }

private Q_SLOTS:
    void noQueryOfAPageReadsAWholeTable() {
        if (!town().onSqlite())
            QSKIP("plans of PostgreSQL depend on the rows it has seen");
        town().readAndIssueAll("121.90");
        town().moveTo(town().today().addDays(1));
        VERIFY_OK(services::ingest(as(Person::Reader), std::vector{town().report(1, Commodity::Gas, "99.00")}));
        VERIFY_OK(services::finishReadingRun(as(Person::Supervisor),
                                             services::startReadingRun(as(Person::Supervisor), {})->run, {}));
        const ReadingId doubted = services::readingExceptions(as(Person::Supervisor), {})->front().reading;
        for (const Person person : {Person::Lead, Person::Supervisor, Person::Drafter})
            askedThroughIndexes(person, [](Session& s) { return services::myWork(s); });
        for (const Person person : {Person::Lead, Person::Supervisor, Person::Drafter, Person::Cashier})
            askedThroughIndexes(person, [](Session& s) { return services::myToday(s); });
        const Date day = town().today();
        const AccountingMonth month = AccountingMonth::containing(day);
        askedThroughIndexes(Person::Lead, [&](Session& s) { return services::dayOverview(s, day); });
        askedThroughIndexes(Person::Finance, [&](Session& s) { return services::bookRuns(s, month); });
        askedThroughIndexes(Person::Finance, [](Session& s) { return services::runOverview(s, 1); });
        askedThroughIndexes(Person::Finance, [](Session& s) { return services::runRows(s, {.run = 1}); });
        askedThroughIndexes(Person::Supervisor, [](Session& s) { return services::exceptionsByBook(s); });
        askedThroughIndexes(Person::Supervisor, [&](Session& s) { return services::readingCard(s, doubted); });
        askedThroughIndexes(Person::Engineer, [](Session& s) { return services::terminalOverviews(s); });
        askedThroughIndexes(Person::Engineer,
                            [](Session& s) { return services::metersOfTerminal(s, QStringLiteral("0571-00001")); });
        askedThroughIndexes(Person::Engineer, [](Session& s) { return services::readingRuns(s); });
        askedThroughIndexes(Person::Administrator, [](Session& s) { return services::operators(s); });
        askedThroughIndexes(Person::Administrator, [](Session& s) { return services::seatRows(s); });
        askedThroughIndexes(Person::Administrator, [](Session& s) { return services::auditRows(s); });
        askedThroughIndexes(Person::Administrator, [](Session& s) { return services::backupRows(s); });
    }
};
METERHALL_TEST_CASE(PageQueriesTest)

#include "page_queries_test.moc"
