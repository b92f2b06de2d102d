#include "core/services/alarms.h"
#include "core/services/commands.h"
#include "core/services/supply.h"
#include "core/services/verify.h"
#include "core/storage/command_store.h"
#include "tests/small_town/small_town_test.h"
#include "tests/storage_support/database_fixture.h"
#include "tests/support/test_case.h"

#include <QTest>

using namespace meterhall;

/// Orders to meters and valves, from the wish to the last word, on both engines.
class CommandsTest : public tests::SmallTownTest {
    Q_OBJECT

    services::ValveRequest wish(ValveAction action, ValveReason reason, int home = 1) {
        return {.key = as(Person::Engineer).newKey(),
                .meter = town().meter(home, Commodity::Gas),
                .action = action,
                .reason = reason,
                .document = QStringLiteral("order 17")};
    }
    CommandId asked(const services::ValveRequest& request) {
        const auto taken = services::requestValve(as(Person::Engineer), request);
        if (!taken.ok())
            qFatal("request: %s", qPrintable(taken.error().toString()));
        return taken->command;
    }
    CommandId approved(const services::ValveRequest& request) {
        const CommandId id = asked(request);
        const auto yes = services::approveCommand(as(Person::Lead), id);
        if (!yes.ok())
            qFatal("approve: %s", qPrintable(yes.error().toString()));
        return id;
    }
    void crewChecks(int home = 1, bool leakFree = true) {
        VERIFY_OK(services::checkSite(as(Person::MeterKeeper), {.meter = town().meter(home, Commodity::Gas),
                                                                .someonePresent = true,
                                                                .appliancesOff = true,
                                                                .leakFree = leakFree,
                                                                .evidence = QStringLiteral("photo 4")}));
    }
    /// Bills of November, due in December, owed in January.
    void letThemOwe() {
        town().readAndIssueAll("121.90");
        town().moveTo(*Date::of(2027, 1, 12), Duration::hours(10));
    }
    CommandState stateOf(CommandId id) {
        const auto history = services::commandHistory(as(Person::Lead), id);
        return history.ok() && !history->empty() ? history->back().state : CommandState::Requested;
    }
    QString held(const Result<services::CommandTaken>& taken) {
        return taken.failedWith(CommandError::HeldByRule) ? taken.error().arguments().join(u' ') : QStringLiteral("-");
    }

    void prepare() override { town().moveTo(*Date::of(2026, 11, 24)); }

private Q_SLOTS:
    void aValveIsOpenedByTwoPersonsAndACrew() {
        const auto request = wish(ValveAction::Open, ValveReason::MeterWork);
        const CommandId id = asked(request);
        QVERIFY(services::releaseCommand(as(Person::Engineer), id).failedWith(CommandError::NotPossibleNow));
        VERIFY_OK(services::approveCommand(as(Person::Lead), id));
        QVERIFY(services::approveCommand(as(Person::Inspector), id).failedWith(CommandError::NotPossibleNow));
        // Nobody has been there yet: it waits.
        const auto early = services::releaseCommand(as(Person::Engineer), id);
        QVERIFY(early.failedWith(CommandError::HeldByRule));
        QCOMPARE(early.error().arguments(), QStringList{QStringLiteral("nobody-on-site")});
        QCOMPARE(codesOf(*services::whyHeld(as(Person::Lead), id)), QStringList{QStringLiteral("nobody-on-site")});
        QCOMPARE(codeOf(stateOf(id)), QStringLiteral("queued"));

        crewChecks();
        auto released = services::releaseCommand(as(Person::Engineer), id);
        VERIFY_OK(released);
        QVERIFY(released->clearance && released->clearance->command() == id);
        QCOMPARE(released->clearance->deviceAddress(), QStringLiteral("78110000000001"));
        QCOMPARE(released->route.terminal, QStringLiteral("0571-00001"));
        QCOMPARE(codeOf(stateOf(id)), QStringLiteral("submitted"));
        // The clearance is given out once.
        QVERIFY(services::releaseCommand(as(Person::Engineer), id).failedWith(CommandError::NotPossibleNow));

        VERIFY_OK(services::recordSent(as(Person::Engineer), id));
        const CommandOutcome done{id, DeviceAnswer::Obeyed, Effect::Holds, QStringLiteral("68")};
        QCOMPARE(codeOf(*services::recordOutcome(as(Person::Engineer), done)), QStringLiteral("succeeded"));
        // The same word again, and a late one that contradicts: kept, and nothing moves.
        VERIFY_OK(services::recordOutcome(as(Person::Engineer), done));
        VERIFY_OK(services::recordOutcome(as(Person::Engineer), {id, DeviceAnswer::Silent, Effect::NotSeen, {}}));
        const auto history = services::commandHistory(as(Person::Lead), id);
        QCOMPARE(history->size(), std::size_t(7));
        QCOMPARE(codeOf(history->back().heard) + u' ' + codeOf(history->back().state),
                 QStringLiteral("unknown succeeded"));
        QCOMPARE(violations(), 0);
    }

