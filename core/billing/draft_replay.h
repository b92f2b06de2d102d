#pragma once

#include "core/billing/bill.h"
#include "core/billing/bill_parts.h"
#include "core/billing/bill_request.h"

#include <array>

namespace meterhall {

/// A bill's use by tier; place 0 holds what has no ladder.
struct TierVolumes {
    std::array<BilledQuantity, Ladder::maxTiers + 1> volumes = none();
    int reached = 0; ///< the highest tier with use in it

    Result<void> add(int tier, BilledQuantity quantity);
    Result<void> add(const TierVolumes& other);

private:
    static constexpr std::array<BilledQuantity, Ladder::maxTiers + 1> none() {
        constexpr auto zero = BilledQuantity::zero();
        return {zero, zero, zero, zero, zero, zero, zero, zero, zero, zero, zero, zero, zero};
    }
};

/// What an account brought with it, for its ladder.
struct ReplayedAccount {
    std::optional<Date> opened{};
    std::vector<LadderEvent> events{};
};

/// Rates bills again as if a version had been in force all the time: the same use of the same days, by the version's
/// own dial step, ladder window, seasons and rules. What a bill leaves the ladder higher or lower is passed on to those
/// behind it, account by account, in the order of their readings.
///
/// What the inputs of a bill do not say is not known here: when a household changed its size is taken from a bill only
/// where that bill says it. Reuses what it has: a bill of a version whose rules are alike costs two ratings and no
/// allocation.
class DraftReplay {
public:
    explicit DraftReplay(TariffVersion draft);

    const TariffVersion& draft() const { return m_draft; }
    /// Whether bills of this version keep their inputs: only bounds, prices and charges differ. Otherwise the use of
    /// the draft's windows before the first bill has to be passed.
    bool isAlike(const TariffVersion& version) const;

    void begin(ReplayedAccount account);
    /// Use that stands on the ladder and is not replayed: before the first bill, or of another tariff.
    void pass(std::span<const IssuedUse> uses);
    /// Rates the bill by its own prices, and by the draft.
    Result<void> replay(const BillingInputs& inputs, BillPrices prices);

    /// Of the bill replayed last; valid until the next.
    const Bill& before() const { return m_before; }
    const Bill& after() const { return m_after; }
    Result<TierVolumes> tiersBefore(const BillingInputs& inputs, BillPrices prices) const;
    Result<TierVolumes> tiersAfter() const;
    /// The tier in which so much use of `months` ends, by the draft's bounds for the household of the bill replayed
    /// last; 0 where the draft has no ladder.
    Result<int> tierOf(BilledQuantity use, int months) const;

private:
    /// The dial a bill ended at, as it was read.
    struct LastDial {
        MeterId meter;
        std::string registerCode;
        BilledQuantity dial;
    };
    Result<void> keepInputs(const BillingInputs& inputs);
    Result<void> decideInputs(const BillingInputs& inputs, BillPrices prices);
    Result<std::vector<UsageSegment>> segmentsOf(const BillingInputs& inputs, const TariffVersion& version) const;
    void remember(const BillingInputs& inputs, const TariffVersion& version);
    std::vector<const TariffVersion*> draftPrices() const;

    TariffVersion m_draft;
    ReplayedAccount m_account;
    std::vector<IssuedUse> m_billed; ///< as it was billed
    std::vector<IssuedUse> m_moved;  ///< what the draft put on the ladder more or less
    std::vector<LastDial> m_dials;   ///< only where the draft cuts them otherwise
    BillingInputs m_inputs;
    Bill m_before;
    Bill m_after;
};

} // namespace meterhall
