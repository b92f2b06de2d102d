#include "core/storage/reading_store.h"

#include "core/storage/bulk_insert.h"
#include "core/storage/many_ids.h"
#include "core/storage/plain_rows.h"
#include "core/storage/postgres_array.h"
#include "core/storage/registry_store.h"

#include <map>
#include <numeric>
#include <unordered_set>

namespace meterhall::storage {

namespace {

constexpr const char* readingColumns =
    "r.id, r.meter_id, r.register_code, r.value_digits, r.value_scale, r.unit, r.meter_time, r.clock_trust, "
    "r.received_at, r.received_on, r.origin, r.terminal, r.profile, r.doubts, r.frame, r.supersedes";
constexpr int readingColumnCount = 16;
/// The same for a part without a name of its own.
constexpr const char* partColumns = "id, meter_id, register_code, value_digits, value_scale, unit, meter_time, "
                                    "clock_trust, received_at, received_on, origin, terminal, profile, doubts, frame, "
                                    "supersedes";

Reading readingFrom(const Row& row) {
    return {.id = row.get<ReadingId>(0),
            .meter = row.get<MeterId>(1),
            .registerCode = row.text(2),
            .value = {row.integer(3), row.get<int>(4)},
            .unit = row.text(5),
            .meterTime = row.get<std::optional<Instant>>(6),
            .clockTrust = row.get<ClockTrust>(7),
            .receivedAt = row.get<Instant>(8),
            .receivedOn = row.get<Date>(9),
            .origin = row.get<Origin>(10),
            .terminal = row.text(11),
            .profile = row.text(12),
            .doubts = Doubts::fromBits(row.get<std::uint32_t>(13)),
            .frame = row.bytes(14),
            .supersedes = row.get<std::optional<ReadingId>>(15)};
}

/// A column of the last word on reading r; `first` is that column of its first word.
std::string ofLastWord(const char* column, const std::string& first) {
    return std::string("COALESCE((SELECT w.") + column +
           " FROM reading_review_change w WHERE w.reading_id = r.id ORDER BY w.number DESC LIMIT 1), " + first + ")";
}

/// The decision that stands; null while the reading waits.
std::string lastWord(const std::string& first) {
    return "NULLIF(" + ofLastWord("decision", first) + ", 0)";
}

ReviewedReading reviewedFrom(const Row& row) {
    ReviewedReading reviewed{readingFrom(row), row.get<std::optional<Decision>>(readingColumnCount)};
    if (reviewed.decision)
        reviewed.decidedAt = row.get<std::optional<Instant>>(readingColumnCount + 1);
    return reviewed;
}

/// SELECT over one part, with the supervisor's word.
std::string selectReviewed(const std::string& part, const char* condition) {
    return std::string("SELECT ") + readingColumns + ", " + lastWord("v.decision") + ", " +
           ofLastWord("reviewed_at", "v.reviewed_at") + " FROM " + part +
           " r LEFT JOIN reading_review v ON v.reading_id = r.id " + condition;
}

/// What of a reading makes it the same as another; `key` lives elsewhere.
struct SameReading {
    std::int64_t meter;
    std::string code;
    Bytes key;
    Date firstReception;
    bool known = false;
};

std::string identityOf(const SameReading& reading) {
    std::string text = std::to_string(reading.meter) + '|' + reading.code + '|';
    text.append(reinterpret_cast<const char*>(reading.key.data()), reading.key.size());
    return text;
}

/// Marks those of `readings` that lie in the part already.
Result<void> markKnown(Database& database, const std::string& part, std::span<SameReading* const> readings) {
    const std::string same = " FROM " + part + " r WHERE r.meter_id = ";
    if (database.isSqlite()) {
        const std::string sql = "SELECT 1" + same + "? AND r.register_code = ? AND r.same_key = ?";
        for (SameReading* reading : readings) {
            MH_TRY(const bool there, database.exists(sql, {reading->meter, reading->code, reading->key}));
            reading->known = reading->known || there;
        }
        return {};
    }
    PostgresArray meters;
    PostgresArray codes;
    PostgresArray keys;
    for (const SameReading* reading : readings) {
        meters.add(reading->meter);
        codes.add(reading->code);
        keys.add(ByteView(reading->key));
    }
    return database.each("SELECT n.place FROM unnest(?::BIGINT[], ?::TEXT[], ?::BYTEA[]) "
                         "WITH ORDINALITY n(meter_id, code, key, place) CROSS JOIN LATERAL (SELECT 1" +
                             same + "n.meter_id AND r.register_code = n.code AND r.same_key = n.key LIMIT 1) known",
                         {meters.text(), codes.text(), keys.text()}, [&](const Row& row) -> Result<void> {
                             readings[std::size_t(row.integer(0)) - 1]->known = true;
                             return {};
                         });
}

Result<void> writeReadings(UnitOfWork& work, const std::string& part, std::span<const Reading> readings,
                           std::span<const SameReading> same) {
    MH_TRY(BulkInsert rows, BulkInsert::into(work, part,
                                             {"id", "meter_id", "register_code", "value_digits", "value_scale", "unit",
                                              "meter_time", "clock_trust", "received_at", "received_on", "origin",
                                              "terminal", "profile", "doubts", "frame", "same_key", "supersedes"}));
    for (std::size_t i = 0; i < readings.size(); ++i) {
        const Reading& reading = readings[i];
        if (same[i].known)
            continue;
        rows.integer(reading.id.raw()).integer(reading.meter.raw()).text(std::string_view(same[i].code));
        rows.integer(reading.value.digits).integer(reading.value.scale).text(QStringView(reading.unit));
        rows.value(reading.meterTime).integer(std::int64_t(reading.clockTrust)).value(reading.receivedAt);
        rows.integer(reading.receivedOn.number()).integer(std::int64_t(reading.origin));
        rows.text(QStringView(reading.terminal)).text(QStringView(reading.profile)).integer(reading.doubts.bits());
        rows.bytes(reading.frame).bytes(same[i].key).value(reading.supersedes);
        MH_CHECK(rows.endRow());
    }
    return rows.finish();
}

} // namespace

Result<std::vector<bool>> ReadingStore::insert(UnitOfWork& work, const ReceptionDay& received,
                                               std::span<const Reading> readings) {
    std::vector<SameReading> same;
    same.reserve(readings.size());
    std::unordered_set<std::string> batch;
    Date earliest = received.day;
    for (const Reading& reading : readings) {
        Q_ASSERT(reading.receivedOn == received.day);
        SameReading& added = same.emplace_back(SameReading{reading.meter.raw(), reading.registerCode.toStdString(),
                                                           sameKeyOf(reading), firstReceptionOf(reading, received)});
        added.known = !batch.insert(identityOf(added)).second;
        earliest = std::min(earliest, added.firstReception);
    }
    MH_CHECK(preferIndexes(work.database()));
    MH_TRY(const OpenedDay day, openReceptionDay(work, received.day, earliest));
    std::vector<SameReading*> asked(same.size());
    std::transform(same.begin(), same.end(), asked.begin(), [](SameReading& reading) { return &reading; });
    MH_CHECK(markKnown(work.database(), day.table, asked));
    for (const ReadingPart& part : day.others) {
        std::erase_if(asked, [](const SameReading* reading) { return reading->known; });
        std::vector<SameReading*> reaching;
        std::copy_if(asked.begin(), asked.end(), std::back_inserter(reaching),
                     [&](const SameReading* reading) { return part.last >= reading->firstReception; });
        MH_CHECK(markKnown(work.database(), part.table, reaching));
    }
    MH_CHECK(writeReadings(work, day.table, readings, same));
    std::vector<bool> isNew(same.size());
    std::transform(same.begin(), same.end(), isNew.begin(), [](const SameReading& reading) { return !reading.known; });
    return isNew;
}

Result<bool> ReadingStore::insert(UnitOfWork& work, const Reading& reading) {
    // When the day began is not known here: with the latest instant it can have begun, most days are looked at.
    const ReceptionDay received{reading.receivedOn, reading.receivedAt};
    MH_TRY(const auto isNew, insert(work, received, {&reading, 1}));
    return isNew.front();
}

Result<void> ReadingStore::insertNew(UnitOfWork& work, std::span<const Reading> readings) {
    std::map<Date, std::vector<Reading>> days;
    for (const Reading& reading : readings)
        days[reading.receivedOn].push_back(reading);
    for (const auto& [day, received] : days) {
        MH_TRY(const OpenedDay opened, openReceptionDay(work, day, day));
        std::vector<SameReading> same;
        for (const Reading& reading : received)
            same.push_back({reading.meter.raw(), reading.registerCode.toStdString(), sameKeyOf(reading), day});
        MH_CHECK(writeReadings(work, opened.table, received, same));
    }
    return {};
}

namespace {
/// Decision 0 takes back what was said before.
Result<void> insertChange(UnitOfWork& work, ReadingId reading, int decision, OperatorId by, const QString& note) {
    MH_TRY(const std::int64_t before,
           work.database().number("SELECT COUNT(*) FROM reading_review_change WHERE reading_id = ?", {reading}));
    return work.insertGuarded("reading_review_change",
                              {"reading_id", "number", "decision", "reviewer_id", "reviewed_at", "note"},
                              {reading, before + 1, decision, by, work.now(), note});
}
} // namespace

Result<void> ReadingStore::insert(UnitOfWork& work, const ReadingReview& review) {
    MH_TRY(const bool again,
           work.database().exists("SELECT 1 FROM reading_review WHERE reading_id = ?", {review.reading}));
    if (again)
        return insertChange(work, review.reading, int(review.decision), review.reviewer, review.note);
    return work.insertGuarded("reading_review", {"reading_id", "decision", "reviewer_id", "reviewed_at", "note"},
                              {review.reading, review.decision, review.reviewer, review.at, review.note});
}

Result<void> ReadingStore::takeBack(UnitOfWork& work, ReadingId reading, OperatorId by, const QString& note) {
    return insertChange(work, reading, 0, by, note);
}

Result<bool> ReadingStore::passedByBill(const Reading& reading) const {
    return m_database.exists("SELECT 1 FROM installation i JOIN account a ON a.service_point_id = i.service_point_id "
                             "JOIN bill b ON b.account_id = a.id WHERE i.meter_id = ? AND i.from_day <= ? "
                             "AND NOT EXISTS (SELECT 1 FROM removal x WHERE x.installation_id = i.id "
                             "AND x.on_day < ?) AND b.read_to >= ?",
                             {reading.meter, reading.receivedOn, reading.receivedOn, reading.receivedOn});
}

Result<std::optional<ReviewedReading>> ReadingStore::reading(ReadingId id) const {
    MH_TRY(const auto parts, readingParts(m_database));
    for (const ReadingPart& part : parts) {
        MH_TRY(auto found, m_database.maybe(selectReviewed(part.table, "WHERE r.id = ?"), {id}, reviewedFrom));
        if (found)
            return found;
    }
    return std::optional<ReviewedReading>();
}

Result<std::optional<ReviewedReading>> ReadingStore::newest(MeterId meter, const QString& registerCode, Date after,
                                                            Date to) const {
    MH_TRY(const auto parts, readingParts(m_database));
    for (const ReadingPart& part : parts) {
        if (part.first > to || part.last <= after)
            continue;
        MH_TRY(auto found,
               m_database.maybe(selectReviewed(part.table, "WHERE r.meter_id = ? AND r.register_code = ? "
                                                           "AND r.received_on > ? AND r.received_on <= ? "
                                                           "ORDER BY r.received_at DESC, r.id DESC LIMIT 1"),
                                {meter, registerCode, after, to}, reviewedFrom));
        if (found)
            return found;
    }
    return std::optional<ReviewedReading>();
}

Result<std::vector<std::optional<ReviewedReading>>>
ReadingStore::newest(std::span<const MeterId> meters, const QString& registerCode, Date after, Date to) const {
    std::map<MeterId, std::optional<ReviewedReading>> found;
    for (const MeterId meter : meters)
        found.emplace(meter, std::nullopt);
    MH_TRY(const auto parts, readingParts(m_database));
    for (const ReadingPart& part : parts) {
        std::vector<MeterId> asked;
        for (const auto& [meter, reading] : found)
            if (!reading)
                asked.push_back(meter);
        if (part.first > to || part.last <= after || asked.empty())
            continue;
        const std::string sql =
            selectReviewed(idRows(m_database) + " CROSS JOIN " + part.table,
                           ("WHERE r.id = (SELECT q.id FROM " + part.table +
                            " q WHERE q.meter_id = n.value AND q.register_code = ? AND q.received_on > ? "
                            "AND q.received_on <= ? ORDER BY q.received_at DESC, q.id DESC LIMIT 1)")
                               .c_str());
        MH_CHECK(m_database.each(sql, {idsFor(m_database, std::span<const MeterId>(asked)), registerCode, after, to},
                                 [&](const Row& row) -> Result<void> {
                                     ReviewedReading reading = reviewedFrom(row);
                                     found[reading.reading.meter] = std::move(reading);
                                     return {};
                                 }));
    }
    std::vector<std::optional<ReviewedReading>> newest;
    for (const MeterId meter : meters)
        newest.push_back(found[meter]);
    return newest;
}

namespace {

/// The last day of reception that a reading behind the mark can have: business days begin up to a day and a half away
/// from those of UTC.
std::optional<Date> lastDayBehind(const PageMark& after) {
    constexpr std::int64_t dayLength = Duration::hours(24).inMicroseconds();
    constexpr std::int64_t farAway = 100'000;
    const std::int64_t days = after.key / dayLength + 2;
    const auto epoch = Date::of(1970, 1, 1);
    return days > farAway || !epoch.ok() ? std::nullopt : std::optional(epoch->addDays(int(days)));
}

bool isNewer(const ReviewedReading& a, const ReviewedReading& b) {
    return std::pair(a.reading.receivedAt, a.reading.id) > std::pair(b.reading.receivedAt, b.reading.id);
}

/// Days and months may overlap where a day came late (reading_parts.h), so a part is looked into as long as it may hold
/// something newer than what was found.
Result<std::vector<ReviewedReading>> newestBehind(Database& database, const RegisterKey& ofRegister, Date from, Date to,
                                                  const PageMark& after, int limit, const char* condition) {
    const std::string where = std::string("WHERE r.meter_id = ? AND r.register_code = ? AND r.received_on >= ? AND "
                                          "r.received_on <= ? AND (r.received_at, r.id) < (?, ?) ") +
                              condition + "ORDER BY r.received_at DESC, r.id DESC LIMIT ?";
    const Date last = std::min(to, lastDayBehind(after).value_or(to));
    std::vector<ReviewedReading> found;
    MH_TRY(const auto parts, readingParts(database));
    for (const ReadingPart& part : parts) {
        if (part.first > last || part.last < from)
            continue;
        if (int(found.size()) >= limit && part.last < found[std::size_t(limit) - 1].reading.receivedOn)
            break;
        MH_TRY(auto rows,
               database.all(selectReviewed(part.table, where.c_str()),
                            {ofRegister.meter, ofRegister.code, from, last, after.key, after.id, limit}, reviewedFrom));
        std::move(rows.begin(), rows.end(), std::back_inserter(found));
        std::sort(found.begin(), found.end(), isNewer);
    }
    if (int(found.size()) > limit)
        found.erase(found.begin() + limit, found.end());
    return found;
}

} // namespace

Result<std::vector<ReviewedReading>> ReadingStore::history(const RegisterKey& ofRegister, Date from, Date to,
                                                           const PageMark& after, int limit) const {
    return newestBehind(m_database, ofRegister, from, to, after, limit, "");
}

Result<std::vector<ReviewedReading>> ReadingStore::doubted(const RegisterKey& ofRegister, Date from, Date to,
                                                           int limit) const {
    return newestBehind(m_database, ofRegister, from, to, {}, limit, "AND r.doubts <> 0 ");
}

namespace {

std::string lastColumns() {
    return "r.value_digits, r.value_scale, r.received_on, r.doubts, " + lastWord("v.decision") + " FROM ";
}
constexpr const char* lastOrder = "ORDER BY r.received_at DESC, r.id DESC LIMIT 1";

LastReading lastFrom(const Row& row, int first) {
    const auto decision = row.get<std::optional<Decision>>(first + 4);
    return {{row.integer(first), row.get<int>(first + 1)},
            row.get<Date>(first + 2),
            decision ? *decision == Decision::Accepted : row.integer(first + 3) == 0};
}

/// Looks into one part for the registers that have no answer yet.
Result<void> lastInPart(Database& database, const std::string& part, std::span<const RegisterKey> registers, Date to,
                        std::vector<std::optional<LastReading>>& found) {
    const std::string review = " r LEFT JOIN reading_review v ON v.reading_id = r.id WHERE r.meter_id = ";
    if (database.isSqlite()) {
        const std::string sql =
            "SELECT " + lastColumns() + part + review + "? AND r.register_code = ? AND r.received_on <= ? " + lastOrder;
        for (std::size_t i = 0; i < registers.size(); ++i) {
            if (found[i])
                continue;
            MH_TRY(found[i], database.maybe(sql, {registers[i].meter, registers[i].code, to},
                                            [](const Row& row) { return lastFrom(row, 0); }));
        }
        return {};
    }
    PostgresArray meters;
    PostgresArray codes;
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < registers.size(); ++i) {
        if (found[i])
            continue;
        meters.add(registers[i].meter.raw());
        codes.add(registers[i].code.toStdString());
        places.push_back(i);
    }
    const std::string sql = std::string("SELECT n.place, l.* FROM unnest(?::BIGINT[], ?::TEXT[]) "
                                        "WITH ORDINALITY n(meter_id, code, place) CROSS JOIN LATERAL (SELECT ") +
                            lastColumns() + part + review +
                            "n.meter_id AND r.register_code = n.code AND r.received_on <= ?::INTEGER " + lastOrder +
                            ") l";
    return database.each(sql, {meters.text(), codes.text(), to}, [&](const Row& row) -> Result<void> {
        found[places[std::size_t(row.integer(0)) - 1]] = lastFrom(row, 1);
        return {};
    });
}

} // namespace

