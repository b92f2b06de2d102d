#pragma once

#include "core/base/bytes.h"
#include "core/quantity/commodity.h"
#include "core/tariffs/component.h"
#include "core/tariffs/ids.h"
#include "core/tariffs/policy.h"
#include "core/tariffs/tariff_error.h"

#include <string>

namespace meterhall {

/// A price list of the utility (价目): what an account is assigned to. What it costs stands in its versions.
struct Tariff {
    TariffId id;
    QString code; ///< "gas-residential", unique
    QString name;
    Commodity commodity;
    bool operator==(const Tariff&) const = default;
};

/// A time-of-use register; at most 15 characters keep it off the heap.
using RegisterName = std::string;

/// A tariff as one price order made it. Never changed once a bill used it: a new order is a new version.
struct TariffVersion {
    TariffVersionId id;
    TariffId tariff;
    Date effectiveFrom; ///< readings of this day already get the new price
    QString priceOrder; ///< 价格文件: number and date of the government's paper
    Currency currency;
    MeasureUnit unit;
    /// Dials are cut to whole multiples of it before they are subtracted: 1 m3.
    BilledQuantity dialStep;
    Ladder ladder;
    std::vector<TariffComponent> components;
    BillingPolicy policy;
    /// Time-of-use registers, as segments name them: "peak", "valley". Empty where one dial is billed.
    std::vector<RegisterName> registers{};
    /// What FactKind::FirstNamed and those after it mean here: "ampere", "building_factor".
    std::vector<QString> factNames{};
    bool operator==(const TariffVersion&) const = default;

    static constexpr std::size_t maxComponents = 64;
    static constexpr std::size_t maxRegisters = 6;
};

/// Whether the version can be rated at all: bounds ascend, prices match the tiers, codes are unique, every kind of
/// charge exists and finds what it needs. Rating relies on it; storage and import refuse what fails it.
Result<void> checkTariffVersion(const TariffVersion& version);

/// The window in which the version counts use of a day; none where every bill begins at zero. Where its price begins
/// the ladder anew, the window in which it came begins with it, and reaches as far as it would have from there: nothing
/// of the next window is ever asked of it.
Result<std::optional<LadderWindow>> ladderWindowOn(const TariffVersion& version, Date day);

/// The version whose price a reading of `date` gets: the latest that is in force, whatever the order of `versions`.
Result<const TariffVersion*> versionOn(std::span<const TariffVersion> versions, Date date);

/// The stored form (core/base/canonical.h); decoding refuses every other spelling and every version that cannot be
/// rated, so a decoded version encodes to the same bytes.
Bytes encodeTariffVersion(const TariffVersion& version);
Result<TariffVersion> decodeTariffVersion(ByteView bytes);

} // namespace meterhall
