#include "core/ledger/journal.h"

#include "core/base/decimal.h"

namespace meterhall {

namespace {

bool needsCustomer(const JournalLine& line) {
    return line.account == LedgerAccount::Receivable || line.account == LedgerAccount::Prepayment;
}

Result<Int128> sumOf(const std::vector<JournalLine>& lines) {
    Int128 sum = 0;
    for (const JournalLine& line : lines) {
        MH_TRY(sum, checkedAdd128(sum, line.amount.minor()));
    }
    return sum;
}

} // namespace

Result<void> checkJournal(const Journal& journal) {
    if (journal.lines.empty())
        return LedgerError::NoLines;
    for (const JournalLine& line : journal.lines) {
        if (line.amount.isZero())
            return LedgerError::ZeroLine;
        if (line.amount.currency() != journal.lines.front().amount.currency())
            return LedgerError::MixedCurrencies;
        if (needsCustomer(line) && !line.customerAccount)
            return LedgerError::MissingAccount;
    }
    MH_TRY(const Int128 sum, sumOf(journal.lines));
    if (sum != 0)
        return Error(LedgerError::Unbalanced, {formatScaled128(sum, 0)});
    return {};
}

Result<Journal> reversalOf(const Journal& original, JournalId id, SeatNumber seat, std::optional<ShiftId> shift,
                           Date businessDay, Instant at) {
    if (original.kind == JournalKind::Reversal)
        return LedgerError::NotReversible;
    Journal mirror = original;
    mirror.id = id;
    mirror.kind = JournalKind::Reversal;
    mirror.seat = seat;
    mirror.shift = shift;
    mirror.businessDay = businessDay;
    mirror.at = at;
    mirror.reverses = original.id;
    for (JournalLine& line : mirror.lines)
        line.amount = line.amount.negated();
    return mirror;
}

} // namespace meterhall
