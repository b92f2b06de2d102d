#include "core/storage/operator_store.h"

#include "core/storage/plain_rows.h"

namespace meterhall::storage {

namespace {
constexpr const char* operatorQuery =
    "SELECT id, number, name, duties, password, failures, last_failure_at FROM operator ";

Result<StoredOperator> operatorFrom(const Row& row) {
    MH_TRY(Duties duties, parseDuties(row.text(3)));
    return StoredOperator{.id = row.get<OperatorId>(0),
                          .number = row.text(1),
                          .name = row.text(2),
                          .duties = std::move(duties),
                          .password = row.get<std::optional<QString>>(4).value_or(QString()),
                          .failures = row.get<int>(5),
                          .lastFailureAt = row.get<std::optional<Instant>>(6)};
}
} // namespace

Result<std::optional<StoredOperator>> OperatorStore::byNumber(const QString& number) const {
    return m_database.maybe(std::string(operatorQuery) + "WHERE number = ?", {number}, operatorFrom);
}

Result<std::optional<StoredOperator>> OperatorStore::byId(OperatorId id) const {
    return m_database.maybe(std::string(operatorQuery) + "WHERE id = ?", {id}, operatorFrom);
}

Result<void> OperatorStore::insert(UnitOfWork& work, const StoredOperator& stored) {
    return insertRow(work, "operator", {"id", "number", "name", "duties", "password", "failures", "last_failure_at"},
                     {stored.id, stored.number, stored.name, codesOf(stored.duties),
                      stored.password.isEmpty() ? Value() : Value(stored.password), stored.failures,
                      stored.lastFailureAt});
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
