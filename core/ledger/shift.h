#pragma once

#include "core/ledger/journal.h"

#include <map>

namespace meterhall {

/// One person at one drawer (班次): opened with a float and a stretch of paper numbers, counted blind, closed by two.
struct Shift {
    ShiftId id;
    SeatNumber seat = 0;
    OperatorId cashier;
    Date businessDay;
    Instant openedAt;
    Money floatGiven;
    std::int64_t paperFrom = 0;
    std::int64_t paperTo = 0;
};

/// What the cashier counted before the program told what should be there. Entered once.
struct ShiftCount {
    ShiftId shift;
    std::map<std::int64_t, int> pieces; ///< denomination in minor units -> number of notes or coins
    Money counted;
    Instant at;
};

struct ShiftClosing {
    ShiftId shift;
    Money expected;
    Money over; ///< never negative; not netted with `shortage`
    Money shortage;
    QString reason;
    OperatorId lead;
    Instant at;
};

/// Sum of notes and coins. Negative piece counts and denominations that are not positive are LedgerError::BadCount.
Result<Money> countedSum(const std::map<std::int64_t, int>& pieces, Currency currency);

/// The proof of one payment to one legal entity (收费凭证). One visit has one payment id and a receipt per entity.
struct Receipt {
    ReceiptId id;
    std::int64_t payment = 0;
    JournalId journal;
    std::int64_t paperNumber = 0;
    LegalEntityId entity;
    AccountId account;
    Money received;
    Money change;
    Money amount;
    ShiftId shift;
    Instant issuedAt;
};

} // namespace meterhall
