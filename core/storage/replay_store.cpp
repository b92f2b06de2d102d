#include "core/storage/replay_store.h"

#include <algorithm>

namespace meterhall::storage {

namespace {

constexpr const char* replayedStands = "NOT EXISTS (SELECT 1 FROM bill_reversal v WHERE v.bill_id = b.id) ";

/// Conditions on `account a`, with their values.
struct ScopeSql {
    std::string text;
    Values values;
};

ScopeSql sqlOf(const ReplayStore::Scope& scope) {
    ScopeSql sql;
    if (scope.useClass) {
        sql.text += "AND a.use_class = ? ";
        sql.values.emplace_back(*scope.useClass);
    }
    if (scope.book) {
        sql.text += "AND a.service_point_id IN (SELECT s.id FROM service_point s WHERE s.book_id = ?) ";
        sql.values.emplace_back(*scope.book);
    }
    return sql;
}

PortionAccount portionAccount(const Row& row) {
    PortionAccount account{.id = row.get<AccountId>(0),
                           .place = row.get<ServicePointId>(1),
                           .useClass = row.get<UseClass>(2),
                           .onTariff = row.integer(3) != 0,
                           .openedOn = row.get<std::optional<Date>>(4)};
    if (account.openedOn) {
        account.ladderFrom = row.get<Date>(5);
        account.ladderUse = row.get<BilledQuantity>(6);
    }
    return account;
}

Result<PortionBill> portionBill(const Row& row) {
    MH_TRY(const AccountingMonth month, AccountingMonth::fromNumber(row.integer(2)));
    return PortionBill{.account = row.get<AccountId>(0),
                       .version = row.get<TariffVersionId>(1),
                       .month = month,
                       .ladderOn = row.isNull(3) ? row.get<Date>(4) : row.get<Date>(3),
                       .usage = row.get<BilledQuantity>(5),
                       .totalMinor = row.integer(6),
                       .divided = row.integer(7) > 0,
                       .inputs = row.bytesView(8)};
}

} // namespace

Result<std::int64_t> ReplayStore::accountCount(const Scope& scope) const {
    const ScopeSql sql = sqlOf(scope);
    return m_database.number("SELECT COUNT(*) FROM account a WHERE 1 = 1 " + sql.text, sql.values);
}

Result<std::vector<PortionAccount>> ReplayStore::accounts(const Portion& portion) const {
    ScopeSql sql = sqlOf(portion.scope);
    Values values{portion.tariff, portion.after ? portion.after->raw() : 0};
    values.insert(values.end(), sql.values.begin(), sql.values.end());
    values.emplace_back(portion.limit);
    MH_TRY(
        auto accounts,
        m_database.all("SELECT a.id, a.service_point_id, a.use_class, CASE WHEN a.tariff_code = ? THEN 1 ELSE 0 END, "
                       "o.read_on, o.ladder_from, o.ladder_micro FROM account a LEFT JOIN account_opening o "
                       "ON o.account_id = a.id WHERE a.id > ? " +
                           sql.text + "ORDER BY a.id LIMIT ?",
                       values, portionAccount));
    MH_CHECK(addTransfers(accounts));
    return accounts;
}

Result<void> ReplayStore::addTransfers(std::vector<PortionAccount>& accounts) const {
    if (accounts.empty())
        return {};
    const Values stretch{accounts.front().id, accounts.back().id};
    return m_database.each("SELECT account_id, on_day FROM account_transfer WHERE ladder_anew = 1 AND account_id >= ? "
                           "AND account_id <= ? ORDER BY account_id, on_day",
                           stretch, [&](const Row& row) -> Result<void> {
                               const auto id = row.get<AccountId>(0);
                               const auto account = std::ranges::lower_bound(accounts, id, {}, &PortionAccount::id);
                               if (account != accounts.end() && account->id == id) // else of another class or book
                                   account->ladderAnew.push_back(row.get<Date>(1));
                               return {};
                           });
}

Result<void> ReplayStore::eachBill(const Stretch& stretch,
                                   const std::function<Result<void>(const PortionBill&)>& visit) const {
    return m_database.each(std::string("SELECT b.account_id, b.tariff_version_id, "
                                       "b.accounting_month, b.ladder_on, b.read_to, b.usage_micro, b.total_minor, "
                                       "b.parts, b.inputs FROM bill b WHERE b.account_id BETWEEN ? AND ? AND "
                                       "b.accounting_month BETWEEN ? AND ? AND ") +
                               replayedStands + "ORDER BY b.account_id, b.read_to",
                           {stretch.first, stretch.last, stretch.from.number(), stretch.to.number()},
                           [&](const Row& row) -> Result<void> {
                               MH_TRY(const PortionBill bill, portionBill(row));
                               return visit(bill);
                           });
}

Result<std::optional<AccountingMonth>> ReplayStore::lastMonth() const {
    MH_TRY(const std::int64_t number,
           m_database.number("SELECT MAX(r.accounting_month) FROM billing_run r WHERE EXISTS "
                             "(SELECT 1 FROM bill b WHERE b.run_number = r.number)"));
    if (number == 0)
        return std::optional<AccountingMonth>();
    MH_TRY(const AccountingMonth month, AccountingMonth::fromNumber(number));
    return std::optional(month);
}

Result<void> ReplayStore::eachBillOf(const OfMonth& of,
                                     const std::function<Result<void>(const MonthBill&)>& visit) const {
    const ScopeSql sql = sqlOf({{}, of.book});
    Values values{of.month.number()};
    values.insert(values.end(), sql.values.begin(), sql.values.end());
    return m_database.stream(std::string("SELECT b.id, a.number, b.tariff_version_id, b.read_to, b.usage_micro, "
                                         "b.total_minor, b.currency, b.inputs FROM billing_run r "
                                         "JOIN bill b ON b.run_number = r.number JOIN account a ON a.id = b.account_id "
                                         "WHERE r.accounting_month = ? ") +
                                 sql.text + "AND " + replayedStands,
                             values, [&](const Row& row) -> Result<void> {
                                 MH_TRY(const Money total, Money::fromStored(row.integer(5), row.text(6)));
                                 return visit({.id = row.get<BillId>(0),
                                               .account = row.text(1),
                                               .version = row.get<TariffVersionId>(2),
                                               .readTo = row.get<Date>(3),
                                               .usage = row.get<BilledQuantity>(4),
                                               .total = total,
                                               .inputs = row.bytesView(7)});
                             });
}

Result<void> ReplayStore::eachDraftOf(AccountingMonth month,
                                      const std::function<Result<void>(const MonthDraft&)>& visit) const {
    return m_database.stream(
        "SELECT a.number, d.total_minor, d.currency, d.inputs FROM billing_run r JOIN draft d "
        "ON d.run_number = r.number JOIN account a ON a.id = d.account_id WHERE r.accounting_month = ? "
        "AND d.held_because IS NULL AND NOT EXISTS (SELECT 1 FROM bill b WHERE b.account_id = d.account_id "
        "AND b.accounting_month = r.accounting_month)",
        {month.number()}, [&](const Row& row) -> Result<void> {
            MH_TRY(const Money total, Money::fromStored(row.integer(1), row.text(2)));
            return visit({.account = row.text(0), .total = total, .inputs = row.bytesView(3)});
        });
}

} // namespace meterhall::storage
