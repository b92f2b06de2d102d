#include "core/storage/ledger_store.h"

#include "core/storage/bulk_insert.h"
#include "core/storage/many_ids.h"

namespace meterhall::storage {

namespace {

Result<Money> moneyAt(const Row& row, int minor, int currency) {
    return Money::fromStored(row.integer(minor), row.text(currency));
}

Result<JournalLine> lineFrom(const Row& row) {
    MH_TRY(const Money amount, moneyAt(row, 4, 5));
    return JournalLine{.account = row.get<LedgerAccount>(0),
                       .amount = amount,
                       .customerAccount = row.get<std::optional<AccountId>>(1),
                       .bill = row.get<std::optional<BillId>>(2),
                       .component = row.text(3)};
}

constexpr const char* shiftQuery =
    "SELECT id, seat, operator_id, business_day, opened_at, float_minor, currency, paper_from, paper_to "
    "FROM shift_opening o ";

Result<Shift> shiftFrom(const Row& row) {
    MH_TRY(const Money given, moneyAt(row, 5, 6));
    return Shift{.id = row.get<ShiftId>(0),
                 .seat = row.get<SeatNumber>(1),
                 .cashier = row.get<OperatorId>(2),
                 .businessDay = row.get<Date>(3),
                 .openedAt = row.get<Instant>(4),
                 .floatGiven = given,
                 .paperFrom = row.integer(7),
                 .paperTo = row.integer(8)};
}

constexpr const char* receiptQuery =
    "SELECT id, payment_id, journal_id, paper_number, legal_entity_id, account_id, received_minor, change_minor, "
    "amount_minor, currency, shift_id, issued_at FROM receipt ";

Result<Receipt> receiptFrom(const Row& row) {
    MH_TRY(const Money received, moneyAt(row, 6, 9));
    MH_TRY(const Money change, moneyAt(row, 7, 9));
    MH_TRY(const Money amount, moneyAt(row, 8, 9));
    return Receipt{.id = row.get<ReceiptId>(0),
                   .payment = row.integer(1),
                   .journal = row.get<JournalId>(2),
                   .paperNumber = row.integer(3),
                   .entity = row.get<LegalEntityId>(4),
                   .account = row.get<AccountId>(5),
                   .received = received,
                   .change = change,
                   .amount = amount,
                   .shift = row.get<ShiftId>(10),
                   .issuedAt = row.get<Instant>(11)};
}

} // namespace

// A unit of work on SQLite holds the whole file. Ascending order, so that two payments cannot wait for each other.
Result<void> LedgerStore::lock(UnitOfWork& work, std::vector<AccountId> accounts) {
    if (work.database().isSqlite())
        return {};
    std::sort(accounts.begin(), accounts.end());
    MH_CHECK(work.database().number("SELECT COUNT(pg_advisory_xact_lock(n.value)) FROM " + idRows(work.database()),
                                    {idsFor(work.database(), std::span<const AccountId>(accounts))}));
    return {};
}

Result<void> LedgerStore::insert(UnitOfWork& work, const Journal& journal) {
    return insert(work, std::span(&journal, 1));
}

namespace {

Result<void> insertJournals(UnitOfWork& work, std::span<const Journal> journals) {
    MH_TRY(BulkInsert rows, BulkInsert::into(work, "journal",
                                             {"id", "kind", "legal_entity_id", "business_day", "seat", "shift_id",
                                              "posted_at", "reverses_id"}));
    for (const Journal& journal : journals) {
        rows.integer(journal.id.raw()).integer(std::int64_t(journal.kind)).integer(journal.entity.raw());
        rows.integer(journal.businessDay.number()).integer(journal.seat).value(journal.shift).value(journal.at);
        rows.value(journal.reverses);
        MH_CHECK(rows.endRow());
    }
    return rows.finish();
}

Result<void> insertJournalLines(UnitOfWork& work, std::span<const Journal> journals) {
    MH_TRY(BulkInsert rows, BulkInsert::into(work, "journal_line",
                                             {"journal_id", "line_number", "ledger_account", "account_id", "bill_id",
                                              "component", "amount_minor", "currency"}));
    for (const Journal& journal : journals) {
        std::int64_t number = 0;
        for (const JournalLine& line : journal.lines) {
            rows.integer(journal.id.raw()).integer(++number).integer(std::int64_t(line.account));
            rows.value(line.customerAccount).value(line.bill).text(QStringView(line.component));
            rows.integer(line.amount.minor()).text(line.amount.currency().code());
            MH_CHECK(rows.endRow());
        }
    }
    return rows.finish();
}

} // namespace

Result<void> LedgerStore::insert(UnitOfWork& work, std::span<const Journal> journals) {
    MH_CHECK(insertJournals(work, journals));
    return insertJournalLines(work, journals);
}

Result<void> LedgerStore::insert(UnitOfWork& work, const Receipt& receipt) {
    return work.insertGuarded("receipt",
                              {"id", "payment_id", "journal_id", "paper_number", "legal_entity_id", "account_id",
                               "received_minor", "change_minor", "amount_minor", "currency", "shift_id", "issued_at"},
                              {receipt.id, receipt.payment, receipt.journal, receipt.paperNumber, receipt.entity,
                               receipt.account, receipt.received, receipt.change, receipt.amount,
                               QString(receipt.amount.currency().code()), receipt.shift, receipt.issuedAt});
}

namespace {

Result<void> insertTenderRow(UnitOfWork& work, std::int64_t payment, const Tender& tender, std::int64_t turn) {
    MH_CHECK(work.insertGuarded("tender", {"payment_id", "method", "reference", "turn"},
                                {payment, tender.method, tender.reference, turn}));
    if (!tender.isFromBank())
        return {};
    return work.insertGuarded("tender_bank", {"payment_id", "bank", "value_date"},
                              {payment, tender.bank, tender.valueDate});
}

/// How often a slip was used, and how many of these uses were reversed.
struct SlipUses {
    std::int64_t used = 0;
    std::int64_t reversed = 0;
};

Result<SlipUses> slipUses(Database& database, const Tender& tender) {
    return database.one("SELECT COALESCE(SUM(CASE WHEN turn >= 0 THEN 1 ELSE 0 END), 0), "
                        "COALESCE(SUM(CASE WHEN turn < 0 THEN 1 ELSE 0 END), 0) FROM tender "
                        "WHERE method = ? AND reference = ?",
                        {tender.method, tender.reference}, [](const Row& row) {
                            return SlipUses{row.integer(0), row.integer(1)};
                        });
}

} // namespace

Result<void> LedgerStore::insertTender(UnitOfWork& work, std::int64_t payment, const Tender& tender) {
    if (tender.isCash())
        return {};
    MH_TRY(const SlipUses uses, slipUses(work.database(), tender));
    if (uses.used > uses.reversed)
        return LedgerError::ReferenceUsed;
    return insertTenderRow(work, payment, tender, uses.used);
}

Result<void> LedgerStore::releaseTender(UnitOfWork& work, std::int64_t payment, std::int64_t reversal) {
    MH_TRY(const Tender tender, LedgerStore(work.database()).tenderOf(payment));
    if (tender.isCash())
        return {};
    MH_TRY(const std::int64_t turn, work.database().number("SELECT turn FROM tender WHERE payment_id = ?", {payment}));
    return insertTenderRow(work, reversal, tender, -1 - turn);
}

Result<void> LedgerStore::insert(UnitOfWork& work, const Shift& shift) {
    return work.insertGuarded(
        "shift_opening",
        {"id", "seat", "operator_id", "business_day", "opened_at", "float_minor", "currency", "paper_from", "paper_to"},
        {shift.id, shift.seat, shift.cashier, shift.businessDay, shift.openedAt, shift.floatGiven,
         QString(shift.floatGiven.currency().code()), shift.paperFrom, shift.paperTo});
}

Result<void> LedgerStore::insert(UnitOfWork& work, const ShiftCount& count) {
    QString pieces;
    for (const auto& [denomination, number] : count.pieces)
        pieces += QStringLiteral("%1x%2 ").arg(denomination).arg(number);
    return work.insertGuarded("shift_count", {"shift_id", "counted_minor", "denominations", "counted_at"},
                              {count.shift, count.counted, pieces.trimmed(), count.at});
}

Result<void> LedgerStore::insert(UnitOfWork& work, const ShiftClosing& closing) {
    return work.insertGuarded(
        "shift_closing", {"shift_id", "expected_minor", "over_minor", "short_minor", "reason", "lead_id", "closed_at"},
        {closing.shift, closing.expected, closing.over, closing.shortage, closing.reason, closing.lead, closing.at});
}

Result<std::optional<Journal>> LedgerStore::journal(JournalId id) const {
    MH_TRY(auto found,
           m_database.maybe("SELECT id, kind, legal_entity_id, business_day, seat, shift_id, posted_at, reverses_id "
                            "FROM journal WHERE id = ?",
                            {id}, [](const Row& row) {
                                return Journal{.id = row.get<JournalId>(0),
                                               .kind = row.get<JournalKind>(1),
                                               .entity = row.get<LegalEntityId>(2),
                                               .businessDay = row.get<Date>(3),
                                               .seat = row.get<SeatNumber>(4),
                                               .shift = row.get<std::optional<ShiftId>>(5),
                                               .at = row.get<Instant>(6),
                                               .reverses = row.get<std::optional<JournalId>>(7),
                                               .lines = {}};
                            }));
    if (found) {
        MH_TRY(found->lines, m_database.all("SELECT ledger_account, account_id, bill_id, component, amount_minor, "
                                            "currency FROM journal_line WHERE journal_id = ? ORDER BY line_number",
                                            {id}, lineFrom));
    }
    return found;
}

Result<std::optional<JournalId>> LedgerStore::reversalOf(JournalId id) const {
    return m_database.maybe("SELECT id FROM journal WHERE reverses_id = ?", {id},
                            [](const Row& row) { return row.get<JournalId>(0); });
}

Result<std::optional<Journal>> LedgerStore::journalOf(BillId bill) const {
    MH_TRY(const auto id,
           m_database.maybe("SELECT j.id FROM journal_line l JOIN journal j ON j.id = l.journal_id "
                            "WHERE l.bill_id = ? AND j.kind = ? LIMIT 1",
                            {bill, JournalKind::Bill}, [](const Row& row) { return row.get<JournalId>(0); }));
    return id ? journal(*id) : Result<std::optional<Journal>>(std::optional<Journal>());
}

Result<std::vector<OpenBill>> LedgerStore::openBillsOf(AccountId account) const {
    return m_database.all(
        "SELECT b.id, b.account_id, b.legal_entity_id, b.due_on, CAST(SUM(l.amount_minor) AS ${int64}), b.currency "
        "FROM bill b JOIN journal_line l ON l.bill_id = b.id AND l.ledger_account = ? "
        "WHERE b.account_id = ? GROUP BY b.id, b.account_id, b.legal_entity_id, b.due_on, b.currency "
        "HAVING SUM(l.amount_minor) > 0 ORDER BY b.due_on, b.id",
        {LedgerAccount::Receivable, account}, [](const Row& row) -> Result<OpenBill> {
            MH_TRY(const Money open, moneyAt(row, 4, 5));
            return OpenBill{row.get<BillId>(0), row.get<AccountId>(1), row.get<LegalEntityId>(2), row.get<Date>(3),
                            open};
        });
}

Result<std::vector<OpenBillRow>> LedgerStore::openBills(std::optional<BookId> book) const {
    std::string sql =
        "SELECT b.id, b.account_id, b.legal_entity_id, b.due_on, CAST(SUM(l.amount_minor) AS ${int64}), b.currency, "
        "a.number FROM account_balance w JOIN bill b ON b.account_id = w.account_id AND b.currency = w.currency "
        "JOIN account a ON a.id = b.account_id JOIN service_point s ON s.id = b.service_point_id "
        "JOIN journal_line l ON l.bill_id = b.id AND l.ledger_account = w.ledger_account "
        "WHERE w.ledger_account = ? AND w.amount_minor <> 0 ";
    Values values{LedgerAccount::Receivable};
    if (book) {
        sql += "AND s.book_id = ? ";
        values.emplace_back(*book);
    }
    sql += "GROUP BY b.id, b.account_id, b.legal_entity_id, b.due_on, b.currency, a.number "
           "HAVING SUM(l.amount_minor) > 0 ORDER BY a.number, b.due_on, b.id";
    return m_database.all(sql, values, [](const Row& row) -> Result<OpenBillRow> {
        MH_TRY(const Money open, moneyAt(row, 4, 5));
        return OpenBillRow{
            {row.get<BillId>(0), row.get<AccountId>(1), row.get<LegalEntityId>(2), row.get<Date>(3), open},
            row.text(6)};
    });
}

Result<Money> LedgerStore::openOf(BillId bill, Currency currency) const {
    MH_TRY(const std::int64_t open, m_database.number("SELECT CAST(SUM(amount_minor) AS ${int64}) FROM journal_line "
                                                      "WHERE bill_id = ? AND ledger_account = ?",
                                                      {bill, LedgerAccount::Receivable}));
    return Money::ofMinor(open, currency);
}

Result<Money> LedgerStore::prepaymentOf(AccountId account, Currency currency) const {
    MH_TRY(const auto balance, m_database.maybe("SELECT amount_minor FROM account_balance "
                                                "WHERE account_id = ? AND ledger_account = ? AND currency = ?",
                                                {account, LedgerAccount::Prepayment, QString(currency.code())},
                                                [](const Row& row) { return row.integer(0); }));
    return Money::ofMinor(-balance.value_or(0), currency);
}

Result<std::map<AccountId, Money>> LedgerStore::prepaymentsOf(std::span<const AccountId> accounts,
                                                              Currency currency) const {
    std::map<AccountId, Money> prepayments;
    MH_CHECK(m_database.each("SELECT w.account_id, w.amount_minor FROM " + idRows(m_database) +
                                 " CROSS JOIN account_balance w WHERE w.account_id = n.value "
                                 "AND w.ledger_account = ? AND w.currency = ? AND w.amount_minor < 0",
                             {idsFor(m_database, accounts), LedgerAccount::Prepayment, QString(currency.code())},
                             [&](const Row& row) -> Result<void> {
                                 prepayments.emplace(row.get<AccountId>(0), Money::ofMinor(-row.integer(1), currency));
                                 return {};
                             }));
    return prepayments;
}

Result<std::optional<Shift>> LedgerStore::openShiftAt(SeatNumber seat) const {
    return m_database.maybe(std::string(shiftQuery) + "WHERE seat = ? AND NOT EXISTS (SELECT 1 FROM shift_closing c "
                                                      "WHERE c.shift_id = o.id) ORDER BY id DESC LIMIT 1",
                            {seat}, shiftFrom);
}

Result<std::optional<Shift>> LedgerStore::newestShiftAt(SeatNumber seat) const {
    return m_database.maybe(std::string(shiftQuery) + "WHERE seat = ? ORDER BY id DESC LIMIT 1", {seat}, shiftFrom);
}

Result<std::optional<Shift>> LedgerStore::shift(ShiftId id) const {
    return m_database.maybe(std::string(shiftQuery) + "WHERE id = ?", {id}, shiftFrom);
}

Result<std::optional<ShiftCount>> LedgerStore::countOf(ShiftId shift) const {
    return m_database.maybe("SELECT n.shift_id, n.denominations, n.counted_minor, o.currency, n.counted_at "
                            "FROM shift_count n JOIN shift_opening o ON o.id = n.shift_id WHERE n.shift_id = ?",
                            {shift}, [](const Row& row) -> Result<ShiftCount> {
                                MH_TRY(const Money counted, moneyAt(row, 2, 3));
                                ShiftCount count{row.get<ShiftId>(0), {}, counted, row.get<Instant>(4)};
                                for (const QString& stack : row.text(1).split(u' ', Qt::SkipEmptyParts))
                                    count.pieces[stack.section(u'x', 0, 0).toLongLong()] =
                                        stack.section(u'x', 1, 1).toInt();
                                return count;
                            });
}

Result<std::optional<ShiftClosing>> LedgerStore::closingOf(ShiftId shift) const {
    return m_database.maybe("SELECT c.shift_id, c.expected_minor, c.over_minor, c.short_minor, o.currency, c.reason, "
                            "c.lead_id, c.closed_at "
                            "FROM shift_closing c JOIN shift_opening o ON o.id = c.shift_id WHERE c.shift_id = ?",
                            {shift}, [](const Row& row) -> Result<ShiftClosing> {
                                MH_TRY(const Money expected, moneyAt(row, 1, 4));
                                MH_TRY(const Money over, moneyAt(row, 2, 4));
                                MH_TRY(const Money shortage, moneyAt(row, 3, 4));
                                return ShiftClosing{.shift = row.get<ShiftId>(0),
                                                    .expected = expected,
                                                    .over = over,
                                                    .shortage = shortage,
                                                    .reason = row.text(5),
                                                    .lead = row.get<OperatorId>(6),
                                                    .at = row.get<Instant>(7)};
                            });
}

Result<std::vector<Shift>> LedgerStore::shiftsOfDay(Date businessDay) const {
    return m_database.all(std::string(shiftQuery) + "WHERE business_day = ? ORDER BY seat, id", {businessDay},
                          shiftFrom);
}

Result<std::vector<Shift>> LedgerStore::unclosedShifts(Date businessDay) const {
    return m_database.all(std::string(shiftQuery) + "WHERE business_day <= ? AND NOT EXISTS (SELECT 1 FROM "
                                                    "shift_closing c WHERE c.shift_id = o.id) ORDER BY seat",
                          {businessDay}, shiftFrom);
}

Result<std::vector<Shift>> LedgerStore::openShiftsUpTo(Date businessDay) const {
    return m_database.all(std::string(shiftQuery) +
                              "WHERE business_day > COALESCE((SELECT MAX(business_day) FROM day_close), 0) "
                              "AND business_day <= ? AND NOT EXISTS (SELECT 1 FROM shift_closing c "
                              "WHERE c.shift_id = o.id) ORDER BY business_day, seat",
                          {businessDay}, shiftFrom);
}

Result<Money> LedgerStore::cashOf(ShiftId shift, std::optional<LegalEntityId> entity, Currency currency) const {
    const std::int64_t only = entity ? entity->raw() : 0;
    MH_TRY(const std::int64_t sum,
           m_database.number("SELECT CAST(SUM(l.amount_minor) AS ${int64}) FROM journal j "
                             "JOIN journal_line l ON l.journal_id = j.id WHERE j.shift_id = ? AND l.ledger_account = ? "
                             "AND (? = 0 OR j.legal_entity_id = ?)",
                             {shift, LedgerAccount::Cash, only, only}));
    return Money::ofMinor(sum, currency);
}

Result<std::int64_t> LedgerStore::lastPaperNumber(ShiftId shift) const {
    return m_database.number("SELECT MAX(paper_number) FROM receipt WHERE shift_id = ?", {shift});
}

Result<std::optional<Receipt>> LedgerStore::receipt(ReceiptId id) const {
    return m_database.maybe(std::string(receiptQuery) + "WHERE id = ?", {id}, receiptFrom);
}

Result<std::optional<Receipt>> LedgerStore::receiptNumbered(std::int64_t paperNumber) const {
    return m_database.maybe(std::string(receiptQuery) + "WHERE paper_number = ?", {paperNumber}, receiptFrom);
}

Result<std::optional<Receipt>> LedgerStore::receiptOf(JournalId journal) const {
    return m_database.maybe(std::string(receiptQuery) + "WHERE journal_id = ?", {journal}, receiptFrom);
}

Result<std::vector<Receipt>> LedgerStore::receiptsOfPayment(std::int64_t payment) const {
    return m_database.all(std::string(receiptQuery) + "WHERE payment_id = ? ORDER BY paper_number", {payment},
                          receiptFrom);
}

Result<ShiftTakings> LedgerStore::takingsOf(ShiftId shift, Currency currency) const {
    return m_database.one("SELECT COUNT(*), CAST(COALESCE(SUM(CASE WHEN amount_minor < 0 THEN 1 ELSE 0 END), 0) AS "
                          "${int64}), CAST(COALESCE(SUM(amount_minor), 0) AS ${int64}), COALESCE(MAX(paper_number), 0) "
                          "FROM receipt WHERE shift_id = ?",
                          {shift}, [currency](const Row& row) {
                              const int reversals = row.get<int>(1);
                              return ShiftTakings{row.get<int>(0) - reversals, reversals,
                                                  Money::ofMinor(row.integer(2), currency), row.integer(3)};
                          });
}

Result<std::vector<Receipt>> LedgerStore::receiptsOfShift(ShiftId shift) const {
    return m_database.all(std::string(receiptQuery) + "WHERE shift_id = ? ORDER BY paper_number", {shift}, receiptFrom);
}

Result<bool> LedgerStore::dayClosed(Date businessDay) const {
    return m_database.exists("SELECT 1 FROM day_close WHERE business_day = ?", {businessDay});
}

Result<std::optional<DayClosing>> LedgerStore::closingOfDay(Date businessDay) const {
    return m_database.maybe("SELECT business_day, closed_by, closed_at FROM day_close WHERE business_day = ?",
                            {businessDay}, [](const Row& row) {
                                return DayClosing{row.get<Date>(0), row.get<OperatorId>(1), row.get<Instant>(2)};
                            });
}

Result<std::optional<Date>> LedgerStore::oldestOpenDay(Date businessDay) const {
    return m_database.maybe("SELECT business_day FROM journal WHERE business_day > "
                            "COALESCE((SELECT MAX(business_day) FROM day_close), 0) AND business_day <= ? "
                            "ORDER BY business_day LIMIT 1",
                            {businessDay}, [](const Row& row) { return row.get<Date>(0); });
}

Result<void> LedgerStore::closeDay(UnitOfWork& work, Date businessDay, OperatorId by, Instant at,
                                   const QString& totals) {
    return work.insertGuarded("day_close", {"business_day", "closed_by", "closed_at", "totals"},
                              {businessDay, by, at, totals});
}

Result<std::vector<DayTotal>> LedgerStore::totalsOf(Date businessDay) const {
    return m_database.all(
        "SELECT j.legal_entity_id, l.ledger_account, l.component, CAST(SUM(l.amount_minor) AS ${int64}), l.currency "
        "FROM journal j JOIN journal_line l ON l.journal_id = j.id WHERE j.business_day = ? "
        "GROUP BY j.legal_entity_id, l.ledger_account, l.component, l.currency "
        "ORDER BY j.legal_entity_id, l.ledger_account, l.component",
        {businessDay}, [](const Row& row) -> Result<DayTotal> {
            MH_TRY(const Money amount, moneyAt(row, 3, 4));
            return DayTotal{row.get<LegalEntityId>(0), row.get<LedgerAccount>(1), row.text(2), amount};
        });
}

namespace {

Result<std::vector<ReceiptSum>> receiptSumsWhere(Database& database, const std::string& condition, Value of) {
    return database.all(
        "SELECT r.legal_entity_id, COALESCE(t.method, 1), COUNT(*), "
        "CAST(SUM(r.amount_minor) AS ${int64}), r.currency FROM receipt r "
        "JOIN shift_opening o ON o.id = r.shift_id LEFT JOIN tender t ON t.payment_id = r.payment_id "
        "WHERE " +
            condition +
            " GROUP BY r.legal_entity_id, COALESCE(t.method, 1), r.currency "
            "ORDER BY r.legal_entity_id, COALESCE(t.method, 1)",
        {std::move(of)}, [](const Row& row) -> Result<ReceiptSum> {
            MH_TRY(const Money amount, moneyAt(row, 3, 4));
            return ReceiptSum{row.get<LegalEntityId>(0), row.get<PaymentMethod>(1), row.get<int>(2), amount};
        });
}
static_assert(int(PaymentMethod::Cash) == 1);

} // namespace

Result<std::vector<ReceiptSum>> LedgerStore::receiptSums(Date businessDay) const {
    return receiptSumsWhere(m_database, "o.business_day = ?", businessDay);
}

Result<std::vector<ReceiptSum>> LedgerStore::receiptSums(ShiftId shift) const {
    return receiptSumsWhere(m_database, "o.id = ?", shift);
}

namespace {

/// Method, reference, bank, value date.
Tender tenderAt(const Row& row, int first) {
    return {row.get<PaymentMethod>(first), row.text(first + 1), row.text(first + 2),
            row.get<std::optional<Date>>(first + 3)};
}

} // namespace

Result<std::vector<BankTender>> LedgerStore::bankTenders(Date businessDay) const {
    return m_database.all(
        "SELECT r.payment_id, MIN(r.paper_number), o.seat, t.method, t.reference, b.bank, b.value_date, "
        "CAST(SUM(r.amount_minor) AS ${int64}), r.currency FROM receipt r "
        "JOIN shift_opening o ON o.id = r.shift_id JOIN tender t ON t.payment_id = r.payment_id "
        "JOIN tender_bank b ON b.payment_id = r.payment_id WHERE o.business_day = ? "
        "GROUP BY r.payment_id, o.seat, t.method, t.reference, b.bank, b.value_date, r.currency "
        "ORDER BY MIN(r.paper_number)",
        {businessDay}, [](const Row& row) -> Result<BankTender> {
            MH_TRY(const Money amount, moneyAt(row, 7, 8));
            return BankTender{row.integer(0), row.integer(1), row.get<SeatNumber>(2), tenderAt(row, 3), amount};
        });
}

Result<Tender> LedgerStore::tenderOf(std::int64_t payment) const {
    MH_TRY(const auto found,
           m_database.maybe("SELECT t.method, t.reference, COALESCE(b.bank, ''), b.value_date FROM tender t "
                            "LEFT JOIN tender_bank b ON b.payment_id = t.payment_id WHERE t.payment_id = ?",
                            {payment}, [](const Row& row) { return tenderAt(row, 0); }));
    return found.value_or(Tender{});
}

Result<std::vector<ReceiptId>> LedgerStore::receiptsUnlikeTheirTender() const {
    return m_database.all(
        "SELECT r.id FROM receipt r LEFT JOIN tender t ON t.payment_id = r.payment_id "
        "LEFT JOIN journal_line l ON l.journal_id = r.journal_id AND l.ledger_account = ? "
        "WHERE COALESCE(l.component, 'cash') <> CASE COALESCE(t.method, 1) WHEN 1 THEN 'cash' WHEN 2 THEN 'wechat' "
        "WHEN 3 THEN 'alipay' WHEN 4 THEN 'card' WHEN 5 THEN 'transfer' WHEN 6 THEN 'cheque' ELSE '' END "
        "OR (COALESCE(t.method, 1) > 4) <> EXISTS (SELECT 1 FROM tender_bank b WHERE b.payment_id = r.payment_id) "
        "ORDER BY r.id",
        {LedgerAccount::ChannelInTransit}, [](const Row& row) { return row.get<ReceiptId>(0); });
}

Result<std::vector<JournalId>> LedgerStore::unbalancedJournals() const {
    return m_database.all("SELECT j.id FROM journal j LEFT JOIN journal_line l ON l.journal_id = j.id "
                          "GROUP BY j.id HAVING COALESCE(SUM(l.amount_minor), 1) <> 0 ORDER BY j.id",
                          {}, [](const Row& row) { return row.get<JournalId>(0); });
}

Result<std::vector<JournalId>> LedgerStore::unbalancedJournals(Date businessDay) const {
    return m_database.all("SELECT j.id FROM journal j LEFT JOIN journal_line l ON l.journal_id = j.id "
                          "WHERE j.business_day = ? GROUP BY j.id HAVING COALESCE(SUM(l.amount_minor), 1) <> 0 "
                          "ORDER BY j.id",
                          {businessDay}, [](const Row& row) { return row.get<JournalId>(0); });
}

Result<std::vector<BillId>> LedgerStore::billsUnlikeTheirJournal() const {
    return m_database.all("SELECT b.id FROM bill b LEFT JOIN (SELECT l.bill_id, SUM(l.amount_minor) AS owed "
                          "FROM journal_line l JOIN journal j ON j.id = l.journal_id "
                          "WHERE j.kind = ? AND l.ledger_account = ? GROUP BY l.bill_id) p ON p.bill_id = b.id "
                          "WHERE COALESCE(p.owed, 0) <> b.total_minor ORDER BY b.id",
                          {JournalKind::Bill, LedgerAccount::Receivable},
                          [](const Row& row) { return row.get<BillId>(0); });
}

Result<std::vector<ShiftId>> LedgerStore::closingsUnlikeTheirJournals() const {
    return m_database.all("SELECT c.shift_id FROM shift_closing c JOIN journal j ON j.shift_id = c.shift_id "
                          "JOIN journal_line l ON l.journal_id = j.id WHERE l.ledger_account = ? "
                          "GROUP BY c.shift_id HAVING SUM(l.amount_minor) <> 0",
                          {LedgerAccount::Cash}, [](const Row& row) { return row.get<ShiftId>(0); });
}

Result<std::vector<AccountId>> LedgerStore::balancesUnlikeTheirLines() const {
    return m_database.all("SELECT DISTINCT account_id FROM ("
                          "SELECT account_id, ledger_account, currency, amount_minor, 1 AS kept, 0 AS posted "
                          "FROM account_balance UNION ALL "
                          "SELECT account_id, ledger_account, currency, -amount_minor, 0, 1 "
                          "FROM journal_line WHERE account_id IS NOT NULL) both_sides "
                          "GROUP BY account_id, ledger_account, currency "
                          "HAVING SUM(amount_minor) <> 0 OR MAX(kept) <> MAX(posted) ORDER BY account_id",
                          {}, [](const Row& row) { return row.get<AccountId>(0); });
}

Result<std::int64_t> LedgerStore::journalCount() const {
    return m_database.number("SELECT COUNT(*) FROM journal");
}

Result<void> LedgerStore::insert(UnitOfWork& work, const StoredPaper& paper) {
    return work.insertGuarded("paper", {"id", "kind", "subject_id", "model", "digest"},
                              {paper.id, paper.kind, paper.subject, paper.model, paper.digest});
}

Result<void> LedgerStore::insertPrint(UnitOfWork& work, std::int64_t paper, int copy, Instant at, OperatorId by) {
    return work.insertGuarded("paper_print", {"paper_id", "copy_number", "printed_at", "operator_id"},
                              {paper, copy, at, by});
}

Result<std::optional<StoredPaper>> LedgerStore::paper(const QString& kind, std::int64_t subject) const {
    return m_database.maybe(
        "SELECT id, kind, subject_id, model, digest FROM paper WHERE kind = ? AND subject_id = ?", {kind, subject},
        [](const Row& row) {
            return StoredPaper{row.integer(0), row.text(1), row.integer(2), row.bytes(3), row.bytes(4)};
        });
}

Result<int> LedgerStore::copiesOf(std::int64_t paper) const {
    MH_TRY(const std::int64_t count, m_database.number("SELECT COUNT(*) FROM paper_print WHERE paper_id = ?", {paper}));
    return int(count);
}

} // namespace meterhall::storage