Result<std::vector<std::optional<LastReading>>> ReadingStore::last(std::span<const RegisterKey> registers,
                                                                   Date to) const {
    std::vector<std::optional<LastReading>> found(registers.size());
    MH_TRY(const auto parts, readingParts(m_database));
    for (const ReadingPart& part : parts) {
        const bool complete = std::all_of(found.begin(), found.end(), [](const auto& one) { return one.has_value(); });
        if (part.first <= to && !complete)
            MH_CHECK(lastInPart(m_database, part.table, registers, to, found));
    }
    return found;
}

Result<std::optional<ReadingId>> ReadingStore::correctionOf(const Reading& reading) const {
    MH_TRY(const auto parts, readingParts(m_database));
    for (const ReadingPart& part : parts) {
        if (part.last < reading.receivedOn)
            break;
        MH_TRY(auto found, m_database.maybe("SELECT id FROM " + part.table +
                                                " WHERE meter_id = ? AND register_code = ? AND supersedes = ?",
                                            {reading.meter, reading.registerCode, reading.id},
                                            [](const Row& row) { return row.get<ReadingId>(0); }));
        if (found)
            return found;
    }
    return std::optional<ReadingId>();
}

Result<void>
ReadingStore::each(const std::function<Result<void>(const Reading&, const QString& deviceAddress)>& visit) const {
    MH_TRY(const auto parts, readingParts(m_database));
    for (auto part = parts.rbegin(); part != parts.rend(); ++part)
        MH_CHECK(
            m_database.each(std::string("SELECT ") + readingColumns + ", m.device_address FROM " + part->table +
                                " r JOIN meter m ON m.id = r.meter_id ORDER BY r.id",
                            {}, [&](const Row& row) { return visit(readingFrom(row), row.text(readingColumnCount)); }));
    return {};
}

