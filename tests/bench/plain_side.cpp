#include "tests/bench/plain_side.h"

#include <libpq-fe.h>
#include <map>
#include <set>
#include <sqlite3.h>

namespace meterhall::bench {

QByteArray PlainSide::text(const QByteArray& query, Side side) {
    QByteArray all;
    for (const auto& row : rows(query, side))
        for (const QByteArray& cell : row)
            all += cell + '|';
    all.chop(1);
    return all;
}

// Whoever signs in begins an epoch of the seat: units of later ones than the copy knows are new.
std::vector<PlainUnit> PlainSide::newUnits() {
    QByteArray isNew;
    for (const auto& head : rows("SELECT seat, epoch FROM audit_head", Side::Copy))
        isNew += (isNew.isEmpty() ? "(seat = " : " OR (seat = ") + head[0] + " AND epoch > " + head[1] + ')';
    std::vector<PlainUnit> units;
    for (const auto& unit : rows("SELECT unit_id, seat, operator, CASE WHEN EXISTS (SELECT 1 FROM billing_run r "
                                 "WHERE CAST(r.number AS TEXT) = details) THEN details ELSE '' END FROM audit_entry "
                                 "WHERE " +
                                     isNew + " ORDER BY at, unit_id",
                                 Side::Run))
        units.push_back({unit[0], unit[1], unit[2], unit[3]});
    return units;
}

namespace {

class SqliteSide final : public PlainSide {
public:
    explicit SqliteSide(const BenchPlace& place) {
        m_open = open(place.file(), m_run) && open(place.copyFile(), m_copy) &&
                 run(m_copy, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
                             "PRAGMA recursive_triggers = ON; PRAGMA trusted_schema = OFF; PRAGMA cache_size = -32768;"
                             "PRAGMA temp_store = MEMORY;");
    }
    ~SqliteSide() override {
        forget();
        for (const auto& [table, insert] : m_inserts)
            sqlite3_finalize(insert);
        sqlite3_close(m_run);
        sqlite3_close(m_copy);
    }

    bool isOpen() const override { return m_open; }
    QString why() const override {
        return QString::fromUtf8(sqlite3_errmsg(m_run)) + QStringLiteral(" / ") +
               QString::fromUtf8(sqlite3_errmsg(m_copy));
    }
    std::vector<QByteArray> tables() override {
        std::vector<QByteArray> names;
        for (const auto& row : rows("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
                                    "ORDER BY rowid",
                                    Side::Run))
            names.push_back(row[0]);
        return names;
    }
    bool hasUnit(const QByteArray& table) override {
        return !rows("SELECT 1 FROM pragma_table_info('" + table + "') WHERE name = 'unit_id'", Side::Run).empty();
    }
    bool makeFindable(const QByteArray& table, const QByteArray& column) override {
        return run(m_run, "CREATE INDEX plain_" + table + " ON " + table + " (" + column + ")");
    }

    bool begin(const PlainUnit& unit) override {
        forget();
        return keep("audit_entry", "unit_id", unit.id, m_entry) == 1;
    }
    std::int64_t read(const QByteArray& table, const QByteArray& key, const QByteArray& value) override {
        return keep(table, key, value, m_rows);
    }
    bool write(const PlainUnit& unit) override {
        bool good = run(m_copy, "BEGIN IMMEDIATE");
        for (const Kept& row : m_rows)
            good = good && insert(row);
        return good && insert(m_entry.front()) &&
               run(m_copy, "UPDATE audit_head SET (epoch, sequence, hash) = (SELECT epoch, sequence, hash FROM "
                           "audit_entry WHERE unit_id = " +
                               unit.id + ") WHERE seat = " + unit.seat) &&
               run(m_copy, "COMMIT");
    }

private:
    struct Kept {
        sqlite3_stmt* insert;
        std::vector<sqlite3_value*> cells;
    };

    static bool open(const QString& file, sqlite3*& connection) {
        return sqlite3_open_v2(file.toUtf8().constData(), &connection, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX,
                               nullptr) == SQLITE_OK;
    }
    static bool run(sqlite3* connection, const QByteArray& sql) {
        return sqlite3_exec(connection, sql.constData(), nullptr, nullptr, nullptr) == SQLITE_OK;
    }
    Texts rows(const QByteArray& query, Side side) override {
        Texts found;
        sqlite3_stmt* statement = nullptr;
        sqlite3_prepare_v2(side == Side::Run ? m_run : m_copy, query.constData(), -1, &statement, nullptr);
        while (statement && sqlite3_step(statement) == SQLITE_ROW) {
            auto& row = found.emplace_back();
            for (int column = 0; column < sqlite3_column_count(statement); ++column) {
                const auto* data = static_cast<const char*>(sqlite3_column_blob(statement, column));
                row.emplace_back(data, sqlite3_column_bytes(statement, column));
            }
        }
        sqlite3_finalize(statement);
        return found;
    }