    void anAnswerThatIsLostLeavesItUnknownUntilSomebodyLooks() {
        const CommandId id = approved(wish(ValveAction::Close, ValveReason::MeterWork));
        VERIFY_OK(services::releaseCommand(as(Person::Engineer), id));
        QCOMPARE(
            codeOf(*services::recordOutcome(as(Person::Engineer), {id, DeviceAnswer::Silent, Effect::NotSeen, {}})),
            QStringLiteral("unknown"));
        // It is not sent again, not taken back, and in the way of every other order to the same valve.
        QVERIFY(services::releaseCommand(as(Person::Engineer), id).failedWith(CommandError::NotPossibleNow));
        QVERIFY(services::cancelCommand(as(Person::Engineer), id, QStringLiteral("no"))
                    .failedWith(CommandError::NotPossibleNow));
        QCOMPARE(held(services::requestValve(as(Person::Engineer), wish(ValveAction::Open, ValveReason::MeterWork))),
                 QStringLiteral("other-command-open"));
        const auto look = services::lookAtCommand(as(Person::Engineer), id);
        VERIFY_OK(look);
        QVERIFY(look->onlyLook && !look->clearance);
        QVERIFY(services::alarms(as(Person::Lead))->empty()); // a moment is left to it
        const auto unclear = services::alarms(as(Person::Lead), {.commandUnclear = Duration::seconds(-1)});
        VERIFY_OK(unclear);
        QCOMPARE(unclear->size(), std::size_t(1));
        QVERIFY(unclear->front().kind == services::AlarmKind::UnclearCommands && unclear->front().count == 1);
        QCOMPARE(
            codeOf(*services::recordOutcome(as(Person::Engineer), {id, DeviceAnswer::NotTold, Effect::NotSeen, {}})),
            QStringLiteral("unknown"));
        QCOMPARE(codeOf(*services::recordOutcome(as(Person::Engineer), {id, DeviceAnswer::NotTold, Effect::Holds, {}})),
                 QStringLiteral("succeeded"));
        QVERIFY(services::alarms(as(Person::Lead), {.commandUnclear = Duration::seconds(-1)})->empty());
        QCOMPARE(violations(), 0);
    }

    void aStationThatWasKilledForgetsNothing() {
        const CommandId id = approved(wish(ValveAction::Close, ValveReason::MeterWork));
        VERIFY_OK(services::releaseCommand(as(Person::Engineer), id));
        QCOMPARE(*services::forgetInFlight(as(Person::Engineer), QStringLiteral("elsewhere")), 0);
        QCOMPARE(*services::forgetInFlight(as(Person::Engineer)), 1);
        QCOMPARE(codeOf(stateOf(id)), QStringLiteral("unknown"));
        VERIFY_OK(services::giveUpCommand(as(Person::Lead), id, QStringLiteral("the meter is gone")));
        QCOMPARE(codeOf(stateOf(id)), QStringLiteral("timed-out"));
        QCOMPARE(codeOf(*services::recordOutcome(as(Person::Engineer), {id, DeviceAnswer::NotTold, Effect::Holds, {}})),
                 QStringLiteral("succeeded"));
    }

    void theSameKeyIsOneCommand() {
        const auto request = wish(ValveAction::Close, ValveReason::MeterWork);
        const CommandId id = asked(request);
        const auto again = services::requestValve(as(Person::Engineer), request);
        VERIFY_OK(again);
        QVERIFY(again->alreadyDone && again->command == id);
        auto other = request;
        other.action = ValveAction::Open;
        QVERIFY(services::requestValve(as(Person::Engineer), other).failedWith(CommandError::KeyUsedForSomethingElse));
    }

    void nobodyApprovesWhatHeAskedFor() {
        auto request = wish(ValveAction::Close, ValveReason::MeterWork);
        request.key = as(Person::Lead).newKey();
        VERIFY_OK(services::requestValve(as(Person::Lead), request));
        const CommandId id = CommandId::fromRaw(request.key);
        QVERIFY(services::approveCommand(as(Person::Lead), id).failedWith(CommandError::SamePerson));
        QVERIFY(services::approveCommand(as(Person::Engineer), id).failedWith(SecurityError::NotAllowed));
        QVERIFY(services::refuseCommand(as(Person::Inspector), id, {}).failedWith(CommandError::DocumentMissing));
        VERIFY_OK(services::refuseCommand(as(Person::Inspector), id, QStringLiteral("not today")));
        QVERIFY(services::approveCommand(as(Person::Inspector), id).failedWith(CommandError::NotPossibleNow));
        QCOMPARE(violations(), 0);
    }

