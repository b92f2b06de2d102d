#include "core/storage/purchase_store.h"

#include "core/storage/many_ids.h"

namespace meterhall::storage {

namespace {

constexpr const char* purchaseQuery =
    "SELECT p.id, p.account_id, p.service_point_id, p.legal_entity_id, p.number, p.bought_on, p.tariff_version_id, "
    "p.rule_version, p.inputs, p.inputs_digest, p.step_micro, p.volume_micro, p.ladder_after_micro, p.rounding_minor, "
    "p.total_minor, p.taken_minor, p.credit_used_minor, p.credit_left_minor, p.currency, p.journal_id, v.journal_id "
    "FROM purchase p LEFT JOIN purchase_reversal v ON v.purchase_id = p.id ";

Result<StoredPurchase> purchaseFrom(const Row& row) {
    const QString currency = row.text(18);
    MH_TRY(const Money rounding, Money::fromStored(row.integer(13), currency));
    const auto money = [&](int column) { return Money::ofMinor(row.integer(column), rounding.currency()); };
    return StoredPurchase{
        .id = row.get<PurchaseId>(0),
        .account = row.get<AccountId>(1),
        .servicePoint = row.get<ServicePointId>(2),
        .entity = row.get<LegalEntityId>(3),
        .number = row.get<int>(4),
        .boughtOn = row.get<Date>(5),
        .tariffVersion = row.get<TariffVersionId>(6),
        .ruleVersion = row.get<std::uint16_t>(7),
        .inputs = row.bytes(8),
        .inputsDigest = row.bytes(9),
        .step = row.get<BilledQuantity>(10),
        .content = {{}, row.get<BilledQuantity>(11), row.get<BilledQuantity>(12), rounding, money(14)},
        .taken = money(15),
        .creditUsed = money(16),
        .creditLeft = money(17),
        .journal = row.get<JournalId>(19),
        .reversedBy = row.get<std::optional<JournalId>>(20)};
}

Result<std::vector<BillLine>> boughtLines(Database& database, PurchaseId purchase, Currency currency) {
    return database.all("SELECT component, tier, quantity_micro, price_micro, amount_minor, tax_minor, tou "
                        "FROM purchase_line WHERE purchase_id = ? ORDER BY line_number",
                        {purchase}, [currency](const Row& row) {
                            return BillLine{.component = row.get<std::uint16_t>(0),
                                            .tier = row.get<std::uint8_t>(1),
                                            .quantity = row.get<BilledQuantity>(2),
                                            .price = row.get<BilledPrice>(3),
                                            .amount = Money::ofMinor(row.integer(4), currency),
                                            .tax = Money::ofMinor(row.integer(5), currency),
                                            .tou = row.get<std::uint8_t>(6)};
                        });
}

Result<std::optional<StoredPurchase>> firstOf(Result<std::vector<StoredPurchase>> found) {
    if (!found.ok())
        return std::move(found).error();
    return found->empty() ? std::optional<StoredPurchase>() : std::optional(std::move(found->front()));
}

} // namespace

Result<void> PurchaseStore::insert(UnitOfWork& work, const StoredPurchase& purchase) {
    const Bill& content = purchase.content;
    MH_CHECK(work.insertGuarded("purchase", {{"id", purchase.id},
                                             {"account_id", purchase.account},
                                             {"service_point_id", purchase.servicePoint},
                                             {"legal_entity_id", purchase.entity},
                                             {"number", purchase.number},
                                             {"bought_on", purchase.boughtOn},
                                             {"tariff_version_id", purchase.tariffVersion},
                                             {"rule_version", purchase.ruleVersion},
                                             {"inputs", purchase.inputs},
                                             {"inputs_digest", purchase.inputsDigest},
                                             {"step_micro", purchase.step},
                                             {"volume_micro", content.usage},
                                             {"ladder_after_micro", content.ladderAfter},
                                             {"rounding_minor", content.roundingDifference},
                                             {"total_minor", content.total},
                                             {"taken_minor", purchase.taken},
                                             {"credit_used_minor", purchase.creditUsed},
                                             {"credit_left_minor", purchase.creditLeft},
                                             {"currency", QString(content.total.currency().code())},
                                             {"journal_id", purchase.journal}}));
    std::vector<Values> lines;
    for (const BillLine& line : content.lines)
        lines.push_back({purchase.id, int(lines.size()) + 1, line.component, line.tier, line.quantity, line.price,
                         line.amount, line.tax, line.tou});
    return work.insertGuardedRows("purchase_line",
                                  {"purchase_id", "line_number", "component", "tier", "quantity_micro", "price_micro",
                                   "amount_minor", "tax_minor", "tou"},
                                  lines);
}

Result<void> PurchaseStore::insertReversal(UnitOfWork& work, PurchaseId purchase, JournalId journal, Date on,
                                           const QString& reason) {
    return work.insertGuarded("purchase_reversal", {"purchase_id", "journal_id", "reversed_on", "reason"},
                              {purchase, journal, on, reason});
}

Result<std::vector<StoredPurchase>> PurchaseStore::purchases(const std::string& condition, const Values& values) const {
    MH_TRY(auto found, m_database.all(std::string(purchaseQuery) + condition, values, purchaseFrom));
    for (StoredPurchase& purchase : found) {
        MH_TRY(purchase.content.lines, boughtLines(m_database, purchase.id, purchase.content.total.currency()));
    }
    return found;
}

Result<std::optional<StoredPurchase>> PurchaseStore::purchase(PurchaseId id) const {
    return firstOf(purchases("WHERE p.id = ?", {id}));
}

Result<std::optional<StoredPurchase>> PurchaseStore::purchaseOf(JournalId journal) const {
    MH_TRY(auto found, firstOf(purchases("WHERE p.journal_id = ?", {journal})));
    if (found)
        return found;
    return firstOf(
        purchases("WHERE p.id = (SELECT purchase_id FROM purchase_reversal WHERE journal_id = ?)", {journal}));
}

Result<std::vector<StoredPurchase>> PurchaseStore::purchasesOf(AccountId account, int limit) const {
    return purchases("WHERE p.account_id = ? ORDER BY p.number DESC LIMIT ?", {account, limit});
}

Result<std::optional<StoredPurchase>> PurchaseStore::lastStanding(AccountId account) const {
    return firstOf(
        purchases("WHERE p.account_id = ? AND v.journal_id IS NULL ORDER BY p.number DESC LIMIT 1", {account}));
}

Result<int> PurchaseStore::count(AccountId account) const {
    MH_TRY(const std::int64_t count,
           m_database.number("SELECT COUNT(*) FROM purchase WHERE account_id = ?", {account}));
    return int(count);
}

Result<std::vector<IssuedUse>> PurchaseStore::boughtUse(AccountId account, ServicePointId place) const {
    return m_database.all("SELECT p.bought_on, p.volume_micro FROM purchase p WHERE p.account_id = ? AND "
                          "p.service_point_id = ? AND NOT EXISTS (SELECT 1 FROM purchase_reversal v WHERE "
                          "v.purchase_id = p.id) ORDER BY p.number",
                          {account, place}, [](const Row& row) {
                              return IssuedUse{row.get<Date>(0), row.get<BilledQuantity>(1)};
                          });
}

Result<std::set<AccountId>> PurchaseStore::buyers(std::span<const AccountId> accounts) const {
    MH_TRY(const auto ids,
           m_database.all("SELECT DISTINCT p.account_id FROM " + idRows(m_database) +
                              " CROSS JOIN purchase p WHERE p.account_id = n.value AND NOT EXISTS (SELECT 1 FROM "
                              "purchase_reversal v WHERE v.purchase_id = p.id)",
                          {idsFor(m_database, accounts)}, [](const Row& row) { return row.get<AccountId>(0); }));
    return std::set<AccountId>(ids.begin(), ids.end());
}

Result<BilledQuantity> PurchaseStore::boughtInAll(AccountId account, ServicePointId place) const {
    MH_TRY(const auto bought, boughtUse(account, place));
    BilledQuantity sum = BilledQuantity::zero();
    for (const IssuedUse& use : bought) {
        MH_TRY(sum, sum.plus(use.quantity));
    }
    return sum;
}

Result<std::vector<StoredPurchase>> PurchaseStore::all() const {
    return purchases("ORDER BY p.account_id, p.number", {});
}

// Money in less what became credit is the price; the journal's income, fees and taxes are it too.
Result<std::vector<PurchaseId>> PurchaseStore::purchasesUnlikeTheirJournals() const {
    return m_database.all(
        "SELECT p.id FROM purchase p LEFT JOIN purchase_reversal v ON v.purchase_id = p.id "
        "LEFT JOIN journal m ON m.id = v.journal_id "
        "WHERE p.taken_minor + p.credit_used_minor - p.credit_left_minor <> p.total_minor "
        "OR p.total_minor <> COALESCE((SELECT -SUM(l.amount_minor) FROM journal_line l WHERE l.journal_id = "
        "p.journal_id AND l.ledger_account IN (?, ?, ?)), 0) "
        "OR p.credit_left_minor - p.credit_used_minor <> COALESCE((SELECT -SUM(l.amount_minor) FROM journal_line l "
        "WHERE l.journal_id = p.journal_id AND l.ledger_account = ?), 0) "
        "OR (v.purchase_id IS NOT NULL AND m.reverses_id <> p.journal_id) "
        "OR (v.purchase_id IS NULL AND EXISTS (SELECT 1 FROM journal r WHERE r.reverses_id = p.journal_id)) "
        "ORDER BY p.id",
        {LedgerAccount::Income, LedgerAccount::OnBehalf, LedgerAccount::Tax, LedgerAccount::Prepayment},
        [](const Row& row) { return row.get<PurchaseId>(0); });
}

} // namespace meterhall::storage
