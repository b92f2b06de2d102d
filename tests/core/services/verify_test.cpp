#include "core/services/verify.h"
#include "tests/small_town/small_town_test.h"
#include "tests/storage_support/database_fixture.h"
#include "tests/support/test_case.h"

#include <QTest>

using namespace meterhall;

/// How verify reports and stops; what it finds is the matter of attack_test. On both engines.
class VerifyTest : public tests::SmallTownTest {
    Q_OBJECT

private Q_SLOTS:
    void itSaysWhereItIsAndHowMuchThereIs() {
        town().readAndIssueAll("121.90");
        QStringList areas;
        std::map<QString, WorkStep> last;
        const auto result = services::verifyBooks(as(Person::Administrator), [&](const WorkStep& step) -> Result<void> {
            if (areas.isEmpty() || areas.back() != step.area)
                areas += step.area;
            last.insert_or_assign(step.area, step);
            return {};
        });
        VERIFY_OK(result);
        QVERIFY(result->violations.empty());
        QCOMPARE(areas.join(u' '), QStringLiteral("schema rows ledger bills commands"));
        QCOMPARE(last.at(QStringLiteral("bills")).done, std::int64_t(result->bills));
        for (const char* area : {"rows", "bills"}) {
            const WorkStep& step = last.at(QString::fromLatin1(area));
            QVERIFY(step.done > 0);
            QCOMPARE(step.total.value_or(-1), step.done);
        }
    }

    void aSessionThatOnlyReadsIsEnough() {
        town().readAndIssueAll("121.90");
        town().signOut();
        auto reader = services::signInToRead(town().workplaceFor(Person::Administrator),
                                             town().numberOf(Person::Administrator), tests::SmallTown::password());
        VERIFY_OK(reader);
        const auto result = services::verifyBooks(*reader);
        VERIFY_OK(result);
        QVERIFY(result->violations.empty());
        QCOMPARE(result->bills, 30);
    }

    void whoeverListensMayStopIt() {
        const auto stopped = services::verifyBooks(as(Person::Administrator), [](const WorkStep& step) -> Result<void> {
            return step.area == QLatin1String("rows") ? Result<void>(storage::StorageError::Busy) : Result<void>();
        });
        QVERIFY(stopped.failedWith(storage::StorageError::Busy));
        QCOMPARE(violations(), 0); // and nothing is left open by it
    }
};
METERHALL_TEST_CASE(VerifyTest)

#include "verify_test.moc"
