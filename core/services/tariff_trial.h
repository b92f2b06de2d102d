#pragma once

#include "core/billing/bill.h"
#include "core/billing/billing_inputs.h"
#include "core/services/open_bills.h"

#include <functional>

namespace meterhall::services {

/// A bill that nobody has, to see what a version makes of it: so much use of a household whose ladder stands at
/// `before` the day before it is read. Time-of-use registers get the use in equal parts; facts that the components ask
/// for are 1, 30 days, 3 people, 100 m2, or the first row of their table.
struct TariffTrial {
    Date readOn;
    BilledQuantity use = BilledQuantity::zero();
    BilledQuantity before = BilledQuantity::zero();
    VariantChoice choice{};
    int people = 0; ///< 0: nothing is known of the household
};

/// Judges a derivation and its total: proveTotal() of core/proof, unless a test says otherwise.
using ProveTotal = std::function<Result<void>(const Trace&, const QString& total)>;

struct TriedBill {
    BillingInputs inputs;
    Bill bill;
    Trace trace; ///< proved
};

/// A day on which the version is in force, in the middle of a ladder window.
Date trialDay(const TariffVersion& version);
Result<BillingInputs> trialInputs(const TariffVersion& version, const TariffTrial& trial);
/// Rated as every bill is, and proved. The error of the rating or of the proof.
Result<TriedBill> tried(const TariffVersion& version, const TariffTrial& trial, const ProveTotal& prove = {});
/// Its total alone, without a derivation.
Result<Money> totalOf(const TariffVersion& version, const TariffTrial& trial);
/// For the card that shows how an amount came about.
BillArithmetic arithmeticOf(const TriedBill& bill, const TariffVersion& version, Commodity commodity);

} // namespace meterhall::services
