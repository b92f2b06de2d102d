#include "core/storage/roles.h"
#include "core/storage/verify_audit.h"
#include "tests/storage_support/engine_fixture.h"
#include "tests/storage_support/postgres_cluster.h"
#include "tests/support/test_case.h"

using namespace meterhall;
using namespace meterhall::storage;

/// What somebody with a cashier's login and psql can and cannot do. PostgreSQL only: a file has no logins.
class RolesTest : public tests::EngineTest {
    Q_OBJECT

protected:
    void prepare() override {
        if (isSqlite())
            QSKIP("PostgreSQL only");
        QVERIFY(Seat::registerNew(database(), 2, u"counter 2"_qs, now()).ok());
        m_attacker = testDatabase().open(u"cashier"_qs);
        const auto claimed =
            m_attacker->one("SELECT epoch FROM claim_seat(2, 1)", {}, [](const Row& row) { return row.get<int>(0); });
        QVERIFY(claimed.ok());
        m_epoch = *claimed;
    }
    void tidy() override { m_attacker.reset(); }

private:
    std::string unit(std::int64_t sequence, SeatNumber seat = 2) const {
        return std::to_string(UnitId{seat, m_epoch, sequence}.raw());
    }
    static std::string journal(const std::string& unit, int day = 20261120, int id = 1) {
        return "SELECT insert_voucher('[{\"journal_id\":" + std::to_string(id) +
               ",\"booked_on\":" + std::to_string(day) + ",\"unit_id\":" + unit + "}]');";
    }
    static std::string line(const std::string& unit, int amount, int line, int id = 1) {
        return "{\"journal_id\":" + std::to_string(id) + ",\"line\":" + std::to_string(line) + ",\"unit_id\":" + unit +
               ",\"entity\":1,\"amount\":" + std::to_string(amount) + "}";
    }
    static std::string lines(const std::string& unit, int first, int second) {
        return "SELECT insert_voucher_line('[" + line(unit, first, 1) + "," + line(unit, second, 2) + "]');";
    }
    static std::string audit(const std::string& unit) {
        return "SELECT append_audit(" + unit + ", 'x', 1, 20261120, '', 0, sha256(''), 0);";
    }
    Result<void> attack(const std::string& sql) {
        auto result = m_attacker->driver().script("BEGIN;" + sql + "COMMIT;");
        if (!result.ok())
            (void)m_attacker->driver().script("ROLLBACK").ok();
        return result;
    }

    std::unique_ptr<Database> m_attacker;
    int m_epoch = 0;

private Q_SLOTS:
    void anHonestWriteGoesThrough() {
        VERIFY_OK(attack(journal(unit(1)) + lines(unit(1), 5, -5) + audit(unit(1))));
        QCOMPARE(count("SELECT count(*) FROM audit_entry WHERE operator = 'cashier'"), 1);
    }

    void rowsOfAForgedDigestAreFound() {
        VERIFY_OK(attack(journal(unit(1)) + lines(unit(1), 5, -5) + audit(unit(1))));
        const auto violations = verifyAudit(database());
        VERIFY_OK(violations);
        QCOMPARE(int(violations->size()), 1);
        QVERIFY(violations->front().fault == AuditFault::RowsDiffer);
    }

