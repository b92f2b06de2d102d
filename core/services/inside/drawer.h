#pragma once

#include "core/ledger/postings.h"
#include "core/services/inside/session_inside.h"

namespace meterhall::services {

// What every service that takes money at a window does alike. Included by the .cpp files of services only.

/// The shift in which this person may take and give money now: ShiftNotOpen, NotYourShift, AlreadyCounted, DayClosed.
Result<Shift> ownOpenShift(Session& session);

/// Of a new journal of that shift.
PostingPlace placeIn(Session& session, const Shift& shift, LegalEntityId entity);

/// Hands out the numbers of the papers the cashier holds.
class PaperNumbers {
public:
    static Result<PaperNumbers> of(Session& session, const Shift& shift);
    /// PaperNumbersUsedUp.
    Result<std::int64_t> next();

private:
    PaperNumbers(std::int64_t last, std::int64_t end)
        : m_last(last)
        , m_end(end) {}
    std::int64_t m_last;
    std::int64_t m_end;
};

/// checkedTender(), and ReferenceIsAccount: a bill was scanned and not a slip.
Result<Tender> tenderAtWindow(Session& session, const Tender& asked);

/// The mirrored journal and the receipt of what goes back. UnknownJournal, AlreadyReversed, NotReversible.
Result<Receipt> reverseReceipt(Session& session, storage::UnitOfWork& work, const Shift& shift, const Receipt& original,
                               std::int64_t key, std::int64_t paperNumber);

} // namespace meterhall::services
