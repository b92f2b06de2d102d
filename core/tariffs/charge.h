#pragma once

#include "core/money/money.h"
#include "core/tariffs/derivation.h"
#include "core/tariffs/tariff_version.h"

namespace meterhall {

/// One line of a bill: quantity x price, rounded once by the component's rule.
struct ChargeLine {
    std::uint16_t component; ///< index in TariffVersion::components, which never changes once billed
    std::uint8_t tier;       ///< from 1; 0 where the price does not depend on the tier
    BilledQuantity quantity;
    BilledPrice price;
    Money amount; ///< what the customer pays for the line, tax included
    Money tax;    ///< the part of the amount that is tax
    bool operator==(const ChargeLine&) const = default;
};

/// The part of a bill's use that lies in one tier.
struct TierSlice {
    std::uint8_t tier; ///< from 1; 0 where there is no ladder
    Derived<BilledQuantity> quantity;
};

/// What a charge may look at.
struct ChargeBasis {
    const TariffVersion& version;
    Derived<BilledQuantity> usage;
    std::span<const TierSlice> slices; ///< ascending tiers, none empty
    std::span<const Fact> facts;
};

/// Takes the lines of all charges of one bill, and derives their total while it does.
class ChargeLines {
public:
    ChargeLines(const TariffVersion& version, Derivation& derivation, std::vector<ChargeLine>& lines)
        : m_version(version)
        , m_derivation(derivation)
        , m_lines(lines) {}

    Derivation& derivation() { return m_derivation; }

    /// The one place where quantity x price becomes money.
    void add(std::size_t component, int tier, Derived<BilledQuantity> quantity);

    /// Sum of the lines; zero of none.
    Derived<Money> total();

private:
    /// The tax in the amount; where it comes on top, the amount grows by it.
    Money taxOf(const TariffComponent& terms, Derived<Money>& amount);

    const TariffVersion& m_version;
    Derivation& m_derivation;
    std::vector<ChargeLine>& m_lines;
    std::vector<Trace::Node> m_lineNodes; ///< filled only when tracing
    std::int64_t m_totalMinor = 0;        ///< all lines are of the version's currency
};

} // namespace meterhall
