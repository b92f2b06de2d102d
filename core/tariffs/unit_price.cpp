#include "core/tariffs/unit_price.h"

#include "core/tariffs/components/catalog.h"

namespace meterhall {

Result<BilledPrice> unitPrice(const TariffVersion& version, int tier) {
    BilledPrice sum = BilledPrice::ofMicro(0);
    for (const TariffComponent& component : version.components) {
        MH_TRY(const ChargeKind* kind, chargeKind(component.kind));
        MH_TRY(BilledPrice price, kind->perUnit(component, tier, sum));
        if (!component.tax.included) {
            const Ratio withTax = Ratio::ofMicro(Ratio::microPerUnit + component.tax.rate.micro());
            MH_TRY(price, price.times(withTax, RoundingMode::HalfUp));
        }
        MH_TRY(sum, sum.plus(price));
    }
    return sum;
}

} // namespace meterhall
