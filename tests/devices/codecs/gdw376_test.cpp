#include "devices/codecs/gdw376/link.h"
#include "tests/devices/codecs/meter_frames.h"
#include "tests/support/test_case.h"

#include <QTest>

#include <rapidcheck.h>

using namespace meterhall;
using namespace meterhall::gdw376;
using devices::AtEnd;
using devices::ScanStatus;
using tests::at;
using tests::hex;
using Kind = LinkEvent::Kind;

namespace {
const TerminalAddress terminal{0x0571, 1};

Bytes up(Afn afn, std::uint8_t control, std::uint8_t sequence, const Bytes& body, TerminalAddress who = terminal,
         ProtocolId protocol = ProtocolId::Gdw3761) {
    const auto bytes = encodeFrame(
        {.protocol = protocol, .control = {control}, .address = who, .afn = afn, .sequence = {sequence}}, body);
    Q_ASSERT(bytes.ok());
    return *bytes;
}

Bytes login(TerminalAddress who = terminal) {
    return up(Afn::LinkTest, 0xC9, 0x71, hex("00000100"), who);
}
Bytes heartbeat(const Bytes& clock = {}) {
    Bytes body = hex("00000400");
    body.insert(body.end(), clock.begin(), clock.end());
    return up(Afn::LinkTest, 0xC9, 0x72, body);
}

Bytes answerTo(const Bytes& request, const ForwardReply& reply, int numberOffset = 0) {
    const Frame asked = viewFrame(request);
    const auto sequence = Sequence::single(std::uint8_t(asked.sequence.number() + numberOffset));
    return up(Afn::Forward, 0x88, sequence.raw, encodeForwardReplyData(reply));
}

std::vector<Kind> kinds(const std::vector<LinkEvent>& events) {
    std::vector<Kind> all;
    for (const LinkEvent& event : events)
        all.push_back(event.kind);
    return all;
}

TerminalLink loggedIn(LinkSettings settings = {}) {
    TerminalLink link(settings, at(0));
    link.receive(login(), at(1));
    return link;
}

Bytes append(Bytes first, const Bytes& second) {
    first.insert(first.end(), second.begin(), second.end());
    return first;
}
} // namespace

