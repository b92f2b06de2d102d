#include "core/services/papers.h"

#include "core/billing/billing_inputs.h"
#include "core/quantity/allocation.h"
#include "core/security/masking.h"
#include "core/services/inside/paper_composing.h"
#include "core/services/inside/price_book.h"
#include "core/storage/billing_store.h"
#include "core/storage/holder_store.h"
#include "core/storage/ledger_store.h"
#include "core/storage/operator_store.h"
#include "core/storage/purchase_store.h"
#include "core/storage/reading_store.h"
#include "core/storage/registry_store.h"

namespace meterhall::services {

using papers::BillPaper;
using papers::Paper;
using papers::PaperHead;
using papers::printedFigure;
using papers::ReceiptPaper;
using storage::BillingStore;
using storage::LedgerStore;
using storage::RegistryStore;
using storage::StoredBill;
using storage::StoredPaper;

namespace {

Bytes bytesOf(const QByteArray& array) {
    return Bytes(array.begin(), array.end());
}

QByteArray arrayOf(const Bytes& bytes) {
    return QByteArray(reinterpret_cast<const char*>(bytes.data()), qsizetype(bytes.size()));
}

/// What the customer sees: the month, the run and the place in it, or the number of a bill that replaces another.
QString billNumber(const StoredBill& bill) {
    if (bill.turn > 0)
        return QStringLiteral("%1-%2-%3").arg(bill.month.number()).arg(bill.run).arg(bill.id.raw());
    const std::int64_t ordinal = bill.id.raw() & ((std::int64_t(1) << idlayout::ordinalBits) - 1);
    return QStringLiteral("%1-%2-%3").arg(bill.month.number()).arg(bill.run).arg(ordinal, 4, 10, QChar(u'0'));
}

Result<LegalEntity> entityById(Session& session, LegalEntityId id) {
    MH_TRY(const auto entities, RegistryStore(session.inside().database()).legalEntities());
    for (const LegalEntity& entity : entities)
        if (entity.id == id)
            return entity;
    return RegistryError::BadRow;
}

} // namespace

Result<PaperToPrint> printStored(Session& session, const QString& kind, std::int64_t subject,
                                 const std::function<Result<papers::Paper>()>& compose) {
    MH_CHECK(require(session, Service::PrintPaper));
    MH_TRY(auto work, beginUnit(session, Service::PrintPaper, kind + u' ' + QString::number(subject)));
    const LedgerStore store(work.database());
    MH_TRY(auto stored, store.paper(kind, subject));
    int copies = 0;
    if (stored) {
        MH_TRY(copies, store.copiesOf(stored->id));
    } else {
        MH_TRY(const Paper composed, compose());
        stored = StoredPaper{nextId<struct PaperTag>(session).raw(), kind, subject,
                             bytesOf(papers::canonicalForm(composed)), bytesOf(papers::contentHash(composed))};
        MH_CHECK(LedgerStore::insert(work, *stored));
    }
    MH_CHECK(LedgerStore::insertPrint(work, stored->id, copies + 1, session.now(), session.who().id));
    MH_TRY(Paper paper, papers::paperFromCanonical(arrayOf(stored->model)));
    MH_CHECK(work.commit());
    return PaperToPrint{std::move(paper), copies + 1};
}

papers::PaperTime paperTime(Session& session, Instant at) {
    return {at, session.zone().utcOffsetMinutes(at)};
}

QString methodOnPaper(PaymentMethod method) {
    switch (method) {
    case PaymentMethod::Cash:
        return QStringLiteral("现金");
    case PaymentMethod::WeChat:
        return QStringLiteral("微信");
    case PaymentMethod::Alipay:
        return QStringLiteral("支付宝");
    case PaymentMethod::BankCard:
        return QStringLiteral("刷卡");
    case PaymentMethod::Transfer:
        return QStringLiteral("银行转账");
    case PaymentMethod::Cheque:
        return QStringLiteral("支票");
    }
    return {};
}

QString referenceOnPaper(const Tender& tender) {
    return tender.isFromBank()
               ? QStringLiteral("%1，%2，%3").arg(tender.reference, tender.bank, tender.valueDate->toString())
               : tender.reference;
}

QString chainHead(Session& session) {
    return toHex(session.inside().seat().head());
}

Result<papers::PaperHead> paperHead(Session& session, LegalEntityId entityId, const QString& paperNumber) {
    MH_TRY(const LegalEntity entity, entityById(session, entityId));
    const Hall& hall = session.inside().workplace().hall;
    PaperHead head;
    head.company = entity.name;
    head.legalEntity = entity.name;
    head.hall = hall.name;
    head.seat = QString::number(session.seat());
    head.operatorNumber = session.who().number;
    head.paperNumber = paperNumber;
    head.hotline = hall.hotline;
    head.issuedAt = paperTime(session, session.now());
    return head;
}

namespace {

papers::PrintedOrigin printedOrigin(Origin origin) {
    switch (origin) {
    case Origin::Actual:
        return papers::PrintedOrigin::Actual;
    case Origin::Estimated:
        return papers::PrintedOrigin::Estimated;
    case Origin::SelfReported:
        return papers::PrintedOrigin::SelfReported;
    case Origin::Remote:
        return papers::PrintedOrigin::Remote;
    }
    return papers::PrintedOrigin::Actual;
}

QString useClassText(UseClass useClass) {
    switch (useClass) {
    case UseClass::Residential:
        return QStringLiteral("居民");
    case UseClass::NonResidential:
        return QStringLiteral("非居民");
    case UseClass::Special:
        return QStringLiteral("特种");
    }
    return {};
}

QString tierText(int tier) {
    static const QStringList words{QString(),
                                   QStringLiteral("第一档"),
                                   QStringLiteral("第二档"),
                                   QStringLiteral("第三档"),
                                   QStringLiteral("第四档"),
                                   QStringLiteral("第五档")};
    return tier < words.size() ? words.at(tier) : QStringLiteral("第%1档").arg(tier);
}

/// A line of a divided bill says until when its price, its ladder or its season held.
QString tierText(const BillLine& line, const BillingInputs& inputs) {
    if (line.part == 0 || line.part >= inputs.parts())
        return tierText(line.tier);
    const Date last = inputs.endOf(line.part - 1U).addDays(-1);
    return QStringLiteral("%1（至%2）").arg(tierText(line.tier), last.toString());
}

/// Fills the paper of one bill from what is stored about it.
class BillComposer {
public:
    BillComposer(Session& session, StoredBill bill)
        : m_session(session)
        , m_database(session.inside().database())
        , m_bill(std::move(bill)) {}

