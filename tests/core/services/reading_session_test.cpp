#include "core/services/administration.h"
#include "core/services/billing_run.h"
#include "core/services/counter.h"
#include "core/services/credentials.h"
#include "core/services/customers.h"
#include "core/services/reading_work.h"
#include "core/services/stations.h"
#include "core/services/supply.h"
#include "tests/small_town/small_town_test.h"
#include "tests/storage_support/database_fixture.h"
#include "tests/support/test_case.h"

#include <QTest>

#include <thread>

using namespace meterhall;
using meterhall::tests::SmallTown;
using services::Session;
using services::WorkplaceError;

/// The same person at the same seat, reading through connections of their own beside the one that writes.
class ReadingSessionTest : public tests::SmallTownTest {
    Q_OBJECT

    Result<Session> reader(Person person) {
        return services::signInToRead(town().workplaceFor(person), town().numberOf(person), SmallTown::password());
    }
    /// What a session of this person answers that only reads, in few words.
    template <class Ask>
    QString answerTo(Person person, Ask ask) {
        auto session = reader(person);
        if (!session.ok())
            return session.error().toString();
        const auto answer = ask(*session);
        return answer.ok() ? QStringLiteral("done") : answer.error().code().toString();
    }
    std::int64_t auditEntries() { return *town().openDirectly()->number("SELECT count(*) FROM audit_entry"); }
    static Money yuan(std::int64_t amount) { return Money::ofMinor(amount * 100, Currency::cny()); }

private Q_SLOTS:
    void itReadsWhileTheSeatGoesOnWriting() {
        town().readAndIssueAll("121.90");
        const std::vector<AccountId> accounts{town().account(1, Commodity::Gas)};
        VERIFY_OK(services::openShift(as(Person::Cashier), {yuan(500), 1001, 1010}));
        auto beside = reader(Person::Cashier);
        VERIFY_OK(beside);
        QVERIFY(beside->readOnly());
        QVERIFY(!as(Person::Cashier).readOnly());
        QCOMPARE(beside->seat(), as(Person::Cashier).seat());
        QCOMPARE(beside->who().id, as(Person::Cashier).who().id);
        // 21 m3: 10 x 2.70 + 11 x 2.942 = 59.36.
        QCOMPARE(services::duesOf(*beside, accounts)->open.toString(), QStringLiteral("59.36"));
        const Money paid = Money::ofMinor(5'936, Currency::cny());
        VERIFY_OK(services::takePayment(as(Person::Cashier), {as(Person::Cashier).newKey(), accounts, paid, paid}));
        QCOMPARE(services::duesOf(*beside, accounts)->open.toString(), QStringLiteral("0.00"));
        QCOMPARE(violations(), 0);
    }

    void severalReadAtOnceEachOnItsOwnThread() {
        as(Person::Cashier);
        std::array<int, 3> found{};
        std::vector<std::thread> threads;
        for (int& count : found)
            threads.emplace_back([this, &count] {
                auto session = reader(Person::Cashier);
                const auto rows = session.ok() ? services::findAccounts(*session, QStringLiteral("wxy"), 50)
                                               : Result<std::vector<services::FoundAccount>>(session.error());
                count = rows.ok() ? int(rows->size()) : -1;
            });
        for (std::thread& thread : threads)
            thread.join();
        // Twenty homes; home 2 belongs to somebody else, and every other one has water too.
        QCOMPARE(found, (std::array<int, 3>{28, 28, 28}));
        VERIFY_OK(services::openShift(as(Person::Cashier), {yuan(500), 1001, 1010}));
    }

    void whatWritesIsRefusedByName() {
        const QString refused = Error(WorkplaceError::ReadOnlySession).code().toString();
        const AccountId account = town().account(1, Commodity::Gas);
        const std::int64_t key = as(Person::Cashier).newKey();
        const std::int64_t entries = auditEntries();
        QCOMPARE(answerTo(Person::Cashier,
                          [&](Session& s) {
                              return services::openShift(s, {yuan(500), 1001, 1010});
                          }),
                 refused);
        QCOMPARE(answerTo(Person::Cashier,
                          [&](Session& s) {
                              return services::takePayment(s, {key, {account}, yuan(1), yuan(1)});
                          }),
                 refused);
        QCOMPARE(answerTo(Person::Lead,
                          [&](Session& s) {
                              return services::changeSupplyFlag(
                                  s, {.account = account, .flag = SupplyFlag::Disputed, .document = "letter"});
                          }),
                 refused);
        QCOMPARE(answerTo(Person::Supervisor, [](Session& s) { return services::startReadingRun(s, {}); }), refused);
        QCOMPARE(answerTo(Person::Administrator, [](Session& s) { return services::addSeat(s, 90, {}); }), refused);
        QCOMPARE(answerTo(Person::Engineer,
                          [](Session& s) {
                              return services::holdTerminal(s, QStringLiteral("0571-00001"), QStringLiteral("me"),
                                                            Duration::minutes(1));
                          }),
                 refused);
        QCOMPARE(auditEntries(), entries);
    }

    void whoeverMayNotIsToldSoAndLeavesNoEntry() {
        const BookId book = town().book("01");
        const auto draft = [&](Session& session) {
            return services::draftBills(session, book, AccountingMonth::containing(town().today()));
        };
        as(Person::Cashier);
        const std::int64_t entries = auditEntries();
        QCOMPARE(answerTo(Person::Cashier, draft), Error(SecurityError::NotAllowed).code().toString());
        QCOMPARE(auditEntries(), entries);
        QVERIFY(draft(as(Person::Cashier)).failedWith(SecurityError::NotAllowed));
        QCOMPARE(auditEntries(), entries + 1);
    }

    void wrongPasswordsAreCountedHereToo() {
        if (!town().onSqlite())
            QSKIP("the server's own sign-in counts");
        const auto workplace = town().workplaceFor(Person::Cashier);
        const QString number = town().numberOf(Person::Cashier);
        for (int attempt = 0; attempt < 5; ++attempt)
            QVERIFY(services::signInToRead(workplace, number, "wrong").failedWith(SecurityError::WrongPassword));
        QVERIFY(services::signInToRead(workplace, number, SmallTown::password()).failedWith(SecurityError::LockedOut));
        QVERIFY(services::signIn(workplace, number, SmallTown::password()).failedWith(SecurityError::LockedOut));
    }

    // A connection that only reads and was let in by what is known already leaves what was counted before.
    void onePasswordIsWorkedOutOnceForAllItsConnections() {
        if (!town().onSqlite())
            QSKIP("the server has the passwords");
        const auto workplace = town().workplaceFor(Person::Cashier);
        const services::Credentials right(town().numberOf(Person::Cashier), SmallTown::password());
        // Nobody else has ever failed.
        const auto failures = [this] { return *town().openDirectly()->number("SELECT sum(failures) FROM operator"); };
        const auto fail = [&] { return services::signInToRead(workplace, right.number(), "wrong"); };
        VERIFY_OK(services::signIn(workplace, right));
        QVERIFY(fail().failedWith(SecurityError::WrongPassword));
        VERIFY_OK(services::signInToRead(workplace, right));
        QCOMPARE(failures(), 1);
        VERIFY_OK(services::signInToRead(workplace, services::Credentials(right.number(), right.password())));
        QCOMPARE(failures(), 0);
        for (int attempt = 0; attempt < 5; ++attempt)
            QVERIFY(fail().failedWith(SecurityError::WrongPassword));
        QVERIFY(services::signInToRead(workplace, right).failedWith(SecurityError::LockedOut));
    }

    void aChangedPasswordIsAskedForByConnectionsThatKnewTheOldOne() {
        if (!town().onSqlite())
            QSKIP("the server has the passwords");
        const auto workplace = town().workplaceFor(Person::Cashier);
        const services::Credentials old(town().numberOf(Person::Cashier), SmallTown::password());
        {
            auto session = services::signIn(workplace, old);
            VERIFY_OK(session);
            VERIFY_OK(services::signInToRead(workplace, old));
            VERIFY_OK(services::changeOwnPassword(*session, old.password(), "Another-Password-7"));
        }
        QVERIFY(!services::signInToRead(workplace, old).ok());
        VERIFY_OK(services::signInToRead(workplace, services::Credentials(old.number(), "Another-Password-7")));
    }
};
METERHALL_TEST_CASE(ReadingSessionTest)

#include "reading_session_test.moc"
