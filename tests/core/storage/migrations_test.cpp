#include "core/storage/backup_proof.h"
#include "core/storage/migrations.h"
#include "core/storage/schema.h"
#include "tests/storage_support/engine_fixture.h"
#include "tests/support/test_case.h"

#include <QFile>
#include <QFileInfo>

using namespace meterhall;
using namespace meterhall::storage;

/// Both engines at once: what one migration makes of each.
class SchemaTest : public QObject {
    Q_OBJECT

private:
    static QStringList describe(DatabaseKind kind, const std::vector<Migration>& extra) {
        const tests::TestDatabase database(kind, extra.empty() ? QStringLiteral("plain") : extra.back().name, extra);
        const auto schema = describeSchema(*database.open());
        return schema.ok() ? *schema : QStringList(schema.error().toString());
    }

    static QStringList differences(const std::vector<Migration>& extra) {
        return schemaDifferences(describe(DatabaseKind::Sqlite, extra), describe(DatabaseKind::PostgreSql, extra));
    }

private Q_SLOTS:
    void bothEnginesHaveTheSameSchema() {
        const QStringList schema = describe(DatabaseKind::Sqlite, {});
        QVERIFY(schema.contains(QStringLiteral("guard audit_entry")));
        QVERIFY(schema.contains(QStringLiteral("unique audit_entry (seat, epoch, sequence)")));
        QVERIFY(schema.contains(QStringLiteral("foreign key audit_head (seat) -> seat (seat)")));
        QVERIFY(schema.contains(QStringLiteral("column audit_entry.digest bytes not null")));
        QVERIFY(schema.contains(QStringLiteral("column audit_entry.business_day integer")));
        QCOMPARE(differences({}).join(u'\n'), QString());
    }

    void aDifferenceIsSeen_data() {
        QTest::addColumn<QString>("sqlite");
        QTest::addColumn<QString>("postgres");
        QTest::addColumn<int>("lines");
        const QString table = QStringLiteral("CREATE TABLE t (a ${int64} NOT NULL, b ${text}) ${strict};");
        QTest::newRow("a_table") << table << QString() << 3;
        QTest::newRow("a_type") << table << QStringLiteral("CREATE TABLE t (a ${int64} NOT NULL, b ${bytes});") << 2;
        QTest::newRow("a_null") << table << QStringLiteral("CREATE TABLE t (a ${int64} NOT NULL, b ${text} NOT NULL);")
                                << 2;
        QTest::newRow("a_key") << table << table + QStringLiteral("CREATE UNIQUE INDEX i ON t (a);") << 1;
        QTest::newRow("an_index") << table << table + QStringLiteral("CREATE INDEX i ON t (a);") << 1;
        QTest::newRow("a_reference") << QStringLiteral(
                                            "CREATE TABLE t (a ${int32} NOT NULL REFERENCES seat (seat)) ${strict};")
                                     << QStringLiteral("CREATE TABLE t (a ${int32} NOT NULL);") << 1;
        QTest::newRow("a_guard") << table << table + QStringLiteral("\n-- @append_only t\n") << 1;
    }
    void aDifferenceIsSeen() {
        QFETCH(QString, sqlite);
        QFETCH(QString, postgres);
        QFETCH(int, lines);
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        const auto found = differences({{0, name, {}, sqlite.toStdString(), postgres.toStdString()}});
        QVERIFY2(found.size() == lines, qPrintable(found.join(u'\n')));
    }
};
METERHALL_TEST_CASE(SchemaTest)

class MigrationsTest : public tests::DatabaseTest {
    Q_OBJECT

private:
    /// What is built in, and `more` steps on top.
    static std::vector<Migration>
    known(int more, const std::string& sql = "CREATE TABLE extra_%1 (a ${int64} PRIMARY KEY) ${strict};") {
        auto migrations = *builtInMigrations();
        for (int i = 1; i <= more; ++i) {
            const int version = int(migrations.size()) + 1;
            const QString text = QString::fromStdString(sql).replace(QStringLiteral("%1"), QString::number(version));
            migrations.push_back({version, QStringLiteral("extra"), text.toStdString(), {}, {}});
        }
        return migrations;
    }

    /// A connection that may migrate, alone, and the options it needs.
    std::unique_ptr<Database> aloneAsOwner() {
        closeConnection();
        return testDatabase().open(QStringLiteral("postgres"));
    }
    MigrateOptions options() {
        const QString backup = testDatabase().folder() + QStringLiteral("/backup");
        QFile file(backup);
        if (file.open(QIODevice::WriteOnly))
            file.write("backup");
        file.close();
        return {now(), writeBackupProof(backup).ok() ? backup : QString()};
    }

private Q_SLOTS:
    void aMigratedDatabaseIsCurrent() {
        QVERIFY(requireCurrentSchema(database()).ok());
        QVERIFY(requireCurrentSchema(database(), known(1)).failedWith(StorageError::OlderDatabase));
        const auto owner = aloneAsOwner();
        QCOMPARE(*migrate(*owner, known(0), options()), 0);
    }

