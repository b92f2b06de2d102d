#include "core/services/reading_work.h"

#include "core/services/inside/reading_history.h"
#include "core/services/inside/session_inside.h"
#include "core/storage/ledger_store.h"
#include "core/storage/reading_run_store.h"
#include "core/storage/reading_store.h"
#include "core/storage/registry_store.h"

namespace meterhall::services {

using storage::ReadingRunStore;
using storage::ReadingStore;
using storage::RegistryStore;

namespace {
QString nameOf(const ReadingScope& scope) {
    if (scope.book)
        return QStringLiteral("book ") + scope.book->toString();
    if (!scope.meter.isEmpty())
        return QStringLiteral("meter ") + scope.meter;
    return scope.terminal.isEmpty() ? QStringLiteral("all") : QStringLiteral("terminal ") + scope.terminal;
}
} // namespace

Result<ReadingRunStart> startReadingRun(Session& session, const ReadingScope& scope) {
    MH_CHECK(require(session, Service::StartReadingRun));
    MH_TRY(const auto installed, RegistryStore(session.inside().database()).installedMeters(scope.book));
    ReadingRunStart start{nextId<struct ReadingRunTag>(session).raw(), {}};
    std::map<QString, int> terminals;
    for (const storage::InstalledMeter& entry : installed) {
        const Meter& meter = entry.meter;
        const bool asked = !meter.terminal.isEmpty() &&
                           (scope.terminal.isEmpty() || scope.terminal == meter.terminal) &&
                           (scope.meter.isEmpty() || scope.meter == meter.number);
        if (!asked)
            continue;
        start.meters.push_back(
            {meter.id, meter.number, meter.deviceAddress, meter.profile, meter.terminal, meter.port});
        ++terminals[meter.terminal];
    }
    MH_TRY(auto work, beginUnit(session, Service::StartReadingRun, nameOf(scope)));
    MH_CHECK(ReadingStore::startRun(work, start.run, nameOf(scope), session.now(), session.who().id));
    MH_CHECK(ReadingRunStore::ask(work, start.run, !scope.book && scope.meter.isEmpty(), terminals));
    MH_CHECK(work.commit());
    return start;
}

Result<void> finishReadingRun(Session& session, std::int64_t run, const std::vector<MeterOutcome>& outcomes) {
    MH_CHECK(require(session, Service::StartReadingRun));
    MH_TRY(auto work, beginUnit(session, Service::StartReadingRun, QStringLiteral("finished")));
    for (const MeterOutcome& outcome : outcomes)
        MH_CHECK(ReadingStore::saveTarget(
            work, run, {outcome.meter, outcome.read, outcome.cause, outcome.evidence, outcome.tries}));
    MH_CHECK(ReadingStore::finishRun(work, run, session.now()));
    MH_CHECK(ReadingRunStore::addUp(work, run));
    return work.commit();
}

Result<std::vector<UnreadMeter>> unreadMeters(Session& session) {
    MH_CHECK(require(session, Service::StartReadingRun));
    storage::Database& database = session.inside().database();
    std::vector<UnreadMeter> unread;
    MH_TRY(const auto run, ReadingStore(database).lastRun());
    if (!run)
        return unread;
    MH_TRY(const auto targets, ReadingStore(database).targetsOf(*run));
    for (const storage::RunTarget& target : targets) {
        if (target.read)
            continue;
        MH_TRY(const auto meter, RegistryStore(database).installedMeter(target.meter));
        unread.push_back({meter ? meter->meter.number : target.meter.toString(), target.cause, target.evidence});
    }
    return unread;
}

Result<ReadingHistory> historyBefore(storage::Database& database, const Reading& reading, AccountId account) {
    const RegistryStore registry(database);
    ReadingHistory history{{}, {}, {}, 6, {}};
    MH_TRY(const auto hanging, registry.installedMeter(reading.meter));
    MH_TRY(const auto opening, registry.opening(account));
    if (hanging) {
        history.dialDigits = hanging->meter.digits;
        history.billedUnit = billedUnit(hanging->meter.commodity);
        MH_TRY(history.previousDialMicro, hanging->installation.startDial.scaledTo(6));
        history.previousOn = hanging->installation.from;
    }
    if (opening && opening->meter == reading.meter) {
        history.previousDialMicro = opening->dialMicro;
        history.previousOn = opening->readOn;
    }
    if (const int days = opening ? opening->readOn.daysSince(opening->ladderFrom) : 0; days > 0)
        history.usualPerDayMicro = opening->ladderMicro / days;
    MH_TRY(const Date longAgo, Date::of(1900, 1, 1));
    MH_TRY(const auto last,
           ReadingStore(database).newest(reading.meter, reading.registerCode, longAgo, reading.receivedOn.addDays(-1)));
    if (last && last->billable()) {
        MH_TRY(history.previousDialMicro, last->reading.value.scaledTo(6));
        history.previousOn = last->reading.receivedOn;
    }
    return history;
}

Result<std::vector<ExceptionItem>> readingExceptions(Session& session, std::optional<BookId> book) {
    MH_CHECK(require(session, Service::ReviewReading));
    MH_TRY(const auto open, ReadingStore(session.inside().database()).exceptions(book));
    std::vector<ExceptionItem> items;
    items.reserve(open.size());
    for (const storage::ReadingException& entry : open) {
        MH_TRY(const ReadingHistory history, historyBefore(session.inside().database(), entry.reading, entry.account));
        MH_TRY(auto reasons, reasonsOf(entry.reading, history));
        items.push_back({entry.reading.id, entry.book, entry.accountNumber, entry.meterNumber, entry.reading.value,
                         entry.reading.doubts, std::move(reasons)});
    }
    return items;
}

Result<void> decideReading(Session& session, ReadingId id, Decision decision, const QString& note) {
    MH_CHECK(require(session, Service::ReviewReading));
    if (decision == Decision::Rejected && note.trimmed().isEmpty())
        return ReadingError::NoteMissing;
    MH_TRY(auto work, beginUnit(session, Service::ReviewReading, id.toString()));
    MH_TRY(const auto known, ReadingStore(work.database()).reading(id));
    if (!known)
        return ReadingError::UnknownReading;
    if (known->decision)
        return ReadingError::AlreadyReviewed;
    MH_CHECK(ReadingStore::insert(work, ReadingReview{id, decision, session.who().id, session.now(), note.trimmed()}));
    return work.commit();
}

Result<void> takeDecisionBack(Session& session, ReadingId id, const QString& note) {
    MH_CHECK(require(session, Service::ReviewReading));
    MH_TRY(auto work, beginUnit(session, Service::ReviewReading, QStringLiteral("taken back: ") + id.toString()));
    const ReadingStore readings(work.database());
    MH_TRY(const auto found, readings.reading(id));
    if (!found)
        return ReadingError::UnknownReading;
    // A bill that is being made of it right now is waited for.
    MH_TRY(const auto hanging, RegistryStore(work.database()).installedMeter(found->reading.meter));
    if (hanging)
        MH_CHECK(storage::LedgerStore::lock(work, {hanging->account}));
    MH_TRY(const auto known, readings.reading(id));
    if (!known->decision)
        return ReadingError::NotReviewed;
    MH_TRY(const bool billed, readings.passedByBill(known->reading));
    if (billed)
        return ReadingError::BilledAlready;
    MH_CHECK(ReadingStore::takeBack(work, id, session.who().id, note.trimmed()));
    return work.commit();
}

Result<std::vector<Book>> books(Session& session) {
    return RegistryStore(session.inside().database()).books();
}

Result<void> eachReading(Session& session,
                         const std::function<Result<void>(const Reading&, const QString& deviceAddress)>& visit) {
    MH_CHECK(require(session, Service::VerifyBooks));
    return ReadingStore(session.inside().database()).each(visit);
}

} // namespace meterhall::services
