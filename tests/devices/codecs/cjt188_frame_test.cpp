#include "devices/codecs/cjt188/request.h"
#include "tests/core/commands/clean_facts.h"
#include "tests/devices/codecs/meter_frames.h"
#include "tests/support/test_case.h"

#include <QTest>

#include <rapidcheck.h>

using namespace meterhall;
using namespace meterhall::cjt188;
using devices::AtEnd;
using devices::ScanStatus;
using tests::hex;

namespace {
Bytes join(std::initializer_list<Bytes> parts) {
    Bytes all;
    for (const Bytes& part : parts)
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

Address address(const char* text) {
    return *Address::parse(QString::fromLatin1(text));
}
const Address gas = address("78110000001203");

Data decode(const Bytes& bytes, const Model& model = {}) {
    return decodeData(*parseFrame(bytes), model);
}
} // namespace

class Cjt188FrameTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyPrefixOfAFrameIsWaitedForAndIsNoFrameWhenNothingFollows() {
        const Bytes whole = tests::meterData({}, 7);
        for (std::size_t size = 0; size < whole.size(); ++size) {
            const ByteView prefix = ByteView(whole).first(size);
            QCOMPARE(findFrame(prefix, AtEnd::NothingFollows).status, ScanStatus::NotFound);
            if (size > 0)
                QCOMPARE(findFrame(prefix, AtEnd::MoreMayCome), (devices::Found{ScanStatus::NeedMore, 0, 0}));
            QVERIFY(!parseFrame(prefix).ok());
        }
        QVERIFY(parseFrame(whole).ok());
    }

    void preamblesNoiseAndMarksInsideNoiseAreSteppedOver() {
        const Bytes whole = tests::meterData({}, 7);
        for (const Bytes& noise : {hex("FEFEFEFEFEFEFEFEFEFEFEFE"), hex("0016"), hex("681616"), hex("6868686868"),
                                   hex("68FF001122334455667788 05 0102030405 16"), hex("4354524C3A2632303137")}) {
            const Bytes bytes = join({noise, whole, hex("FE00A5")});
            const auto found = findFrame(bytes, AtEnd::NothingFollows);
            QVERIFY(found.isFrame());
            QCOMPARE(found.offset, noise.size());
            QCOMPARE(found.size, whole.size());
        }
    }

    void framesBackToBackAreFoundOneAfterTheOther() {
        const Bytes first = tests::meterData({}, 1);
        const Bytes second = tests::history({}, 2, 3);
        const Bytes both = join({first, second});
        const auto one = findFrame(both, AtEnd::MoreMayCome);
        QCOMPARE(one, (devices::Found{ScanStatus::Found, 0, first.size()}));
        const auto two = findFrame(ByteView(both).subspan(one.end()), AtEnd::MoreMayCome);
        QCOMPARE(two, (devices::Found{ScanStatus::Found, 0, second.size()}));
    }

    void aFrameInTheDataOfABrokenOneIsFound() {
        const Bytes inner = tests::history({}, 2, 1);
        Bytes outer = tests::frame(0x10, QStringLiteral("00000000000001"), 0x81, inner);
        outer[outer.size() - 2] ^= 1;
        QCOMPARE(findFrame(outer, AtEnd::NothingFollows),
                 (devices::Found{ScanStatus::Found, headerSize, inner.size()}));
    }

    void encodingAndDecodingAnyFrameIsTheIdentity() {
        const bool holds = rc::check("decode(encode(frame)) == frame", [](std::uint8_t type, std::uint8_t control) {
            const auto wire = *rc::gen::container<std::array<std::uint8_t, 7>>(rc::gen::arbitrary<std::uint8_t>());
            const auto data = *rc::gen::suchThat<Bytes>([](const Bytes& b) { return b.size() <= maxDataSize; });
            FrameBuffer out;
            RC_ASSERT(encodeFrame(type, Address(wire), {control}, data, out).ok());
            const auto frame = parseFrame(out.bytes());
            RC_ASSERT(frame.ok());
            RC_ASSERT(frame->meterType == type && frame->control.raw == control && frame->address.wire() == wire);
            RC_ASSERT(Bytes(frame->data.begin(), frame->data.end()) == data);
            RC_ASSERT(*Address::parse(frame->address.toString()) == frame->address);
        });
        QVERIFY(holds);
    }