    void theDatabaseKnowsTheRulesToo() {
        const CommandId id = asked(wish(ValveAction::Close, ValveReason::MeterWork));
        services::Session& engineer = as(Person::Engineer);
        auto database = storage::Database::open(town().urlFor(town().numberOf(Person::Engineer)),
                                                {.password = tests::SmallTown::password()});
        VERIFY_OK(database);
        VERIFY_OK(services::addSeat(as(Person::Administrator), 9, QStringLiteral("spare")));
        auto seat = storage::Seat::claim(**database, 9, town().numberOf(Person::Engineer), engineer.now());
        VERIFY_OK(seat);
        const auto says = [&](int number, CommandState heard, CommandState state) -> Result<void> {
            MH_TRY(auto work, storage::UnitOfWork::begin(**database, {.seat = *seat,
                                                                      .operatorName = town().numberOf(Person::Engineer),
                                                                      .action = QStringLiteral("test"),
                                                                      .now = engineer.now(),
                                                                      .businessDay = {}}));
            MH_CHECK(storage::CommandStore::insert(work, CommandEvent{.command = id,
                                                                      .number = number,
                                                                      .heard = heard,
                                                                      .state = state,
                                                                      .at = engineer.now(),
                                                                      .by = engineer.who().id,
                                                                      .evidence = {}}));
            return work.commit();
        };
        using enum CommandState;
        QVERIFY(!says(2, Queued, Queued).ok());       // by whoever asked
        QVERIFY(!says(2, Submitted, Submitted).ok()); // not approved
        QVERIFY(!says(2, Succeeded, Succeeded).ok());
        QVERIFY(!says(3, Cancelled, Cancelled).ok()); // a gap
        QVERIFY(says(2, Succeeded, Requested).ok());  // a word that moves nothing
        QVERIFY(says(3, Cancelled, Cancelled).ok());
        QVERIFY(!says(4, Queued, Queued).ok()); // over is over
        QCOMPARE(violations(), 0);
    }

    void arrearsCloseOnlyAfterNoticeAndPatience() {
        const auto request = [this] { return wish(ValveAction::Close, ValveReason::Arrears); };
        QCOMPARE(held(services::requestValve(as(Person::Engineer), request())),
                 QStringLiteral("nothing-overdue no-notice"));
        QVERIFY(services::serveNotice(as(Person::Lead), town().account(1, Commodity::Gas), QStringLiteral("signed"))
                    .failedWith(LedgerError::NothingToPay));
        letThemOwe();
        QCOMPARE(held(services::requestValve(as(Person::Engineer), request())), QStringLiteral("no-notice"));
        const auto named =
            services::serveNotice(as(Person::Lead), town().account(1, Commodity::Gas), QStringLiteral("signed"));
        VERIFY_OK(named);
        QCOMPARE(named->toString(), QStringLiteral("59.36"));

        const auto protect = [&](bool raised) {
            return services::changeSupplyFlag(as(Person::Lead), {.account = town().account(1, Commodity::Gas),
                                                                 .flag = SupplyFlag::Protected,
                                                                 .raised = raised,
                                                                 .document = QStringLiteral("clinic")});
        };
        VERIFY_OK(protect(true));
        QCOMPARE(held(services::requestValve(as(Person::Engineer), request())), QStringLiteral("protected-customer"));
        VERIFY_OK(protect(false));

        const CommandId id = approved([&] {
            auto patient = request();
            patient.within = Duration::hours(24 * 20);
            return patient;
        }());
        QCOMPARE(services::releaseCommand(as(Person::Engineer), id).error().arguments(),
                 QStringList{QStringLiteral("notice-too-fresh")});
        town().moveTo(*Date::of(2027, 1, 24), Duration::hours(10)); // a Sunday
        QCOMPARE(services::releaseCommand(as(Person::Engineer), id).error().arguments(),
                 QStringList{QStringLiteral("rest-day")});
        town().moveTo(*Date::of(2027, 1, 25), Duration::hours(17));
        QCOMPARE(services::releaseCommand(as(Person::Engineer), id).error().arguments(),
                 QStringList{QStringLiteral("outside-hours")});
        town().moveTo(*Date::of(2027, 1, 25), Duration::hours(10));
        VERIFY_OK(services::releaseCommand(as(Person::Engineer), id));
        QCOMPARE(violations(), 0);
    }