    void forgedWritesAreRefused_data() {
        QTest::addColumn<int>("error");
        const auto row = [](const char* name, StorageError error) { QTest::newRow(name) << static_cast<int>(error); };
        row("straight into the table", StorageError::Denied);
        row("another duty's table", StorageError::Denied);
        row("no audit entry", StorageError::ForeignKey);
        row("unbalanced", StorageError::Unbalanced);
        row("closed day", StorageError::Refused);
        row("another seat", StorageError::WrongSeat);
        row("a unit that is past", StorageError::WrongSeat);
        row("a unit of the future", StorageError::WrongSeat);
        row("two units at once", StorageError::WrongSeat);
        row("an entry of another seat", StorageError::WrongSeat);
        row("an entry without a function", StorageError::Denied);
        row("the head", StorageError::Denied);
        row("the session", StorageError::Denied);
        row("the touched units", StorageError::Denied);
        row("the owner's role", StorageError::Denied);
        row("triggers off", StorageError::Denied);
        row("replica mode", StorageError::Denied);
        row("a new operator", StorageError::Denied);
        row("a new seat", StorageError::Denied);
        row("a table of one's own", StorageError::Denied);
        row("a guard function", StorageError::Denied);
        row("a seat that is held", StorageError::Busy);
        row("a seat that is not there", StorageError::WrongSeat);
        row("the catalogue", StorageError::Denied);
    }
    void forgedWritesAreRefused() {
        QFETCH(int, error);
        VERIFY_OK(attack(journal(unit(1), 20261120, 9) + audit(unit(1)))); // so that there is a past
        const std::map<std::string_view, std::string> attacks{
            {"straight into the table", "INSERT INTO voucher VALUES (1, " + unit(2) + ", 20261120);"},
            {"another duty's table", "INSERT INTO sample (id, unit_id) VALUES (1, " + unit(2) + ");"},
            {"no audit entry", journal(unit(2))},
            {"unbalanced", journal(unit(2)) + lines(unit(2), 5, -4) + audit(unit(2))},
            {"closed day", journal(unit(2), 20261119) + audit(unit(2))},
            {"another seat", journal(unit(2, 1)) + audit(unit(2))},
            {"a unit that is past", journal(unit(1))},
            {"a unit of the future", journal(unit(3)) + audit(unit(3))},
            {"two units at once", "SELECT insert_voucher('[{\"journal_id\":1,\"booked_on\":1,\"unit_id\":" + unit(2) +
                                      "},{\"journal_id\":2,\"booked_on\":1,\"unit_id\":" + unit(3) + "}]');" +
                                      audit(unit(2))},
            {"an entry of another seat", audit(unit(1, 1))},
            {"an entry without a function", "INSERT INTO audit_entry SELECT * FROM audit_entry;"},
            {"the head", "UPDATE audit_head SET sequence = 0;"},
            {"the session", "UPDATE meterhall_guard.seat_session SET seat = 1;"},
            {"the touched units", "DELETE FROM meterhall_guard.unit_touch;"},
            {"the owner's role", "SET ROLE meterhall_owner;"},
            {"triggers off", "ALTER TABLE voucher DISABLE TRIGGER ALL;"},
            {"replica mode", "SET session_replication_role = replica;"},
            {"a new operator", "SELECT create_operator('friend', 'SCRAM-SHA-256$4096:x', 'finance');"},
            {"a new seat", "SELECT register_seat(3, 'x', 1);"},
            {"a table of one's own", "CREATE TABLE meterhall.mine (a BIGINT);"},
            {"a guard function", "SELECT guard_table('counter', 'counter', 'copy', 'cashier');"},
            {"a seat that is held", "SELECT claim_seat(1, 1);"},
            {"a seat that is not there", "SELECT claim_seat(77, 1);"},
            {"the catalogue", "DELETE FROM guarded_table;"},
        };
        const auto result = attack(attacks.at(QTest::currentDataTag()));
        QVERIFY2(!result.ok(), "went through");
        QVERIFY2(result.failedWith(static_cast<StorageError>(error)), qPrintable(result.error().toString()));
        QCOMPARE(count("SELECT count(*) FROM voucher"), 1);
    }

