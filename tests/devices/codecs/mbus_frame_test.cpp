#include "devices/codecs/decode.h"
#include "tests/devices/codecs/mbus_frames.h"
#include "tests/support/test_case.h"

#include <QJsonArray>
#include <QTest>

#include <random>
#include <rapidcheck.h>

using namespace meterhall;
using namespace meterhall::mbus;
using devices::AtEnd;
using devices::ScanStatus;
using tests::hex;
using tests::mbus::telegram;

namespace {
constexpr const char* volume = "0C1345230100";

Bytes sent(const Request& request, bool fcb = true) {
    FrameBuffer out;
    const auto encoded = request.encode(fcb, out);
    Q_ASSERT(encoded.ok());
    return Bytes(out.bytes().begin(), out.bytes().end());
}
} // namespace

class MbusFrameTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyPrefixOfAFrameIsWaitedForAndIsNoFrameWhenNothingFollows() {
        for (const Bytes& whole : {telegram({}, volume), sent(Request::readData(7)), hex("680303685305BD1516")}) {
            for (std::size_t size = 0; size < whole.size(); ++size) {
                const ByteView prefix = ByteView(whole).first(size);
                QCOMPARE(findFrame(prefix, AtEnd::NothingFollows).status, ScanStatus::NotFound);
                if (size > 0)
                    QCOMPARE(findFrame(prefix, AtEnd::MoreMayCome), (devices::Found{ScanStatus::NeedMore, 0, 0}));
                QVERIFY(!parseFrame(prefix).ok());
            }
            QVERIFY(parseFrame(whole).ok());
        }
    }

    void noiseAndMarksInsideNoiseAreSteppedOver() {
        const Bytes whole = telegram({}, volume);
        for (const char* noise : {"FEFEFE", "0016", "681616", "6868686868", "681F1F16", "107B", "10FF00FF16", "00E5"}) {
            Bytes bytes = hex(noise);
            const std::size_t before = bytes.size();
            bytes.insert(bytes.end(), whole.begin(), whole.end());
            bytes.push_back(0xFE);
            const auto found = findFrame(bytes, AtEnd::NothingFollows);
            QVERIFY2(found.isFrame(), noise);
            QCOMPARE(found.offset, before);
            QCOMPARE(found.size, whole.size());
        }
    }

    void everyBitOfALongFrameIsGuarded() {
        const Bytes whole = telegram({}, volume);
        for (std::size_t bit = 0; bit < whole.size() * 8; ++bit) {
            Bytes damaged = whole;
            damaged[bit / 8] ^= static_cast<std::uint8_t>(1U << bit % 8);
            QVERIFY2(!parseFrame(damaged).ok(), qPrintable(QString::number(bit)));
        }
    }

    void encodingAndDecodingAnyFrameIsTheIdentity() {
        const bool holds = rc::check(
            "decode(encode(frame)) == frame", [](std::uint8_t control, std::uint8_t address, std::uint8_t ci) {
                const auto data = *rc::gen::suchThat<Bytes>([](const Bytes& b) { return b.size() <= maxDataSize; });
                FrameBuffer out;
                RC_ASSERT(encodeLongFrame({control}, address, ci, data, out).ok());
                const auto frame = parseFrame(out.bytes());
                RC_ASSERT(frame.ok());
                RC_ASSERT(frame->control.raw == control && frame->address == address);
                RC_ASSERT(frame->ci == ci);
                RC_ASSERT(Bytes(frame->data.begin(), frame->data.end()) == data);
            });
        QVERIFY(holds);
    }

    void tooMuchDataIsRefused() {
        FrameBuffer out;
        QVERIFY(encodeLongFrame(sndUd, 1, 0x51, Bytes(253), out).failedWith(MbusError::TooLong));
        QVERIFY(encodeLongFrame(sndUd, 1, 0x51, Bytes(252), out).ok());
        QVERIFY(encodeShortFrame(sndNke, 1, out).failedWith(MbusError::TooLong));
    }

    // The examples of "The M-Bus: a documentation" and of EN 13757-2 and -3.
    void requestsAreThePublishedOnes() {
        QCOMPARE(sent(Request::reset(0xFE)), hex("1040FE3E16"));
        QCOMPARE(sent(Request::readData(0xFE)), hex("107BFE7916"));
        QCOMPARE(sent(Request::readData(0xFE), false), hex("105BFE5916"));
        QCOMPARE(sent(Request::readAlarms(1), false), hex("105A015B16"));
        QCOMPARE(sent(*Request::setAddress(0xFD, 8), false), hex("6806066853FD51017A082416"));
        QCOMPARE(sent(*Request::setBaudRate(0, 9600), false), hex("680303685300BD1016"));
        QCOMPARE(sent(*Request::resetApplication(0, 0x10), false), hex("6804046853005010B316"));
        QCOMPARE(sent(Request::select({}), false), hex("680B0B6853FD52FFFFFFFFFFFFFFFF9A16"));
        QCOMPARE(sent(*Request::setIdentification(0, 0x12345678), false), hex("680909685300510C79785634123D16"));
        QCOMPARE(sent(*Request::readAllRecords(1), false), hex("680404685301517F2416"));
        SecondaryAddress enhanced{.id = 0x12345678};
        enhanced.fabrication = 0x00000042;
        QCOMPARE(sent(Request::select(enhanced)).size(), std::size_t(6 + 3 + 14));
    }

    void whatChangesAMeterGoesToOneOnly() {
        for (const std::uint8_t address : {std::uint8_t(251), std::uint8_t(254), std::uint8_t(255)}) {
            QVERIFY(Request::setAddress(address, 8).failedWith(MbusError::BroadcastWrite));
            QVERIFY(Request::sendData(address, {}).failedWith(MbusError::BroadcastWrite));
        }
        for (const std::uint8_t newAddress : {std::uint8_t(0), std::uint8_t(251), std::uint8_t(255)})
            QVERIFY(Request::setAddress(5, newAddress).failedWith(MbusError::BadArgument));
        QVERIFY(Request::setBaudRate(5, 1000).failedWith(MbusError::BadArgument));
        QVERIFY(Request::setIdentification(5, 0x1234567A).failedWith(MbusError::BadAddress));
        QVERIFY(Request::sendData(5, Bytes(253)).failedWith(MbusError::TooLong));
        QCOMPARE(baudRateOf(0xB8), 300);
        QCOMPARE(baudRateOf(0xBF), 38400);
        QCOMPARE(baudRateOf(0xC0), 0);
    }

    void secondaryAddressesAreReadAsTheyArePrinted() {
        const auto whole = SecondaryAddress::parse(u"876543212C2D0A07");
        QVERIFY(whole.ok() && !whole->isPattern());
        QCOMPARE(whole->manufacturer, *Manufacturer::parse(u"KAM"));
        QCOMPARE(whole->toString(), QStringLiteral("876543212C2D0A07"));
        QVERIFY(SecondaryAddress::parse(u"87654321")->isPattern());
        for (const char* text : {"", "8765432", "876543212C2D0A", "8765432G", "87 65 43 21"})
            QVERIFY(SecondaryAddress::parse(QString::fromLatin1(text)).failedWith(MbusError::BadAddress));
        QVERIFY(Manufacturer::parse(u"KA").failedWith(MbusError::BadAddress));
        QVERIFY(Manufacturer::parse(u"kam").failedWith(MbusError::BadAddress));
        const Bytes bytes = telegram({}, volume);
        const auto application = readApplication(viewFrame(bytes));
        QVERIFY(whole->matches(application->header));
        QVERIFY(SecondaryAddress::parse(u"8F65FF21")->matches(application->header));
        QVERIFY(!SecondaryAddress::parse(u"8F65FF22")->matches(application->header));
        QVERIFY(!SecondaryAddress::parse(u"FFFFFFFF2C2D0B07")->matches(application->header));
    }

    void aCutHeaderIsAnError() {
        for (int size = 0; size < 12; ++size)
            QVERIFY(readApplication(0x72, Bytes(std::size_t(size)), false).failedWith(MbusError::HeaderTooShort));
        for (int size = 0; size < 16; ++size)
            QVERIFY(readApplication(0x73, Bytes(std::size_t(size)), false).failedWith(MbusError::HeaderTooShort));
        QVERIFY(readApplication(0x72, Bytes(12), false).ok());
    }

    void everyCiIsNamedOrUnknownAndNoneFails() {
        const Bytes data(40, 0x2F);
        for (unsigned ci = 0; ci < 256; ++ci) {
            const auto application = readApplication(static_cast<std::uint8_t>(ci), data, false);
            QVERIFY(application.ok());
            QCOMPARE(application->structure == Structure::Unknown, application->name.empty());
        }
    }

    void oldMetersMayWriteAnythingIntoTheSignature() {
        Bytes data = hex("21436587 2D2C 0A 07 2A 00 2005 0C1345230100");
        QVERIFY(readApplication(0x72, data, false)->structure == Structure::VariableData);
        data[12] = 0x3F; // no record that the standard knows
        QVERIFY(readApplication(0x72, data, false)->structure == Structure::Encrypted);
        data[11] = 0xB6; // and no security mode either: broken, not encrypted
        QVERIFY(readApplication(0x72, data, false)->structure == Structure::VariableData);
    }

    void shortFramesAndTheSingleCharacterAreDecodedOnALineOfTheirOwn() {
        const auto decode = [](const char* text, const char* protocol) {
            return devices::decodeBytes({}, hex(text), *devices::Protocol::parse(QString::fromLatin1(protocol)),
                                        {.explain = true});
        };
        const auto both = decode("107B058016 6800 E5", "mbus");
        QCOMPARE(both.size(), std::size_t(1));
        QCOMPARE(both[0][QStringLiteral("frame")][QStringLiteral("control_name")].toString(),
                 QStringLiteral("REQ_UD2"));
        const auto alone = decode("E5", "mbus");
        QVERIFY(alone[0][QStringLiteral("ok")].toBool());
        QCOMPARE(alone[0][QStringLiteral("frame")][QStringLiteral("kind")].toString(),
                 QStringLiteral("single_character"));
        QVERIFY(!decode("E5", "auto")[0][QStringLiteral("ok")].toBool());
        QVERIFY(!decode("107B057F16", "mbus")[0][QStringLiteral("ok")].toBool());
    }

    // Random damage with a right sum behind it: nothing crashes, and every byte is explained once.
    void mutationsNeverCrash() {
        std::mt19937 random(20261120);
        const std::array seeds{telegram({}, "0C13452301003B3B0F0000426C3F3C0DFD1103434241"),
                               telegram({}, "04FC03485225 74D4110000046D1E173F3C8CB01013452301000F0102"),
                               hex("6813136808057378563412 0A00E97E01000000350100003916")};
        for (int round = 0; round < 8'000; ++round) {
            Bytes bytes = seeds[std::size_t(round) % seeds.size()];
            const unsigned changes = 1 + random() % 4;
            for (unsigned i = 0; i < changes; ++i)
                bytes[4 + random() % (bytes.size() - 6)] = static_cast<std::uint8_t>(random());
            bytes[bytes.size() - 2] = devices::sum8(ByteView(bytes).subspan(4, bytes.size() - 6));
            const QJsonObject decoded =
                devices::decodeBytes({}, bytes, *devices::Protocol::parse(u"mbus"), {.explain = round % 8 == 0})
                    .front();
            if (round % 8 != 0)
                continue;
            QString joined;
            for (const QJsonValue& part : decoded[QStringLiteral("explain")].toArray())
                joined += part[QStringLiteral("hex")].toString();
            QCOMPARE(joined, toHex(bytes).toLower());
        }
    }
};
METERHALL_TEST_CASE(MbusFrameTest)

#include "mbus_frame_test.moc"
