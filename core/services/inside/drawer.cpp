#include "core/services/inside/drawer.h"

#include "core/storage/ledger_store.h"
#include "core/storage/registry_store.h"

namespace meterhall::services {

using storage::LedgerStore;
using storage::RegistryStore;
using storage::UnitOfWork;

namespace {

/// 票据法 第九十一条: a cheque is presented within ten days of its date; the last one moves to a working day.
constexpr int chequeDays = 10;

LedgerStore ledgerAtWindow(Session& session) {
    return LedgerStore(session.inside().database());
}

} // namespace

Result<Shift> ownOpenShift(Session& session) {
    const LedgerStore ledger = ledgerAtWindow(session);
    MH_TRY(const auto shift, ledger.openShiftAt(session.seat()));
    if (!shift)
        return LedgerError::ShiftNotOpen;
    if (shift->cashier != session.who().id)
        return LedgerError::NotYourShift;
    MH_TRY(const auto count, ledger.countOf(shift->id));
    if (count)
        return LedgerError::AlreadyCounted;
    MH_TRY(const bool closed, ledger.dayClosed(shift->businessDay));
    if (closed)
        return LedgerError::DayClosed;
    return *shift;
}

PostingPlace placeIn(Session& session, const Shift& shift, LegalEntityId entity) {
    return {.id = nextId<JournalTag>(session),
            .entity = entity,
            .businessDay = shift.businessDay,
            .seat = session.seat(),
            .shift = shift.id,
            .at = session.now()};
}

Result<PaperNumbers> PaperNumbers::of(Session& session, const Shift& shift) {
    MH_TRY(const std::int64_t last, ledgerAtWindow(session).lastPaperNumber(shift.id));
    return PaperNumbers(std::max(last, shift.paperFrom - 1), shift.paperTo);
}

Result<std::int64_t> PaperNumbers::next() {
    if (m_last >= m_end)
        return LedgerError::PaperNumbersUsedUp;
    return ++m_last;
}

Result<Tender> tenderAtWindow(Session& session, const Tender& asked) {
    MH_TRY(Tender tender, checkedTender(asked, session.businessDay()));
    if (tender.isCash())
        return tender;
    if (tender.method == PaymentMethod::Cheque) {
        MH_TRY(const WorkingCalendar* calendar, session.inside().calendar());
        MH_TRY(const Date last, calendar->nextWorkingDay(tender.valueDate->addDays(chequeDays)));
        if (session.businessDay() > last)
            return LedgerError::ChequeTooOld;
    }
    MH_TRY(const auto account, RegistryStore(session.inside().database()).accountByNumber(tender.reference));
    return account ? Result<Tender>(LedgerError::ReferenceIsAccount) : Result<Tender>(std::move(tender));
}

Result<Receipt> reverseReceipt(Session& session, UnitOfWork& work, const Shift& shift, const Receipt& original,
                               std::int64_t key, std::int64_t paperNumber) {
    const LedgerStore ledger(work.database());
    MH_TRY(const auto journal, ledger.journal(original.journal));
    if (!journal)
        return LedgerError::UnknownJournal;
    MH_TRY(const auto reversed, ledger.reversalOf(original.journal));
    if (reversed)
        return LedgerError::AlreadyReversed;
    MH_TRY(const Journal mirror, reversalOf(*journal, nextId<JournalTag>(session), session.seat(), shift.id,
                                            shift.businessDay, session.now()));
    MH_CHECK(LedgerStore::insert(work, mirror));
    Receipt receipt = original;
    receipt.id = nextId<ReceiptTag>(session);
    receipt.payment = key;
    receipt.journal = mirror.id;
    receipt.paperNumber = paperNumber;
    receipt.amount = original.amount.negated();
    receipt.received = receipt.amount;
    receipt.change = Money::zero(receipt.amount.currency());
    receipt.shift = shift.id;
    receipt.issuedAt = session.now();
    MH_CHECK(LedgerStore::insert(work, receipt));
    return receipt;
}

} // namespace meterhall::services
