#include "core/storage/database.h"

#include "core/storage/catalogue.h"
#include "core/storage/postgres_driver.h"
#include "core/storage/sqlite_driver.h"

namespace meterhall::storage {

namespace {
constexpr std::size_t maxKeptStatements = 400;

/// First keyword of the statement: reading and writing have different doors.
bool isQuery(std::string_view sql) {
    constexpr std::array<std::string_view, 5> words{"SELECT", "WITH", "EXPLAIN", "VALUES", "PRAGMA"};
    const std::size_t start = sql.find_first_not_of(" \t\r\n(");
    if (start == std::string_view::npos)
        return false;
    const std::string_view rest = sql.substr(start);
    const auto sameLetter = [](char a, char b) { return a == static_cast<char>(b & ~0x20); };
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
        return rest.size() > word.size() && std::equal(word.begin(), word.end(), rest.begin(), sameLetter);
    });
}
} // namespace

/// A statement of the cache while it is in use; a second user of the same text gets a statement of its own.
class Database::Lent {
public:
    explicit Lent(Cached* cached)
        : m_cached(cached) {
        m_cached->inUse = true;
    }
    explicit Lent(std::unique_ptr<Statement> own)
        : m_own(std::move(own)) {}
    Lent(Lent&& other) noexcept
        : m_cached(std::exchange(other.m_cached, nullptr))
        , m_own(std::move(other.m_own)) {}
    Lent& operator=(Lent&&) = delete;
    Lent(const Lent&) = delete;
    Lent& operator=(const Lent&) = delete;
    ~Lent() {
        if (!m_cached)
            return;
        m_cached->statement->reset();
        m_cached->inUse = false;
    }
    Statement* operator->() const { return m_cached ? m_cached->statement.get() : m_own.get(); }
    Statement& operator*() const { return *operator->(); }

private:
    Cached* m_cached = nullptr;
    std::unique_ptr<Statement> m_own;
};

Database::Database(std::unique_ptr<Driver> driver, QString file)
    : m_driver(std::move(driver))
    , m_file(std::move(file))
    , m_thread(QThread::currentThread()) {}

Database::~Database() {
    m_statements.clear(); // before the connection they belong to
}

Result<std::unique_ptr<Database>> Database::open(QStringView url, const OpenOptions& options) {
    constexpr QStringView sqlite = u"sqlite:";
    if (url.startsWith(sqlite)) {
        const QString file = url.mid(sqlite.size()).toString();
        MH_TRY(auto driver, options.onlyLook ? openSqliteToLook(file)
                                             : openSqlite(file, {options.createFile, options.busyMilliseconds}));
        return std::unique_ptr<Database>(new Database(std::move(driver), file));
    }
    if (!url.startsWith(u"postgresql://"))
        return StorageError::BadUrl;
    PostgresOptions postgres;
    postgres.password = options.password;
    postgres.applicationName = options.applicationName;
    postgres.connectSeconds = options.connectSeconds;
    MH_TRY(auto driver, openPostgres(url.toString(), postgres));
    auto database = std::unique_ptr<Database>(new Database(std::move(driver), QString()));
    MH_TRY(database->m_login, database->one("SELECT session_user", {}, [](const Row& row) { return row.text(0); }));
    return database;
}

Driver& Database::driver() {
    Q_ASSERT_X(QThread::currentThread() == m_thread, "Database", "a connection belongs to the thread that opened it");
    return *m_driver;
}

Result<Database::Lent> Database::lend(std::string_view sql) {
    auto found = m_statements.find(std::string(sql));
    if (found != m_statements.end() && !found->second.inUse)
        return Lent(&found->second);
    MH_TRY(const std::string expanded, expandMacros(sql, kind()));
    MH_TRY(auto statement, driver().prepare(expanded));
    if (found != m_statements.end() || m_statements.size() >= maxKeptStatements)
        return Lent(std::move(statement));
    found = m_statements.emplace(std::string(sql), Cached{std::move(statement), false}).first;
    return Lent(&found->second);
}