namespace {
/// What is wrong with a reading that waits: readings r of these parts, their meter m, place s and account a; a WHERE is
/// begun.
std::string waitingReadings(std::span<const ReadingPart> parts, const char* columns) {
    std::string doubtful = std::string("SELECT ") + columns + " FROM reading_day WHERE doubts <> 0";
    std::string uncorrected;
    for (const ReadingPart& part : parts) {
        doubtful += std::string(" UNION ALL SELECT ") + columns + " FROM " + part.table + " WHERE doubts <> 0";
        uncorrected += "AND NOT EXISTS (SELECT 1 FROM " + part.table +
                       " c WHERE c.meter_id = r.meter_id AND c.register_code = r.register_code "
                       "AND c.supersedes = r.id) ";
    }
    return " FROM (" + doubtful +
           ") r JOIN meter m ON m.id = r.meter_id "
           "JOIN installation i ON i.meter_id = m.id "
           "JOIN service_point s ON s.id = i.service_point_id "
           "JOIN account a ON a.service_point_id = s.id "
           "WHERE " +
           firstAtPlace + "AND " + lastWord("(SELECT v.decision FROM reading_review v WHERE v.reading_id = r.id)") +
           " IS NULL "
           "AND NOT EXISTS (SELECT 1 FROM removal x WHERE x.installation_id = i.id) "
           "AND NOT EXISTS (SELECT 1 FROM bill b WHERE b.account_id = a.id AND b.read_to >= r.received_on) " +
           uncorrected;
}
} // namespace

