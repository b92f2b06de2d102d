#pragma once

#include "core/registry/registry.h"
#include "core/services/session.h"

namespace meterhall::services {

/// A search result: enough to recognise the customer, nothing that has to be sealed.
struct FoundAccount {
    Account account;
    QString holder;
    QString address;
    QString bookNumber;
    int sequence = 0;
    QString formerHolder{};         ///< by whom the account was found, where it was not by its holder
    std::optional<Date> closedOn{}; ///< its last day
};

/// As-you-type search by any part of a name, pinyin initials or syllables, address, account or meter number, phone.
/// Accounts found by a former holder's name or phone come behind all others.
Result<std::vector<FoundAccount>> findAccounts(Session& session, const QString& typed, int limit);

/// All accounts of the holder of this account: one visit pays them together.
Result<std::vector<FoundAccount>> accountsOfSameCustomer(Session& session, const QString& accountNumber);

/// RegistryError::UnknownAccount.
Result<Account> accountNumbered(Session& session, const QString& number);
/// 户号 of an account.
Result<QString> accountNumberOf(Session& session, AccountId account);

/// The companies accounts belong to, by their code.
Result<std::vector<LegalEntity>> legalEntities(Session& session);

/// A meter and where it hangs.
struct FoundMeter {
    Meter meter;
    std::optional<FoundAccount> account{}; ///< empty: it hangs nowhere
    std::optional<Installation> installation{};
};
/// RegistryError::UnknownMeter when there is none of this number.
Result<FoundMeter> meterNumbered(Session& session, const QString& number);

} // namespace meterhall::services
