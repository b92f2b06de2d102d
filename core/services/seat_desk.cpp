#include "core/services/seat_desk.h"

#include "core/money/cash.h"
#include "core/services/inside/known_account.h"
#include "core/services/inside/session_inside.h"
#include "core/storage/ledger_store.h"
#include "core/storage/operator_store.h"

namespace meterhall::services {

using storage::LedgerStore;
using storage::OperatorStore;
using storage::ReadView;
using storage::ShiftTakings;

namespace {

/// The papers of a shift that no receipt was printed on.
struct PapersLeft {
    std::int64_t next = 0;
    std::int64_t count = 0;
};

PapersLeft papersLeftOf(const Shift& shift, const ShiftTakings& takings) {
    const std::int64_t next = std::max(takings.lastPaper + 1, shift.paperFrom);
    return {next, shift.paperTo - next + 1};
}

Result<ShiftAtSeat> openShiftOf(Session& session, const Shift& shift) {
    storage::Database& database = session.inside().database();
    const LedgerStore ledger(database);
    MH_TRY(const ShiftTakings takings, ledger.takingsOf(shift.id, shift.floatGiven.currency()));
    MH_TRY(const auto count, ledger.countOf(shift.id));
    MH_TRY(const auto cashier, OperatorStore(database).byId(shift.cashier));
    const PapersLeft papers = papersLeftOf(shift, takings);
    return ShiftAtSeat{.shift = shift.id,
                       .cashier = shift.cashier,
                       .cashierNumber = cashier ? cashier->number : QString(),
                       .cashierName = cashier ? cashier->name : QString(),
                       .isMine = shift.cashier == session.who().id,
                       .businessDay = shift.businessDay,
                       .since = shift.openedAt,
                       .countedAt = count ? std::optional(count->at) : std::nullopt,
                       .payments = takings.payments,
                       .reversals = takings.reversals,
                       .received = takings.sum,
                       .nextPaper = papers.count > 0 ? std::optional(papers.next) : std::nullopt,
                       .papersLeft = papers.count};
}

Result<DeskReceipt> deskReceiptOf(Session& session, const Receipt& receipt) {
    storage::Database& database = session.inside().database();
    const LedgerStore ledger(database);
    MH_TRY(const storage::AccountRow row, knownAccount(session, receipt.account));
    MH_TRY(const auto shift, ledger.shift(receipt.shift));
    MH_TRY(const auto journal, ledger.journal(receipt.journal));
    if (!shift || !journal)
        return LedgerError::UnknownJournal;
    MH_TRY(const auto cashier, OperatorStore(database).byId(shift->cashier));
    MH_TRY(const auto reversed, ledger.reversalOf(receipt.journal));
    MH_TRY(auto visit, ledger.receiptsOfPayment(receipt.payment));
    MH_TRY(Tender tender, ledger.tenderOf(receipt.payment));
    Money amount = Money::zero(receipt.amount.currency());
    for (const Receipt& part : visit) {
        MH_TRY(amount, amount.plus(part.amount));
    }
    return DeskReceipt{.receipt = receipt,
                       .accountNumber = row.account.number,
                       .holder = row.holder,
                       .seat = shift->seat,
                       .cashier = shift->cashier,
                       .cashierNumber = cashier ? cashier->number : QString(),
                       .cashierName = cashier ? cashier->name : QString(),
                       .reversal = journal->kind == JournalKind::Reversal,
                       .reversed = reversed.has_value(),
                       .visit = std::move(visit),
                       .visitAmount = amount,
                       .tender = std::move(tender)};
}

std::optional<UndoBlock> undoBlockOf(Session& session, const DeskReceipt& last, Instant until, bool shiftOver) {
    if (last.reversal)
        return UndoBlock::IsReversal;
    if (last.reversed)
        return UndoBlock::AlreadyReversed;
    if (last.cashier != session.who().id)
        return UndoBlock::SomebodyElses;
    if (shiftOver)
        return UndoBlock::ShiftOver;
    return session.now() > until ? std::optional(UndoBlock::TooLate) : std::nullopt;
}

Result<bool> isPrinted(const LedgerStore& ledger, const std::vector<Receipt>& visit) {
    for (const Receipt& receipt : visit) {
        MH_TRY(const auto paper, ledger.paper(QStringLiteral("receipt"), receipt.id.raw()));
        if (!paper)
            return false;
    }
    return true;
}

Result<std::optional<LastPayment>> paymentOf(Session& session, std::int64_t payment, bool shiftOver,
                                             Duration undoWithin) {
    const LedgerStore ledger(session.inside().database());
    MH_TRY(const auto visit, ledger.receiptsOfPayment(payment));
    if (visit.empty())
        return std::optional<LastPayment>();
    MH_TRY(auto receipt, deskReceiptOf(session, visit.front()));
    MH_TRY(const bool printed, isPrinted(ledger, visit));
    const Instant until = receipt.receipt.issuedAt + undoWithin;
    const auto block = undoBlockOf(session, receipt, until, shiftOver);
    return std::optional(LastPayment{std::move(receipt), until, block, printed});
}

Result<std::optional<LastPayment>> lastPaymentOf(Session& session, const Shift& shift, bool shiftOver,
                                                 Duration undoWithin) {
    const LedgerStore ledger(session.inside().database());
    MH_TRY(const std::int64_t lastPaper, ledger.lastPaperNumber(shift.id));
    MH_TRY(const auto newest, ledger.receiptNumbered(lastPaper));
    if (!newest)
        return std::optional<LastPayment>();
    return paymentOf(session, newest->payment, shiftOver, undoWithin);
}

} // namespace

Result<SeatDesk> seatDesk(Session& session, Duration undoWithin) {
    MH_CHECK(require(session, Service::FindCustomer));
    storage::Database& database = session.inside().database();
    MH_TRY(const ReadView view, ReadView::begin(database));
    const LedgerStore ledger(database);
    SeatDesk desk;
    MH_TRY(const auto newest, ledger.newestShiftAt(session.seat()));
    if (!newest)
        return desk;
    MH_TRY(const auto closed, ledger.closingOf(newest->id));
    if (!closed) {
        MH_TRY(desk.shift, openShiftOf(session, *newest));
    }
    const bool over = !desk.shift || desk.shift->countedAt;
    MH_TRY(desk.last, lastPaymentOf(session, *newest, over, undoWithin));
    return desk;
}

Result<std::optional<DeskReceipt>> receiptNumbered(Session& session, std::int64_t paperNumber) {
    MH_CHECK(require(session, Service::FindCustomer));
    storage::Database& database = session.inside().database();
    MH_TRY(const ReadView view, ReadView::begin(database));
    MH_TRY(const auto receipt, LedgerStore(database).receiptNumbered(paperNumber));
    if (!receipt)
        return std::optional<DeskReceipt>();
    MH_TRY(auto found, deskReceiptOf(session, *receipt));
    return std::optional(std::move(found));
}

Result<std::optional<LastPayment>> paymentAsked(Session& session, std::int64_t key, Duration undoWithin) {
    MH_CHECK(require(session, Service::FindCustomer));
    storage::Database& database = session.inside().database();
    MH_TRY(const ReadView view, ReadView::begin(database));
    const LedgerStore ledger(database);
    MH_TRY(const auto receipts, ledger.receiptsOfPayment(key));
    if (receipts.empty())
        return std::optional<LastPayment>();
    MH_TRY(const auto count, ledger.countOf(receipts.front().shift));
    return paymentOf(session, key, count.has_value(), undoWithin);
}

namespace {

Result<std::optional<CountBlock>> countBlockOf(Session& session, const std::optional<Shift>& shift) {
    using Block = std::optional<CountBlock>;
    if (!shift)
        return Block(CountBlock::NoShift);
    if (shift->cashier != session.who().id)
        return Block(CountBlock::SomebodyElses);
    const LedgerStore ledger(session.inside().database());
    MH_TRY(const auto count, ledger.countOf(shift->id));
    if (count)
        return Block(CountBlock::AlreadyCounted);
    MH_TRY(const bool closed, ledger.dayClosed(shift->businessDay));
    return closed ? Block(CountBlock::DayClosed) : Block();
}

} // namespace

Result<BlindCount> blindCount(Session& session) {
    MH_CHECK(require(session, Service::CountDrawer));
    storage::Database& database = session.inside().database();
    MH_TRY(const ReadView view, ReadView::begin(database));
    const LedgerStore ledger(database);
    MH_TRY(const auto shift, ledger.openShiftAt(session.seat()));
    MH_TRY(const auto block, countBlockOf(session, shift));
    const Currency currency = shift ? shift->floatGiven.currency() : Currency::cny();
    const auto pieces = cashPieces(currency);
    BlindCount count{.block = block,
                     .shift = {},
                     .currency = currency,
                     .pieces = {pieces.begin(), pieces.end()},
                     .papersFrom = {},
                     .papersTo = 0};
    if (!shift)
        return count;
    count.shift = shift->id;
    MH_TRY(const ShiftTakings takings, ledger.takingsOf(shift->id, currency));
    const PapersLeft papers = papersLeftOf(*shift, takings);
    if (papers.count > 0)
        count.papersFrom = papers.next;
    count.papersTo = shift->paperTo;
    return count;
}

} // namespace meterhall::services
