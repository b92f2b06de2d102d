#pragma once

#include "core/tariffs/billed_quantity.h"

#include <optional>
#include <span>

namespace meterhall {

/// What a charge may have to know about the account beside its use. Numbers are stored; new kinds are appended.
enum class FactKind : std::uint8_t {
    Bill = 0,         ///< always 1: what falls due once per bill
    Months = 1,       ///< months the bill covers
    Days = 2,         ///< days the bill covers
    People = 3,       ///< household size accepted for the ladder
    SquareMetres = 4, ///< m2 billed for heat
    Households = 5,   ///< homes behind a shared meter: bounds are multiplied by them
    FreeQuantity = 6, ///< of the use, free for the poor (低保): 10 kWh a month
    /// What one tariff alone asks for; TariffVersion::factNames says what these are.
    FirstNamed = 32,
    LastNamed = 47,
};
constexpr FactKind lastOf(FactKind) {
    return FactKind::LastNamed;
}
/// "bill", "month", "day", "person", "m2", "household", "free": what follows "per" in tariff files. Empty for a fact
/// that the tariff names.
QLatin1StringView factCode(FactKind kind);

struct Fact {
    FactKind kind;
    BilledQuantity value;
    bool operator==(const Fact&) const = default;
};

/// Empty when the account says nothing about it, which is not the same as zero.
std::optional<BilledQuantity> factOf(std::span<const Fact> facts, FactKind kind);

} // namespace meterhall
