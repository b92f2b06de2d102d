#pragma once

#include "core/billing/account_terms.h"
#include "core/billing/ids.h"
#include "core/calendar/accounting_month.h"
#include "core/calendar/reading_interval.h"
#include "core/money/money.h"
#include "core/services/session.h"
#include "core/tariffs/billed_quantity.h"

#include <map>
#include <variant>

namespace meterhall::services {

METERHALL_ERRORS(CorrectionError, "correction", NothingToCorrect, NoBillOfThatDay, BillsDiffer, BadPercent,
                 BillsChanged, AlreadyApproved, UnknownCorrection, KeyUsedForSomethingElse, ReviewedByApprover)

// Issued bills are never edited. What turns out to be true of them is prepared by one review clerk and approved by
// another; then every bill that changes is taken back by a mirrored journal, rated again in its own period by the price
// that was in force then, from where the corrected bills before it leave the ladder, and issued in its place with its
// own month. Journals are those of today, however long ago the month was closed. What had been paid of a bill becomes
// the account's credit and pays the replacements at once. Taking a correction back is a correction again.

/// Late truth after estimates: what the dial really showed on days up to which bills were read. Of a place where a
/// meter was exchanged, the dial of the later one. A dial below the one before it is a credit.
struct TrueDials {
    AccountId account;
    std::map<Date, Decimal> dials;
};
/// Another use class, tariff, household size, area … from a day on: bills read on that day or later, and from now on
/// the account itself.
struct TrueTerms {
    AccountId account;
    Date from;
    AccountTerms terms;
};
/// Each of two accounts was billed by the other's meter: all bills read on that day or later, which must be of the same
/// readings' days. From the last of them on the registry has the meters the other way round.
struct CrossedMeters {
    AccountId one;
    AccountId other;
    Date from;
};
/// A test found that the meter counted so many percent too much (negative: too little): bills read after `from`, and
/// not after `to`. Nothing too much takes an earlier finding back.
struct MeterFault {
    AccountId account;
    MeterId meter;
    Date from;
    Date to;
    Decimal tooMuchPercent;
};
using Truth = std::variant<TrueDials, TrueTerms, CrossedMeters, MeterFault>;

/// One bill that is taken back and replaced.
struct SettledBill {
    AccountId account;
    QString accountNumber;
    AccountingMonth month;
    ReadingInterval interval;
    BillId bill;
    std::optional<BillId> replacedBy{}; ///< once approved
    BilledQuantity useBefore;
    BilledQuantity use;
    Money before;
    Money now;
    Money difference;
    Money released; ///< had been paid of the old bill and became credit
};
/// How an account stands when all is done.
struct SettledAccount {
    AccountId account;
    QString accountNumber;
    Money difference; ///< sum over its bills
    Money owed;       ///< less what it has in credit: negative is in his favour
};
/// The paper of a correction (更正结算单).
struct SettlementSheet {
    std::int64_t correction = 0;
    QString reason;
    bool approved = false;
    std::vector<SettledBill> bills; ///< account by account, in the order of their readings
    std::vector<SettledAccount> accounts;
    Money difference;
};

/// Computes what follows and keeps it for the second person; nothing changes yet. `key` is made by Session::newKey and
/// becomes the correction's number: the same key with the same content again answers the same. Guards in this order:
/// duty, UnknownAccount, SecurityError::ReasonMissing, known key, BadPercent, NoBillOfThatDay (a dial's day is no
/// bill's), BillsDiffer (crossed accounts were not read on the same days), what rating says, NothingToCorrect.
struct CorrectionRequest {
    std::int64_t key = 0;
    Truth truth;
    QString reason;
};
Result<SettlementSheet> prepareCorrection(Session& session, const CorrectionRequest& request);

/// Does it, in one piece. Guards in this order: duty, UnknownCorrection, AlreadyApproved, SecurityError::SamePerson,
/// LedgerError::DayClosed, ReviewedByApprover (of readings of the book, as for issuing), BillsChanged (something was
/// billed or corrected since).
Result<SettlementSheet> approveCorrection(Session& session, std::int64_t correction);

Result<SettlementSheet> settlementOf(Session& session, std::int64_t correction);

} // namespace meterhall::services
