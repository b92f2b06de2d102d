#include "core/storage/reading_run_store.h"

#include "core/storage/plain_rows.h"

namespace meterhall::storage {

namespace {
/// The last whole run of terminal t; one look into reading_run_terminal_newest.
constexpr const char* lastWholeRun = "x.terminal = t.name AND x.whole = 1 AND x.read_count IS NOT NULL "
                                     "ORDER BY x.started_at DESC LIMIT 1";
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

Result<int> ReadingRunStore::unreadOfLastRuns() const {
    MH_TRY(const std::int64_t unread,
           m_database.number(std::string("SELECT CAST(SUM((SELECT x.unread_count FROM reading_run_terminal x WHERE ") +
                             lastWholeRun + ")) AS ${int64}) FROM terminal t"));
    return int(unread);
}

} // namespace meterhall::storage
