#include "core/storage/schema.h"

#include <QSet>

namespace meterhall::storage {

namespace {
constexpr std::string_view sqliteFacts = R"(
WITH tables(name) AS (
    SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\_%' ESCAPE '\'),
keys(table_name, key, columns) AS (
    SELECT t.name, 'primary key', (SELECT group_concat(name, ', ') FROM
        (SELECT c.name FROM pragma_table_info(t.name) c WHERE c.pk > 0 ORDER BY c.pk)) FROM tables t
    UNION ALL
    SELECT t.name, CASE i."unique" WHEN 1 THEN 'unique' ELSE 'index' END, (SELECT group_concat(name, ', ') FROM
        (SELECT coalesce(x.name, '(expression)') AS name FROM pragma_index_info(i.name) x ORDER BY x.seqno))
        || CASE i.partial WHEN 1 THEN ' partial' ELSE '' END
    FROM tables t, pragma_index_list(t.name) i WHERE i.origin <> 'pk')
SELECT 'table ' || name FROM tables
UNION ALL
SELECT 'column ' || t.name || '.' || c.name || ' ' || CASE c.type WHEN 'INTEGER' THEN 'integer' WHEN 'TEXT' THEN 'text'
    WHEN 'BLOB' THEN 'bytes' ELSE c.type END || CASE WHEN c."notnull" OR c.pk > 0 THEN ' not null' ELSE '' END
FROM tables t, pragma_table_info(t.name) c
UNION ALL
SELECT DISTINCT key || ' ' || table_name || ' (' || columns || ')' FROM keys WHERE columns IS NOT NULL
UNION ALL
SELECT 'foreign key ' || table_name || ' (' || group_concat(source, ', ') || ') -> ' || target || ' (' ||
    group_concat(aim, ', ') || ')'
FROM (SELECT t.name AS table_name, f.id, f."from" AS source, f."table" AS target, f."to" AS aim
      FROM tables t, pragma_foreign_key_list(t.name) f ORDER BY t.name, f.id, f.seq) GROUP BY table_name, id
UNION ALL
SELECT 'guard ' || u.tbl_name FROM sqlite_schema u JOIN sqlite_schema d ON d.tbl_name = u.tbl_name
WHERE u.type = 'trigger' AND u.name = u.tbl_name || '_no_update' AND d.name = d.tbl_name || '_no_delete'
)";

constexpr std::string_view postgresFacts = R"(
WITH tables(oid, name) AS (
    SELECT c.oid, c.relname::TEXT FROM pg_class c
    WHERE c.relnamespace = 'meterhall'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition)
SELECT 'table ' || name FROM tables
UNION ALL
SELECT 'column ' || t.name || '.' || a.attname || ' ' || CASE a.atttypid::regtype::TEXT WHEN 'bigint' THEN 'integer'
    WHEN 'integer' THEN 'integer' WHEN 'text' THEN 'text' WHEN 'bytea' THEN 'bytes' ELSE a.atttypid::regtype::TEXT END
    || CASE WHEN a.attnotnull THEN ' not null' ELSE '' END
FROM tables t JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
UNION ALL
SELECT DISTINCT CASE WHEN i.indisprimary THEN 'primary key ' WHEN i.indisunique THEN 'unique ' ELSE 'index ' END || t.name
    || ' (' || (SELECT string_agg(coalesce(a.attname::TEXT, '(expression)'), ', ' ORDER BY k.place)
                FROM unnest(i.indkey::SMALLINT[]) WITH ORDINALITY k(number, place)
                LEFT JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.number AND k.number > 0)
    || CASE WHEN i.indpred IS NULL THEN '' ELSE ' partial' END || ')'
FROM tables t JOIN pg_index i ON i.indrelid = t.oid
UNION ALL
SELECT 'foreign key ' || t.name || ' (' || (SELECT string_agg(a.attname::TEXT, ', ' ORDER BY k.place)
        FROM unnest(f.conkey) WITH ORDINALITY k(number, place) JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.number)
    || ') -> ' || o.relname || ' (' || (SELECT string_agg(a.attname::TEXT, ', ' ORDER BY k.place)
        FROM unnest(f.confkey) WITH ORDINALITY k(number, place)
        JOIN pg_attribute a ON a.attrelid = o.oid AND a.attnum = k.number) || ')'
FROM tables t JOIN pg_constraint f ON f.conrelid = t.oid AND f.contype = 'f' JOIN pg_class o ON o.oid = f.confrelid
UNION ALL
SELECT 'guard ' || t.name FROM tables t JOIN pg_trigger g ON g.tgrelid = t.oid
WHERE g.tgname = t.name || '_no_change' AND g.tgenabled = 'A'
)";
} // namespace

Result<QStringList> describeSchema(Database& database) {
    MH_TRY(const auto facts, database.all(database.isSqlite() ? sqliteFacts : postgresFacts, {},
                                          [](const Row& row) { return row.text(0); }));
    QStringList lines(facts.begin(), facts.end());
    lines.sort();
    return lines;
}

QStringList schemaDifferences(const QStringList& here, const QStringList& there) {
    const auto missing = [](const QStringList& from, const QStringList& in, const QString& label) {
        const QSet<QString> known(in.begin(), in.end());
        QStringList lines;
        for (const QString& line : from) {
            if (!known.contains(line))
                lines += label + line;
        }
        return lines;
    };
    return missing(here, there, QStringLiteral("only here: ")) + missing(there, here, QStringLiteral("only there: "));
}

} // namespace meterhall::storage
