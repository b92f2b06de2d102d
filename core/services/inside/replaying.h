#pragma once

#include "core/billing/correction.h"
#include "core/services/correction.h"
#include "core/services/inside/billing_inputs_of.h"
#include "core/services/inside/price_book.h"

namespace meterhall::services {

/// A bill that what is known now makes another one.
struct ReplayedBill {
    storage::AccountRow row;
    storage::StoredBill old;
    CorrectedBill now;
    std::vector<const TariffVersion*> prices; ///< of the parts of `now`; the Replaying's
};

/// What follows from a truth, by what is stored. The same database gives the same bills.
class Replaying {
public:
    explicit Replaying(storage::Database& database)
        : m_database(database)
        , m_source(database)
        , m_billing(database)
        , m_registry(database)
        , m_prices(database) {}

    /// Bills that come out differently, account by account, in the order of their readings.
    Result<std::vector<ReplayedBill>> replay(const Truth& truth);
    Result<storage::AccountRow> account(AccountId id) const;

private:
    /// All bills of an account that stand, as they are and as they should have been.
    struct History {
        storage::AccountRow row;
        std::vector<storage::StoredBill> bills;
        std::vector<IssuedBill> issued;
        std::vector<IssuedBill> truth;
    };
    Result<History> historyOf(AccountId account);
    /// Of the account, and behind it of those that share its meters: a dial is theirs as well.
    Result<std::vector<History>> historiesAt(AccountId account);
    Result<IssuedBill> issuedBy(BillingInputs inputs);
    /// Gives how many of the dials were found.
    Result<std::size_t> setDials(History& history, const TrueDials& truth);

    Result<std::vector<History>> apply(const TrueDials& truth);
    Result<std::vector<History>> apply(const TrueTerms& truth);
    Result<std::vector<History>> apply(const CrossedMeters& truth);
    Result<std::vector<History>> apply(const MeterFault& truth);
    Result<void> setTerms(History& history, std::size_t place, const AccountTerms& terms);

    storage::Database& m_database;
    BillingInputsSource m_source;
    storage::BillingStore m_billing;
    storage::RegistryStore m_registry;
    PriceBook m_prices;
};

} // namespace meterhall::services
