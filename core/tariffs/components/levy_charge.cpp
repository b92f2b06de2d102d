// Use x price in one line, whatever tiers the use lies in: fuel, garbage, climate levies that are rounded once.

#include "core/tariffs/components/catalog.h"

namespace meterhall {

namespace {
Result<void> checkLevy(const TariffComponent& component, const TariffVersion&) {
    if (component.prices.size() != 1)
        return Error(TariffError::PricesDoNotMatchTiers, {component.code});
    return {};
}

void chargeLevy(std::size_t component, const ChargeBasis& basis, ChargeLines& lines) {
    if (!basis.usage.value.isZero())
        lines.add(component, 0, basis.usage);
}

Result<BilledPrice> levyPerUnit(const TariffComponent& terms, int) {
    return terms.priceOf(0);
}
} // namespace

const ChargeKind levyCharge{ChargeKindId{3}, QLatin1StringView("levy"), checkLevy, chargeLevy, levyPerUnit};

} // namespace meterhall
