#include "core/storage/late_store.h"

namespace meterhall::storage {

namespace {

constexpr const char* ruleQuery =
    "SELECT r.id, r.commodity, r.use_class, r.region, r.effective_from, r.document, r.content, r.entered_by, "
    "a.activated_by FROM late_rule r LEFT JOIN late_rule_activation a ON a.rule_id = r.id ";

StoredLateRule ruleFrom(const Row& row) {
    const int useClass = row.get<int>(2);
    return {.id = row.get<LateRuleId>(0),
            .commodity = row.get<Commodity>(1),
            .useClass = useClass == 0 ? std::optional<UseClass>() : std::optional(UseClass(useClass)),
            .region = row.text(3),
            .effectiveFrom = row.get<Date>(4),
            .document = row.text(5),
            .content = row.text(6),
            .enteredBy = row.get<OperatorId>(7),
            .activatedBy = row.get<std::optional<OperatorId>>(8)};
}

constexpr const char* stopQuery =
    "SELECT s.id, s.account_id, s.bill_id, s.kind, s.from_day, COALESCE(e.to_day, s.to_day), s.reason, s.operator_id "
    "FROM late_stop s LEFT JOIN late_stop_end e ON e.stop_id = s.id ";

StoredLateStop stopFrom(const Row& row) {
    return {.id = row.integer(0),
            .account = row.get<std::optional<AccountId>>(1),
            .bill = row.get<std::optional<BillId>>(2),
            .kind = row.get<LateStopKind>(3),
            .days = {row.get<Date>(4), row.get<std::optional<Date>>(5)},
            .reason = row.text(6),
            .by = row.get<OperatorId>(7)};
}

constexpr const char* waiverQuery =
    "SELECT w.id, w.account_id, w.bill_id, w.amount_minor, w.currency, w.reason, w.needs_second, w.asked_by, "
    "w.asked_at, a.approved_by FROM late_waiver w LEFT JOIN late_waiver_approval a ON a.waiver_id = w.id ";

Result<StoredLateWaiver> waiverFrom(const Row& row) {
    MH_TRY(const Money amount, Money::fromStored(row.integer(3), row.text(4)));
    return StoredLateWaiver{.id = row.integer(0),
                            .account = row.get<AccountId>(1),
                            .bill = row.get<BillId>(2),
                            .amount = amount,
                            .reason = row.text(5),
                            .needsSecond = row.integer(6) != 0,
                            .askedBy = row.get<OperatorId>(7),
                            .askedAt = row.get<Instant>(8),
                            .approvedBy = row.get<std::optional<OperatorId>>(9)};
}

constexpr const char* chargeQuery = "SELECT id, journal_id, account_id, rule_id, inputs, charge_minor, currency "
                                    "FROM late_charge ";

Result<StoredLateCharge> chargeFrom(const Row& row) {
    MH_TRY(const Money charge, Money::fromStored(row.integer(5), row.text(6)));
    return StoredLateCharge{.id = row.integer(0),
                            .journal = row.get<JournalId>(1),
                            .account = row.get<AccountId>(2),
                            .rule = row.get<LateRuleId>(3),
                            .inputs = row.text(4),
                            .charge = charge};
}

} // namespace

Result<void> LateStore::insert(UnitOfWork& work, const StoredLateRule& rule) {
    return work.insertGuarded(
        "late_rule", {"id", "commodity", "use_class", "region", "effective_from", "document", "content", "entered_by"},
        {rule.id, rule.commodity, rule.useClass ? int(*rule.useClass) : 0, rule.region, rule.effectiveFrom,
         rule.document, rule.content, rule.enteredBy});
}

Result<void> LateStore::activate(UnitOfWork& work, LateRuleId rule, OperatorId by) {
    return work.insertGuarded("late_rule_activation", {"rule_id", "activated_by", "activated_at"},
                              {rule, by, work.now()});
}

Result<void> LateStore::insert(UnitOfWork& work, const StoredLateStop& stop) {
    return work.insertGuarded(
        "late_stop", {"id", "account_id", "bill_id", "kind", "from_day", "to_day", "reason", "operator_id"},
        {stop.id, stop.account, stop.bill, stop.kind, stop.days.first, stop.days.last, stop.reason, stop.by});
}

Result<void> LateStore::endStop(UnitOfWork& work, std::int64_t stop, Date lastDay, OperatorId by) {
    return work.insertGuarded("late_stop_end", {"stop_id", "to_day", "operator_id"}, {stop, lastDay, by});
}

Result<void> LateStore::insertReminder(UnitOfWork& work, std::int64_t id, AccountId account, Date servedOn,
                                       const QString& proof, OperatorId by) {
    return work.insertGuarded("late_reminder", {"id", "account_id", "served_on", "proof", "operator_id"},
                              {id, account, servedOn, proof, by});
}

Result<void> LateStore::insert(UnitOfWork& work, const StoredLateWaiver& waiver) {
    return work.insertGuarded(
        "late_waiver",
        {"id", "account_id", "bill_id", "amount_minor", "currency", "reason", "needs_second", "asked_by", "asked_at"},
        {waiver.id, waiver.account, waiver.bill, waiver.amount, QString(waiver.amount.currency().code()), waiver.reason,
         waiver.needsSecond ? 1 : 0, waiver.askedBy, waiver.askedAt});
}

Result<void> LateStore::approve(UnitOfWork& work, std::int64_t waiver, OperatorId by) {
    return work.insertGuarded("late_waiver_approval", {"waiver_id", "approved_by", "approved_at"},
                              {waiver, by, work.now()});
}

Result<void> LateStore::insert(UnitOfWork& work, const StoredLateCharge& charge) {
    return work.insertGuarded("late_charge",
                              {"id", "journal_id", "account_id", "rule_id", "inputs", "charge_minor", "currency"},
                              {charge.id, charge.journal, charge.account, charge.rule, charge.inputs, charge.charge,
                               QString(charge.charge.currency().code())});
}

Result<std::vector<StoredLateRule>> LateStore::rules() const {
    return m_database.all(
        std::string(ruleQuery) + "ORDER BY r.commodity, r.region, r.use_class, r.effective_from, r.id", {}, ruleFrom);
}

Result<std::optional<StoredLateRule>> LateStore::rule(LateRuleId id) const {
    return m_database.maybe(std::string(ruleQuery) + "WHERE r.id = ?", {id}, ruleFrom);
}

Result<std::vector<StoredLateStop>> LateStore::stopsFor(AccountId account) const {
    return m_database.all(std::string(stopQuery) + "WHERE s.account_id = ? OR s.account_id IS NULL "
                                                   "ORDER BY s.from_day, s.id",
                          {account}, stopFrom);
}

Result<std::optional<StoredLateStop>> LateStore::stop(std::int64_t id) const {
    return m_database.maybe(std::string(stopQuery) + "WHERE s.id = ?", {id}, stopFrom);
}

Result<std::vector<Date>> LateStore::remindersOf(AccountId account) const {
    return m_database.all("SELECT served_on FROM late_reminder WHERE account_id = ? ORDER BY served_on, id", {account},
                          [](const Row& row) { return row.get<Date>(0); });
}

Result<std::vector<StoredLateWaiver>> LateStore::waiversOf(AccountId account) const {
    return m_database.all(std::string(waiverQuery) + "WHERE w.account_id = ? ORDER BY w.asked_at, w.id", {account},
                          waiverFrom);
}

Result<std::optional<StoredLateWaiver>> LateStore::waiver(std::int64_t id) const {
    return m_database.maybe(std::string(waiverQuery) + "WHERE w.id = ?", {id}, waiverFrom);
}

Result<std::vector<WaitingLateWaiver>> LateStore::waiversWaiting() const {
    return m_database.all(
        "SELECT w.id, w.account_id, w.bill_id, w.amount_minor, w.currency, w.reason, w.needs_second, w.asked_by, "
        "w.asked_at, a.approved_by, c.number, b.accounting_month, b.due_on FROM late_waiver w "
        "LEFT JOIN late_waiver_approval a ON a.waiver_id = w.id JOIN account c ON c.id = w.account_id "
        "JOIN bill b ON b.id = w.bill_id WHERE w.needs_second = 1 AND a.waiver_id IS NULL ORDER BY w.asked_at, w.id",
        {}, [](const Row& row) -> Result<WaitingLateWaiver> {
            MH_TRY(StoredLateWaiver waiver, waiverFrom(row));
            MH_TRY(const AccountingMonth month, AccountingMonth::fromNumber(row.integer(11)));
            return WaitingLateWaiver{std::move(waiver), row.text(10), month, row.get<Date>(12)};
        });
}

// A payment and its reversal leave nothing.
Result<std::vector<PaidPart>> LateStore::paidParts(BillId bill, Currency currency) const {
    return m_database.all(
        "SELECT l.bill_id, j.business_day, l.amount_minor FROM journal_line l JOIN journal j ON j.id = l.journal_id "
        "WHERE l.bill_id = ? AND l.ledger_account = ? AND j.kind IN (?, ?) "
        "AND NOT EXISTS (SELECT 1 FROM journal r WHERE r.reverses_id = j.id) ORDER BY j.posted_at, j.id",
        {bill, LedgerAccount::Receivable, JournalKind::Payment, JournalKind::CreditApplied},
        [currency](const Row& row) {
            return PaidPart{row.get<BillId>(0), row.get<Date>(1), Money::ofMinor(-row.integer(2), currency)};
        });
}

Result<Money> LateStore::takenWith(BillId bill, Currency currency) const {
    MH_TRY(const std::int64_t minor,
           m_database.number("SELECT CAST(COALESCE(SUM(amount_minor), 0) AS ${int64}) FROM journal_line "
                             "WHERE bill_id = ? AND ledger_account = ?",
                             {bill, LedgerAccount::LateCharge}));
    return Money::ofMinor(-minor, currency);
}

Result<std::vector<StoredLateCharge>> LateStore::chargesOf(JournalId journal) const {
    return m_database.all(std::string(chargeQuery) + "WHERE journal_id = ? ORDER BY id", {journal}, chargeFrom);
}

Result<std::vector<StoredLateCharge>> LateStore::allCharges() const {
    return m_database.all(std::string(chargeQuery) + "ORDER BY id", {}, chargeFrom);
}

Result<std::vector<JournalId>> LateStore::chargesUnlikeTheirJournals() const {
    return m_database.all("SELECT both_sides.journal_id FROM ("
                          "SELECT l.journal_id, -l.amount_minor AS minor FROM journal_line l "
                          "JOIN journal j ON j.id = l.journal_id WHERE l.ledger_account = ? AND j.kind = ? "
                          "UNION ALL SELECT c.journal_id, -c.charge_minor FROM late_charge c) both_sides "
                          "GROUP BY both_sides.journal_id HAVING SUM(both_sides.minor) <> 0 ORDER BY 1",
                          {LedgerAccount::LateCharge, JournalKind::Payment},
                          [](const Row& row) { return row.get<JournalId>(0); });
}

} // namespace meterhall::storage
