#include "tests/storage_support/engine_fixture.h"

namespace meterhall::tests {

namespace {
constexpr std::string_view commonSql = R"(
CREATE TABLE voucher (
    journal_id ${int64} PRIMARY KEY,
    unit_id ${int64} NOT NULL,
    booked_on ${int32} NOT NULL
) ${strict};
-- @guarded voucher duties=cashier,shift_lead via=function

CREATE TABLE voucher_line (
    journal_id ${int64} NOT NULL REFERENCES voucher (journal_id),
    line ${int32} NOT NULL,
    unit_id ${int64} NOT NULL,
    entity ${int32} NOT NULL,
    amount ${int64} NOT NULL,
    PRIMARY KEY (journal_id, line)
) ${clustered};
-- @guarded voucher_line duties=cashier,shift_lead via=function
-- @balanced voucher_line group=journal_id amount=amount also=entity

CREATE TABLE sample (
    id ${int64} PRIMARY KEY,
    unit_id ${int64} NOT NULL,
    small ${int32},
    big ${int64},
    note ${text},
    data ${bytes},
    UNIQUE (small, big)
) ${strict};
-- @guarded sample duties=review_clerk via=copy

CREATE TABLE tick_day (
    id ${int64} PRIMARY KEY,
    unit_id ${int64} NOT NULL,
    meter ${int64} NOT NULL,
    value ${int64} NOT NULL
) ${strict};
CREATE INDEX tick_day_meter ON tick_day (meter);
-- @guarded tick_day duties=engineer via=copy as=tick

CREATE TABLE tick_month (
    meter ${int64} NOT NULL,
    id ${int64} NOT NULL,
    unit_id ${int64} NOT NULL,
    value ${int64} NOT NULL,
    PRIMARY KEY (meter, id)
) ${clustered};
-- @guarded tick_month duties=engineer via=copy as=tick

CREATE TABLE counter (
    name ${text} PRIMARY KEY,
    value ${int64} NOT NULL CHECK (value >= 0)
) ${strict};
-- @table counter insert=cashier update=cashier delete=cashier
)";

constexpr std::string_view sqliteSql = R"(
CREATE TRIGGER voucher_open_day BEFORE INSERT ON voucher WHEN NEW.booked_on = 20261119
BEGIN SELECT RAISE(ABORT, 'refused:closed_day'); END;
)";

constexpr std::string_view postgresSql = R"(
CREATE FUNCTION check_voucher() RETURNS TRIGGER LANGUAGE plpgsql SECURITY DEFINER SET search_path = meterhall, pg_temp
AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM new_rows WHERE booked_on = 20261119) THEN
        RAISE EXCEPTION 'closed_day' USING ERRCODE = 'MH002';
    END IF;
    RETURN NULL;
END
$$;
-- @check voucher function=check_voucher
)";
} // namespace

std::vector<storage::Migration> EngineTest::extraMigrations() {
    return {
        {0, QStringLiteral("engine_test"), std::string(commonSql), std::string(sqliteSql), std::string(postgresSql)}};
}

Result<void> EngineTest::writeJournal(storage::UnitOfWork& work, std::int64_t id,
                                      const std::vector<std::pair<int, std::int64_t>>& lines) {
    MH_CHECK(work.insertGuarded("voucher", {{"journal_id", id}, {"booked_on", 20261120}}));
    std::vector<storage::Values> rows;
    rows.reserve(lines.size());
    for (const auto& [entity, amount] : lines)
        rows.push_back({id, int(rows.size()) + 1, entity, amount});
    return work.insertGuardedRows("voucher_line", {"journal_id", "line", "entity", "amount"}, rows);
}

Result<void> EngineTest::writeSample(storage::UnitOfWork& work, std::int64_t id, const QString& note) {
    return work.insertGuarded(
        "sample", {{"id", id}, {"small", 7}, {"big", id * 3}, {"note", note}, {"data", storage::emptyHash()}});
}

std::int64_t EngineTest::count(std::string_view sql, const storage::Values& values) {
    const auto number = database().number(sql, values);
    return number.ok() ? *number : -1;
}

std::unique_ptr<storage::Database> EngineTest::superuser() {
    return testDatabase().open(QStringLiteral("postgres"));
}

std::string EngineTest::withoutGuards(const std::string& sql, const std::string& table) {
    if (!isSqlite())
        return "ALTER TABLE " + table + " DISABLE TRIGGER ALL; " + sql + "; ALTER TABLE " + table +
               " ENABLE TRIGGER ALL; DO $$ DECLARE t NAME; BEGIN FOR t IN SELECT tgname FROM pg_trigger WHERE tgrelid "
               "= '" +
               table + "'::regclass AND NOT tgisinternal LOOP EXECUTE format('ALTER TABLE " + table +
               " ENABLE ALWAYS TRIGGER %I', t); END LOOP; END $$";
    std::string script;
    std::string restore;
    const auto triggers = database().all(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?", {table},
        [](const storage::Row& row) { return std::pair(std::string(row.utf8(0)), std::string(row.utf8(1))); });
    for (const auto& [name, text] : *triggers) {
        script += "DROP TRIGGER " + name + ";";
        restore += ";" + text;
    }
    return script + sql + restore;
}

Result<void> EngineTest::tamper(const std::string& sql, const std::string& table) {
    const auto all = superuser();
    if (isSqlite())
        MH_CHECK(all->driver().script("PRAGMA foreign_keys = OFF"));
    return all->driver().script(withoutGuards(sql, table));
}

} // namespace meterhall::tests
