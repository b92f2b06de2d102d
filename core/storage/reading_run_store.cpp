#include "core/storage/reading_run_store.h"

#include "core/storage/plain_rows.h"
#include "core/storage/registry_store.h"

namespace meterhall::storage {

namespace {
/// The whole runs of terminal t that are over, as x; the first one is the last.
constexpr const char* lastWholeRunOf = "x.terminal = t.name AND x.whole = 1 AND x.read_count IS NOT NULL ";
constexpr const char* lastFirst = "ORDER BY x.started_at DESC, x.run_id DESC LIMIT 1";
const std::string lastWholeRun = std::string(lastWholeRunOf) + lastFirst;
} // namespace

Result<void> ReadingRunStore::ask(UnitOfWork& work, std::int64_t run, bool whole,
                                  const std::map<QString, int>& terminals) {
    for (const auto& [terminal, asked] : terminals)
        MH_CHECK(insertRow(work, "reading_run_terminal", {"run_id", "terminal", "started_at", "whole", "asked_count"},
                           {run, terminal, work.now(), whole, asked}));
    return {};
}

Result<void> ReadingRunStore::addUp(UnitOfWork& work, std::int64_t run) {
    struct Sum {
        QString terminal;
        std::int64_t read;
        std::int64_t unread;
    };
    MH_TRY(const auto sums,
           work.database().all("SELECT m.terminal, CAST(SUM(t.outcome) AS ${int64}), "
                               "CAST(SUM(1 - t.outcome) AS ${int64}) FROM reading_run_target t "
                               "JOIN meter m ON m.id = t.meter_id WHERE t.run_id = ? GROUP BY m.terminal",
                               {run}, [](const Row& row) {
                                   return Sum{row.text(0), row.integer(1), row.integer(2)};
                               }));
    MH_CHECK(work.execute("UPDATE reading_run_terminal SET read_count = 0, unread_count = 0 WHERE run_id = ?", {run}));
    for (const Sum& sum : sums)
        MH_CHECK(work.execute("UPDATE reading_run_terminal SET read_count = ?, unread_count = ? "
                              "WHERE run_id = ? AND terminal = ?",
                              {sum.read, sum.unread, run, sum.terminal}));
    return {};
}

namespace {

/// Five columns of reading_run_terminal.
TerminalRun terminalRunFrom(const Row& row, int first) {
    return {row.integer(first), row.get<Instant>(first + 1), row.get<int>(first + 2),
            row.get<std::optional<int>>(first + 3).value_or(0), row.get<std::optional<int>>(first + 4).value_or(0)};
}

/// The row l of the last whole run of terminal t.
const std::string isLastOfTerminal =
    "l.terminal = t.name AND l.run_id = (SELECT x.run_id FROM reading_run_terminal x WHERE " + lastWholeRun + ") ";

constexpr const char* hangsNow = "NOT EXISTS (SELECT 1 FROM removal z WHERE z.installation_id = i.id) ";

} // namespace

Result<TerminalRun> ReadingRunStore::lastRuns() const {
    return m_database.one("SELECT COALESCE(MAX(l.run_id), 0), COALESCE(MAX(l.started_at), 0), "
                          "CAST(COALESCE(SUM(l.asked_count), 0) AS ${int64}), "
                          "CAST(COALESCE(SUM(l.read_count), 0) AS ${int64}), "
                          "CAST(COALESCE(SUM(l.unread_count), 0) AS ${int64}) "
                          "FROM terminal t LEFT JOIN reading_run_terminal l ON " +
                              isLastOfTerminal,
                          {}, [](const Row& row) { return terminalRunFrom(row, 0); });
}

Result<std::vector<StoredTerminal>> ReadingRunStore::terminals() const {
    const std::string sql =
        std::string("SELECT t.name, t.carrier, t.heard_at, l.run_id, l.started_at, l.asked_count, l.read_count, "
                    "l.unread_count, n.run_id, n.started_at, n.asked_count, n.read_count, n.unread_count "
                    "FROM terminal t LEFT JOIN reading_run_terminal l ON ") +
        isLastOfTerminal +
        "LEFT JOIN reading_run_terminal n ON n.terminal = t.name AND n.read_count IS NULL AND n.run_id = "
        "(SELECT y.run_id FROM reading_run_terminal y WHERE y.terminal = t.name "
        "ORDER BY y.started_at DESC, y.run_id DESC LIMIT 1) ORDER BY t.name";
    return m_database.all(sql, {}, [](const Row& row) {
        constexpr int last = 3;
        constexpr int underWay = 8;
        StoredTerminal terminal{{row.text(0), row.get<Carrier>(1)}, row.get<std::optional<Instant>>(2), {}, {}};
        if (!row.isNull(last))
            terminal.last = terminalRunFrom(row, last);
        if (!row.isNull(underWay))
            terminal.underWay = terminalRunFrom(row, underWay);
        return terminal;
    });
}

Result<int> ReadingRunStore::hangingBehind(const QString& terminal) const {
    MH_TRY(const std::int64_t count,
           m_database.number(std::string("SELECT COUNT(*) FROM meter m JOIN installation i ON i.meter_id = m.id "
                                         "WHERE m.terminal = ? AND ") +
                                 hangsNow,
                             {terminal}));
    return int(count);
}

Result<std::vector<CauseCount>> ReadingRunStore::causesOf(std::int64_t run) const {
    return m_database.all("SELECT m.terminal, g.cause, COUNT(*) FROM reading_run_target g "
                          "JOIN meter m ON m.id = g.meter_id WHERE g.run_id = ? AND g.outcome = 0 "
                          "GROUP BY m.terminal, g.cause ORDER BY m.terminal, g.cause",
                          {run}, [](const Row& row) {
                              return CauseCount{row.text(0), row.text(1), row.get<int>(2)};
                          });
}

Result<std::vector<TerminalMeter>> ReadingRunStore::metersOf(const QString& terminal) const {
    MH_TRY(const std::int64_t since,
           m_database.number(std::string("SELECT x.started_at FROM terminal t JOIN reading_run_terminal x ON ") +
                                 lastWholeRunOf + "WHERE t.name = ? " + lastFirst,
                             {terminal}));
    const std::string sql =
        std::string("SELECT m.id, m.number, m.device_address, m.port, a.number, c.name, p.address, g.run_id, "
                    "(SELECT r.started_at FROM reading_run r WHERE r.id = g.run_id), g.outcome, g.cause, g.evidence, "
                    "g.tries FROM meter m JOIN installation i ON i.meter_id = m.id "
                    "JOIN service_point s ON s.id = i.service_point_id JOIN premise p ON p.id = s.premise_id "
                    "JOIN account a ON a.service_point_id = s.id JOIN customer c ON c.id = a.customer_id "
                    "LEFT JOIN reading_run_target g ON g.meter_id = m.id AND g.run_id = "
                    "(SELECT y.run_id FROM reading_run_terminal y JOIN reading_run_target h ON h.run_id = y.run_id "
                    "AND h.meter_id = m.id WHERE y.terminal = m.terminal AND y.started_at >= ? "
                    "ORDER BY y.started_at DESC, y.run_id DESC LIMIT 1) WHERE m.terminal = ? AND ") +
        firstAtPlace + "AND " + hangsNow + "ORDER BY m.number";
    return m_database.all(sql, {since, terminal}, [](const Row& row) {
        TerminalMeter meter{.meter = row.get<MeterId>(0),
                            .number = row.text(1),
                            .deviceAddress = row.text(2),
                            .port = row.get<int>(3),
                            .accountNumber = row.text(4),
                            .holder = row.text(5),
                            .address = row.text(6),
                            .run = row.get<std::optional<std::int64_t>>(7),
                            .askedAt = Instant::fromMicroseconds(0),
                            .target = {row.get<MeterId>(0), false, {}, {}, 0}};
        if (meter.run) {
            meter.askedAt = row.get<Instant>(8);
            meter.target = {meter.meter, row.get<bool>(9), row.text(10), row.text(11), row.get<int>(12)};
        }
        return meter;
    });
}

Result<std::vector<StoredReadingRun>> ReadingRunStore::runs(const PageMark& after, int limit) const {
    // The first condition is for the index; the second one leaves out what the page before showed.
    constexpr const char* query = "SELECT r.id, r.scope, r.started_at, r.finished_at, r.started_by, "
                                  "(SELECT CAST(SUM(x.asked_count) AS ${int64}) FROM reading_run_terminal x "
                                  "WHERE x.run_id = r.id), (SELECT CAST(SUM(x.read_count) AS ${int64}) FROM "
                                  "reading_run_terminal x WHERE x.run_id = r.id), (SELECT CAST(SUM(x.unread_count) AS "
                                  "${int64}) FROM reading_run_terminal x WHERE x.run_id = r.id) FROM reading_run r "
                                  "WHERE r.started_at <= ? AND (r.started_at < ? OR r.id < ?) "
                                  "ORDER BY r.started_at DESC, r.id DESC LIMIT ?";
    const Values values{after.key, after.key, after.id, limit};
    return m_database.all(query, values, [](const Row& row) {
        return StoredReadingRun{.run = row.integer(0),
                                .scope = row.text(1),
                                .startedAt = row.get<Instant>(2),
                                .finishedAt = row.get<std::optional<Instant>>(3),
                                .startedBy = row.get<OperatorId>(4),
                                .asked = row.get<std::optional<int>>(5).value_or(0),
                                .read = row.get<std::optional<int>>(6).value_or(0),
                                .unread = row.get<std::optional<int>>(7).value_or(0)};
    });
}

Result<std::vector<UnreadTarget>> ReadingRunStore::unreadOf(std::int64_t run, int limit) const {
    return m_database.all("SELECT m.number, g.cause, g.evidence FROM reading_run_target g "
                          "JOIN meter m ON m.id = g.meter_id WHERE g.run_id = ? AND g.outcome = 0 "
                          "ORDER BY m.number LIMIT ?",
                          {run, limit}, [](const Row& row) {
                              return UnreadTarget{row.text(0), row.text(1), row.text(2)};
                          });
}

} // namespace meterhall::storage
