#pragma once

#include "core/base/bytes.h"
#include "core/calendar/accounting_month.h"
#include "core/calendar/ladder_window.h"
#include "core/calendar/reading_interval.h"
#include "core/registry/ids.h"
#include "core/tariffs/fact.h"
#include "core/tariffs/ids.h"
#include "core/tariffs/ladder.h"

#include <string>
#include <vector>

namespace meterhall {

METERHALL_ERRORS(BillingError, "billing", UnknownRuleVersion, OtherTariffVersion, NegativeDial, BadRollover, BadScale,
                 NotCanonical, BadBill, BadCase, CannotRead, UnknownRegister, BadPeople, UnknownVariant,
                 MissingSubReading, NothingToCorrect, TooLittleMoney, CostsNothing, BadPart, BadShare)

/// A stretch of one register between two dials. A meter exchange makes two segments: the old meter to its end dial, the
/// new one from its start dial, each with its own multiplier.
struct UsageSegment {
    MeterId meter;
    std::string registerCode; ///< "volume"; at most 15 characters keep it off the heap
    /// The dial up to which the last bill went (its billedDial), or the cut start dial of a new meter. Taken as it is.
    BilledQuantity previousDial;
    /// As it was read; rating cuts it to the tariff's step.
    BilledQuantity currentDial;
    Ratio multiplier = Ratio::ofMicro(1'000'000);
    /// The dial passed its highest number: what it counts up to (100000 for five digits). Zero when it did not; a
    /// current dial below the previous one is then a credit, as after an estimate that was too high.
    BilledQuantity rollover = BilledQuantity::zero();
    bool operator==(const UsageSegment&) const = default;
};

/// A household was of `people` for so many months of the ladder's window.
struct PeopleMonths {
    BilledQuantity people = BilledQuantity::zero(); ///< whole
    Ratio months = Ratio::zero();
    bool operator==(const PeopleMonths&) const = default;

    static constexpr std::size_t most = 12;
};

/// What one of the accounts that share a place's meters is billed of what they counted. The last of them takes what is
/// left, whatever its share says.
struct UseShare {
    enum class Kind : std::uint8_t {
        ByRatio = 0, ///< of the whole
        Fixed = 1,   ///< an agreed quantity (定量), as far as it is left
        Metered = 2, ///< what a sub-meter counted, as far as it is left
    };
    Kind kind = Kind::ByRatio;
    Ratio ratio = Ratio::zero();
    BilledQuantity quantity = BilledQuantity::zero();
    /// To which step a ratio's part is rounded, the same for all who share: 1 m3.
    BilledQuantity step = BilledQuantity::ofMicro(BilledQuantity::microPerUnit);
    RoundingMode rounding = RoundingMode::HalfUp;
    bool operator==(const UseShare&) const = default;

    static constexpr std::size_t most = 16;
};
constexpr UseShare::Kind lastOf(UseShare::Kind) {
    return UseShare::Kind::Metered;
}

/// What an account is billed of the loss between a master meter and the meters behind it (总表分摊): what the master
/// counted more than they did, by the account's weight (its use, its area, or one). The parts of all accounts add up to
/// the loss.
struct LossShare {
    BilledQuantity master = BilledQuantity::zero(); ///< counted on the days of the bill
    BilledQuantity behind = BilledQuantity::zero(); ///< by the meters behind it together
    BilledQuantity before = BilledQuantity::zero(); ///< weight of the accounts before this one, in their order
    BilledQuantity own = BilledQuantity::zero();
    BilledQuantity all = BilledQuantity::zero(); ///< of all accounts; more than nothing
    /// To which step parts are rounded, the same for all: 0.01 m3.
    BilledQuantity step = BilledQuantity::ofMicro(BilledQuantity::microPerUnit / 100);
    RoundingMode rounding = RoundingMode::HalfUp;
    bool operator==(const LossShare&) const = default;

    static constexpr std::size_t most = 4; ///< masters behind each other
};

/// A part of a bill that a new price, ladder window or season divides, but for the last, which is the bill's own. What
/// is not said here is the bill's.
struct BillPart {
    Date until; ///< the first day of the part behind it
    TariffVersionId tariffVersion;
    /// Dials read on `until`, from where the bill begins. Empty: the days divide what lies between the readings around.
    std::vector<UsageSegment> segments{};
    std::optional<LadderWindow> window{};
    BilledQuantity ladderBefore = BilledQuantity::zero();
    bool goesOn = false; ///< it begins where the part before it leaves the ladder; ladderBefore says nothing then
    BoundScale boundScale{};
    BoundScale proration{};
    std::vector<Fact> facts{};
    VariantChoice choice{};
    std::vector<PeopleMonths> peopleMonths{};
    bool operator==(const BillPart&) const = default;
};

/// Everything an amount depends on beside the tariff version: stored on the bill, hashed in the draft. The same inputs
/// give the same bill, byte for byte, as long as their rule version is callable.
struct BillingInputs {
    AccountId account;
    ServicePointId servicePoint;
    AccountingMonth month;
    ReadingInterval interval;
    TariffVersionId tariffVersion;
    std::uint16_t ruleVersion; ///< currentRuleVersion for new bills (rate.h)
    std::vector<UsageSegment> segments;
    std::optional<LadderWindow> window;                   ///< empty where the tariff has no ladder window
    BilledQuantity ladderBefore = BilledQuantity::zero(); ///< position before this bill (ladder_position.h)
    BoundScale boundScale{};                              ///< by the months or days the ladder counts
    /// Of a bill whose days lie outside the window its tariff allows (25 to 35 days: x days / 30): on the ladder's
    /// bounds and on those of rebates.
    BoundScale proration{};
    std::vector<Fact> facts{}; ///< ascending by kind, each once
    VariantChoice choice{};    ///< season and category
    /// Where the household's size changed: each bound is the mean of those of the sizes, by their months. Empty: the
    /// size is the fact People, if there is one.
    std::vector<PeopleMonths> peopleMonths{};
    /// Of a divided bill: its parts before the last, in their order. Those segments are the whole bill's; use, window,
    /// ladder, facts … are the last part's.
    std::vector<BillPart> earlier{};
    bool goesOn = false; ///< of the last part, as BillPart says
    /// Where accounts share the meters: how, the last taking what is left, and which share is the account's, from 0.
    /// Segments are those of the meters. Empty: all of it is the account's.
    std::vector<UseShare> shares{};
    std::uint8_t share = 0;
    /// Of the master meters before the account's, on top of its use.
    std::vector<LossShare> losses{};
    bool operator==(const BillingInputs&) const = default;

    static constexpr std::size_t mostParts = 36;
    std::size_t parts() const { return earlier.size() + 1; }
    /// Version of a part, from 0.
    TariffVersionId versionOf(std::size_t part) const {
        return part < earlier.size() ? earlier[part].tariffVersion : tariffVersion;
    }
    /// Days of a part, from 0. Not empty.
    Date beginOf(std::size_t part) const { return part == 0 ? interval.from() : earlier[part - 1].until; }
    Date endOf(std::size_t part) const { return part < earlier.size() ? earlier[part].until : interval.to(); }
    /// A part as inputs of its own: of its days, without segments.
    Result<BillingInputs> ofPart(std::size_t part) const;
};

/// A few hundred bytes; decoding refuses every other spelling of the same inputs.
Bytes encodeBillingInputs(const BillingInputs& inputs);
Result<BillingInputs> decodeBillingInputs(ByteView bytes);

/// SHA-256 of the encoded inputs: what a draft keeps, and issuing compares.
Bytes hashOfInputs(const BillingInputs& inputs);

} // namespace meterhall
