#include "core/services/archive.h"
#include "core/services/import_readings.h"
#include "core/services/meters.h"
#include "core/services/stations.h"
#include "tests/core/services/small_town.h"
#include "tests/storage_support/database_fixture.h"
#include "tests/support/test_case.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace meterhall;
using meterhall::tests::SmallTown;
using Person = SmallTown::Person;

/// What another system hands over, on both engines.
class ArchiveTest : public QObject {
    Q_OBJECT

    std::unique_ptr<SmallTown> m_town;

    services::Session& as(Person person) { return m_town->session(person); }

    static QByteArray terminalLine(const char* name, const char* carrier) {
        return QJsonDocument(QJsonObject{{"kind", "terminal"}, {"terminal", name}, {"carrier", carrier}}).toJson();
    }
    /// A gas home that is not there yet: everything of home 1 under other numbers, changed by `find` and `replace`.
    QByteArray newHome(const QByteArray& find = "x", const QByteArray& replace = "x") const {
        for (QByteArray line : m_town->archive()) {
            if (!line.contains("\"1010000001\""))
                continue;
            line.replace("1010000001", "7010000001")
                .replace("GAS0001", "G7")
                .replace("78110000000001", "78110000009991");
            Q_ASSERT(find == "x" || line.contains(find));
            return line.replace(find, replace);
        }
        return {};
    }
    services::ImportResult import(const QList<QByteArray>& lines) {
        const auto result =
            services::importArchive(as(Person::Administrator), lines, {{{Commodity::Gas, QStringLiteral("gas")}}});
        if (!result.ok())
            qFatal("import: %s", qPrintable(result.error().toString()));
        return *result;
    }
    QString reasonsOf(const services::ImportResult& result) const {
        QStringList reasons;
        for (const services::RowError& error : result.errors)
            reasons += QStringLiteral("%1 %2").arg(error.row).arg(error.reason.toString());
        return reasons.join(u'\n');
    }

private Q_SLOTS:
    void initTestCase_data() {
        QTest::addColumn<bool>("sqlite");
        QTest::newRow("sqlite") << true;
        QTest::newRow("postgresql") << false;
    }
    void init() {
        QFETCH_GLOBAL(bool, sqlite);
        m_town = std::make_unique<SmallTown>(sqlite);
    }
    void cleanup() { m_town.reset(); }

    void aTerminalSpeaksWhatTheArchiveSays() {
        const auto result = import({terminalLine("0571-00007", "dtu"), terminalLine("0571-00001", "gdw376")});
        QCOMPARE(reasonsOf(result), QString());
        QCOMPARE(result.taken, 1);
        QCOMPARE(result.known, 1);
        const auto served = services::servedTerminals(as(Person::Engineer));
        VERIFY_OK(served);
        QCOMPARE(served->size(), std::size_t(2));
        QCOMPARE(served->front().name, QStringLiteral("0571-00001"));
        QVERIFY(served->front().carrier == Carrier::Gdw376);
        QVERIFY(served->back().carrier == Carrier::Dtu);
    }

    void aTerminalKnownWithAnotherCarrierIsABadRow() {
        const auto result = import({terminalLine("0571-00001", "dtu"), terminalLine("0571-00002", "pigeon")});
        QCOMPARE(result.taken, 0);
        QVERIFY2(reasonsOf(result).contains("1 registry.TerminalDiffers(0571-00001, gdw376)"),
                 qPrintable(reasonsOf(result)));
        QVERIFY(reasonsOf(result).contains("BadRow(carrier)"));
    }

    void aMeterBehindATerminalNobodyKnowsIsABadRow() {
        const QByteArray home = newHome("0571-00001", "0571-00044");
        const auto result =
            import({home, newHome("G7", "G8").replace("7010000001", "7010000002").replace("9991", "9992")});
        QCOMPARE(result.taken, 1);
        QVERIFY2(reasonsOf(result).contains("1 registry.UnknownTerminal(0571-00044)"), qPrintable(reasonsOf(result)));
        QCOMPARE(import({terminalLine("0571-00044", "gdw376"), home}).taken, 2);
    }

    void aMeterFromABoxNamesAKnownTerminalToo() {
        const Meter meter{.id = MeterId::fromRaw(0),
                          .number = QStringLiteral("BOX1"),
                          .commodity = Commodity::Gas,
                          .protocol = QStringLiteral("cjt188"),
                          .deviceAddress = QStringLiteral("78110000009901"),
                          .profile = QStringLiteral("rongtai_g25"),
                          .terminal = QStringLiteral("0571-00044")};
        const std::vector<services::DeliveredMeter> delivered{{1, "row", meter}};
        const auto result = services::importMeters(as(Person::MeterKeeper), delivered);
        VERIFY_OK(result);
        QCOMPARE(reasonsOf(*result), QStringLiteral("1 registry.UnknownTerminal(0571-00044)"));
    }
};
METERHALL_TEST_CASE(ArchiveTest)

#include "archive_test.moc"
