#include "tests/bench/plain_readings.h"

#include "core/storage/database.h"

#include <libpq-fe.h>
#include <sqlite3.h>

namespace meterhall::bench {

namespace {

constexpr const char* sqliteTable =
    "CREATE TABLE plain (id INTEGER PRIMARY KEY, meter_id INTEGER NOT NULL, register_code TEXT NOT NULL, value_digits "
    "INTEGER NOT NULL, value_scale INTEGER NOT NULL, unit TEXT NOT NULL, meter_time INTEGER, clock_trust INTEGER NOT "
    "NULL, received_at INTEGER NOT NULL, received_on INTEGER NOT NULL, origin INTEGER NOT NULL, terminal TEXT NOT "
    "NULL, "
    "profile TEXT NOT NULL, doubts INTEGER NOT NULL, frame BLOB NOT NULL, same_key BLOB NOT NULL, supersedes INTEGER, "
    "unit_id INTEGER NOT NULL, UNIQUE (meter_id, register_code, same_key)) STRICT";
constexpr const char* postgresTable =
    "CREATE TABLE plain (id BIGINT PRIMARY KEY, meter_id BIGINT NOT NULL, register_code TEXT COLLATE \"C\" NOT NULL, "
    "value_digits BIGINT NOT NULL, value_scale INTEGER NOT NULL, unit TEXT NOT NULL, meter_time BIGINT, clock_trust "
    "INTEGER NOT NULL, received_at BIGINT NOT NULL, received_on INTEGER NOT NULL, origin INTEGER NOT NULL, terminal "
    "TEXT "
    "NOT NULL, profile TEXT NOT NULL, doubts INTEGER NOT NULL, frame BYTEA NOT NULL, same_key BYTEA NOT NULL, "
    "supersedes "
    "BIGINT, unit_id BIGINT NOT NULL, UNIQUE (meter_id, register_code, same_key))";

struct PlainRow {
    std::int64_t meter;
    QByteArray code;
    QByteArray unit;
    QByteArray profile;
    std::int64_t digits;
    std::int64_t meterTime;
    std::int64_t receivedAt;
    QByteArray key;
    const Bytes* frame;
};

PlainRow rowOf(const MeterReport& report) {
    const ReportedValue& value = report.values.front();
    PlainRow row{.meter = report.deviceAddress.right(8).toLongLong(),
                 .code = value.registerCode.toUtf8(),
                 .unit = value.unit.toUtf8(),
                 .profile = report.profile.toUtf8(),
                 .digits = value.value.digits,
                 .meterTime = report.meterTime->microseconds(),
                 .receivedAt = report.receivedAt.microseconds(),
                 .key = QByteArray("t"),
                 .frame = &report.frame};
    for (const std::int64_t number : {row.meterTime, row.digits})
        row.key.append(reinterpret_cast<const char*>(&number), sizeof number);
    row.key.append('\2');
    return row;
}

class PlainSqlite final : public PlainReadings {
public:
    explicit PlainSqlite(const QString& file) {
        m_good =
            sqlite3_open(file.toUtf8().constData(), &m_connection) == SQLITE_OK && run("PRAGMA journal_mode=WAL") &&
            run("PRAGMA synchronous=FULL") && run("PRAGMA cache_size=-32768") && run(sqliteTable) &&
            sqlite3_prepare_v2(m_connection,
                               "INSERT OR IGNORE INTO plain VALUES (?,?,?,?,2,?,?,1,?,20261120,4,'',?,0,?,?,NULL,1)",
                               -1, &m_insert, nullptr) == SQLITE_OK;
    }
    ~PlainSqlite() override {
        sqlite3_finalize(m_insert);
        sqlite3_close(m_connection);
    }

    bool store(const std::vector<MeterReport>& batch) override {
        bool good = m_good && run("BEGIN IMMEDIATE");
        for (const MeterReport& report : batch)
            good = good && insert(rowOf(report));
        return good && run("COMMIT");
    }
    QString why() const override { return QString::fromUtf8(sqlite3_errmsg(m_connection)); }

private:
    bool run(const char* sql) { return sqlite3_exec(m_connection, sql, nullptr, nullptr, nullptr) == SQLITE_OK; }
    void bind(int place, const QByteArray& text) {
        sqlite3_bind_text(m_insert, place, text.constData(), int(text.size()), SQLITE_STATIC);
    }
    bool insert(const PlainRow& row) {
        sqlite3_bind_int64(m_insert, 1, ++m_id);
        sqlite3_bind_int64(m_insert, 2, row.meter);
        bind(3, row.code);
        sqlite3_bind_int64(m_insert, 4, row.digits);
        bind(5, row.unit);
        sqlite3_bind_int64(m_insert, 6, row.meterTime);
        sqlite3_bind_int64(m_insert, 7, row.receivedAt);
        bind(8, row.profile);
        sqlite3_bind_blob(m_insert, 9, row.frame->data(), int(row.frame->size()), SQLITE_STATIC);
        sqlite3_bind_blob(m_insert, 10, row.key.constData(), int(row.key.size()), SQLITE_STATIC);
        const bool done = sqlite3_step(m_insert) == SQLITE_DONE;
        sqlite3_reset(m_insert);
        return done;
    }