    void tooMuchDataIsRefused() {
        FrameBuffer out;
        QVERIFY(encodeFrame(0x10, gas, {1}, Bytes(256), out).failedWith(CjtError::DataTooLong));
    }

    void addressesAreFourteenHexDigits() {
        for (const char* text : {"", "7811000000120", "781100000012033", "7811000000120G", "78 110000001203"})
            QVERIFY(Address::parse(QString::fromLatin1(text)).failedWith(CjtError::BadAddress));
        QCOMPARE(gas.wire()[0], std::uint8_t(0x03));
    }

    void bothDiOrdersAreRead_data() {
        QTest::addColumn<QByteArray>("data");
        QTest::addColumn<int>("di");
        QTest::addColumn<int>("order");
        QTest::newRow("901F high") << QByteArray("901F00") << 0x901F << int(DiOrder::HighFirst);
        QTest::newRow("901F low") << QByteArray("1F9000") << 0x901F << int(DiOrder::LowFirst);
        QTest::newRow("A017 low") << QByteArray("17A000") << 0xA017 << int(DiOrder::LowFirst);
        QTest::newRow("D12B low") << QByteArray("2BD100") << 0xD12B << int(DiOrder::LowFirst);
        QTest::newRow("8106 high") << QByteArray("810600") << 0x8106 << int(DiOrder::HighFirst);
    }
    void bothDiOrdersAreRead() {
        QFETCH(QByteArray, data);
        QFETCH(int, di);
        QFETCH(int, order);
        const Data decoded = decode(tests::frame(0x10, QStringLiteral("00000000000001"), 0x01, hex(data.constData())));
        QCOMPARE(int(decoded.di), di);
        QCOMPARE(int(decoded.diOrder), order);
    }

    void theAskedIdentifierDecidesWhenBothOrdersLookRight() {
        const Bytes bytes = tests::frame(0x10, QStringLiteral("00000000000001"), 0x81, hex("90D201 452301002C"));
        QCOMPARE(int(decodeData(*parseFrame(bytes), {}).di), 0x90D2);
        const Data asked = decodeData(*parseFrame(bytes), {}, 0xD290);
        QCOMPARE(int(asked.di), 0xD290);
        QCOMPARE(asked.monthsBack, 0x91);
    }

    void fillsAreNotAvailableAndKeepTheirBytes() {
        for (const char* fill : {"FFFFFFFF", "EEEEEEEE", "4523A100", "452301F0"}) {
            const Bytes data = join({hex("901F01"), hex(fill), hex("2C"), hex("00000000 2C 09410720102620 0000")});
            const Data decoded = decode(tests::frame(0x30, QStringLiteral("78110000001203"), 0x81, data));
            const Item* current = decoded.find(Quantity::Current);
            QVERIFY(current && !current->available);
            QCOMPARE(toHex(current->bytes()), QString::fromLatin1(fill) + QStringLiteral("2C"));
            QVERIFY(decoded.doubts.has(Doubt::ValueNotDigits));
            QVERIFY(decoded.find(Quantity::Settlement)->available);
            QVERIFY(decoded.clock.valid);
        }
    }

