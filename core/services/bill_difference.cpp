#include "core/services/bill_difference.h"

#include "core/services/inside/price_book.h"
#include "core/services/inside/session_inside.h"
#include "core/storage/billing_store.h"

#include <algorithm>

namespace meterhall::services {

namespace {

/// A stored bill as rating takes it.
struct StoredInputs {
    BillingInputs inputs;
    std::vector<const TariffVersion*> prices;
    Bill content;

    RatedFrom rated() const { return {inputs, prices}; }
};

Result<StoredInputs> storedInputs(const storage::BillingStore& store, PriceBook& book, BillId id) {
    MH_TRY(auto stored, store.bill(id));
    if (!stored)
        return Error(LedgerError::UnknownBill, {id.toString()});
    MH_TRY(auto inputs, decodeBillingInputs(stored->inputs));
    MH_TRY(auto prices, book.of(inputs));
    return StoredInputs{std::move(inputs), std::move(prices), std::move(stored->content)};
}

BillDifferenceView::Side sideOf(BillArithmetic bill, const BillingInputs& inputs) {
    int lastTier = 0;
    for (const ChargeTerm& term : bill.terms)
        lastTier = std::max(lastTier, term.tier);
    return {std::move(bill), lastTier, factOf(inputs.facts, FactKind::People)};
}

} // namespace

Result<BillDifferenceView> billDifference(Session& session, BillId earlier, BillId later) {
    MH_CHECK(require(session, Service::FindCustomer));
    MH_TRY(const storage::ReadView view, storage::ReadView::begin(session.inside().database()));
    const storage::BillingStore store(session.inside().database());
    PriceBook book(session.inside().database());
    MH_TRY(const StoredInputs from, storedInputs(store, book, earlier));
    MH_TRY(const StoredInputs to, storedInputs(store, book, later));
    const TariffVersion& before = *from.prices.back();
    const TariffVersion& now = *to.prices.back();
    if (before.unit != now.unit || before.currency != now.currency)
        return BillDifferenceError::OtherMeasure;
    MH_TRY(BillDifference difference, differenceOf(from.rated(), to.rated()));
    if (difference.earlier != from.content || difference.later != to.content)
        return BillDifferenceError::NotReproduced;
    MH_TRY(BillArithmetic one, billArithmetic(session, earlier));
    MH_TRY(BillArithmetic other, billArithmetic(session, later));
    MH_TRY(const Money sum, difference.sum());
    return BillDifferenceView{sideOf(std::move(one), from.inputs), sideOf(std::move(other), to.inputs),
                              std::move(difference.parts), sum};
}

} // namespace meterhall::services
