#pragma once

#include "core/ledger/postings.h"
#include "core/services/session.h"

namespace meterhall::services {

/// What one customer owes at the counter, over all accounts named.
struct Dues {
    std::vector<OpenBill> bills;
    Money open;
    Money prepayment;
    Money late; ///< what all of it is charged today for being late; asked for with it
};
Result<Dues> duesOf(Session& session, std::span<const AccountId> accounts);

struct ShiftStart {
    Money floatCounted;
    std::int64_t paperFrom = 0; ///< numbers of the receipt papers received
    std::int64_t paperTo = 0;
};
/// One shift at a seat at a time; its business day is today's.
Result<ShiftId> openShift(Session& session, const ShiftStart& start);

/// `key` is made by Session::newKey before asking; asking again with the same key and content gives the same receipts.
struct PaymentRequest {
    std::int64_t key = 0;
    std::vector<AccountId> accounts; ///< what is left over becomes prepayment of the first
    Money toPay;                     ///< with the late charges of what it pays (late_charges.h)
    Money received;                  ///< by another method than cash the same as toPay
    Tender tender{};
    /// Only these are paid, whatever else is open; of an empty list none. Not given: all, the oldest first.
    std::optional<std::vector<BillId>> bills{};
};
struct PaymentResult {
    std::vector<Receipt> receipts; ///< one per legal entity
    Money change;
    Tender tender{}; ///< the way it came, or goes back
    bool alreadyDone = false;
    Money late; ///< part of the receipts that was charged for being late; given back by a reversal
};
/// Guards in this order: duty, AmountNotPositive, ReceivedLessThanPaid, NoChangeBack (only cash has change),
/// checkedTender(), ChequeTooOld, ReferenceIsAccount (a bill was scanned and not a slip), known key, ShiftNotOpen,
/// AlreadyCounted (a sale after the count belongs to the next shift), DayClosed, BillNotOpen, ReferenceUsed,
/// PaperNumbersUsedUp.
Result<PaymentResult> takePayment(Session& session, const PaymentRequest& request);

/// Takes a whole payment back the way it came, out of the drawer of whoever does it or on the terminal, with a reason.
/// Guards: duty, ReasonMissing, known key, ShiftNotOpen, AlreadyCounted, DayClosed, UnknownJournal, AlreadyReversed,
/// NotReversible.
struct ReversalRequest {
    std::int64_t key = 0;
    std::int64_t payment = 0;
    QString reason;
};
Result<PaymentResult> reversePayment(Session& session, const ReversalRequest& request);

/// Blind: the answer does not tell what should have been there.
Result<void> countDrawer(Session& session, const std::map<std::int64_t, int>& pieces);

/// By a lead, who is not the cashier. A difference needs a reason.
Result<ShiftClosing> closeShift(Session& session, ShiftId shift, const QString& reason);

} // namespace meterhall::services