    Result<Paper> compose() {
        MH_TRY(const BillingInputs inputs, decodeBillingInputs(m_bill.inputs));
        PriceBook book(m_database);
        MH_TRY(const auto prices, book.of(inputs));
        MH_CHECK(addCustomer());
        MH_CHECK(addReadings(inputs));
        addCharges(inputs, prices);
        addLadder(inputs, *prices.back());
        MH_CHECK(addMoney());
        return Paper(m_paper);
    }

private:
    Result<void> addCustomer() {
        MH_TRY(const auto row, RegistryStore(m_database).accountById(m_bill.account));
        if (!row)
            return RegistryError::UnknownAccount;
        MH_TRY(m_paper.head, paperHead(m_session, m_bill.entity, billNumber(m_bill)));
        m_paper.commodity = row->account.commodity;
        m_paper.month = m_bill.month;
        m_paper.accountNumber = row->account.number;
        MH_TRY(const QString holder, storage::HolderStore(m_database).holderOn(*row, m_bill.readTo));
        m_paper.holder = maskedName(holder);
        m_paper.address = row->address;
        m_paper.useClass = useClassText(row->account.useClass);
        m_paper.bookSequence = row->bookNumber + u'-' + QString::number(row->sequence);
        m_paper.unit = QStringLiteral("m³");
        m_paper.peopleCounted = row->account.householdSize;
        return {};
    }

