#include "tests/bench/plain_accounts.h"

#include <libpq-fe.h>
#include <sqlite3.h>

namespace meterhall::bench {

namespace {

const QByteArray accountsByNumber =
    "SELECT a.id, a.number, c.name, p.address, b.number FROM account a JOIN customer c ON c.id = a.customer_id "
    "JOIN service_point s ON s.id = a.service_point_id JOIN premise p ON p.id = s.premise_id "
    "JOIN book b ON b.id = s.book_id WHERE a.number >= $1 ORDER BY a.number LIMIT 20";

class AccountsOfSqlite final : public PlainAccounts {
public:
    explicit AccountsOfSqlite(const QString& file) {
        sqlite3_open_v2(file.toUtf8().constData(), &m_connection, SQLITE_OPEN_READWRITE, nullptr);
        sqlite3_prepare_v2(m_connection, accountsByNumber.constData(), -1, &m_statement, nullptr);
    }
    ~AccountsOfSqlite() override {
        sqlite3_finalize(m_statement);
        sqlite3_close(m_connection);
    }
    int from(const QByteArray& number) override {
        sqlite3_bind_text(m_statement, 1, number.constData(), int(number.size()), SQLITE_STATIC);
        int rows = 0;
        while (m_statement && sqlite3_step(m_statement) == SQLITE_ROW)
            rows += sqlite3_column_text(m_statement, 3) != nullptr;
        sqlite3_reset(m_statement);
        return rows;
    }
    QString why() const override { return QString::fromUtf8(sqlite3_errmsg(m_connection)); }

private:
    sqlite3* m_connection = nullptr;
    sqlite3_stmt* m_statement = nullptr;
};

class AccountsOfPostgres final : public PlainAccounts {
public:
    explicit AccountsOfPostgres(const QString& url)
        : m_connection(PQconnectdb(url.toUtf8().constData())) {
        PQclear(PQexec(m_connection, "SET search_path = meterhall"));
        PQclear(PQprepare(m_connection, "accounts", accountsByNumber.constData(), 1, nullptr));
    }
    ~AccountsOfPostgres() override { PQfinish(m_connection); }
    int from(const QByteArray& number) override {
        const char* const value = number.constData();
        constexpr int binary = 1;
        PGresult* result = PQexecPrepared(m_connection, "accounts", 1, &value, nullptr, nullptr, binary);
        const int rows = PQntuples(result);
        PQclear(result);
        return rows;
    }
    QString why() const override { return QString::fromUtf8(PQerrorMessage(m_connection)); }

private:
    PGconn* m_connection;
};

} // namespace

Result<std::unique_ptr<PlainAccounts>> PlainAccounts::open(const BenchPlace& place) {
    if (place.onSqlite())
        return std::unique_ptr<PlainAccounts>(std::make_unique<AccountsOfSqlite>(place.file()));
    return std::unique_ptr<PlainAccounts>(std::make_unique<AccountsOfPostgres>(place.superuserUrl()));
}

} // namespace meterhall::bench
