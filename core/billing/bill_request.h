#pragma once

#include "core/billing/billing_inputs.h"
#include "core/billing/ladder_position.h"
#include "core/tariffs/tariff_version.h"

namespace meterhall {

/// What a service knows when a bill is due: facts and history, nothing decided yet.
struct BillRequest {
    AccountId account;
    ServicePointId servicePoint;
    AccountingMonth month;
    ReadingInterval interval; ///< `to` is the day of the reading that is billed
    std::vector<UsageSegment> segments;
    /// Of the account: people, area, months. Days are counted here where they are missing.
    std::vector<Fact> facts{};
    /// Of the account at this service point, for the ladder; more than one window does no harm.
    std::vector<IssuedUse> issued{};
    std::vector<LadderEvent> events{};
    /// Months of the ladder's window in which the account exists (opened in July: 6), where the utility cuts its bounds
    /// by that. Empty: the whole window.
    std::optional<int> monthsInWindow{};
    /// Season of the reading and category of the account.
    VariantChoice choice{};
    /// Where the household's size changed in the window.
    std::vector<PeopleMonths> peopleMonths{};
};

/// Decides what the version's policy leaves to a rule, and writes the decisions down as inputs: the price of the
/// reading date, the ladder window the reading date belongs to, the position in it, the scale of the bounds.
Result<BillingInputs> inputsOf(BillRequest request, std::span<const TariffVersion> versions);

} // namespace meterhall