Result<std::vector<ExceptionCount>> ReadingStore::exceptionCounts(Date since) const {
    MH_TRY(auto parts, readingParts(m_database));
    std::erase_if(parts, [since](const ReadingPart& part) { return part.last < since; });
    return m_database.all(
        "SELECT s.book_id, r.doubts, COUNT(*)" +
            waitingReadings(parts, "id, meter_id, register_code, received_on, doubts") +
            "GROUP BY s.book_id, r.doubts ORDER BY s.book_id, r.doubts",
        {}, [](const Row& row) {
            return ExceptionCount{row.get<BookId>(0), Doubts::fromBits(row.get<std::uint32_t>(1)), row.get<int>(2)};
        });
}

Result<std::vector<ReadingException>> ReadingStore::exceptions(std::optional<BookId> book) const {
    MH_TRY(const auto parts, readingParts(m_database));
    const std::string sql = std::string("SELECT ") + readingColumns + ", a.id, a.number, m.number, s.book_id" +
                            waitingReadings(parts, partColumns) +
                            "AND (? = 0 OR s.book_id = ?) ORDER BY s.book_id, s.sequence, r.id";
    const std::int64_t raw = book ? book->raw() : 0;
    return m_database.all(sql, {raw, raw}, [](const Row& row) {
        constexpr int next = readingColumnCount;
        return ReadingException{readingFrom(row), row.get<AccountId>(next), row.text(next + 1), row.text(next + 2),
                                row.get<BookId>(next + 3)};
    });
}

