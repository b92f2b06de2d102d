#include "tests/app/cli/cli_town.h"
#include "tests/support/test_case.h"

#include <QFile>
#include <QProcess>
#include <QTcpServer>

using meterhall::tests::CliRun;
using meterhall::tests::runCli;

class ReadCommandTest : public meterhall::tests::CliTownTest {
    Q_OBJECT

    // Below the ports that outgoing connections get: the town dials before anybody listens, and must not meet itself.
    static QString freePort() {
        static quint16 next = quint16(20'000 + QCoreApplication::applicationPid() % 10'000);
        QTcpServer probe;
        while (!probe.listen(QHostAddress::LocalHost, ++next))
            continue;
        return QString::number(next);
    }

private Q_SLOTS:
    void aTerminalThatNeverDialsInLeavesItsMetersUnread() {
        const auto run = cli(Person::Supervisor, {"read", "--meter", "GAS0001", "--wait", "--gdw-port", "0",
                                                  "--dtu-port", "0", "--terminal-within", "1", "--rounds", "1"});
        VERIFY_EXIT(run, 1);
        QCOMPARE(run.json()["total"].toInt(), 1);
        QCOMPARE(run.json()["failed"].toInt(), 1);
        QVERIFY(run.jsonLines().front().contains("listening"));
        const auto unread = cli(Person::Supervisor, {"unread", "--json"});
        VERIFY_EXIT(unread, 0);
        QCOMPARE(unread.jsonLines().size(), std::size_t(1));
        QCOMPARE(unread.json().keys(), (QStringList{"cause", "evidence", "meter"}));
        QCOMPARE(unread.json()["meter"].toString(), QStringLiteral("GAS0001"));
    }

    void withoutWaitItGoesOnInTheBackground() {
        const auto run = cli(Person::Supervisor, {"read", "--meter", "GAS0001", "--gdw-port", "0", "--dtu-port", "0",
                                                  "--terminal-within", "1", "--rounds", "1"});
        VERIFY_EXIT(run, 0);
        QVERIFY(run.json()["pid"].toInteger() > 0);
        const QString log = run.json()["log"].toString();
        QVERIFY(log.startsWith(town().folder()));
        const auto said = [&log] {
            QFile file(log);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        // Its last line comes when the run is finished and the seat is nearly free.
        QTRY_VERIFY_WITH_TIMEOUT(said().contains("\"run\":"), 120'000);
        QVERIFY(said().contains("\"failed\":1"));
        QTRY_COMPARE_WITH_TIMEOUT(cli(Person::Supervisor, {"unread", "--json"}).exitCode, 0, 60'000);
        QCOMPARE(cli(Person::Supervisor, {"unread", "--json"}).json()["meter"].toString(), QStringLiteral("GAS0001"));
    }

    // A workplace of its own, made and filled by the command line, for the homes of a town that dials in.
    void theMetersOfATownAreRead() {
        if (!isSqlite())
            QSKIP("the way to the database is the same in the other test; one town is enough");
        const QString folder = inFolder("read");
        const QString gdw = freePort();
        const QString dtu = freePort();
        QProcess townProcess;
        townProcess.start(qEnvironmentVariable("METERHALL_BIN") + "/meterhall-town",
                          {"--homes", "12", "--seed", "5", "--books", "2", "--roster", inFolder("roster.jsonl"),
                           "--truth", inFolder("truth.jsonl"), "--connect-gdw", "127.0.0.1:" + gdw, "--connect-dtu",
                           "127.0.0.1:" + dtu});
        QVERIFY(townProcess.waitForReadyRead(60'000));
        const meterhall::tests::Environment passwords{{"METERHALL_PASSWORD", "Read-The-Town-1"},
                                                      {"METERHALL_NEW_PASSWORD", "Read-The-Town-1"}};
        const auto as = [&](const QString& number, const QStringList& words) {
            return runCli(words + QStringList{"--folder", folder, "--operator", number}, {}, passwords);
        };
        VERIFY_EXIT(as("adm1", {"workplace", "set-up"}), 0);
        VERIFY_EXIT(as("adm1", {"workplace", "add-operator", "sup1", "--duties", "reading_supervisor"}), 0);
        const auto imported = as("adm1", {"import", "customers", inFolder("roster.jsonl"), "--tariff", "gas=gas",
                                          "--tariff", "water=water"});
        VERIFY_EXIT(imported, 0);
        const auto run = as("sup1", {"read", "--all", "--wait", "--gdw-port", gdw, "--dtu-port", dtu, "--answer-within",
                                     "1000", "--terminal-within", "60"});
        VERIFY_EXIT(run, 0);
        QVERIFY(run.json()["total"].toInt() >= 12);
        QCOMPARE(run.json()["read"], run.json()["total"]);
        QCOMPARE(run.json()["stored"].toInt() >= run.json()["total"].toInt(), true);
        const auto verified = as("adm1", {"verify"});
        VERIFY_EXIT(verified, 0);
        townProcess.terminate();
        QVERIFY(townProcess.waitForFinished(60'000));
    }

    void wrongCallsAreNamed() {
        const auto nothing = cli(Person::Supervisor, {"read", "--wait"});
        VERIFY_EXIT(nothing, 2);
        QVERIFY(nothing.messages.contains("--concentrator"));
        const auto both = cli(Person::Supervisor, {"read", "--all", "--meter", "GAS0001", "--wait"});
        VERIFY_EXIT(both, 2);
        const auto unknown = cli(Person::Supervisor, {"read", "--meter", "GAS9999", "--wait"});
        VERIFY_EXIT(unknown, 2);
        QVERIFY(unknown.messages.contains("GAS9999"));
        const auto cashier = cli(Person::Cashier, {"read", "--all", "--wait"});
        VERIFY_EXIT(cashier, 2);
        QVERIFY(cashier.messages.contains("security.NotAllowed"));
    }
};
METERHALL_TEST_CASE(ReadCommandTest)

#include "read_command_test.moc"
