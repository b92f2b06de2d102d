#include "devices/codecs/dlt645/describe.h"
#include "devices/codecs/dlt645/words.h"
#include "devices/codecs/vectors.h"
#include "tests/core/commands/clean_facts.h"
#include "tests/devices/codecs/dlt645_frames.h"
#include "tests/devices/codecs/meter_frames.h"
#include "tests/support/test_case.h"

#include <QTest>

#include <memory>
#include <random>
#include <rapidcheck.h>

using namespace meterhall;
using namespace meterhall::dlt645;
using devices::AtEnd;
using devices::ScanStatus;
using tests::dltFrame;
using tests::hex;

namespace {
constexpr const char* meter = "202611000471";

Address dltAddress(const char* text) {
    return *Address::parse(QString::fromLatin1(text));
}

std::unique_ptr<Data> decoded(const Bytes& bytes, const Settings& settings = {}) {
    auto data = std::make_unique<Data>();
    decodeData(*parseFrame(bytes), settings, *data);
    return data;
}

/// The texts of all values, "null" for those that are not available.
QString valuesOf(const Data& data) {
    QStringList texts;
    for (const Item& item : data.all())
        texts += item.available ? textOf(item, data.rawOf(item)) : QStringLiteral("null");
    return texts.join(u' ');
}

QString answered(const char* data, const Settings& settings = {}) {
    return valuesOf(*decoded(dltFrame(meter, 0x91, data), settings));
}

std::span<const Row> tableOf(unsigned page) {
    return (page < 0x22 ? tableFor(Edition::Of2007, page << 24) : tableFor(Edition::Of1997, 0x9010)).rows;
}

std::size_t sizeOfFields(std::span<const Field> fields) {
    std::size_t size = 0;
    for (const Field& field : fields)
        size += field.size;
    return size;
}
} // namespace

