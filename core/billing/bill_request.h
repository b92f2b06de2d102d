#pragma once

#include "core/billing/billing_inputs.h"
#include "core/billing/ladder_position.h"
#include "core/tariffs/tariff_version.h"

namespace meterhall {

/// Dials on a day between the two readings of a bill, from where the bill begins.
struct SubReading {
    Date on;
    std::vector<UsageSegment> segments;
};

/// Of so many people from a day on.
struct HouseholdSize {
    Date from;
    int people = 0;
};

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
    /// The account's first and last day, where they are known: a window it has a part of has its part of the bounds,
    /// if the policy says so. Where every bill begins at zero, what it was imported with counts on the bill that begins
    /// on its first day, and on no other.
    std::optional<Date> opened{};
    std::optional<Date> closed{}; ///< the day behind its last
    /// Category of the account; seasons are told by the days.
    QString category{};
    /// Instead of both: for trying a tariff out.
    std::optional<VariantChoice> choice{};
    /// By what its size was when, ascending; empty where the fact People says it all.
    std::vector<HouseholdSize> households{};
    /// All of it belongs to what is in force on this day, whatever the policies: what is bought and not read.
    std::optional<Date> allOn{};
    /// Readings taken on days of change.
    std::vector<SubReading> subReadings{};
    /// As BillingInputs has them.
    std::vector<UseShare> shares{};
    std::uint8_t share = 0;
    std::vector<LossShare> losses{};
};

/// Days of an interval on which the policies want the meter read.
Result<std::vector<Date>> subReadingDays(const ReadingInterval& interval, std::span<const TariffVersion> versions);

/// Decides what the versions' policies leave to a rule, and writes the decisions down as inputs: which days have which
/// price, ladder window and season (bill_division.h), the position in each window, the scale of the bounds.
/// MissingSubReading where a day of change was not read, and what stretchesOf() says.
Result<BillingInputs> inputsOf(const BillRequest& request, std::span<const TariffVersion> versions);

} // namespace meterhall