    sqlite3_stmt* insertInto(const QByteArray& table, int columns) {
        sqlite3_stmt*& insert = m_inserts[table];
        if (!insert)
            sqlite3_prepare_v2(
                m_copy,
                ("INSERT INTO " + table + " VALUES (?" + QByteArray(",?").repeated(columns - 1) + ")").constData(), -1,
                &insert, nullptr);
        return insert;
    }
    std::int64_t keep(const QByteArray& table, const QByteArray& key, const QByteArray& value,
                      std::vector<Kept>& rows) {
        sqlite3_stmt* select = nullptr;
        sqlite3_prepare_v2(m_run,
                           ("SELECT * FROM " + table + " WHERE " + key + " = " + value + " ORDER BY rowid").constData(),
                           -1, &select, nullptr);
        std::int64_t count = 0;
        for (; select && sqlite3_step(select) == SQLITE_ROW; ++count) {
            Kept& row = rows.emplace_back(Kept{insertInto(table, sqlite3_column_count(select)), {}});
            for (int column = 0; column < sqlite3_column_count(select); ++column)
                row.cells.push_back(sqlite3_value_dup(sqlite3_column_value(select, column)));
        }
        sqlite3_finalize(select);
        return count;
    }
    static bool insert(const Kept& row) {
        int place = 0;
        for (const sqlite3_value* cell : row.cells)
            sqlite3_bind_value(row.insert, ++place, cell);
        const bool done = sqlite3_step(row.insert) == SQLITE_DONE;
        return sqlite3_reset(row.insert) == SQLITE_OK && done;
    }
    void forget() {
        for (auto* rows : {&m_rows, &m_entry}) {
            for (const Kept& row : *rows)
                for (sqlite3_value* cell : row.cells)
                    sqlite3_value_free(cell);
            rows->clear();
        }
    }

    sqlite3* m_run = nullptr;
    sqlite3* m_copy = nullptr;
    bool m_open = false;
    std::map<QByteArray, sqlite3_stmt*> m_inserts;
    std::vector<Kept> m_rows;
    std::vector<Kept> m_entry;
};

/// Rows enter a table as its declaration wants it: by a binary COPY, or by the table's function.
class PostgresSide final : public PlainSide {
public:
    explicit PostgresSide(const BenchPlace& place)
        : m_place(place)
        , m_run(connect(place.superuserUrl()))
        , m_copy(connect(place.copyUrl({}))) {
        for (const auto& table : rows("SELECT name FROM guarded_table WHERE route = 'function'", Side::Run))
            m_byFunction.insert(table[0]);
    }
    ~PostgresSide() override {
        for (const auto& [seat, connection] : m_seats)
            PQfinish(connection);
        PQfinish(m_run);
        PQfinish(m_copy);
    }

    bool isOpen() const override { return PQstatus(m_run) == CONNECTION_OK && PQstatus(m_copy) == CONNECTION_OK; }
    QString why() const override {
        QString all;
        for (PGconn* connection : {m_run, m_copy, m_seat})
            all += connection ? QString::fromUtf8(PQerrorMessage(connection)) : QString();
        return all;
    }
    std::vector<QByteArray> tables() override {
        std::vector<QByteArray> names;
        for (const auto& row : rows("SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = "
                                    "'meterhall'::regnamespace ORDER BY oid",
                                    Side::Run))
            names.push_back(row[0]);
        return names;
    }
    bool hasUnit(const QByteArray& table) override {
        return !rows("SELECT 1 FROM pg_attribute WHERE attrelid = '" + table + "'::regclass AND attname = 'unit_id'",
                     Side::Run)
                    .empty();
    }
    bool makeFindable(const QByteArray& table, const QByteArray& column) override {
        return run(m_run, "CREATE INDEX ON " + table + " (" + column + ")");
    }

