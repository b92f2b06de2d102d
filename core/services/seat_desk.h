#pragma once

#include "core/ledger/shift.h"
#include "core/ledger/tender.h"
#include "core/services/session.h"

namespace meterhall::services {

// The state of this seat as its Counter shows it. Nothing here tells what should be in the drawer: the float is not
// given, and expected sums come with the closing, after the blind count. What the shift took is given in one sum of all
// methods, because it stands in the head of the Counter all day.

/// A receipt with what is said about it.
struct DeskReceipt {
    Receipt receipt;
    QString accountNumber;
    QString holder;
    SeatNumber seat = 0;
    OperatorId cashier;
    QString cashierNumber;
    QString cashierName;
    bool reversal = false; ///< it took a payment back; its amounts are negative
    bool reversed = false; ///< it was taken back later
    /// All receipts of the same visit, this one included, by their paper number: one per legal entity.
    std::vector<Receipt> visit;
    Money visitAmount; ///< of all of them
    Tender tender{};   ///< how the visit was paid
};

/// Why the last payment cannot be undone from here. A lead, or the cashier with a reason, may still reverse it
/// (reversePayment() has its own guards); this is about the key that undoes without asking.
enum class UndoBlock : std::uint8_t {
    IsReversal = 1,
    AlreadyReversed,
    SomebodyElses, ///< another cashier took it
    ShiftOver,     ///< its shift is counted or closed
    TooLate,
};

struct LastPayment {
    DeskReceipt receipt; ///< the first of the visit: it bears what was received and the change
    Instant undoUntil;
    std::optional<UndoBlock> undoBlock; ///< the first that applies, in the order above; empty: it can be undone

    bool printed = true; ///< false: a receipt of the visit never went to a printer

    bool canUndo() const { return !undoBlock; }
};

struct ShiftAtSeat {
    ShiftId shift;
    OperatorId cashier;
    QString cashierNumber;
    QString cashierName;
    bool isMine = false;
    Date businessDay;
    Instant since;
    std::optional<Instant> countedAt; ///< payments are over, and the lead closes it
    int payments = 0;                 ///< receipts given, without reversals
    int reversals = 0;
    Money received;                          ///< by all receipts, less what was given back
    std::optional<std::int64_t> nextPaper{}; ///< number of the next receipt paper; empty when they are used up
    std::int64_t papersLeft = 0;
};

struct SeatDesk {
    std::optional<ShiftAtSeat> shift;
    std::optional<LastPayment> last; ///< of the seat's newest shift
};
/// Service::FindCustomer. `undoWithin` is the policy of the undo key.
Result<SeatDesk> seatDesk(Session& session, Duration undoWithin = Duration::minutes(5));

/// By the number on the paper, at whatever seat it was given; empty when there is none. Service::FindCustomer.
Result<std::optional<DeskReceipt>> receiptNumbered(Session& session, std::int64_t paperNumber);

/// What became of the payment or reversal that was asked for with this key; empty: nothing was booked.
/// Service::FindCustomer.
Result<std::optional<LastPayment>> paymentAsked(Session& session, std::int64_t key,
                                                Duration undoWithin = Duration::minutes(5));

/// Why countDrawer() would refuse now.
enum class CountBlock : std::uint8_t { NoShift = 1, SomebodyElses, AlreadyCounted, DayClosed };

/// What a blind count needs: which shift, and what is to be counted.
struct BlindCount {
    std::optional<CountBlock> block;
    std::optional<ShiftId> shift;
    Currency currency;
    std::vector<std::int64_t> pieces; ///< notes and coins in minor units, the largest first
    /// Receipt papers received and not used: they are handed back with the drawer. Empty when none is left.
    std::optional<std::int64_t> papersFrom;
    std::int64_t papersTo = 0;
};
/// Service::CountDrawer.
Result<BlindCount> blindCount(Session& session);

} // namespace meterhall::services
