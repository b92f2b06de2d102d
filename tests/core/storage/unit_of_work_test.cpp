#include "core/storage/bulk_insert.h"
#include "core/storage/verify_audit.h"
#include "tests/storage_support/engine_fixture.h"
#include "tests/support/test_case.h"

using namespace meterhall;
using namespace meterhall::storage;

class UnitOfWorkTest : public tests::EngineTest {
    Q_OBJECT

private Q_SLOTS:
    void nothingStaysWithoutCommit() {
        {
            UnitOfWork work = begin();
            VERIFY_OK(writeSample(work, 1, QStringLiteral("a")));
            VERIFY_OK(work.execute("INSERT INTO counter (name, value) VALUES ('x', 1)", {}));
        }
        QCOMPARE(count("SELECT count(*) FROM sample"), 0);
        QCOMPARE(count("SELECT count(*) FROM counter"), 0);
        QCOMPARE(count("SELECT count(*) FROM audit_entry"), 0);
    }

    void aCommittedUnitLeavesItsRowsAndOneEntry() {
        for (int i = 1; i <= 2; ++i) {
            UnitOfWork work = begin();
            VERIFY_OK(writeSample(work, i, QStringLiteral("水费 \"quoted\" \\ \n tab\t")));
            VERIFY_OK(writeJournal(work, i, {{1, 500}, {1, -500}}));
            VERIFY_OK(work.commit());
        }
        QCOMPARE(count("SELECT count(*) FROM sample"), 2);
        QCOMPARE(count("SELECT count(*) FROM voucher_line"), 4);
        QCOMPARE(count("SELECT count(*) FROM audit_entry"), 2);
        QCOMPARE(count("SELECT sum(row_count) FROM audit_entry"), 8);
        QCOMPARE(count("SELECT count(*) FROM audit_entry a JOIN audit_entry b ON a.previous_hash = b.hash"), 1);
        const auto note =
            database().one("SELECT note FROM sample WHERE id = ?", {1}, [](const Row& row) { return row.text(0); });
        VERIFY_OK(note);
        QCOMPARE(*note, QStringLiteral("水费 \"quoted\" \\ \n tab\t"));
        const auto violations = verifyAudit(database());
        VERIFY_OK(violations);
        QVERIFY2(violations->empty(), violations->empty() ? "" : qPrintable(violations->front().toString()));
    }

    void theFirstEntryOfAnEpochNamesTheLastOfTheOneBefore() {
        {
            UnitOfWork work = begin();
            VERIFY_OK(work.commit());
        }
        auto again = Seat::claim(database(), 1, QStringLiteral("all_duties"), now());
        VERIFY_OK(again);
        QCOMPARE(again->epoch(), seat().epoch() + 1);
        auto work =
            UnitOfWork::begin(database(), {*again, QStringLiteral("all_duties"), QStringLiteral("x"), now(), {}});
        VERIFY_OK(work);
        VERIFY_OK(work->commit());
        QCOMPARE(
            count("SELECT count(*) FROM audit_entry a JOIN audit_entry b ON a.previous_hash = b.hash AND a.epoch = "
                  "b.epoch + 1 AND a.sequence = 1"),
            1);
        QVERIFY(verifyAudit(database())->empty());
    }

    void whoLostTheSeatCannotWriteAnyMore() {
        VERIFY_OK(Seat::claim(database(), 1, QStringLiteral("all_duties"), now()));
        UnitOfWork work = begin();
        QVERIFY(work.commit().failedWith(StorageError::WrongSeat));
        QCOMPARE(count("SELECT count(*) FROM audit_entry"), 0);
    }

    void anotherConnectionCannotTakeASeatThatIsHeld() {
        if (isSqlite())
            QSKIP("on SQLite whoever claims last holds the seat");
        const auto other = testDatabase().open();
        QVERIFY(Seat::claim(*other, 1, QStringLiteral("all_duties"), now()).failedWith(StorageError::Busy));
    }

    void aFailedUnitCanOnlyBeRolledBack() {
        UnitOfWork work = begin();
        VERIFY_OK(writeSample(work, 1, QStringLiteral("a")));
        QVERIFY(writeSample(work, 1, QStringLiteral("b")).failedWith(StorageError::Unique));
        QVERIFY(writeSample(work, 2, QStringLiteral("c")).failedWith(StorageError::UnitFailed));
        QVERIFY(work.commit().failedWith(StorageError::UnitFailed));
        QCOMPARE(count("SELECT count(*) FROM sample"), 0);
    }

    void idsGoOnAfterTheSeatIsClaimedAgain() {
        struct ThingTag;
        UnitOfWork work = begin();
        const auto first = work.nextId<ThingTag>();
        VERIFY_OK(work.commit());
        auto again = Seat::claim(database(), 1, QStringLiteral("all_duties"), now());
        VERIFY_OK(again);
        QVERIFY(again->ids().next<ThingTag>() > first);
    }

