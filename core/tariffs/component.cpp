#include "core/tariffs/component.h"

namespace meterhall {

PriceList pricesOfVariant(const TariffComponent& component, VariantChoice choice) {
    for (const std::uint8_t chosen : {choice.category, choice.season}) {
        if (chosen == 0)
            continue;
        for (const VariantPrices& own : component.variantPrices) {
            if (own.variant == chosen)
                return {own.prices, own.registerPrices};
        }
    }
    return {component.prices, component.registerPrices};
}

} // namespace meterhall
