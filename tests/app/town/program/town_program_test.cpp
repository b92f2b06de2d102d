#include "core/base/decimal.h"
#include "tests/app/town/program/small_master.h"
#include "tests/support/test_case.h"

#include <QTest>

using namespace meterhall;
using namespace meterhall::tests;

class TownProgramTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(QFile::exists(TownProcess::program()), qPrintable(TownProcess::program())); }

    void aConcentratorLogsInAndForwardsAReading() {
        LoggedInTown up;
        QVERIFY(up.start());
        const QJsonObject account = up.accounts.front();
        const auto answer = up.ask(account, 9);
        QVERIFY(answer);
        QCOMPARE(answer->control, town::gdw::terminalAnswer);
        QCOMPARE(answer->sequence(), std::uint8_t(9));
        const auto reading = hundredthsIn(*answer);
        QVERIFY(reading);
        const QString previous = account[QStringLiteral("previous_reading")][QStringLiteral("value")].toString();
        QVERIFY(*reading > *parseScaled(previous, 2));

        const QString shown = formatScaled(*reading, 2, 2);
        const QJsonObject truth = up.town.control(
            {{QStringLiteral("do"), QStringLiteral("truth")}, {QStringLiteral("meter"), meterOf(account)}});
        QCOMPARE(truth[QStringLiteral("reading")].toString(), shown);

        QCOMPARE(up.town.terminate(), 0);
        const auto sent = up.town.truthOf("sent");
        QCOMPARE(sent.size(), std::size_t(1));
        QCOMPARE(sent[0][QStringLiteral("meter")].toString(), meterOf(account));
        QCOMPARE(sent[0][QStringLiteral("reading")].toString(), shown);
        QCOMPARE(sent[0][QStringLiteral("frame")].toString(), toHex(forwardedBytes(*answer)));
        QCOMPARE(up.town.truthOf("command").size(), std::size_t(1));
    }

    void theLedgerIsWholeWhenTheTownEnds() {
        LoggedInTown up;
        QVERIFY(up.start());
        QVERIFY(up.ask(up.accounts.front(), 1));
        QCOMPARE(up.town.terminate(), 0);
        const auto truth = up.town.truth();
        QCOMPARE(truth.back()[QStringLiteral("event")].toString(), QStringLiteral("end"));
        QCOMPARE(truth.back()[QStringLiteral("events")].toInt(), int(truth.size()));
        const auto registers = up.town.truthOf("register");
        QCOMPARE(registers.size(), 2 * up.accounts.size()); // at the start and at the end
    }

    void aLoginThatNobodyConfirmsIsDroppedAndRepeated() {
        MasterPort port;
        TownProcess town;
        QVERIFY(
            town.start(optionsOf("--homes 3 --seed 5 --concentrators 1 --dtus 0 --login-timeout-ms 100 --connect-gdw")
                       << port.address()));
        for (int attempt = 0; attempt < 3; ++attempt) {
            const auto line = port.accept();
            QVERIFY(line);
            const auto login = line->nextGdw(5'000);
            QVERIFY(login && town::firstUnit(*login) == (town::DataUnit{0, 1}));
            QVERIFY(line->isClosedWithin(5'000));
        }
        QCOMPARE(town.terminate(), 0);
        QVERIFY(town.truthOf("login").size() >= 2);
    }

    void heartbeatsComeInBothForms() {
        MasterPort port;
        TownProcess town;
        QVERIFY(town.start(optionsOf("--homes 3 --seed 5 --dtus 0 --heartbeat-ms 50 --connect-gdw") << port.address()));
        bool plain = false;
        bool withClock = false;
        for (int i = 0; i < 2; ++i) {
            const auto line = port.accept();
            QVERIFY(line);
            const auto login = line->nextGdw(5'000);
            QVERIFY(login);
            line->confirm(*login);
            const auto beat = line->nextGdw(5'000);
            QVERIFY(beat && town::firstUnit(*beat) == (town::DataUnit{0, 3}));
            plain = plain || beat->body.size() == 4;
            withClock = withClock || beat->body.size() == 10;
        }
        QVERIFY(plain && withClock);
    }

    void aDtuNamesItselfAndThenOnlyItsMetersSpeak() {
        MasterPort port;
        TownProcess town;
        QVERIFY(town.start(optionsOf("--homes 60 --seed 5 --heartbeat-ms 2000 --connect-dtu") << port.address()));
        const auto line = port.accept();
        QVERIFY(line);
        QCOMPARE(line->nextText(5'000), std::optional(QByteArray("CTRL:&DTU00000001\r\n")));
        const auto accounts = town.accounts();
        const auto onDtu = std::find_if(accounts.begin(), accounts.end(),
                                        [](const QJsonObject& account) { return portOf(account) == 0; });
        QVERIFY(onDtu != accounts.end());
        line->send(readingRequestOf(*onDtu, 7));
        const auto answer = line->nextCjt(5'000);
        QVERIFY(answer);
        QCOMPARE(town::shownAddress(answer->address), meterOf(*onDtu));
        QCOMPARE(answer->data[2], std::uint8_t(7));
        QCOMPARE(line->nextText(10'000), std::optional(QByteArray("HEART:&DTU00000001\r\n")));
        QCOMPARE(town.terminate(), 0);
    }

    void aMeterOnAnotherPortIsNotThere() {
        LoggedInTown up;
        QVERIFY(up.start());
        const QJsonObject account = up.accounts.front();
        up.line->forward(up.terminal, portOf(account) % 31 + 1, 1, readingRequestOf(account, 1));
        QVERIFY(!up.line->nextGdw(300));
    }

    void aDeadMeterSpeaksAgainAfterItsRepair() {
        LoggedInTown up;
        QVERIFY(up.start());
        const QJsonObject account = up.accounts.front();
        const auto order = [&](const char* what) {
            return up.town
                .control({{QStringLiteral("do"), QLatin1String(what)},
                          {QStringLiteral("meter"), meterOf(account)}})[QStringLiteral("ok")]
                .toBool();
        };
        QVERIFY(order("kill"));
        QVERIFY(!up.ask(account, 1, 300));
        QVERIFY(order("repair"));
        QVERIFY(up.ask(account, 2));
    }

    void timeAdvancesAndRegistersGrow() {
        LoggedInTown up;
        QVERIFY(up.start());
        const QJsonObject account = up.accounts.front();
        const auto before = hundredthsIn(*up.ask(account, 1));
        const QJsonObject advanced =
            up.town.control({{QStringLiteral("do"), QStringLiteral("advance")}, {QStringLiteral("days"), 10}});
        QCOMPARE(advanced[QStringLiteral("register_day")].toString(), QStringLiteral("2026-11-30"));
        QVERIFY(hundredthsIn(*up.ask(account, 2)) > before);
    }

    void aHungUpTerminalDialsAgain() {
        LoggedInTown up;
        QVERIFY(up.start());
        const QJsonObject done = up.town.control({{QStringLiteral("do"), QStringLiteral("hang_up")},
                                                  {QStringLiteral("terminal"), up.terminal.shown()},
                                                  {QStringLiteral("ms"), 50}});
        QVERIFY(done[QStringLiteral("ok")].toBool());
        QVERIFY(up.line->isClosedWithin(5'000));
        const auto again = up.port.accept();
        QVERIFY(again && again->nextGdw(5'000));
    }

    void badControlCallsAreAnsweredWithASentence() {
        LoggedInTown up;
        QVERIFY(up.start());
        for (const char* call : {"nonsense", "truth", "advance", "hang_up"}) {
            const QJsonObject answer = up.town.control({{QStringLiteral("do"), QLatin1String(call)}});
            QVERIFY(!answer[QStringLiteral("ok")].toBool(true));
            QVERIFY(!answer[QStringLiteral("error")].toString().isEmpty());
        }
    }

    void wrongCallsEndWithTwoAndASentence_data() {
        QTest::addColumn<QByteArray>("faults");
        QTest::addColumn<QString>("call");
        QTest::addColumn<QString>("names");
        const auto row = [](const char* name, const char* call, const char* names, const char* faults = "{}") {
            QTest::newRow(name) << QByteArray(faults) << QString::fromLatin1(call) << QString::fromLatin1(names);
        };
        row("no homes", "--seed 1", "--homes");
        row("no seed", "--homes 1", "--seed");
        row("unknown option", "--homes 1 --seed 1 --swap-bcd", "swap-bcd");
        row("no file", "--homes 1 --seed 1 --faults /nowhere", "/nowhere");
        row("unknown fault", "--homes 1 --seed 1 --faults", "losst", R"({"losst":1})");
        row("handheld fault", "--homes 1 --seed 1 --faults", "handhelds", R"({"typos":{}})");
        row("public control", "--homes 1 --seed 1 --control 0.0.0.0:0", "loopback");
        row("no port", "--homes 1 --seed 1 --connect-gdw localhost", "HOST:PORT");
        row("bad date", "--homes 1 --seed 1 --today yesterday", "--today");
    }
    void wrongCallsEndWithTwoAndASentence() {
        QFETCH(QByteArray, faults);
        QFETCH(QString, call);
        QFETCH(QString, names);
        QTemporaryDir folder;
        QStringList arguments = call.split(u' ');
        if (arguments.last() == QStringLiteral("--faults")) {
            QFile file(folder.filePath(QStringLiteral("faults.json")));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(faults) == faults.size());
            arguments << file.fileName();
        }
        QProcess process;
        process.start(TownProcess::program(), arguments);
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 2);
        QVERIFY(process.readAllStandardOutput().isEmpty());
        const QString said = QString::fromUtf8(process.readAllStandardError());
        QVERIFY2(said.contains(names), qPrintable(said));
    }
};
METERHALL_TEST_CASE(TownProgramTest)

#include "town_program_test.moc"
