#pragma once

#include "core/registry/archive_file.h"
#include "core/registry/registry.h"
#include "core/registry/search_tokens.h"
#include "core/storage/database.h"
#include "core/storage/unit_of_work.h"

#include <QSet>

#include <set>

namespace meterhall::storage {

/// An account as billing needs it: a run reads a million of them.
struct BilledAccount {
    Account account;
    int words = 0;     ///< on its terms (terms_store.h); none of an account that is billed as it was opened
    int transfers = 0; ///< to other customers (holder_store.h)
    std::optional<Date> closedOn{}; ///< its last day
    int sharings = 0;               ///< of its place's meters (share_store.h)
    int suspensions = 0;            ///< of its supply (holder_store.h)
    int losses = 0;                 ///< of master meters that it shares, or whose meter is its own (loss_store.h)
};

/// An account as lists and search results show it. The phone stays sealed.
struct AccountRow : BilledAccount {
    QString holder;
    QString address;
    QString bookNumber;
    int sequence = 0;
    QString customerNumber;
    QString premiseCode;
};

/// Where several accounts share the meters of a place, the one that stands for them in lists of meters: a condition on
/// `account a`.
constexpr const char* firstAtPlace =
    "NOT EXISTS (SELECT 1 FROM account f WHERE f.service_point_id = a.service_point_id AND f.id < a.id) ";

/// A meter that hangs somewhere now, with what reading and billing need to know about its place.
struct InstalledMeter {
    Meter meter;
    Installation installation;
    AccountId account;
    BookId book;
};

/// Tokens of these kinds from `first` on and before `end`.
struct TokenRange {
    std::vector<TokenKind> kinds;
    QString first;
    QString end;
};

/// A sealed customer row: the store never sees a phone or an identity number in clear.
struct SealedCustomer {
    CustomerId id;
    QString name;
    Bytes phone;
    Bytes identity;
    QString number;
};

/// Customers, premises, accounts, meters and where they hang.
class RegistryStore {
public:
    explicit RegistryStore(Database& database)
        : m_database(database) {}

    Result<std::vector<LegalEntity>> legalEntities() const;
    Result<std::vector<Book>> books() const;
    Result<std::optional<Book>> bookByNumber(const QString& number) const;
    Result<std::optional<AccountRow>> accountByNumber(const QString& number) const;
    Result<std::optional<AccountRow>> accountById(AccountId id) const;
    /// Of many at once, those that are there, in no order.
    Result<std::vector<AccountRow>> accountsById(std::span<const AccountId> ids) const;
    /// Accounts of a book in walking order.
    Result<std::vector<BilledAccount>> billedAccountsOf(BookId book) const;
    /// Those that are there, in no order.
    Result<std::vector<BilledAccount>> billedAccounts(std::span<const AccountId> ids) const;
    Result<std::vector<AccountRow>> accountsOfCustomer(CustomerId customer) const;
    Result<std::vector<AccountId>> accountsAt(ServicePointId servicePoint) const;
    Result<SealedCustomer> customer(CustomerId id) const;
    /// Of many at once, those that are there, in no order.
    Result<std::vector<SealedCustomer>> customersByNumber(const QStringList& numbers) const;
    Result<std::vector<Premise>> premisesByCode(const QStringList& codes) const;
    Result<QSet<QString>> knownAccounts(const QStringList& numbers) const;
    Result<QSet<QString>> knownMeters(const QStringList& numbers) const;

    /// Meters that hang now, of one book or of all.
    Result<std::vector<InstalledMeter>> installedMeters(std::optional<BookId> book) const;
    Result<std::vector<RegisteredTerminal>> terminals() const;
    Result<std::optional<RegisteredTerminal>> terminal(const QString& name) const;
    /// Something came from these terminals now. Written once a minute at most, in the order of their names.
    static Result<void> heard(UnitOfWork& work, const std::set<QString>& terminals);
    Result<std::optional<InstalledMeter>> meterBehind(const QString& protocol, const QString& terminal,
                                                      const QString& deviceAddress) const;
    /// The same for many, in their order.
    struct DeviceKey {
        QString protocol;
        QString terminal;
        QString deviceAddress;
    };
    Result<std::vector<std::optional<InstalledMeter>>> metersBehind(std::span<const DeviceKey> devices) const;
    Result<std::optional<Meter>> meter(MeterId id) const;
    Result<std::optional<Meter>> meterByNumber(const QString& number) const;
    /// Every account in the order of books and walking order; the row is valid during the call.
    Result<void> eachAccount(const std::function<Result<void>(const AccountRow&)>& visit) const;
    /// Every meter by its number, with the account it serves, if it hangs somewhere.
    Result<void> eachMeter(const std::function<Result<void>(const Meter&, const QString& accountNumber)>& visit) const;
    Result<std::optional<InstalledMeter>> installedMeter(MeterId meter) const;
    /// Installations at the place that reach into (after, to], oldest first, with their removal.
    struct Segment {
        Installation installation;
        std::optional<Removal> removal;
        Meter meter;
    };
    Result<std::optional<Segment>> segment(InstallationId installation) const;
    Result<std::vector<Segment>> segmentsAt(ServicePointId place, Date after, Date to) const;
    /// Whatever was ever installed at many places, the oldest of each place first.
    Result<std::vector<Segment>> segmentsAt(std::span<const ServicePointId> places) const;
    Result<std::optional<AccountOpening>> opening(AccountId account) const;
    /// What accounts came with, in their order.
    Result<std::vector<std::optional<AccountOpening>>> openings(std::span<const AccountId> accounts) const;

    /// Accounts for which every word finds a token in one of its ranges, at most `limit`, in the order of their number.
    /// A single word that matches a large share of all accounts (a surname, one digit) is answered from the first
    /// tokens of its ranges, ten times `limit` of each: which of many are shown does not matter, waiting does.
    Result<std::vector<AccountRow>> search(const std::vector<std::vector<TokenRange>>& words, int limit) const;

    static Result<void> insert(UnitOfWork& work, const LegalEntity& entity);
    static Result<void> insert(UnitOfWork& work, const Book& book);
    static Result<void> insert(UnitOfWork& work, const RegisteredTerminal& terminal);
    static Result<void> insert(UnitOfWork& work, const SealedCustomer& customer);
    static Result<void> insert(UnitOfWork& work, const Premise& premise);
    static Result<void> insert(UnitOfWork& work, const ServicePoint& place);
    static Result<void> insert(UnitOfWork& work, const Account& account);
    /// UnknownTerminal when the archive does not know the terminal it names.
    static Result<void> insert(UnitOfWork& work, const Meter& meter);
    static Result<void> insert(UnitOfWork& work, const Installation& installation);
    static Result<void> insert(UnitOfWork& work, const Removal& removal);
    static Result<void> insert(UnitOfWork& work, const AccountOpening& opening);
    static Result<void> insertTokens(UnitOfWork& work, AccountId account, const std::vector<SearchToken>& tokens);

private:
    Result<QSet<QString>> knownTexts(const std::string& query, const QStringList& texts) const;
    Result<std::vector<AccountRow>> accounts(const std::string& condition, const Values& values) const;

    Database& m_database;
};

} // namespace meterhall::storage
