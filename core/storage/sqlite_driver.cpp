#include "core/storage/sqlite_driver.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

namespace meterhall::storage {

namespace {

struct CloseSqlite {
    void operator()(sqlite3* connection) const { sqlite3_close_v2(connection); }
};
using Connection = std::unique_ptr<sqlite3, CloseSqlite>;

/// RAISE(ABORT, 'guarded:bill') in a trigger: the word before the colon says which error it is.
Error raisedByTrigger(const QString& message) {
    const QString word = message.section(u':', 0, 0);
    const QString rest = message.section(u':', 1);
    if (word == QLatin1String("guarded"))
        return {StorageError::Guarded, {rest}};
    if (word == QLatin1String("unbalanced"))
        return {StorageError::Unbalanced, {rest}};
    if (word == QLatin1String("refused"))
        return {StorageError::Refused, {rest}};
    return {StorageError::Refused, {word}};
}

/// "UNIQUE constraint failed: bill.account, bill.month" -> {"bill", "bill.account, bill.month"}.
QStringList constraintArguments(const QString& message) {
    const QString what = message.section(QStringLiteral("failed: "), 1);
    return {what.section(u'.', 0, 0), what};
}

Error constraintError(int extended, const QString& message) {
    switch (extended) {
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID:
        return {StorageError::Unique, constraintArguments(message)};
    case SQLITE_CONSTRAINT_NOTNULL:
        return {StorageError::NotNull, constraintArguments(message)};
    case SQLITE_CONSTRAINT_FOREIGNKEY:
        return {StorageError::ForeignKey};
    case SQLITE_CONSTRAINT_TRIGGER:
        return raisedByTrigger(message);
    default: // CHECK and STRICT's type check; the message may quote the expression, so it stays here
        return {StorageError::Check};
    }
}

class SqliteStatement final : public Statement {
public:
    SqliteStatement(sqlite3* connection, sqlite3_stmt* statement)
        : m_connection(connection)
        , m_statement(statement) {}
    ~SqliteStatement() override { sqlite3_finalize(m_statement); }

    Result<std::int64_t> execute(std::span<const Value> values) override {
        MH_CHECK(start(values));
        const auto stepped = next();
        // Counted before the reset: triggers of later statements must not be mistaken for this one.
        const std::int64_t changed = sqlite3_changes64(m_connection);
        reset();
        if (!stepped.ok())
            return stepped.error();
        return changed;
    }

    Result<void> start(std::span<const Value> values) override {
        reset();
        if (int(values.size()) != sqlite3_bind_parameter_count(m_statement))
            return Error(StorageError::Sql, {QStringLiteral("the statement takes another number of values")});
        m_held.assign(values.begin(), values.end());
        int index = 0;
        for (const Value& value : m_held)
            MH_CHECK(bind(++index, Cell::of(value)));
        return {};
    }

    Result<bool> next() override {
        const int code = sqlite3_step(m_statement);
        if (code == SQLITE_ROW)
            return true;
        if (code == SQLITE_DONE)
            return false;
        Error error = sqliteError(m_connection, code);
        reset();
        return error;
    }

    void reset() override {
        sqlite3_reset(m_statement);
        sqlite3_clear_bindings(m_statement);
    }

    int columnCount() const override { return sqlite3_column_count(m_statement); }

    Result<Cell> cell(int column) const override {
        const auto size = [&] { return std::size_t(sqlite3_column_bytes(m_statement, column)); };
        switch (sqlite3_column_type(m_statement, column)) {
        case SQLITE_NULL:
            return Cell{};
        case SQLITE_INTEGER:
            return Cell{Cell::Kind::Integer, sqlite3_column_int64(m_statement, column), {}};
        case SQLITE_TEXT: {
            const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
            return Cell{Cell::Kind::Text, 0, {text, size()}};
        }
        case SQLITE_BLOB: {
            const auto* bytes = static_cast<const char*>(sqlite3_column_blob(m_statement, column));
            return Cell{Cell::Kind::Bytes, 0, {bytes, bytes ? size() : 0}};
        }
        default: // a floating number: there are none in this program's tables
            return Error(StorageError::WrongType, {QStringLiteral("column %1").arg(column)});
        }
    }

private:
    /// The bound memory lives in m_held until the next start.
    Result<void> bind(int index, const Cell& cell) {
        int code = SQLITE_OK;
        switch (cell.kind) {
        case Cell::Kind::Null:
            code = sqlite3_bind_null(m_statement, index);
            break;
        case Cell::Kind::Integer:
            code = sqlite3_bind_int64(m_statement, index, cell.integer);
            break;
        case Cell::Kind::Text:
            if (cell.data.find('\0') != std::string_view::npos)
                return StorageError::BadText;
            code =
                sqlite3_bind_text64(m_statement, index, cell.data.data(), cell.data.size(), SQLITE_STATIC, SQLITE_UTF8);
            break;
        case Cell::Kind::Bytes:
            code = cell.data.empty()
                       ? sqlite3_bind_zeroblob(m_statement, index, 0)
                       : sqlite3_bind_blob64(m_statement, index, cell.data.data(), cell.data.size(), SQLITE_STATIC);
            break;
        }
        if (code != SQLITE_OK)
            return sqliteError(m_connection, code);
        return {};
    }

