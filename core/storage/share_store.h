#pragma once

#include "core/billing/billing_inputs.h"
#include "core/storage/unit_of_work.h"

namespace meterhall::storage {

/// One share of what the meters of a place counted: an account's, or what was counted at another place.
struct PlaceShare {
    std::optional<AccountId> account{};
    std::optional<ServicePointId> subPlace{};
    UseShare share{};
    std::optional<Date> closedOn{}; ///< the account's last day; read only
};

/// How a place is shared for readings behind a day. The last share is an account's, which takes what is left.
struct Sharing {
    std::int64_t id = 0;
    ServicePointId place;
    Date on;
    QString document;
    std::vector<PlaceShare> shares;
};

/// Accounts that share the meters of a place. Whether there is anything to ask for stands in an account's row
/// (AccountRow::sharings).
class ShareStore {
public:
    explicit ShareStore(Database& database)
        : m_database(database) {}

    /// The oldest first.
    Result<std::vector<Sharing>> sharingsAt(ServicePointId place) const;
    Result<std::optional<Sharing>> sharing(std::int64_t id) const;

    static Result<void> insert(UnitOfWork& work, const Sharing& sharing, OperatorId by);

private:
    Result<std::vector<Sharing>> sharings(const char* condition, const Value& value) const;

    Database& m_database;
};

} // namespace meterhall::storage
