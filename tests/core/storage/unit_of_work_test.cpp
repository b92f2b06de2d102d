#include "core/storage/unit_of_work.h"
#include "tests/storage_support/database_fixture.h"
#include "tests/support/test_case.h"

using namespace meterhall;
using namespace meterhall::storage;

class UnitOfWorkTest : public tests::DatabaseTest {
    Q_OBJECT

private:
    Result<void> writeCheckpoint(UnitOfWork& work, std::int64_t sequence) {
        return work.insertGuarded(
            "audit_checkpoint",
            {{"seat", 1}, {"epoch", 1}, {"sequence", sequence}, {"hash", emptyHash()}, {"business_day", 20261120}});
    }

    std::int64_t count(std::string_view sql) {
        const auto number = database().number(sql);
        return number.ok() ? *number : -1;
    }

private Q_SLOTS:
    void nothingStaysWithoutCommit() {
        {
            UnitOfWork work = begin();
            VERIFY_OK(writeCheckpoint(work, 1));
        }
        QCOMPARE(count("SELECT count(*) FROM audit_checkpoint"), 0);
        QCOMPARE(count("SELECT count(*) FROM audit_entry"), 0);
    }

    void aCommittedUnitLeavesItsRowsAndOneEntry() {
        for (int i = 1; i <= 2; ++i) {
            UnitOfWork work = begin();
            VERIFY_OK(writeCheckpoint(work, i));
            VERIFY_OK(work.commit());
        }
        QCOMPARE(count("SELECT count(*) FROM audit_checkpoint"), 2);
        QCOMPARE(count("SELECT count(*) FROM audit_entry"), 2);
        QCOMPARE(count("SELECT count(*) FROM audit_entry a JOIN audit_entry b ON a.previous_hash = b.hash"), 1);
    }
};
METERHALL_TEST_CASE(UnitOfWorkTest)

#include "unit_of_work_test.moc"
