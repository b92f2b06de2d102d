#include "tests/bench/plain_units.h"

#include "tests/bench/bench.h"
#include "tests/bench/plain_side.h"

#include <set>

namespace meterhall::bench {

namespace {

/// Written by triggers with every line of a journal.
const QByteArray keptByTriggers = "account_balance";
/// Of a run: in the first unit that names it.
const std::vector<std::pair<QByteArray, QByteArray>> tablesOfRuns{{"billing_run", "number"}, {"draft", "run_number"}};

/// A table that has more rows than in the copy, and the column its rows are found by.
struct GrownTable {
    QByteArray name;
    QByteArray key;
    bool ofRun = false;
};

Result<std::vector<GrownTable>> grownTables(PlainSide& side) {
    std::vector<GrownTable> grown;
    for (const QByteArray& table : side.tables()) {
        if (side.count(table, Side::Run) == side.count(table, Side::Copy) || table == keptByTriggers ||
            table == "audit_entry")
            continue;
        const auto ofRun = std::ranges::find(tablesOfRuns, table, [](const auto& known) { return known.first; });
        if (ofRun != tablesOfRuns.end())
            grown.push_back({table, ofRun->second, true});
        else if (side.hasUnit(table))
            grown.push_back({table, "unit_id"});
        else
            return Error(PlainUnitsError::UnknownTable, {QString::fromUtf8(table)});
        if (!side.makeFindable(table, grown.back().key))
            return Error(PlainUnitsError::CannotRead, {side.why()});
    }
    return grown;
}

/// Reads what a unit wrote, and writes it on the clock.
class Replay {
public:
    Replay(PlainSide& side, std::vector<GrownTable> tables)
        : m_side(side)
        , m_tables(std::move(tables)) {}

    Result<void> write(const PlainUnit& unit) {
        const bool beginsRun = !unit.run.isEmpty() && m_runs.insert(unit.run).second;
        if (!m_side.begin(unit))
            return Error(PlainUnitsError::CannotRead, {m_side.why()});
        for (const GrownTable& table : m_tables)
            if (!table.ofRun || beginsRun)
                m_written.rows += m_side.read(table.name, table.key, table.ofRun ? unit.run : unit.id);
        bool written = false;
        m_written.seconds += secondsOf([&] { written = m_side.write(unit); });
        if (!written)
            return Error(PlainUnitsError::CannotWrite, {m_side.why()});
        ++m_written.units;
        ++m_written.rows;
        return {};
    }
    const PlainUnits::Written& written() const { return m_written; }

private:
    PlainSide& m_side;
    std::vector<GrownTable> m_tables;
    std::set<QByteArray> m_runs;
    PlainUnits::Written m_written;
};

Result<void> checkSame(PlainSide& side) {
    for (const QByteArray& table : side.tables())
        if (side.count(table, Side::Run) != side.count(table, Side::Copy))
            return Error(PlainUnitsError::OtherRows, {QString::fromUtf8(table)});
    for (const char* sums :
         {"SELECT ledger_account, currency, sum(amount_minor) FROM account_balance GROUP BY 1, 2 ORDER BY 1, 2",
          "SELECT seat, sequence, hash FROM audit_head ORDER BY seat"})
        if (side.text(sums, Side::Run) != side.text(sums, Side::Copy))
            return Error(PlainUnitsError::OtherRows, {QString::fromUtf8(sums)});
    return {};
}

} // namespace

Result<PlainUnits::Written> PlainUnits::writeAgain(const BenchPlace& place) {
    const auto side = PlainSide::open(place);
    if (!side->isOpen())
        return Error(PlainUnitsError::CannotRead, {side->why()});
    MH_TRY(auto tables, grownTables(*side));
    Replay replay(*side, std::move(tables));
    for (const PlainUnit& unit : side->newUnits())
        MH_CHECK(replay.write(unit));
    MH_CHECK(checkSame(*side));
    return replay.written();
}

} // namespace meterhall::bench
