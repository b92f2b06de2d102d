#include "core/services/counter.h"

#include "core/services/inside/drawer.h"
#include "core/services/inside/late_dues.h"
#include "core/services/inside/session_inside.h"
#include "core/storage/ledger_store.h"
#include "core/storage/purchase_store.h"
#include "core/storage/registry_store.h"

namespace meterhall::services {

using storage::LedgerStore;
using storage::RegistryStore;
using storage::UnitOfWork;

namespace {

Currency billedCurrency() {
    return Currency::cny();
}

LedgerStore ledgerOf(Session& session) {
    return LedgerStore(session.inside().database());
}

Result<LegalEntityId> entityOf(Session& session, AccountId account) {
    MH_TRY(const auto row, RegistryStore(session.inside().database()).accountById(account));
    if (!row)
        return RegistryError::UnknownAccount;
    return row->account.legalEntity;
}

/// One legal entity's part of a payment.
struct EntityPart {
    LegalEntityId entity;
    AccountId account;
    PaymentSplit split;
    Money amount;
    std::vector<LateChargeSum> late{}; ///< of its accounts
};

Result<std::vector<OpenBill>> billsToPay(Session& session, const PaymentRequest& request) {
    MH_TRY(Dues dues, duesOf(session, request.accounts));
    if (!request.bills)
        return std::move(dues.bills);
    std::vector<OpenBill> chosen;
    for (const BillId bill : *request.bills) {
        const auto open = std::ranges::find(dues.bills, bill, &OpenBill::bill);
        if (open == dues.bills.end())
            return LedgerError::BillNotOpen;
        chosen.push_back(*open);
    }
    return chosen;
}

/// What the parts of a split are charged, with the proof that the computation holds.
Result<void> addLateCharges(const LateDues& late, const PaymentSplit& split,
                            const std::function<EntityPart&(AccountId)>& partOf) {
    MH_TRY(auto sums, late.chargesOf(split.parts, true));
    MH_CHECK(proveLateCharges(sums));
    for (LateChargeSum& sum : sums)
        if (sum.charge.isPositive())
            partOf(sum.account).late.push_back(std::move(sum));
    return {};
}

// Bills are paid oldest first whoever owns them; then each company gets its own journal and receipt.
Result<std::vector<EntityPart>> partsOf(Session& session, const PaymentRequest& request, Date paidOn) {
    MH_TRY(const auto bills, billsToPay(session, request));
    MH_TRY(const LateDues late, LateDues::on(session, bills, paidOn));
    MH_TRY(const PaymentSplit split,
           splitPayment(request.toPay, bills, [&late](auto parts) { return late.billByBill(parts); }));
    std::map<LegalEntityId, EntityPart> byEntity;
    const auto partOf = [&](LegalEntityId entity, AccountId account) -> EntityPart& {
        const Money nothing = Money::zero(request.toPay.currency());
        return byEntity.try_emplace(entity, EntityPart{entity, account, {{}, nothing}, nothing}).first->second;
    };
    const auto addParts = [&](const std::vector<PaymentSplit::Part>& parts,
                              std::vector<PaymentSplit::Part> PaymentSplit::*into) -> Result<void> {
        for (const PaymentSplit::Part& paid : parts) {
            const auto bill = std::ranges::find(bills, paid.bill, &OpenBill::bill);
            EntityPart& part = partOf(bill->entity, paid.account);
            (part.split.*into).push_back(paid);
            MH_TRY(part.amount, part.amount.plus(paid.amount));
        }
        return {};
    };
    MH_CHECK(addParts(split.parts, &PaymentSplit::parts));
    MH_CHECK(addParts(split.late, &PaymentSplit::late));
    MH_CHECK(addLateCharges(late, split, [&](AccountId account) -> EntityPart& {
        return partOf(std::ranges::find(bills, account, &OpenBill::account)->entity, account);
    }));
    if (split.prepayment.isPositive()) {
        MH_TRY(const LegalEntityId entity, entityOf(session, request.accounts.front()));
        EntityPart& part = partOf(entity, request.accounts.front());
        part.account = request.accounts.front();
        part.split.prepayment = split.prepayment;
        MH_TRY(part.amount, part.amount.plus(split.prepayment));
    }
    std::vector<EntityPart> parts;
    parts.reserve(byEntity.size());
    for (const auto& [entity, part] : byEntity)
        parts.push_back(part);
    return parts;
}

Result<Money> sumOf(const std::vector<Receipt>& receipts, Money Receipt::*amount) {
    Money sum = Money::zero(billedCurrency());
    for (const Receipt& receipt : receipts) {
        MH_TRY(sum, sum.plus(receipt.*amount));
    }
    return sum;
}

Result<Money> lateIn(const Journal& journal) {
    Money sum = Money::zero(billedCurrency());
    for (const JournalLine& line : journal.lines)
        if (line.account == LedgerAccount::LateCharge) {
            MH_TRY(sum, sum.minus(line.amount));
        }
    return sum;
}

Result<PaymentResult> earlier(Session& session, const std::vector<Receipt>& receipts) {
    MH_TRY(const Money change, sumOf(receipts, &Receipt::change));
    MH_TRY(const Tender tender, ledgerOf(session).tenderOf(receipts.front().payment));
    PaymentResult result{receipts, change, tender, true, Money::zero(billedCurrency())};
    for (const Receipt& receipt : receipts) {
        MH_TRY(const auto journal, ledgerOf(session).journal(receipt.journal));
        if (!journal)
            return LedgerError::UnknownJournal;
        MH_TRY(const Money late, lateIn(*journal));
        MH_TRY(result.late, result.late.plus(late));
    }
    return result;
}

Result<PaymentResult> samePaymentAgain(Session& session, const std::vector<Receipt>& receipts,
                                       const PaymentRequest& request) {
    MH_TRY(const PaymentResult first, earlier(session, receipts));
    MH_TRY(const Money paid, sumOf(receipts, &Receipt::amount));
    MH_TRY(const Money received, sumOf(receipts, &Receipt::received));
    const bool sameAccounts = std::ranges::all_of(receipts, [&](const Receipt& receipt) {
        return std::ranges::find(request.accounts, receipt.account) != request.accounts.end();
    });
    const bool same =
        sameAccounts && paid == request.toPay && received == request.received && first.tender == request.tender;
    return same ? first : Result<PaymentResult>(LedgerError::KeyUsedForSomethingElse);
}

// The first receipt of a visit shows what was handed over beyond the others' amounts, and the change.
Result<void> spreadCash(std::vector<Receipt>& receipts, Money received, Money change) {
    MH_TRY(const Money all, sumOf(receipts, &Receipt::amount));
    MH_TRY(const Money others, all.minus(receipts.front().amount));
    MH_TRY(receipts.front().received, received.minus(others));
    receipts.front().change = change;
    return {};
}

Result<void> insertLateCharges(Session& session, UnitOfWork& work, JournalId journal,
                               const std::vector<LateChargeSum>& sums) {
    for (const LateChargeSum& sum : sums)
        MH_CHECK(storage::LateStore::insert(work,
                                            storage::StoredLateCharge{.id = nextId<struct LateChargeTag>(session).raw(),
                                                                      .journal = journal,
                                                                      .account = sum.account,
                                                                      .rule = sum.rule,
                                                                      .inputs = lateInputsText(sum),
                                                                      .charge = sum.charge}));
    return {};
}

Result<void> checkAmounts(const PaymentRequest& request) {
    if (request.accounts.empty())
        return RegistryError::UnknownAccount;
    if (!request.toPay.isPositive())
        return LedgerError::AmountNotPositive;
    MH_TRY(const auto order, request.received.compare(request.toPay));
    if (order == std::strong_ordering::less)
        return LedgerError::ReceivedLessThanPaid;
    if (order == std::strong_ordering::greater && !request.tender.isCash())
        return LedgerError::NoChangeBack;
    return {};
}

} // namespace

Result<Dues> duesOf(Session& session, std::span<const AccountId> accounts) {
    MH_CHECK(require(session, Service::FindCustomer));
    const LedgerStore ledger = ledgerOf(session);
    const Money nothing = Money::zero(billedCurrency());
    Dues dues{{}, nothing, nothing, nothing};
    for (const AccountId account : accounts) {
        MH_TRY(const auto bills, ledger.openBillsOf(account));
        for (const OpenBill& bill : bills) {
            MH_TRY(dues.open, dues.open.plus(bill.open));
            dues.bills.push_back(bill);
        }
        MH_TRY(const Money credit, ledger.prepaymentOf(account, billedCurrency()));
        MH_TRY(dues.prepayment, dues.prepayment.plus(credit));
    }
    MH_TRY(const LateDues late, LateDues::on(session, dues.bills, session.businessDay()));
    MH_TRY(const auto charges, late.billByBill(wholly(dues.bills)));
    for (const PaymentSplit::Part& charge : charges) {
        MH_TRY(dues.late, dues.late.plus(charge.amount));
    }
    return dues;
}

Result<ShiftId> openShift(Session& session, const ShiftStart& start) {
    MH_CHECK(require(session, Service::OpenShift));
    if (!start.floatCounted.isPositive())
        return LedgerError::AmountNotPositive;
    if (start.paperFrom <= 0 || start.paperTo < start.paperFrom)
        return LedgerError::PaperNumbersUsedUp;
    MH_TRY(UnitOfWork work, beginUnit(session, Service::OpenShift));
    const LedgerStore ledger(work.database());
    MH_TRY(const auto open, ledger.openShiftAt(session.seat()));
    if (open)
        return LedgerError::ShiftAlreadyOpen;
    MH_TRY(const bool closed, ledger.dayClosed(session.businessDay()));
    if (closed)
        return LedgerError::DayClosed;
    const Shift shift{.id = nextId<ShiftTag>(session),
                      .seat = session.seat(),
                      .cashier = session.who().id,
                      .businessDay = session.businessDay(),
                      .openedAt = session.now(),
                      .floatGiven = start.floatCounted,
                      .paperFrom = start.paperFrom,
                      .paperTo = start.paperTo};
    MH_TRY(const auto entities, RegistryStore(work.database()).legalEntities());
    if (entities.empty())
        return RegistryError::BadRow;
    MH_CHECK(LedgerStore::insert(work, shift));
    MH_TRY(const Journal journal,
           shiftOpeningJournal(placeIn(session, shift, entities.front().id), start.floatCounted));
    MH_CHECK(LedgerStore::insert(work, journal));
    MH_CHECK(work.commit());
    return shift.id;
}

Result<PaymentResult> takePayment(Session& session, const PaymentRequest& asked) {
    MH_CHECK(require(session, Service::TakePayment));
    MH_CHECK(checkAmounts(asked));
    PaymentRequest request = asked;
    MH_TRY(request.tender, tenderAtWindow(session, asked.tender));
    MH_TRY(UnitOfWork work, beginUnit(session, Service::TakePayment, QString::number(request.key)));
    MH_CHECK(LedgerStore::lock(work, request.accounts));
    MH_TRY(const auto known, LedgerStore(work.database()).receiptsOfPayment(request.key));
    if (!known.empty())
        return samePaymentAgain(session, known, request);
    MH_TRY(const Shift shift, ownOpenShift(session));
    MH_TRY(const auto parts, partsOf(session, request, shift.businessDay));
    MH_CHECK(LedgerStore::insertTender(work, request.key, request.tender));
    MH_TRY(PaperNumbers numbers, PaperNumbers::of(session, shift));
    MH_TRY(const Money change, request.received.minus(request.toPay));
    std::vector<Receipt> receipts;
    Money late = Money::zero(billedCurrency());
    for (const EntityPart& part : parts) {
        MH_TRY(const Journal journal,
               paymentJournal(placeIn(session, shift, part.entity), part.account, part.split, request.tender.method));
        MH_CHECK(LedgerStore::insert(work, journal));
        MH_CHECK(insertLateCharges(session, work, journal.id, part.late));
        MH_TRY(const Money partLate, lateIn(journal));
        MH_TRY(late, late.plus(partLate));
        MH_TRY(const std::int64_t number, numbers.next());
        receipts.push_back({.id = nextId<ReceiptTag>(session),
                            .payment = request.key,
                            .journal = journal.id,
                            .paperNumber = number,
                            .entity = part.entity,
                            .account = part.account,
                            .received = part.amount,
                            .change = Money::zero(part.amount.currency()),
                            .amount = part.amount,
                            .shift = shift.id,
                            .issuedAt = session.now()});
    }
    MH_CHECK(spreadCash(receipts, request.received, change));
    for (const Receipt& receipt : receipts)
        MH_CHECK(LedgerStore::insert(work, receipt));
    MH_CHECK(work.commit());
    return PaymentResult{receipts, change, request.tender, false, late};
}

Result<PaymentResult> reversePayment(Session& session, const ReversalRequest& request) {
    MH_CHECK(require(session, Service::ReversePayment));
    if (request.reason.trimmed().isEmpty())
        return LedgerError::ReasonMissing;
    MH_TRY(UnitOfWork work, beginUnit(session, Service::ReversePayment,
                                      QStringLiteral("%1: %2").arg(request.payment).arg(request.reason)));
    const LedgerStore ledger(work.database());
    MH_TRY(const auto known, ledger.receiptsOfPayment(request.key));
    if (!known.empty())
        return earlier(session, known);
    MH_TRY(const Shift shift, ownOpenShift(session));
    MH_TRY(const auto originals, ledger.receiptsOfPayment(request.payment));
    if (originals.empty())
        return LedgerError::UnknownJournal;
    MH_TRY(const auto purchase, storage::PurchaseStore(work.database()).purchase(PurchaseId::fromRaw(request.payment)));
    if (purchase) // its volume goes back too (purchases.h)
        return LedgerError::NotReversible;
    std::vector<AccountId> accounts;
    accounts.reserve(originals.size());
    for (const Receipt& original : originals)
        accounts.push_back(original.account);
    MH_CHECK(LedgerStore::lock(work, accounts));
    MH_TRY(PaperNumbers numbers, PaperNumbers::of(session, shift));
    MH_TRY(const Tender tender, ledger.tenderOf(request.payment));
    PaymentResult result{{}, Money::zero(billedCurrency()), tender, false, Money::zero(billedCurrency())};
    for (const Receipt& original : originals) {
        MH_TRY(const std::int64_t number, numbers.next());
        MH_TRY(const Receipt receipt, reverseReceipt(session, work, shift, original, request.key, number));
        result.receipts.push_back(receipt);
        MH_TRY(const auto mirror, ledger.journal(receipt.journal));
        MH_TRY(const Money late, lateIn(*mirror));
        MH_TRY(result.late, result.late.plus(late));
    }
    MH_CHECK(LedgerStore::releaseTender(work, request.payment, request.key));
    MH_CHECK(work.commit());
    return result;
}

Result<void> countDrawer(Session& session, const std::map<std::int64_t, int>& pieces) {
    MH_CHECK(require(session, Service::CountDrawer));
    MH_TRY(const Money counted, countedSum(pieces, billedCurrency()));
    MH_TRY(UnitOfWork work, beginUnit(session, Service::CountDrawer));
    MH_TRY(const Shift shift, ownOpenShift(session));
    MH_CHECK(LedgerStore::insert(work, ShiftCount{shift.id, pieces, counted, session.now()}));
    return work.commit();
}

namespace {

Result<ShiftClosing> closingOf(Session& session, const Shift& shift, Money expected, Money counted,
                               const QString& reason) {
    MH_TRY(const Money difference, counted.minus(expected));
    const Money nothing = Money::zero(expected.currency());
    return ShiftClosing{.shift = shift.id,
                        .expected = expected,
                        .over = difference.isPositive() ? difference : nothing,
                        .shortage = difference.isNegative() ? difference.negated() : nothing,
                        .reason = reason.trimmed(),
                        .lead = session.who().id,
                        .at = session.now()};
}

/// The takings of each company leave under its own name; the drawer itself (float, over, short) is the first one's.
Result<void> emptyDrawer(Session& session, UnitOfWork& work, const Shift& shift, Money expected, Money counted) {
    MH_TRY(const auto entities, RegistryStore(work.database()).legalEntities());
    Money otherTakings = Money::zero(expected.currency());
    for (std::size_t i = 1; i < entities.size(); ++i) {
        MH_TRY(const Money takings, LedgerStore(work.database()).cashOf(shift.id, entities[i].id, expected.currency()));
        const Money nothing = Money::zero(takings.currency());
        MH_TRY(const auto journal,
               shiftClosingJournal(placeIn(session, shift, entities[i].id), {takings, takings, nothing}));
        if (journal)
            MH_CHECK(LedgerStore::insert(work, *journal));
        MH_TRY(otherTakings, otherTakings.plus(takings));
    }
    MH_TRY(const Money ownExpected, expected.minus(otherTakings));
    MH_TRY(const Money ownCounted, counted.minus(otherTakings));
    MH_TRY(const auto journal, shiftClosingJournal(placeIn(session, shift, entities.front().id),
                                                   {ownExpected, ownCounted, shift.floatGiven}));
    return journal ? LedgerStore::insert(work, *journal) : Result<void>();
}

} // namespace

Result<ShiftClosing> closeShift(Session& session, ShiftId id, const QString& reason) {
    MH_CHECK(require(session, Service::CloseShift));
    MH_TRY(UnitOfWork work, beginUnit(session, Service::CloseShift));
    const LedgerStore ledger(work.database());
    MH_TRY(const auto shift, ledger.shift(id));
    if (!shift)
        return LedgerError::UnknownShift;
    if (shift->cashier == session.who().id)
        return LedgerError::SamePerson;
    MH_TRY(const auto count, ledger.countOf(id));
    if (!count)
        return LedgerError::ShiftNotCounted;
    MH_TRY(const auto open, ledger.openShiftAt(shift->seat));
    if (!open || open->id != id)
        return LedgerError::ShiftNotOpen;
    MH_TRY(const Money expected, ledger.cashOf(id, {}, count->counted.currency()));
    MH_TRY(const ShiftClosing closing, closingOf(session, *shift, expected, count->counted, reason));
    const bool differs = !closing.over.isZero() || !closing.shortage.isZero();
    if (differs && closing.reason.isEmpty())
        return LedgerError::ReasonMissing;
    MH_CHECK(emptyDrawer(session, work, *shift, expected, count->counted));
    MH_CHECK(LedgerStore::insert(work, closing));
    MH_CHECK(work.commit());
    return closing;
}

} // namespace meterhall::services
