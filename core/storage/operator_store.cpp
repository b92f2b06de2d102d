#include "core/storage/operator_store.h"

#include "core/storage/plain_rows.h"

namespace meterhall::storage {

namespace {
constexpr const char* operatorQuery =
    "SELECT id, number, name, duties, password, failures, last_failure_at, deactivated_at, must_change_password, "
    "last_sign_in_at FROM operator ";

Result<StoredOperator> operatorFrom(const Row& row) {
    MH_TRY(Duties duties, parseDuties(row.text(3)));
    return StoredOperator{.id = row.get<OperatorId>(0),
                          .number = row.text(1),
                          .name = row.text(2),
                          .duties = std::move(duties),
                          .password = row.get<std::optional<QString>>(4).value_or(QString()),
                          .failures = row.get<int>(5),
                          .lastFailureAt = row.get<std::optional<Instant>>(6),
                          .deactivatedAt = row.get<std::optional<Instant>>(7),
                          .mustChangePassword = row.get<std::optional<int>>(8).value_or(0) != 0,
                          .lastSignInAt = row.get<std::optional<Instant>>(9)};
}
} // namespace

Result<std::optional<StoredOperator>> OperatorStore::byNumber(const QString& number) const {
    return m_database.maybe(std::string(operatorQuery) + "WHERE number = ?", {number}, operatorFrom);
}

Result<std::optional<StoredOperator>> OperatorStore::byId(OperatorId id) const {
    return m_database.maybe(std::string(operatorQuery) + "WHERE id = ?", {id}, operatorFrom);
}

Result<std::vector<StoredOperator>> OperatorStore::all() const {
    return m_database.all(std::string(operatorQuery) + "ORDER BY number", {}, operatorFrom);
}

namespace {
Value passwordValue(const QString& encoded) {
    return encoded.isEmpty() ? Value() : Value(encoded);
}
Value markOf(bool mustChange) {
    return mustChange ? Value(1) : Value();
}
} // namespace

Result<void> OperatorStore::setDuties(UnitOfWork& work, OperatorId id, const Duties& duties) {
    MH_CHECK(work.execute("UPDATE operator SET duties = ? WHERE id = ?", {codesOf(duties), id}));
    return {};
}

Result<void> OperatorStore::setDeactivated(UnitOfWork& work, OperatorId id, std::optional<Instant> at) {
    MH_CHECK(work.execute("UPDATE operator SET deactivated_at = ? WHERE id = ?", {at, id}));
    return {};
}

Result<void> OperatorStore::setPassword(UnitOfWork& work, OperatorId id, const QString& encoded, bool mustChange) {
    MH_CHECK(work.execute("UPDATE operator SET password = ?, must_change_password = ?, failures = 0, "
                          "last_failure_at = NULL WHERE id = ?",
                          {passwordValue(encoded), markOf(mustChange), id}));
    return {};
}

Result<void> OperatorStore::noteSignIn(OperatorId id, Instant now) {
    if (m_database.isSqlite())
        MH_CHECK(m_database.executeUnaudited("UPDATE operator SET last_sign_in_at = ? WHERE id = ?", {now, id}));
    else
        MH_CHECK(m_database.exists("SELECT note_sign_in(?)", {now}));
    return {};
}

Result<void> OperatorStore::insert(UnitOfWork& work, const StoredOperator& stored) {
    return insertRow(
        work, "operator",
        {"id", "number", "name", "duties", "password", "failures", "last_failure_at", "must_change_password"},
        {stored.id, stored.number, stored.name, codesOf(stored.duties), passwordValue(stored.password), stored.failures,
         stored.lastFailureAt, markOf(stored.mustChangePassword)});
}

Result<void> OperatorStore::countFailure(OperatorId id, Instant now) {
    MH_CHECK(m_database.executeUnaudited(
        "UPDATE operator SET failures = failures + 1, last_failure_at = ? WHERE id = ?", {now, id}));
    return {};
}

Result<void> OperatorStore::forgetFailures(OperatorId id) {
    MH_CHECK(
        m_database.executeUnaudited("UPDATE operator SET failures = 0, last_failure_at = NULL WHERE id = ?", {id}));
    return {};
}

} // namespace meterhall::storage
