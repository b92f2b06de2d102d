#pragma once

#include "core/storage/driver.h"

#include <QThread>

#include <unordered_map>

namespace meterhall::storage {

class Catalogue;

struct OpenOptions {
    QByteArray password = {};
    QString applicationName = QStringLiteral("meterhall");
    bool createFile = true;      ///< SQLite: make the file when it is not there
    int busyMilliseconds = 5000; ///< SQLite: how long to wait for another writer
    int connectSeconds = 10;     ///< PostgreSQL
    /// SQLite: the file may be somebody else's, and nothing of it is changed, not even its mode. Never made.
    bool onlyLook = false;
};

namespace detail {
template <class T>
struct Unwrapped {
    using Type = T;
};
template <class T>
struct Unwrapped<Result<T>> {
    using Type = T;
};
} // namespace detail

/// One connection, used by the thread that opened it. It reads; whatever writes is a UnitOfWork.
///
///     MH_TRY(auto database, Database::open(u"sqlite:/var/lib/meterhall/town.db", {}));
///     MH_TRY(const auto names, database->all("SELECT id, name FROM customer WHERE district = ?", {district},
///                                            [](const Row& row) { return row.text(1); }));
///
/// SQL is UTF-8 with `?` placeholders and the macros of dialect.h, the same text for both engines where possible
/// (kind() tells them apart). Prepared statements are kept by their text, so SQL should be a literal.
class Database {
public:
    /// `sqlite:FILE` or `postgresql://user@host:port/name` (the password goes into the options or .pgpass, never into
    /// the address; a socket folder: `postgresql://user@/name?host=/run/postgresql&port=5433`). Does not look at the
    /// schema: see requireCurrentSchema() and migrate() in migrations.h. Refuses weak durability.
    static Result<std::unique_ptr<Database>> open(QStringView url, const OpenOptions& options);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    DatabaseKind kind() const { return m_driver->kind(); }
    bool isSqlite() const { return kind() == DatabaseKind::Sqlite; }
    /// The login of the connection on PostgreSQL (never the role it may have taken on); empty on SQLite.
    const QString& login() const { return m_login; }
    /// The file of an SQLite database, empty on PostgreSQL.
    const QString& file() const { return m_file; }

    /// All rows; `map(const Row&)` gives a value or a Result of it.
    template <class Map>
    auto all(std::string_view sql, const Values& values, Map map) {
        using T = typename detail::Unwrapped<std::invoke_result_t<Map, const Row&>>::Type;
        std::vector<T> rows;
        auto read = each(sql, values, [&](const Row& row) -> Result<void> {
            MH_TRY(T value, Result<T>(map(row)));
            rows.push_back(std::move(value));
            return {};
        });
        return read.ok() ? Result<std::vector<T>>(std::move(rows)) : Result<std::vector<T>>(std::move(read).error());
    }

    /// The first row, if there is one.
    template <class Map>
    auto maybe(std::string_view sql, const Values& values, Map map) {
        using T = typename detail::Unwrapped<std::invoke_result_t<Map, const Row&>>::Type;
        std::optional<T> found;
        auto read = first(sql, values, [&](const Row& row) -> Result<void> {
            MH_TRY(T value, Result<T>(map(row)));
            found.emplace(std::move(value));
            return {};
        });
        return read.ok() ? Result<std::optional<T>>(std::move(found))
                         : Result<std::optional<T>>(std::move(read).error());
    }

    /// The first row; NoRow when there is none.
    template <class Map>
    auto one(std::string_view sql, const Values& values, Map map) {
        using T = typename detail::Unwrapped<std::invoke_result_t<Map, const Row&>>::Type;
        auto found = maybe(sql, values, std::move(map));
        if (!found.ok())
            return Result<T>(std::move(found).error());
        if (!*found)
            return Result<T>(StorageError::NoRow);
        return Result<T>(std::move(**found));
    }

    /// A count or a sum: the one integer of the one row (null is 0).
    Result<std::int64_t> number(std::string_view sql, const Values& values = {});
    Result<bool> exists(std::string_view sql, const Values& values = {});

    /// Every row in turn, without keeping them. The row is valid during the call. `visit` may run other statements.
    Result<void> each(std::string_view sql, const Values& values, const std::function<Result<void>(const Row&)>& visit);

    /// The same for answers of any size: PostgreSQL hands them over in portions. Only inside a ReadView or a unit of
    /// work.
    Result<void> stream(std::string_view sql, const Values& values,
                        const std::function<Result<void>(const Row&)>& visit);

    /// The tables that are append-only and audited, and how rows enter them.
    Result<const Catalogue*> catalogue();

    /// From now on the engine refuses whatever this connection would write: StorageError::ReadOnly.
    Result<void> onlyRead();

    /// For the engine's own parts (units, migrations, verify) and for tests; stores have no business here.
    Driver& driver();
    /// Runs one writing statement at once, outside of any unit of work: same caution.
    Result<std::int64_t> executeUnaudited(std::string_view sql, const Values& values = {});
    void forgetCatalogue();

private:
    Database(std::unique_ptr<Driver> driver, QString file);

    struct Cached {
        std::unique_ptr<Statement> statement;
        bool inUse = false;
    };
    class Lent;
    Result<Lent> lend(std::string_view sql);
    Result<void> first(std::string_view sql, const Values& values,
                       const std::function<Result<void>(const Row&)>& visit);

    std::unique_ptr<Driver> m_driver;
    QString m_file;
    QString m_login;
    std::unordered_map<std::string, Cached> m_statements;
    std::unique_ptr<Catalogue> m_catalogue;
    QThread* m_thread;
    int m_lastCursor = 0;
};

/// Several reads that see one and the same state of the database (PostgreSQL: REPEATABLE READ READ ONLY). Inside a unit
/// of work it is that unit's view.
class ReadView {
public:
    static Result<ReadView> begin(Database& database);
    ~ReadView();
    ReadView(ReadView&& other) noexcept;
    ReadView& operator=(ReadView&&) = delete;
    ReadView(const ReadView&) = delete;
    ReadView& operator=(const ReadView&) = delete;

private:
    explicit ReadView(Database* database);
    Database* m_database; ///< null when somebody else ends the transaction
};

} // namespace meterhall::storage
