#pragma once

#include "core/base/bytes.h"
#include "core/tariffs/charge.h"

namespace meterhall {

using BillLine = ChargeLine;

/// What a part of a divided bill comes to.
struct BilledPart {
    BilledQuantity usage;
    BilledQuantity ladderAfter;
    Money total;
    bool operator==(const BilledPart&) const = default;
};

/// What rating makes of inputs. Its identity, its journal and its paper are the business of whoever issues it.
struct Bill {
    std::vector<BillLine> lines;
    BilledQuantity usage = BilledQuantity::zero();
    BilledQuantity ladderAfter = BilledQuantity::zero();
    /// What rounding more than line by line added: the total once more (5 sen), the subtotal, or a component's or the
    /// bill's lines together. Otherwise zero.
    Money roundingDifference;
    /// Sum of the lines' amounts and the rounding difference.
    Money total;
    std::vector<BilledPart> parts{}; ///< of a divided bill, in their order; their uses and totals add up to the bill's
    bool operator==(const Bill&) const = default;

    static Bill empty(Currency currency) {
        return {{}, BilledQuantity::zero(), BilledQuantity::zero(), Money::zero(currency), Money::zero(currency), {}};
    }
    /// The lines' tax, for the ledger.
    Result<Money> tax() const;
};

/// The stored form. Lines refer to their component by number and to prices by value: it stays readable without the
/// version, and reproducing the bill from its inputs gives the same bytes.
Bytes encodeBill(const Bill& bill);
Result<Bill> decodeBill(ByteView bytes);

} // namespace meterhall
