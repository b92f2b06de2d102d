// Use x price in one line, whatever tiers the use lies in: fuel, garbage, climate levies that are rounded once; the
// base price under a ladder of surcharges. With time of use, one line for each register.

#include "core/tariffs/components/catalog.h"

namespace meterhall {

namespace {
Result<void> checkLevy(const TariffComponent&, const TariffVersion&) {
    return {};
}

bool levyFits(const TariffComponent&, const PriceList& prices, PriceShape shape) {
    const bool byRegister = !prices.byRegister.empty();
    if (byRegister && prices.byRegister.size() != shape.registers)
        return false;
    return prices.plain.size() == 1 || (byRegister && prices.plain.empty());
}

void chargeLevy(std::size_t component, const ChargeBasis& basis, ChargeLines& lines) {
    const PriceList prices = basis.pricesOf(component);
    if (!basis.registers.empty() && !prices.byRegister.empty()) {
        for (std::size_t i = 0; i < basis.registers.size(); ++i) {
            if (!basis.registers[i].value.isZero())
                lines.add({component, 0, static_cast<std::uint8_t>(i + 1)}, basis.registers[i], prices.byRegister[i]);
        }
        return;
    }
    if (prices.plain.empty())
        return lines.derivation().fail(
            Error(TariffError::MissingFact, {basis.version.components[component].code, QStringLiteral("registers")}));
    if (!basis.usage.value.isZero())
        lines.add({component}, basis.usage, prices.of(0));
}

Result<BilledPrice> levyPerUnit(const TariffComponent& terms, int, BilledPrice) {
    return terms.prices.empty() ? BilledPrice::ofMicro(0) : terms.priceOf(0);
}
} // namespace

const ChargeKind levyCharge{ChargeKindId{3}, QLatin1StringView("levy"), checkLevy, levyFits, chargeLevy, levyPerUnit};

} // namespace meterhall
