#include "devices/codecs/dlt645/words.h"
#include "tests/devices/codecs/dlt645_frames.h"
#include "tests/devices/codecs/meter_frames.h"
#include "tests/support/test_case.h"

#include <QTest>

#include <memory>

using namespace meterhall;
using namespace meterhall::dlt645;
using tests::at;
using tests::dltData;
using tests::dltFrame;
using tests::dltSent;
using Happened = Session::Happened;

namespace {
constexpr const char* talker = "202611000471";

Bytes begin(Session& session, const Request& request, const Settings& settings = {}) {
    const auto sent = session.request(request, settings, at(0));
    Q_ASSERT(sent.ok());
    return Bytes(sent->begin(), sent->end());
}

Request energyBlock(const char* address = talker) {
    return Request::read(*Address::parse(QString::fromLatin1(address)), Edition::Of2007, 0x0001FF00);
}

QString texts(const Data& data) {
    QStringList all;
    for (const Item& item : data.all())
        all += textOf(item, data.rawOf(item));
    return all.join(u' ');
}
} // namespace

class Dlt645SessionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anAnswerInPiecesBehindNoiseAndEchoIsTaken() {
        const auto session = std::make_unique<Session>();
        const Bytes echo = begin(*session, energyBlock());
        Bytes line = echo;
        const Bytes answer = dltFrame(talker, 0x91, "00FF0100 10270000 34120000");
        line.insert(line.end(), {0x68, 0x00, 0xFE});
        line.insert(line.end(), answer.begin(), answer.end());
        Session::Event event;
        for (std::size_t i = 0; i < line.size(); ++i) {
            QCOMPARE(event.what, Happened::Nothing);
            event = session->receive(ByteView(line).subspan(i, 1), at(100));
        }
        QCOMPARE(event.what, Happened::Answered);
        QCOMPARE(texts(session->answer().data), QStringLiteral("27.10 12.34"));
        QCOMPARE(session->counters().echoes, 1U);
        QVERIFY(session->isIdle() && !session->deadline());
    }

    void followingFramesAreGatheredInOrder() {
        const auto session = std::make_unique<Session>();
        begin(*session, energyBlock());
        auto event = session->receive(dltFrame(talker, 0xB1, "00FF0100 10270000 3412"), at(100));
        QCOMPARE(event.what, Happened::Send);
        QCOMPARE(int(dltSent(event.bytes).control.raw), 0x12);
        QCOMPARE(dltData(dltSent(event.bytes)), QStringLiteral("00FF010001"));
        event = session->receive(dltFrame(talker, 0xB2, "00FF0100 0000 01000000 01"), at(200));
        QCOMPARE(event.what, Happened::Send);
        QCOMPARE(dltData(dltSent(event.bytes)), QStringLiteral("00FF010002"));
        event = session->receive(dltFrame(talker, 0x92, "00FF0100 02000000 02"), at(300));
        QCOMPARE(event.what, Happened::Answered);
        const Answer& answer = session->answer();
        QCOMPARE(texts(answer.data), QStringLiteral("27.10 12.34 0.01 0.02"));
        QVERIFY(answer.data.doubts.none() && answer.frames == 3 && answer.sends == 3);
    }

    void doubledAndLatePartsAreDropped() {
        const auto session = std::make_unique<Session>();
        begin(*session, energyBlock());
        const Bytes first = dltFrame(talker, 0xB1, "00FF0100 10270000");
        const Bytes second = dltFrame(talker, 0xB2, "00FF0100 34120000 01");
        QCOMPARE(session->receive(first, at(100)).what, Happened::Send);
        QCOMPARE(session->receive(first, at(110)).what, Happened::Nothing);
        QCOMPARE(session->receive(second, at(200)).what, Happened::Send);
        QCOMPARE(session->receive(second, at(210)).what, Happened::Nothing);
        QCOMPARE(session->receive(first, at(220)).what, Happened::Nothing);
        QCOMPARE(session->receive(dltFrame(talker, 0x92, "00FF0100 05000000 03"), at(230)).what, Happened::Nothing);
        QCOMPARE(session->receive(dltFrame(talker, 0x92, "00FF0100 01000000 02"), at(300)).what, Happened::Answered);
        QCOMPARE(texts(session->answer().data), QStringLiteral("27.10 12.34 0.01"));
        QCOMPARE(session->counters().duplicates, 3U);
        QCOMPARE(session->counters().strangers, 1U);
    }

    void aPartThatNeverComesLosesTheWholeAnswer() {
        const auto session = std::make_unique<Session>();
        begin(*session, energyBlock());
        QCOMPARE(session->receive(dltFrame(talker, 0xB1, "00FF0100 10270000"), at(100)).what, Happened::Send);
        int sends = 0;
        Session::Event event;
        while ((event = session->tick(*session->deadline())).what == Happened::Send)
            ++sends;
        QCOMPARE(sends, 2);
        QCOMPARE(event.what, Happened::TimedOut);
        QVERIFY(!event.outcomeUnknown);
    }

    void anAnswerLargerThanWeKeepIsGivenUp() {
        const auto session = std::make_unique<Session>();
        begin(*session, energyBlock());
        const QByteArray part = QByteArray("00FF0100") + QByteArray(2 * 180, '0');
        Session::Event event = session->receive(dltFrame(talker, 0xB1, part.constData()), at(0));
        int sequence = 0;
        while (event.what == Happened::Send) {
            const QByteArray next = part + QByteArray::number(++sequence, 16).rightJustified(2, '0');
            event = session->receive(dltFrame(talker, 0xB2, next.constData()), at(sequence));
        }
        QCOMPARE(event.what, Happened::Broken);
        QVERIFY(session->isIdle());
    }

    void strangersAreNoAnswer_data() {
        QTest::addColumn<QByteArray>("address");
        QTest::addColumn<int>("control");
        QTest::addColumn<QByteArray>("data");
        QTest::newRow("another meter") << QByteArray("202611000472") << 0x91 << QByteArray("00FF010010270000");
        QTest::newRow("another identifier") << QByteArray(talker) << 0x91 << QByteArray("0000010010270000");
        QTest::newRow("another function") << QByteArray(talker) << 0x93 << QByteArray("710400112620");
        QTest::newRow("a following frame") << QByteArray(talker) << 0x92 << QByteArray("00FF01001027000001");
        QTest::newRow("the other edition") << QByteArray(talker) << 0x81 << QByteArray("109010270000");
        QTest::newRow("the wildcard") << QByteArray("AAAAAAAAAAAA") << 0x91 << QByteArray("00FF010010270000");
    }
    void strangersAreNoAnswer() {
        QFETCH(QByteArray, address);
        QFETCH(int, control);
        QFETCH(QByteArray, data);
        const auto session = std::make_unique<Session>();
        begin(*session, energyBlock());
        const Bytes frame = dltFrame(address.constData(), std::uint8_t(control), data.constData());
        QCOMPARE(session->receive(frame, at(100)).what, Happened::Nothing);
        QCOMPARE(session->counters().strangers, 1U);
        QVERIFY(!session->isIdle());
        QCOMPARE(session->receive(dltFrame(talker, 0x91, "00FF0100 10270000"), at(110)).what, Happened::Answered);
    }

    void wildcardsAndShortenedAddressesAreAnsweredByTheMetersOwn() {
        for (const char* asked : {"AAAAAAAAAAAA", "0471"}) {
            const auto session = std::make_unique<Session>();
            begin(*session, energyBlock(asked));
            auto event = session->receive(dltFrame(talker, 0xB1, "00FF0100 10270000"), at(100));
            QCOMPARE(dltSent(event.bytes).address.toString(), QString::fromLatin1(talker));
            event = session->receive(dltFrame("202611990471", 0x92, "00FF0100 10270000 01"), at(150));
            QCOMPARE(event.what, Happened::Nothing);
            event = session->receive(dltFrame(talker, 0x92, "00FF0100 10270000 01"), at(200));
            QCOMPARE(event.what, Happened::Answered);
            QCOMPARE(session->answer().address.toString(), QString::fromLatin1(talker));
        }
    }

    void someMetersAnswerTheWildcardWithItself() {
        const auto session = std::make_unique<Session>();
        const Request request = Request::read(Address::wildcard(), Edition::Of1997, 0x9010);
        const Bytes answer = dltFrame("AAAAAAAAAAAA", 0x81, "1090 10270000");
        begin(*session, request);
        QCOMPARE(session->receive(answer, at(100)).what, Happened::Nothing);
        session->cancel();
        begin(*session, request, {.answersWithItsAddress = false});
        QCOMPARE(session->receive(answer, at(100)).what, Happened::Answered);
    }

    void followingFramesOf1997HaveNoSequence() {
        const auto session = std::make_unique<Session>();
        begin(*session, Request::read(*Address::parse(QString::fromLatin1(talker)), Edition::Of1997, 0x901F));
        const Bytes first = dltFrame(talker, 0xA1, "1F90 10270000 3412");
        auto event = session->receive(first, at(100));
        QCOMPARE(int(dltSent(event.bytes).control.raw), 0x02);
        QCOMPARE(session->receive(first, at(120)).what, Happened::Nothing);
        event = session->receive(dltFrame(talker, 0x82, "1F90 0000 AA"), at(200));
        QCOMPARE(event.what, Happened::Answered);
        QCOMPARE(texts(session->answer().data), QStringLiteral("27.10 12.34"));
    }

    void errorWordsEndTheExchange() {
        const auto session = std::make_unique<Session>();
        begin(*session, energyBlock());
        QCOMPARE(session->receive(dltFrame(talker, 0xD1, "02"), at(100)).what, Happened::Refused);
        QCOMPARE(int(session->answer().data.errorWord), 2);
        QVERIFY(session->isIdle());
    }

    void aReadIsAskedAgainAndAWriteIsNot() {
        const auto session = std::make_unique<Session>();
        begin(*session, energyBlock());
        QCOMPARE(session->tick(at(1499)).what, Happened::Nothing);
        QCOMPARE(session->tick(at(1500)).what, Happened::Send);
        QVERIFY(session->request(energyBlock(), {}, at(1600)).failedWith(DltError::Busy));
        session->cancel();
        begin(*session, *Request::writeBaudRate(*Address::parse(QString::fromLatin1(talker)), 2400));
        const auto event = session->tick(at(1500));
        QCOMPARE(event.what, Happened::TimedOut);
        QVERIFY(event.outcomeUnknown);
    }

    void broadcastsAreNotWaitedFor() {
        const auto session = std::make_unique<Session>();
        const Bytes sent = begin(*session, *Request::broadcastTime({*Date::of(2026, 11, 20), 7, 14, 9}));
        QVERIFY(dltSent(sent).address.isBroadcast());
        QVERIFY(session->isIdle());
        QCOMPARE(session->receive(Bytes(3), at(1)).what, Happened::Nothing);
        QCOMPARE(session->counters().garbage, 3U);
    }

    void aFalseStartDoesNotHideTheAnswer() {
        const auto session = std::make_unique<Session>();
        begin(*session, energyBlock());
        Bytes line = tests::hex("681122334455666891FF");
        const Bytes answer = dltFrame(talker, 0x91, "00FF0100 10270000");
        line.insert(line.end(), answer.begin(), answer.end());
        QCOMPARE(session->receive(line, at(100)).what, Happened::Answered);
    }
};
METERHALL_TEST_CASE(Dlt645SessionTest)

#include "dlt645_session_test.moc"