Result<void> Database::each(std::string_view sql, const Values& values,
                            const std::function<Result<void>(const Row&)>& visit) {
    if (!isQuery(sql))
        return StorageError::NotAQuery;
    MH_TRY(const Lent statement, lend(sql));
    MH_CHECK(statement->start(values));
    for (;;) {
        MH_TRY(const bool more, statement->next());
        if (!more)
            return {};
        const Row row(*statement);
        MH_CHECK(visit(row));
        MH_CHECK(row.check());
    }
}

Result<void> Database::stream(std::string_view sql, const Values& values,
                              const std::function<Result<void>(const Row&)>& visit) {
    if (isSqlite())
        return each(sql, values, visit);
    if (!isQuery(sql) || !driver().inTransaction())
        return StorageError::NotAQuery;
    const std::string cursor = "mh_cursor_" + std::to_string(++m_lastCursor);
    MH_TRY(const std::string expanded, expandMacros(sql, kind()));
    {
        MH_TRY(const auto declare, driver().prepare("DECLARE " + cursor + " NO SCROLL CURSOR FOR " + expanded));
        MH_CHECK(declare->execute(values));
    }
    MH_TRY(const auto fetch, driver().prepare("FETCH 2000 FROM " + cursor));
    for (bool more = true; more;) {
        more = false;
        MH_CHECK(fetch->start({}));
        for (;;) {
            MH_TRY(const bool found, fetch->next());
            if (!found)
                break;
            more = true;
            const Row row(*fetch);
            MH_CHECK(visit(row));
            MH_CHECK(row.check());
        }
    }
    return driver().script("CLOSE " + cursor);
}

Result<void> Database::first(std::string_view sql, const Values& values,
                             const std::function<Result<void>(const Row&)>& visit) {
    if (!isQuery(sql))
        return StorageError::NotAQuery;
    MH_TRY(const Lent statement, lend(sql));
    MH_CHECK(statement->start(values));
    MH_TRY(const bool found, statement->next());
    if (!found)
        return {};
    const Row row(*statement);
    MH_CHECK(visit(row));
    return row.check();
}

Result<std::int64_t> Database::number(std::string_view sql, const Values& values) {
    return one(sql, values, [](const Row& row) { return row.isNull(0) ? std::int64_t(0) : row.integer(0); });
}

Result<bool> Database::exists(std::string_view sql, const Values& values) {
    bool found = false;
    MH_CHECK(first(sql, values, [&](const Row&) -> Result<void> {
        found = true;
        return {};
    }));
    return found;
}

Result<std::int64_t> Database::executeUnaudited(std::string_view sql, const Values& values) {
    MH_TRY(const Lent statement, lend(sql));
    return statement->execute(values);
}

Result<void> Database::onlyRead() {
    return driver().script(isSqlite() ? "PRAGMA query_only = ON" : "SET default_transaction_read_only = on");
}

Result<const Catalogue*> Database::catalogue() {
    if (!m_catalogue) {
        MH_TRY(Catalogue read, Catalogue::read(*this));
        m_catalogue = std::make_unique<Catalogue>(std::move(read));
    }
    return m_catalogue.get();
}

void Database::forgetCatalogue() {
    m_catalogue.reset();
}

ReadView::ReadView(Database* database)
    : m_database(database) {}

ReadView::ReadView(ReadView&& other) noexcept
    : m_database(std::exchange(other.m_database, nullptr)) {}

Result<ReadView> ReadView::begin(Database& database) {
    if (database.driver().inTransaction())
        return ReadView(nullptr);
    MH_CHECK(
        database.driver().script(database.isSqlite() ? "BEGIN" : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"));
    return ReadView(&database);
}

ReadView::~ReadView() {
    // A read view wrote nothing: when its end fails the connection is lost, and the next call says so.
    if (m_database)
        (void)m_database->driver().script("ROLLBACK").ok();
}

} // namespace meterhall::storage