    sqlite3* m_connection;
    sqlite3_stmt* m_statement;
    Values m_held;
};

class SqliteDriver final : public Driver {
public:
    explicit SqliteDriver(Connection connection)
        : m_connection(std::move(connection)) {}

    DatabaseKind kind() const override { return DatabaseKind::Sqlite; }

    Result<std::unique_ptr<Statement>> prepare(std::string_view sql) override {
        sqlite3_stmt* statement = nullptr;
        const int code = sqlite3_prepare_v3(m_connection.get(), sql.data(), int(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                            &statement, nullptr);
        if (code != SQLITE_OK)
            return sqliteError(m_connection.get(), code);
        return std::unique_ptr<Statement>(std::make_unique<SqliteStatement>(m_connection.get(), statement));
    }

    Result<void> script(const std::string& sql) override {
        const int code = sqlite3_exec(m_connection.get(), sql.c_str(), nullptr, nullptr, nullptr);
        if (code != SQLITE_OK)
            return sqliteError(m_connection.get(), code);
        return {};
    }

    bool inTransaction() const override { return sqlite3_get_autocommit(m_connection.get()) == 0; }
    void* handle() const override { return m_connection.get(); }

private:
    Connection m_connection;
};

Result<void> requireFileName(const QString& file) {
    if (file.isEmpty() || file.startsWith(u':') || file.startsWith(QLatin1String("file:")))
        return Error(StorageError::BadUrl, {file});
    return {};
}

/// The file exists with mode 0600 before SQLite sees it; the WAL and shared-memory files inherit the mode. A file that
/// exists is never opened here: closing it again would let go of every lock that this process holds on it through
/// SQLite (fcntl(2)), and a second program would then take the log away from under the connections that are open.
Result<void> makePrivate(const QString& file, bool create) {
    const QByteArray path = QFile::encodeName(file);
    if (create) {
        const int made = ::open(path.constData(), O_RDWR | O_CLOEXEC | O_CREAT | O_EXCL, S_IRUSR | S_IWUSR);
        if (made >= 0)
            ::close(made);
        else if (errno != EEXIST)
            return Error(StorageError::CannotOpen, {file});
    }
    struct stat status {};
    if (::stat(path.constData(), &status) != 0 || !S_ISREG(status.st_mode))
        return Error(StorageError::CannotOpen, {file});
    const bool isPrivate =
        (status.st_mode & (S_IRWXG | S_IRWXO)) == 0 || ::chmod(path.constData(), S_IRUSR | S_IWUSR) == 0;
    if (!isPrivate)
        return Error(StorageError::CannotOpen, {file, QStringLiteral("cannot be made private")});
    return {};
}

Result<QString> pragma(Driver& driver, const char* name) {
    MH_TRY(const auto statement, driver.prepare(std::string("PRAGMA ") + name));
    MH_CHECK(statement->start({}));
    MH_TRY(const bool found, statement->next());
    if (!found)
        return QString();
    MH_TRY(const Cell cell, statement->cell(0));
    if (cell.kind == Cell::Kind::Integer)
        return QString::number(cell.integer);
    return QString::fromUtf8(cell.data.data(), qsizetype(cell.data.size()));
}

Result<void> requirePragma(Driver& driver, const char* name, const char* wanted) {
    MH_TRY(const QString found, pragma(driver, name));
    if (found != QLatin1String(wanted))
        return Error(StorageError::WeakDurability, {QLatin1String(name), found});
    return {};
}

Result<Connection> connectTo(const QString& file, const SqliteOptions& options, int access = SQLITE_OPEN_READWRITE) {
    sqlite3* raw = nullptr;
    // NOMUTEX: a connection belongs to one thread.
    const int code = sqlite3_open_v2(QFile::encodeName(file).constData(), &raw,
                                     access | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
    Connection connection(raw);
    if (code != SQLITE_OK)
        return Error(StorageError::CannotOpen, {file, QString::fromUtf8(sqlite3_errstr(code))});
    sqlite3_busy_timeout(raw, options.busyMilliseconds);
    sqlite3_db_config(raw, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    sqlite3_db_config(raw, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_db_config(raw, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    return connection;
}

} // namespace

Error sqliteError(sqlite3* connection, int code) {
    const int extended = sqlite3_extended_errcode(connection);
    const QString message = QString::fromUtf8(sqlite3_errmsg(connection));
    switch (code & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {StorageError::Busy};
    case SQLITE_CONSTRAINT:
        return constraintError(extended, message);
    case SQLITE_FULL:
        return {StorageError::Full};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return {StorageError::Corrupt};
    case SQLITE_READONLY:
        if (extended == SQLITE_READONLY) // the connection was told to; its other forms mean that the file is gone
            return {StorageError::ReadOnly};
        [[fallthrough]];
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
        return {StorageError::ConnectionLost, {QString::fromUtf8(sqlite3_errstr(extended))}};
    case SQLITE_ERROR: // a mistake in the SQL text, which never contains values
        return {StorageError::Sql, {message}};
    default:
        return {StorageError::Sql, {QString::fromUtf8(sqlite3_errstr(extended))}};
    }
}

Result<std::unique_ptr<Driver>> openSqliteToLook(const QString& file) {
    MH_CHECK(requireFileName(file));
    MH_TRY(Connection connection, connectTo(file, {}, SQLITE_OPEN_READONLY));
    return std::unique_ptr<Driver>(std::make_unique<SqliteDriver>(std::move(connection)));
}

Result<std::unique_ptr<Driver>> openSqlite(const QString& file, const SqliteOptions& options) {
    MH_CHECK(requireFileName(file));
    MH_CHECK(makePrivate(file, options.create));
    MH_TRY(Connection connection, connectTo(file, options));
    auto driver = std::make_unique<SqliteDriver>(std::move(connection));
    MH_CHECK(driver->script("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
                            "PRAGMA recursive_triggers = ON; PRAGMA trusted_schema = OFF; PRAGMA cache_size = -32768;"
                            "PRAGMA temp_store = MEMORY;"));
    MH_CHECK(requirePragma(*driver, "journal_mode", "wal"));
    MH_CHECK(requirePragma(*driver, "synchronous", "2"));
    MH_CHECK(requirePragma(*driver, "foreign_keys", "1"));
    MH_CHECK(requirePragma(*driver, "recursive_triggers", "1"));
    return std::unique_ptr<Driver>(std::move(driver));
}

Result<void> copySqlite(Driver& driver, const QString& target) {
    if (QFileInfo::exists(target))
        return Error(StorageError::CannotOpen, {target, QStringLiteral("exists already")});
    MH_CHECK(makePrivate(target, true));
    MH_TRY(const Connection copy, connectTo(target, {}));
    auto* source = static_cast<sqlite3*>(driver.handle());
    sqlite3_backup* backup = sqlite3_backup_init(copy.get(), "main", source, "main");
    if (!backup)
        return sqliteError(copy.get(), sqlite3_errcode(copy.get()));
    const int stepped = sqlite3_backup_step(backup, -1);
    const int finished = sqlite3_backup_finish(backup);
    if (stepped != SQLITE_DONE || finished != SQLITE_OK)
        return sqliteError(copy.get(), sqlite3_errcode(copy.get()));
    MH_TRY(Connection again, connectTo(target, {}));
    SqliteDriver reopened(std::move(again));
    MH_TRY(const QString intact, pragma(reopened, "integrity_check"));
    if (intact != QLatin1String("ok"))
        return Error(StorageError::Corrupt, {target});
    return {};
}

} // namespace meterhall::storage
