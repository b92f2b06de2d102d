#include "core/storage/reading_parts.h"
#include "tests/app/cli/cli_process.h"
#include "tests/storage_support/postgres_cluster.h"
#include "tests/support/test_case.h"

#include <QTemporaryDir>
#include <QTest>

using meterhall::storage::Database;
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
        const QString name = sqlite ? QString() : emptyDatabase();
        const QString file = QStringLiteral("sqlite:") + folder.filePath(QStringLiteral("town.db"));
        QString server = PostgresCluster::shared().url(QString(), name);
        server.replace(QStringLiteral("postgresql://@"), QStringLiteral("postgresql://"));
        const QString url = sqlite ? file : server;
        const auto run =
            runCli({"seed", "--db", url, "--customers", "4100", "--months", "2", "--folder", folder.path()});
        QVERIFY2(run.exitCode == 0, run.messages.constData());
        QCOMPARE(run.json()["books"].toInt(), 2);
        QCOMPARE(run.json()["readings"].toInt(), 8200);
        QCOMPARE(run.json()["bills"].toInt(), 8200);

        const auto database =
            Database::open(sqlite ? file : PostgresCluster::shared().url(QStringLiteral("postgres"), name), {});
        QVERIFY(database.ok());
        const std::string schema = sqlite ? "" : "meterhall.";
        for (const char* table :
             {"customer", "premise", "service_point", "account", "meter", "installation", "account_opening"})
            QCOMPARE(*(*database)->number("SELECT count(*) FROM " + schema + table), 4100);
        QCOMPARE(*(*database)->number("SELECT count(*) FROM " + schema + "bill WHERE total_minor > 0"), 8200);
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

    void whatIsSeededVerifies() {
        QTemporaryDir folder;
        const QString url = QStringLiteral("sqlite:") + folder.filePath(QStringLiteral("town.db"));
        QCOMPARE(
            runCli({"seed", "--db", url, "--customers", "50", "--months", "14", "--folder", folder.path()}).exitCode,
            0);
        const auto run = runCli({"verify", "--db", url, "--folder", folder.path(), "--operator", "f01", "--seat", "6"},
                                {}, {{"METERHALL_PASSWORD", "Sandbox-Town-f01"}});
        QVERIFY2(run.exitCode == 0, run.messages.constData());
    }

    void numbersThatAreMissingOrWrongAreNamed() {
        QVERIFY(runCli({"seed", "--db", "sqlite:x.db", "--months", "1"}).messages.contains("--customers"));
        const auto run = runCli({"seed", "--db", "sqlite:x.db", "--customers", "0", "--months", "1"});
        QCOMPARE(run.exitCode, 2);
        QVERIFY(run.messages.contains("--customers"));
    }

private:
    static QString emptyDatabase() {
        const auto admin =
            Database::open(PostgresCluster::shared().url(QStringLiteral("postgres"), QStringLiteral("postgres")), {});
        const bool made = admin.ok() && (*admin)->executeUnaudited("CREATE DATABASE seeded").ok();
        return made ? QStringLiteral("seeded") : QString();
    }
};
METERHALL_TEST_CASE(SeedCommandTest)

#include "seed_command_test.moc"
