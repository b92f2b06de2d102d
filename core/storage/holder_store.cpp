#include "core/storage/holder_store.h"

namespace meterhall::storage {

namespace {

constexpr std::string_view transferQuery =
    "SELECT id, account_id, on_day, from_customer_id, to_customer_id, ladder_anew, debts_taken, credit_taken, document "
    "FROM account_transfer ";

AccountTransfer transferFrom(const Row& row) {
    return {.id = row.integer(0),
            .account = row.get<AccountId>(1),
            .on = row.get<Date>(2),
            .from = row.get<CustomerId>(3),
            .to = row.get<CustomerId>(4),
            .ladderAnew = row.integer(5) != 0,
            .debtsTaken = row.integer(6) != 0,
            .creditTaken = row.integer(7) != 0,
            .document = row.text(8)};
}

constexpr std::string_view closingQuery =
    "SELECT id, account_id, on_day, meter_taken_down, reason FROM account_closing ";

AccountClosing closingFrom(const Row& row) {
    return {.id = row.integer(0),
            .account = row.get<AccountId>(1),
            .on = row.get<Date>(2),
            .meterTakenDown = row.integer(3) != 0,
            .reason = row.text(4)};
}

constexpr std::string_view suspensionQuery =
    "SELECT s.id, s.account_id, s.on_day, s.document, r.on_day FROM account_suspension s "
    "LEFT JOIN account_resumption r ON r.suspension_id = s.id ";

AccountSuspension suspensionFrom(const Row& row) {
    return {.id = row.integer(0),
            .account = row.get<AccountId>(1),
            .on = row.get<Date>(2),
            .document = row.text(3),
            .resumedOn = row.get<std::optional<Date>>(4)};
}

Result<void> insertToken(UnitOfWork& work, AccountId account, const SearchToken& token) {
    MH_CHECK(work.execute("INSERT INTO search_token (kind, token, account_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                          {token.kind, token.text, account}));
    return {};
}

} // namespace

Result<std::vector<AccountTransfer>> HolderStore::transfersOf(AccountId account) const {
    return m_database.all(std::string(transferQuery) + "WHERE account_id = ? ORDER BY on_day", {account}, transferFrom);
}

Result<std::optional<AccountTransfer>> HolderStore::transfer(std::int64_t id) const {
    return m_database.maybe(std::string(transferQuery) + "WHERE id = ?", {id}, transferFrom);
}

Result<std::optional<AccountClosing>> HolderStore::closingOf(AccountId account) const {
    return m_database.maybe(std::string(closingQuery) + "WHERE account_id = ?", {account}, closingFrom);
}

Result<std::optional<AccountClosing>> HolderStore::closing(std::int64_t id) const {
    return m_database.maybe(std::string(closingQuery) + "WHERE id = ?", {id}, closingFrom);
}

Result<std::vector<AccountSuspension>> HolderStore::suspensionsOf(AccountId account) const {
    return m_database.all(std::string(suspensionQuery) + "WHERE s.account_id = ? ORDER BY s.on_day", {account},
                          suspensionFrom);
}

Result<std::optional<AccountSuspension>> HolderStore::openSuspensionOf(const AccountRow& row) const {
    if (row.suspensions == 0)
        return std::optional<AccountSuspension>();
    MH_TRY(const auto suspensions, suspensionsOf(row.account.id));
    return suspensions.back().resumedOn ? std::optional<AccountSuspension>() : std::optional(suspensions.back());
}

Result<std::optional<AccountSuspension>> HolderStore::suspension(std::int64_t id) const {
    return m_database.maybe(std::string(suspensionQuery) + "WHERE s.id = ?", {id}, suspensionFrom);
}

Result<std::optional<AccountResumption>> HolderStore::resumption(std::int64_t id) const {
    return m_database.maybe("SELECT r.id, s.id, s.account_id, r.on_day, r.document FROM account_resumption r "
                            "JOIN account_suspension s ON s.id = r.suspension_id WHERE r.id = ?",
                            {id}, [](const Row& row) {
                                return AccountResumption{row.integer(0), row.integer(1), row.get<AccountId>(2),
                                                         row.get<Date>(3), row.text(4)};
                            });
}

Result<std::vector<FormerHolder>> HolderStore::formerHolders(AccountId account) const {
    return m_database.all("SELECT c.id, c.name, c.number, t.on_day FROM account_transfer t "
                          "JOIN customer c ON c.id = t.from_customer_id WHERE t.account_id = ? ORDER BY t.on_day DESC",
                          {account}, [](const Row& row) {
                              return FormerHolder{row.get<CustomerId>(0), row.text(1), row.text(2), row.get<Date>(3)};
                          });
}

Result<QString> HolderStore::holderOn(const AccountRow& row, Date day) const {
    if (row.transfers == 0)
        return row.holder;
    MH_TRY(const auto name, m_database.maybe("SELECT c.name FROM account_transfer t "
                                             "JOIN customer c ON c.id = t.from_customer_id "
                                             "WHERE t.account_id = ? AND t.on_day >= ? ORDER BY t.on_day LIMIT 1",
                                             {row.account.id, day}, [](const Row& found) { return found.text(0); }));
    return name.value_or(row.holder);
}

Result<void> HolderStore::insert(UnitOfWork& work, const AccountTransfer& transfer, OperatorId by) {
    MH_CHECK(work.insertGuarded("account_transfer", {{"id", transfer.id},
                                                     {"account_id", transfer.account},
                                                     {"on_day", transfer.on},
                                                     {"from_customer_id", transfer.from},
                                                     {"to_customer_id", transfer.to},
                                                     {"ladder_anew", transfer.ladderAnew ? 1 : 0},
                                                     {"debts_taken", transfer.debtsTaken ? 1 : 0},
                                                     {"credit_taken", transfer.creditTaken ? 1 : 0},
                                                     {"document", transfer.document},
                                                     {"operator_id", by}}));
    MH_CHECK(work.execute("UPDATE account SET customer_id = ? WHERE id = ?", {transfer.to, transfer.account}));
    return {};
}

Result<void> HolderStore::insert(UnitOfWork& work, const AccountClosing& closing, OperatorId by) {
    return work.insertGuarded("account_closing", {{"account_id", closing.account},
                                                  {"id", closing.id},
                                                  {"on_day", closing.on},
                                                  {"meter_taken_down", closing.meterTakenDown ? 1 : 0},
                                                  {"reason", closing.reason},
                                                  {"operator_id", by}});
}

Result<void> HolderStore::insert(UnitOfWork& work, const AccountSuspension& suspension, OperatorId by) {
    return work.insertGuarded("account_suspension", {{"id", suspension.id},
                                                     {"account_id", suspension.account},
                                                     {"on_day", suspension.on},
                                                     {"document", suspension.document},
                                                     {"operator_id", by}});
}

Result<void> HolderStore::insert(UnitOfWork& work, const AccountResumption& resumption, OperatorId by) {
    return work.insertGuarded("account_resumption", {{"suspension_id", resumption.suspension},
                                                     {"id", resumption.id},
                                                     {"on_day", resumption.on},
                                                     {"document", resumption.document},
                                                     {"operator_id", by}});
}

Result<void> HolderStore::changeTokens(UnitOfWork& work, AccountId account, const std::vector<SearchToken>& left,
                                       const std::vector<SearchToken>& came) {
    for (const SearchToken& token : left) {
        MH_CHECK(work.execute("DELETE FROM search_token WHERE kind = ? AND token = ? AND account_id = ?",
                              {token.kind, token.text, account}));
        MH_CHECK(insertToken(work, account, {formerKind(token.kind), token.text}));
    }
    for (const SearchToken& token : came)
        MH_CHECK(insertToken(work, account, token));
    return {};
}

} // namespace meterhall::storage