class Dlt645FrameTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyPrefixOfAFrameIsWaitedForAndIsNoFrameWhenNothingFollows() {
        const Bytes whole = dltFrame(meter, 0x91, "0000010089674523");
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
        const Bytes whole = dltFrame(meter, 0x91, "0000010089674523");
        for (const Bytes& noise : {hex("FEFEFEFEFEFEFEFE"), hex("0016"), hex("6868686868"), hex("68FEFEFEFEFEFE"),
                                   hex("68112233445566689108"), hex("FEAAAA")}) {
            Bytes bytes = noise;
            bytes.insert(bytes.end(), whole.begin(), whole.end());
            bytes.push_back(0xFE);
            const auto found = findFrame(bytes, AtEnd::NothingFollows);
            QCOMPARE(found, (devices::Found{ScanStatus::Found, noise.size(), whole.size()}));
        }
    }

    void encodingAndDecodingAnyFrameIsTheIdentity() {
        const bool holds = rc::check("decode(encode(frame)) == frame", [](std::uint8_t control) {
            const auto wire = *rc::gen::container<std::array<std::uint8_t, 6>>(rc::gen::arbitrary<std::uint8_t>());
            const auto data = *rc::gen::suchThat<Bytes>([](const Bytes& b) { return b.size() <= maxDataSize; });
            FrameBuffer out;
            RC_ASSERT(encodeFrame(Address(wire), {control}, data, out).ok());
            const auto frame = parseFrame(out.bytes());
            RC_ASSERT(frame.ok());
            RC_ASSERT(frame->control.raw == control && frame->address.wire() == wire);
            RC_ASSERT(tests::dltData(*frame) == toHex(data));
        });
        QVERIFY(holds);
        FrameBuffer out;
        QVERIFY(encodeFrame(dltAddress(meter), {1}, Bytes(256), out).failedWith(DltError::DataTooLong));
    }

    void addressesAreDigitsOrWildcardsAndMayBeShort() {
        for (const char* text : {"", "2026110004711", "20261100047", "20261100047B", "2026 11000471", "20261100047100"})
            QVERIFY2(Address::parse(QString::fromLatin1(text)).failedWith(DltError::BadAddress), text);
        const Address shortened = dltAddress("0471");
        QCOMPARE(shortened.toString(), QStringLiteral("AAAAAAAA0471"));
        QVERIFY(shortened.covers(dltAddress(meter)) && shortened.hasWildcard());
        QVERIFY(!shortened.covers(dltAddress("202611000472")));
        QVERIFY(Address::wildcard().covers(dltAddress(meter)));
        QVERIFY(Address::broadcast().isBroadcast() && !Address::broadcast().hasWildcard());
    }

    // The standard's own examples of formats and signs (annex A and its notes), with other digits.
    void valuesAreReadAsTheAnnexSays_data() {
        QTest::addColumn<QByteArray>("data");
        QTest::addColumn<QString>("values");
        const auto row = [](const char* name, const char* data, const char* values) {
            QTest::newRow(name) << QByteArray(data) << QString::fromUtf8(values);
        };
        row("energy", "00000100 78563412", "123456.78");
        row("energy largest", "00000100 99999999", "999999.99");
        row("signed energy", "00000000 78563492", "-123456.78");
        row("signed reactive", "00000300 01000080", "-0.01");
        row("reverse has no sign", "00000200 00000080", "800000.00");
        row("phase B forward", "00002900 10000000", "0.10");
        row("linked energy", "00008000 10000000", "0.10");
        row("remaining energy", "00019000 50000000", "0.50");
        row("overdrawn amount", "01029000 50000000", "0.50");
        row("demand", "00000101 563412 1020051126", "12.3456 2026-11-05T20:10");
        row("demand of tariffs", "00FF0101 010000 0001010126 020000 0002010126",
            "0.0001 2026-01-01T01:00 0.0002 2026-01-01T02:00");
        row("signed demand", "00000301 010080 0001010126", "-0.0001 2026-01-01T01:00");
        row("bad time keeps the demand", "00000101 563412 1020311126", "12.3456 null");
        row("current", "00010202 345612", "125.634");
        row("current reverse", "00010202 345692", "-125.634");
        row("power", "00000302 563482", "-2.3456");
        row("apparent", "00000502 563402", "2.3456");
        row("factor block", "00FF0602 0010 9909 9989 FFFF", "1.000 0.999 -0.999 null");
        row("angles", "00FF0702 0000 0012 0024", "0.0 120.0 240.0");
        row("harmonics of a phase", "FF010A02 0001 0002 0003", "1.00 2.00 3.00");
        row("battery minutes", "0A008002 78563412", "12345678");
        row("variables block", "FF008002 000100 0050 010000 020000 030000 040000 2502 5503 6003 01000000",
            "0.100 50.00 0.0001 0.0002 0.0003 0.0004 22.5 3.55 3.60 1");
        row("price", "20008002 00500000", "0.5000");
        row("counts of a phase event", "00000103 010000 020000 000000 000000 030000 040000", "1 2 0 0 3 4");
        row("power down record", "01001103 000102030426 010102030426", "2026-04-03T02:01:00 2026-04-03T02:01:01");
        row("setting of the clock", "01043003 44332211 000102030426 010102030426",
            "11223344 2026-04-03T02:01:00 2026-04-03T02:01:01");
        row("trips", "0100001D 050000", "5");
        row("detail start", "01010110 000102030426", "2026-04-03T02:01:00");
        row("meter number", "02040004 710400112620", "202611000471");
        row("meter number with fill", "02040004 7104001126FF", "null");
        row("settlement day", "010B0004 0001", "01T00");
        row("settlement day not set", "010B0004 9999", "null");
        row("holiday", "01000304 02010126", "2026-01-01 no. 2");
        row("cyclic screen", "01010404 00000100 00", "00010000 0");
        row("zone table", "00000104 010101 020107", "01-01 no. 1 07-01 no. 2");
        row("tariff price", "01010504 00500000", "0.5000");
        row("threshold", "01010904 8017", "178.0");
        row("hourly freeze", "01010405 10270000", "27.10");
        row("timed freeze time", "01000005 0018201126", "2026-11-20T18:00");
        row("daily freeze block", "01FF0605 0000201126 AA 10270000 34120000 AA 01000000 AA",
            "2026-11-20T00:00 27.10 12.34 0.01");
        row("hourly freeze block", "01FF0405 0018201126 10270000 01000000", "2026-11-20T18:00 27.10 0.01");
        row("frozen demand", "01090605 563412 1020051126 563412 1020051126",
            "12.3456 2026-11-05T20:10 12.3456 2026-11-05T20:10");
        row("frozen powers", "01100005 010000 020000 030000 040000 050000 060000 070000 080080",
            "0.0001 0.0002 0.0003 0.0004 0.0005 0.0006 0.0007 -0.0008");
    }
    void valuesAreReadAsTheAnnexSays() {
        QFETCH(QByteArray, data);
        QFETCH(QString, values);
        QCOMPARE(answered(data.constData()), values);
    }

    void longAndShortAnswersAreReadAndTold() {
        const auto extra = decoded(dltFrame(meter, 0x91, "00010102 3522 77"));
        QCOMPARE(valuesOf(*extra), QStringLiteral("223.5"));
        QVERIFY(extra->doubts.has(Doubt::LengthDiffers));
        const auto cut = decoded(dltFrame(meter, 0x91, "00FF0100 10270000 3412"));
        QCOMPARE(valuesOf(*cut), QStringLiteral("27.10"));
        QVERIFY(cut->doubts.has(Doubt::LengthDiffers));
        const auto onePhase = decoded(dltFrame(meter, 0x91, "00FF0102 3522"));
        QCOMPARE(valuesOf(*onePhase), QStringLiteral("223.5"));
        QVERIFY(onePhase->doubts.has(Doubt::LengthDiffers));
        const auto empty = decoded(dltFrame(meter, 0x91, "00000100"));
        QVERIFY(empty->count == 0 && empty->doubts.has(Doubt::LengthDiffers));
        QVERIFY(decoded(dltFrame(meter, 0x91, "00FF0102 3522 3522 3522"))->doubts.none());
    }

    void blocksThatCannotBeDividedForCertainAreNotRead() {
        for (const char* block : {"01FF0605 0000201126 10270000 34120000 01000000", "FF010605 10270000 34120000",
                                  "0000FF00 10270000 10270000", "FFFF0100 10270000 10270000"}) {
            const auto data = decoded(dltFrame(meter, 0x91, block));
            QVERIFY2(data->count == 0 && data->doubts.has(Doubt::NotInterpreted), block);
        }
    }

    void itemsKnowTheirTariffStorageAndPhase() {
        const auto block = decoded(dltFrame(meter, 0x91, "03FF0100 01000000 02000000 03000000"));
        QCOMPARE(block->count, std::size_t(3));
        QVERIFY(block->items[2].tariff == 2 && block->items[2].storage == 3 && block->items[2].di == 0x00010203);
        QVERIFY(block->find(0x00010103) == &block->items[1] && block->find(0x00010303) == nullptr);
        const auto phases = decoded(dltFrame(meter, 0x91, "00FF0302 010000 020000 030000 040000"));
        QVERIFY(phases->items[0].phase == 0 && phases->items[3].phase == 3);
        const auto of1997 = decoded(dltFrame(meter, 0x81, "1F98 01000000 02000000 AA"));
        QVERIFY(of1997->items[1].tariff == 1 && of1997->items[1].storage == 2 && of1997->doubts.none());
    }

    void theEditionComesFromTheFunctionOrTheSettings() {
        const auto editionOfFrame = [](std::uint8_t control, const char* data) {
            return decoded(dltFrame(meter, control, data))->edition;
        };
        for (const std::uint8_t control : {0x01, 0x81, 0xC1, 0x02, 0xA2, 0x04, 0x0A, 0x0C, 0x0F, 0x10})
            QCOMPARE(editionOfFrame(control, "1090"), Edition::Of1997);
        for (const std::uint8_t control : {0x08, 0x11, 0x91, 0xB1, 0xD1, 0x13, 0x1C, 0x1D})
            QCOMPARE(editionOfFrame(control, "00000100"), Edition::Of2007);
        QCOMPARE(editionOfFrame(0x03, ""), Edition::Of1997);
        QCOMPARE(editionOfFrame(0x83, "1090 00000007"), Edition::Of1997);
        QCOMPARE(editionOfFrame(0x83, "FF000007 00"), Edition::Of2007);
        QCOMPARE(editionOfFrame(0xC3, "02"), Edition::Of1997);
        const Bytes time = dltFrame("999999999999", 0x08, "091407201126");
        QCOMPARE(decoded(time, {.edition = Edition::Of1997})->edition, Edition::Of1997);
        QVERIFY(decoded(dltFrame(meter, 0x91, "00000100 00000000"), {.edition = Edition::Of1997})
                    ->doubts.has(Doubt::NotInterpreted));
    }

    void loadRecordsAreDividedIntoTheirClasses() {
        const char* two = "01000006 A0A01C 0018201126 3522 3522 3522 001000 001000 001000 9749 AA AA AA AA AA AA 7F E5"
                          "A0A00B 3018201126 AA AA AA AA AA AA D0 E5";
        const auto data = decoded(dltFrame(meter, 0x91, two));
        QVERIFY(data->doubts.has(Doubt::RecordSumDiffers)); // the sums are not computed above
        QCOMPARE(valuesOf(*data), QStringLiteral("2026-11-20T18:00 223.5 223.5 223.5 1.000 1.000 1.000 49.97 "
                                                 "2026-11-20T18:30"));
        QCOMPARE(int(data->items[8].number), 2);
        const auto broken = decoded(dltFrame(meter, 0x91, "01000006 A0A006 0018201126 11 00 E5"));
        QVERIFY(broken->doubts.has(Doubt::LengthDiffers));
        QVERIFY(decoded(dltFrame(meter, 0x91, "01000006 112233"))->doubts.has(Doubt::NotInterpreted));
    }

    void anAddressThatIsNotTheFramesIsDoubtful() {
        QVERIFY(decoded(dltFrame(meter, 0x93, "710400112620"))->doubts.none());
        QVERIFY(decoded(dltFrame(meter, 0x93, "720400112620"))->doubts.has(Doubt::AddressDiffers));
    }

    void timesAreRealMoments_data() {
        QTest::addColumn<QByteArray>("format");
        QTest::addColumn<QByteArray>("raw");
        QTest::addColumn<bool>("real");
        const auto row = [](const char* format, const char* raw, bool real) {
            QTest::addRow("%s %s", format, raw) << QByteArray(format) << QByteArray(raw) << real;
        };
        row("YYMMDDhhmm", "5923290228", true);
        row("YYMMDDhhmm", "5923290227", false);
        row("YYMMDDhhmm", "6023280227", false);
        row("YYMMDDhhmm", "0024010126", false);
        row("YYMMDDhhmm", "0000000000", false);
        row("YYMMDDhhmmss", "595923311226", true);
        row("YYMMDDhhmmss", "605923311226", false);
        row("YYMMDDWW", "07201126", false);
        row("YYMMDDWW", "00201126", true);
        row("MMDDhhmm", "00002902", true);
        row("MMDDhhmm", "00003104", false);
        row("hhmmss", "FFFFFF", false);
    }
    void timesAreRealMoments() {
        QFETCH(QByteArray, format);
        QFETCH(QByteArray, raw);
        QFETCH(bool, real);
        QCOMPARE(readTime(format.constData(), hex(raw.constData())).has_value(), real);
    }

    // The sizes that the annex states for its records.
    void recordsAreAsLongAsTheAnnexSays() {
        const auto size = [](std::uint32_t di) {
            const Row* row = findRow(Edition::Of2007, di);
            return row ? int(row->size()) : -1;
        };
        QCOMPARE(size(0x01010000), 8);
        QCOMPARE(size(0x03010000), 18);
        QCOMPARE(size(0x03010101), 131);
        QCOMPARE(size(0x03050001), 15);
        QCOMPARE(size(0x03060001), 12);
        QCOMPARE(size(0x03100001), 27);
        QCOMPARE(size(0x03120101), 20);
        QCOMPARE(size(0x03300101), 106);
        QCOMPARE(size(0x03300201), 202);
        QCOMPARE(size(0x03300D01), 60);
        QCOMPARE(size(0x04000403), 32);
        QCOMPARE(size(0x05001001), 24);
    }

    // Every row of every table: sizes, names and that an identifier of it leads back to it.
    void tablesHoldTogether() {
        int rows = 0;
        for (unsigned page = 0; page <= 0x22; ++page) {
            const Edition edition = page < 0x22 ? Edition::Of2007 : Edition::Of1997;
            for (const Row& row : tableOf(page)) {
                ++rows;
                QVERIFY(row.first <= row.last && !row.zh.empty() && !row.en.empty());
                QVERIFY2(findRow(edition, row.first), qPrintable(QString::number(row.first, 16)));
                QVERIFY(row.repeatsFrom < int(row.fields().size()));
                for (const Field& field : row.fields()) {
                    const bool isSecurity = row.first >> 24 == 0x07;
                    QVERIFY2(field.size > 0 || isSecurity, qPrintable(QString::number(row.first, 16)));
                    QVERIFY(field.kind != Kind::Time || field.format.size() == 2U * field.size);
                    QVERIFY(field.kind != Kind::Number || field.size <= 8);
                }
                QVERIFY(row.size() == sizeOfFields(row.fields()));
                QVERIFY(!nameOf(row, edition, row.first, Language::English).contains(u'%'));
                QVERIFY(!nameOf(row, edition, row.first, Language::Chinese).contains(u'%'));
            }
        }
        QVERIFY(rows > 500);
    }

    void controlCodesAreNamed() {
        QCOMPARE(controlCommandName(0x1A), std::string_view("trip"));
        QCOMPARE(controlCommandName(0x3B), std::string_view("keep power off"));
        QVERIFY(controlCommandName(0x00).empty());
        QCOMPARE(errorBits(Edition::Of2007, false, 0x81),
                 QStringList({QStringLiteral("other error"), QStringLiteral("reserved bit 7")}));
        QVERIFY(errorBits(Edition::Of1997, false, 0).isEmpty());
    }

    // Levels 98H and 99H: what follows the operator code is cipher text, not to be read as a command.
    void whatIsEncipheredIsNotRead() {
        const auto data = decoded(dltFrame(meter, 0x1C, "98000000 44332211 00112233445566778899AABBCCDDEEFF00112233"));
        QCOMPARE(data->count, std::size_t(3));
        QVERIFY(data->doubts.none());
    }

    // Bytes computed by hand from clause 7.
    void requestsAreEncodedAsTheStandardSays_data() {
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char* name, const Result<Request>& request, const char* expected) {
            QVERIFY2(request.ok(), name);
            FrameBuffer out;
            QVERIFY(encodeRequest(*request, {}, out).ok());
            QVERIFY(out.bytes()[3] == preambleByte);
            const Frame sent = tests::dltSent(out.bytes());
            const QString got =
                sent.address.toString() + QString::number(sent.control.raw, 16).toUpper() + tests::dltData(sent);
            QTest::newRow(name) << (QByteArray(expected) + "|" + got.toLatin1());
        };
        const Address to = dltAddress(meter);
        const Access access{.level = 2, .password = {0x56, 0x34, 0x12}, .operatorCode = {0x44, 0x33, 0x22, 0x11}};
        const CivilTime time{*Date::of(2026, 11, 20), 7, 14, 9};
        row("read", Request::read(to, Edition::Of2007, 0x00010000), "202611000471 11 00000100");
        row("read 1997", Request::read(to, Edition::Of1997, 0x9010), "202611000471 1 1090");
        row("blocks", Request::readBlocks(to, 0x06000001, 5), "202611000471 11 01000006 05");
        row("blocks from", Request::readBlocksFrom(to, 0x06000001, 5, time), "202611000471 11 01000006 05 1407201126");
        row("address", Request::readAddress(Address::wildcard()), "AAAAAAAAAAAA 13");
        row("time", Request::broadcastTime(time), "999999999999 8 091407201126");
        row("freeze", Request::freeze(Address::broadcast(), -1, 1, 0, 30), "999999999999 16 30000199");
        row("write", Request::writeParameter(to, Edition::Of2007, 0x04000103, access, hex("15")),
            "202611000471 14 03010004 02563412 44332211 15");
        row("write 1997", Request::writeParameter(to, Edition::Of1997, 0xC111, std::nullopt, hex("15")),
            "202611000471 4 11C1 15");
        row("write address", Request::writeAddress(Edition::Of2007, to), "AAAAAAAAAAAA 15 710400112620");
        row("baud", Request::writeBaudRate(to, 2400), "202611000471 17 08");
        row("password", Request::writePassword(to, 0x04000C02, access, {.level = 2, .password = {1, 2, 3}}),
            "202611000471 18 020C0004 02563412 02010203");
        row("clear demand", Request::clearDemand(to, Edition::Of2007, access), "202611000471 19 02563412 44332211");
        row("clear demand 1997", Request::clearDemand(to, Edition::Of1997, access), "202611000471 10 02563412");
        row("clear meter", Request::clearMeter(to, access), "202611000471 1A 02563412 44332211");
        row("clear events", Request::clearEvents(to, access, 0xFFFFFFFF), "202611000471 1B 02563412 44332211 FFFFFFFF");
        row("trip",
            Request::relay(tests::clearanceFor(to.toString(), ValveAction::Close), access, Closing::Allowed, time),
            "202611000471 1C 02563412 44332211 1A00 091407201126");
        row("allow close",
            Request::relay(tests::clearanceFor(to.toString(), ValveAction::Open), access, Closing::Allowed, time),
            "202611000471 1C 02563412 44332211 1B00 091407201126");
        row("direct close",
            Request::relay(tests::clearanceFor(to.toString(), ValveAction::Open), access, Closing::Direct, time),
            "202611000471 1C 02563412 44332211 1C00 091407201126");
    }
    void requestsAreEncodedAsTheStandardSays() {
        QFETCH(QByteArray, expected);
        const QList<QByteArray> parts = expected.split('|');
        QCOMPARE(parts[1], QByteArray(parts[0]).replace(" ", ""));
    }

    void whatChangesAMeterIsNeverSentToMany() {
        const Access access;
        const auto refused = [](const Result<Request>& r) { return r.failedWith(DltError::BroadcastWrite); };
        for (const Address& all : {Address::wildcard(), Address::broadcast(), dltAddress("0471")}) {
            QVERIFY(refused(Request::writeParameter(all, Edition::Of2007, 0x04000103, access, {})));
            QVERIFY(refused(Request::writeBaudRate(all, 2400)));
            QVERIFY(refused(Request::writePassword(all, 0x04000C02, access, access)));
            QVERIFY(refused(Request::clearDemand(all, Edition::Of1997, access)));
            QVERIFY(refused(Request::clearMeter(all, access)));
            QVERIFY(refused(Request::clearEvents(all, access, 0)));
            const CivilTime time{*Date::of(2026, 11, 20)};
            QVERIFY(refused(Request::relay(tests::clearanceFor(all.toString(), ValveAction::Close), access,
                                           Closing::Allowed, time)));
        }
    }

    void valuesThatAMeterCannotTakeAreRefused() {
        const auto refused = [](const Result<Request>& r) { return r.failedWith(DltError::BadArgument); };
        const Address to = dltAddress(meter);
        QVERIFY(refused(Request::writeBaudRate(to, 300)));
        QVERIFY(refused(Request::freeze(to, 13, 1, 0, 0)));
        QVERIFY(refused(Request::broadcastTime({*Date::of(2026, 11, 20), 24, 0, 0})));
        QVERIFY(refused(Request::broadcastTime({*Date::of(1999, 11, 20), 2, 0, 0})));
        QVERIFY(refused(Request::writeAddress(Edition::Of2007, Address::wildcard())));
        QVERIFY(refused(Request::writeParameter(to, Edition::Of2007, 0x04000103, std::nullopt, {})));
        QVERIFY(refused(Request::clearMeter(to, {.level = 0x98})));
        QVERIFY(
            Request::writeParameter(to, Edition::Of2007, 1, Access(), Bytes(201)).failedWith(DltError::DataTooLong));
    }

    // The decoder takes any bytes: whole frames of noise, and damaged copies of real ones with their sums put right.
    void noBytesBreakTheDecoder() {
        std::mt19937 random(645); // NOLINT: a fixed seed on purpose
        const auto data = std::make_unique<Data>();
        const std::array<Bytes, 5> seeds{dltFrame(meter, 0x91, "00FF0100 10270000 34120000 00010000"),
                                         dltFrame(meter, 0x91, "01000006 A0A00B 3018201126 AA AA AA AA AA AA D0 E5"),
                                         dltFrame(meter, 0x81, "FFB6 2102 2202 2302 AA 0005 0000 0000 AA"),
                                         dltFrame(meter, 0x91, "01090605 563412 1020051126 563412 1020051126"),
                                         dltFrame(meter, 0x14, "03010004 02563412 44332211 15")};
        int read = 0;
        for (int i = 0; i < 100'000; ++i) {
            Bytes bytes = seeds[std::size_t(i) % seeds.size()];
            for (unsigned changes = random() % 4 + 1; changes > 0; --changes)
                bytes[8 + random() % (bytes.size() - 10)] = static_cast<std::uint8_t>(random());
            bytes[9] = static_cast<std::uint8_t>(bytes.size() - minFrameSize);
            bytes[bytes.size() - 2] = devices::sum8(ByteView(bytes).first(bytes.size() - 2));
            const auto frame = parseFrame(bytes);
            QVERIFY(frame.ok());
            decodeData(*frame, {}, *data);
            std::size_t end = 0;
            for (const Item& item : data->all()) {
                QVERIFY(item.field && item.offset >= end && item.offset + item.size <= int(data->size));
                end = std::size_t(item.offset) + item.size;
            }
            read += data->count > 0;
            if (i % 50 == 0) {
                QString joined;
                for (const QJsonValue& part : explain(*frame, *data, 0))
                    joined += part[QStringLiteral("hex")].toString();
                QCOMPARE(joined, toHex(bytes).toLower());
                (void)describeData(*frame, *data);
                (void)describeRecords(*data);
            }
        }
        QVERIFY(read > 5'000);
    }

    void noSingleByteChangeIsAFrame() {
        const Bytes whole = dltFrame(meter, 0x91, "0000010089674523");
        for (std::size_t at = 0; at < whole.size(); ++at) {
            for (unsigned change = 1; change < 256; ++change) {
                Bytes damaged = whole;
                damaged[at] = static_cast<std::uint8_t>(damaged[at] + change);
                QVERIFY(!findFrame(damaged, AtEnd::NothingFollows).isFrame());
            }
        }
    }

    // The judge of published frames must be able to say no here too.
    void aWrongExpectationOfAnElectricityFrameIsFound() {
        const QString frame = toHex(dltFrame(meter, 0x91, "00FF0100 10270000 FFFFFFFF"));
        const auto differences = [&](const QJsonObject& data) {
            const QJsonObject line{{QStringLiteral("hex"), frame},
                                   {QStringLiteral("expect"), QJsonObject{{QStringLiteral("data"), data}}}};
            return devices::compareVector(line, *devices::Protocol::parse(u"dlt645"), false).size();
        };
        const QString values = QStringLiteral("values");
        QCOMPARE(differences({{values, QJsonArray{QStringLiteral("27.10"), QJsonValue()}}}), std::size_t(0));
        QCOMPARE(differences({{values, QJsonArray{QStringLiteral("27.11"), QJsonValue()}}}), std::size_t(1));
        QCOMPARE(differences({{values, QJsonArray{QStringLiteral("27.10"), QStringLiteral("0.00")}}}), std::size_t(1));
        QCOMPARE(differences({{QStringLiteral("unit"), QStringLiteral("kvarh")}}), std::size_t(1));
    }

    void aMixedLineTellsTheProtocolsApart() {
        Bytes line = tests::meterData({}, 7);
        const Bytes electricity = dltFrame(meter, 0x91, "0000010089674523");
        line.insert(line.end(), electricity.begin(), electricity.end());
        const auto all = devices::decodeBytes({}, line, devices::Protocol::any());
        QCOMPARE(all.size(), std::size_t(2));
        QCOMPARE(all[0][QStringLiteral("protocol")].toString(), QStringLiteral("cjt188"));
        QCOMPARE(all[1][QStringLiteral("protocol")].toString(), QStringLiteral("dlt645"));
    }

    void recordsNameQuantityUnitAndPlace() {
        const auto records = describeRecords(*decoded(dltFrame(meter, 0x91, "02010101 563412 1020051126")));
        QCOMPARE(records.size(), 2);
        const QJsonObject demand = records[0].toObject();
        QCOMPARE(demand[QStringLiteral("quantity")].toString(), QStringLiteral("forward_active_maximum_demand"));
        QCOMPARE(demand[QStringLiteral("unit")].toString(), QStringLiteral("kW"));
        QCOMPARE(demand[QStringLiteral("function")].toString(), QStringLiteral("maximum"));
        QCOMPARE(demand[QStringLiteral("tariff")].toInt(), 1);
        QCOMPARE(demand[QStringLiteral("storage")].toInt(), 2);
        QCOMPARE(demand[QStringLiteral("raw")].toString(), QStringLiteral("563412"));
        const auto voltage = describeRecords(*decoded(dltFrame(meter, 0x91, "00030102 FFFF")))[0].toObject();
        QCOMPARE(voltage[QStringLiteral("quantity")].toString(), QStringLiteral("voltage"));
        QCOMPARE(voltage[QStringLiteral("subunit")].toInt(), 3);
        QVERIFY(voltage[QStringLiteral("value")].isNull());
    }
};
METERHALL_TEST_CASE(Dlt645FrameTest)

#include "dlt645_frame_test.moc"
