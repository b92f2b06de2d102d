#pragma once

#include "core/tariffs/charge.h"

namespace meterhall {

/// When a component's turn is: those of a later phase stand behind those of an earlier one.
enum class ChargePhase : std::uint8_t {
    Charge = 0, ///< before the subtotal
    Levied = 1, ///< percentages of the subtotal
    Limit = 2,  ///< of the total, once it is rounded
};

/// How many prices a component may need, for one choice of season and category.
struct PriceShape {
    std::size_t rows;      ///< Ladder::priceRows()
    std::size_t tiers;     ///< of the ladder, or bands
    std::size_t registers; ///< of time of use
};

/// A kind of charge: the file components/<name>_charge.cpp, which defines `const ChargeKind <name>Charge`. The build
/// lists the files that are there; nothing else has to know of a new one.
struct ChargeKind {
    ChargeKindId id;        ///< stored, never reused
    QLatin1StringView code; ///< in tariff files
    /// Whether a component of this kind has what it needs; run when a version is made, not when it is rated. The
    /// number of its prices is checked before, for the ladder and for each of its variants, by `fits`.
    Result<void> (*check)(const TariffComponent&, const TariffVersion&);
    /// Whether there are as many prices as the kind needs.
    bool (*fits)(const TariffComponent&, const PriceList&, PriceShape shape);
    /// Adds the component's lines. The derivation inside `lines` explains them while they are computed, and keeps what
    /// goes wrong.
    void (*charge)(std::size_t component, const ChargeBasis&, ChargeLines& lines);
    /// What one more unit of use costs in the tier (from 1; 0 without a ladder), before tax that comes on top; nothing
    /// where the charge does not depend on the use. `before` is the same for all components before this one.
    Result<BilledPrice> (*perUnit)(const TariffComponent&, int tier, BilledPrice before);
    ChargePhase (*phase)(const TariffComponent&) = [](const TariffComponent&) { return ChargePhase::Charge; };
};

#define X(name, Name) extern const ChargeKind name##Charge;
#include "core/tariffs/charges.inc"
#undef X

/// All kinds, by name.
std::span<const ChargeKind* const> chargeKinds();
Result<const ChargeKind*> chargeKind(ChargeKindId id);
/// The same without an error: nullptr where there is none.
const ChargeKind* chargeKindOrNull(ChargeKindId id);
Result<const ChargeKind*> chargeKind(QStringView code);

} // namespace meterhall