    void dangerClosesWithOnePersonAndOpensOnlyWhenItIsOver() {
        const CommandId waiting = asked(wish(ValveAction::Open, ValveReason::MeterWork));
        town().moveTo(*Date::of(2026, 11, 29), Duration::hours(3));
        const auto danger = services::requestValve(as(Person::Engineer), wish(ValveAction::Close, ValveReason::Danger));
        VERIFY_OK(danger);
        QCOMPARE(codeOf(danger->state), QStringLiteral("queued"));
        QCOMPARE(codeOf(stateOf(waiting)), QStringLiteral("superseded"));
        auto released = services::releaseCommand(as(Person::Engineer), danger->command);
        VERIFY_OK(released);
        QVERIFY(released->clearance && released->clearance->action() == ValveAction::Close);
        VERIFY_OK(
            services::recordOutcome(as(Person::Engineer), {danger->command, DeviceAnswer::Obeyed, Effect::Holds, {}}));
        town().moveTo(*Date::of(2026, 11, 30));
        QCOMPARE(held(services::requestValve(as(Person::Engineer), wish(ValveAction::Open, ValveReason::CustomerWish))),
                 QStringLiteral("danger-not-over"));
        const CommandId opening = approved(wish(ValveAction::Open, ValveReason::DangerOver));
        crewChecks(1, false);
        QCOMPARE(services::releaseCommand(as(Person::Engineer), opening).error().arguments(),
                 QStringList{QStringLiteral("leak-not-excluded")});
        crewChecks();
        town().moveTo(*Date::of(2026, 11, 30), Duration::minutes(10 * 60 + 1));
        QCOMPARE(services::releaseCommand(as(Person::Engineer), opening).error().arguments(),
                 QStringList{QStringLiteral("site-check-old")});
        crewChecks();
        VERIFY_OK(services::releaseCommand(as(Person::Engineer), opening));
        QCOMPARE(violations(), 0);
    }

    void whatWaitsTooLongExpiresBeforeItLeaves() {
        const auto taken = services::requestSetting(as(Person::Engineer), {.key = as(Person::Engineer).newKey(),
                                                                           .meter = town().meter(2, Commodity::Gas),
                                                                           .kind = CommandKind::SetClock});
        VERIFY_OK(taken);
        QCOMPARE(codeOf(taken->state), QStringLiteral("queued"));
        const auto waiting =
            services::commandsIn(as(Person::Engineer), {CommandState::Queued}, QStringLiteral("0571-00001"));
        QCOMPARE(waiting->size(), std::size_t(1));
        QVERIFY(services::commandsIn(as(Person::Engineer), {CommandState::Queued}, QStringLiteral("nowhere"))->empty());
        town().moveTo(*Date::of(2026, 11, 26));
        QVERIFY(
            services::releaseCommand(as(Person::Engineer), taken->command).failedWith(CommandError::NotPossibleNow));
        QCOMPARE(codeOf(stateOf(taken->command)), QStringLiteral("expired"));
    }

    void aSettingMovesNoValve() {
        services::SettingRequest request{.key = as(Person::Engineer).newKey(),
                                         .meter = town().meter(1, Commodity::Gas),
                                         .kind = CommandKind::OpenValve};
        QVERIFY(services::requestSetting(as(Person::Engineer), request).failedWith(CommandError::UnknownKind));
        request.kind = CommandKind::SetReadingDay;
        QVERIFY(services::requestSetting(as(Person::Engineer), request).failedWith(CommandError::BadParameter));
        request.parameter = 20;
        QVERIFY(services::requestSetting(as(Person::Cashier), request).failedWith(SecurityError::NotAllowed));
        VERIFY_OK(services::requestSetting(as(Person::Engineer), request));
        const auto released = services::releaseCommand(as(Person::Engineer), CommandId::fromRaw(request.key));
        VERIFY_OK(released);
        QVERIFY(!released->clearance);
    }

    void verifyFindsAnAlteredCommand() {
        const CommandId id = approved(wish(ValveAction::Close, ValveReason::MeterWork));
        QCOMPARE(violations(), 0);
        const auto database = town().openDirectly();
        const std::string change = "UPDATE command_event SET operator_id = (SELECT requested_by FROM command "
                                   "WHERE id = command_id) WHERE number = 2 AND command_id = " +
                                   id.toString().toStdString();
        if (town().onSqlite())
            VERIFY_OK(database->driver().script("DROP TRIGGER command_event_no_update; " + change));
        else
            VERIFY_OK(database->driver().script("SET search_path = meterhall; ALTER TABLE command_event DISABLE "
                                                "TRIGGER ALL; " +
                                                change + "; ALTER TABLE command_event ENABLE TRIGGER ALL"));
        const auto result = services::verifyBooks(as(Person::Administrator));
        VERIFY_OK(result);
        const auto isCommand = [](const services::Violation& violation) {
            return violation.kind == QLatin1String("command");
        };
        QVERIFY(std::any_of(result->violations.begin(), result->violations.end(), isCommand));
    }
};
METERHALL_TEST_CASE(CommandsTest)

#include "commands_test.moc"
