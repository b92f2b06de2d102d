#include "app/town/wire/cjt188_wire.h"
#include "tests/app/town/wire/vector_lines.h"
#include "tests/support/test_case.h"

#include <QTest>

#include <rapidcheck.h>

using namespace meterhall;
using namespace meterhall::town;

namespace {
Bytes hex(const char* text) {
    return *fromHex(QString::fromLatin1(text));
}

// Put together and summed by hand: gas, address 78112100100017, 901F high byte first, SER 09.
constexpr auto gasRequest = "6830170010002111780103901F092516";
// 1834.27 m3 now, 1800.50 at the settlement, 2026-11-20 08:15:30, valve closed, battery low.
constexpr auto gasAnswer = "6830170010002111788116901F09"
                           "273418002C500018002C30150820112620"
                           "0500B416";
} // namespace

class Cjt188WireTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRequestIsWrittenAsByHand() {
        const Cjt188Frame request{0x30, *addressFromShown(u"78112100100017"), cjt::read, hex("901F09")};
        QCOMPARE(toHex(encoded(request)), QString::fromLatin1(gasRequest));
        QCOMPARE(toHex(encoded(request, 3)), QStringLiteral("FEFEFE") + QLatin1String(gasRequest));
    }

    void anAnswerIsWrittenAsByHand() {
        Cjt188Frame answer{0x30, *addressFromShown(u"78112100100017"), cjt::read | cjt::answer, hex("901F09")};
        appendVolume(answer.data, 183427);
        appendVolume(answer.data, 180050);
        appendClock(answer.data, CivilTime{2026, 11, 20, 8, 15, 30}, false);
        answer.data.insert(answer.data.end(), {0x05, 0x00});
        QCOMPARE(toHex(encoded(answer)), QString::fromLatin1(gasAnswer));
    }

    void theAddressIsShownBackwards() {
        const MeterAddress address = *addressFromShown(u"78112100100017");
        QCOMPARE(address[0], std::uint8_t(0x17));
        QCOMPARE(address[6], std::uint8_t(0x78));
        QCOMPARE(shownAddress(address), QStringLiteral("78112100100017"));
        QVERIFY(!addressFromShown(u"781121001000").ok());
        QVERIFY(isEverybody(*addressFromShown(u"AAAAAAAAAAAAAA")));
    }

    void aReversedClockHasTheSameBytesFromTheOtherEnd() {
        Bytes usual;
        Bytes reversed;
        const CivilTime time{2026, 11, 20, 8, 15, 30};
        appendClock(usual, time, false);
        appendClock(reversed, time, true);
        QCOMPARE(toHex(usual), QStringLiteral("30150820112620"));
        QCOMPARE(toHex(reversed), QStringLiteral("20261120081530"));
        QCOMPARE(clockFrom(usual), time);
    }

    void digitsThatAreNoDecimalHaveNoValue() {
        QCOMPARE(bcdValue(hex("2734180000")), std::optional<std::int64_t>(183427));
        QCOMPARE(bcdValue(hex("FF34")), std::nullopt);
        QCOMPARE(bcdValue(hex("3A")), std::nullopt);
    }

    void everyBeginningOfAFrameWaitsForMore() {
        const Bytes whole = hex(gasAnswer);
        for (std::size_t length = 0; length < whole.size(); ++length) {
            const Cjt188Scan scan = scanCjt188(ByteView(whole).first(length));
            QVERIFY(!scan.frame);
            QCOMPARE(scan.consumed, std::size_t(0));
        }
        QVERIFY(scanCjt188(whole).frame);
    }

    void anyChangedByteLeavesNoFrame() {
        const Bytes whole = hex(gasAnswer);
        for (std::size_t at = 0; at < whole.size(); ++at) {
            for (int change = 1; change < 256; ++change) {
                Bytes damaged = whole;
                damaged[at] = static_cast<std::uint8_t>(damaged[at] ^ change);
                QVERIFY2(!scanCjt188(damaged).frame, qPrintable(toHex(damaged)));
            }
        }
    }

    void aFrameIsFoundBehindAnyNoise() {
        const bool held = rc::check([](const Bytes& noise, const Bytes& anyData, std::uint8_t type) {
            Cjt188Frame frame{type, {1, 2, 3, 4, 5, 6, 7}, cjt::read, anyData};
            frame.data.resize(std::min<std::size_t>(frame.data.size(), 100));
            Bytes stream = noise;
            std::erase(stream, std::uint8_t(0x68)); // or the noise is the beginning of something longer
            const Bytes wire = encoded(frame, 2);
            stream.insert(stream.end(), wire.begin(), wire.end());
            const Cjt188Scan scan = scanCjt188(stream);
            RC_ASSERT(scan.frame.has_value());
            RC_ASSERT(*scan.frame == frame);
            RC_ASSERT(scan.consumed == stream.size());
        });
        QVERIFY(held);
    }

    void theTownReadsThePublishedFrames() {
        const auto lines = tests::vectorLines(QStringLiteral("cjt188/frames.jsonl"));
        if (lines.empty())
            QSKIP("the published frames are not beside the project");
        for (const QJsonObject& line : lines) {
            const QByteArray id = line[QStringLiteral("id")].toString().toUtf8();
            const QJsonObject expected = line[QStringLiteral("expect")].toObject();
            const Cjt188Scan scan = scanCjt188(*fromHex(line[QStringLiteral("hex")].toString()));
            QVERIFY2(scan.frame, id.constData());
            QCOMPARE(toHex(Bytes{scan.frame->type}), expected[QStringLiteral("meter_type")].toString());
            QCOMPARE(shownAddress(scan.frame->address), expected[QStringLiteral("address")].toString());
            QCOMPARE(toHex(Bytes{scan.frame->control}), expected[QStringLiteral("control")].toString());
            QCOMPARE(int(scan.frame->data.size()), expected[QStringLiteral("length")].toInt());
            QCOMPARE(toHex(encoded(*scan.frame)), expected[QStringLiteral("frame")].toString().toUpper());
        }
    }

    void theTownRefusesThePublishedBadFrames() {
        const auto lines = tests::vectorLines(QStringLiteral("cjt188/malformed.jsonl"));
        if (lines.empty())
            QSKIP("the published frames are not beside the project");
        for (const QJsonObject& line : lines)
            QVERIFY2(!scanCjt188(*fromHex(line[QStringLiteral("hex")].toString())).frame,
                     line[QStringLiteral("id")].toString().toUtf8().constData());
    }
};
METERHALL_TEST_CASE(Cjt188WireTest)

#include "cjt188_wire_test.moc"
