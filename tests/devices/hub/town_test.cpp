#include "devices/hub/hub.h"
#include "tests/support/test_case.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <mutex>
#include <set>

using namespace meterhall;
using namespace meterhall::devices;

namespace {

class KeepingSink final : public ReportSink {
public:
    Result<void> accept(std::span<const MeterReport> reports) override {
        const std::lock_guard lock(m_mutex);
        m_stored.insert(m_stored.end(), reports.begin(), reports.end());
        return {};
    }
    std::vector<MeterReport> stored() const {
        const std::lock_guard lock(m_mutex);
        return m_stored;
    }

private:
    mutable std::mutex m_mutex;
    std::vector<MeterReport> m_stored;
};

std::vector<QJsonObject> linesOf(const QString& path) {
    std::vector<QJsonObject> lines;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return lines;
    while (!file.atEnd())
        lines.push_back(QJsonDocument::fromJson(file.readLine()).object());
    return lines;
}

QString text(const QJsonObject& object, const char* name) {
    return object[QLatin1String(name)].toString();
}

/// The town's archive as the hub needs it.
struct Archive {
    std::vector<KnownTerminal> terminals;
    std::vector<ReadingTarget> targets;

    explicit Archive(const QString& path) {
        for (const QJsonObject& line : linesOf(path)) {
            const QString kind = text(line, "kind");
            if (kind == QStringLiteral("terminal")) {
                const bool isModem = text(line, "carrier") == QStringLiteral("dtu");
                terminals.push_back({text(line, "terminal"), isModem ? Uplink::Dtu : Uplink::Gdw376});
            } else if (kind == QStringLiteral("account")) {
                const QJsonObject meter = line[QStringLiteral("meter")].toObject();
                const QJsonObject carrier = line[QStringLiteral("carrier")].toObject();
                targets.push_back({std::int64_t(targets.size()) + 1, text(meter, "device_address"),
                                   text(meter, "profile"), text(carrier, "terminal"),
                                   std::uint8_t(carrier[QStringLiteral("port")].toInt())});
            }
        }
    }
};

/// What the town says it did, after it has ended.
struct Truth {
    std::map<QString, bool> hears;                                    ///< meter -> whether it can answer at all
    std::map<QString, std::vector<std::pair<QString, QString>>> sent; ///< meter -> (frame in hex, reading), intact ones

    explicit Truth(const QString& path) {
        for (const QJsonObject& line : linesOf(path)) {
            const QString event = text(line, "event");
            const QString meter = text(line, "meter");
            if (event == QStringLiteral("register"))
                hears[meter] = line[QStringLiteral("hears")].toBool();
            if (event == QStringLiteral("sent") && line[QStringLiteral("intact")].toBool())
                sent[meter].emplace_back(text(line, "frame"), text(line, "reading"));
        }
    }
};

const ReportedValue* valueOf(const MeterReport& report, const char* code) {
    for (const ReportedValue& value : report.values) {
        if (value.registerCode == QLatin1String(code))
            return &value;
    }
    return nullptr;
}

} // namespace

class TownTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyLivingMeterOfTheTownIsReadAndNothingIsInvented_data() {
        QTest::addColumn<int>("seed");
        QTest::addColumn<QByteArray>("faults");
        const QByteArray fromTheIssue = R"({"lost":0.05,"late_duplicate":0.02,"corrupt":0.02})";
        const int seeds = std::max(2, qEnvironmentVariableIntValue("METERHALL_TOWN_SEEDS"));
        for (int seed = 1; seed <= seeds; ++seed)
            QTest::addRow("seed %d", seed) << seed << fromTheIssue;
        QTest::newRow("torn and dead as well")
            << 99
            << QByteArray(
                   R"({"lost":0.05,"late_duplicate":0.02,"corrupt":0.02,"torn":0.03,"dead_meters":3,"dead_branches":1,"wrong_clocks":5,"rollovers":2})");
    }
    void everyLivingMeterOfTheTownIsReadAndNothingIsInvented() {
        QFETCH(int, seed);
        QFETCH(QByteArray, faults);
        QTemporaryDir folder;
        QFile faultsFile(folder.filePath(QStringLiteral("faults.json")));
        QVERIFY(faultsFile.open(QIODevice::WriteOnly) && faultsFile.write(faults) > 0);
        faultsFile.close();

        SystemClock clock;
        KeepingSink sink;
        const ProfileCatalog profiles = ProfileCatalog::builtIn().value();
        Hub hub(profiles, sink, clock);
        HubSettings settings;
        settings.doors = {{QStringLiteral("127.0.0.1"), 0, Uplink::Gdw376, {}},
                          {QStringLiteral("127.0.0.1"), 0, Uplink::Dtu, QStringLiteral("ctrl_text")}};
        const auto ports = hub.start(settings);
        QVERIFY(ports.ok());

        const QString roster = folder.filePath(QStringLiteral("roster.jsonl"));
        const QString truthFile = folder.filePath(QStringLiteral("truth.jsonl"));
        QProcess town;
        town.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        town.start(qEnvironmentVariable("METERHALL_BIN") + QStringLiteral("/meterhall-town"),
                   {QStringLiteral("--homes"), QStringLiteral("200"), QStringLiteral("--seed"), QString::number(seed),
                    QStringLiteral("--faults"), faultsFile.fileName(), QStringLiteral("--truth"), truthFile,
                    QStringLiteral("--roster"), roster, QStringLiteral("--connect-gdw"),
                    QStringLiteral("127.0.0.1:%1").arg(ports->at(0)), QStringLiteral("--connect-dtu"),
                    QStringLiteral("127.0.0.1:%1").arg(ports->at(1))});
        QTRY_VERIFY2_WITH_TIMEOUT(town.canReadLine(), "the town does not start", 20'000);

        const Archive archive(roster);
        QVERIFY(archive.targets.size() >= 200);
        hub.setTerminals(archive.terminals);
        ReadingPlan plan;
        plan.run = 1;
        plan.targets = archive.targets;
        plan.policy.answerWithin = Duration::milliseconds(200);
        plan.policy.betweenRounds = Duration::milliseconds(100);
        std::vector<TargetResult> results;
        std::optional<RunSummary> summary;
        connect(&hub, &Hub::targetsDone, this, [&](qint64, const std::vector<TargetResult>& some) {
            results.insert(results.end(), some.begin(), some.end());
        });
        connect(&hub, &Hub::finished, this, [&](const RunSummary& end) { summary = end; });
        QElapsedTimer watch;
        watch.start();
        QVERIFY(hub.startRun(plan).ok());
        QTRY_VERIFY_WITH_TIMEOUT(summary.has_value(), 120'000);
        const qint64 took = watch.elapsed();
        hub.stop();
        disconnect(&hub, nullptr, this, nullptr);
        town.terminate();
        QVERIFY(town.waitForFinished(10'000));
        QCOMPARE(town.exitCode(), 0);

        compare(Truth(truthFile), archive, results, sink.stored());
        qInfo("%lld ms: %d read, %d not, %lld requests, %lld strangers, %lld duplicates, %lld bytes of garbage",
              static_cast<long long>(took), summary->read, summary->failed, static_cast<long long>(summary->requests),
              static_cast<long long>(summary->strangersDropped), static_cast<long long>(summary->duplicatesDropped),
              static_cast<long long>(summary->garbageBytes));
    }

private:
    static void compare(const Truth& truth, const Archive& archive, const std::vector<TargetResult>& results,
                        const std::vector<MeterReport>& stored) {
        QCOMPARE(results.size(), archive.targets.size());
        std::set<QString> read;
        for (const MeterReport& report : stored) {
            QVERIFY2(read.insert(report.deviceAddress).second, "stored twice");
            const ReportedValue* volume = valueOf(report, "volume");
            QVERIFY(volume != nullptr);
            const QString frame = toHex(report.frame);
            const auto& sent = truth.sent.at(report.deviceAddress);
            const bool wasSent = std::any_of(sent.begin(), sent.end(), [&](const auto& answer) {
                return answer.first.endsWith(frame) && answer.second == volume->value.toString();
            });
            QVERIFY2(wasSent, qPrintable(report.deviceAddress + u' ' + volume->value.toString()));
        }
        for (const TargetResult& result : results) {
            const QString address = archive.targets[std::size_t(result.meter - 1)].deviceAddress;
            QVERIFY2(result.isRead() == truth.hears.at(address), qPrintable(address));
            QCOMPARE(read.contains(address), result.isRead());
        }
    }
};

METERHALL_TEST_CASE(TownTest)
#include "town_test.moc"
