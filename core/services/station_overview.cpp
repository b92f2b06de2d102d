#include "core/services/station_overview.h"

#include "core/services/inside/session_inside.h"
#include "core/services/inside/staff_names.h"
#include "core/services/inside/terminal_lease.h"
#include "core/storage/lease.h"
#include "core/storage/reading_run_store.h"
#include "core/storage/reading_store.h"
#include "core/storage/registry_store.h"

namespace meterhall::services {

using storage::ReadingRunStore;
using storage::RegistryStore;

namespace {

constexpr int mostRuns = 500;
const QString readRegister = QStringLiteral("volume");

std::optional<RunOfTerminal> runOf(const std::optional<storage::TerminalRun>& stored) {
    if (!stored)
        return std::nullopt;
    return RunOfTerminal{stored->run, stored->startedAt, stored->asked, stored->read, stored->unread};
}

/// Says why meters were not read; one look per run, and most terminals were read by one.
Result<void> addCauses(const ReadingRunStore& store, std::vector<TerminalOverview>& terminals) {
    std::map<std::int64_t, std::vector<TerminalOverview*>> byRun;
    for (TerminalOverview& terminal : terminals)
        if (terminal.lastRun && terminal.lastRun->unread > 0)
            byRun[terminal.lastRun->run].push_back(&terminal);
    for (const auto& [run, ofRun] : byRun) {
        MH_TRY(const auto causes, store.causesOf(run));
        for (const storage::CauseCount& cause : causes) {
            const auto terminal = std::ranges::find(ofRun, cause.terminal, &TerminalOverview::name);
            if (terminal != ofRun.end())
                (*terminal)->lastRun->causes[cause.cause] = cause.count;
        }
    }
    return {};
}

/// "all", "book 17", "terminal X", "meter Y": as startReadingRun() keeps it.
struct Scope {
    RunScopeKind kind = RunScopeKind::All;
    QString subject{};
};
Scope scopeOf(const QString& stored, const std::vector<Book>& books) {
    const QString kind = stored.section(u' ', 0, 0);
    const QString subject = stored.section(u' ', 1);
    if (kind == QLatin1String("terminal"))
        return {RunScopeKind::Terminal, subject};
    if (kind == QLatin1String("meter"))
        return {RunScopeKind::Meter, subject};
    if (kind != QLatin1String("book"))
        return {};
    const auto book = std::ranges::find_if(books, [&](const Book& known) { return known.id.toString() == subject; });
    return {RunScopeKind::Book, book == books.end() ? subject : book->number};
}

} // namespace

Result<std::vector<TerminalOverview>> terminalOverviews(Session& session) {
    MH_CHECK(require(session, Service::ShowReadingRuns));
    const ReadingRunStore store(session.inside().database());
    MH_TRY(const auto stored, store.terminals());
    MH_TRY(const auto holders, storage::Leases(session.inside().database()).holders(session.now()));
    std::vector<TerminalOverview> terminals;
    terminals.reserve(stored.size());
    for (const storage::StoredTerminal& entry : stored) {
        TerminalOverview terminal{.name = entry.terminal.name,
                                  .carrier = entry.terminal.carrier,
                                  .meters = entry.last ? entry.last->asked : 0,
                                  .lastRun = runOf(entry.last),
                                  .underWay = runOf(entry.underWay),
                                  .heardAt = entry.heardAt};
        if (const auto lease = holders.find(terminalLease(terminal.name)); lease != holders.end())
            terminal.heldBy = lease->second;
        if (!entry.last) {
            MH_TRY(terminal.meters, store.hangingBehind(terminal.name));
        }
        terminals.push_back(std::move(terminal));
    }
    MH_CHECK(addCauses(store, terminals));
    return terminals;
}

Result<std::vector<MeterOfTerminal>> metersOfTerminal(Session& session, const QString& name) {
    MH_CHECK(require(session, Service::ShowReadingRuns));
    storage::Database& database = session.inside().database();
    MH_TRY(const auto terminal, RegistryStore(database).terminal(name));
    if (!terminal)
        return Error(RegistryError::UnknownTerminal, {name});
    MH_TRY(const auto stored, ReadingRunStore(database).metersOf(name));
    std::vector<storage::RegisterKey> registers;
    registers.reserve(stored.size());
    for (const storage::TerminalMeter& entry : stored)
        registers.push_back({entry.meter, readRegister});
    MH_TRY(const auto last, storage::ReadingStore(database).last(registers, session.businessDay()));
    std::vector<MeterOfTerminal> meters;
    meters.reserve(stored.size());
    for (std::size_t i = 0; i < stored.size(); ++i) {
        const storage::TerminalMeter& entry = stored[i];
        MeterOfTerminal meter{.meter = entry.meter,
                              .number = entry.number,
                              .deviceAddress = entry.deviceAddress,
                              .port = entry.port,
                              .accountNumber = entry.accountNumber,
                              .holder = entry.holder,
                              .address = entry.address};
        if (last[i]) {
            meter.dial = last[i]->value;
            meter.receivedOn = last[i]->receivedOn;
            meter.billable = last[i]->billable;
        }
        if (entry.run)
            meter.outcome = OutcomeOfMeter{*entry.run,         entry.askedAt,         entry.target.read,
                                           entry.target.cause, entry.target.evidence, entry.target.tries};
        meters.push_back(std::move(meter));
    }
    return meters;
}

Result<std::vector<ReadingRunRow>> readingRuns(Session& session, const PageMark& after, int limit) {
    MH_CHECK(require(session, Service::ShowReadingRuns));
    storage::Database& database = session.inside().database();
    MH_TRY(const auto stored, ReadingRunStore(database).runs(after, std::clamp(limit, 1, mostRuns)));
    MH_TRY(const auto books, RegistryStore(database).books());
    StaffNames names(database);
    std::vector<ReadingRunRow> runs;
    runs.reserve(stored.size());
    for (const storage::StoredReadingRun& entry : stored) {
        const Scope scope = scopeOf(entry.scope, books);
        MH_TRY(StaffName startedBy, names.of(entry.startedBy));
        runs.push_back({entry.run, entry.startedAt, entry.finishedAt, std::move(startedBy), scope.kind, scope.subject,
                        entry.asked, entry.read, entry.unread});
    }
    return runs;
}

Result<std::vector<UnreadMeter>> unreadInRun(Session& session, std::int64_t run, int limit) {
    MH_CHECK(require(session, Service::ShowReadingRuns));
    MH_TRY(const auto stored,
           ReadingRunStore(session.inside().database()).unreadOf(run, std::clamp(limit, 1, mostRuns)));
    std::vector<UnreadMeter> unread;
    unread.reserve(stored.size());
    for (const storage::UnreadTarget& target : stored)
        unread.push_back({target.meterNumber, target.cause, target.evidence});
    return unread;
}

} // namespace meterhall::services
