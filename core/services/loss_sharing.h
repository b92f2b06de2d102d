#pragma once

#include "core/billing/loss_sharing.h"
#include "core/services/session.h"

namespace meterhall::services {

METERHALL_ERRORS(LossError, "loss", BadStep, TooFew, TooManyMasters, MasterItself, SamePlaceTwice, NothingShared)

// 总表分摊: what a master meter counts more than the meters behind it is billed to the accounts of those, by their use,
// their area, or equally, on top of their own use. A day on which that changes is the last one of what was agreed
// before: no bill goes over it. The account whose meter the master is, where it has one, is not billed meanwhile.

/// `key` is made by Session::newKey and becomes the agreement's number: the same key with the same content again
/// answers "already done".
struct LossSharingRequest {
    std::int64_t key = 0;
    QString master; ///< number of the meter
    Date on;
    LossRule rule = LossRule::ByUse;
    /// To which step each part is rounded.
    BilledQuantity step = BilledQuantity::ofMicro(BilledQuantity::microPerUnit / 100);
    std::vector<AccountId> accounts; ///< those behind it, in their order; empty: the loss is shared no more
    QString document;
};
struct LossSharingResult {
    bool alreadyDone = false;
};
/// Service::ShareUse. Guards in this order: duty, SecurityError::ReasonMissing (no document), UnknownMeter,
/// NotInstalled, known key (KeyUsedForSomethingElse), BadDay (in the future, or not behind the agreement before),
/// LossError::BadStep (not above nothing), NothingShared (to be ended), TooFew (one account), and of each account
/// UnknownAccount, AccountClosed, MasterItself, SamePlaceTwice, TooManyMasters, BilledAlready.
Result<LossSharingResult> shareLoss(Session& session, const LossSharingRequest& request);

/// What an account shares the loss of today.
struct SharedLoss {
    QString master; ///< number of the meter; empty where none hangs there
    LossRule rule = LossRule::ByUse;
    int members = 0;
};
Result<std::vector<SharedLoss>> lossesOf(Session& session, AccountId account);

/// What is agreed of a master meter's loss, to be agreed anew.
struct LossTerms {
    QString master; ///< number of the meter; empty where none hangs there
    LossRule rule = LossRule::ByUse;
    BilledQuantity step = BilledQuantity::zero();
    QStringList accounts; ///< numbers of those who share, in their order
};
/// Of the first master whose loss the account shares today; empty where it shares none.
Result<std::optional<LossTerms>> lossTermsOf(Session& session, AccountId account);

} // namespace meterhall::services
