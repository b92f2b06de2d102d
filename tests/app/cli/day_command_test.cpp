#include "tests/app/cli/cli_process.h"
#include "tests/support/test_case.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using meterhall::tests::runCli;

class DayCommandTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // The town keeps its own ledger and the command compares reading by reading; its exit code is the judgement. What
    // the figures say is the same on PostgreSQL, where tests/day plays on a server of its own: roles belong to a
    // server.
    void aDayOfTwentyHomesEndsWithClosedBooks() {
        QTemporaryDir folder;
        QFile faults(folder.filePath(QStringLiteral("faults.json")));
        QVERIFY(faults.open(QIODevice::WriteOnly));
        faults.write(R"({"lost":0.05,"late_duplicate":0.02,"corrupt":0.02,"torn":0.01,"reversed":1,"dead_meters":1})");
        faults.close();
        const QStringList words{"day",    "--homes", "20",    "--books",     "2",        "--customers",    "4",
                                "--seed", "7",       "--out", folder.path(), "--faults", faults.fileName()};
        const auto run = runCli(words);
        QVERIFY2(run.exitCode == 0, run.messages.constData());
        const QJsonObject figures = run.json();
        QCOMPARE(figures["unread"].toInt(), 1);
        QCOMPARE(figures["read"].toInt(), figures["meters"].toInt() - 1);
        QCOMPARE(figures["reviewed_rejected"].toInt(), 1);
        QCOMPARE(figures["held"].toInt(), 2);
        QCOMPARE(figures["bills"].toInt(), figures["meters"].toInt() - 2);
        QCOMPARE(figures["cash_short"].toString(), QStringLiteral("0.10"));
        QVERIFY(QDir(folder.path()).entryList({"receipt-*.pdf"}).size() >= 4);
    }

    void aWrongOptionIsNamed() {
        const auto run = runCli({"day", "--hmoes", "20"});
        QCOMPARE(run.exitCode, 2);
        QVERIFY(run.messages.contains("--hmoes"));
    }
};
METERHALL_TEST_CASE(DayCommandTest)

#include "day_command_test.moc"