Result<bool> ReadingStore::reviewedBy(OperatorId reviewer, BookId book, Date after) const {
    MH_TRY(const auto parts, readingParts(m_database));
    for (const ReadingPart& part : parts) {
        if (part.last <= after)
            continue;
        MH_TRY(const bool found,
               m_database.exists("SELECT 1 FROM (SELECT reading_id, reviewer_id FROM reading_review UNION ALL "
                                 "SELECT reading_id, reviewer_id FROM reading_review_change) v JOIN " +
                                     part.table +
                                     " r ON r.id = v.reading_id "
                                     "JOIN installation i ON i.meter_id = r.meter_id "
                                     "JOIN service_point s ON s.id = i.service_point_id "
                                     "WHERE v.reviewer_id = ? AND s.book_id = ? AND r.received_on > ?",
                                 {reviewer, book, after}));
        if (found)
            return true;
    }
    return false;
}

Result<void> ReadingStore::startRun(UnitOfWork& work, std::int64_t run, const QString& scope, Instant at,
                                    OperatorId by) {
    return insertRow(work, "reading_run", {"id", "scope", "started_at", "started_by", "state"},
                     {run, scope, at, by, 1});
}

Result<void> ReadingStore::finishRun(UnitOfWork& work, std::int64_t run, Instant at) {
    MH_CHECK(work.execute("UPDATE reading_run SET finished_at = ?, state = 2 WHERE id = ?", {at, run}));
    return {};
}

Result<void> ReadingStore::saveTarget(UnitOfWork& work, std::int64_t run, const RunTarget& target) {
    return insertRow(work, "reading_run_target", {"run_id", "meter_id", "outcome", "cause", "evidence", "tries"},
                     {run, target.meter, target.read, target.cause, target.evidence, target.tries});
}

Result<std::optional<std::int64_t>> ReadingStore::lastRun() const {
    return m_database.maybe("SELECT id FROM reading_run ORDER BY started_at DESC, id DESC LIMIT 1", {},
                            [](const Row& row) { return row.integer(0); });
}

Result<std::vector<RunTarget>> ReadingStore::targetsOf(std::int64_t run) const {
    return m_database.all(
        "SELECT meter_id, outcome, cause, evidence, tries FROM reading_run_target WHERE run_id = ? "
        "ORDER BY meter_id",
        {run}, [](const Row& row) {
            return RunTarget{row.get<MeterId>(0), row.get<bool>(1), row.text(2), row.text(3), row.get<int>(4)};
        });
}

} // namespace meterhall::storage