    sqlite3* m_connection = nullptr;
    sqlite3_stmt* m_insert = nullptr;
    bool m_good = false;
    std::int64_t m_id = 0;
};

/// A binary COPY. It knows no ON CONFLICT: what comes twice is left out beforehand.
class PlainPostgres final : public PlainReadings {
public:
    explicit PlainPostgres(const QString& url)
        : m_connection(PQconnectdb(url.toUtf8().constData())) {
        m_good = PQstatus(m_connection) == CONNECTION_OK && run(postgresTable, PGRES_COMMAND_OK);
    }
    ~PlainPostgres() override { PQfinish(m_connection); }

    bool store(const std::vector<MeterReport>& batch) override {
        m_rows.assign("PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0\0", 19);
        for (const MeterReport& report : batch)
            if (report.receivedAt > m_last) {
                append(rowOf(report));
                m_last = report.receivedAt;
            }
        number<std::uint16_t>(0xFFFF);
        const bool sent = m_good && run("COPY plain FROM STDIN (FORMAT binary)", PGRES_COPY_IN) &&
                          PQputCopyData(m_connection, m_rows.data(), int(m_rows.size())) == 1 &&
                          PQputCopyEnd(m_connection, nullptr) == 1;
        bool good = sent;
        while (PGresult* result = PQgetResult(m_connection)) {
            good = good && PQresultStatus(result) == PGRES_COMMAND_OK;
            PQclear(result);
        }
        return good;
    }
    QString why() const override { return QString::fromUtf8(PQerrorMessage(m_connection)); }

private:
    bool run(const char* sql, ExecStatusType wanted) {
        PGresult* result = PQexec(m_connection, sql);
        const bool good = PQresultStatus(result) == wanted;
        PQclear(result);
        return good;
    }
    template <class T>
    void number(T value) {
        for (int shift = int(sizeof(T)) * 8 - 8; shift >= 0; shift -= 8)
            m_rows += char(std::uint64_t(value) >> shift & 0xFF);
    }
    template <class T>
    void field(T value) {
        number<std::uint32_t>(sizeof(T));
        number(value);
    }
    void field(const char* data, qsizetype size) {
        number(std::uint32_t(size));
        m_rows.append(data, std::size_t(size));
    }
    void append(const PlainRow& row) {
        constexpr std::uint16_t columns = 18;
        number(columns);
        field<std::int64_t>(++m_id);
        field(row.meter);
        field(row.code.constData(), row.code.size());
        field(row.digits);
        field<std::int32_t>(2);
        field(row.unit.constData(), row.unit.size());
        field(row.meterTime);
        field<std::int32_t>(1);
        field(row.receivedAt);
        field<std::int32_t>(20261120);
        field<std::int32_t>(4);
        field("", 0);
        field(row.profile.constData(), row.profile.size());
        field<std::int32_t>(0);
        field(reinterpret_cast<const char*>(row.frame->data()), qsizetype(row.frame->size()));
        field(row.key.constData(), row.key.size());
        number<std::uint32_t>(0xFFFFFFFF); // supersedes is null
        field<std::int64_t>(1);
    }

    PGconn* m_connection;
    std::string m_rows;
    Instant m_last = Instant::fromMicroseconds(0);
    bool m_good = false;
    std::int64_t m_id = 0;
};

} // namespace

Result<std::unique_ptr<PlainReadings>> PlainReadings::open(const BenchPlace& place) {
    if (place.onSqlite())
        return std::unique_ptr<PlainReadings>(
            std::make_unique<PlainSqlite>(place.folder() + QStringLiteral("/plain.db")));
    return std::unique_ptr<PlainReadings>(std::make_unique<PlainPostgres>(place.superuserUrl()));
}

Result<std::vector<QString>> deviceAddresses(const BenchPlace& place) {
    const QString url = place.onSqlite() ? QStringLiteral("sqlite:") + place.file() : place.superuserUrl();
    MH_TRY(const auto database, storage::Database::open(url, {}));
    return database->all("SELECT device_address FROM meter ORDER BY id", {},
                         [](const storage::Row& row) { return row.text(0); });
}

} // namespace meterhall::bench
