#include "core/registry/archive_file.h"
#include "tests/support/test_case.h"

#include <QTest>

using namespace meterhall;

namespace {
const QByteArray accountLine =
    R"({"kind":"account","account":"1010000017","commodity":"gas","legal_entity":"gas-co","use_class":"residential",
 "opened":"2019-03-02","household_size":3,
 "customer":{"number":"C17","name":"王秀英","phone":"13800000017","id_number":"330102196001010017"},
 "premise":{"code":"P17","district":"城东区","street":"和平路","community":"安居里","building":"3","unit":"2","floor":"6","room":"602"},
 "service_point":{"number":"G17","book":"01","sequence":170},
 "meter":{"number":"RT17","device_address":"78110000000017","protocol":"cjt188","profile":"rongtai_g25","digits":5,
          "multiplier":"1","installed":"2019-03-02","start_register":"0.00","has_valve":true},
 "carrier":{"kind":"gdw376","terminal":"0571-00001","port":3},
 "previous_reading":{"date":"2026-10-20","value":"1834.27"},
 "year_to_date":{"from":"2026-01-01","to":"2026-10-20","use":"271"}})";
}

class ArchiveFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anAccountLineCarriesEverythingAroundTheAccount() {
        const auto line = parseArchiveLine(accountLine);
        QVERIFY2(line.ok(), qPrintable(line.ok() ? QString() : line.error().toString()));
        const auto& account = std::get<ArchivedAccount>(*line);
        QCOMPARE(account.number, QStringLiteral("1010000017"));
        QCOMPARE(account.address, QStringLiteral("城东区和平路安居里3栋2单元602"));
        QCOMPARE(account.previousDialMicro, std::int64_t(1'834'270'000));
        QCOMPARE(account.ladderUseMicro, std::int64_t(271'000'000));
        QCOMPARE(account.meter.port, 3);
        QVERIFY(account.commodity == Commodity::Gas);
    }

    void aTerminalLineSaysHowItIsReached() {
        const auto line =
            parseArchiveLine(R"({"kind":"terminal","terminal":"DTU00000001","carrier":"dtu","login":"x"})");
        QVERIFY(line.ok());
        QCOMPARE(std::get<RegisteredTerminal>(*line).name, QStringLiteral("DTU00000001"));
        QVERIFY(std::get<RegisteredTerminal>(*line).carrier == Carrier::Dtu);
        QVERIFY(!parseArchiveLine(R"({"kind":"terminal","terminal":"","carrier":"dtu"})").ok());
        QVERIFY(!parseArchiveLine(R"({"kind":"terminal","terminal":"1","carrier":"post"})").ok());
    }

    void aBadMemberIsNamed_data() {
        QTest::addColumn<QByteArray>("find");
        QTest::addColumn<QByteArray>("replace");
        QTest::addColumn<QString>("named");
        QTest::newRow("number") << QByteArray("1010000017") << QByteArray("10-17") << "10-17";
        QTest::newRow("commodity") << QByteArray("\"gas\"") << QByteArray("\"beer\"") << "commodity";
        QTest::newRow("dial") << QByteArray("\"1834.27\"") << QByteArray("1834.27") << "value";
        QTest::newRow("digits") << QByteArray("\"digits\":5") << QByteArray("\"digits\":50") << "digits";
        QTest::newRow("half a number") << QByteArray("\"port\":3") << QByteArray("\"port\":3.5") << "port";
        QTest::newRow("use class") << QByteArray("\"residential\"") << QByteArray("\"x\"") << "x";
        QTest::newRow("nobody's number") << QByteArray("\"C17\"") << QByteArray("\"\"") << "number";
        QTest::newRow("not json") << QByteArray("{") << QByteArray("[") << "json";
    }
    void aBadMemberIsNamed() {
        QFETCH(QByteArray, find);
        QFETCH(QByteArray, replace);
        QFETCH(QString, named);
        QByteArray damaged = accountLine;
        damaged.replace(find, replace);
        const auto line = parseArchiveLine(damaged);
        QVERIFY(!line.ok());
        QVERIFY2(line.error().toString().contains(named), qPrintable(line.error().toString()));
    }
};
METERHALL_TEST_CASE(ArchiveFileTest)

#include "archive_file_test.moc"
