#pragma once

#include "core/registry/ids.h"
#include "core/security/duty.h"
#include "core/storage/database.h"
#include "core/storage/unit_of_work.h"

namespace meterhall::storage {

struct StoredOperator {
    OperatorId id;
    QString number;
    QString name;
    Duties duties;
    QString password; ///< encoded hash on SQLite; empty on PostgreSQL, where the login role has it
    int failures = 0;
    std::optional<Instant> lastFailureAt;
    std::optional<Instant> deactivatedAt{};
    bool mustChangePassword = false;
    std::optional<Instant> lastSignInAt{};
};

class OperatorStore {
public:
    explicit OperatorStore(Database& database)
        : m_database(database) {}

    Result<std::optional<StoredOperator>> byNumber(const QString& number) const;
    Result<std::optional<StoredOperator>> byId(OperatorId id) const;
    /// By number.
    Result<std::vector<StoredOperator>> all() const;
    static Result<void> insert(UnitOfWork& work, const StoredOperator& stored);
    static Result<void> setDuties(UnitOfWork& work, OperatorId id, const Duties& duties);
    static Result<void> setDeactivated(UnitOfWork& work, OperatorId id, std::optional<Instant> at);
    /// Forgets failures too. `encoded` is empty on PostgreSQL.
    static Result<void> setPassword(UnitOfWork& work, OperatorId id, const QString& encoded, bool mustChange);

    /// Sign-in on SQLite happens before there is a seat, so its counter is written outside of any unit of work.
    Result<void> countFailure(OperatorId id, Instant now);
    Result<void> forgetFailures(OperatorId id);
    /// Of whoever the connection belongs to.
    Result<void> noteSignIn(OperatorId id, Instant now);

private:
    Database& m_database;
};

} // namespace meterhall::storage
