#pragma once

#include "core/billing/billing_inputs.h"
#include "core/billing/ids.h"
#include "core/money/money.h"
#include "core/quantity/commodity.h"

namespace meterhall::services {

/// How an issued bill stands today.
enum class BillStanding : std::uint8_t {
    Paid,     ///< nothing is left to pay of it
    NotDue,   ///< due on a later day
    DueToday, ///< still in time
    Overdue,  ///< from the day after the due date on
};

/// The dials one meter was billed from and to. A bill has one stretch, or two when the meter was exchanged in between.
struct DialStretch {
    MeterId meter;
    BilledQuantity previous;
    BilledQuantity current; ///< cut to the tariff's step, as it was billed
    Ratio multiplier = Ratio::ofMicro(1'000'000);
    bool rolledOver = false; ///< the dial passed its end in between
};

/// One line of a list of bills.
struct BillSummary {
    BillId bill;
    AccountId account;
    AccountingMonth month;
    Commodity commodity;
    QString unit;             ///< of dials and use: "m3"
    ReadingInterval interval; ///< from the last reading that was billed to this one
    std::vector<DialStretch> dials;
    BilledQuantity use;
    Date issuedOn;
    Date dueOn;
    Money total;
    Money open; ///< what is left to pay
    BillStanding standing = BillStanding::NotDue;
    int daysOverdue = 0; ///< nothing unless Overdue

    bool partlyPaid() const { return open.isPositive() && open != total; }
};

} // namespace meterhall::services
