#include "core/storage/reading_parts.h"
#include "tests/app/cli/cli_process.h"
#include "tests/small_town/tampering.h"
#include "tests/storage_support/postgres_cluster.h"
#include "tests/support/test_case.h"

#include <QTemporaryDir>
#include <QTest>

using meterhall::storage::Database;
using meterhall::tests::CliRun;
using meterhall::tests::PostgresCluster;
using meterhall::tests::runCli;

class SeedCommandTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCustomerGetsAnAccountAMeterAndMonthsOfReadingsAndBills_data() {
        QTest::addColumn<bool>("sqlite");
        QTest::newRow("sqlite") << true;
        QTest::newRow("postgresql") << false;
    }
    void everyCustomerGetsAnAccountAMeterAndMonthsOfReadingsAndBills() {
        QFETCH(bool, sqlite);
        QTemporaryDir folder;
        const QString url = emptyPlace(sqlite, folder);
        const auto run =
            runCli({"seed", "--db", url, "--customers", "4100", "--months", "1", "--folder", folder.path()});
        QVERIFY2(run.exitCode == 0, run.messages.constData());
        QCOMPARE(run.json()["books"].toInt(), 2);
        QCOMPARE(run.json()["readings"].toInt(), 4100);
        QCOMPARE(run.json()["bills"].toInt(), 4100);

        const auto database = openSeeded(sqlite, url);
        QVERIFY(database.ok());
        const std::string schema = sqlite ? "" : "meterhall.";
        for (const char* table :
             {"customer", "premise", "service_point", "account", "meter", "installation", "account_opening"})
            QCOMPARE(*(*database)->number("SELECT count(*) FROM " + schema + table), 4100);
        QCOMPARE(*(*database)->number("SELECT count(*) FROM " + schema + "bill WHERE total_minor > 0"), 4100);
        const auto parts = meterhall::storage::readingParts(**database);
        QVERIFY(parts.ok());
        for (const auto& part : *parts)
            QCOMPARE(*(*database)->number("SELECT count(*) FROM " + schema + part.table), 4100);
        QVERIFY(*(*database)->number("SELECT count(*) FROM " + schema + "customer WHERE length(name) = 2") > 1000);
        QCOMPARE(*(*database)->number("SELECT count(DISTINCT account_id) FROM " + schema + "search_token"), 4100);
    }

    void aWorkplaceThatIsThereAlreadyIsLeftAlone() {
        QTemporaryDir folder;
        const QStringList words{"seed",        "--db",     "sqlite:" + folder.filePath(QStringLiteral("town.db")),
                                "--customers", "3",        "--months",
                                "0",           "--folder", folder.path()};
        QCOMPARE(runCli(words).exitCode, 0);
        const auto again = runCli(words);
        QCOMPARE(again.exitCode, 2);
        QVERIFY(again.messages.contains(folder.path().toUtf8()));
    }

    void whatIsSeededVerifiesUntilSomethingIsChanged_data() {
        everyCustomerGetsAnAccountAMeterAndMonthsOfReadingsAndBills_data();
    }
    void whatIsSeededVerifiesUntilSomethingIsChanged() {
        QFETCH(bool, sqlite);
        QTemporaryDir folder;
        const QString url = emptyPlace(sqlite, folder);
        QCOMPARE(
            runCli({"seed", "--db", url, "--customers", "50", "--months", "14", "--folder", folder.path()}).exitCode,
            0);
        const auto clean = verify(url, folder);
        QVERIFY2(clean.exitCode == 0, (clean.messages + clean.output.left(2000)).constData());
        QVERIFY2(clean.messages.contains("bills: 700 of 700"), clean.messages.constData());

        const auto database = openSeeded(sqlite, url);
        QVERIFY(database.ok());
        const std::string readings = meterhall::storage::readingParts(**database)->front().table;
        plant(**database, readings, "value_digits");
        const auto reading = verify(url, folder);
        QCOMPARE(reading.exitCode, 1);
        QVERIFY2(reading.output.contains(R"("kind":"audit")"), reading.output.constData());
        plant(**database, "bill", "total_minor");
        const auto bill = verify(url, folder);
        for (const char* kind : {"audit", "bill-not-reproduced", "bill-not-posted"})
            QVERIFY2(bill.output.contains(kind), bill.output.constData());
    }

    void numbersThatAreMissingOrWrongAreNamed() {
        QVERIFY(runCli({"seed", "--db", "sqlite:x.db", "--months", "1"}).messages.contains("--customers"));
        const auto run = runCli({"seed", "--db", "sqlite:x.db", "--customers", "0", "--months", "1"});
        QCOMPARE(run.exitCode, 2);
        QVERIFY(run.messages.contains("--customers"));
    }

    void thePageNamesEveryOption() {
        const auto run = runCli({"seed", "--help"});
        QCOMPARE(run.exitCode, 0);
        for (const char* option : {"--db", "--customers", "--months", "--folder", "--admin", "--without-search"})
            QVERIFY2(run.output.contains(option), option);
    }

private:
    static CliRun verify(const QString& url, const QTemporaryDir& folder) {
        return runCli(
            {"verify", "--progress", "--db", url, "--folder", folder.path(), "--operator", "f01", "--seat", "6"}, {},
            {{"METERHALL_PASSWORD", "Sandbox-Town-f01"}});
    }

    /// The first row of the table has one more there, and the guards stand again.
    static void plant(Database& database, const std::string& table, const std::string& column) {
        meterhall::tests::Tampering tampering(database);
        QVERIFY(tampering.apply(table, "UPDATE " + table + " SET " + column + " = " + column +
                                           " + 1 WHERE id = (SELECT min(id) FROM " + table + ")"));
    }

    /// The address of a place where nothing is, for --db.
    static QString emptyPlace(bool sqlite, const QTemporaryDir& folder) {
        if (sqlite)
            return QStringLiteral("sqlite:") + folder.filePath(QStringLiteral("town.db"));
        emptyDatabase();
        return PostgresCluster::shared().url(QString(), QStringLiteral("seeded"));
    }

    static meterhall::Result<std::unique_ptr<Database>> openSeeded(bool sqlite, const QString& url) {
        return sqlite ? Database::open(url, {}) : PostgresCluster::shared().asSuperuser(QStringLiteral("seeded"));
    }

    /// Logins are shared by the whole server: those of the town that was there go with it.
    static void emptyDatabase() {
        const auto admin = PostgresCluster::shared().asSuperuser();
        QVERIFY(admin.ok());
        QVERIFY((*admin)->executeUnaudited("DROP DATABASE IF EXISTS seeded WITH (FORCE)").ok());
        const auto logins = (*admin)->all("SELECT rolname FROM pg_roles WHERE rolname ~ '^[a-z]0[0-9]$'", {},
                                          [](const auto& row) { return std::string(row.utf8(0)); });
        QVERIFY(logins.ok());
        for (const std::string& login : *logins)
            QVERIFY((*admin)->executeUnaudited("DROP ROLE " + login).ok());
        QVERIFY((*admin)->executeUnaudited("CREATE DATABASE seeded").ok());
    }
};
METERHALL_TEST_CASE(SeedCommandTest)

#include "seed_command_test.moc"
