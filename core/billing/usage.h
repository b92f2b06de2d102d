#pragma once

#include "core/billing/billing_inputs.h"
#include "core/tariffs/derivation.h"
#include "core/tariffs/tariff_version.h"

#include <array>

namespace meterhall {

/// What a bill's meters counted.
struct MeteredUse {
    Derived<BilledQuantity> all{BilledQuantity::zero()};
    std::array<Derived<BilledQuantity>, TariffVersion::maxRegisters> byRegister = emptyRegisters();
    std::size_t registers = 0; ///< 0 where one dial is billed

    std::span<const Derived<BilledQuantity>> registersUsed() const { return {byRegister.data(), registers}; }

private:
    static constexpr std::array<Derived<BilledQuantity>, TariffVersion::maxRegisters> emptyRegisters() {
        constexpr Derived<BilledQuantity> none{BilledQuantity::zero()};
        return {none, none, none, none, none, none};
    }
};

/// Use of all segments: for each the cut current dial less the previous one (plus the dial's range when it rolled
/// over), times the multiplier. Where the version knows registers of time of use and the first segment is of one of
/// them, all are, and their use is kept apart: UnknownRegister otherwise.
MeteredUse usageOf(std::span<const UsageSegment> segments, const TariffVersion& version, Derivation& derivation);

} // namespace meterhall
