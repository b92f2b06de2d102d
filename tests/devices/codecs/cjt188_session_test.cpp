#include "tests/core/commands/clean_facts.h"
#include "tests/devices/codecs/meter_frames.h"
#include "tests/support/test_case.h"

#include <QTest>

using namespace meterhall;
using namespace meterhall::cjt188;
using tests::at;
using tests::MeterState;
using tests::serialOf;
using Happened = Session::Happened;

namespace {
const Address gas = *Address::parse(u"78110000001203");
const Model model{.meterType = 0x30};

Bytes start(Session& session, const Request& request, const ReadPolicy& policy = {}, const Model& with = model,
            int now = 0) {
    const auto sent = session.request(request, with, policy, at(now));
    Q_ASSERT(sent.ok());
    return Bytes(sent->begin(), sent->end());
}

MeterState later(MeterState meter, int seconds) {
    meter.second += seconds;
    return meter;
}
} // namespace

class Cjt188SessionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void twoEqualAnswersMakeABillableReading() {
        Session session;
        const auto first = serialOf(start(session, Request::readData(gas)));
        const auto event = session.receive(tests::meterData({}, first), at(100));
        QCOMPARE(event.what, Happened::Send);
        const auto second = serialOf(event.bytes);
        QVERIFY(second != first);
        QCOMPARE(session.receive(tests::meterData(later({}, 1), second), at(1100)).what, Happened::Answered);
        const Answer& answer = session.answer();
        QVERIFY(answer.confirmed && answer.billable());
        QCOMPARE(answer.answers, 2);
        QCOMPARE(answer.sends, 2);
        QCOMPARE(answer.address, gas);
        QCOMPARE(answer.data.find(Quantity::Current)->value.toString(), QStringLiteral("1834.27"));
        QCOMPARE(answer.data.clock.toString(), QStringLiteral("2026-10-20T07:41:10"));
        QVERIFY(session.isIdle() && !session.deadline());
    }

    void anAnswerThatIsNeverConfirmedIsKeptInDoubt() {
        Session session;
        const auto serial = serialOf(start(session, Request::readData(gas)));
        QCOMPARE(session.receive(tests::meterData({}, serial), at(100)).what, Happened::Send);
        Session::Event event;
        int sends = 2;
        while ((event = session.tick(*session.deadline())).what == Happened::Send)
            ++sends;
        QCOMPARE(event.what, Happened::Answered);
        QCOMPARE(sends, 4);
        QVERIFY(!session.answer().billable());
        QVERIFY(session.answer().doubts().has(Doubt::Unconfirmed));
        QVERIFY(session.answer().data.find(Quantity::Current)->available);
    }

    void aLateCopyOfTheFirstAnswerConfirmsNothing() {
        Session session;
        const Bytes answer = tests::meterData({}, serialOf(start(session, Request::readData(gas))));
        QCOMPARE(session.receive(answer, at(100)).what, Happened::Send);
        QCOMPARE(session.receive(answer, at(120)).what, Happened::Nothing);
        QCOMPARE(session.receive(answer, at(900)).what, Happened::Nothing);
        QCOMPARE(session.counters().duplicates, 2U);
        QVERIFY(!session.isIdle());
    }

    void metersThatCannotMarkTheirAnswersMayRepeatThem() {
        const Model mute{.meterType = 0x30, .echoesSerial = false, .keepsClock = false, .answersMayRepeat = true};
        Session session;
        start(session, Request::readData(gas), {}, mute);
        const Bytes answer = tests::meterData({.clockRuns = false}, 0);
        QCOMPARE(session.receive(answer, at(100)).what, Happened::Send);
        QCOMPARE(session.receive(answer, at(300)).what, Happened::Answered);
        QVERIFY(session.answer().billable());
    }

    void answersThatDisagreeAreAskedAThirdTime() {
        Session session;
        const auto first = serialOf(start(session, Request::readData(gas)));
        auto event = session.receive(tests::meterData({.current = 193427}, first), at(100));
        QCOMPARE(event.what, Happened::Send);
        event = session.receive(tests::meterData({}, serialOf(event.bytes)), at(200));
        QCOMPARE(event.what, Happened::Send);
        event = session.receive(tests::meterData({}, serialOf(event.bytes)), at(300));
        QCOMPARE(event.what, Happened::Answered);
        QVERIFY(session.answer().billable());
        QCOMPARE(session.answer().data.find(Quantity::Current)->value.toString(), QStringLiteral("1834.27"));
    }

    void answersThatNeverAgreeEndInDoubt() {
        Session session;
        auto serial = serialOf(start(session, Request::readData(gas)));
        Session::Event event;
        for (int i = 0; i < 4; ++i) {
            event = session.receive(tests::meterData({.current = 183427 + i}, serial), at(100 * (i + 1)));
            if (event.what == Happened::Send)
                serial = serialOf(event.bytes);
        }
        QCOMPARE(event.what, Happened::Answered);
        QVERIFY(!session.answer().billable());
        QVERIFY(session.answer().doubts().has(Doubt::Contradicted));
    }

    void clocksThatJumpBetweenTwoAnswersDoNotAgree() {
        Session session;
        const auto first = serialOf(start(session, Request::readData(gas)));
        Bytes jumped = tests::meterData({}, first);
        jumped[headerSize + 3 + 10 + 3] = 0x19; // the day
        jumped[jumped.size() - 2] = devices::sum8(ByteView(jumped).first(jumped.size() - 2));
        const auto event = session.receive(jumped, at(100));
        QCOMPARE(event.what, Happened::Send);
        QCOMPARE(session.receive(tests::meterData({}, serialOf(event.bytes)), at(200)).what, Happened::Send);
    }

    void anImpossibleClockIsLiftedByASecondAnswerThatSaysTheSame() {
        Session session;
        const auto first = serialOf(start(session, Request::readData(gas)));
        const auto event = session.receive(tests::meterData({.clockRuns = false}, first), at(100));
        QCOMPARE(session.receive(tests::meterData({.clockRuns = false}, serialOf(event.bytes)), at(200)).what,
                 Happened::Answered);
        QVERIFY(session.answer().billable());
        QVERIFY(!session.answer().data.clock.valid);
    }

    void valuesThatContradictThemselvesStayInDoubtHoweverOftenTheyAreSaid() {
        for (const MeterState& meter :
             {MeterState{.settlement = 200000}, MeterState{.unit = 0x00}, MeterState{.type = 0x20}}) {
            Session session;
            const auto first = serialOf(start(session, Request::readData(gas)));
            const auto event = session.receive(tests::meterData(meter, first), at(100));
            QCOMPARE(session.receive(tests::meterData(meter, serialOf(event.bytes)), at(200)).what, Happened::Answered);
            QVERIFY(session.answer().confirmed);
            QVERIFY(!session.answer().billable());
        }
    }

    void aValueOutsideTheExpectedRangeIsDoubtful() {
        const ReadPolicy policy{.confirmation = Confirmation::WhenDoubtful,
                                .range = ExpectedRange{{1834, 0}, {1900, 0}}};
        Session session;
        auto serial = serialOf(start(session, Request::readData(gas), policy));
        QCOMPARE(session.receive(tests::meterData({}, serial), at(100)).what, Happened::Answered);
        QVERIFY(session.answer().billable() && !session.answer().confirmed);
        serial = serialOf(start(session, Request::readData(gas), policy));
        auto event = session.receive(tests::meterData({.current = 190001}, serial), at(100));
        QCOMPARE(event.what, Happened::Send);
        QCOMPARE(session.receive(tests::meterData({.current = 190001}, serialOf(event.bytes)), at(200)).what,
                 Happened::Answered);
        QVERIFY(session.answer().confirmed && session.answer().doubts().has(Doubt::OutOfRange));
        QVERIFY(!session.answer().billable());
    }

    void oneAnswerAloneIsNeverBillable() {
        Session session;
        const auto serial = serialOf(start(session, Request::readData(gas), {.confirmation = Confirmation::Never}));
        QCOMPARE(session.receive(tests::meterData({}, serial), at(100)).what, Happened::Answered);
        QVERIFY(!session.answer().billable());
        QVERIFY(session.answer().doubts().has(Doubt::Unconfirmed));
    }

    void silenceIsRetriedAndThenTimesOut() {
        Session session({.replyTimeout = Duration::milliseconds(1000), .tries = 3});
        start(session, Request::readData(gas));
        QCOMPARE(*session.deadline(), at(1000));
        QCOMPARE(session.tick(at(999)).what, Happened::Nothing);
        QCOMPARE(session.tick(at(1000)).what, Happened::Send);
        QCOMPARE(session.tick(at(2000)).what, Happened::Send);
        const auto event = session.tick(at(3000));
        QCOMPARE(event.what, Happened::TimedOut);
        QVERIFY(!event.outcomeUnknown);
        QVERIFY(session.isIdle());
    }

    void aLateAnswerOfAnEarlierTryCounts() {
        Session session({.replyTimeout = Duration::milliseconds(1000)});
        const auto first = serialOf(start(session, Request::readData(gas)));
        const auto retry = session.tick(at(1000));
        QCOMPARE(retry.what, Happened::Send);
        const auto second = serialOf(retry.bytes);
        QCOMPARE(session.receive(tests::meterData({}, first), at(1100)).what, Happened::Send);
        QCOMPARE(session.receive(tests::meterData({}, second), at(1300)).what, Happened::Answered);
        QVERIFY(session.answer().billable());
    }

    void answersOfOtherMetersOtherQuestionsAndOlderExchangesAreDropped() {
        Session session;
        const auto old = serialOf(start(session, Request::readData(gas)));
        session.cancel();
        const auto serial = serialOf(start(session, Request::readData(gas)));
        QCOMPARE(session.receive(tests::meterData({}, old), at(10)).what, Happened::Nothing);
        QCOMPARE(session.receive(tests::meterData({.address = QStringLiteral("78110000001204")}, serial), at(20)).what,
                 Happened::Nothing);
        QCOMPARE(session.receive(tests::history({}, serial, 1), at(30)).what, Happened::Nothing);
        QCOMPARE(session.counters().strangers, 3U);
        QVERIFY(!session.isIdle());
    }

    void whatComesWhileNothingIsAskedIsDropped() {
        Session session;
        QCOMPARE(session.receive(tests::meterData({}, 0), at(0)).what, Happened::Nothing);
        const auto serial = serialOf(start(session, Request::readData(gas)));
        QCOMPARE(session.receive({}, at(1)).what, Happened::Nothing);
        QCOMPARE(session.receive(tests::meterData({}, serial), at(2)).what, Happened::Send);
    }

    void ourOwnEchoIsNoAnswer() {
        Session session;
        const Bytes sent = start(session, Request::readData(gas));
        Bytes line = sent;
        const Bytes answer = tests::meterData({}, serialOf(sent));
        line.insert(line.end(), answer.begin(), answer.end());
        QCOMPARE(session.receive(sent, at(5)).what, Happened::Nothing);
        QCOMPARE(session.receive(line, at(50)).what, Happened::Send);
        QCOMPARE(session.counters().echoes, 2U);
    }

    void tornAnswersAreJoinedAndNoiseInFrontDoesNotHoldThemUp() {
        Session session;
        const auto serial = serialOf(start(session, Request::readData(gas)));
        const Bytes answer = tests::meterData({}, serial);
        // A start mark in noise that claims 255 bytes, then the answer byte by byte.
        QCOMPARE(session.receive(tests::hex("FE68112233445566778899FF"), at(5)).what, Happened::Nothing);
        for (std::size_t i = 0; i + 1 < answer.size(); ++i)
            QCOMPARE(session.receive(ByteView(answer).subspan(i, 1), at(10 + int(i))).what, Happened::Nothing);
        QCOMPARE(session.receive(ByteView(answer).last(1), at(100)).what, Happened::Send);
    }

    void anAnswerThatIsStillArrivingAtTheDeadlineIsWaitedFor() {
        Session session({.replyTimeout = Duration::milliseconds(1000), .byteGap = Duration::milliseconds(200)});
        const auto serial = serialOf(start(session, Request::readData(gas)));
        const Bytes answer = tests::meterData({}, serial);
        QCOMPARE(session.receive(ByteView(answer).first(20), at(950)).what, Happened::Nothing);
        QCOMPARE(*session.deadline(), at(1150));
        QCOMPARE(session.tick(at(1000)).what, Happened::Nothing);
        QCOMPARE(session.receive(ByteView(answer).subspan(20), at(1100)).what, Happened::Send);
    }

    void aLineThatNeverFallsSilentStillTimesOut() {
        Session session({.replyTimeout = Duration::milliseconds(1000), .tries = 1});
        start(session, Request::readData(gas));
        int now = 0;
        for (; now <= 3000 && !session.isIdle(); now += 50) {
            QVERIFY(session.receive(Bytes(40, 0x68), at(now)).what == Happened::Nothing);
            if (session.tick(at(now)).what == Happened::TimedOut)
                break;
        }
        QCOMPARE(now, 2000);
    }

    void aRefusalEndsTheExchange() {
        Session session;
        const auto serial = serialOf(start(session, Request::readData(gas)));
        const Bytes error = tests::frame(0x30, gas.toString(), 0xC1, {serial, 0x11, 0x22});
        QCOMPARE(session.receive(error, at(50)).what, Happened::Refused);
        QVERIFY(session.answer().data.isErrorReply && session.answer().data.status.valve == Valve::Closed);
        QVERIFY(!session.answer().billable());
    }

    void aWriteIsSentOnceAndItsFateIsUnknownWhenNothingComesBack() {
        Session session;
        start(session, *Request::valve(tests::clearanceFor(gas.toString(), ValveAction::Close)));
        const auto event = session.tick(*session.deadline());
        QCOMPARE(event.what, Happened::TimedOut);
        QVERIFY(event.outcomeUnknown);
    }

    void aWriteIsAnsweredByItsOwnAcknowledgement() {
        Session session;
        const auto serial =
            serialOf(start(session, *Request::valve(tests::clearanceFor(gas.toString(), ValveAction::Close))));
        const auto ack = [&](std::uint8_t low) {
            return tests::frame(0x30, gas.toString(), 0x84, {0xA0, low, serial, 0x01, 0x00});
        };
        QCOMPARE(session.receive(ack(0x10), at(50)).what, Happened::Nothing);
        QCOMPARE(session.receive(ack(0x17), at(60)).what, Happened::Answered);
        QVERIFY(session.answer().data.status.valve == Valve::Closed);
    }

    void aMeterFoundByTheWildcardIsBelievedWhenItSaysItsAddressTwice() {
        Session session;
        const auto reply = [](std::uint8_t serial, const char* who) {
            return tests::frame(0x10, QString::fromLatin1(who), 0x83, {0x81, 0x0A, serial});
        };
        auto event = Session::Event();
        auto serial = serialOf(start(session, Request::readAddress(Address::wildcard())));
        event = session.receive(reply(serial, "78110000001203"), at(10));
        QCOMPARE(event.what, Happened::Send);
        event = session.receive(reply(serialOf(event.bytes), "78110000001302"), at(20));
        QCOMPARE(event.what, Happened::Send);
        event = session.receive(reply(serialOf(event.bytes), "78110000001203"), at(30));
        QCOMPARE(event.what, Happened::Answered);
        QCOMPARE(session.answer().address.toString(), QStringLiteral("78110000001203"));
    }

    void oneExchangeAtATime() {
        Session session;
        start(session, Request::readData(gas));
        QVERIFY(session.request(Request::readData(gas), model, {}, at(1)).failedWith(CjtError::Busy));
        session.cancel();
        QVERIFY(session.request(Request::readData(gas), model, {}, at(1)).ok());
    }

    void serialsGoRoundAndNeverRunOutOfAnExchange() {
        Session session({.replyTimeout = Duration::milliseconds(10), .tries = 100});
        start(session, Request::readData(gas));
        int sends = 1;
        for (int i = 1; i < 1000 && !session.isIdle(); ++i)
            sends += session.tick(at(10 * i)).what == Happened::Send;
        QCOMPARE(sends, 16);
        QVERIFY(session.isIdle());
    }
};
METERHALL_TEST_CASE(Cjt188SessionTest)

#include "cjt188_session_test.moc"
