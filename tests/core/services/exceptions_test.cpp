#include "core/services/billing_run.h"
#include "core/services/ingest.h"
#include "core/services/inside/session_inside.h"
#include "core/services/reading_work.h"
#include "core/storage/reading_store.h"
#include "tests/small_town/small_town_test.h"
#include "tests/storage_support/database_fixture.h"
#include "tests/support/test_case.h"

#include <QTest>

using namespace meterhall;

/// The list a reading supervisor works through holds what still needs a decision, on both engines.
class ExceptionsTest : public tests::SmallTownTest {
    Q_OBJECT

    void report(const char* dial) {
        VERIFY_OK(services::ingest(as(Person::Reader), std::vector{town().report(1, Commodity::Gas, dial)}));
    }
    std::vector<services::ExceptionItem> open() {
        auto items = services::readingExceptions(as(Person::Supervisor), {});
        return items.ok() ? std::move(*items) : std::vector<services::ExceptionItem>();
    }
    /// The supervisor looked at the dial himself.
    void correct(ReadingId doubted, const char* dial) {
        services::Session& session = as(Person::Supervisor);
        auto work = services::beginUnit(session, Service::StoreReadings);
        VERIFY_OK(work);
        const auto known = storage::ReadingStore(work->database()).reading(doubted);
        VERIFY_OK(known);
        Reading correction = (*known)->reading;
        correction.id = services::nextId<ReadingTag>(session);
        correction.value = *Decimal::parse(QString::fromLatin1(dial));
        correction.doubts = {};
        correction.frame = {};
        correction.receivedOn = town().today();
        correction.receivedAt = session.now();
        correction.supersedes = doubted;
        VERIFY_OK(storage::ReadingStore::insertNew(*work, std::vector{correction}));
        VERIFY_OK(work->commit());
    }
    void issueFirstBook() {
        const auto run = town().draft(town().book("01"));
        VERIFY_OK(services::checkBills(as(Person::Checker), run.run));
        const auto issued = services::issueBills(as(Person::Drafter), run.run);
        VERIFY_OK(issued);
        QCOMPARE(issued->issued, 1);
    }

private Q_SLOTS:
    void aCorrectionClosesTheExceptionItSupersedes() {
        report("99.00");
        QCOMPARE(int(open().size()), 1);
        correct(open().front().reading, "109.00");
        QVERIFY(open().empty());
    }

    void aCorrectionOnALaterDayClosesItToo() {
        report("99.00");
        const ReadingId doubted = open().front().reading;
        town().moveTo(town().today().addDays(1));
        correct(doubted, "109.00");
        QVERIFY(open().empty());
    }

    void aNewerReadingAloneClosesNothing() {
        report("99.00");
        town().moveTo(town().today().addDays(1));
        report("109.00");
        QCOMPARE(int(open().size()), 1);
    }

    void aBillFromANewerReadingClosesIt() {
        report("99.00");
        town().moveTo(town().today().addDays(1));
        report("109.00");
        issueFirstBook();
        QVERIFY(open().empty());
        // What comes after the bill waits again.
        town().moveTo(town().today().addDays(1));
        report("98.00");
        QCOMPARE(int(open().size()), 1);
        QCOMPARE(open().front().value.toString(), QStringLiteral("98.00"));
    }

    void aDecisionIsTakenBackAndMadeAgainUntilABillWasMade() {
        report("99.00");
        const ReadingId doubted = open().front().reading;
        services::Session& supervisor = as(Person::Supervisor);
        QVERIFY(services::takeDecisionBack(supervisor, doubted).failedWith(ReadingError::NotReviewed));
        VERIFY_OK(services::decideReading(supervisor, doubted, Decision::Rejected, QStringLiteral("look again")));
        QCOMPARE(town().draft(town().book("01")).held.at(QStringLiteral("rejected-reading")), 1);
        VERIFY_OK(services::takeDecisionBack(supervisor, doubted, QStringLiteral("wrong row")));
        QCOMPARE(int(open().size()), 1);
        QCOMPARE(town().draft(town().book("01")).held.at(QStringLiteral("doubtful-reading")), 1);
        QVERIFY(services::takeDecisionBack(supervisor, doubted).failedWith(ReadingError::NotReviewed));

        VERIFY_OK(services::decideReading(supervisor, doubted, Decision::Accepted, {}));
        QVERIFY(open().empty());
        QVERIFY(services::decideReading(supervisor, doubted, Decision::Accepted, {})
                    .failedWith(ReadingError::AlreadyReviewed));
        issueFirstBook();
        QVERIFY(services::takeDecisionBack(supervisor, doubted).failedWith(ReadingError::BilledAlready));
        QVERIFY(services::takeDecisionBack(supervisor, ReadingId::fromRaw(7)).failedWith(ReadingError::UnknownReading));
        QVERIFY(services::takeDecisionBack(as(Person::Reader), doubted).failedWith(SecurityError::NotAllowed));
        QCOMPARE(violations(), 0);
    }

    void aDecisionClosesIt() {
        report("99.00");
        VERIFY_OK(services::decideReading(as(Person::Supervisor), open().front().reading, Decision::Accepted, {}));
        QVERIFY(open().empty());
    }
};
METERHALL_TEST_CASE(ExceptionsTest)

#include "exceptions_test.moc"
