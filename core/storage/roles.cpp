#include "core/storage/roles.h"

#include <libpq-fe.h>

namespace meterhall::storage {

namespace {
constexpr std::array<std::string_view, 12> duties{"cashier", "shift_lead",        "review_clerk",  "reading_supervisor",
                                                  "reader",  "meter_keeper",      "vending_clerk", "engineer",
                                                  "finance", "revenue_inspector", "auditor",       "administrator"};

std::string createRole(std::string_view role, std::string_view attributes) {
    const std::string name(role);
    return "DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '" + name + "') THEN CREATE ROLE " +
           name + " NOLOGIN " + std::string(attributes) + "; END IF; END $$;";
}

std::string quotedDatabase(Database& database, Error& error) {
    auto name = database.one("SELECT quote_ident(current_database())", {}, [](const Row& row) { return row.text(0); });
    if (name.ok())
        return name->toStdString();
    error = name.error();
    return {};
}
} // namespace

std::span<const std::string_view> allDuties() {
    return duties;
}

bool isDuty(std::string_view duty) {
    return std::find(duties.begin(), duties.end(), duty) != duties.end();
}

Result<void> preparePostgres(Database& database) {
    Error error(StorageError::Sql);
    const std::string name = quotedDatabase(database, error);
    if (name.empty())
        return error;
    std::string sql = createRole("meterhall_owner", "CREATEROLE") + createRole("meterhall_staff", "");
    for (const std::string_view duty : duties) {
        const std::string role = "meterhall_" + std::string(duty);
        sql += createRole(role, "");
        sql += "GRANT meterhall_staff TO " + role + "; GRANT " + role + " TO meterhall_owner WITH ADMIN OPTION;";
    }
    sql += "REVOKE ALL ON DATABASE " + name + " FROM PUBLIC; GRANT CONNECT ON DATABASE " + name +
           " TO meterhall_staff, meterhall_owner; GRANT CREATE ON DATABASE " + name +
           " TO meterhall_owner;"
           "REVOKE ALL ON SCHEMA public FROM PUBLIC;"
           "CREATE SCHEMA IF NOT EXISTS meterhall AUTHORIZATION meterhall_owner;"
           "GRANT USAGE ON SCHEMA meterhall TO meterhall_staff;"
           "ALTER DEFAULT PRIVILEGES FOR ROLE meterhall_owner REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;";
    MH_CHECK(database.driver().script("BEGIN"));
    auto prepared = database.driver().script(sql);
    auto ended = database.driver().script(prepared.ok() ? "COMMIT" : "ROLLBACK");
    return prepared.ok() ? std::move(ended) : std::move(prepared);
}

namespace {

Result<QString> scramVerifier(Database& database, const QString& login, const QByteArray& password) {
    auto* connection = static_cast<PGconn*>(database.driver().handle());
    const std::unique_ptr<char, void (*)(void*)> verifier(
        PQencryptPasswordConn(connection, password.constData(), login.toUtf8().constData(), "scram-sha-256"),
        PQfreemem);
    return verifier ? Result<QString>(QString::fromLatin1(verifier.get())) : Result<QString>(StorageError::Denied);
}

std::string joined(std::span<const std::string_view> operatorDuties) {
    std::string list;
    for (const std::string_view duty : operatorDuties)
        list += (list.empty() ? "" : ",") + std::string(duty);
    return list;
}

Result<void> call(Database& database, std::string_view sql, const Values& values) {
    MH_CHECK(database.one(sql, values, [](const Row&) { return true; }));
    return {};
}

} // namespace

Result<void> createOperator(Database& database, const QString& login, const QByteArray& password,
                            std::span<const std::string_view> operatorDuties) {
    MH_TRY(const QString verifier, scramVerifier(database, login, password));
    return call(database, "SELECT create_operator(?, ?, ?)", {login, verifier, joined(operatorDuties)});
}

Result<void> setOperatorDuties(Database& database, const QString& login,
                               std::span<const std::string_view> operatorDuties) {
    return call(database, "SELECT set_operator_duties(?, ?)", {login, joined(operatorDuties)});
}

Result<void> setOperatorPassword(Database& database, const QString& login, const QByteArray& password) {
    MH_TRY(const QString verifier, scramVerifier(database, login, password));
    return call(database, "SELECT set_operator_password(?, ?)", {login, verifier});
}

Result<void> changeOwnPassword(Database& database, const QByteArray& password) {
    MH_TRY(const QString verifier, scramVerifier(database, database.login(), password));
    return call(database, "SELECT change_own_password(?)", {verifier});
}

} // namespace meterhall::storage
