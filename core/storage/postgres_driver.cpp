#include "core/storage/postgres_driver.h"

#include "core/storage/postgres_values.h"

#include <QSet>

#include <libpq-fe.h>
#include <map>

namespace meterhall::storage {

namespace {

struct FreeConnection {
    void operator()(PGconn* connection) const { PQfinish(connection); }
};
struct FreeResult {
    void operator()(PGresult* result) const { PQclear(result); }
};
using ConnectionHandle = std::unique_ptr<PGconn, FreeConnection>;
using ResultHandle = std::unique_ptr<PGresult, FreeResult>;

bool succeeded(const PGresult* result) {
    const ExecStatusType status = PQresultStatus(result);
    return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
}

postgres::Type typeOf(const Cell& cell) {
    switch (cell.kind) {
    case Cell::Kind::Null:
        return postgres::Type(0); // the server infers it
    case Cell::Kind::Integer:
        return postgres::Type::Int8;
    case Cell::Kind::Text:
        return postgres::Type::Text;
    case Cell::Kind::Bytes:
        return postgres::Type::Bytea;
    }
    return postgres::Type(0);
}

/// Values of one execution in the form of PQexecPrepared; all binary (the binary form of text is its UTF-8).
class Parameters {
public:
    static Result<Parameters> of(std::span<const Value> values) {
        Parameters parameters;
        std::vector<std::size_t> offsets;
        for (const Value& value : values) {
            const Cell cell = Cell::of(value);
            if (cell.kind == Cell::Kind::Text && cell.data.find('\0') != std::string_view::npos)
                return StorageError::BadText;
            parameters.m_types.push_back(static_cast<Oid>(typeOf(cell)));
            offsets.push_back(parameters.m_buffer.size());
            if (cell.kind == Cell::Kind::Integer)
                postgres::appendInt(parameters.m_buffer, static_cast<std::uint64_t>(cell.integer), 8);
            else
                parameters.m_buffer.append(cell.data);
            parameters.m_lengths.push_back(int(parameters.m_buffer.size() - offsets.back()));
            parameters.m_buffer += '\0';
        }
        for (std::size_t i = 0; i < offsets.size(); ++i)
            parameters.m_pointers.push_back(values[i].isNull() ? nullptr : parameters.m_buffer.data() + offsets[i]);
        parameters.m_formats.assign(offsets.size(), 1);
        return parameters;
    }
    Parameters(Parameters&&) = default;
    Parameters& operator=(Parameters&&) = delete;
    Parameters(const Parameters&) = delete;
    Parameters& operator=(const Parameters&) = delete;
    ~Parameters() = default;

    int count() const { return int(m_types.size()); }
    const std::vector<Oid>& types() const { return m_types; }
    const char* const* pointers() const { return m_pointers.data(); }
    const int* lengths() const { return m_lengths.data(); }
    const int* formats() const { return m_formats.data(); }

private:
    Parameters() { m_buffer.reserve(64); }

    std::string m_buffer;
    std::vector<Oid> m_types;
    std::vector<const char*> m_pointers;
    std::vector<int> m_lengths;
    std::vector<int> m_formats;
};

/// The server fixes the types of a statement when it prepares it. A null has no type of its own, so the same SQL may
/// be prepared more than once: for each pattern of types that really occurs (in practice one or two).
class PostgresStatement final : public Statement {
public:
    PostgresStatement(PGconn* connection, std::string sql, std::int64_t& lastName)
        : m_connection(connection)
        , m_sql(std::move(sql))
        , m_lastName(lastName) {}

    ~PostgresStatement() override {
        for (const Prepared& prepared : m_prepared) {
            if (PQtransactionStatus(m_connection) != PQTRANS_INERROR)
                ResultHandle(PQexec(m_connection, ("DEALLOCATE " + prepared.name).c_str()));
        }
    }

    Result<std::int64_t> execute(std::span<const Value> values) override {
        MH_CHECK(start(values));
        const QByteArray count = PQcmdTuples(m_result.get());
        reset();
        return std::int64_t(count.toLongLong());
    }

    Result<void> start(std::span<const Value> values) override {
        reset();
        MH_TRY(const Parameters parameters, Parameters::of(values));
        MH_TRY(const std::string name, preparedFor(parameters));
        constexpr int binary = 1;
        m_result.reset(PQexecPrepared(m_connection, name.c_str(), parameters.count(), parameters.pointers(),
                                      parameters.lengths(), parameters.formats(), binary));
        if (!succeeded(m_result.get())) {
            Error error = postgresError(m_connection, m_result.get());
            reset();
            return error;
        }
        return {};
    }

    Result<bool> next() override {
        if (!m_result)
            return false;
        if (++m_row < PQntuples(m_result.get()))
            return true;
        reset();
        return false;
    }

    void reset() override {
        m_result.reset();
        m_row = -1;
    }

