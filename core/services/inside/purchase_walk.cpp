#include "core/services/inside/purchase_walk.h"

#include "core/billing/rate.h"
#include "core/services/inside/account_ends.h"

#include <algorithm>

namespace meterhall::services {

Result<void> PurchaseWalk::begin(const storage::StoredPurchase& purchase) {
    m_account = purchase.account;
    m_standing.clear();
    m_events.clear();
    MH_TRY(const auto opening, m_registry.opening(purchase.account));
    if (opening)
        m_events.push_back({purchase.account, purchase.servicePoint, opening->readOn, LadderEventKind::Imported,
                            BilledQuantity::ofMicro(opening->ladderMicro)});
    MH_TRY(const AccountEnds ends, AccountEnds::transfersOf(m_database, purchase.account));
    ends.addTo(purchase.servicePoint, m_events);
    return {};
}

// The last one that stood is the one that is taken back. So those that stood when this one was made are what is left
// when none or some of the last are left out, and all of these were taken back.
Result<bool> PurchaseWalk::beginsThere(const storage::StoredPurchase& purchase, const BillingInputs& inputs) {
    for (;; m_standing.pop_back()) {
        const bool allStand = std::ranges::all_of(m_standing, &storage::StoredPurchase::stands);
        std::vector<IssuedUse> bought;
        for (const storage::StoredPurchase& before : m_standing)
            bought.push_back({before.boughtOn, before.content.usage});
        MH_TRY(const BilledQuantity position,
               inputs.window ? ladderPosition(*inputs.window, bought, m_events, inputs.interval.from())
                             : Result<BilledQuantity>(inputs.ladderBefore));
        if (position == inputs.ladderBefore && (allStand || !purchase.stands()))
            return true;
        if (m_standing.empty() || m_standing.back().stands())
            return false;
    }
}

Result<bool> PurchaseWalk::holds(const storage::StoredPurchase& purchase) {
    if (m_account != purchase.account)
        MH_CHECK(begin(purchase));
    MH_TRY(const BillingInputs inputs, decodeBillingInputs(purchase.inputs));
    MH_TRY(const TariffVersion* priced, m_prices.version(purchase.tariffVersion));
    MH_TRY(const Bill again, rated(inputs, *priced));
    const bool same = again == purchase.content && inputs.account == purchase.account &&
                      inputs.ruleVersion == purchase.ruleVersion && hashOfInputs(inputs) == purchase.inputsDigest &&
                      (!inputs.window || inputs.window->contains(purchase.boughtOn));
    MH_TRY(const bool follows, beginsThere(purchase, inputs));
    m_standing.push_back(purchase);
    return same && follows;
}

} // namespace meterhall::services
