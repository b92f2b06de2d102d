#include "core/services/reading_review.h"

#include "core/services/inside/reading_history.h"
#include "core/services/inside/session_inside.h"
#include "core/storage/billing_store.h"
#include "core/storage/ledger_store.h"
#include "core/storage/reading_store.h"

namespace meterhall::services {

using storage::ReadingStore;
using storage::RegistryStore;
using storage::ReviewedReading;

namespace {

constexpr int pastShown = 12;
constexpr int dialDecimals = 6;

Decimal dialOfMicro(std::int64_t micro) {
    return {micro, dialDecimals};
}

/// A reading of a meter that hangs, and its account.
struct Found {
    ReviewedReading stored;
    storage::InstalledMeter meter;
};

Result<Found> hangingReading(storage::Database& database, ReadingId id) {
    MH_TRY(auto stored, ReadingStore(database).reading(id));
    if (!stored)
        return ReadingError::UnknownReading;
    MH_TRY(auto meter, RegistryStore(database).installedMeter(stored->reading.meter));
    if (!meter)
        return Error(RegistryError::NotInstalled, {stored->reading.meter.toString()});
    return Found{std::move(*stored), std::move(*meter)};
}

Result<std::optional<Decimal>> useBetween(const Decimal& before, const Decimal& after, int digits) {
    MH_TRY(const std::int64_t from, before.scaledTo(dialDecimals));
    MH_TRY(const std::int64_t to, after.scaledTo(dialDecimals));
    const auto step = dialStep(from, to, digits);
    return step ? std::optional(dialOfMicro(step->useMicro)) : std::optional<Decimal>();
}

Result<void> addPast(storage::Database& database, const Found& found, ReadingCard& card) {
    const Reading& shown = found.stored.reading;
    MH_TRY(const Date longAgo, Date::of(1900, 1, 1));
    MH_TRY(const auto older,
           ReadingStore(database).history({shown.meter, shown.registerCode}, longAgo, shown.receivedOn,
                                          {shown.receivedAt.microseconds(), shown.id.raw()}, pastShown + 1));
    for (std::size_t i = 0; i < older.size() && int(i) < pastShown; ++i) {
        const Reading& reading = older[i].reading;
        PastReading past{.reading = reading.id,
                         .receivedOn = reading.receivedOn,
                         .dial = reading.value,
                         .use = {},
                         .origin = reading.origin,
                         .doubts = reading.doubts,
                         .decision = older[i].decision};
        if (i + 1 < older.size()) {
            MH_TRY(past.use, useBetween(older[i + 1].reading.value, reading.value, found.meter.meter.digits));
        }
        card.past.push_back(past);
    }
    return {};
}

Result<void> addBills(storage::Database& database, ReadingCard& card) {
    MH_TRY(const auto bills, storage::BillingStore(database).usesOf(card.account, pastShown));
    for (const storage::BilledUse& bill : bills)
        card.bills.push_back({bill.month, bill.readTo, bill.usage});
    return {};
}

Result<void> addComparison(storage::Database& database, const Found& found, ReadingCard& card) {
    const Reading& reading = found.stored.reading;
    MH_TRY(const ReadingHistory history, historyBefore(database, reading, card.account));
    card.previousOn = history.previousOn;
    if (history.previousDialMicro) {
        card.previousDial = dialOfMicro(*history.previousDialMicro);
        MH_TRY(card.use, useBetween(*card.previousDial, reading.value, history.dialDigits));
    }
    MH_TRY(card.plausible, plausibleUse(reading, history));
    MH_TRY(card.reasons, reasonsOf(reading, history));
    return {};
}

/// The number a dial of so many digits can show.
Result<void> checkDial(const Decimal& dial, int digits) {
    const auto micro = dial.scaledTo(dialDecimals);
    const bool fits = micro.ok() && *micro >= 0 && *micro < powerOfTen(digits + dialDecimals);
    return fits ? Result<void>() : Error(RegistryError::BadRow, {QStringLiteral("dial")});
}

/// What the supervisor typed, as any typed reading comes in.
MeterReport typedReport(const Meter& meter, const Reading& corrected, const Decimal& dial, Instant now) {
    MeterReport report;
    report.protocol = meter.protocol;
    report.deviceAddress = meter.deviceAddress;
    report.terminal = meter.terminal;
    report.profile = meter.profile;
    report.values = {{corrected.registerCode, dial, billedUnit(meter.commodity)}};
    // Clocks of two machines differ; a correction always comes after what it corrects.
    report.receivedAt = std::max(now, corrected.receivedAt + Duration::microseconds(1));
    report.source = ReportSource::Manual;
    // The same number typed for two readings of a day is two corrections.
    const QByteArray about = "corrects " + corrected.id.toString().toLatin1();
    report.frame.assign(about.begin(), about.end());
    return report;
}

} // namespace

Result<std::vector<BookExceptions>> exceptionsByBook(Session& session) {
    MH_CHECK(require(session, Service::ReviewReading));
    storage::Database& database = session.inside().database();
    MH_TRY(const Date longAgo, Date::of(1900, 1, 1));
    MH_TRY(const auto counts, ReadingStore(database).exceptionCounts(longAgo));
    MH_TRY(const auto books, RegistryStore(database).books());
    std::vector<BookExceptions> found;
    for (const Book& book : books) {
        BookExceptions waiting{book.id, book.number, 0, {}};
        for (const storage::ExceptionCount& count : counts) {
            if (count.book != book.id)
                continue;
            waiting.readings += count.count;
            for (const QString& reason : count.doubts.names())
                waiting.byReason[reason] += count.count;
        }
        if (waiting.readings > 0)
            found.push_back(std::move(waiting));
    }
    return found;
}

Result<ReadingCard> readingCard(Session& session, ReadingId id) {
    MH_CHECK(require(session, Service::ReviewReading));
    storage::Database& database = session.inside().database();
    MH_TRY(const Found found, hangingReading(database, id));
    MH_TRY(const auto row, RegistryStore(database).accountById(found.meter.account));
    if (!row)
        return RegistryError::UnknownAccount;
    const Reading& reading = found.stored.reading;
    ReadingCard card{.reading = id,
                     .book = found.meter.book,
                     .account = found.meter.account,
                     .accountNumber = row->account.number,
                     .holder = row->holder,
                     .address = row->address,
                     .meterNumber = found.meter.meter.number,
                     .registerCode = reading.registerCode,
                     .unit = reading.unit,
                     .dial = reading.value,
                     .receivedOn = reading.receivedOn,
                     .receivedAt = reading.receivedAt,
                     .origin = reading.origin};
    card.decision = found.stored.decision;
    MH_CHECK(addComparison(database, found, card));
    MH_TRY(card.correctedBy, ReadingStore(database).correctionOf(reading));
    MH_TRY(card.billed, ReadingStore(database).passedByBill(reading));
    MH_CHECK(addPast(database, found, card));
    MH_CHECK(addBills(database, card));
    return card;
}

Result<Corrected> correctReading(Session& session, const Correction& correction) {
    MH_CHECK(require(session, Service::ReviewReading));
    if (correction.note.trimmed().isEmpty())
        return ReadingError::NoteMissing;
    const QString details = QStringLiteral("corrected: %1: %2").arg(correction.reading.raw()).arg(correction.note);
    MH_TRY(auto work, beginUnit(session, Service::ReviewReading, details));
    storage::Database& database = work.database();
    MH_TRY(const Found found, hangingReading(database, correction.reading));
    const Reading& wrong = found.stored.reading;
    MH_CHECK(checkDial(correction.dial, found.meter.meter.digits));
    // A bill that is being made of it right now is waited for.
    MH_CHECK(storage::LedgerStore::lock(work, {found.meter.account}));
    const ReadingStore readings(database);
    MH_TRY(const auto later, readings.correctionOf(wrong));
    if (later)
        return Error(ReadingError::Superseded, {later->toString()});
    MH_TRY(const bool billed, readings.passedByBill(wrong));
    if (billed)
        return ReadingError::BilledAlready;
    const MeterReport report = typedReport(found.meter.meter, wrong, correction.dial, session.now());
    Reading typed = readingOf(session, report, report.values.front(), wrong.meter, session.businessDay());
    typed.supersedes = wrong.id;
    MH_TRY(const ReadingHistory history, historyBefore(database, wrong, found.meter.account));
    MH_TRY(typed.doubts, validate(typed, history, {}));
    const storage::ReceptionDay today{typed.receivedOn, session.zone().startOf(typed.receivedOn)};
    MH_TRY(const auto isNew, ReadingStore::insert(work, today, {&typed, 1}));
    if (!isNew.front())
        return ReadingError::Superseded;
    MH_CHECK(work.commit());
    return Corrected{typed.id, typed.doubts};
}

} // namespace meterhall::services
