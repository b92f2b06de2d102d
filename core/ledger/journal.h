#pragma once

#include "core/base/id.h"
#include "core/base/time.h"
#include "core/billing/ids.h"
#include "core/money/money.h"
#include "core/registry/ids.h"

#include <optional>
#include <vector>

namespace meterhall {

METERHALL_ERRORS(LedgerError, "ledger", NoLines, Unbalanced, ZeroLine, MixedCurrencies, NothingToPay, AmountNotPositive,
                 KeyUsedForSomethingElse, AlreadyReversed, NotReversible, ShiftNotOpen, ShiftAlreadyOpen,
                 ShiftNotCounted, DayClosed, OpenShifts, NotYourShift, UnknownJournal, UnknownBill, UnknownShift,
                 AlreadyCounted, ReceivedLessThanPaid, PaperNumbersUsedUp, SamePerson, MissingAccount, BadCount,
                 ReasonMissing, ReferenceMissing, BadReference, ReferenceUsed, ReferenceIsAccount, NoChangeBack,
                 BillNotOpen, BankMissing, BadValueDate, ChequeTooOld)

using JournalId = Id<struct JournalTag>;
using ShiftId = Id<struct ShiftTag>;
using ReceiptId = Id<struct ReceiptTag>;

/// General ledger accounts. Debits are positive amounts, credits negative; a customer's balance is the sum of
/// his receivable and prepayment lines.
enum class LedgerAccount : std::uint8_t {
    Cash = 1,              ///< 库存现金, one per drawer by seat and shift
    Receivable = 2,        ///< 应收, by account and bill
    Prepayment = 3,        ///< 预存款, by account
    Income = 4,            ///< own income, by component
    OnBehalf = 5,          ///< 代征费: collected for the government, not our income
    Tax = 6,               ///< 应交税费
    CashOver = 7,          ///< 长款
    CashShort = 8,         ///< 短款; never netted with CashOver
    Float = 9,             ///< 备用金 given out at shift opening
    CashInTransit = 10,    ///< counted and handed over, not yet seen at the bank
    ChannelInTransit = 11, ///< taken by a payment channel for us, by method, not yet seen at the bank
    LateCharge = 12,       ///< 违约金收入: own income beside the prices, by bill
};

enum class JournalKind : std::uint8_t {
    Bill = 1,
    Payment = 2,
    Reversal = 3,
    ShiftOpening = 4,
    ShiftClosing = 5,
    CreditApplied = 6,
    BillReversal = 7, ///< a bill that was corrected; what had been paid of it becomes the account's prepayment
};

struct JournalLine {
    LedgerAccount account;
    Money amount; ///< debit positive, credit negative, never zero
    std::optional<AccountId> customerAccount{};
    std::optional<BillId> bill{};
    QString component{}; ///< tariff component of income, on-behalf and tax lines

    bool operator==(const JournalLine&) const = default;
};

/// One balanced entry of one legal entity on one business day. The id is made by the caller before the work begins:
/// the same id with the same content again means "already done"; with other content it is refused.
struct Journal {
    JournalId id;
    JournalKind kind;
    LegalEntityId entity;
    Date businessDay;
    SeatNumber seat = 0;
    std::optional<ShiftId> shift{};
    Instant at;
    std::optional<JournalId> reverses{};
    std::vector<JournalLine> lines;
};

/// Guards in this order: NoLines, ZeroLine, MixedCurrencies, MissingAccount (receivable and prepayment name their
/// customer's account), Unbalanced.
Result<void> checkJournal(const Journal& journal);

/// The mirror image of `original` for another moment, naming what it corrects. A reversal cannot be reversed.
Result<Journal> reversalOf(const Journal& original, JournalId id, SeatNumber seat, std::optional<ShiftId> shift,
                           Date businessDay, Instant at);

} // namespace meterhall
