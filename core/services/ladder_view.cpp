#include "core/services/ladder_view.h"

#include "core/billing/rate.h"
#include "core/services/inside/billing_inputs_of.h"
#include "core/services/inside/known_account.h"
#include "core/services/inside/session_inside.h"

namespace meterhall::services {

using storage::AccountRow;
using storage::BillingStore;
using storage::ReadView;

namespace {

/// Use over some days, to go on by.
struct Pace {
    BilledQuantity used = BilledQuantity::zero();
    int days = 0;
};

/// The scale of the last bill: it was cut for this account, and a new account has none.
Result<BoundScale> scaleOf(const std::optional<storage::StoredBill>& last, const TariffVersion& version) {
    if (!last || last->tariffVersion != version.id || version.ladder.cycle.counting == LadderCounting::PerBill)
        return BoundScale{};
    MH_TRY(const BillingInputs inputs, decodeBillingInputs(last->inputs));
    return inputs.boundScale;
}

Result<Pace> paceOf(const std::optional<storage::StoredBill>& last, const BillingInputs& next, BilledQuantity use) {
    Pace pace{use, next.interval.days()};
    if (!last)
        return pace;
    MH_TRY(const BillingInputs inputs, decodeBillingInputs(last->inputs));
    MH_TRY(pace.used, pace.used.plus(last->content.usage));
    pace.days += inputs.interval.days();
    return pace;
}

Result<UnbilledUse> unbilledUse(const ReadyInputs& ready, const std::optional<storage::StoredBill>& last) {
    MH_TRY(const Bill bill, rated(ready.inputs, ready.prices));
    MH_TRY(const auto tiers, ladderTiers(ready.version(), ready.inputs.boundScale));
    MH_TRY(const LadderStanding standing, standingOn(tiers, bill.ladderAfter));
    UnbilledUse unbilled{ready.inputs.interval.to(), bill.usage, standing, bill.total};
    if (standing.left) {
        MH_TRY(const Pace pace, paceOf(last, ready.inputs, bill.usage));
        unbilled.tierEndsOn = dayUsedUp(*standing.left, pace.used, pace.days, unbilled.readOn);
    }
    return unbilled;
}

Result<LadderView> billedView(BillingInputsSource& source, const AccountRow& row, const TariffVersion& version,
                              const std::optional<storage::StoredBill>& last, std::optional<Date> billedUpTo,
                              Date today) {
    MH_TRY(const auto window, ladderWindowOn(version, today));
    BilledQuantity position = BilledQuantity::zero();
    if (window) {
        // Where the next bill begins: the former holder's position until his last one is there.
        MH_TRY(position, source.billedPosition(row, *window, billedUpTo.value_or(today)));
    }
    MH_TRY(const BoundScale scale, scaleOf(last, version));
    MH_TRY(auto tiers, ladderTiers(version, scale));
    MH_TRY(const LadderStanding billed, standingOn(tiers, position));
    return LadderView{.version = version.id,
                      .tariffCode = row.account.tariffCode,
                      .priceOrder = version.priceOrder,
                      .effectiveFrom = version.effectiveFrom,
                      .unit = billedUnit(row.account.commodity),
                      .mode = version.ladder.mode,
                      .tiers = std::move(tiers),
                      .window = window,
                      .billed = billed,
                      .billedUpTo = billedUpTo,
                      .unbilled = {},
                      .heldBecause = {}};
}

} // namespace

Result<LadderView> ladderView(Session& session, AccountId id) {
    MH_CHECK(require(session, Service::FindCustomer));
    storage::Database& database = session.inside().database();
    MH_TRY(const ReadView reading, ReadView::begin(database));
    MH_TRY(const AccountRow row, knownAccount(session, id));
    const Date today = session.businessDay();
    BillingInputsSource source(database);
    MH_TRY(const TariffVersion* version, source.versionOf(row, today));
    MH_TRY(const auto last, BillingStore(database).lastBillOf(id));
    MH_TRY(const auto opening, storage::RegistryStore(database).opening(id));
    const auto billedUpTo = last      ? std::optional(last->readTo)
                            : opening ? std::optional(opening->readOn)
                                      : std::nullopt;
    MH_TRY(LadderView view, billedView(source, row, *version, last, billedUpTo, today));
    MH_TRY(const auto next, source.inputsOf(row, AccountingMonth::containing(today), today, InputsFor::Preview));
    if (const Hold* hold = std::get_if<Hold>(&next)) {
        view.heldBecause = codeOf(*hold);
        return view;
    }
    MH_TRY(view.unbilled, unbilledUse(std::get<ReadyInputs>(next), last));
    return view;
}

} // namespace meterhall::services