    Result<void> addReadings(const BillingInputs& inputs) {
        for (const UsageSegment& segment : inputs.segments) {
            MH_TRY(const auto meter, RegistryStore(m_database).meter(segment.meter));
            MH_TRY(const auto reading, storage::ReadingStore(m_database)
                                           .newest(segment.meter, QString::fromStdString(segment.registerCode),
                                                   inputs.interval.from(), inputs.interval.to()));
            MH_TRY(const BilledQuantity current, segment.currentDial.cutToStep(BilledQuantity::ofMicro(1'000'000)));
            MH_TRY(const BilledQuantity turned, current.plus(segment.rollover));
            MH_TRY(const BilledQuantity use, turned.minus(segment.previousDial));
            m_paper.readings.push_back(
                {.meterNumber = meter ? meter->number : segment.meter.toString(),
                 .previousOn = inputs.interval.from(),
                 .previous = printedFigure(segment.previousDial.micro()),
                 .currentOn = inputs.interval.to(),
                 .current = printedFigure(current.micro()),
                 .origin = reading ? printedOrigin(reading->reading.origin) : papers::PrintedOrigin::Actual,
                 .multiplier = printedFigure(segment.multiplier.micro()),
                 .use = printedFigure(use.micro())});
        }
        return {};
    }

    void addCharges(const BillingInputs& inputs, BillPrices prices) {
        constexpr int priceDecimals = 2;
        for (const BillLine& line : m_bill.content.lines) {
            const TariffComponent& component = priceOfLine(line, prices).components.at(line.component);
            papers::ChargeRow row{.component = component.label.isEmpty() ? component.code : component.label,
                                  .tier = tierText(line, inputs),
                                  .price = printedFigure(line.price.micro(), priceDecimals),
                                  .quantity = printedFigure(line.quantity.micro()),
                                  .amount = line.amount};
            (component.payee == Payee::FeeOnBehalf ? m_paper.onBehalf : m_paper.charges).push_back(std::move(row));
        }
        m_paper.priceOrders += priceOrders(prices);
    }

    void addLadder(const BillingInputs& inputs, const TariffVersion& version) {
        if (!inputs.window || version.ladder.upperBounds.empty())
            return;
        const BilledQuantity position = m_bill.content.ladderAfter;
        const auto& bounds = version.ladder.upperBounds;
        const auto bound =
            std::find_if(bounds.begin(), bounds.end(), [&](BilledQuantity upper) { return position <= upper; });
        papers::LadderRow row{.window = QStringLiteral("%1年").arg(inputs.window->from().year()),
                              .yearToDate = printedFigure(position.micro()),
                              .tier = tierText(int(bound - bounds.begin()) + 1),
                              .roomLeft = {}};
        if (bound != bounds.end())
            row.roomLeft = printedFigure(bound->micro() - position.micro());
        m_paper.ladder = std::move(row);
    }

    Result<void> addMoney() {
        const LedgerStore ledger(m_database);
        const Currency currency = m_bill.content.total.currency();
        m_paper.billTotal = m_bill.content.total;
        m_paper.dueOn = m_bill.dueOn;
        m_paper.waysToPay = QStringList{QStringLiteral("营业厅")};
        m_paper.payCode = m_paper.accountNumber;
        MH_TRY(const Money open, ledger.openOf(m_bill.id, currency));
        MH_TRY(m_paper.creditUsed, m_bill.content.total.minus(open));
        MH_TRY(m_paper.creditAfter, ledger.prepaymentOf(m_bill.account, currency));
        MH_TRY(m_paper.creditBefore, m_paper.creditAfter.plus(m_paper.creditUsed));
        m_paper.toPay = open;
        MH_TRY(const auto others, ledger.openBillsOf(m_bill.account));
        for (const OpenBill& other : others) {
            if (other.bill >= m_bill.id)
                continue;
            MH_TRY(const auto bill, BillingStore(m_database).bill(other.bill));
            if (!bill)
                continue;
            m_paper.arrears.push_back({.month = bill->month, .amount = other.open});
            MH_TRY(m_paper.toPay, m_paper.toPay.plus(other.open));
        }
        return {};
    }