class Gdw376Test : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyPrefixOfAFrameIsWaitedForAndIsNoFrameWhenNothingFollows() {
        const Bytes whole = heartbeat();
        for (std::size_t size = 0; size < whole.size(); ++size) {
            const ByteView prefix = ByteView(whole).first(size);
            QCOMPARE(findFrame(prefix, AtEnd::NothingFollows).status, ScanStatus::NotFound);
            if (size > 0)
                QCOMPARE(findFrame(prefix, AtEnd::MoreMayCome).status, ScanStatus::NeedMore);
            QVERIFY(!parseFrame(prefix).ok());
        }
        QVERIFY(parseFrame(whole).ok());
    }

    void noSingleByteChangeIsAFrame() {
        for (const Bytes& whole :
             {heartbeat(), login(), up(Afn::Forward, 0x88, 0x61, hex("00000100 1F 0300 112233"))}) {
            for (std::size_t i = 1; i + 1 < whole.size(); ++i) {
                for (int change = 1; change < 256; ++change) {
                    Bytes damaged = whole;
                    damaged[i] = static_cast<std::uint8_t>(damaged[i] + change);
                    // The two protocol bits are in both length words: one changed word no longer equals the other.
                    QVERIFY(!findFrame(damaged, AtEnd::NothingFollows).isFrame());
                }
            }
        }
    }

    void encodingAndDecodingAnyFrameIsTheIdentity() {
        const bool holds = rc::check("decode(encode(frame)) == frame", [] {
            const auto body = *rc::gen::arbitrary<Bytes>();
            const FrameHead head{
                .protocol = *rc::gen::element(ProtocolId::Gdw130, ProtocolId::Gdw3761),
                .control = {*rc::gen::arbitrary<std::uint8_t>()},
                .address = {*rc::gen::arbitrary<std::uint16_t>(), *rc::gen::arbitrary<std::uint16_t>()},
                .msa = *rc::gen::inRange<std::uint8_t>(0, 128),
                .isGroup = *rc::gen::arbitrary<bool>(),
                .afn = static_cast<Afn>(*rc::gen::arbitrary<std::uint8_t>()),
                .sequence = {*rc::gen::arbitrary<std::uint8_t>()}};
            const auto bytes = encodeFrame(head, body);
            RC_ASSERT(bytes.ok());
            const auto frame = parseFrame(*bytes);
            RC_ASSERT(frame.ok());
            RC_ASSERT(frame->protocol == std::uint8_t(head.protocol) && frame->control == head.control);
            RC_ASSERT(frame->address == head.address && frame->msa == head.msa && frame->isGroup == head.isGroup);
            RC_ASSERT(frame->afn == head.afn && frame->sequence == head.sequence);
            RC_ASSERT(Bytes(frame->body.begin(), frame->body.end()) == body);
            (void)splitBody(*frame);
        });
        QVERIFY(holds);
    }

    void dataUnitNumbersAreBitMasks() {
        const bool holds = rc::check("of(pn, fn) reads back", [] {
            const auto pn = *rc::gen::inRange<std::uint16_t>(0, 2041);
            const auto fn = *rc::gen::inRange<std::uint16_t>(1, 2049);
            const UnitId id = UnitId::of(pn, fn);
            RC_ASSERT(id.points().holdsOnly(pn));
            RC_ASSERT(id.functions().holdsOnly(fn));
        });
        QVERIFY(holds);
        const UnitId many = *UnitId::read(hex("0301 0500"));
        QCOMPARE(many.points().count, std::size_t(2));
        QCOMPARE(many.functions().values[1], std::uint16_t(3));
        QVERIFY(UnitId::read(hex("01000100"))->points().all);
    }

    void addressesAreAreaDigitsAndADecimalNumber() {
        QCOMPARE((TerminalAddress{0x0200, 4660}.toString()), QStringLiteral("0200-04660"));
        QCOMPARE(*TerminalAddress::parse(u"0571-00001"), terminal);
        for (const char* text :
             {"", "0571", "0571-", "0571-65536", "0571-0001", "057X-00001", "0571-0000A", "0571 00001"})
            QVERIFY(TerminalAddress::parse(QString::fromLatin1(text)).failedWith(GdwError::BadAddress));
    }

    void auxiliaryFieldsAreTakenFromTheEnd() {
        const Bytes body = append(append(hex("00000100 1F 6B 83 0A 0200 A1A2"), Bytes(16, 0x11)), hex("071351232105"));
        const auto bytes =
            encodeFrame({.control = {0x4B}, .address = terminal, .afn = Afn::Forward, .sequence = {0xE7}}, body);
        const auto split = splitBody(*parseFrame(*bytes));
        QVERIFY(split.ok() && split->password && split->time && !split->eventCounters);
        QCOMPARE(split->time->pfc, std::uint8_t(7));
        QCOMPARE(toHex(readForwardRequest(split->data)->payload), QStringLiteral("A1A2"));
        const auto tooShort =
            encodeFrame({.control = {0x4B}, .address = terminal, .afn = Afn::Forward, .sequence = {0xE7}}, hex("0102"));
        QVERIFY(splitBody(*parseFrame(*tooShort)).failedWith(GdwError::Truncated));
    }

    void forwardedLengthsAreChecked() {
        QVERIFY(!readForwardReply(hex("00000100 1F 0300 1122")).ok());
        QVERIFY(!readForwardReply(hex("00000200 1F 0100 11")).ok());
        QVERIFY(!readForwardReply(hex("0000")).ok());
        QCOMPARE(toHex(readForwardReply(hex("00000100 1F 0200 1122 99"))->payload), QStringLiteral("1122"));
    }

    void curvesAreWalkedUnitByUnit() {
        const Bytes data =
            hex("0201010A 45121604150101 EEEEEE 0201020A 45121604150102 010203 040506 0201010B 45121604150101 2200");
        const auto bytes =
            encodeFrame({.control = {0x88}, .address = terminal, .afn = Afn::HistoryData, .sequence = {0x61}}, data);
        std::vector<std::size_t> sizes;
        const Frame frame = *parseFrame(*bytes);
        QVERIFY(walkUnits(frame, frame.body, [&](const Unit& unit) { sizes.push_back(unit.data.size()); }));
        QCOMPARE(sizes, (std::vector<std::size_t>{10, 13, 9}));
        QVERIFY(!walkUnits(frame, frame.body.first(frame.body.size() - 1), [](const Unit&) {}));
    }

    void aLoginIsConfirmedAndMakesTheTerminalKnown() {
        TerminalLink link({}, at(0));
        const auto events = link.receive(login(), at(1));
        QCOMPARE(kinds(events), (std::vector{Kind::Send, Kind::LoggedIn}));
        QCOMPARE(events[1].address, terminal);
        const Frame confirm = *parseFrame(events[0].bytes);
        QVERIFY(confirm.afn == Afn::Confirm && confirm.control.raw == 0x0B && confirm.sequence.raw == 0x61);
        QCOMPARE(toHex(confirm.body), QStringLiteral("00000100"));
        QVERIFY(link.isLoggedIn());
    }

    void theOtherFormOfConfirmingNamesTheUnit() {
        TerminalLink link({.confirmForm = ConfirmForm::ByUnit}, at(0));
        const auto events = link.receive(login(), at(1));
        QCOMPARE(toHex(parseFrame(events[0].bytes)->body), QStringLiteral("00000400020000010000"));
    }

    void theElderProtocolIsAnsweredInKind() {
        TerminalLink link({}, at(0));
        const auto events =
            link.receive(up(Afn::LinkTest, 0xC9, 0x72, hex("00000100"), terminal, ProtocolId::Gdw130), at(1));
        QCOMPARE(int(parseFrame(events[0].bytes)->protocol), 1);
    }

    void heartbeatsAreConfirmedAndMayCarryAClock() {
        TerminalLink link = loggedIn();
        QCOMPARE(kinds(link.receive(heartbeat(), at(5))), (std::vector{Kind::Send, Kind::Heartbeat}));
        const auto events = link.receive(heartbeat(hex("31 09 14 14 B2 18")), at(6));
        QCOMPARE(kinds(events), (std::vector{Kind::Send, Kind::Heartbeat}));
        QCOMPARE(*events[1].clock, (TerminalClock{2018, 12, 14, 14, 9, 31}));
        QVERIFY(!link.receive(heartbeat(hex("FFFFFFFFFFFF")), at(7))[1].clock);
    }

    void aHeartbeatThatDoesNotCountItsClockIsUnderstoodAndWhatFollowsToo() {
        TerminalLink link = loggedIn();
        Bytes odd = heartbeat(hex("31 09 14 14 B2 18"));
        odd[1] = odd[3] = 0x32;
        odd[2] = odd[4] = 0x00;
        QVERIFY(!findFrame(odd, AtEnd::NothingFollows).isFrame());
        const auto events = link.receive(append(odd, heartbeat()), at(5));
        QCOMPARE(kinds(events), (std::vector{Kind::Send, Kind::Heartbeat, Kind::Send, Kind::Heartbeat}));
        QVERIFY(events[1].clock && !events[3].clock);
        QCOMPARE(link.garbage(), std::uint64_t(0));
    }

    void aTornStreamWithNoiseIsReadByteByByte() {
        TerminalLink link({}, at(0));
        const Bytes stream = append(append(hex("006868"), login()), append(hex("FE"), heartbeat()));
        std::vector<Kind> seen;
        for (const std::uint8_t byte : stream) {
            for (const LinkEvent& event : link.receive(ByteView(&byte, 1), at(1)))
                seen.push_back(event.kind);
        }
        QCOMPARE(seen, (std::vector{Kind::Send, Kind::LoggedIn, Kind::Send, Kind::Heartbeat}));
        QCOMPARE(link.garbage(), std::uint64_t(4));
    }

    void aFalseStartIsGivenUpWhenTheLineFallsSilent() {
        TerminalLink link({}, at(0));
        const Bytes stream = append(hex("68 FEFF FEFF 68"), login());
        QVERIFY(link.receive(stream, at(0)).empty());
        QVERIFY(link.tick(at(2999)).empty());
        QCOMPARE(link.deadline(), at(3000));
        QCOMPARE(kinds(link.tick(at(3000))), (std::vector{Kind::Send, Kind::LoggedIn}));
    }

    void endlessNoiseDoesNotGrowTheBuffer() {
        TerminalLink link({.maxBuffer = 100}, at(0));
        Bytes noise;
        for (int i = 0; i < 200; ++i)
            noise = append(noise, hex("68FEFFFEFF68"));
        QVERIFY(link.receive(noise, at(0)).empty());
        QVERIFY(link.garbage() >= noise.size() - 100);
        QCOMPARE(kinds(link.receive(append(Bytes(200, 0), login()), at(1))), (std::vector{Kind::Send, Kind::LoggedIn}));
    }

    void nothingIsServedBeforeTheLogin() {
        TerminalLink link({}, at(0));
        QCOMPARE(kinds(link.receive(heartbeat(), at(1))), (std::vector{Kind::Fault}));
        QVERIFY(link.forward({}, at(1)).failedWith(GdwError::NotLoggedIn));
    }

    void aSecondTerminalOnTheConnectionIsAFault() {
        TerminalLink link = loggedIn();
        QCOMPARE(kinds(link.receive(login({0x0571, 2}), at(2))), (std::vector{Kind::Fault}));
        QCOMPARE(kinds(link.receive(up(Afn::Events, 0xC4, 0x61, hex("00000100"), {0x0571, 2}), at(3))),
                 (std::vector{Kind::Fault}));
        QCOMPARE(*link.address(), terminal);
        QCOMPARE(kinds(link.receive(login(), at(4))), (std::vector{Kind::Send, Kind::LoggedIn}));
    }

    void forwardedBytesComeBackOnce() {
        TerminalLink link = loggedIn();
        const Bytes meter = tests::meterData({}, 0);
        const auto request = link.forward({.port = 3, .payload = meter}, at(10));
        QVERIFY(request.ok());
        QVERIFY(link.forward({}, at(11)).failedWith(GdwError::Busy));
        const auto body = splitBody(*parseFrame(*request));
        QVERIFY(body.ok() && body->password);
        const auto sent = readForwardRequest(body->data);
        QCOMPARE(toHex(sent->payload), toHex(meter));
        const Bytes answer = answerTo(*request, {3, hex("112233")});
        const auto events = link.receive(answer, at(20));
        QCOMPARE(kinds(events), (std::vector{Kind::Forwarded}));
        QCOMPARE(toHex(events[0].bytes), QStringLiteral("112233"));
        QCOMPARE(events[0].port, std::uint8_t(3));
        QVERIFY(!link.isBusy());
        // The same answer again, late: nobody waits for it.
        QCOMPARE(kinds(link.receive(answer, at(30))), (std::vector{Kind::Fault}));
    }

    void answersWithAnotherNumberOrPortAreNotOurs() {
        TerminalLink link = loggedIn();
        const auto request = link.forward({.port = 3}, at(10));
        QCOMPARE(kinds(link.receive(answerTo(*request, {3, {}}, 1), at(20))), (std::vector{Kind::Fault}));
        QCOMPARE(kinds(link.receive(answerTo(*request, {4, {}}), at(21))), (std::vector{Kind::Fault}));
        QVERIFY(link.isBusy());
        QCOMPARE(kinds(link.receive(answerTo(*request, {3, {}}), at(22))), (std::vector{Kind::Forwarded}));
    }

    void aRepetitionKeepsItsNumberAndANewRequestTakesTheNext() {
        TerminalLink link = loggedIn();
        const auto first = link.forward({.port = 3}, at(10));
        const auto same = link.repeat(at(20));
        QCOMPARE(toHex(*same), toHex(*first));
        link.abandon();
        const auto next = link.forward({.port = 3}, at(30));
        QCOMPARE(int(viewFrame(*next).sequence.number()), (viewFrame(*first).sequence.number() + 1) % 16);
        QVERIFY(!TerminalLink({}, at(0)).repeat(at(0)).ok());
    }

    void aConfirmationOfAForwardIsNotItsAnswerAndADenialIs() {
        TerminalLink link = loggedIn();
        const auto request = link.forward({.port = 3}, at(10));
        const auto number = Sequence::single(viewFrame(*request).sequence.number()).raw;
        QVERIFY(link.receive(up(Afn::Confirm, 0x80, number, hex("00000100")), at(11)).empty());
        QCOMPARE(kinds(link.receive(up(Afn::Confirm, 0x80, number, hex("00000200")), at(12))),
                 (std::vector{Kind::Denied}));
        QVERIFY(!link.isBusy());
    }

    void anUnansweredRequestTimesOutOnce() {
        TerminalLink link = loggedIn({.replyTimeout = Duration::seconds(10)});
        QVERIFY(link.forward({.port = 3}, at(0)).ok());
        QCOMPARE(link.deadline(), at(10'000));
        QVERIFY(link.tick(at(9'999)).empty());
        QCOMPARE(kinds(link.tick(at(10'000))), (std::vector{Kind::TimedOut}));
        QVERIFY(link.tick(at(10'001)).empty());
    }

    void aTerminalWithoutSignsOfLifeIsSilent() {
        TerminalLink link = loggedIn({.heartbeatEvery = Duration::minutes(1), .missedHeartbeats = 2});
        QVERIFY(link.tick(at(119'000)).empty());
        QCOMPARE(kinds(link.tick(at(120'001))), (std::vector{Kind::Silent}));
        QVERIFY(link.tick(at(130'000)).empty());
        link.receive(heartbeat(), at(140'000));
        QCOMPARE(kinds(link.tick(at(260'000))), (std::vector{Kind::Silent}));
    }

    void aTerminalThatLogsOutIsForgotten() {
        TerminalLink link = loggedIn();
        QCOMPARE(kinds(link.receive(up(Afn::LinkTest, 0xC9, 0x71, hex("00000200")), at(2))),
                 (std::vector{Kind::Send, Kind::LoggedOut}));
        QVERIFY(!link.isLoggedIn());
    }

    void reportsOfTheTerminalAreConfirmedWhenItAsks() {
        TerminalLink link = loggedIn();
        QCOMPARE(kinds(link.receive(up(Afn::Events, 0xC4, 0x61, hex("00000100")), at(2))),
                 (std::vector{Kind::Reported}));
        QCOMPARE(kinds(link.receive(up(Afn::Events, 0xC4, 0x71, hex("00000100")), at(3))),
                 (std::vector{Kind::Send, Kind::Reported}));
    }

    void otherRequestsAreAnsweredAsReports() {
        TerminalLink link = loggedIn();
        const auto request = link.request(Afn::CurrentData, UnitId::of(0, 2).raw, at(5));
        QVERIFY(request.ok());
        const auto sequence = Sequence::single(viewFrame(*request).sequence.number()).raw;
        const auto events = link.receive(up(Afn::CurrentData, 0x88, sequence, hex("00000200 003907174315")), at(6));
        QCOMPARE(kinds(events), (std::vector{Kind::Reported}));
        QVERIFY(!link.isBusy());
    }

    void timeLabelsCarryTheNumberAndTheCivilTime() {
        TerminalLink link = loggedIn({.sendsTimeLabel = true});
        const auto now = Instant::fromMicroseconds(1'763'641'800'000'000); // 2025-11-20T12:30:00Z
        const auto request = link.forward({.port = 3}, now);
        const auto body = splitBody(*parseFrame(*request));
        QVERIFY(body.ok() && body->time);
        QCOMPARE(*body->time, (TimeLabel{1, 0x00, 0x30, 0x20, 0x20, 0}));
    }

    void ourOwnWordsAreIgnored() {
        TerminalLink link = loggedIn();
        const auto request = link.forward({.port = 3}, at(5));
        QVERIFY(link.receive(*request, at(6)).empty());
    }
};
METERHALL_TEST_CASE(Gdw376Test)

#include "gdw376_test.moc"
