#pragma once

#include "core/base/progress.h"
#include "core/registry/registry.h"
#include "core/services/tariffs.h"

namespace meterhall::services {

/// BadSpan: months that end before they begin. OtherMeasure: the bill is in another unit or currency than the draft.
/// NotReproduced: it does not come out as it is stored (verify names it). Held(reason): it was never billed, and cannot
/// be now.
METERHALL_ERRORS(TariffReplayError, "tariffreplay", BadSpan, NothingBilled, OtherMeasure, NotReproduced, Held)

/// What is rated again, and by what.
struct ReplayCall {
    TariffChoice draft;
    /// Whose bills: those made by this tariff; the draft's own where nothing is said.
    QString ofTariff{};
    /// Accounting months of the bills, both included; without them the twelve that end with the last that was billed.
    std::optional<AccountingMonth> first{};
    std::optional<AccountingMonth> last{};
    std::optional<UseClass> useClass{};
    std::optional<BookId> book{};
    /// Also accounts that nobody has billed in these months, by the readings they have: what a bill of all of it would
    /// come to now, and by the draft.
    bool readings = true;
    /// Which share of the households the policy wants to stay within the first tier, the first two …
    std::vector<int> coverPercents{80, 95};
    /// From which rise of a month an account is counted as hit hard, in minor units.
    std::int64_t hardRiseMinor = 2000;
    int extremes = 20; ///< accounts that lose most, and that win most
    int mostReasons = 100;
    int workers = 0; ///< threads that rate; 0: as many as the machine has
};

/// Accounts that come off alike.
struct ReplayGroup {
    std::int64_t accounts = 0;
    Money sum;     ///< of their differences
    Money largest; ///< of one account
};

struct ReplayMoney {
    Money before;
    Money after;
    Result<Money> difference() const { return after.minus(before); }
};

/// Use in a tier (0 where there is none), and how many accounts had some of theirs in it or above.
struct ReplayTier {
    int tier = 0;
    BilledQuantity before = BilledQuantity::zero();
    BilledQuantity after = BilledQuantity::zero();
    std::int64_t reachedBefore = 0;
    std::int64_t reachedAfter = 0;
};

/// Households whose use stays within a tier by the draft: all their use of these months against the tier's bound of as
/// many months, whatever single bills reached.
struct ReplayCoverage {
    int tier = 0;
    int wantedPercent = 0;
    std::int64_t within = 0;
    std::int64_t households = 0;
    bool holds() const { return within * 100 >= wantedPercent * households; }
};

struct ReplayedAccountRow {
    AccountId account;
    QString number{};
    QString holder{}; ///< masked
    BilledQuantity use = BilledQuantity::zero();
    ReplayMoney total;
};

struct NotReplayed {
    AccountId account;
    QString number{};
    Error reason;
};

/// A draft over what was used, as if it had been in force in all of these months.
struct TariffReplay {
    AccountingMonth first;
    AccountingMonth last;
    std::int64_t accounts = 0; ///< that were rated
    std::int64_t households = 0;
    std::int64_t bills = 0;
    std::int64_t fromReadings = 0; ///< of the bills: what nobody has billed yet
    BilledQuantity use = BilledQuantity::zero();
    ReplayGroup winners;
    ReplayGroup losers;
    std::int64_t same = 0;
    std::int64_t hardHit = 0;
    /// Whose money it is, and what rounding adds; they add up to the total.
    ReplayMoney ownIncome;
    ReplayMoney onBehalf;
    ReplayMoney levies;
    ReplayMoney rounding;
    ReplayMoney total;
    ReplayMoney taxWithin; ///< tax that is part of the total
    std::vector<ReplayTier> tiers{};
    std::vector<ReplayCoverage> coverage{}; ///< empty where the draft has no ladder
    std::vector<ReplayedAccountRow> mostRisen{};
    std::vector<ReplayedAccountRow> mostFallen{};
    std::int64_t notRated = 0;                 ///< accounts that are in none of these sums
    std::map<QString, std::int64_t> reasons{}; ///< by the error's code
    std::vector<NotReplayed> notRatedRows{};   ///< the first of them
};

/// Rates every bill of the months again, as it is and by the draft, and sums up what that changes. The use is what was
/// used: nobody uses less because it costs more. An account of which one bill cannot be rated is in no sum, and named.
/// Writes nothing; ended by `progress`. Service::ShowTariffs; UnknownTariff, NoDraft, BadSpan, NothingBilled.
///
/// Portions of accounts are read one after the other, and rated by threads of their own: what is in memory does not
/// grow with the accounts.
Result<TariffReplay> replayTariff(Session& session, const ReplayCall& call, const WorkProgress& progress = {});

} // namespace meterhall::services