    void stepsAreTakenOnceAndInOrder() {
        const auto owner = aloneAsOwner();
        const auto taken = migrate(*owner, known(2), options());
        VERIFY_OK(taken);
        QCOMPARE(*taken, 2);
        QCOMPARE(*migrate(*owner, known(2), options()), 0);
        QCOMPARE(*schemaVersion(*owner), int(known(2).size()));
    }

    void aNewerDatabaseIsRefused() {
        const auto owner = aloneAsOwner();
        VERIFY_OK(migrate(*owner, known(1), options()));
        QVERIFY(migrate(*owner, known(0), options()).failedWith(StorageError::NewerDatabase));
        QVERIFY(requireCurrentSchema(*owner).failedWith(StorageError::NewerDatabase));
    }

    void aStepThatFailsLeavesNothing() {
        const auto owner = aloneAsOwner();
        auto migrations = known(2);
        migrations.back().common = "CREATE TABLE good (a ${int64} PRIMARY KEY) ${strict}; CREATE TABLE bad (";
        const int before = *schemaVersion(*owner);
        QVERIFY(!migrate(*owner, migrations, options()).ok());
        QVERIFY(!owner->driver().inTransaction());
        QCOMPARE(*schemaVersion(*owner), before);
        const auto schema = describeSchema(*owner);
        QVERIFY(schema->filter(QStringLiteral("good")).isEmpty());
    }

    void anAlteredStepIsRefused() {
        const auto owner = aloneAsOwner();
        VERIFY_OK(migrate(*owner, known(1), options()));
        auto altered = known(2);
        altered[altered.size() - 2].common += " ";
        QVERIFY(migrate(*owner, altered, options()).failedWith(StorageError::AlteredMigration));
    }

    void aMisspeltDirectiveIsRefused_data() {
        QTest::addColumn<QString>("sql");
        const QString table =
            QStringLiteral("CREATE TABLE t (a ${int64} PRIMARY KEY, unit_id ${int64} NOT NULL) ${strict};\n");
        QTest::newRow("word") << table + QStringLiteral("-- @gaurded t duties=cashier\n");
        QTest::newRow("duty") << table + QStringLiteral("-- @guarded t duties=king\n");
        QTest::newRow("option") << table + QStringLiteral("-- @guarded t duties=cashier through=copy\n");
        QTest::newRow("route") << table + QStringLiteral("-- @guarded t duties=cashier via=mail\n");
        QTest::newRow("macro") << QStringLiteral("CREATE TABLE t (a ${float} PRIMARY KEY) ${strict};");
        QTest::newRow("no unit") << QStringLiteral(
            "CREATE TABLE t (a ${int64} PRIMARY KEY) ${strict};\n-- @guarded t duties=cashier\n");
        QTest::newRow("default") << QStringLiteral(
            "CREATE TABLE t (a ${int64} PRIMARY KEY, unit_id ${int64} NOT NULL, b ${int32} "
            "DEFAULT 1) ${strict};\n-- @guarded t duties=cashier\n");
    }
    void aMisspeltDirectiveIsRefused() {
        QFETCH(QString, sql);
        const auto owner = aloneAsOwner();
        const auto refused = migrate(*owner, known(1, sql.toStdString()), options());
        QVERIFY2(refused.failedWith(StorageError::BadMigration),
                 refused.ok() ? "taken" : qPrintable(refused.error().toString()));
    }

    void sqliteIsCopiedFirst() {
        if (!isSqlite())
            QSKIP("SQLite only");
        const auto owner = aloneAsOwner();
        const int version = *schemaVersion(*owner);
        VERIFY_OK(migrate(*owner, known(1), options()));
        const QString copy = QStringLiteral("%1.before-%2").arg(owner->file()).arg(version + 1);
        const auto old = Database::open(QStringLiteral("sqlite:") + copy, {});
        VERIFY_OK(old);
        QCOMPARE(*schemaVersion(**old), version);
        QCOMPARE(QFileInfo(copy).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    void postgresqlIsMigratedByTheOwnerAloneWithAVerifiedBackup() {
        if (isSqlite())
            QSKIP("PostgreSQL only");
        const auto other = testDatabase().open(QStringLiteral("cashier"));
        QVERIFY(migrate(*other, known(1), options()).failedWith(StorageError::NotOwner));
        const auto owner = aloneAsOwner();
        QVERIFY(migrate(*owner, known(1), {now()}).failedWith(StorageError::NoVerifiedBackup));
        auto changed = options();
        QFile file(changed.verifiedBackup);
        QVERIFY(file.open(QIODevice::Append) && file.write("x") == 1);
        file.close();
        QVERIFY(migrate(*owner, known(1), changed).failedWith(StorageError::NoVerifiedBackup));
        QVERIFY(migrate(*owner, known(1), options()).failedWith(StorageError::OthersConnected));
    }
};
METERHALL_TEST_CASE(MigrationsTest)

#include "migrations_test.moc"
