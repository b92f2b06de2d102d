#include "core/tariffs/fact.h"

#include <algorithm>

namespace meterhall {

QLatin1StringView factCode(FactKind kind) {
    switch (kind) {
    case FactKind::Bill:
        return QLatin1StringView("bill");
    case FactKind::Months:
        return QLatin1StringView("month");
    case FactKind::Days:
        return QLatin1StringView("day");
    case FactKind::People:
        return QLatin1StringView("person");
    case FactKind::SquareMetres:
        return QLatin1StringView("m2");
    case FactKind::Households:
        return QLatin1StringView("household");
    case FactKind::FreeQuantity:
        return QLatin1StringView("free");
    case FactKind::FirstNamed:
    case FactKind::LastNamed:
        break;
    }
    return {};
}

std::optional<BilledQuantity> factOf(std::span<const Fact> facts, FactKind kind) {
    if (kind == FactKind::Bill)
        return BilledQuantity::ofMicro(BilledQuantity::microPerUnit);
    const auto found = std::find_if(facts.begin(), facts.end(), [kind](const Fact& fact) { return fact.kind == kind; });
    return found == facts.end() ? std::nullopt : std::optional(found->value);
}

} // namespace meterhall
