#pragma once

#include "core/billing/bill.h"
#include "core/billing/bill_parts.h"
#include "core/ledger/allocation.h"
#include "core/ledger/shift.h"
#include "core/ledger/tender.h"
#include "core/tariffs/tariff_version.h"

namespace meterhall {

/// Where and when a journal is posted.
struct PostingPlace {
    JournalId id;
    LegalEntityId entity;
    Date businessDay;
    SeatNumber seat = 0;
    std::optional<ShiftId> shift{};
    Instant at;
};

/// The receivable is born: the whole total against the account, each component to whom it belongs, tax apart. Empty
/// for a bill of nothing, which leaves no trace in the ledger.
Result<std::optional<Journal>> billJournal(const PostingPlace& place, BillId bill, AccountId account,
                                           const Bill& content, const TariffVersion& version);
/// Of a bill that may be divided: `prices` are those of its parts.
Result<std::optional<Journal>> billJournal(const PostingPlace& place, BillId bill, AccountId account,
                                           const Bill& content, BillPrices prices);

/// Money in, into the drawer or on its way from a channel; bills paid, what they are charged for being late to an
/// income of its own, the rest kept as prepayment of `account`. Its reversal takes the charge back too.
Result<Journal> paymentJournal(const PostingPlace& place, AccountId account, const PaymentSplit& split,
                               PaymentMethod method = PaymentMethod::Cash);

/// Prepayment of the account used for its own bill. `amount` is positive.
Result<Journal> creditAppliedJournal(const PostingPlace& place, BillId bill, AccountId account, Money amount);

/// Takes a bill back: the mirror image of its journal, and what had been `paid` of it becomes the account's prepayment.
/// Posted where and when `place` says, whatever the month of the bill. `paid` is not negative.
Result<Journal> billReversalJournal(const PostingPlace& place, const Journal& billed, BillId bill, AccountId account,
                                    Money paid);

/// The float goes into the drawer.
Result<Journal> shiftOpeningJournal(const PostingPlace& place, Money floatGiven);

/// The drawer is emptied at hand-over: over and short to their own accounts, the float back, the takings on their way
/// to the bank. Empty when there is nothing to move.
struct Drawer {
    Money expected; ///< float and takings
    Money counted;
    Money floatGiven;
};
Result<std::optional<Journal>> shiftClosingJournal(const PostingPlace& place, const Drawer& drawer);

} // namespace meterhall
