#include "core/services/trace_bill.h"

#include "core/billing/rate.h"
#include "core/proof/proof.h"
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
    const storage::RegistryStore registry(database);
    MH_TRY(const auto account, registry.accountById(stored->account));
    MH_TRY(BillingInputs inputs, decodeBillingInputs(stored->inputs));
    PriceBook book(database);
    MH_TRY(const auto prices, book.of(inputs));
    MH_TRY(const auto* last, book.stored(stored->tariffVersion));
    Bill again = Bill::empty(prices.back()->currency);
    Trace trace;
    MH_CHECK(rate(inputs, prices, again, &trace));
    TracedBill traced{.account = stored->account,
                      .accountNumber = account ? account->account.number : QString(),
                      .tariffCode = last->code,
                      .stored = stored->content,
                      .version = last->version,
                      .inputs = std::move(inputs),
                      .trace = std::move(trace),
                      .reproduced = again == stored->content};
    traced.proved = proveTotal(traced.trace, traced.stored.total.toString()).ok();
    for (std::size_t part = 0; part + 1 < prices.size(); ++part)
        traced.earlier.push_back(*prices[part]);
    for (const UsageSegment& segment : traced.inputs.segments) {
        MH_TRY(const auto meter, registry.meter(segment.meter));
        if (meter)
            traced.meterNumbers.emplace(segment.meter, meter->number);
    }
    return traced;
}

} // namespace meterhall::services
