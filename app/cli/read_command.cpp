#include "app/cli/workplace_names.h"
#include "app/station/station.h"
#include "core/services/stations.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonObject>
#include <QProcess>

namespace meterhall::app {

namespace {

constexpr const char* readPage = R"(
meterhall-cli read --all|--book B|--concentrator C|--meter M [--wait]
                   [--listen ADDRESS] [--gdw-port N] [--dtu-port N]
                   [--tries N] [--rounds N] [--answer-within MS] [--terminal-within S]

One reading run over the concentrators and DTUs of the archive. The program is the master station while it runs: it listens
(--listen 127.0.0.1, --gdw-port 7376 for Q/GDW 376.1, --dtu-port 7377 for DTUs; 0 is any free port), terminals dial in and
their meters are asked. What they answer is stored and validated like any reading; `exceptions` and `unread` show what is left
to do. Only terminals of the archive are let in. Meters without a terminal are read by hand and are not asked. The seat is
taken by the run until it ends. (reading supervisor, engineer)

--wait prints a line {"listening":{"address","gdw376","dtu"}}, progress lines {"read","failed","total"}, and at the end
{"run","total","read","failed","stored","known","doubtful","requests"}; exit code 1 when a meter was not read. Without --wait
the same goes on in a process of its own that writes its lines to a file; prints {"pid","log"}.

--tries 3         of one meter in one round             --rounds 3            meters missed are asked again in the next
--answer-within 5000   how long a meter may take        --terminal-within 600   how long a terminal may be away
)";

Result<services::ReadingScope> scopeOf(const Options& options, services::Session& session) {
    services::ReadingScope scope;
    int named = options.has(QStringLiteral("all")) ? 1 : 0;
    if (options.has(QStringLiteral("book"))) {
        MH_TRY(const Book book, bookNumbered(session, options.value(QStringLiteral("book"))));
        scope.book = book.id;
        ++named;
    }
    if (options.has(QStringLiteral("concentrator"))) {
        MH_TRY(scope.terminal, options.required(QStringLiteral("concentrator")));
        ++named;
    }
    if (options.has(QStringLiteral("meter"))) {
        MH_TRY(scope.meter, options.required(QStringLiteral("meter")));
        ++named;
    }
    if (named != 1)
        return Error(CallError::MissingArgument, {QStringLiteral("one of --all, --book, --concentrator, --meter")});
    return scope;
}

Result<devices::ReadingPolicy> policyOf(const Options& options) {
    constexpr int usualAnswer = 5'000;
    constexpr int usualTerminal = 600;
    devices::ReadingPolicy policy;
    MH_TRY(policy.triesPerRound, options.number(QStringLiteral("tries"), policy.triesPerRound));
    MH_TRY(policy.rounds, options.number(QStringLiteral("rounds"), policy.rounds));
    MH_TRY(const int answer, options.number(QStringLiteral("answer-within"), usualAnswer));
    MH_TRY(const int terminal, options.number(QStringLiteral("terminal-within"), usualTerminal));
    policy.answerWithin = Duration::milliseconds(answer);
    policy.terminalWithin = Duration::seconds(terminal);
    // A short answer time means a fast line, which needs no long pause either.
    policy.betweenRounds = std::min(policy.betweenRounds, policy.answerWithin * 2);
    return policy;
}

Result<Station::Listening> listeningOf(const Options& options) {
    constexpr int gdwPort = 7376;
    constexpr int dtuPort = 7377;
    constexpr int lastPort = 65'535;
    MH_TRY(const int gdw, options.number(QStringLiteral("gdw-port"), gdwPort));
    MH_TRY(const int dtu, options.number(QStringLiteral("dtu-port"), dtuPort));
    for (const int port : {gdw, dtu})
        if (port < 0 || port > lastPort)
            return Error(CallError::NotANumber, {QStringLiteral("--gdw-port, --dtu-port"), QString::number(port)});
    return Station::Listening{options.value(QStringLiteral("listen"), QStringLiteral("127.0.0.1")),
                              {std::uint16_t(gdw), std::uint16_t(dtu)}};
}

struct StartedRun {
    services::ReadingRunStart run;
    std::vector<RegisteredTerminal> terminals;
};

/// The run between its beginning and its end; the hub's thread holds the seat meanwhile.
struct StationRun {
    Station::RunEnd end;
    services::IngestResult stored;
};

Result<StationRun> runStation(const Options& options, const StartedRun& started) {
    MH_TRY(const devices::ReadingPolicy policy, policyOf(options));
    MH_TRY(const Station::Listening listening, listeningOf(options));
    Station station([&options] { return signInFrom(options); });
    MH_TRY(const Station::Ports ports, station.open(listening));
    printJson({{QStringLiteral("listening"), QJsonObject{{QStringLiteral("address"), listening.address},
                                                         {QStringLiteral("gdw376"), ports.gdw},
                                                         {QStringLiteral("dtu"), ports.dtu}}}});
    station.admit(started.terminals);
    const int total = int(started.run.meters.size());
    MH_TRY(auto end, station.read(started.run, policy, [total](int read, int failed) {
        printJson(
            {{QStringLiteral("read"), read}, {QStringLiteral("failed"), failed}, {QStringLiteral("total"), total}});
    }));
    station.close();
    return StationRun{std::move(end), station.stored()};
}

Result<StartedRun> startRun(const Options& options) {
    MH_TRY(services::Session session, signInFrom(options));
    MH_TRY(const services::ReadingScope scope, scopeOf(options, session));
    MH_TRY(auto run, services::startReadingRun(session, scope));
    if (run.meters.empty() && !scope.meter.isEmpty())
        return Error(RegistryError::UnknownMeter, {scope.meter});
    MH_TRY(auto terminals, services::servedTerminals(session));
    return StartedRun{std::move(run), std::move(terminals)};
}

Result<int> readAndWait(const Options& options) {
    MH_TRY(const StartedRun started, startRun(options));
    const qint64 run = started.run.run;
    MH_TRY(const StationRun done, runStation(options, started));
    MH_TRY(services::Session session, signInFrom(options));
    MH_CHECK(services::finishReadingRun(session, run, done.end.outcomes));
    const devices::RunSummary& summary = done.end.summary;
    printJson({{QStringLiteral("run"), QString::number(run)},
               {QStringLiteral("total"), summary.total},
               {QStringLiteral("read"), summary.read},
               {QStringLiteral("failed"), summary.failed},
               {QStringLiteral("stored"), done.stored.stored},
               {QStringLiteral("known"), done.stored.known},
               {QStringLiteral("doubtful"), done.stored.doubtful},
               {QStringLiteral("requests"), qint64(summary.requests)}});
    return summary.failed == 0 ? AllRight : DidNotHold;
}

// The password was read here, perhaps from the terminal: the other process gets it in its environment, never as a word
// of its call.
Result<int> readInBackground(const Options& options) {
    MH_TRY(const services::Workplace workplace, workplaceFrom(options));
    MH_TRY(const SignIn who, signInOf(options));
    const QString log = QStringLiteral("%1/read-%2.log")
                            .arg(workplace.witnessFolder,
                                 QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmss-zzz")));
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("METERHALL_PASSWORD"), QString::fromUtf8(who.password));
    process.setProcessEnvironment(environment);
    process.setProgram(QCoreApplication::applicationFilePath());
    process.setArguments(QCoreApplication::arguments().mid(1) << QStringLiteral("--wait"));
    process.setStandardOutputFile(log);
    process.setStandardErrorFile(log, QIODevice::Append);
    qint64 pid = 0;
    if (!process.startDetached(&pid))
        return Error(CallError::CannotWrite, {log, process.errorString()});
    printJson({{QStringLiteral("pid"), pid}, {QStringLiteral("log"), log}});
    return AllRight;
}

Result<int> readMeters(const Options& options) {
    if (!options.arguments().isEmpty())
        return Error(CallError::TooManyArguments, {options.arguments().front()});
    return options.has(QStringLiteral("wait")) ? readAndWait(options) : readInBackground(options);
}

} // namespace

int runReadCommand(const QStringList& arguments) {
    const QStringList valued{QStringLiteral("book"),          QStringLiteral("concentrator"),
                             QStringLiteral("meter"),         QStringLiteral("listen"),
                             QStringLiteral("gdw-port"),      QStringLiteral("dtu-port"),
                             QStringLiteral("tries"),         QStringLiteral("rounds"),
                             QStringLiteral("answer-within"), QStringLiteral("terminal-within")};
    return runCommand({readPage, valued, {QStringLiteral("all"), QStringLiteral("wait")}}, arguments, readMeters);
}

} // namespace meterhall::app
