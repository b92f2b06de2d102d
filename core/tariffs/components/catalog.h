#pragma once

#include "core/tariffs/charge.h"

namespace meterhall {

/// A kind of charge: the file components/<name>_charge.cpp, which defines `const ChargeKind <name>Charge`. The build
/// lists the files that are there; nothing else has to know of a new one.
struct ChargeKind {
    ChargeKindId id;        ///< stored, never reused
    QLatin1StringView code; ///< in tariff files
    /// Whether a component of this kind has what it needs; run when a version is made, not when it is rated.
    Result<void> (*check)(const TariffComponent&, const TariffVersion&);
    /// Adds the component's lines. The derivation inside `lines` explains them while they are computed, and keeps what
    /// goes wrong.
    void (*charge)(std::size_t component, const ChargeBasis&, ChargeLines& lines);
    /// What one more unit of use costs in the tier (from 1), before tax that comes on top; nothing where the charge
    /// does not depend on the use.
    Result<BilledPrice> (*perUnit)(const TariffComponent&, int tier);
};

#define X(name, Name) extern const ChargeKind name##Charge;
#include "core/tariffs/charges.inc"
#undef X

/// All kinds, by name.
std::span<const ChargeKind* const> chargeKinds();
Result<const ChargeKind*> chargeKind(ChargeKindId id);
Result<const ChargeKind*> chargeKind(QStringView code);

} // namespace meterhall
