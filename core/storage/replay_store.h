#pragma once

#include "core/billing/ids.h"
#include "core/calendar/accounting_month.h"
#include "core/money/money.h"
#include "core/registry/registry.h"
#include "core/storage/database.h"
#include "core/tariffs/billed_quantity.h"
#include "core/tariffs/ids.h"

namespace meterhall::storage {

/// An account of a portion, with what it came with; no names, which only few of them are asked for.
struct PortionAccount {
    AccountId id;
    ServicePointId place;
    UseClass useClass = UseClass::Residential;
    bool onTariff = false; ///< that was asked for, now
    std::optional<Date> openedOn{};
    Date ladderFrom = *Date::of(1900, 1, 1);
    BilledQuantity ladderUse = BilledQuantity::zero();
    std::vector<Date> ladderAnew{}; ///< with a new holder; ascending
};

/// A bill that stands, without its lines.
struct PortionBill {
    AccountId account;
    TariffVersionId version;
    AccountingMonth month;
    Date ladderOn;
    BilledQuantity usage;
    std::int64_t totalMinor = 0;
    bool divided = false;
    ByteView inputs; ///< canonical; valid during the call
};

/// A bill with whose it is, for lists by month.
struct MonthBill {
    BillId id;
    QString account;
    TariffVersionId version;
    Date readTo;
    BilledQuantity usage;
    Money total;
    ByteView inputs; ///< valid during the call
};

/// What a draft of a run that is not issued says, with whose it is.
struct MonthDraft {
    QString account;
    Money total;
    ByteView inputs; ///< valid during the call
};

/// Years of bills in portions of accounts: one query a table and portion, in the order of accounts and readings.
class ReplayStore {
public:
    explicit ReplayStore(Database& database)
        : m_database(database) {}

    /// Which accounts; all when nothing is said.
    struct Scope {
        std::optional<UseClass> useClass{};
        std::optional<BookId> book{};
    };
    Result<std::int64_t> accountCount(const Scope& scope) const;
    /// From the one behind `after` on, ascending.
    struct Portion {
        Scope scope{};
        QString tariff;
        std::optional<AccountId> after{};
        int limit = 0;
    };
    Result<std::vector<PortionAccount>> accounts(const Portion& portion) const;

    /// Of the accounts from `first` to `last`, for the months from `from` to `to`, both included.
    struct Stretch {
        AccountId first;
        AccountId last;
        AccountingMonth from;
        AccountingMonth to;
    };
    Result<void> eachBill(const Stretch& stretch, const std::function<Result<void>(const PortionBill&)>& visit) const;
    /// The last month that has bills.
    Result<std::optional<AccountingMonth>> lastMonth() const;

    /// Bills of a month that stand, of a book or all, in no order. Inside a ReadView, like the next.
    struct OfMonth {
        AccountingMonth month;
        std::optional<BookId> book{};
    };
    Result<void> eachBillOf(const OfMonth& of, const std::function<Result<void>(const MonthBill&)>& visit) const;
    /// Drafts of the month's runs that can be billed and are not.
    Result<void> eachDraftOf(AccountingMonth month, const std::function<Result<void>(const MonthDraft&)>& visit) const;

private:
    Result<void> addTransfers(std::vector<PortionAccount>& accounts) const;

    Database& m_database;
};

} // namespace meterhall::storage
