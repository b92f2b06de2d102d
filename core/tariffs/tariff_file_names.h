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
    {Key("none"), {LadderCounting::PerBill, SpanUnit::Months, 1, 1, 1}},
};

struct PayeeName {
    Key name;
    Payee payee;
};
inline constexpr PayeeName payeeNames[] = {
    {Key("own"), Payee::OwnIncome}, {Key("on_behalf"), Payee::FeeOnBehalf}, {Key("tax"), Payee::Tax}};

} // namespace meterhall::tarifffile
