#include "core/storage/billing_store.h"

#include "core/billing/rate.h"
#include "core/storage/bulk_insert.h"
#include "core/storage/many_ids.h"
#include "core/storage/plain_rows.h"

namespace meterhall::storage {

namespace {

/// Of a run's own sums, until its drafts say otherwise.
constexpr const char* startCurrency = "CNY";

constexpr const char* versionQuery =
    "SELECT v.tariff_code, v.content, a.version_id, v.entered_by, a.activated_by FROM tariff_version v "
    "LEFT JOIN tariff_activation a ON a.version_id = v.id ";

Result<StoredTariffVersion> versionFrom(const Row& row) {
    MH_TRY(TariffVersion version, decodeTariffVersion(row.bytesView(1)));
    return StoredTariffVersion{row.text(0), std::move(version), !row.isNull(2), row.get<OperatorId>(3),
                               row.get<std::optional<OperatorId>>(4)};
}

TariffName nameFrom(const Row& row) {
    return {row.text(0), row.text(1), row.get<Commodity>(2)};
}

TariffDraft tariffDraftFrom(const Row& row) {
    return {row.text(0), row.text(1), row.get<OperatorId>(2), row.get<Instant>(3)};
}

constexpr const char* runColumns = "number, book_id, accounting_month, state, drafted_by, checked_by, read_to, due_on";

Result<BillingRun> runFrom(const Row& row) {
    MH_TRY(const AccountingMonth month, AccountingMonth::fromNumber(row.integer(2)));
    return BillingRun{.number = row.integer(0),
                      .book = row.get<BookId>(1),
                      .month = month,
                      .state = row.get<RunState>(3),
                      .draftedBy = row.get<OperatorId>(4),
                      .checkedBy = row.get<std::optional<OperatorId>>(5),
                      .readTo = row.get<Date>(6),
                      .dueOn = row.get<Date>(7)};
}

constexpr const char* draftQuery =
    "SELECT run_number, ordinal, account_id, inputs, inputs_digest, total_minor, currency, held_because FROM draft d ";

Result<Draft> draftFrom(const Row& row) {
    Draft draft{.run = row.integer(0),
                .ordinal = row.get<std::uint32_t>(1),
                .account = row.get<AccountId>(2),
                .inputs = row.get<std::optional<Bytes>>(3).value_or(Bytes()),
                .inputsDigest = row.get<std::optional<Bytes>>(4).value_or(Bytes()),
                .total = {},
                .heldBecause = row.get<std::optional<QString>>(7).value_or(QString())};
    if (!row.isNull(5)) {
        MH_TRY(draft.total, Money::fromStored(row.integer(5), row.text(6)));
    }
    return draft;
}

constexpr const char* billQuery =
    "SELECT id, run_number, account_id, service_point_id, legal_entity_id, accounting_month, tariff_version_id, "
    "rule_version, inputs, inputs_digest, read_to, window_start, issued_on, due_on, usage_micro, ladder_after_micro, "
    "rounding_minor, total_minor, currency, turn, ladder_on, parts, (SELECT v.replaced_by FROM bill_reversal v WHERE "
    "v.bill_id = "
    "bill.id) "
    "FROM bill ";

/// Of `bill`: no correction took it back.
constexpr const char* stands = "NOT EXISTS (SELECT 1 FROM bill_reversal v WHERE v.bill_id = bill.id) ";

/// As many as there are; fill() says what they come to.
std::vector<BilledPart> emptyParts(std::int64_t count, Currency currency) {
    return std::vector<BilledPart>(std::size_t(std::max<std::int64_t>(count, 0)),
                                   {BilledQuantity::zero(), BilledQuantity::zero(), Money::zero(currency)});
}

Result<StoredBill> billFrom(const Row& row) {
    MH_TRY(const AccountingMonth month, AccountingMonth::fromNumber(row.integer(5)));
    MH_TRY(const Money total, Money::fromStored(row.integer(17), row.text(18)));
    MH_TRY(const Money rounding, Money::fromStored(row.integer(16), row.text(18)));
    return StoredBill{.id = row.get<BillId>(0),
                      .run = row.integer(1),
                      .account = row.get<AccountId>(2),
                      .servicePoint = row.get<ServicePointId>(3),
                      .entity = row.get<LegalEntityId>(4),
                      .month = month,
                      .tariffVersion = row.get<TariffVersionId>(6),
                      .ruleVersion = row.get<std::uint16_t>(7),
                      .inputs = row.bytes(8),
                      .inputsDigest = row.bytes(9),
                      .readTo = row.get<Date>(10),
                      .ladderOn = row.get<std::optional<Date>>(20),
                      .windowStart = row.get<std::optional<Date>>(11),
                      .issuedOn = row.get<Date>(12),
                      .dueOn = row.get<Date>(13),
                      .content = {.lines = {},
                                  .usage = row.get<BilledQuantity>(14),
                                  .ladderAfter = row.get<BilledQuantity>(15),
                                  .roundingDifference = rounding,
                                  .total = total,
                                  .parts = emptyParts(row.integer(21), total.currency())},
                      .turn = row.get<int>(19),
                      .replacedBy = row.get<std::optional<BillId>>(22)};
}

} // namespace

Result<void> BillingStore::insert(UnitOfWork& work, const QString& code, const TariffVersion& version,
                                  OperatorId enteredBy) {
    return work.insertGuarded(
        "tariff_version", {"id", "tariff_code", "effective_from", "content", "price_order", "entered_by"},
        {version.id, code, version.effectiveFrom, encodeTariffVersion(version), version.priceOrder, enteredBy});
}

Result<void> BillingStore::activate(UnitOfWork& work, TariffVersionId version, OperatorId by, Instant at) {
    return work.insertGuarded("tariff_activation", {"version_id", "activated_by", "activated_at"}, {version, by, at});
}

Result<std::vector<StoredTariffVersion>> BillingStore::versionsOf(const QString& tariffCode) const {
    return m_database.all(std::string(versionQuery) + "WHERE v.tariff_code = ? ORDER BY v.effective_from, v.id",
                          {tariffCode}, versionFrom);
}

Result<StoredTariffVersion> BillingStore::version(TariffVersionId id) const {
    return m_database.one(std::string(versionQuery) + "WHERE v.id = ?", {id}, versionFrom);
}

Result<std::vector<StoredTariffVersion>> BillingStore::allVersions() const {
    return m_database.all(std::string(versionQuery) + "ORDER BY v.tariff_code, v.effective_from, v.id", {},
                          versionFrom);
}

Result<void> BillingStore::setName(UnitOfWork& work, const TariffName& name) {
    MH_CHECK(work.execute("DELETE FROM tariff WHERE code = ?", {name.code}));
    return insertRow(work, "tariff", {"code", "name", "commodity"}, {name.code, name.name, name.commodity});
}

Result<std::vector<TariffName>> BillingStore::tariffNames() const {
    return m_database.all("SELECT code, name, commodity FROM tariff ORDER BY code", {}, nameFrom);
}

Result<std::optional<TariffName>> BillingStore::tariffName(const QString& code) const {
    return m_database.maybe("SELECT code, name, commodity FROM tariff WHERE code = ?", {code}, nameFrom);
}

Result<void> BillingStore::setDraft(UnitOfWork& work, const TariffDraft& draft) {
    MH_CHECK(deleteDraft(work, draft.code));
    return insertRow(work, "tariff_draft", {"tariff_code", "content", "changed_by", "changed_at"},
                     {draft.code, draft.content, draft.changedBy, draft.changedAt});
}

Result<void> BillingStore::deleteDraft(UnitOfWork& work, const QString& tariffCode) {
    MH_CHECK(work.execute("DELETE FROM tariff_draft WHERE tariff_code = ?", {tariffCode}));
    return {};
}

Result<std::vector<TariffDraft>> BillingStore::tariffDrafts() const {
    return m_database.all("SELECT tariff_code, content, changed_by, changed_at FROM tariff_draft ORDER BY tariff_code",
                          {}, tariffDraftFrom);
}

Result<std::optional<TariffDraft>> BillingStore::tariffDraft(const QString& tariffCode) const {
    return m_database.maybe(
        "SELECT tariff_code, content, changed_by, changed_at FROM tariff_draft WHERE tariff_code = ?", {tariffCode},
        tariffDraftFrom);
}

Result<std::int64_t> BillingStore::accountsOn(const QString& tariffCode) const {
    return m_database.number("SELECT COUNT(*) FROM account WHERE tariff_code = ?", {tariffCode});
}

Result<std::vector<StoredTariffVersion>> BillingStore::versionsInForce() const {
    return m_database.all(std::string(versionQuery) + "WHERE a.version_id IS NOT NULL ORDER BY v.effective_from, v.id",
                          {}, versionFrom);
}

Result<std::vector<NextPrice>> BillingStore::inForceAfter(Date day, int limit) const {
    return m_database.all("SELECT tariff_code, effective_from FROM tariff_version WHERE effective_from > ? AND EXISTS "
                          "(SELECT 1 FROM tariff_activation a WHERE a.version_id = tariff_version.id) "
                          "ORDER BY effective_from, tariff_code LIMIT ?",
                          {day, limit}, [](const Row& row) {
                              return NextPrice{row.text(0), row.get<Date>(1)};
                          });
}

Result<std::optional<BillingRun>> BillingStore::openRunOf(BookId book, AccountingMonth month) const {
    return m_database.maybe(std::string("SELECT ") + runColumns +
                                " FROM billing_run WHERE book_id = ? AND accounting_month = ? AND state <> ? "
                                "ORDER BY number DESC LIMIT 1",
                            {book, month.number(), RunState::Issued}, runFrom);
}

Result<std::vector<BillingRun>> BillingStore::openRuns() const {
    static_assert(int(RunState::Issued) == 4);
    return m_database.all(std::string("SELECT ") + runColumns + " FROM billing_run WHERE state <> 4 ORDER BY number",
                          {}, runFrom);
}

Result<std::optional<BillingRun>> BillingStore::run(std::int64_t number) const {
    return m_database.maybe(std::string("SELECT ") + runColumns + " FROM billing_run WHERE number = ?", {number},
                            runFrom);
}

Result<std::int64_t> BillingStore::nextRunNumber() const {
    MH_TRY(const std::int64_t last, m_database.number("SELECT MAX(number) FROM billing_run"));
    return last + 1;
}

Result<std::vector<std::int64_t>> BillingStore::runsOf(BookId book) const {
    return m_database.all("SELECT number FROM billing_run WHERE book_id = ? ORDER BY number", {book},
                          [](const Row& row) { return row.integer(0); });
}

Result<void> BillingStore::insert(UnitOfWork& work, const BillingRun& run, Instant at) {
    return insertRow(work, "billing_run",
                     {"number", "book_id", "accounting_month", "state", "drafted_by", "drafted_at", "read_to", "due_on",
                      "ready_count", "ready_minor", "held_count", "issued_count", "issued_minor", "currency"},
                     {run.number, run.book, run.month.number(), run.state, run.draftedBy, at, run.readTo, run.dueOn, 0,
                      0, 0, 0, 0, startCurrency});
}

namespace {
// Who and when of each state; the text names the same values in the same order for all of them.
const char* stateChange(RunState state) {
    switch (state) {
    case RunState::Drafted:
        return "UPDATE billing_run SET state = ?, drafted_by = ?, drafted_at = ?, checked_by = NULL WHERE number = ?";
    case RunState::Checked:
        return "UPDATE billing_run SET state = ?, checked_by = ?, checked_at = ? WHERE number = ?";
    case RunState::Issuing:
    case RunState::Issued:
        return "UPDATE billing_run SET state = ?, issued_by = ?, issued_at = ? WHERE number = ?";
    }
    return "";
}
} // namespace

Result<void> BillingStore::setState(UnitOfWork& work, std::int64_t run, RunState state, OperatorId by, Instant at) {
    MH_CHECK(work.execute(stateChange(state), {state, by, at, run}));
    return {};
}

Result<void> BillingStore::draftAgain(UnitOfWork& work, const BillingRun& run, Instant at) {
    MH_CHECK(work.execute("UPDATE billing_run SET state = ?, drafted_by = ?, drafted_at = ?, checked_by = NULL, "
                          "checked_at = NULL, read_to = ?, due_on = ? WHERE number = ?",
                          {RunState::Drafted, run.draftedBy, at, run.readTo, run.dueOn, run.number}));
    return {};
}

Result<void> BillingStore::addIssued(UnitOfWork& work, std::int64_t run, int bills, Money total) {
    MH_CHECK(work.execute("UPDATE billing_run SET issued_count = issued_count + ?, issued_minor = issued_minor + ? "
                          "WHERE number = ?",
                          {bills, total, run}));
    return {};
}

namespace {
Result<void> saveDraftSums(UnitOfWork& work, std::int64_t run, const std::vector<Draft>& drafts) {
    int held = 0;
    std::optional<Money> total;
    for (const Draft& draft : drafts) {
        held += draft.total ? 0 : 1;
        if (draft.total) {
            MH_TRY(total, total ? total->plus(*draft.total) : Result<Money>(*draft.total));
        }
    }
    MH_CHECK(work.execute("UPDATE billing_run SET ready_count = ?, ready_minor = ?, held_count = ?, currency = ? "
                          "WHERE number = ?",
                          {int(drafts.size()) - held, total ? total->minor() : 0, held,
                           total ? QString(total->currency().code()) : QString::fromLatin1(startCurrency), run}));
    return {};
}
} // namespace

Result<void> BillingStore::replaceDrafts(UnitOfWork& work, std::int64_t run, const std::vector<Draft>& drafts) {
    MH_CHECK(work.execute("DELETE FROM draft WHERE run_number = ?", {run}));
    MH_CHECK(saveDraftSums(work, run, drafts));
    MH_TRY(BulkInsert rows, BulkInsert::into(work, "draft",
                                             {"run_number", "ordinal", "account_id", "inputs", "inputs_digest",
                                              "total_minor", "currency", "held_because"}));
    for (const Draft& draft : drafts) {
        rows.integer(run).integer(draft.ordinal).integer(draft.account.raw());
        if (draft.heldBecause.isEmpty())
            rows.bytes(draft.inputs).bytes(draft.inputsDigest);
        else
            rows.null().null();
        if (draft.total)
            rows.integer(draft.total->minor()).text(draft.total->currency().code());
        else
            rows.null().null();
        if (draft.heldBecause.isEmpty())
            rows.null();
        else
            rows.text(QStringView(draft.heldBecause));
        MH_CHECK(rows.endRow());
    }
    return rows.finish();
}

namespace {

constexpr const char* runRowColumns =
    "r.number, r.book_id, r.accounting_month, r.state, r.drafted_by, r.checked_by, r.read_to, r.due_on, "
    "r.ready_count, r.ready_minor, r.held_count, r.issued_count, r.issued_minor, r.currency, r.drafted_at, "
    "r.checked_at, r.issued_by, r.issued_at";
constexpr int runRowColumnCount = 18;

Result<RunRow> runRowFrom(const Row& row) {
    MH_TRY(const BillingRun run, runFrom(row));
    const QString currency = row.text(13);
    MH_TRY(const Money ready, Money::fromStored(row.integer(9), currency));
    MH_TRY(const Money issued, Money::fromStored(row.integer(12), currency));
    return RunRow{.run = run,
                  .sums = {.ready = row.get<int>(8),
                           .readyTotal = ready,
                           .held = row.get<int>(10),
                           .issued = row.get<int>(11),
                           .issuedTotal = issued},
                  .draftedAt = row.get<Instant>(14),
                  .checkedAt = row.get<std::optional<Instant>>(15),
                  .issuedBy = row.get<std::optional<OperatorId>>(16),
                  .issuedAt = row.get<std::optional<Instant>>(17)};
}

} // namespace

Result<std::vector<BookRunRow>> BillingStore::runsOfMonth(AccountingMonth month) const {
    const std::string ofMonth = "FROM billing_run n WHERE n.book_id = k.id AND n.accounting_month = ?)";
    const std::string sql = std::string("SELECT ") + runRowColumns +
                            ", k.id, k.number, k.reader, (SELECT CAST(SUM(n.issued_count) AS ${int64}) " + ofMonth +
                            ", (SELECT CAST(SUM(n.issued_minor) AS ${int64}) " + ofMonth +
                            " FROM book k LEFT JOIN billing_run r ON r.number = (SELECT MAX(n.number) " + ofMonth +
                            " ORDER BY k.number";
    return m_database.all(sql, {month.number(), month.number(), month.number()},
                          [](const Row& row) -> Result<BookRunRow> {
                              constexpr int book = runRowColumnCount;
                              BookRunRow found{row.get<BookId>(book), row.text(book + 1), row.text(book + 2), {}};
                              if (row.isNull(0))
                                  return found;
                              MH_TRY(found.newest, runRowFrom(row));
                              found.issued = row.get<int>(book + 3);
                              found.issuedMinor = row.integer(book + 4);
                              return found;
                          });
}

Result<std::optional<RunRow>> BillingStore::runRow(std::int64_t number) const {
    return m_database.maybe(std::string("SELECT ") + runRowColumns + " FROM billing_run r WHERE r.number = ?", {number},
                            runRowFrom);
}

Result<std::map<QString, int>> BillingStore::heldOf(std::int64_t run) const {
    std::map<QString, int> held;
    MH_CHECK(m_database.each("SELECT held_because, COUNT(*) FROM draft WHERE run_number = ? AND held_because IS NOT "
                             "NULL GROUP BY held_because",
                             {run}, [&](const Row& row) -> Result<void> {
                                 held.emplace(row.text(0), row.get<int>(1));
                                 return {};
                             }));
    return held;
}

namespace {

constexpr const char* draftRowQuery =
    "SELECT d.run_number, d.ordinal, d.account_id, d.inputs, d.inputs_digest, d.total_minor, d.currency, "
    "d.held_because, a.number, c.name, p.address, a.service_point_id, a.tariff_code, b.id, o.id, o.accounting_month, "
    "o.total_minor, o.currency FROM draft d JOIN account a ON a.id = d.account_id "
    "JOIN customer c ON c.id = a.customer_id JOIN service_point s ON s.id = a.service_point_id "
    "JOIN premise p ON p.id = s.premise_id "
    "LEFT JOIN bill b ON b.run_number = d.run_number AND b.account_id = d.account_id AND b.turn = 0 "
    "LEFT JOIN bill o ON o.id = (SELECT e.id FROM bill e WHERE e.account_id = d.account_id "
    "AND e.run_number < d.run_number ORDER BY e.read_to DESC, e.turn DESC LIMIT 1) "
    "WHERE d.run_number = ? AND d.ordinal > ? ";

Result<DraftRow> draftRowFrom(const Row& row) {
    MH_TRY(Draft draft, draftFrom(row));
    DraftRow found{.draft = std::move(draft),
                   .accountNumber = row.text(8),
                   .holder = row.text(9),
                   .address = row.text(10),
                   .servicePoint = row.get<ServicePointId>(11),
                   .tariffCode = row.text(12),
                   .bill = row.get<std::optional<BillId>>(13),
                   .previous = row.get<std::optional<BillId>>(14),
                   .previousMonth = {},
                   .previousTotal = {}};
    if (found.previous) {
        MH_TRY(found.previousMonth, AccountingMonth::fromNumber(row.integer(15)));
        MH_TRY(found.previousTotal, Money::fromStored(row.integer(16), row.text(17)));
    }
    return found;
}

const char* conditionOf(DraftFilter filter) {
    switch (filter) {
    case DraftFilter::All:
        return "";
    case DraftFilter::Held:
        return "AND d.held_because IS NOT NULL ";
    case DraftFilter::Ready:
        return "AND d.held_because IS NULL AND b.id IS NULL ";
    case DraftFilter::Issued:
        return "AND b.id IS NOT NULL ";
    }
    return "";
}

} // namespace

Result<std::vector<DraftRow>> BillingStore::draftRows(const DraftPage& page) const {
    std::string sql = std::string(draftRowQuery) + conditionOf(page.filter);
    Values values{page.run, page.after};
    if (page.filter == DraftFilter::Held && !page.heldBecause.isEmpty()) {
        sql += "AND d.held_because = ? ";
        values.emplace_back(page.heldBecause);
    }
    values.emplace_back(page.limit);
    return m_database.all(sql + "ORDER BY d.ordinal LIMIT ?", values, draftRowFrom);
}

Result<std::vector<Draft>> BillingStore::draftsOf(std::int64_t run) const {
    return m_database.all(std::string(draftQuery) + "WHERE run_number = ? ORDER BY ordinal", {run}, draftFrom);
}

Result<std::vector<Draft>> BillingStore::withoutBill(std::int64_t run) const {
    return m_database.all(std::string(draftQuery) +
                              "WHERE run_number = ? AND NOT EXISTS (SELECT 1 FROM bill b "
                              "WHERE b.run_number = d.run_number AND b.account_id = d.account_id) ORDER BY ordinal",
                          {run}, draftFrom);
}

Result<std::optional<Date>> BillingStore::billedTo(AccountId account) const {
    return m_database.maybe("SELECT read_to FROM bill WHERE account_id = ? ORDER BY read_to DESC LIMIT 1", {account},
                            [](const Row& row) { return row.get<Date>(0); });
}

Result<std::vector<Draft>> BillingStore::unissued(std::int64_t run) const {
    return m_database.all(std::string(draftQuery) +
                              "WHERE run_number = ? AND held_because IS NULL AND NOT EXISTS (SELECT 1 FROM bill b "
                              "WHERE b.run_number = d.run_number AND b.account_id = d.account_id) "
                              "ORDER BY ordinal",
                          {run}, draftFrom);
}

namespace {

Result<void> insertBillHeads(UnitOfWork& work, std::span<const StoredBill* const> bills) {
    MH_TRY(BulkInsert rows, BulkInsert::into(work, "bill",
                                             {"id",
                                              "run_number",
                                              "account_id",
                                              "service_point_id",
                                              "legal_entity_id",
                                              "accounting_month",
                                              "tariff_version_id",
                                              "rule_version",
                                              "inputs",
                                              "inputs_digest",
                                              "read_to",
                                              "ladder_on",
                                              "window_start",
                                              "parts",
                                              "issued_on",
                                              "due_on",
                                              "usage_micro",
                                              "ladder_after_micro",
                                              "rounding_minor",
                                              "total_minor",
                                              "currency",
                                              "turn"}));
    for (const StoredBill* bill : bills) {
        const Bill& content = bill->content;
        rows.integer(bill->id.raw()).integer(bill->run).integer(bill->account.raw());
        rows.integer(bill->servicePoint.raw()).integer(bill->entity.raw()).integer(bill->month.number());
        rows.integer(bill->tariffVersion.raw()).integer(bill->ruleVersion);
        rows.bytes(bill->inputs).bytes(bill->inputsDigest);
        rows.integer(bill->readTo.number()).value(bill->ladderOn).value(bill->windowStart);
        rows.integer(std::int64_t(content.parts.size()));
        rows.integer(bill->issuedOn.number()).integer(bill->dueOn.number());
        rows.integer(content.usage.micro()).integer(content.ladderAfter.micro());
        rows.integer(content.roundingDifference.minor()).integer(content.total.minor());
        rows.text(content.total.currency().code()).integer(bill->turn);
        MH_CHECK(rows.endRow());
    }
    return rows.finish();
}

Result<void> addBillParts(BulkInsert& rows, const StoredBill& bill) {
    if (bill.content.parts.empty())
        return {};
    MH_TRY(const BillingInputs inputs, decodeBillingInputs(bill.inputs));
    const auto uses = usesOf(inputs, bill.content);
    for (std::size_t i = 0; i < bill.content.parts.size(); ++i) {
        const BilledPart& part = bill.content.parts[i];
        rows.integer(bill.id.raw()).integer(std::int64_t(i) + 1);
        rows.integer(inputs.beginOf(i).number()).integer(inputs.endOf(i).number()).integer(inputs.versionOf(i).raw());
        rows.integer(uses[i].readOn.number()).integer(part.usage.micro()).integer(part.ladderAfter.micro());
        rows.integer(part.total.minor());
        MH_CHECK(rows.endRow());
    }
    return {};
}

Result<void> insertBillParts(UnitOfWork& work, std::span<const StoredBill* const> bills) {
    if (std::ranges::all_of(bills, [](const StoredBill* bill) { return bill->content.parts.empty(); }))
        return {};
    MH_TRY(BulkInsert rows, BulkInsert::into(work, "bill_part",
                                             {"bill_id", "part_number", "from_day", "until_day", "tariff_version_id",
                                              "ladder_on", "usage_micro", "ladder_after_micro", "total_minor"}));
    for (const StoredBill* bill : bills)
        MH_CHECK(addBillParts(rows, *bill));
    return rows.finish();
}

Result<void> insertBillLines(UnitOfWork& work, std::span<const StoredBill* const> bills) {
    MH_TRY(BulkInsert rows, BulkInsert::into(work, "bill_line",
                                             {"bill_id", "line_number", "part", "component", "tier", "quantity_micro",
                                              "price_micro", "amount_minor", "tax_minor", "tou"}));
    for (const StoredBill* bill : bills) {
        std::int64_t number = 0;
        for (const BillLine& line : bill->content.lines) {
            rows.integer(bill->id.raw()).integer(++number).integer(line.part).integer(line.component);
            rows.integer(line.tier).integer(line.quantity.micro()).integer(line.price.micro());
            rows.integer(line.amount.minor()).integer(line.tax.minor()).integer(line.tou);
            MH_CHECK(rows.endRow());
        }
    }
    return rows.finish();
}

} // namespace

Result<void> BillingStore::insert(UnitOfWork& work, std::span<const StoredBill* const> bills) {
    MH_CHECK(insertBillHeads(work, bills));
    MH_CHECK(insertBillParts(work, bills));
    return insertBillLines(work, bills);
}

Result<std::vector<BillLine>> BillingStore::linesOf(BillId bill, Currency currency) const {
    return m_database.all("SELECT component, tier, quantity_micro, price_micro, amount_minor, tax_minor, tou, part "
                          "FROM bill_line WHERE bill_id = ? ORDER BY line_number",
                          {bill}, [currency](const Row& row) {
                              return BillLine{.component = row.get<std::uint16_t>(0),
                                              .tier = row.get<std::uint8_t>(1),
                                              .quantity = row.get<BilledQuantity>(2),
                                              .price = row.get<BilledPrice>(3),
                                              .amount = Money::ofMinor(row.integer(4), currency),
                                              .tax = Money::ofMinor(row.integer(5), currency),
                                              .tou = row.get<std::uint8_t>(6),
                                              .part = row.get<std::uint8_t>(7)};
                          });
}

Result<void> BillingStore::fill(StoredBill& bill) const {
    const Currency currency = bill.content.total.currency();
    MH_TRY(bill.content.lines, linesOf(bill.id, currency));
    if (bill.content.parts.empty())
        return {};
    MH_TRY(bill.content.parts,
           m_database.all("SELECT usage_micro, ladder_after_micro, total_minor FROM bill_part WHERE bill_id = ? "
                          "ORDER BY part_number",
                          {bill.id}, [currency](const Row& row) {
                              return BilledPart{row.get<BilledQuantity>(0), row.get<BilledQuantity>(1),
                                                Money::ofMinor(row.integer(2), currency)};
                          }));
    return {};
}

namespace {
Result<std::vector<BillId>> idsOf(Database& database, std::string_view sql, const Values& values) {
    return database.all(sql, values, [](const Row& row) { return row.get<BillId>(0); });
}
} // namespace

Result<std::optional<StoredBill>> BillingStore::bill(BillId id) const {
    MH_TRY(auto found, m_database.maybe(std::string(billQuery) + "WHERE id = ?", {id}, billFrom));
    if (found) {
        MH_CHECK(fill(*found));
    }
    return found;
}

Result<std::optional<StoredBill>> BillingStore::lastBillOf(AccountId account) const {
    MH_TRY(const auto ids,
           idsOf(m_database, "SELECT id FROM bill WHERE account_id = ? ORDER BY read_to DESC, turn DESC LIMIT 1",
                 {account}));
    if (ids.empty())
        return std::optional<StoredBill>();
    return bill(ids.front());
}

Result<std::vector<LastBill>> BillingStore::lastBillsOf(std::span<const AccountId> accounts) const {
    return m_database.all(
        "SELECT b.account_id, b.accounting_month, b.read_to, b.tariff_version_id, b.inputs FROM " + idRows(m_database) +
            " CROSS JOIN bill b WHERE b.id = (SELECT l.id FROM bill l WHERE l.account_id = n.value "
            "ORDER BY l.read_to DESC, l.turn DESC LIMIT 1)",
        {idsFor(m_database, accounts)}, [](const Row& row) -> Result<LastBill> {
            MH_TRY(const AccountingMonth month, AccountingMonth::fromNumber(row.integer(1)));
            return LastBill{row.get<AccountId>(0), month, row.get<Date>(2), row.get<TariffVersionId>(3), row.bytes(4)};
        });
}

Result<std::vector<StoredBill>> BillingStore::standingBills(AccountId account) const {
    MH_TRY(auto bills,
           m_database.all(std::string(billQuery) + "WHERE account_id = ? AND " + stands + "ORDER BY read_to", {account},
                          billFrom));
    for (StoredBill& bill : bills) {
        MH_CHECK(fill(bill));
    }
    return bills;
}

Result<std::vector<BillId>> BillingStore::billsOfRun(std::int64_t run) const {
    return idsOf(m_database, "SELECT id FROM bill WHERE run_number = ? ORDER BY id", {run});
}

Result<std::vector<BillId>> BillingStore::billsOfAccount(AccountId account) const {
    return idsOf(m_database, "SELECT id FROM bill WHERE account_id = ? ORDER BY read_to, turn", {account});
}

Result<std::int64_t> BillingStore::billCount() const {
    return m_database.number("SELECT count(*) FROM bill");
}

Result<void> BillingStore::eachBill(const std::function<Result<void>(const StoredBill&)>& visit) const {
    MH_TRY(const ReadView view, ReadView::begin(m_database));
    return m_database.stream(std::string(billQuery) + "ORDER BY account_id, read_to, turn", {},
                             [&](const Row& row) -> Result<void> {
                                 MH_TRY(StoredBill stored, billFrom(row));
                                 MH_CHECK(fill(stored));
                                 return visit(stored);
                             });
}

Result<std::vector<BilledUse>> BillingStore::usesOf(AccountId account, int limit) const {
    return m_database.all(
        std::string("SELECT accounting_month, read_to, usage_micro FROM bill WHERE account_id = ? AND ") + stands +
            "ORDER BY read_to DESC LIMIT ?",
        {account, limit}, [](const Row& row) -> Result<BilledUse> {
            MH_TRY(const AccountingMonth month, AccountingMonth::fromNumber(row.integer(0)));
            return BilledUse{month, row.get<Date>(1), row.get<BilledQuantity>(2)};
        });
}

Result<std::vector<PlacedUse>> BillingStore::issuedUse(std::span<const AccountId> accounts) const {
    const std::string ofAccounts = " FROM " + idRowsOf(m_database, "bill", "account_id") + " ";
    const std::string where = std::string(" WHERE bill.account_id = n.value AND ") + stands;
    const Value ids = idsFor(m_database, accounts);
    return m_database.all("SELECT bill.account_id, bill.service_point_id, COALESCE(bill.ladder_on, bill.read_to), "
                          "bill.usage_micro" +
                              ofAccounts + where +
                              "AND bill.parts = 0 UNION ALL SELECT bill.account_id, bill.service_point_id, "
                              "p.ladder_on, p.usage_micro" +
                              ofAccounts + "JOIN bill_part p ON p.bill_id = bill.id" + where + "AND bill.parts > 0",
                          {ids, ids}, [](const Row& row) {
                              return PlacedUse{row.get<AccountId>(0), row.get<ServicePointId>(1),
                                               IssuedUse{row.get<Date>(2), row.get<BilledQuantity>(3)}};
                          });
}

} // namespace meterhall::storage
