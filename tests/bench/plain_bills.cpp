#include "tests/bench/plain_bills.h"

#include <QtEndian>

#include <libpq-fe.h>
#include <sqlite3.h>

namespace meterhall::bench {

namespace {

constexpr const char* billsInOrder =
    "SELECT b.account_id, b.tariff_version_id, b.accounting_month, b.ladder_on, b.read_to, "
    "b.usage_micro, b.total_minor, b.parts, b.inputs FROM bill b WHERE NOT EXISTS (SELECT 1 FROM bill_reversal v "
    "WHERE v.bill_id = b.id) ORDER BY b.account_id, b.read_to";
constexpr int totalColumn = 6;
constexpr int inputsColumn = 8;

class BillsOfSqlite final : public PlainBills {
public:
    explicit BillsOfSqlite(const QString& file) {
        sqlite3_open_v2(file.toUtf8().constData(), &m_connection, SQLITE_OPEN_READWRITE, nullptr);
        sqlite3_prepare_v2(m_connection, billsInOrder, -1, &m_statement, nullptr);
    }
    ~BillsOfSqlite() override {
        sqlite3_finalize(m_statement);
        sqlite3_close(m_connection);
    }
    Sums readAll() override {
        Sums sums;
        while (m_statement && sqlite3_step(m_statement) == SQLITE_ROW) {
            ++sums.bills;
            sums.totalMinor += sqlite3_column_int64(m_statement, totalColumn);
            if (sqlite3_column_blob(m_statement, inputsColumn) != nullptr)
                sums.inputBytes += sqlite3_column_bytes(m_statement, inputsColumn);
        }
        sqlite3_reset(m_statement);
        return sums;
    }
    QString why() const override { return QString::fromUtf8(sqlite3_errmsg(m_connection)); }

private:
    sqlite3* m_connection = nullptr;
    sqlite3_stmt* m_statement = nullptr;
};

class BillsOfPostgres final : public PlainBills {
public:
    explicit BillsOfPostgres(const QString& url)
        : m_connection(PQconnectdb(url.toUtf8().constData())) {
        PQclear(PQexec(m_connection, "SET search_path = meterhall"));
    }
    ~BillsOfPostgres() override { PQfinish(m_connection); }
    Sums readAll() override {
        constexpr int binary = 1;
        Sums sums;
        PQsendQueryParams(m_connection, billsInOrder, 0, nullptr, nullptr, nullptr, nullptr, binary);
        PQsetSingleRowMode(m_connection);
        while (PGresult* result = PQgetResult(m_connection)) {
            for (int row = 0; row < PQntuples(result); ++row) {
                ++sums.bills;
                sums.totalMinor += qFromBigEndian<qint64>(PQgetvalue(result, row, totalColumn));
                sums.inputBytes += PQgetlength(result, row, inputsColumn);
            }
            PQclear(result);
        }
        return sums;
    }
    QString why() const override { return QString::fromUtf8(PQerrorMessage(m_connection)); }

private:
    PGconn* m_connection;
};

} // namespace

Result<std::unique_ptr<PlainBills>> PlainBills::open(const BenchPlace& place) {
    if (place.onSqlite())
        return std::unique_ptr<PlainBills>(std::make_unique<BillsOfSqlite>(place.file()));
    return std::unique_ptr<PlainBills>(std::make_unique<BillsOfPostgres>(place.superuserUrl()));
}

} // namespace meterhall::bench
