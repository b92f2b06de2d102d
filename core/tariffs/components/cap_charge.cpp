// What a bill comes to at most: what is above it is given back.

#include "core/tariffs/components/catalog.h"
#include "core/tariffs/components/limit.h"

namespace meterhall {

const ChargeKind capCharge{ChargeKindId{8},
                           QLatin1StringView("cap"),
                           limits::check,
                           limits::fits,
                           [](std::size_t component, const ChargeBasis& basis, ChargeLines& lines) {
                               limits::charge(component, basis, lines, limits::Limit::Highest);
                           },
                           limits::perUnit,
                           limits::phase};

} // namespace meterhall