    void aClockIsValidOnlyAsARealMomentInStandardOrder_data() {
        QTest::addColumn<QByteArray>("raw");
        QTest::addColumn<QString>("text");
        QTest::newRow("real") << QByteArray("59595929022820") << QString();
        QTest::newRow("leap day") << QByteArray("59592329022820") << "2028-02-29T23:59:59";
        QTest::newRow("no leap day") << QByteArray("59592329022720") << QString();
        QTest::newRow("second 60") << QByteArray("60592301012620") << QString();
        QTest::newRow("hour 24") << QByteArray("00002401012620") << QString();
        QTest::newRow("day 0") << QByteArray("00000000012620") << QString();
        QTest::newRow("month 13") << QByteArray("00000001132620") << QString();
        QTest::newRow("century 19") << QByteArray("00000001012619") << QString();
        QTest::newRow("reversed") << QByteArray("20261020074109") << QString();
        QTest::newRow("not digits") << QByteArray("FFFFFFFFFFFFFF") << QString();
        QTest::newRow("zeros") << QByteArray("00000000000000") << QString();
        QTest::newRow("plain") << QByteArray("09410720102620") << "2026-10-20T07:41:09";
    }
    void aClockIsValidOnlyAsARealMomentInStandardOrder() {
        QFETCH(QByteArray, raw);
        QFETCH(QString, text);
        const ClockReading clock = decodeClock(hex(raw.constData()));
        QCOMPARE(clock.valid, !text.isEmpty());
        QCOMPARE(toHex(clock.raw), QString::fromLatin1(raw));
        if (clock.valid)
            QCOMPARE(clock.toString(), text);
    }

    void civilSecondsCountFromTheEpoch() {
        QCOMPARE(decodeClock(hex("00000001010020")).civilSeconds(), std::int64_t(946684800));
        QCOMPARE(decodeClock(hex("09410720102620")).civilSeconds(), std::int64_t(1792482069));
    }

    void makersKeepValveAndBatteryInTheirOwnBits() {
        const StatusReading standard = decodeStatus(hex("0500"), {});
        QVERIFY(standard.valve == Valve::Closed && standard.batteryLow);
        const StatusMasks other{.valve = 0xC0, .battery = 0x20, .reserved = 0x00};
        const StatusReading own = decodeStatus(hex("E500"), other);
        QVERIFY(own.valve == Valve::Fault && own.batteryLow && !own.reservedBitsSet);
    }

    void errorRepliesOfAnyLengthAreTakenAsTheyAre() {
        for (const char* data : {"", "02", "0102", "011122", "901F0102", "0102030405"}) {
            const Data decoded = decode(tests::frame(0x10, QStringLiteral("00000000000001"), 0xC1, hex(data)));
            QVERIFY(decoded.isErrorReply);
            QCOMPARE(decoded.status.sent, QByteArray(data).size() == 6);
            QCOMPARE(int(decoded.payloadSize), int(QByteArray(data).size() / 2));
        }
    }

    void bitFiveIsPrivateIn2004AndSaysMoreFollowsIn2018() {
        Bytes bytes = tests::meterData({}, 1);
        bytes[9] = 0xA1;
        bytes[bytes.size() - 2] = static_cast<std::uint8_t>(bytes[bytes.size() - 2] + 0x20);
        QVERIFY(!decode(bytes).hasDi);
        const Data of2018 = decode(bytes, {.edition = Edition::Of2018});
        QVERIFY(of2018.hasDi && of2018.interpreted && of2018.doubts.has(Doubt::MoreFollows));
    }

    void unitsAreNeverAssumed() {
        QVERIFY(decode(tests::meterData({.unit = 0x00}, 1)).doubts.has(Doubt::UnitUnknown));
        QVERIFY(decode(tests::meterData({.unit = 0x05}, 1)).doubts.has(Doubt::UnitUnexpected));
        QVERIFY(decode(tests::meterData({.unit = 0x29}, 1)).doubts.none());
        QCOMPARE(unitOf(0x2A)->inBase({1234, 2}).toString(), QStringLiteral("123.4"));
        QCOMPARE(unitOf(0x2B)->inBase({5, 0}).toString(), QStringLiteral("500"));
        QVERIFY(!unitOf(0x00) && !unitOf(0xFF) && !unitOf(0x41));
    }