    int columnCount() const override { return m_result ? PQnfields(m_result.get()) : 0; }

    Result<Cell> cell(int column) const override {
        if (!m_result || column >= PQnfields(m_result.get()))
            return Error(StorageError::WrongType, {QStringLiteral("column %1").arg(column)});
        if (PQgetisnull(m_result.get(), m_row, column))
            return Cell{};
        const std::string_view field(PQgetvalue(m_result.get(), m_row, column),
                                     std::size_t(PQgetlength(m_result.get(), m_row, column)));
        return postgres::decodeField(postgres::Type(PQftype(m_result.get(), column)), field);
    }

private:
    struct Prepared {
        std::vector<Oid> types;
        std::string name;
    };

    static bool fits(const Prepared& prepared, const Parameters& parameters) {
        return std::equal(prepared.types.begin(), prepared.types.end(), parameters.types().begin(),
                          parameters.types().end(), [](Oid has, Oid wants) { return wants == 0 || has == wants; });
    }

    Result<std::string> preparedFor(const Parameters& parameters) {
        for (const Prepared& prepared : m_prepared) {
            if (fits(prepared, parameters))
                return prepared.name;
        }
        const std::string name = "mh" + std::to_string(++m_lastName);
        const ResultHandle result(
            PQprepare(m_connection, name.c_str(), m_sql.c_str(), parameters.count(), parameters.types().data()));
        if (!succeeded(result.get()))
            return postgresError(m_connection, result.get());
        m_prepared.push_back({parameters.types(), name});
        return name;
    }

    PGconn* m_connection;
    std::string m_sql;
    std::int64_t& m_lastName;
    std::vector<Prepared> m_prepared;
    ResultHandle m_result;
    int m_row = -1;
};

class PostgresDriver final : public Driver {
public:
    explicit PostgresDriver(ConnectionHandle connection)
        : m_connection(std::move(connection)) {}

    DatabaseKind kind() const override { return DatabaseKind::PostgreSql; }

    Result<std::unique_ptr<Statement>> prepare(std::string_view sql) override {
        return std::unique_ptr<Statement>(
            std::make_unique<PostgresStatement>(m_connection.get(), numberPlaceholders(sql), m_lastName));
    }

    Result<void> script(const std::string& sql) override {
        const ResultHandle result(PQexec(m_connection.get(), sql.c_str()));
        if (!succeeded(result.get()) && PQresultStatus(result.get()) != PGRES_EMPTY_QUERY)
            return postgresError(m_connection.get(), result.get());
        return {};
    }

