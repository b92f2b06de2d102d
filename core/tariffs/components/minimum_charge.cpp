// What a bill comes to at least: a bill that is rounded and still lower is filled up.

#include "core/tariffs/components/catalog.h"
#include "core/tariffs/components/limit.h"

namespace meterhall {

const ChargeKind minimumCharge{ChargeKindId{7},
                               QLatin1StringView("minimum"),
                               limits::check,
                               limits::fits,
                               [](std::size_t component, const ChargeBasis& basis, ChargeLines& lines) {
                                   limits::charge(component, basis, lines, limits::Limit::Lowest);
                               },
                               limits::perUnit,
                               limits::phase};

} // namespace meterhall