    void aDutyMayWriteWhatIsItsOwn() {
        m_attacker = testDatabase().open(u"review_clerk"_qs);
        auto claimed = Seat::claim(*m_attacker, 2, u"review_clerk"_qs, now());
        QTRY_VERIFY((claimed = Seat::claim(*m_attacker, 2, u"review_clerk"_qs, now())).ok());
        auto work = UnitOfWork::begin(*m_attacker, {*claimed, u"review_clerk"_qs, u"issue"_qs, now(), {}});
        VERIFY_OK(work);
        VERIFY_OK(writeSample(*work, 1, u"x"_qs));
        VERIFY_OK(work->commit());
        auto other = UnitOfWork::begin(*m_attacker, {*claimed, u"review_clerk"_qs, u"issue"_qs, now(), {}});
        QVERIFY(writeJournal(*other, 1, {}).failedWith(StorageError::Denied));
        QVERIFY(verifyAudit(database())->empty());
    }

    void anAdministratorMakesOperatorsWhoSignInWithTheirPassword() {
        const auto administrator = testDatabase().open(u"administrator"_qs);
        const std::array<std::string_view, 2> duties{"cashier", "reader"};
        // The cluster asks this one login for its password (postgres_cluster.cpp).
        VERIFY_OK(createOperator(*administrator, u"needs_password"_qs, "长 password", duties));
        const QString url = testDatabase().url(u"needs_password"_qs);
        QVERIFY(Database::open(url, {}).failedWith(StorageError::Denied));
        QVERIFY(Database::open(url, {.password = "wrong"}).failedWith(StorageError::Denied));
        const auto signedIn = Database::open(url, {.password = "长 password"});
        VERIFY_OK(signedIn);
        QCOMPARE((*signedIn)->login(), u"needs_password"_qs);
        QCOMPARE(*(*signedIn)->number("SELECT has_duty('cashier')::INTEGER + has_duty('finance')::INTEGER"), 1);
        const std::array<std::string_view, 1> owner{"owner"};
        QVERIFY(createOperator(*administrator, u"sly"_qs, "x", owner).failedWith(StorageError::Refused));
        QVERIFY(createOperator(*administrator, u"meterhall_sly"_qs, "x", duties).failedWith(StorageError::Refused));
        VERIFY_OK(superuser()->driver().script("DROP ROLE needs_password"));
    }

    void aLoginChangesItsOwnPasswordAndAnAdministratorTheRest() {
        const auto administrator = testDatabase().open(u"administrator"_qs);
        const std::array<std::string_view, 1> cashier{"cashier"};
        const std::array<std::string_view, 1> lead{"shift_lead"};
        VERIFY_OK(createOperator(*administrator, u"needs_password"_qs, "first", cashier));
        const QString url = testDatabase().url(u"needs_password"_qs);
        const auto enters = [&url](const char* password) { return Database::open(url, {.password = password}).ok(); };
        {
            const auto own = Database::open(url, {.password = "first"});
            VERIFY_OK(own);
            VERIFY_OK(changeOwnPassword(**own, "第二 second"));
            // Of others, and of his own duties, nobody but an administrator decides.
            QVERIFY(setOperatorDuties(**own, u"needs_password"_qs, lead).failedWith(StorageError::Denied));
            QVERIFY(setOperatorPassword(**own, u"finance"_qs, "x").failedWith(StorageError::Denied));
        }
        QVERIFY(!enters("first") && enters("第二 second"));
        VERIFY_OK(setOperatorPassword(*administrator, u"needs_password"_qs, "third"));
        QVERIFY(!enters("第二 second") && enters("third"));
        VERIFY_OK(setOperatorDuties(*administrator, u"needs_password"_qs, lead));
        QCOMPARE(*(*Database::open(url, {.password = "third"}))
                      ->number("SELECT has_duty('cashier')::INTEGER + 2 * has_duty('shift_lead')::INTEGER"),
                 2);
        VERIFY_OK(setOperatorDuties(*administrator, u"needs_password"_qs, {}));
        QVERIFY(!enters("third"));
        // Logins that this database did not make are none of its business.
        QVERIFY(setOperatorDuties(*administrator, u"finance"_qs, lead).failedWith(StorageError::Refused));
        VERIFY_OK(superuser()->driver().script("DROP ROLE needs_password"));
    }
};
METERHALL_TEST_CASE(RolesTest)

#include "roles_test.moc"
