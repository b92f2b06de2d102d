#include "devices/codecs/mbus/compare.h"
#include "tests/devices/codecs/mbus_frames.h"
#include "tests/support/test_case.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <random>

using namespace meterhall;
using namespace meterhall::mbus;
using tests::hex;

namespace {
/// The one record of `bytes`, which outlive it.
Record only(const Bytes& bytes, const RecordOptions& options = {}) {
    RecordReader reader(bytes, options);
    Record record;
    const bool isRead = reader.next(record);
    Record second;
    Q_ASSERT(isRead && !reader.next(second) && !reader.isBroken());
    return record;
}

QString shown(const Value& value) {
    if (!value.available())
        return QString::fromLatin1(key(value.absence).data());
    return value.kind == ValueKind::Moment ? value.moment.toString() : value.number.toString();
}

QString shown(const char* record, const RecordOptions& options = {}) {
    const Bytes bytes = hex(record);
    return shown(only(bytes, options).value);
}
} // namespace

class MbusRecordTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyDataFieldCodingIsRead_data() {
        QTest::addColumn<QByteArray>("record");
        QTest::addColumn<QString>("value");
        const auto row = [](const char* name, const char* record, const char* value) {
            QTest::newRow(name) << QByteArray(record) << QString::fromLatin1(value);
        };
        row("no data", "0013", "no_data");
        row("selection", "0813", "no_data");
        row("8 bits", "0116FF", "-1");
        row("16 bits", "0216FE7F", "32766");
        row("24 bits", "0316FFFF7F", "8388607");
        row("24 bits negative", "0316FEFFFF", "-2");
        row("32 bits", "0416FFFFFF7F", "2147483647");
        row("48 bits", "0616FFFFFFFFFF7F", "140737488355327");
        row("64 bits", "0716FFFFFFFFFFFFFF7F", "9223372036854775807");
        row("64 bits with a factor of ten", "0717FFFFFFFFFFFFFF7F", "92233720368547758070");
        row("code for nothing", "021600 80", "invalid");
        row("2 digits", "091645", "45");
        row("4 digits", "0A163412", "1234");
        row("6 digits", "0B16563412", "123456");
        row("8 digits", "0C1678563412", "12345678");
        row("12 digits", "0E16129078563412", "123456789012");
        row("digits negative", "0B165634F2", "-23456");
        row("minus and error", "0B1656A4F2", "not_digits");
        row("digits all F", "0A16FFFF", "not_digits");
        row("real 1.5", "05160000C03F", "1.5");
        row("real 0.1", "0516CDCCCC3D", "0.1");
        row("real -0.25", "0516000080BE", "-0.25");
        row("real 0", "051600000000", "0");
        row("real 1e10", "0516F9021550", "10000000000");
        row("real in 10 Wh", "05040000C03F", "15");
        row("real infinite", "05160000807F", "invalid");
        row("real not a number", "05160100C07F", "invalid");
        row("variable digits", "0D16C33412 56", "561234");
        row("variable digits negative", "0D16D21234", "-3412");
        row("variable digits, twenty", "0D16CA01000000000000000012", "12000000000000000001");
        row("variable binary", "0D16E3FFFFFF", "-1");
        row("variable binary, nine bytes", "0D16E9000000000000000001", "18446744073709551616");
        row("variable without bytes", "0D16C0", "no_data");
        row("unsigned flags", "02FD170080", "32768");
        row("duration, nothing", "0220FFFF", "invalid");
        row("duration in days", "022301 00", "86400");
        row("factor and 15 bytes", "0D23EF0000000000000000000000000000FF", "not_interpreted");
    }
    void everyDataFieldCodingIsRead() {
        QFETCH(QByteArray, record);
        QFETCH(QString, value);
        QCOMPARE(shown(record.constData()), value);
    }

    void realNumbersAreTheirShortestDecimalAndMarked() {
        const Bytes real = hex("0516CDCCCC3D");
        QVERIFY(only(real).value.inexact);
        QCOMPARE(*only(real).value.number.decimal(), (Decimal{1, 1}));
        const Bytes tiny = hex("051601000000");
        QVERIFY(!only(tiny).value.number.decimal());
        const Bytes exact = hex("041301000000");
        QVERIFY(!only(exact).value.inexact);
        QCOMPARE(*only(exact).value.number.decimal(), (Decimal{1, 3}));
        const Bytes wide = hex("0717FFFFFFFFFFFFFF7F");
        QVERIFY(!only(wide).value.number.decimal());
    }

    void datesAreMomentsRulesOrNothing_data() {
        QTest::addColumn<QByteArray>("record");
        QTest::addColumn<QString>("value");
        const auto row = [](const char* name, const char* record, const char* value) {
            QTest::newRow(name) << QByteArray(record) << QString::fromLatin1(value);
        };
        row("G", "026C3F3C", "2025-12-31");
        row("G 29 February", "026C3D32", "date_invalid");
        row("G 29 February of a leap year", "026C1D32", "2024-02-29");
        row("G 1999", "026C7FCC", "1999-12-31");
        row("G nothing", "026C0000", "date_invalid");
        row("G all set", "026CFFFF", "date_invalid");
        row("G every year", "026CFFFC", "date_recurring");
        row("F", "046D1E173F3C", "2025-12-31T23:30:00");
        row("F marked invalid", "046D9E173F3C", "date_invalid");
        row("F hour 24", "046D1E183F3C", "date_invalid");
        row("F minute 60", "046D3C173F3C", "date_invalid");
        row("F above 80", "046D100945C5", "1998-05-05T09:16:00");
        row("F 19xx", "046D100905C5", "1996-05-05T09:16:00");
        row("F 21xx by its century", "046D10493F3C", "2125-12-31T09:16:00");
        row("F every hour", "046D1E1F3F3C", "date_recurring");
        row("I", "066D2D1E173F3C00", "2025-12-31T23:30:45");
        row("I marked invalid", "066D2D9E173F3C00", "date_invalid");
        row("J", "036D2D1E17", "23:30:45");
        row("J hour 24", "036D2D1E18", "date_invalid");
        row("J all set", "036DFFFFFF", "date_invalid");
        row("tariff start", "02FD303F3C", "2025-12-31");
        row("battery change", "04FD701E173F3C", "2025-12-31T23:30:00");
        row("date by a modifier", "0293393F3C", "2025-12-31");
    }
    void datesAreMomentsRulesOrNothing() {
        QFETCH(QByteArray, record);
        QFETCH(QString, value);
        QCOMPARE(shown(record.constData()), value);
    }

    void summerTimeIsKept() {
        const Bytes bytes = hex("046D1E973F3C");
        QVERIFY(only(bytes).value.moment.summerTime);
        QCOMPARE(shown(only(bytes).value), QStringLiteral("2025-12-31T23:30:00"));
    }

    void storageTariffAndSubunitGrowWithEveryDife() {
        const Bytes bytes = hex("CC FF FF FF FF FF FF FF FF FF 7F 13 01000000");
        const Record record = only(bytes);
        QCOMPARE(record.storage, (std::uint64_t(1) << 41) - 1);
        QCOMPARE(record.tariff, (std::uint32_t(1) << 20) - 1);
        QCOMPARE(int(record.subunit), 1023);
        QVERIFY(only(hex("0C1301000000")).storage == 0);
    }

    // Every VIF of the three tables has quantity and unit or is reserved; a spot of each group by hand.
    void unitsAndPowersAreThoseOfTheTables_data() {
        QTest::addColumn<QByteArray>("record");
        QTest::addColumn<QString>("quantity");
        QTest::addColumn<QString>("unit");
        QTest::addColumn<QString>("value");
        const auto row = [](const char* record, const char* quantity, const char* unit, const char* value) {
            QTest::newRow(record) << QByteArray(record) << QString::fromLatin1(quantity) << QString::fromLatin1(unit)
                                  << QString::fromLatin1(value);
        };
        row("010001", "energy", "Wh", "0.001");
        row("010701", "energy", "Wh", "10000");
        row("010801", "energy", "J", "1");
        row("010F01", "energy", "J", "10000000");
        row("011001", "volume", "m3", "0.000001");
        row("011801", "mass", "kg", "0.001");
        row("012201", "on_time", "s", "3600");
        row("012701", "operating_time", "s", "86400");
        row("012801", "power", "W", "0.001");
        row("013701", "power", "J/h", "10000000");
        row("013801", "volume_flow", "m3/h", "0.000001");
        row("014001", "volume_flow", "m3/min", "0.0000001");
        row("014801", "volume_flow", "m3/s", "0.000000001");
        row("015701", "mass_flow", "kg/h", "10000");
        row("015801", "flow_temperature", "Cel", "0.001");
        row("015F01", "return_temperature", "Cel", "1");
        row("016001", "temperature_difference", "K", "0.001");
        row("016501", "external_temperature", "Cel", "0.01");
        row("016A01", "pressure", "bar", "0.1");
        row("016E01", "heat_cost_units", "HCA", "1");
        row("017101", "averaging_duration", "s", "60");
        row("017501", "actuality_duration", "s", "60");
        row("017801", "fabrication_number", "", "1");
        row("017A01", "bus_address", "", "1");
        row("01FB0001", "energy", "Wh", "100000");
        row("01FB0901", "energy", "J", "1000000000");
        row("01FB0301", "reactive_energy", "varh", "10000");
        row("01FB0401", "apparent_energy", "VAh", "1000");
        row("01FB0D01", "energy", "cal", "1000000");
        row("01FB1101", "volume", "m3", "1000");
        row("01FB1701", "reactive_power", "var", "1000");
        row("01FB1801", "mass", "kg", "100000");
        row("01FB1A01", "relative_humidity", "%", "0.1");
        row("01FB2101", "volume", "ft3", "0.1");
        row("01FB2801", "power", "W", "100000");
        row("01FB2B01", "phase_voltage_to_current", "deg", "0.1");
        row("01FB2C01", "frequency", "Hz", "0.001");
        row("01FB3101", "power", "J/h", "1000000000");
        row("01FB3701", "apparent_power", "VA", "1000");
        row("01FB7401", "temperature_limit", "Cel", "0.001");
        row("01FB7F01", "maximum_power_cumulated", "W", "10000");
        row("01FD0001", "credit", "currency", "0.001");
        row("01FD0E01", "firmware_version", "", "1");
        row("01FD1C01", "baud_rate", "Bd", "1");
        row("01FD2901", "storage_interval", "year", "1");
        row("01FD3101", "tariff_duration", "s", "60");
        row("01FD4001", "voltage", "V", "0.000000001");
        row("01FD4F01", "voltage", "V", "1000000");
        row("01FD5001", "current", "A", "0.000000000001");
        row("01FD5F01", "current", "A", "1000");
        row("01FD6D01", "battery_operating_time", "s", "86400");
        row("01FD7401", "battery_remaining", "d", "1");
        row("01FD71A6", "rf_level", "dBm", "-90");
        row("01FDFD0301", "battery_remaining", "year", "1");
        row("01937D01", "volume", "m3", "1");
        row("019373 01", "volume", "m3", "0.000001");
    }
    void unitsAndPowersAreThoseOfTheTables() {
        QFETCH(QByteArray, record);
        QFETCH(QString, quantity);
        QFETCH(QString, unit);
        QFETCH(QString, value);
        const Bytes bytes = hex(record.constData());
        const Record read = only(bytes);
        QCOMPARE(QString::fromLatin1(key(read.meaning.quantity).data()), quantity);
        QCOMPARE(QString::fromLatin1(key(read.meaning.unit).data(), qsizetype(key(read.meaning.unit).size())), unit);
        QCOMPARE(shown(read.value), value);
        QVERIFY(read.understanding == Understanding::Full);
    }

    void reservedAndMakersMeaningsAreMarked() {
        const auto understood = [](const char* record) {
            const Bytes bytes = hex(record);
            return only(bytes).understanding;
        };
        QVERIFY(understood("011301") == Understanding::Full);
        QVERIFY(understood("016F01") == Understanding::Not);
        QVERIFY(understood("017B01") == Understanding::Not);
        QVERIFY(understood("017F01") == Understanding::Not);
        QVERIFY(understood("01FFAA0301") == Understanding::Not);
        QVERIFY(understood("01FB0701") == Understanding::Not);
        QVERIFY(understood("019344 01") == Understanding::Partly);
        QVERIFY(understood("0193FF0501") == Understanding::Partly);
        QVERIFY(understood("01937801") == Understanding::Partly);
        QVERIFY(understood("0193FC1F01") == Understanding::Partly);
    }

    void ordersToAMeterAreNoErrors() {
        const Bytes bytes = hex("01931501");
        QVERIFY(only(bytes).value.absence == Absence::RecordError);
        const Bytes add = hex("01930101");
        QCOMPARE(shown(only(add, {.fromMaster = true}).value), QStringLiteral("0.001"));
        QCOMPARE(only(add, {.fromMaster = true}).modifiers()[0]->key, std::string_view("add"));
    }

    void theRestBelongsToTheMaker() {
        const Bytes bytes = hex("2F2F0F0102032F");
        const Record record = only(bytes);
        QVERIFY(record.kind == RecordKind::ManufacturerData);
        QCOMPARE(record.offset, std::size_t(2));
        QCOMPARE(Bytes(record.data.begin(), record.data.end()), hex("0102032F"));
        QVERIFY(only(hex("1F")).kind == RecordKind::MoreFollows);
        QVERIFY(only(hex("7F")).kind == RecordKind::GlobalReadout);
        QVERIFY(only(hex("3F0102")).kind == RecordKind::Reserved);
    }

    void brokenRecordsEndTheReadingAndSayWhy_data() {
        QTest::addColumn<QByteArray>("records");
        QTest::addColumn<int>("error");
        QTest::addColumn<int>("good");
        const auto row = [](const char* records, MbusError error, int good) {
            QTest::newRow(records) << QByteArray(records) << int(error) << good;
        };
        row("04", MbusError::PrematureEnd, 0);
        row("84", MbusError::PrematureEnd, 0);
        row("0493", MbusError::PrematureEnd, 0);
        row("04FD", MbusError::PrematureEnd, 0);
        row("04FDFD", MbusError::PrematureEnd, 0);
        row("0413010000", MbusError::PrematureEnd, 0);
        row("0113 01 0413010000", MbusError::PrematureEnd, 1);
        row("0D78", MbusError::PrematureEnd, 0);
        row("0D7803 4142", MbusError::PrematureEnd, 0);
        row("0D78F7", MbusError::ReservedLength, 0);
        row("047C", MbusError::PrematureEnd, 0);
        row("047C05414243", MbusError::PrematureEnd, 0);
        row("04FCF3485225", MbusError::PrematureEnd, 0);
        row("8480808080808080808080 00 13", MbusError::TooManyExtensions, 0);
        row("0493BBBBBBBBBBBBBBBBBBBB3B 01000000", MbusError::TooManyExtensions, 0);
    }
    void brokenRecordsEndTheReadingAndSayWhy() {
        QFETCH(QByteArray, records);
        QFETCH(int, error);
        QFETCH(int, good);
        const Bytes bytes = hex(records.constData());
        RecordReader reader(bytes);
        Record record;
        int read = 0;
        while (reader.next(record))
            ++read;
        QCOMPARE(read, good);
        QVERIFY(reader.isBroken());
        QCOMPARE(int(reader.error()), error);
        QVERIFY(!reader.next(record));
    }

    void unitsInWordsStandInBothPlaces() {
        const Bytes behindVif = hex("02FC034D505074D204");
        const Bytes behindAll = hex("02FC74034D5050D204");
        for (const auto& [bytes, place] : {std::pair(behindVif, PlainTextPlace::BehindVif),
                                           std::pair(behindAll, PlainTextPlace::BehindExtensions)}) {
            for (const PlainTextPlace asked : {place, PlainTextPlace::Detected}) {
                const Record record = only(bytes, {.plainText = asked});
                QCOMPARE(textOf(record.unitText, ByteOrder::LowFirst), QStringLiteral("PPM"));
                QCOMPARE(shown(record.value), QStringLiteral("12.34"));
            }
        }
    }

    void aValueThatIsNotThereKeepsNothingOfTheOneBefore() {
        const Bytes bytes = hex("0C1345230100 046D1E973F3C 0C13FFFFFFFF");
        RecordReader reader(bytes);
        Record record;
        while (reader.next(record)) {
        }
        QVERIFY(!record.value.available());
        QCOMPARE(record.value.number.toString(), QStringLiteral("0"));
        QCOMPARE(record.value.moment.year, std::int16_t(0));
    }

    void anySpanIsReadToItsEndOrToAnError() {
        std::mt19937 random(20261122);
        for (int round = 0; round < 200'000; ++round) {
            Bytes bytes(random() % 40);
            for (std::uint8_t& byte : bytes)
                byte = static_cast<std::uint8_t>(random());
            RecordReader reader(bytes, {.order = random() % 2 == 0 ? ByteOrder::LowFirst : ByteOrder::HighFirst});
            Record record;
            std::size_t at = 0;
            while (reader.next(record)) {
                QVERIFY(record.offset >= at && !record.bytes.empty());
                at = record.offset + record.bytes.size();
                QVERIFY(at <= bytes.size() && at == reader.offset());
                if (record.value.available() && record.value.kind == ValueKind::Number)
                    (void)record.value.number.decimal();
            }
            QVERIFY(reader.isBroken() || reader.offset() == bytes.size());
        }
    }

    // The judge of published frames must be able to say no: each time one thing of a good expectation is changed.
    void aWrongExpectationIsADifference() {
        const auto parse = [](const char* text) { return QJsonDocument::fromJson(text).object(); };
        const QJsonObject decoded =
            parse(R"({"frame":{"id":"00032629","manufacturer":"KAM","version":1,"medium":"water",
            "access_number":2,"status":"00","signature":"0000","ci_name":"variable data, long header"},"records":[
            {"quantity":"volume","unit":"m3","value":"12.345","function":"instant","storage":0,"tariff":0,"subunit":1,
             "raw":"39300000"},
            {"quantity":"manufacturer_specific","unit":"","value":"0e42","function":"manufacturer_specific","storage":0,
             "tariff":0,"subunit":0,"raw":"0e42"}]})");
        const QByteArray good = R"({"slave":{"Id":"32629","Manufacturer":"KAM","Version":"1","Medium":"Water",
            "AccessNumber":"2","Status":"00","Signature":"0000"},"records_normalized":[
            {"Function":"Instantaneous value","StorageNumber":"0","Tariff":"0","Device":"1","Unit":"m^3",
             "Quantity":"Volume","Value":"12.345000"},
            {"Function":"Manufacturer specific","StorageNumber":"0","Unit":"","Quantity":"","Value":"0E 42"}]})";
        QVERIFY(comparePublished(parse(good.constData()), decoded)->empty());
        const std::array changes{std::pair("32629", "32628"),
                                 std::pair("\"KAM\"", "\"KAN\""),
                                 std::pair("\"Version\":\"1\"", "\"Version\":\"2\""),
                                 std::pair("\"Water\"", "\"Gas\""),
                                 std::pair("\"AccessNumber\":\"2\"", "\"AccessNumber\":\"3\""),
                                 std::pair("\"00\"", "\"10\""),
                                 std::pair("\"0000\"", "\"0001\""),
                                 std::pair("12.345000", "12.346"),
                                 std::pair("Instantaneous", "Maximum"),
                                 std::pair("m^3", "l"),
                                 std::pair("\"Volume\"", "\"Mass\""),
                                 std::pair("0E 42", "42 0E"),
                                 std::pair("\"Device\":\"1\"", "\"Device\":\"0\"")};
        for (const auto& [from, to] : changes) {
            QByteArray changed = good;
            changed.replace(from, to);
            QVERIFY2(changed != good, from);
            QCOMPARE(comparePublished(parse(changed.constData()), decoded)->size(), std::size_t(1));
        }
        QVERIFY(!comparePublished(parse("{\"ok\":true}"), decoded));
    }
};
METERHALL_TEST_CASE(MbusRecordTest)

#include "mbus_record_test.moc"
