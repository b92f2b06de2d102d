#pragma once

#include "core/registry/holders.h"
#include "core/storage/registry_store.h"

namespace meterhall::storage {

/// Who held an account until when.
struct FormerHolder {
    CustomerId customer;
    QString name;
    QString customerNumber;
    Date until;
};

/// Changes of holder, suspensions and closings. Who holds an account now stands in its own row (registry_store.h),
/// which also says whether there is anything to ask for here.
class HolderStore {
public:
    explicit HolderStore(Database& database)
        : m_database(database) {}

    /// Of the account, in the order of their days.
    Result<std::vector<AccountTransfer>> transfersOf(AccountId account) const;
    Result<std::optional<AccountTransfer>> transfer(std::int64_t id) const;
    Result<std::optional<AccountClosing>> closingOf(AccountId account) const;
    Result<std::optional<AccountClosing>> closing(std::int64_t id) const;
    /// Of the account, in the order of their days.
    Result<std::vector<AccountSuspension>> suspensionsOf(AccountId account) const;
    /// The newest of them, while its supply is not resumed.
    Result<std::optional<AccountSuspension>> openSuspensionOf(const AccountRow& row) const;
    Result<std::optional<AccountSuspension>> suspension(std::int64_t id) const;
    Result<std::optional<AccountResumption>> resumption(std::int64_t id) const;
    /// The last one first.
    Result<std::vector<FormerHolder>> formerHolders(AccountId account) const;
    /// Name of whoever held the account on a day: of its bill that was read then.
    Result<QString> holderOn(const AccountRow& row, Date day) const;

    /// The account's own row names the new holder from now on.
    static Result<void> insert(UnitOfWork& work, const AccountTransfer& transfer, OperatorId by);
    static Result<void> insert(UnitOfWork& work, const AccountClosing& closing, OperatorId by);
    /// Without its resumption.
    static Result<void> insert(UnitOfWork& work, const AccountSuspension& suspension, OperatorId by);
    static Result<void> insert(UnitOfWork& work, const AccountResumption& resumption, OperatorId by);
    /// `left` find the account as a former holder's words do, and `came` as its holder's.
    static Result<void> changeTokens(UnitOfWork& work, AccountId account, const std::vector<SearchToken>& left,
                                     const std::vector<SearchToken>& came);

private:
    Database& m_database;
};

} // namespace meterhall::storage
