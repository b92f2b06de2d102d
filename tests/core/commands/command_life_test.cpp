#include "core/commands/command_life.h"
#include "core/commands/command_outcome.h"
#include "tests/support/test_case.h"

#include <QTest>

#include <rapidcheck.h>

using namespace meterhall;

namespace {

using enum CommandState;

constexpr std::array all{Requested, Queued, Submitted, Unknown, Cached,    Sent,    Delivered,
                         Succeeded, Failed, TimedOut,  Expired, Cancelled, Refused, Superseded};

CommandState anyState() {
    return *rc::gen::elementOf(std::vector<CommandState>(all.begin(), all.end()));
}

CommandLife after(CommandKind kind, const std::vector<CommandState>& heard) {
    CommandLife life = CommandLife::of(kind);
    for (const CommandState state : heard)
        life.hear(state);
    return life;
}

/// How far a command has come, written a second time: what can be true of it only later has the larger number.
int distance(CommandState state) {
    switch (state) {
    case Requested:
        return 0;
    case Queued:
        return 1;
    case Submitted:
    case Unknown:
        return 2;
    case Cached:
        return 3;
    case Sent:
        return 4;
    case Delivered:
        return 5;
    case Succeeded:
    case Failed:
    case TimedOut:
    case Expired:
    case Cancelled:
    case Refused:
    case Superseded:
        return 6;
    }
    return -1;
}

std::vector<CommandEvent> eventsOf(CommandKind kind, const std::vector<CommandState>& heard) {
    CommandLife life = CommandLife::of(kind);
    std::vector<CommandEvent> events;
    const auto add = [&](CommandState said) {
        events.push_back({CommandId::fromRaw(1),
                          int(events.size()) + 1,
                          said,
                          life.state(),
                          Instant::fromMicroseconds(0),
                          OperatorId::fromRaw(1),
                          {}});
    };
    add(life.state());
    for (const CommandState state : heard) {
        life.hear(state);
        add(state);
    }
    return events;
}

} // namespace

class CommandLifeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whateverIsHeardNothingMovesBack() {
        QVERIFY(rc::check("a command never comes back to where it was before", [] {
            CommandLife life = CommandLife::of(*rc::gen::elementOf(
                std::vector{CommandKind::OpenValve, CommandKind::CloseValve, CommandKind::SetClock}));
            for (int i = 0; i < 30; ++i) {
                const CommandState before = life.state();
                const CommandState furthest = life.furthest();
                const bool moved = life.hear(anyState());
                RC_ASSERT(distance(life.furthest()) >= distance(furthest));
                RC_ASSERT(moved == (life.state() != before));
                // Over is over, but for the late answer to one that was given up.
                const bool mayEnd = !isOver(before) || !moved || before == TimedOut;
                RC_ASSERT(mayEnd);
                // What a device may have heard of is never called unsent again.
                const bool unsent = life.state() == Cancelled || life.state() == Refused || life.state() == Superseded;
                const bool wasHere = !moved || !unsent || isStillHere(before) || before == Cached;
                RC_ASSERT(wasHere);
            }
        }));
    }

    void theSameWordsInAnyOrderLeadToTheSameEnd() {
        QVERIFY(rc::check("late and shuffled words change nothing", [] {
            const CommandState end = *rc::gen::element(Succeeded, Failed);
            std::vector<CommandState> words{Unknown, Cached, Sent, Delivered, end, Sent, Cached};
            for (std::size_t i = words.size() - 1; i > 0; --i)
                std::swap(words[i], words[*rc::gen::inRange<std::size_t>(0, i + 1)]);
            words.insert(words.begin(), {Queued, Submitted});
            RC_ASSERT(after(CommandKind::CloseValve, words).state() == end);
        }));
    }

    void hearingTwiceIsHearingOnce() {
        QVERIFY(rc::check("the same word again does not move", [] {
            CommandLife life = CommandLife::of(CommandKind::OpenValve);
            for (int i = 0; i < 12; ++i) {
                const CommandState heard = anyState();
                life.hear(heard);
                RC_ASSERT(!life.hear(heard));
            }
        }));
    }

    void aStoredLifeIsTheLifeOfItsEvents() {
        QVERIFY(rc::check("events tell the life again, and altered ones do not", [] {
            std::vector<CommandState> heard;
            for (int i = *rc::gen::inRange(0, 12); i > 0; --i)
                heard.push_back(anyState());
            auto events = eventsOf(CommandKind::OpenValve, heard);
            const auto life = lifeOf(CommandKind::OpenValve, events);
            RC_ASSERT(life.ok());
            RC_ASSERT(life->state() == after(CommandKind::OpenValve, heard).state());
            auto& altered = events[*rc::gen::inRange<std::size_t>(0, events.size())];
            const CommandState other = anyState();
            RC_PRE(other != altered.state);
            altered.state = other;
            RC_ASSERT(!lifeOf(CommandKind::OpenValve, events).ok());
        }));
    }

    void nothingLeavesBeforeASecondPersonHasSeenIt() {
        QVERIFY(CommandLife::of(CommandKind::OpenValve).state() == Requested);
        QVERIFY(CommandLife::of(CommandKind::SetClock).state() == Queued);
        CommandLife life = CommandLife::of(CommandKind::OpenValve);
        for (const CommandState early : {Submitted, Sent, Delivered, Succeeded, Unknown, TimedOut})
            QVERIFY(life.advance(early).failedWith(CommandError::NotPossibleNow));
        QVERIFY(life.advance(Queued).ok() && life.advance(Submitted).ok());
    }

    void whatHasLeftIsNotTakenBack() {
        for (const CommandState left : {Submitted, Sent, Delivered, Unknown}) {
            CommandLife life = after(CommandKind::CloseValve, {Queued, Submitted, left});
            QVERIFY(!life.movesOn(Cancelled) && !life.movesOn(Superseded) && !life.movesOn(Queued));
        }
        QVERIFY(after(CommandKind::CloseValve, {Queued, Submitted, Cached}).movesOn(Cancelled));
        QVERIFY(after(CommandKind::CloseValve, {Queued, Submitted}).movesOn(Expired));
        QVERIFY(!after(CommandKind::CloseValve, {Queued, Submitted, Sent}).movesOn(Expired));
    }

    void aLateAnswerStillCountsAfterGivingUp() {
        CommandLife life = after(CommandKind::CloseValve, {Queued, Submitted, Sent, TimedOut});
        QVERIFY(isOver(life.state()));
        QVERIFY(!life.hear(Delivered) && !life.hear(Unknown) && !life.hear(Cancelled));
        QVERIFY(life.hear(Succeeded));
        QVERIFY(!life.hear(Failed));
    }

    void whatWasSeenDecidesOverWhatWasSaid_data() {
        QTest::addColumn<int>("answer");
        QTest::addColumn<int>("effect");
        QTest::addColumn<int>("state");
        const auto row = [](const char* name, DeviceAnswer answer, Effect effect, int state) {
            QTest::newRow(name) << int(answer) << int(effect) << state;
        };
        row("said and seen", DeviceAnswer::Obeyed, Effect::Holds, int(Succeeded));
        row("answer lost, but done", DeviceAnswer::Silent, Effect::Holds, int(Succeeded));
        row("refused, but so already", DeviceAnswer::Refused, Effect::Holds, int(Succeeded));
        row("a lie", DeviceAnswer::Obeyed, Effect::DoesNotHold, int(Failed));
        row("stuck", DeviceAnswer::Obeyed, Effect::Fault, int(Failed));
        row("lost and not done", DeviceAnswer::Silent, Effect::DoesNotHold, int(Failed));
        row("said, not looked at", DeviceAnswer::Obeyed, Effect::NotSeen, int(Delivered));
        row("nobody knows", DeviceAnswer::Silent, Effect::NotSeen, int(Unknown));
        row("refused", DeviceAnswer::Refused, Effect::NotSeen, int(Failed));
        row("no way to it", DeviceAnswer::NotAsked, Effect::NotSeen, int(Expired));
        row("no valve", DeviceAnswer::Impossible, Effect::NotSeen, int(Failed));
        row("looked, nothing seen", DeviceAnswer::NotTold, Effect::NotSeen, 0);
        row("looked and seen", DeviceAnswer::NotTold, Effect::Holds, int(Succeeded));
    }
    void whatWasSeenDecidesOverWhatWasSaid() {
        QFETCH(int, answer);
        QFETCH(int, effect);
        QFETCH(int, state);
        const auto said = stateSaidBy({CommandId::fromRaw(1), DeviceAnswer(answer), Effect(effect), {}});
        QCOMPARE(said ? int(*said) : 0, state);
    }

    void kindsAndStatesHaveNamesOfTheirOwn() {
        std::set<QString> codes;
        for (const CommandState state : all)
            QVERIFY(!codeOf(state).isEmpty() && codes.insert(codeOf(state)).second);
        for (int kind = 1; kind <= 5; ++kind)
            QVERIFY(*parseCommandKind(codeOf(CommandKind(kind))) == CommandKind(kind));
        QVERIFY(parseCommandKind(u"open-sesame").failedWith(CommandError::UnknownKind));
    }

    void parametersAreChecked() {
        QVERIFY(checkParameter(CommandKind::SetSettlementDay, 28).ok());
        QVERIFY(checkParameter(CommandKind::SetSettlementDay, 29).failedWith(CommandError::BadParameter));
        QVERIFY(checkParameter(CommandKind::SetReadingDay, 0).failedWith(CommandError::BadParameter));
        QVERIFY(checkParameter(CommandKind::SetClock, 1).failedWith(CommandError::BadParameter));
    }
};
METERHALL_TEST_CASE(CommandLifeTest)

#include "command_life_test.moc"
