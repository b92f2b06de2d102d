#include "app/cli/payment_json.h"
#include "app/cli/workplace_names.h"
#include "core/services/commands.h"

#include <QJsonArray>
#include <QJsonObject>

namespace meterhall::app {

namespace {

using services::Session;

constexpr const char* commandPage = R"(
meterhall-cli command request KIND --meter NUMBER [--reason REASON] [--document TEXT] [--parameter N] [--within HOURS] [--key K]
meterhall-cli command list [--state STATE …] [--terminal T]
meterhall-cli command show COMMAND
meterhall-cli command approve COMMAND
meterhall-cli command refuse|cancel|give-up COMMAND --reason TEXT

What meters are asked to do. Nothing is sent here: a station or a collector sends what is queued, and the interlock is asked
once more in that moment.

request  KIND is close-valve, open-valve, set-clock, set-settlement-day or set-reading-day (--parameter, a day of the month).
         A valve needs a --reason (arrears, danger, customer-wish, meter-work, reconnection, danger-over) and a --document, and
         waits for another person; closing for danger is queued at once. It expires after --within hours (24). --key as in
         `pay`. Prints {"command","state","already_done"}. (engineer; valves also shift lead, revenue inspector)
list     in these states, else whatever is not over; oldest first, a line each: {"command","kind","parameter","meter",
         "terminal","state","reason","document","requested_at","not_after"}. (engineer, shift lead, revenue inspector, reading
         supervisor, auditor)
show     everything that was said of it, a line each: {"number","heard","state","at","evidence"}, then {"held":[…]}: the rules
         that speak against sending it now. (the same)
approve  by another person than who asked. refuse: that person says no. (shift lead, revenue inspector)
cancel   what has not left. give-up: what nobody will hear of any more; a late answer still counts. (engineer, shift lead,
         revenue inspector)

These print {"command","state"}. States: requested, queued, submitted, unknown, cached, sent, delivered, succeeded, failed,
timed-out, expired, cancelled, refused, superseded.
)";

constexpr int lastState = int(CommandState::Superseded);

Result<CommandState> stateCalled(const QString& code) {
    for (int number = 1; number <= lastState; ++number)
        if (codeOf(CommandState(number)) == code)
            return CommandState(number);
    return Error(CallError::BadValue, {QStringLiteral("--state"), code, QStringLiteral("a state; --help lists them")});
}

Result<Duration> withinOf(const Options& options) {
    constexpr int usualHours = 24;
    constexpr int mostHours = 24 * 90;
    MH_TRY(const int hours, options.number(QStringLiteral("within"), usualHours));
    if (hours < 1 || hours > mostHours)
        return Error(CallError::NotANumber, {QStringLiteral("--within"), options.value(QStringLiteral("within"))});
    return Duration::hours(hours);
}

Result<services::CommandTaken> requestNamed(const Options& options, Session& session, CommandKind kind) {
    MH_TRY(const QString number, options.required(QStringLiteral("meter")));
    MH_TRY(const MeterId meter, services::meterOfCommands(session, number));
    MH_TRY(const Duration within, withinOf(options));
    MH_TRY(const auto given, callersKey(options));
    const std::int64_t key = given ? *given : session.newKey();
    const QString document = options.value(QStringLiteral("document"));
    if (!movesValve(kind)) {
        MH_TRY(const int parameter, options.number(QStringLiteral("parameter"), 0));
        return services::requestSetting(session, {key, meter, kind, parameter, document, within});
    }
    MH_TRY(const QString code, options.required(QStringLiteral("reason")));
    MH_TRY(const ValveReason reason, parseValveReason(code).within(QStringLiteral("--reason")));
    const ValveAction action = kind == CommandKind::OpenValve ? ValveAction::Open : ValveAction::Close;
    return services::requestValve(session, {key, meter, action, reason, document, within});
}

Result<int> requestCommand(const Options& options, Session& session) {
    MH_TRY(const QString code, options.argument(1, QStringLiteral("KIND"), 2));
    MH_TRY(const CommandKind kind, parseCommandKind(code));
    MH_TRY(const services::CommandTaken taken, requestNamed(options, session, kind));
    printJson({{QStringLiteral("command"), taken.command.toString()},
               {QStringLiteral("state"), codeOf(taken.state)},
               {QStringLiteral("already_done"), taken.alreadyDone}});
    return AllRight;
}

QJsonObject toJson(const services::CommandItem& item) {
    const DeviceCommand& command = item.command;
    return {{QStringLiteral("command"), command.id.toString()},
            {QStringLiteral("kind"), codeOf(command.kind)},
            {QStringLiteral("parameter"), command.parameter},
            {QStringLiteral("meter"), item.meterNumber},
            {QStringLiteral("terminal"), item.route.terminal},
            {QStringLiteral("state"), codeOf(item.state)},
            {QStringLiteral("reason"), item.reason ? QJsonValue(codeOf(*item.reason)) : QJsonValue()},
            {QStringLiteral("document"), command.document},
            {QStringLiteral("requested_at"), command.requestedAt.toString()},
            {QStringLiteral("not_after"), command.notAfter.toString()}};
}

Result<int> listCommands(const Options& options, Session& session) {
    std::vector<CommandState> states;
    for (const QString& code : options.values(QStringLiteral("state"))) {
        MH_TRY(const CommandState state, stateCalled(code));
        states.push_back(state);
    }
    if (states.empty())
        for (int number = 1; number <= lastState; ++number)
            if (!isOver(CommandState(number)))
                states.push_back(CommandState(number));
    MH_TRY(const auto items, services::commandsIn(session, states, options.value(QStringLiteral("terminal"))));
    for (const services::CommandItem& item : items)
        printJson(toJson(item));
    return AllRight;
}

Result<CommandId> commandNamed(const Options& options) {
    MH_TRY(const QString text, options.argument(1, QStringLiteral("COMMAND"), 2));
    return CommandId::parse(text);
}

Result<int> showCommand(const Options& options, Session& session) {
    MH_TRY(const CommandId command, commandNamed(options));
    MH_TRY(const auto history, services::commandHistory(session, command));
    if (history.empty())
        return Error(CommandError::UnknownCommand, {command.toString()});
    for (const CommandEvent& event : history)
        printJson({{QStringLiteral("number"), event.number},
                   {QStringLiteral("heard"), codeOf(event.heard)},
                   {QStringLiteral("state"), codeOf(event.state)},
                   {QStringLiteral("at"), event.at.toString()},
                   {QStringLiteral("evidence"), event.evidence}});
    MH_TRY(const auto held, services::whyHeld(session, command));
    printJson({{QStringLiteral("held"), QJsonArray::fromStringList(codesOf(held))}});
    return AllRight;
}

Result<int> printState(Session& session, CommandId command) {
    MH_TRY(const auto history, services::commandHistory(session, command));
    printJson({{QStringLiteral("command"), command.toString()},
               {QStringLiteral("state"), history.empty() ? QString() : codeOf(history.back().state)}});
    return AllRight;
}

Result<int> approve(const Options& options, Session& session) {
    MH_TRY(const CommandId command, commandNamed(options));
    MH_CHECK(services::approveCommand(session, command));
    return printState(session, command);
}

using EndByHand = Result<void> (*)(Session&, CommandId, const QString& reason);

template <EndByHand end>
Result<int> endWithReason(const Options& options, Session& session) {
    MH_TRY(const CommandId command, commandNamed(options));
    MH_TRY(const QString reason, options.required(QStringLiteral("reason")));
    MH_CHECK(end(session, command, reason));
    return printState(session, command);
}

Result<int> commandForms(const Options& options) {
    return runForm(options, {{"request", requestCommand},
                             {"list", listCommands},
                             {"show", showCommand},
                             {"approve", approve},
                             {"refuse", endWithReason<services::refuseCommand>},
                             {"cancel", endWithReason<services::cancelCommand>},
                             {"give-up", endWithReason<services::giveUpCommand>}});
}

} // namespace

int runCommandCommand(const QStringList& arguments) {
    const QStringList valued{QStringLiteral("meter"),     QStringLiteral("reason"),  QStringLiteral("document"),
                             QStringLiteral("parameter"), QStringLiteral("within"),  QStringLiteral("key"),
                             QStringLiteral("state"),     QStringLiteral("terminal")};
    return runCommand({commandPage, valued}, arguments, commandForms);
}

} // namespace meterhall::app
