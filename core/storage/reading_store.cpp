#include "core/storage/reading_store.h"

#include "core/storage/bulk_insert.h"
#include "core/storage/plain_rows.h"

#include <QCryptographicHash>

namespace meterhall::storage {

namespace {

constexpr const char* readingColumns =
    "r.id, r.meter_id, r.register_code, r.value_digits, r.value_scale, r.unit, r.meter_time, r.clock_trust, "
    "r.received_at, r.received_on, r.origin, r.terminal, r.profile, r.doubts, r.frame, r.supersedes";
constexpr int readingColumnCount = 16;

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

ReviewedReading reviewedFrom(const Row& row) {
    return {readingFrom(row), row.get<std::optional<Decision>>(readingColumnCount)};
}

// The same report twice is the same reading. A clock that is to be believed tells two reports apart; where there is
// none, the day of reception and the bytes of the answer do.
QString sameKey(const Reading& reading) {
    const QString value = reading.value.toString();
    if (reading.clockTrust == ClockTrust::Plausible && reading.meterTime)
        return QStringLiteral("t%1:%2").arg(reading.meterTime->microseconds()).arg(value);
    const QByteArrayView frame(reinterpret_cast<const char*>(reading.frame.data()), qsizetype(reading.frame.size()));
    const QByteArray digest = QCryptographicHash::hash(frame.toByteArray(), QCryptographicHash::Sha256).toHex();
    return QStringLiteral("d%1:%2:%3")
        .arg(reading.receivedOn.number())
        .arg(value, QString::fromLatin1(digest.left(24)));
}

} // namespace

Result<bool> ReadingStore::insert(UnitOfWork& work, const Reading& reading) {
    const QString same = sameKey(reading);
    MH_TRY(const bool known,
           work.database().exists("SELECT 1 FROM reading WHERE meter_id = ? AND register_code = ? AND same_key = ?",
                                  {reading.meter, reading.registerCode, same}));
    if (known)
        return false;
    MH_CHECK(work.insertGuarded(
        "reading",
        {"id", "meter_id", "register_code", "value_digits", "value_scale", "unit", "meter_time", "clock_trust",
         "received_at", "received_on", "origin", "terminal", "profile", "doubts", "frame", "same_key", "supersedes"},
        {reading.id, reading.meter, reading.registerCode, reading.value.digits, reading.value.scale, reading.unit,
         reading.meterTime, reading.clockTrust, reading.receivedAt, reading.receivedOn, reading.origin,
         reading.terminal, reading.profile, reading.doubts.bits(), reading.frame, same, reading.supersedes}));
    return true;
}

Result<void> ReadingStore::insertNew(UnitOfWork& work, std::span<const Reading> readings) {
    MH_TRY(BulkInsert rows, BulkInsert::into(work, "reading",
                                             {"id", "meter_id", "register_code", "value_digits", "value_scale", "unit",
                                              "meter_time", "clock_trust", "received_at", "received_on", "origin",
                                              "terminal", "profile", "doubts", "frame", "same_key", "supersedes"}));
    for (const Reading& reading : readings) {
        rows.integer(reading.id.raw()).integer(reading.meter.raw()).text(QStringView(reading.registerCode));
        rows.integer(reading.value.digits).integer(reading.value.scale).text(QStringView(reading.unit));
        rows.value(reading.meterTime).integer(std::int64_t(reading.clockTrust)).value(reading.receivedAt);
        rows.integer(reading.receivedOn.number()).integer(std::int64_t(reading.origin));
        rows.text(QStringView(reading.terminal)).text(QStringView(reading.profile)).integer(reading.doubts.bits());
        rows.bytes(reading.frame).text(QStringView(sameKey(reading))).value(reading.supersedes);
        MH_CHECK(rows.endRow());
    }
    return rows.finish();
}

Result<void> ReadingStore::insert(UnitOfWork& work, const ReadingReview& review) {
    return work.insertGuarded("reading_review", {"reading_id", "decision", "reviewer_id", "reviewed_at", "note"},
                              {review.reading, review.decision, review.reviewer, review.at, review.note});
}

Result<std::optional<ReviewedReading>> ReadingStore::reading(ReadingId id) const {
    return m_database.maybe(std::string("SELECT ") + readingColumns +
                                ", v.decision FROM reading r LEFT JOIN reading_review v ON v.reading_id = r.id "
                                "WHERE r.id = ?",
                            {id}, reviewedFrom);
}

Result<std::optional<ReviewedReading>> ReadingStore::newest(MeterId meter, const QString& registerCode, Date after,
                                                            Date to) const {
    return m_database.maybe(std::string("SELECT ") + readingColumns +
                                ", v.decision FROM reading r LEFT JOIN reading_review v ON v.reading_id = r.id "
                                "WHERE r.meter_id = ? AND r.register_code = ? AND r.received_on > ? "
                                "AND r.received_on <= ? ORDER BY r.received_at DESC, r.id DESC LIMIT 1",
                            {meter, registerCode, after, to}, reviewedFrom);
}

Result<void>
ReadingStore::each(const std::function<Result<void>(const Reading&, const QString& deviceAddress)>& visit) const {
    return m_database.each(std::string("SELECT ") + readingColumns +
                               ", m.device_address FROM reading r JOIN meter m ON m.id = r.meter_id ORDER BY r.id",
                           {}, [&](const Row& row) { return visit(readingFrom(row), row.text(readingColumnCount)); });
}

Result<std::vector<ReadingException>> ReadingStore::exceptions(std::optional<BookId> book) const {
    const std::string sql = std::string("SELECT ") + readingColumns +
                            ", a.id, a.number, m.number, s.book_id FROM reading r JOIN meter m ON m.id = r.meter_id "
                            "JOIN installation i ON i.meter_id = m.id "
                            "JOIN service_point s ON s.id = i.service_point_id "
                            "JOIN account a ON a.service_point_id = s.id "
                            "WHERE r.doubts <> 0 AND (? = 0 OR s.book_id = ?) "
                            "AND NOT EXISTS (SELECT 1 FROM removal x WHERE x.installation_id = i.id) "
                            "AND NOT EXISTS (SELECT 1 FROM reading_review v WHERE v.reading_id = r.id) "
                            "ORDER BY s.book_id, s.sequence, r.id";
    const std::int64_t raw = book ? book->raw() : 0;
    return m_database.all(sql, {raw, raw}, [](const Row& row) {
        constexpr int next = readingColumnCount;
        return ReadingException{readingFrom(row), row.get<AccountId>(next), row.text(next + 1), row.text(next + 2),
                                row.get<BookId>(next + 3)};
    });
}

Result<bool> ReadingStore::reviewedBy(OperatorId reviewer, BookId book, Date after) const {
    return m_database.exists("SELECT 1 FROM reading_review v JOIN reading r ON r.id = v.reading_id "
                             "JOIN installation i ON i.meter_id = r.meter_id "
                             "JOIN service_point s ON s.id = i.service_point_id "
                             "WHERE v.reviewer_id = ? AND s.book_id = ? AND r.received_on > ?",
                             {reviewer, book, after});
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
