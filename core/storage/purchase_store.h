#pragma once

#include "core/billing/bill.h"
#include "core/billing/ladder_position.h"
#include "core/billing/purchase.h"
#include "core/ledger/journal.h"
#include "core/storage/database.h"
#include "core/storage/unit_of_work.h"

#include <set>
#include <span>

namespace meterhall::storage {

/// A purchase: the immutable row, and what rating made of it.
struct StoredPurchase {
    PurchaseId id;
    AccountId account;
    ServicePointId servicePoint;
    LegalEntityId entity;
    int number = 0; ///< counts the account's purchases, those taken back too
    Date boughtOn;
    TariffVersionId tariffVersion;
    std::uint16_t ruleVersion = 0;
    Bytes inputs;
    Bytes inputsDigest;
    BilledQuantity step = BilledQuantity::zero(); ///< zero: a volume was asked for
    Bill content;                                 ///< its use is the volume
    Money taken;
    Money creditUsed;
    Money creditLeft;
    JournalId journal;
    std::optional<JournalId> reversedBy{};

    bool stands() const { return !reversedBy; }
};

class PurchaseStore {
public:
    explicit PurchaseStore(Database& database)
        : m_database(database) {}

    static Result<void> insert(UnitOfWork& work, const StoredPurchase& purchase);
    static Result<void> insertReversal(UnitOfWork& work, PurchaseId purchase, JournalId journal, Date on,
                                       const QString& reason);

    Result<std::optional<StoredPurchase>> purchase(PurchaseId id) const;
    /// Of the purchase it is the journal of, or of its reversal.
    Result<std::optional<StoredPurchase>> purchaseOf(JournalId journal) const;
    /// The newest first.
    Result<std::vector<StoredPurchase>> purchasesOf(AccountId account, int limit) const;
    Result<std::optional<StoredPurchase>> lastStanding(AccountId account) const;
    Result<int> count(AccountId account) const;
    /// What purchases that stand put on the ladder.
    Result<std::vector<IssuedUse>> boughtUse(AccountId account, ServicePointId place) const;
    /// Those of the accounts that have a purchase which stands.
    Result<std::set<AccountId>> buyers(std::span<const AccountId> accounts) const;
    Result<BilledQuantity> boughtInAll(AccountId account, ServicePointId place) const;
    /// Every purchase, account by account in their order, for verify.
    Result<std::vector<StoredPurchase>> all() const;
    /// Purchases whose journal does not have their money, or whose reversal is not the mirrored one.
    Result<std::vector<PurchaseId>> purchasesUnlikeTheirJournals() const;

private:
    Result<std::vector<StoredPurchase>> purchases(const std::string& condition, const Values& values) const;

    Database& m_database;
};

} // namespace meterhall::storage
