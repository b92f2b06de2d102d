#include "core/services/commands.h"
#include "core/services/reading_work.h"
#include "core/services/verify.h"
#include "core/storage/registry_store.h"
#include "tests/app/town/program/town_process.h"
#include "tests/small_town/small_town.h"
#include "tests/storage_support/database_fixture.h"
#include "tests/support/test_case.h"

#include <QDateTime>
#include <QTest>

using namespace meterhall;
using meterhall::tests::SmallTown;
using meterhall::tests::TownProcess;
using Person = SmallTown::Person;

namespace {

/// One meterhall-collector; ended by its process id.
class CollectorProcess {
public:
    ~CollectorProcess() { kill(); }

    static QString program() { return qEnvironmentVariable("METERHALL_BIN") + QStringLiteral("/meterhall-collector"); }

    bool start(const QStringList& arguments, const QByteArray& password) {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("METERHALL_PASSWORD"), QString::fromLatin1(password));
        m_process.setProcessEnvironment(environment);
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(program(), arguments);
        for (int i = 0; i < 200 && port() == 0 && m_process.state() != QProcess::NotRunning; ++i) {
            m_process.waitForReadyRead(100);
            readLines();
        }
        return port() != 0;
    }
    int port() const { return m_port; }
    /// Lines with this event so far.
    std::vector<QJsonObject> told(const char* event) {
        readLines();
        std::vector<QJsonObject> lines = m_lines;
        std::erase_if(lines, [&](const QJsonObject& line) {
            return line[QStringLiteral("event")].toString() != QLatin1String(event);
        });
        return lines;
    }
    bool holds(const QString& terminal) {
        bool held = false;
        for (const QJsonObject& line : told("lease"))
            if (line[QStringLiteral("terminal")].toString() == terminal)
                held = line[QStringLiteral("held")].toBool();
        return held;
    }
    int read() {
        int sum = 0;
        for (const QJsonObject& line : told("run"))
            sum += line[QStringLiteral("read")].toInt();
        return sum;
    }
    void kill() {
        if (m_process.state() == QProcess::NotRunning)
            return;
        m_process.kill(); // SIGKILL: it lets nothing go
        m_process.waitForFinished();
    }
    int terminate() {
        m_process.terminate();
        return m_process.waitForFinished(20'000) ? m_process.exitCode() : -1;
    }

private:
    void readLines() {
        m_process.waitForReadyRead(1);
        while (m_process.canReadLine()) {
            const QJsonObject line = QJsonDocument::fromJson(m_process.readLine()).object();
            if (line[QStringLiteral("event")].toString() == QStringLiteral("listening"))
                m_port = line[QStringLiteral("gdw")].toInt();
            m_lines.push_back(line);
        }
    }

    QProcess m_process;
    std::vector<QJsonObject> m_lines;
    int m_port = 0;
};

constexpr int leaseSeconds = 3;

} // namespace

/// Two collectors and one town: who holds a lease works, and when he is gone the other goes on.
class CollectorTest : public QObject {
    Q_OBJECT

