#include "devices/codecs/mbus/search.h"
#include "devices/codecs/mbus/session.h"
#include "tests/devices/codecs/mbus_frames.h"
#include "tests/support/test_case.h"

#include <QTest>

using namespace meterhall;
using namespace meterhall::mbus;
using tests::at;
using tests::hex;
using tests::mbus::Meter;
using tests::mbus::telegram;
using Happened = Session::Happened;
using Heard = Search::Heard;

namespace {
const Bytes acknowledged{0xE5};
constexpr const char* lastRecords = "0C1345230100";
constexpr const char* firstRecords = "0C0610000000 1F";

Bytes start(Session& session, std::uint8_t address, const ReadPolicy& policy = {}) {
    const auto sent = session.readOut(address, policy, at(0));
    Q_ASSERT(sent.ok());
    return Bytes(sent->begin(), sent->end());
}

Bytes bytesOf(const Session::Event& event) {
    return Bytes(event.bytes.begin(), event.bytes.end());
}

/// A line of meters that answer selections as EN 13757-3 says; several at once collide.
class Line {
public:
    explicit Line(std::vector<Meter> meters)
        : m_meters(std::move(meters)) {}

    Bytes answer(ByteView request) {
        const Frame frame = viewFrame(request);
        if (frame.ci == 0x52) {
            const auto asked = readApplication(frame);
            SecondaryAddress pattern = SecondaryAddress::of(asked->header);
            m_selected.clear();
            for (const Meter& meter : m_meters) {
                const Bytes own = telegram(meter, lastRecords);
                if (pattern.matches(readApplication(viewFrame(own))->header))
                    m_selected.push_back(meter);
            }
            return m_selected.empty() ? Bytes() : acknowledged;
        }
        if (m_selected.size() == 1)
            return telegram(m_selected[0], lastRecords);
        return m_selected.empty() ? Bytes() : hex("687F1568");
    }

private:
    std::vector<Meter> m_meters;
    std::vector<Meter> m_selected;
};

void run(Search& search, Line& line) {
    while (!search.isFinished() && search.probes() < 5000) {
        const ByteView request = search.next();
        const Bytes answer = line.answer(request);
        search.take(answer);
    }
}
} // namespace

class MbusSessionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aReadoutResetsAsksAndEnds() {
        Session session;
        QCOMPARE(start(session, 5), hex("1040054516"));
        auto event = session.receive(acknowledged, at(50));
        QCOMPARE(event.what, Happened::Send);
        QCOMPARE(bytesOf(event), hex("107B058016"));
        const Bytes answer = telegram({}, lastRecords);
        event = session.receive(answer, at(100));
        QCOMPARE(event.what, Happened::Telegram);
        QCOMPARE(bytesOf(event), answer);
        QCOMPARE(session.receive({}, at(100)).what, Happened::Done);
        QVERIFY(session.isIdle() && !session.deadline());
        QCOMPARE(session.telegrams(), 1);
        QCOMPARE(session.sends(), 2);
    }

    void severalTelegramsAlternateTheFrameCountBit() {
        Session session;
        start(session, 5);
        QCOMPARE(bytesOf(session.receive(acknowledged, at(50))), hex("107B058016"));
        QCOMPARE(session.receive(telegram({}, firstRecords), at(100)).what, Happened::Telegram);
        QCOMPARE(bytesOf(session.receive({}, at(110))), hex("105B056016"));
        QCOMPARE(session.receive(telegram({.accessNumber = 43}, "0C0620000000 1F"), at(200)).what, Happened::Telegram);
        QCOMPARE(bytesOf(session.tick(at(210))), hex("107B058016"));
        QCOMPARE(session.receive(telegram({.accessNumber = 44}, lastRecords), at(300)).what, Happened::Telegram);
        QCOMPARE(session.receive({}, at(300)).what, Happened::Done);
        QCOMPARE(session.telegrams(), 3);
        // Without a reset the next readout goes on alternating.
        QCOMPARE(start(session, 5, {.resetsLink = false}), hex("105B056016"));
        session.cancel();
        QCOMPARE(start(session, 6, {.resetsLink = false}), hex("107B068116"));
    }

    void aLostAnswerIsAskedForWithTheSameBit() {
        Session session;
        start(session, 5);
        const Bytes question = bytesOf(session.receive(acknowledged, at(50)));
        Bytes damaged = telegram({}, lastRecords);
        damaged[20] ^= 1;
        QCOMPARE(session.receive(damaged, at(100)).what, Happened::Nothing);
        auto event = session.tick(*session.deadline());
        QCOMPARE(event.what, Happened::Send);
        QCOMPARE(bytesOf(event), question);
        QCOMPARE(session.tick(*session.deadline()).what, Happened::Send);
        event = session.tick(*session.deadline());
        QCOMPARE(event.what, Happened::TimedOut);
        QVERIFY(event.garbled && !event.outcomeUnknown && session.isIdle());
    }

    void aMeterThatDoesNotAnswerTheResetIsAskedAllTheSame() {
        Session session({.tries = 1});
        start(session, 5);
        const auto event = session.tick(*session.deadline());
        QCOMPARE(event.what, Happened::Send);
        QCOMPARE(bytesOf(event), hex("107B058016"));
    }

    void echoesStrangersAndNoiseAreNoAnswer() {
        Session session;
        const Bytes reset = start(session, 5);
        Bytes bytes = reset;
        const Bytes noise = hex("00FF");
        bytes.insert(bytes.end(), noise.begin(), noise.end());
        bytes.insert(bytes.end(), acknowledged.begin(), acknowledged.end());
        Session::Event event;
        for (const std::uint8_t byte : bytes) {
            QCOMPARE(event.what, Happened::Nothing);
            event = session.receive(ByteView(&byte, 1), at(10));
        }
        QCOMPARE(event.what, Happened::Send);
        QCOMPARE(session.receive(telegram({.address = 6}, lastRecords), at(20)).what, Happened::Nothing);
        QCOMPARE(session.receive(acknowledged, at(20)).what, Happened::Nothing);
        QCOMPARE(session.counters().echoes, 1U);
        QCOMPARE(session.counters().strangers, 2U);
        QCOMPARE(session.counters().garbage, 2U);
        QCOMPARE(session.receive(telegram({}, lastRecords), at(30)).what, Happened::Telegram);
    }

    void aTelegramThatComesAgainEndsTheReadout() {
        Session session;
        start(session, 5);
        session.receive(acknowledged, at(50));
        QCOMPARE(session.receive(telegram({}, firstRecords), at(100)).what, Happened::Telegram);
        QCOMPARE(session.receive({}, at(110)).what, Happened::Send);
        QCOMPARE(session.receive(telegram({.accessNumber = 43}, firstRecords), at(200)).what, Happened::Done);
        QCOMPARE(session.telegrams(), 1);
        QCOMPARE(session.counters().duplicates, 1U);
    }

    void aReadoutWithoutAnEndIsEnded() {
        Session session;
        start(session, 5, {.maxTelegrams = 2});
        session.receive(acknowledged, at(50));
        QCOMPARE(session.receive(telegram({}, firstRecords), at(100)).what, Happened::Telegram);
        session.receive({}, at(110));
        QCOMPARE(session.receive(telegram({}, "0C0620000000 1F"), at(200)).what, Happened::Telegram);
        QCOMPARE(session.receive({}, at(200)).what, Happened::Done);
    }

    void anApplicationErrorEndsTheReadout() {
        Session session;
        start(session, 5);
        session.receive(acknowledged, at(50));
        QCOMPARE(session.receive(tests::mbus::longFrame(rspUd, 5, 0x70, {8}), at(100)).what, Happened::Refused);
        QVERIFY(session.isIdle() && session.telegram().size() == 10);
    }

    void aMeterIsSelectedByItsSecondaryAddress() {
        Session session;
        const auto wanted = *SecondaryAddress::parse(u"87654321");
        const auto sent = session.readOut(wanted, {}, at(0));
        QVERIFY(sent.ok());
        QCOMPARE(Bytes(sent->begin(), sent->end()), hex("680B0B6873FD5221436587FFFFFFFF0E16"));
        const auto event = session.receive(acknowledged, at(50));
        QCOMPARE(bytesOf(event), hex("107BFD7816"));
        QCOMPARE(session.receive(telegram({.id = 0x11111111}, lastRecords), at(100)).what, Happened::Nothing);
        QCOMPARE(session.receive(telegram({.address = 0}, lastRecords), at(120)).what, Happened::Telegram);
        QCOMPARE(session.counters().strangers, 1U);
    }

    void anOrderIsSentOnceAndItsOutcomeMayBeUnknown() {
        Session session;
        QVERIFY(session.perform(*Request::setAddress(0, 9), at(0)).ok());
        QVERIFY(session.perform(*Request::setAddress(0, 9), at(0)).failedWith(MbusError::Busy));
        auto event = session.tick(*session.deadline());
        QCOMPARE(event.what, Happened::TimedOut);
        QVERIFY(event.outcomeUnknown);
        QVERIFY(session.perform(*Request::setBaudRate(9, 9600), at(5000)).ok());
        QCOMPARE(session.receive(acknowledged, at(5050)).what, Happened::Done);
        QVERIFY(session.perform(*Request::setBaudRate(9, 2400), at(6000)).ok());
        QCOMPARE(session.receive(hex("1001090A16"), at(6050)).what, Happened::Refused);
    }

    void nobodyAnswersABroadcast() {
        Session session;
        QVERIFY(session.perform(Request::reset(broadcastAddress), at(0)).ok());
        QVERIFY(session.isIdle());
        QVERIFY(session.readOut(broadcastAddress, {}, at(0)).failedWith(MbusError::BadAddress));
    }

    void anEmptyLineIsSearchedInTwoQuestions() {
        Line line({});
        Search search;
        run(search, line);
        QVERIFY(search.isFinished() && search.found().empty() && search.unresolved().empty());
        QCOMPARE(search.probes(), 2);
    }

    void everyMeterOfALineIsFound() {
        const std::vector<Meter> meters{{.id = 0x87654321}, {.id = 0x87654322}, {.id = 0x00000001}, {.id = 0x99999999}};
        Line line(meters);
        Search search;
        run(search, line);
        QVERIFY(search.isFinished() && search.unresolved().empty());
        QCOMPARE(search.found().size(), meters.size());
        for (const Meter& meter : meters)
            QVERIFY(std::any_of(search.found().begin(), search.found().end(),
                                [&](const SecondaryAddress& found) { return found.id == meter.id; }));
    }

    void hexDigitsAreSearchedWhenAsked() {
        Line line({{.id = 0x0050002E}, {.id = 0x00500021}});
        Search decimal;
        run(decimal, line);
        QCOMPARE(decimal.found().size(), std::size_t(1));
        Search all({}, {.hexDigits = true});
        run(all, line);
        QCOMPARE(all.found().size(), std::size_t(2));
    }

    void equalIdsAreToldApartByMediumAndVersion() {
        Line line({{.medium = 4}, {.medium = 7}, {.version = 11, .medium = 7}});
        Search search(*SecondaryAddress::parse(u"87654321"));
        run(search, line);
        QCOMPARE(search.found().size(), std::size_t(3));
    }

    void whatCannotBeToldApartIsNamed() {
        Line line({{.manufacturer = 0x2C2D}, {.manufacturer = 0x2C2E}});
        auto pattern = *SecondaryAddress::parse(u"87654321FFFF0A07");
        Search search(pattern);
        run(search, line);
        QVERIFY(search.isFinished() && search.found().empty());
        QCOMPARE(search.unresolved().size(), std::size_t(1));
    }

    void echoesAreNoAnswerAndAGarbledOneIsACollision() {
        Search search;
        const ByteView request = search.next();
        Bytes heard(request.begin(), request.end());
        QCOMPARE(search.take(heard), Heard::Nothing);
        search.next();
        heard.push_back(0xE5);
        QCOMPARE(search.take(heard), Heard::One);
        search.next();
        QCOMPARE(search.take(hex("E5E5")), Heard::Collision);
        QCOMPARE(search.pattern().id, 0x0FFFFFFFU);
    }
};
METERHALL_TEST_CASE(MbusSessionTest)

#include "mbus_session_test.moc"