    void unbalancedGroupsAreRefused_data() {
        QTest::addColumn<QList<int>>("lines");
        QTest::newRow("sum differs") << QList<int>{1, 500, 1, -499};
        QTest::newRow("one line") << QList<int>{1, 500};
        QTest::newRow("balanced only across entities") << QList<int>{1, 500, 2, -500};
    }
    void unbalancedGroupsAreRefused() {
        QFETCH(QList<int>, lines);
        std::vector<std::pair<int, std::int64_t>> pairs;
        for (int i = 0; i < lines.size(); i += 2)
            pairs.emplace_back(lines[i], lines[i + 1]);
        UnitOfWork work = begin();
        const auto written = writeJournal(work, 1, pairs);
        const auto committed = work.commit();
        QVERIFY(written.failedWith(StorageError::Unbalanced) || committed.failedWith(StorageError::Unbalanced));
        QCOMPARE(count("SELECT count(*) FROM voucher"), 0);
    }

    void aGroupOfAnEarlierUnitIsClosed() {
        {
            UnitOfWork work = begin();
            VERIFY_OK(writeJournal(work, 1, {{1, 500}, {1, -500}}));
            VERIFY_OK(work.commit());
        }
        UnitOfWork work = begin();
        const std::vector<Values> rows{{1, 3, 1, 50}, {1, 4, 1, -50}};
        QVERIFY(work.insertGuardedRows("voucher_line", {"journal_id", "line", "entity", "amount"}, rows)
                    .failedWith(StorageError::Unbalanced));
    }

    void businessRulesOfTheDatabaseAreNamed() {
        UnitOfWork work = begin();
        const auto refused = work.insertGuarded("voucher", {{"journal_id", 1}, {"booked_on", 20261119}});
        QVERIFY(refused.failedWith(StorageError::Refused));
        QCOMPARE(refused.error().arguments(), QStringList{QStringLiteral("closed_day")});
    }

    void columnsThatAreNotThereAreRefusedBeforeTheDatabase() {
        UnitOfWork work = begin();
        QVERIFY(work.insertGuarded("sample", {{"id", 1}, {"colour", 2}}).failedWith(StorageError::UnknownColumn));
        UnitOfWork* const failed = &work;
        QVERIFY(failed->commit().failedWith(StorageError::UnitFailed));
        UnitOfWork next = begin();
        QVERIFY(next.insertGuarded("sample", {{"id", 1}, {"unit_id", 2}}).failedWith(StorageError::UnknownColumn));
    }

    void engineTablesAndUnknownTablesAreNotForStores() {
        UnitOfWork work = begin();
        QVERIFY(work.insertGuarded("audit_entry", {{"seat", 1}}).failedWith(StorageError::UnknownTable));
        UnitOfWork next = [&] {
            (void)work.commit().ok();
            return begin();
        }();
        QVERIFY(next.insertGuarded("counter", {{"value", 1}}).failedWith(StorageError::UnknownTable));
    }

    void bulkRowsAreDigestedLikeAnyOther() {
        UnitOfWork work = begin();
        auto bulk = BulkInsert::into(work, "sample", {"data", "id", "note", "big"});
        VERIFY_OK(bulk);
        for (int i = 1; i <= 5000; ++i) {
            bulk->bytes(emptyHash()).integer(i);
            i % 3 == 0 ? bulk->null() : bulk->text(QStringView(u"数据"));
            bulk->integer(std::int64_t(i) << 33);
            VERIFY_OK(bulk->endRow());
        }
        VERIFY_OK(bulk->finish());
        VERIFY_OK(work.commit());
        QCOMPARE(count("SELECT count(*) FROM sample WHERE note = ?", {QStringLiteral("数据")}), 5000 - 5000 / 3);
        const auto violations = verifyAudit(database());
        VERIFY_OK(violations);
        QVERIFY2(violations->empty(), violations->empty() ? "" : qPrintable(violations->front().toString()));
    }

    void aBulkRowOfAnotherShapeFails() {
        UnitOfWork work = begin();
        auto bulk = BulkInsert::into(work, "sample", {"id", "small"});
        VERIFY_OK(bulk);
        bulk->integer(1);
        QVERIFY(!bulk->endRow().ok());
        QVERIFY(work.commit().failedWith(StorageError::UnitFailed));
    }

    void chunksFindTheirSize() {
        ChunkPacer pacer;
        for (int i = 0; i < 50; ++i)
            pacer.took(pacer.rows(), Duration::microseconds(pacer.rows() * 10));
        QVERIFY(pacer.rows() > 2400 && pacer.rows() < 2600);
        pacer.took(pacer.rows(), Duration::seconds(9));
        QVERIFY(pacer.rows() < 1300);
        ChunkPacer slow(Duration::milliseconds(25), 5);
        QCOMPARE(slow.rows(), 5);
        slow.took(5, Duration::seconds(1));
        QCOMPARE(slow.rows(), 20);
    }
};
METERHALL_TEST_CASE(UnitOfWorkTest)

#include "unit_of_work_test.moc"