    static QStringList callOf(const SmallTown& town, const char* seats, const char* name) {
        return {QStringLiteral("--db"),
                town.workplaceFor(Person::Engineer).url,
                QStringLiteral("--operator"),
                town.numberOf(Person::Engineer),
                QStringLiteral("--seats"),
                QString::fromLatin1(seats),
                QStringLiteral("--key-file"),
                town.workplaceFor(Person::Engineer).keyFile,
                QStringLiteral("--gdw"),
                QStringLiteral("127.0.0.1:0"),
                QStringLiteral("--name"),
                QString::fromLatin1(name),
                QStringLiteral("--lease-seconds"),
                QString::number(leaseSeconds),
                QStringLiteral("--every-seconds"),
                QStringLiteral("5"),
                QStringLiteral("--answer-ms"),
                QStringLiteral("300")};
    }

private Q_SLOTS:
    void sqliteIsRefusedWithASentence() {
        QProcess process;
        process.start(CollectorProcess::program(), {QStringLiteral("--db"), QStringLiteral("sqlite:/tmp/town.db")});
        QVERIFY(process.waitForFinished(20'000));
        QCOMPARE(process.exitCode(), 2);
        QVERIFY(process.readAllStandardError().contains("SQLite the workstation itself hosts the station"));
    }

    void whoeverHoldsTheLeaseReadsAndTheOtherTakesOver() {
        TownProcess process;
        QVERIFY(process.start({"--homes", "20", "--seed", "4"}));
        SmallTown town(false, process.path("roster.jsonl"));
        const QDateTime now = QDateTime::currentDateTimeUtc().addSecs(8 * 3600);
        town.moveTo(*Date::of(now.date().year(), now.date().month(), now.date().day()),
                    Duration::milliseconds(now.time().msecsSinceStartOfDay()));
        for (const SeatNumber seat : {31, 32, 33, 34})
            VERIFY_OK(services::addSeat(town.session(Person::Administrator), seat, QStringLiteral("collector")));
        int meters = 0;
        for (const QJsonObject& account : process.accounts())
            if (account[QStringLiteral("carrier")].toObject()[QStringLiteral("kind")].toString() ==
                QStringLiteral("gdw376"))
                ++meters;
        QVERIFY(meters > 15);

        CollectorProcess first;
        CollectorProcess second;
        QVERIFY(first.start(callOf(town, "31,32", "first"), SmallTown::password()));
        QVERIFY(second.start(callOf(town, "33,34", "second"), SmallTown::password()));
        const auto dial = [&](const CollectorProcess& to) {
            return process.control({{"do", "dial"}, {"gdw", QStringLiteral("127.0.0.1:%1").arg(to.port())}});
        };
        QVERIFY(dial(first)[QStringLiteral("ok")].toBool());
        const QString concentrator = QStringLiteral("0571-00001");
        QTRY_VERIFY_WITH_TIMEOUT(first.holds(concentrator), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(first.read() >= meters, 60'000);
        QCOMPARE(second.read(), 0);

        // A command that waits is told to whoever holds the terminal.
        const auto meter = [&]() -> std::optional<MeterId> {
            const auto database = town.openDirectly();
            const auto installed = storage::RegistryStore(*database).installedMeters({});
            for (const storage::InstalledMeter& entry : *installed)
                if (entry.meter.terminal == concentrator)
                    return entry.meter.id;
            return {};
        }();
        QVERIFY(meter);
        const auto taken = services::requestSetting(
            town.session(Person::Engineer),
            {.key = town.session(Person::Engineer).newKey(), .meter = *meter, .kind = CommandKind::SetClock});
        VERIFY_OK(taken);
        const auto stateOfCommand = [&] {
            const auto history = services::commandHistory(town.session(Person::Engineer), taken->command);
            return history.ok() ? codeOf(history->back().state) : QString();
        };
        QTRY_COMPARE_WITH_TIMEOUT(stateOfCommand(), QStringLiteral("succeeded"), 30'000);

        // Killed, it lets nothing go: the terminals dial the other at once, and are asked when the lease has ended.
        first.kill();
        QVERIFY(dial(second)[QStringLiteral("ok")].toBool());
        QTest::qWait(500);
        QVERIFY(!second.holds(concentrator));
        QTRY_VERIFY_WITH_TIMEOUT(second.holds(concentrator), leaseSeconds * 1000 + 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(second.read() >= meters, 60'000);
        QCOMPARE(second.terminate(), 0);

        const auto books = services::verifyBooks(town.session(Person::Administrator));
        VERIFY_OK(books);
        for (const services::Violation& violation : books->violations)
            qWarning("%s %s %s", qPrintable(violation.kind), qPrintable(violation.subject),
                     qPrintable(violation.detail));
        QVERIFY(books->violations.empty());
    }
};
METERHALL_TEST_CASE(CollectorTest)

#include "collector_test.moc"
