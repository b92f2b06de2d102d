#include "core/services/trace_bill.h"

#include "core/billing/rate.h"
#include "core/services/inside/price_book.h"
#include "core/services/inside/session_inside.h"
#include "core/storage/billing_store.h"
#include "core/storage/registry_store.h"

namespace meterhall::services {

Result<TracedBill> traceBill(Session& session, BillId id) {
    MH_CHECK(require(session, Service::FindCustomer));
    storage::Database& database = session.inside().database();
    MH_TRY(const auto stored, storage::BillingStore(database).bill(id));
    if (!stored)
        return Error(TraceBillError::UnknownBill, {id.toString()});
    MH_TRY(const auto account, storage::RegistryStore(database).accountById(stored->account));
    MH_TRY(BillingInputs inputs, decodeBillingInputs(stored->inputs));
    PriceBook book(database);
    MH_TRY(const auto prices, book.of(inputs));
    Bill again = Bill::empty(prices.back()->currency);
    Trace trace;
    MH_CHECK(rate(inputs, prices, again, &trace));
    TracedBill traced{account ? account->account.number : QString(),
                      stored->content,
                      *prices.back(),
                      std::move(inputs),
                      {},
                      std::move(trace),
                      again == stored->content};
    for (std::size_t part = 0; part + 1 < prices.size(); ++part)
        traced.earlier.push_back(*prices[part]);
    return traced;
}

} // namespace meterhall::services