    bool inTransaction() const override { return PQtransactionStatus(m_connection.get()) != PQTRANS_IDLE; }
    void* handle() const override { return m_connection.get(); }

private:
    ConnectionHandle m_connection;
    std::int64_t m_lastName = 0;
};

/// Keyword -> value as libpq wants them.
using Settings = std::map<QByteArray, QByteArray>;

Result<Settings> settingsOf(const QString& url, const PostgresOptions& options) {
    char* message = nullptr;
    PQconninfoOption* parsed = PQconninfoParse(url.toUtf8().constData(), &message);
    PQfreemem(message); // may quote the URL: not passed on
    if (!parsed)
        return StorageError::BadUrl;
    Settings settings;
    for (const PQconninfoOption* option = parsed; option->keyword; ++option) {
        if (option->val)
            settings[option->keyword] = option->val;
    }
    PQconninfoFree(parsed);
    if (settings.contains("password") || settings.contains("options") || settings["dbname"].isEmpty())
        return StorageError::BadUrl; // passwords do not belong into addresses, which are logged
    if (!options.password.isEmpty())
        settings["password"] = options.password;
    if (!isThisMachine(settings["host"]))
        settings["sslmode"] = "verify-full";
    settings["application_name"] = options.applicationName.toUtf8();
    settings["connect_timeout"] = QByteArray::number(options.connectSeconds);
    settings["client_encoding"] = "UTF8";
    settings["options"] = "-c search_path=meterhall,pg_temp -c timezone=UTC -c client_min_messages=error "
                          "-c default_transaction_isolation=read\\ committed -c standard_conforming_strings=on "
                          "-c jit=off " // statements are short, and compiling one takes longer than a hundred of them
                          "-c statement_timeout=" +
                          QByteArray::number(options.statementSeconds * 1000);
    return settings;
}

Result<ConnectionHandle> connectWith(const Settings& settings) {
    std::vector<const char*> keywords;
    std::vector<const char*> values;
    for (const auto& [keyword, value] : settings) {
        keywords.push_back(keyword.constData());
        values.push_back(value.constData());
    }
    keywords.push_back(nullptr);
    values.push_back(nullptr);
    constexpr int noExpansionOfDbname = 0;
    ConnectionHandle connection(PQconnectdbParams(keywords.data(), values.data(), noExpansionOfDbname));
    if (PQstatus(connection.get()) == CONNECTION_OK)
        return connection;
    // The server's refusal of a password has no SQLSTATE that libpq 15 hands out at connection time.
    const QByteArray message = PQerrorMessage(connection.get());
    if (PQconnectionNeedsPassword(connection.get()) || message.contains("authentication failed"))
        return Error(StorageError::Denied, {QStringLiteral("sign-in")});
    return Error(StorageError::CannotOpen, {QString::fromUtf8(message).trimmed()});
}

/// A commit that was answered must survive the power cut of the next moment.
Result<void> requireDurability(PGconn* connection) {
    const ResultHandle result(PQexec(connection,
                                     "SELECT current_setting('synchronous_commit'), current_setting('fsync'), "
                                     "current_setting('full_page_writes'), current_setting('server_encoding')"));
    if (!succeeded(result.get()))
        return postgresError(connection, result.get());
    const auto value = [&](int column) { return QString::fromUtf8(PQgetvalue(result.get(), 0, column)); };
    const QString commit = value(0);
    if (commit != QLatin1String("on") && commit != QLatin1String("remote_apply"))
        return Error(StorageError::WeakDurability, {QStringLiteral("synchronous_commit"), commit});
    if (value(1) != QLatin1String("on"))
        return Error(StorageError::WeakDurability, {QStringLiteral("fsync"), value(1)});
    if (value(2) != QLatin1String("on"))
        return Error(StorageError::WeakDurability, {QStringLiteral("full_page_writes"), value(2)});
    if (value(3) != QLatin1String("UTF8"))
        return Error(StorageError::CannotOpen, {QStringLiteral("server_encoding"), value(3)});
    return {};
}

/// SQLSTATEs of our own triggers and functions (resources/sql/0001_engine/postgresql.sql).
std::optional<StorageError> ownState(const QByteArray& state) {
    static const std::map<QByteArray, StorageError> own{
        {"MH001", StorageError::Guarded},   {"MH002", StorageError::Refused},     {"MH003", StorageError::Unbalanced},
        {"MH004", StorageError::WrongSeat}, {"MH005", StorageError::BrokenChain},
    };
    const auto found = own.find(state);
    return found == own.end() ? std::nullopt : std::optional(found->second);
}

std::optional<StorageError> standardState(const QByteArray& state) {
    static const std::map<QByteArray, StorageError> standard{
        {"23505", StorageError::Unique},         {"23502", StorageError::NotNull},
        {"23503", StorageError::ForeignKey},     {"23514", StorageError::Check},
        {"42501", StorageError::Denied},         {"40001", StorageError::Busy},
        {"40P01", StorageError::Busy},           {"55P03", StorageError::Busy},
        {"55006", StorageError::Busy},           {"53300", StorageError::Busy},
        {"53100", StorageError::Full},           {"XX001", StorageError::Corrupt},
        {"XX002", StorageError::Corrupt},        {"57P01", StorageError::ConnectionLost},
        {"57P02", StorageError::ConnectionLost}, {"25006", StorageError::ReadOnly},
    };
    const auto found = standard.find(state);
    return found == standard.end() ? std::nullopt : std::optional(found->second);
}

} // namespace

bool isThisMachine(const QByteArray& host) {
    static const QSet<QByteArray> local{"", "localhost", "127.0.0.1", "::1"};
    return local.contains(host) || host.startsWith('/') || host.startsWith('@');
}

Error postgresError(PGconn* connection, const PGresult* result) {
    const auto field = [&](int code) { return QString::fromUtf8(PQresultErrorField(result, code)); };
    const QByteArray state = field(PG_DIAG_SQLSTATE).toLatin1();
    if (state.isEmpty() || state.startsWith("08") || PQstatus(connection) == CONNECTION_BAD)
        return {StorageError::ConnectionLost};
    const QString message = field(PG_DIAG_MESSAGE_PRIMARY);
    if (const auto own = ownState(state))
        return {*own, {message}};
    if (const auto standard = standardState(state)) {
        const QString table = field(PG_DIAG_TABLE_NAME);
        return {*standard, {table.isEmpty() ? message : table, field(PG_DIAG_CONSTRAINT_NAME)}};
    }
    // Class 42 are mistakes in the SQL text; the messages of other classes may quote values.
    return {StorageError::Sql, {QString::fromLatin1(state), state.startsWith("42") ? message : QString()}};
}

Result<std::unique_ptr<Driver>> openPostgres(const QString& url, const PostgresOptions& options) {
    MH_TRY(const Settings settings, settingsOf(url, options));
    MH_TRY(ConnectionHandle connection, connectWith(settings));
    PQsetNoticeProcessor(
        connection.get(), [](void*, const char*) {}, nullptr);
    MH_CHECK(requireDurability(connection.get()));
    return std::unique_ptr<Driver>(std::make_unique<PostgresDriver>(std::move(connection)));
}

} // namespace meterhall::storage
