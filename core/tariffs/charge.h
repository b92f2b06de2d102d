#pragma once

#include "core/money/money.h"
#include "core/tariffs/derivation.h"
#include "core/tariffs/tariff_version.h"

namespace meterhall {

/// One line of a bill: quantity x price, rounded once by the component's rule.
struct ChargeLine {
    std::uint16_t component; ///< index in TariffVersion::components, which never changes once billed
    std::uint8_t tier;       ///< from 1; 0 where the price does not depend on the tier
    BilledQuantity quantity; ///< 1 of what is no quantity: a percentage, a minimum
    BilledPrice price;       ///< of a percentage its rate
    Money amount;            ///< what the customer pays for the line, tax included
    Money tax;               ///< the part of the amount that is tax
    std::uint8_t tou = 0;    ///< register in TariffVersion::registers, from 1; 0 where it does not matter
    std::uint8_t part = 0;   ///< of a divided bill, from 1; 0 where the bill is one
    bool operator==(const ChargeLine&) const = default;
};

/// The part of a bill's use that lies in one tier.
struct TierSlice {
    std::uint8_t tier; ///< from 1, as the line says it; 0 where there is no ladder
    Derived<BilledQuantity> quantity;
    std::uint8_t row; ///< of the price, from 0
};

/// What falls due of what does not depend on the use.
enum class StandingCharges : std::uint8_t {
    All,
    ByDay, ///< a part before the last has neither limits nor other standing charges, unless each part has its own
    None   ///< and no limits: nothing was used, and then nothing is charged
};

/// What a charge may look at.
struct ChargeBasis {
    const TariffVersion& version;
    Derived<BilledQuantity> usage;
    std::span<const TierSlice> slices; ///< ascending tiers, none empty
    std::span<const Fact> facts;
    VariantChoice choice{};
    /// Use by TariffVersion::registers, adding up to the usage; empty where one dial is billed.
    std::span<const Derived<BilledQuantity>> registers{};
    std::uint8_t reached = 1; ///< the highest tier or band the bill touches
    BoundScale proration{};   ///< of bounds that are not the ladder's
    StandingCharges standing = StandingCharges::All;
    std::optional<Derived<Money>> before{}; ///< of a part of a divided bill: what the parts before it come to

    PriceList pricesOf(std::size_t component) const { return pricesFor(version.components[component], choice); }
};

/// A bound for the months or days of a bill, moved to a whole multiple of `step`.
Derived<BilledQuantity> scaledBound(Derived<BilledQuantity> bound, BoundScale scale, BilledQuantity step,
                                    RoundingMode mode, Derivation& derivation);

/// What a line says beside its amount.
struct LineHead {
    std::size_t component;
    std::uint8_t tier = 0;
    std::uint8_t tou = 0;
};

/// Takes the lines of all charges of one bill, and derives their total while it does. The order is that of the
/// components: charges, then percentages of the subtotal, then what fills the total up to a minimum.
class ChargeLines {
public:
    ChargeLines(const TariffVersion& version, Derivation& derivation, std::vector<ChargeLine>& lines);

    Derivation& derivation() { return m_derivation; }
    const TariffVersion& version() const { return m_version; }

    /// Quantity x price: what nearly all lines are, so in one piece, with the rare cases kept out of it.
    [[gnu::flatten]] void add(const LineHead& head, Derived<BilledQuantity> quantity, BilledPrice price);
    /// The part of quantity x price that falls on one register: x its use / the use of all. Rounded once, as a whole;
    /// the line shows the part of the quantity rounded at the sixth decimal.
    void addShare(const LineHead& head, Derived<BilledQuantity> quantity, BilledPrice price,
                  Derived<BilledQuantity> part, Derived<BilledQuantity> whole);
    /// An amount that is no product of a quantity: the line shows one of `price`. Rounded by the component's rule.
    void addAmount(const LineHead& head, BilledPrice price, const Derived<ExactAmount>& amount);
    /// The same of an amount that is money already.
    void addMoney(const LineHead& head, BilledPrice price, Derived<Money> amount);
    /// All lines of a component are there.
    void finishComponent(std::size_t component);

    /// What the lines so far come to.
    Derived<ExactAmount> running() {
        if (!m_derivation.traced()) [[likely]]
            return {ExactAmount::fromScaled(m_running)};
        return explainedRunning();
    }
    /// The charges together, rounded where the policy says so. Comes to be when it is first asked for.
    Derived<ExactAmount> subtotal() {
        if (!m_hasSubtotal)
            roundSubtotal();
        return m_subtotal;
    }
    /// The lines taken so far.
    std::span<const ChargeLine> lines() const { return m_lines; }
    /// The node of a line's amount as it is shown, when tracing.
    Trace::Node nodeOf(std::size_t line) const { return m_derivation.traced() ? m_lineNodes[line] : Trace::none; }

    /// The bill's total, rounded as the policy asks. Comes to be when it is first asked for; lines added after that
    /// change it by their amount.
    Derived<Money> total();
    /// What the total differs from the sum of the lines.
    Money roundingDifference(Money total);
    /// The same total, better explained.
    void explainTotal(Derived<Money> total);

private:
    /// An amount as the line shows it, and the tax in it.
    struct Taxed {
        Derived<Money> amount;
        Money tax;
    };

    void addRounded(const LineHead& head, BilledQuantity quantity, BilledPrice price,
                    const Derived<ExactAmount>& exact);
    [[gnu::noinline]] void addTaxed(LineHead head, BilledQuantity quantity, BilledPrice price, Derived<Money> amount);
    /// By a rule whose step is finer than money, or of lines that are rounded together.
    [[gnu::noinline]] void addUnrounded(LineHead head, BilledQuantity quantity, BilledPrice price,
                                        Derived<ExactAmount> exact);
    void take(const LineHead& head, BilledQuantity quantity, BilledPrice price, const Derived<ExactAmount>& amount,
              const Taxed& shown);
    ExactAmount scaled(Money money) const { return ExactAmount::fromScaled(product(money.minor(), m_minorScaled)); }
    [[gnu::noinline]] Derived<ExactAmount> explainedRunning();
    void roundComponent(RoundingRule rule);
    void roundSubtotal();
    void roundTotal();
    /// The running sum in minor units, cut.
    Int128 runningMinor() const;
    RoundingRule minorUnit() const { return RoundingRule::toMinorUnit(m_version.currency, RoundingMode::HalfUp); }
    Derived<BilledPrice> priceLeaf(const LineHead& head, BilledPrice price);
    /// Where the tax comes on top, the amount grows by it.
    Taxed taxed(const TariffComponent& terms, Derived<Money> amount);
    void replaceRunning(const Derived<ExactAmount>& amount);

    const TariffVersion& m_version;
    Derivation& m_derivation;
    std::vector<ChargeLine>& m_lines;
    std::int64_t m_minorMicro;            ///< the minor unit in millionths
    std::int64_t m_minorScaled;           ///< and with twelve decimals
    std::vector<Trace::Node> m_lineNodes; ///< of all lines, filled only when tracing
    std::vector<Trace::Node> m_openNodes; ///< what the running sum is made of, filled only when tracing
    Int128 m_running = 0;                 ///< all lines are of the version's currency; 12 decimals
    Int128 m_finished = 0;                ///< of it, without the component at work
    std::size_t m_componentNodes = 0;     ///< where its nodes begin in m_openNodes
    std::int64_t m_linesMinor = 0;        ///< what the lines show
    bool m_hasSubtotal = false;
    bool m_hasTotal = false;
    Derived<ExactAmount> m_subtotal{ExactAmount::zero()};
};

} // namespace meterhall
