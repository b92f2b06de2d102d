#pragma once

#include "core/tariffs/tariff_version.h"

/// The words of tariff files, for reading and for writing.
namespace meterhall::tarifffile {

using Key = QLatin1StringView;

struct CycleName {
    Key name;
    LadderCycle cycle;
};
inline constexpr CycleName cycleNames[] = {
    {Key("year"), {LadderCounting::Window, SpanUnit::Months, 12, 1, 1}},
    {Key("month"), {LadderCounting::PerBill, SpanUnit::Months, 1, 1, 1}},
    {Key("bimonth"), {LadderCounting::PerBill, SpanUnit::Months, 2, 1, 1}},
    {Key("4month"), {LadderCounting::PerBill, SpanUnit::Months, 4, 1, 1}},
    {Key("per_day"), {LadderCounting::PerBill, SpanUnit::Days, 1, 1, 1}},
    {Key("quarter"), {LadderCounting::PerBill, SpanUnit::Months, 3, 1, 1}},
    {Key("half_year"), {LadderCounting::PerBill, SpanUnit::Months, 6, 1, 1}},
    {Key("season"), {LadderCounting::Window, SpanUnit::Months, 12, 1, 1}},
    {Key("bill"), {LadderCounting::PerBill, SpanUnit::Months, 1, 1, 1}},
    {Key("period"), {LadderCounting::PerBill, SpanUnit::Months, 1, 1, 1}},
    {Key("none"), {LadderCounting::PerBill, SpanUnit::Months, 1, 1, 1}},
};

struct ModeName {
    Key name;
    LadderMode mode;
};
/// Of files that say their charges as components. The published ones have names of their own for whole schemes.
inline constexpr ModeName modeNames[] = {{Key("flat"), LadderMode::Flat},
                                         {Key("graduated"), LadderMode::Marginal},
                                         {Key("whole_band"), LadderMode::WholeBand},
                                         {Key("band_table"), LadderMode::BandTable}};

struct ScopeName {
    Key name;
    RoundingScope scope;
};
inline constexpr ScopeName scopeNames[] = {{Key("line"), RoundingScope::Line},
                                           {Key("component"), RoundingScope::Component},
                                           {Key("bill"), RoundingScope::Bill}};

struct PercentName {
    Key name;
    PercentOf base;
};
inline constexpr PercentName percentNames[] = {{Key("lines"), PercentOf::LinesSoFar},
                                               {Key("subtotal"), PercentOf::Subtotal},
                                               {Key("running"), PercentOf::Running},
                                               {Key("components"), PercentOf::Components}};

struct AxisName {
    Key name;
    VariantAxis axis;
};
inline constexpr AxisName axisNames[] = {{Key("season"), VariantAxis::Season},
                                         {Key("category"), VariantAxis::Category}};

struct PriceChangeName {
    Key name;
    PriceChangeRule rule;
};
inline constexpr PriceChangeName priceChangeNames[] = {{Key("by_reading_date"), PriceChangeRule::ByReadingDate},
                                                       {Key("by_day"), PriceChangeRule::ByDay},
                                                       {Key("by_sub_reading"), PriceChangeRule::BySubReading}};

struct WindowBoundaryName {
    Key name;
    WindowBoundaryRule rule;
};
inline constexpr WindowBoundaryName windowBoundaryNames[] = {
    {Key("whole_to_reading_date"), WindowBoundaryRule::WholeToReadingDate},
    {Key("by_day"), WindowBoundaryRule::ByDay},
    {Key("whole_to_old_window"), WindowBoundaryRule::WholeToOldWindow}};

struct StandingChargeName {
    Key name;
    StandingChargeRule rule;
};
inline constexpr StandingChargeName standingChargeNames[] = {{Key("with_last_part"), StandingChargeRule::WithLastPart},
                                                             {Key("with_each_part"), StandingChargeRule::WithEachPart}};

struct PartialWindowName {
    Key name;
    PartialWindowRule rule;
};
inline constexpr PartialWindowName partialWindowNames[] = {{Key("whole"), PartialWindowRule::Whole},
                                                           {Key("by_months"), PartialWindowRule::ByMonths}};

struct HouseholdChangeName {
    Key name;
    HouseholdChangeRule rule;
};
inline constexpr HouseholdChangeName householdChangeNames[] = {{Key("as_read"), HouseholdChangeRule::AsRead},
                                                               {Key("by_months"), HouseholdChangeRule::ByMonths}};

struct NewPriceLadderName {
    Key name;
    NewPriceLadderRule rule;
};
inline constexpr NewPriceLadderName newPriceLadderNames[] = {{Key("goes_on"), NewPriceLadderRule::GoesOn},
                                                             {Key("begins_anew"), NewPriceLadderRule::BeginsAnew}};

struct ZeroUseName {
    Key name;
    ZeroUseRule rule;
};
inline constexpr ZeroUseName zeroUseNames[] = {{Key("standing_charges"), ZeroUseRule::StandingCharges},
                                               {Key("nothing"), ZeroUseRule::Nothing}};

/// Looked up by name in one of these tables; nullptr when it is not there.
template <class Row, std::size_t Count>
const Row* rowNamed(const Row (&rows)[Count], const QString& name) {
    for (const Row& row : rows) {
        if (name == row.name)
            return &row;
    }
    return nullptr;
}

struct PayeeName {
    Key name;
    Payee payee;
};
inline constexpr PayeeName payeeNames[] = {
    {Key("own"), Payee::OwnIncome}, {Key("on_behalf"), Payee::FeeOnBehalf}, {Key("tax"), Payee::Tax}};

} // namespace meterhall::tarifffile