    void aSettledValueAboveTheCurrentOneIsDoubtful() {
        QVERIFY(decode(tests::meterData({.settlement = 183428}, 1)).doubts.has(Doubt::SettlementAboveCurrent));
        QVERIFY(decode(tests::meterData({.settlement = 183427}, 1)).doubts.none());
    }

    // Bytes computed by hand from the published layout.
    void requestsAreEncodedAsTheTableSays_data() {
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char* name, const Result<Request>& request, const char* expected) {
            QVERIFY2(request.ok(), name);
            FrameBuffer out;
            QVERIFY(encodeRequest(*request, {.meterType = 0x30, .preambleBytes = 0}, 0x21, out).ok());
            const auto parsed = parseFrame(out.bytes());
            QVERIFY(parsed.ok());
            const QString got = hexOf(parsed->control.raw) + QStringLiteral(" ") + toHex(parsed->data);
            QTest::newRow(name) << (QByteArray(expected) + "|" + got.toLatin1());
        };
        row("901F", Request::readData(gas), "01 901F21");
        row("911F", Request::readHeatAndCold(gas), "01 911F21");
        row("D120", Request::readHistory(gas, 1), "01 D12021");
        row("D12B", Request::readHistory(gas, 12), "01 D12B21");
        row("D2FF", Request::readLongHistory(gas, 256), "01 D2FF21");
        row("8102", Request::readPriceTable(gas), "01 810221");
        row("8103", Request::readSettlementDay(gas), "01 810321");
        row("8104", Request::readReadingDay(gas), "01 810421");
        row("8105", Request::readPurchase(gas), "01 810521");
        row("8106", Request::readKeyVersion(gas), "09 810621");
        row("810A", Request::readAddress(gas), "03 810A21");
        row("A010", Request::writePriceTable(gas, {{228, 273, 9999}, {400, 1200}, 5}),
            "04 A01021280200000400730200001200999900 05");
        row("A011", Request::writeSettlementDay(gas, 25), "04 A0112125");
        row("A012", Request::writeReadingDay(gas, 1), "04 A0122101");
        row("A013", Request::writePurchase(gas, 0x33, 1234567), "04 A0132133 67452301");
        row("A014", Request::writeKey(gas, 2, {1, 2, 3, 4, 5, 6, 7, 8}), "04 A01421020102030405060708");
        row("A015", Request::writeClock(gas, {*Date::of(2026, 11, 20), 21, 5, 59}), "04 A0152159052120112620");
        row("A017 open", Request::valve(tests::clearanceFor(gas.toString(), ValveAction::Open)), "04 A0172155");
        row("A017 close", Request::valve(tests::clearanceFor(gas.toString(), ValveAction::Close)), "04 A0172199");
        row("A019", Request::leaveFactory(gas), "04 A01921");
        row("A018", Request::writeAddress(gas, address("78110000009999")), "15 A018219999000000 1178");
        row("A016", Request::syncCounter(gas, {183427, 2}, 0x2C), "16 A01621273418002C");
    }
    void requestsAreEncodedAsTheTableSays() {
        QFETCH(QByteArray, expected);
        const QList<QByteArray> parts = expected.split('|');
        QCOMPARE(QByteArray(parts[1]).replace(" ", ""), QByteArray(parts[0]).replace(" ", ""));
    }

    void theOtherOrderPreamblesAndMissingSerialComeFromTheModel() {
        FrameBuffer out;
        const Model model{.meterType = 0x10, .diOrder = DiOrder::LowFirst, .preambleBytes = 2, .sendsSerial = false};
        QVERIFY(encodeRequest(Request::readData(gas), model, 9, out).ok());
        QCOMPARE(toHex(out.bytes()), QStringLiteral("FEFE681003120000001178 01021F90C816").remove(u' '));
    }

    void everyRequestOfOursIsReadBackAsItWas() {
        const auto price = Request::writePriceTable(gas, {{228, 273, 9999}, {400, 1200}, 5});
        const Data table = decode(
            tests::frame(0x30, QStringLiteral("78110000001203"), 0x04, hex("A0102128020000040073020000120099990005")));
        QVERIFY(price.ok() && table.interpreted);
        QCOMPARE(table.find(Quantity::Price1)->value.toString(), QStringLiteral("2.28"));
        QCOMPARE(table.find(Quantity::Volume2)->value.toString(), QStringLiteral("1200"));
        QCOMPARE(table.find(Quantity::Price3)->value.toString(), QStringLiteral("99.99"));
        QCOMPARE(table.find(Quantity::StartDay)->value.toString(), QStringLiteral("5"));
    }

    void writesToBroadcastAddressesCannotBeMade() {
        for (const std::uint8_t fill : {0xAA, 0xFF, 0xDD, 0x99}) {
            const Address all = Address::filledWith(fill);
            QVERIFY(all.isBroadcast());
            const auto refused = [](const Result<Request>& r) { return r.failedWith(CjtError::BroadcastWrite); };
            QVERIFY(refused(Request::valve(tests::clearanceFor(all.toString(), ValveAction::Open))));
            QVERIFY(refused(Request::valve(tests::clearanceFor(all.toString(), ValveAction::Close))));
            QVERIFY(refused(Request::writePriceTable(all, {})));
            QVERIFY(refused(Request::writeSettlementDay(all, 1)));
            QVERIFY(refused(Request::writeReadingDay(all, 1)));
            QVERIFY(refused(Request::writePurchase(all, 1, 100)));
            QVERIFY(refused(Request::writeKey(all, 1, {})));
            QVERIFY(refused(Request::writeClock(all, {*Date::of(2026, 1, 1)})));
            QVERIFY(refused(Request::leaveFactory(all)));
            QVERIFY(refused(Request::writeAddress(all, gas)));
            QVERIFY(refused(Request::syncCounter(all, {0, 0}, 0x2C)));
            FrameBuffer out;
            QVERIFY(encodeRequest(Request::readData(all), {}, 0, out).ok());
        }
        QVERIFY(!Address::filledWith(0x55).isBroadcast());
        QVERIFY(!address("AAAAAAAAAAAA00").isBroadcast());
        QVERIFY(Request::writeAddress(gas, Address::wildcard()).failedWith(CjtError::BadArgument));
    }

    void argumentsOutOfRangeAreRefused() {
        const auto bad = [](const Result<Request>& r) { return r.failedWith(CjtError::BadArgument); };
        QVERIFY(bad(Request::readHistory(gas, 0)) && bad(Request::readHistory(gas, 13)));
        QVERIFY(bad(Request::readLongHistory(gas, 257)));
        QVERIFY(bad(Request::writeSettlementDay(gas, 0)) && bad(Request::writeReadingDay(gas, 32)));
        QVERIFY(bad(Request::writePurchase(gas, 1, -1)) && bad(Request::writePurchase(gas, 1, 100'000'000)));
        QVERIFY(bad(Request::writePriceTable(gas, {{-1, 0, 0}, {0, 0}, 1})));
        QVERIFY(bad(Request::writePriceTable(gas, {{0, 0, 0}, {1'000'000, 0}, 1})));
        QVERIFY(bad(Request::writePriceTable(gas, {{0, 0, 0}, {0, 0}, 0})));
        QVERIFY(bad(Request::writeClock(gas, {*Date::of(1999, 12, 31)})));
        QVERIFY(bad(Request::writeClock(gas, {*Date::of(2026, 12, 31), 24})));
        QVERIFY(bad(Request::syncCounter(gas, {100'000'000, 2}, 0x2C)) && bad(Request::syncCounter(gas, {1, 2}, 0)));
        QVERIFY(!Request::syncCounter(gas, {1, 3}, 0x2C).ok());
    }

private:
    static QString hexOf(std::uint8_t byte) { return toHex(ByteView(&byte, 1)); }
};
METERHALL_TEST_CASE(Cjt188FrameTest)

#include "cjt188_frame_test.moc"
