#include "core/services/trace_bill.h"

#include "core/billing/rate.h"
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
    MH_TRY(const auto version, storage::BillingStore(database).version(stored->tariffVersion));
    MH_TRY(const BillingInputs inputs, decodeBillingInputs(stored->inputs));
    Bill again = Bill::empty(version.version.currency);
    Trace trace;
    MH_CHECK(rate(inputs, version.version, again, &trace));
    return TracedBill{account ? account->account.number : QString(), stored->content, version.version, std::move(trace),
                      again == stored->content};
}

} // namespace meterhall::services
