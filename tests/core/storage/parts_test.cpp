#include "core/storage/bulk_insert.h"
#include "core/storage/checkpoint.h"
#include "core/storage/guards.h"
#include "core/storage/lease.h"
#include "core/storage/listener.h"
#include "core/storage/parts.h"
#include "core/storage/verify_audit.h"
#include "tests/storage_support/engine_fixture.h"
#include "tests/support/test_case.h"

using namespace meterhall;
using namespace meterhall::storage;

class PartsTest : public tests::EngineTest {
    Q_OBJECT

private:
    Result<void> writeTicks(const std::string& suffix, std::int64_t firstId, int rows) {
        UnitOfWork work = begin();
        MH_TRY(const std::string part, ensurePart(work, "tick_day", suffix));
        MH_TRY(BulkInsert ticks, BulkInsert::into(work, part, {"id", "meter", "value"}));
        for (int i = 0; i < rows; ++i) {
            ticks.integer(firstId + i).integer(i * 7919 % rows).integer(i);
            MH_CHECK(ticks.endRow());
        }
        MH_CHECK(ticks.finish());
        return work.commit();
    }

    QString firstViolation() {
        const auto violations = verifyAudit(database());
        if (!violations.ok())
            return violations.error().toString();
        return violations->empty() ? QString() : violations->front().toString();
    }

private Q_SLOTS:
    void partsAreGuardedLikeTheirPattern() {
        VERIFY_OK(writeTicks("20261120", 1, 10));
        VERIFY_OK(writeTicks("20261121", 100, 10));
        VERIFY_OK(writeTicks("20261121", 200, 10));
        QCOMPARE(*partsOf(database(), "tick_day"),
                 (std::vector<std::string>{"tick_day_20261120", "tick_day_20261121"}));
        QVERIFY(guardFaults(database())->empty());
        QCOMPARE(firstViolation(), QString());
        const auto attacker = superuser();
        QVERIFY(attacker->driver().script("DELETE FROM tick_day_20261120").failedWith(StorageError::Guarded));
        QVERIFY(attacker->driver().script("UPDATE tick_day_20261121 SET value = 1").failedWith(StorageError::Guarded));
    }

    void sealingMovesRowsAndChangesNoDigest() {
        VERIFY_OK(writeTicks("20261120", 1, 500));
        VERIFY_OK(writeTicks("20261121", 1001, 500));
        UnitOfWork work = begin();
        const auto sealed = sealParts(work, {"tick_day_20261120", "tick_day_20261121"}, "tick_month", "202611");
        VERIFY_OK(sealed);
        QCOMPARE(*sealed, 1000);
        VERIFY_OK(work.commit());
        QVERIFY(partsOf(database(), "tick_day")->empty());
        QCOMPARE(count("SELECT count(*) FROM tick_month_202611"), 1000);
        QVERIFY(guardFaults(database())->empty());
        QCOMPARE(firstViolation(), QString());
        VERIFY_OK(tamper("UPDATE tick_month_202611 SET value = value + 1 WHERE id = 7", "tick_month_202611"));
        QVERIFY(!firstViolation().isEmpty());
    }

    void aRolledBackPartIsForgotten() {
        {
            UnitOfWork work = begin();
            VERIFY_OK(ensurePart(work, "tick_day", "20261120"));
        }
        QVERIFY(partsOf(database(), "tick_day")->empty());
        VERIFY_OK(writeTicks("20261120", 1, 3));
    }

    void oddPartsAreRefused() {
        UnitOfWork work = begin();
        QVERIFY(!ensurePart(work, "tick_day", "x; DROP").ok());
        QVERIFY(!ensurePart(work, "counter", "20261120").ok());
        QVERIFY(!sealParts(work, {"voucher"}, "tick_month", "202611").ok());
    }

    void aPartNeedsTheDutyOfItsPattern() {
        if (isSqlite())
            QSKIP("PostgreSQL only");
        const auto cashier = testDatabase().open(QStringLiteral("cashier"));
        QVERIFY(cashier->exists("SELECT make_part('tick_day', '20261120')").failedWith(StorageError::Denied));
        QVERIFY(
            cashier->exists("SELECT guard_table('tick_day', 'x', 'copy', 'cashier')").failedWith(StorageError::Denied));
        const auto engineer = testDatabase().open(QStringLiteral("engineer"));
        VERIFY_OK(engineer->exists("SELECT make_part('tick_day', '20261120')"));
        QVERIFY(!engineer->exists("SELECT seal_parts('voucher', 'tick_month', '202611')").ok());
    }

    void dayCloseRecordsWhereEveryChainStands() {
        VERIFY_OK(Seat::registerNew(database(), 2, QStringLiteral("b"), now()));
        UnitOfWork work = begin(QStringLiteral("closeDay"));
        VERIFY_OK(recordHeads(work, *Date::of(2026, 11, 20)));
        VERIFY_OK(work.commit());
        QCOMPARE(count("SELECT count(*) FROM audit_checkpoint"), 2);
        QCOMPARE(firstViolation(), QString());
    }

    void aLeaseHasOneHolderUntilItEnds() {
        Leases leases(database());
        const QString line = QStringLiteral("concentrator 7");
        const auto take = [&](const QString& owner, Duration length) {
            return leases.take(line, owner, length, now()).valueOr(false);
        };
        QVERIFY(take(QStringLiteral("a"), Duration::hours(1)));
        QVERIFY(take(QStringLiteral("a"), Duration::hours(1)));
        QVERIFY(!take(QStringLiteral("b"), Duration::hours(1)));
        VERIFY_OK(leases.release(line, QStringLiteral("b")));
        QCOMPARE(*leases.holder(line, now()), std::optional(QStringLiteral("a")));
        QVERIFY(take(QStringLiteral("a"), Duration::microseconds(1)));
        QTRY_VERIFY(take(QStringLiteral("b"), Duration::hours(1)));
        VERIFY_OK(leases.release(line, QStringLiteral("b")));
        QVERIFY(!leases.holder(line, now())->has_value());
    }

    void listenersHearWhatWasCommitted() {
        if (isSqlite())
            QSKIP("PostgreSQL only");
        auto listener = Listener::open(testDatabase().url(), {}, {QStringLiteral("readings")});
        VERIFY_OK(listener);
        {
            UnitOfWork work = begin();
            VERIFY_OK(storage::notify(work, QStringLiteral("readings"), QStringLiteral("lost")));
        }
        UnitOfWork work = begin();
        VERIFY_OK(storage::notify(work, QStringLiteral("readings"), QStringLiteral("7")));
        VERIFY_OK(work.commit());
        std::vector<Notification> heard;
        const auto hear = [&] {
            const auto arrived = listener->take();
            if (arrived.ok())
                heard.insert(heard.end(), arrived->begin(), arrived->end());
            return !heard.empty();
        };
        QTRY_VERIFY(hear());
        QCOMPARE(int(heard.size()), 1);
        QCOMPARE(heard[0].payload, QStringLiteral("7"));
    }
};
METERHALL_TEST_CASE(PartsTest)

#include "parts_test.moc"