    Session& m_session;
    storage::Database& m_database;
    StoredBill m_bill;
    BillPaper m_paper;
};

} // namespace

namespace {

const QString billKind = QStringLiteral("bill");
const QString receiptKind = QStringLiteral("receipt");

Result<Paper> composeBill(Session& session, BillId id) {
    MH_TRY(auto bill, BillingStore(session.inside().database()).bill(id));
    if (!bill)
        return LedgerError::UnknownBill;
    return BillComposer(session, std::move(*bill)).compose();
}

Result<Paper> storedOr(Session& session, const QString& kind, std::int64_t subject,
                       const std::function<Result<Paper>()>& compose) {
    MH_CHECK(require(session, Service::PrintPaper));
    MH_TRY(const auto stored, LedgerStore(session.inside().database()).paper(kind, subject));
    return stored ? papers::paperFromCanonical(arrayOf(stored->model)) : compose();
}

} // namespace

Result<PaperToPrint> printBill(Session& session, BillId id) {
    return printStored(session, billKind, id.raw(), [&] { return composeBill(session, id); });
}

Result<papers::ExplanationPaper> explanationToFill(Session& session, BillId id) {
    MH_TRY(const Paper paper, billToLookAt(session, id));
    const auto& bill = std::get<papers::BillPaper>(paper);
    papers::ExplanationPaper explanation;
    explanation.head = bill.head;
    explanation.head.operatorNumber = session.who().number;
    explanation.head.issuedAt = paperTime(session, session.now());
    explanation.commodity = bill.commodity;
    explanation.month = bill.month;
    explanation.accountNumber = bill.accountNumber;
    explanation.holder = bill.holder;
    explanation.address = bill.address;
    explanation.priceOrders = bill.priceOrders;
    explanation.total = bill.billTotal;
    return explanation;
}

Result<Paper> billToLookAt(Session& session, BillId id) {
    return storedOr(session, billKind, id.raw(), [&] { return composeBill(session, id); });
}

namespace {

/// Whatever was rated.
struct RatedLines {
    Bytes inputs;
    const std::vector<BillLine>& lines;
};

Result<void> addComponents(storage::Database& database, std::vector<papers::ComponentRow>& rows,
                           const RatedLines& ofBill, Money paid) {
    MH_TRY(const BillingInputs inputs, decodeBillingInputs(ofBill.inputs));
    PriceBook book(database);
    MH_TRY(const auto prices, book.of(inputs));
    std::vector<std::int64_t> weights;
    for (const BillLine& line : ofBill.lines)
        weights.push_back(std::max<std::int64_t>(line.amount.minor(), 0));
    MH_TRY(const auto shares, allocateUnits(paid.minor(), weights));
    for (std::size_t i = 0; i < shares.size(); ++i) {
        const BillLine& line = ofBill.lines[i];
        const TariffComponent& component = priceOfLine(line, prices).components.at(line.component);
        const QString name = component.label.isEmpty() ? component.code : component.label;
        auto known = std::find_if(rows.begin(), rows.end(),
                                  [&](const papers::ComponentRow& row) { return row.component == name; });
        if (known == rows.end())
            known = rows.insert(known, {.component = name,
                                        .onBehalf = component.payee == Payee::FeeOnBehalf,
                                        .amount = Money::zero(paid.currency())});
        MH_TRY(known->amount, known->amount.plus(Money::ofMinor(shares[i], paid.currency())));
    }
    return {};
}

} // namespace

Result<std::vector<papers::ComponentRow>> componentsPaid(Session& session, JournalId id) {
    storage::Database& database = session.inside().database();
    MH_TRY(const auto journal, LedgerStore(database).journal(id));
    if (!journal)
        return LedgerError::UnknownJournal;
    std::vector<papers::ComponentRow> rows;
    MH_TRY(const auto purchase, storage::PurchaseStore(database).purchaseOf(id));
    if (purchase) {
        const Money price = purchase->content.total;
        MH_CHECK(addComponents(database, rows, {purchase->inputs, purchase->content.lines},
                               purchase->journal == id ? price : price.negated()));
        return rows;
    }
    for (const JournalLine& line : journal->lines) {
        if (line.account != LedgerAccount::Receivable || !line.bill)
            continue;
        MH_TRY(const auto bill, BillingStore(database).bill(*line.bill));
        if (!bill)
            return LedgerError::UnknownBill;
        MH_CHECK(addComponents(database, rows, {bill->inputs, bill->content.lines}, line.amount.negated()));
    }
    return rows;
}

namespace {

Result<Money> lateChargeOf(const Journal& journal, BillId bill) {
    Money late = papers::noMoney();
    for (const JournalLine& line : journal.lines)
        if (line.account == LedgerAccount::LateCharge && line.bill == bill) {
            MH_TRY(late, late.minus(line.amount));
        }
    return late;
}

Result<void> addPaid(storage::Database& database, ReceiptPaper& paper, const Journal& journal) {
    for (const JournalLine& line : journal.lines) {
        if (line.account == LedgerAccount::Prepayment)
            paper.toCredit = line.amount.negated();
        if (line.account != LedgerAccount::Receivable || !line.bill)
            continue;
        MH_TRY(const auto bill, BillingStore(database).bill(*line.bill));
        if (!bill)
            return LedgerError::UnknownBill;
        const Money paid = line.amount.negated();
        MH_TRY(const Money late, lateChargeOf(journal, *line.bill));
        paper.settled.push_back(
            {.billNumber = billNumber(*bill), .month = bill->month, .amount = paid, .lateCharge = late});
        MH_TRY(paper.lateCharge, paper.lateCharge.plus(late));
    }
    return {};
}

Result<Paper> composeReceipt(Session& session, ReceiptId id) {
    storage::Database& database = session.inside().database();
    const LedgerStore ledger(database);
    MH_TRY(const auto receipt, ledger.receipt(id));
    if (!receipt)
        return LedgerError::UnknownJournal;
    MH_TRY(const auto row, RegistryStore(database).accountById(receipt->account));
    MH_TRY(const auto journal, ledger.journal(receipt->journal));
    if (!row || !journal)
        return LedgerError::UnknownJournal;
    ReceiptPaper paper;
    MH_TRY(paper.head, paperHead(session, receipt->entity, QString::number(receipt->paperNumber)));
    paper.accountNumber = row->account.number;
    paper.holder = maskedName(row->holder);
    paper.address = row->address;
    paper.total = receipt->amount;
    MH_TRY(const Tender tender, ledger.tenderOf(receipt->payment));
    paper.method = methodOnPaper(tender.method);
    paper.channelReference = referenceOnPaper(tender);
    paper.received = receipt->received;
    paper.change = receipt->change;
    MH_TRY(paper.creditAfter, ledger.prepaymentOf(receipt->account, receipt->amount.currency()));
    if (journal->reverses) {
        MH_TRY(const auto original, ledger.receiptOf(*journal->reverses));
        paper.reverses = original ? QString::number(original->paperNumber) : QString();
    }
    MH_CHECK(addPaid(database, paper, *journal));
    MH_TRY(paper.components, componentsPaid(session, journal->id));
    return Paper(paper);
}

} // namespace

Result<PaperToPrint> printReceipt(Session& session, ReceiptId receipt) {
    return printStored(session, receiptKind, receipt.raw(), [&] { return composeReceipt(session, receipt); });
}

Result<Paper> receiptToLookAt(Session& session, ReceiptId receipt) {
    return storedOr(session, receiptKind, receipt.raw(), [&] { return composeReceipt(session, receipt); });
}

} // namespace meterhall::services
