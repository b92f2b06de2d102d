#include "app/town/wire/gdw376_wire.h"
#include "tests/app/town/wire/vector_lines.h"
#include "tests/support/test_case.h"

#include <QTest>

using namespace meterhall;
using namespace meterhall::town;

namespace {
Bytes hex(const char* text) {
    return *fromHex(QString::fromLatin1(text));
}

Gdw376Frame scanned(const char* text) {
    return *scanGdw376(hex(text)).frame;
}

const TerminalAddress terminal{0x0571, 258};

// Master stations' frames, put together and summed by hand.
constexpr auto confirmAll = "683200320068007105020100006300000100DD16"; // F1, sequence 3
constexpr auto denyAll = "683200320068007105020100006300000200DE16";
constexpr auto confirmLogin = "684A004A0068007105020100006300000400020000010000E316"; // F3: AFN 02, F1, no error
constexpr auto denyLogin = "684A004A0068007105020100006300000400020000010001E416";
} // namespace

class Gdw376WireTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLoginIsWrittenAsByHand() {
        QCOMPARE(toHex(encoded(loginFrame(terminal, 3))), QStringLiteral("683200320068C97105020100027300000100B816"));
        QCOMPARE(terminal.shown(), QStringLiteral("0571-00258"));
    }

    void aHeartbeatMayCarryTheClock() {
        QCOMPARE(toHex(encoded(heartbeatFrame(terminal, 4, std::nullopt))),
                 QStringLiteral("683200320068C97105020100027400000400BC16"));
        // 2026-11-20 is a Friday: 5 << 5 | 11 in the month's byte.
        QCOMPARE(toHex(encoded(heartbeatFrame(terminal, 4, CivilTime{2026, 11, 20, 8, 15, 30}))),
                 QStringLiteral("684A004A0068C9710502010002740000040030150820B1260016"));
    }

    void aConfirmationIsUnderstoodInAllItsForms() {
        QCOMPARE(confirmationIn(scanned(confirmAll)), std::optional(Confirmation::Accepted));
        QCOMPARE(confirmationIn(scanned(denyAll)), std::optional(Confirmation::Denied));
        QCOMPARE(confirmationIn(scanned(confirmLogin)), std::optional(Confirmation::Accepted));
        QCOMPARE(confirmationIn(scanned(denyLogin)), std::optional(Confirmation::Denied));
        QCOMPARE(scanned(confirmAll).sequence(), std::uint8_t(3));
        QCOMPARE(confirmationIn(loginFrame(terminal, 3)), std::nullopt);
    }

    void aForwardedRequestComesOutAsItWentIn() {
        Gdw376Frame request{0x4B, terminal, 0x04, gdw::forward, 0xE5, hex("00000100036B640A0400DEADBEEF")};
        const Bytes password(16, 0);
        const Bytes timeLabel = hex("053015082005");
        request.body.insert(request.body.end(), password.begin(), password.end());
        request.body.insert(request.body.end(), timeLabel.begin(), timeLabel.end());
        const auto forwarding = forwardingIn(*scanGdw376(encoded(request)).frame);
        QVERIFY(forwarding);
        QCOMPARE(forwarding->port, std::uint8_t(3));
        QCOMPARE(toHex(forwarding->bytes), QStringLiteral("DEADBEEF"));

        const Gdw376Frame answer = forwardingAnswer(request, 3, hex("CAFE"));
        QCOMPARE(answer.control, gdw::terminalAnswer);
        QCOMPARE(answer.seq, std::uint8_t(0xE5));
        QCOMPARE(toHex(answer.body), QStringLiteral("00000100030200CAFE053015082005"));
        QCOMPARE(denial(request).sequence(), std::uint8_t(5));
    }

    void aForwardedLengthThatPromisesTooMuchIsRefused() {
        const Gdw376Frame request{0x4B, terminal, 0, gdw::forward, 0x60, hex("00000100036B640A0500DEADBEEF")};
        QVERIFY(!forwardingIn(request));
    }

    void anyChangedByteLeavesNoFrame() {
        const Bytes whole = hex(confirmAll);
        for (std::size_t at = 0; at < whole.size(); ++at) {
            for (int change = 1; change < 256; ++change) {
                Bytes damaged = whole;
                damaged[at] = static_cast<std::uint8_t>(damaged[at] ^ change);
                const bool onlyTheProtocolMark = at == 1 && change < 4;
                QVERIFY2(!scanGdw376(damaged).frame || onlyTheProtocolMark, qPrintable(toHex(damaged)));
            }
        }
    }

    void aCutFrameDoesNotSwallowTheNextOne() {
        Bytes stream = encoded(forwardingAnswer(Gdw376Frame{0x4B, terminal, 0, gdw::forward, 0x61, {}}, 1, Bytes(40)));
        stream.resize(20);
        for (int i = 0; i < 3; ++i) {
            const Bytes next = encoded(loginFrame(terminal, 9));
            stream.insert(stream.end(), next.begin(), next.end());
        }
        int logins = 0;
        for (Gdw376Scan scan = scanGdw376(stream); scan.frame; scan = scanGdw376(stream)) {
            logins += scan.frame->afn == gdw::link ? 1 : 0;
            stream.erase(stream.begin(), stream.begin() + std::ptrdiff_t(scan.consumed));
        }
        QCOMPARE(logins, 3);
    }

    void theTownReadsThePublishedFrames() {
        const auto lines = tests::vectorLines(QStringLiteral("gdw376/frames.jsonl"));
        if (lines.empty())
            QSKIP("the published frames are not beside the project");
        for (const QJsonObject& line : lines) {
            const QByteArray id = line[QStringLiteral("id")].toString().toUtf8();
            const QJsonObject expected = line[QStringLiteral("expect")].toObject();
            const Gdw376Scan scan = scanGdw376(*fromHex(line[QStringLiteral("hex")].toString()));
            QVERIFY2(scan.frame, id.constData());
            QCOMPARE(toHex(Bytes{scan.frame->control}), expected[QStringLiteral("control")].toString());
            QCOMPARE(scan.frame->terminal.area, expected[QStringLiteral("area_code")].toString().toInt(nullptr, 16));
            QCOMPARE(int(scan.frame->terminal.number), expected[QStringLiteral("terminal_address")].toInt());
            QCOMPARE(toHex(Bytes{scan.frame->afn}), expected[QStringLiteral("afn")].toString());
            QCOMPARE(toHex(scan.frame->body), expected[QStringLiteral("body")].toString().toUpper());
            if (expected[QStringLiteral("protocol_id")].toInt() == 2)
                QCOMPARE(toHex(encoded(*scan.frame)), expected[QStringLiteral("frame")].toString().toUpper());
        }
    }

    void theTownRefusesThePublishedBadFrames() {
        const auto lines = tests::vectorLines(QStringLiteral("gdw376/malformed.jsonl"));
        if (lines.empty())
            QSKIP("the published frames are not beside the project");
        for (const QJsonObject& line : lines)
            QVERIFY(!scanGdw376(*fromHex(line[QStringLiteral("hex")].toString())).frame);
    }
};
METERHALL_TEST_CASE(Gdw376WireTest)

#include "gdw376_wire_test.moc"