    bool begin(const PlainUnit& unit) override {
        m_pieces.clear();
        const auto entries =
            rows("SELECT 'SELECT append_audit(' || concat_ws(', ', unit_id, quote_literal(action), at, "
                 "coalesce(business_day::text, 'NULL'), quote_literal(details), row_count, "
                 "quote_literal(digest), 0) || ')' FROM audit_entry WHERE unit_id = " +
                     unit.id,
                 Side::Run);
        if (entries.size() != 1)
            return false;
        m_entry = entries.front().front();
        return claim(unit);
    }
    std::int64_t read(const QByteArray& table, const QByteArray& key, const QByteArray& value) override {
        const QByteArray ofUnit = " FROM " + table + " t WHERE " + key + " = " + value;
        if (m_byFunction.contains(table)) {
            const auto json =
                rows("SELECT jsonb_agg(jsonb_strip_nulls(to_jsonb(t)) ORDER BY t.ctid), count(*)" + ofUnit, Side::Run);
            const std::int64_t count = json.front()[1].toLongLong();
            if (count > 0)
                m_pieces.push_back({"SELECT insert_" + table + "($1::jsonb)", json.front()[0], true});
            return count;
        }
        Piece piece{"COPY " + table + " FROM STDIN (FORMAT binary)", {}, false};
        const std::int64_t count =
            copyOut("COPY (SELECT *" + ofUnit + " ORDER BY t.ctid) TO STDOUT (FORMAT binary)", piece.rows);
        if (count > 0)
            m_pieces.push_back(std::move(piece));
        return count;
    }
    bool write(const PlainUnit&) override {
        bool good = run(m_seat, "BEGIN");
        for (const Piece& piece : m_pieces)
            good = good && (piece.byFunction ? callWith(piece) : copyIn(piece));
        return good && run(m_seat, m_entry) && run(m_seat, "COMMIT");
    }

private:
    struct Piece {
        QByteArray statement;
        QByteArray rows;
        bool byFunction = false;
    };

    static PGconn* connect(const QString& url) {
        PGconn* connection = PQconnectdb(url.toUtf8().constData());
        run(connection, "SET search_path = meterhall, pg_temp; SET jit = off; SET enable_seqscan = off");
        return connection;
    }
    static bool isGood(PGresult* result) {
        const ExecStatusType status = PQresultStatus(result);
        PQclear(result);
        return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_COPY_IN;
    }
    static bool run(PGconn* connection, const QByteArray& sql) { return isGood(PQexec(connection, sql.constData())); }
    Texts rows(const QByteArray& query, Side side) override {
        Texts found;
        PGresult* result = PQexec(side == Side::Run ? m_run : m_copy, query.constData());
        for (int row = 0; row < PQntuples(result); ++row) {
            auto& cells = found.emplace_back();
            for (int column = 0; column < PQnfields(result); ++column)
                cells.emplace_back(PQgetvalue(result, row, column), PQgetlength(result, row, column));
        }
        PQclear(result);
        return found;
    }
    /// The login of the seat holds it, as in the program.
    bool claim(const PlainUnit& unit) {
        PGconn*& connection = m_seats[unit.seat];
        const bool isNew = connection == nullptr;
        if (isNew)
            connection = connect(m_place.copyUrl(QString::fromUtf8(unit.login)));
        m_seat = connection;
        return !isNew || run(m_seat, "SELECT claim_seat(" + unit.seat + ", 0)");
    }

    std::int64_t copyOut(const QByteArray& statement, QByteArray& rows) {
        PQclear(PQexec(m_run, statement.constData()));
        char* row = nullptr;
        for (int size = PQgetCopyData(m_run, &row, 0); size > 0; size = PQgetCopyData(m_run, &row, 0)) {
            rows.append(row, size);
            PQfreemem(row);
        }
        std::int64_t count = 0;
        while (PGresult* result = PQgetResult(m_run)) {
            count += QByteArray(PQcmdTuples(result)).toLongLong();
            PQclear(result);
        }
        return count;
    }
    bool copyIn(const Piece& piece) {
        bool good = run(m_seat, piece.statement) &&
                    PQputCopyData(m_seat, piece.rows.constData(), int(piece.rows.size())) == 1 &&
                    PQputCopyEnd(m_seat, nullptr) == 1;
        while (PGresult* result = PQgetResult(m_seat))
            good = isGood(result) && good;
        return good;
    }
    bool callWith(const Piece& piece) {
        const char* value = piece.rows.constData();
        return isGood(PQexecParams(m_seat, piece.statement.constData(), 1, nullptr, &value, nullptr, nullptr, 1));
    }

    const BenchPlace& m_place;
    PGconn* m_run;
    PGconn* m_copy;
    PGconn* m_seat = nullptr; ///< of the unit
    std::map<QByteArray, PGconn*> m_seats;
    std::set<QByteArray> m_byFunction;
    std::vector<Piece> m_pieces;
    QByteArray m_entry;
};

} // namespace

std::unique_ptr<PlainSide> PlainSide::open(const BenchPlace& place) {
    if (place.onSqlite())
        return std::make_unique<SqliteSide>(place);
    return std::make_unique<PostgresSide>(place);
}

} // namespace meterhall::bench
