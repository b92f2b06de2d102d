#pragma once

#include "core/billing/billing_inputs.h"
#include "core/registry/registry.h"
#include "core/services/session.h"

#include <variant>

namespace meterhall::services {

METERHALL_ERRORS(SharingError, "sharing", BadShare, NotAtPlace, SharerLeftOut, SameTwice, SubMeterHere)

// 混合用水, 共用表: several accounts share what the meters of a place counted. Each has its own tariff, ladder and
// bills; together they are billed the whole. A day on which the shares change is the last one of what was agreed
// before: it has to be read, and no bill goes over it.

/// A new account of the same customer at the same place.
struct NewSharer {
    QString number; ///< 户号
    QString tariffCode;
    UseClass useClass = UseClass::NonResidential;
};
/// A meter that hangs elsewhere, counts a part of the same use, and is billed there.
struct SubMeter {
    QString number;
};
struct Sharer {
    std::variant<AccountId, NewSharer, SubMeter> who;
    UseShare share; ///< of a sub-meter nothing is read: it is what it counts
};

/// `key` is made by Session::newKey and becomes the agreement's number: the same key with the same content again
/// answers "already done".
struct SharingRequest {
    std::int64_t key = 0;
    AccountId account; ///< takes what the others leave
    Date on;
    std::vector<Sharer> sharers; ///< in the order in which they take
    QString document;
};
struct SharingResult {
    std::vector<AccountId> accounts; ///< of the sharers that have one, in their order
    bool alreadyDone = false;
};
/// Service::ShareUse. Guards in this order: duty, SecurityError::ReasonMissing (no document), UnknownAccount, known key
/// (KeyUsedForSomethingElse), AccountClosed, BadDay (in the future, or not behind the agreement before), BadShare (none
/// or too many, a ratio that is not between 0 and 1, ratios over 1 together, nothing agreed), BadAccountNumber,
/// BadRow (no tariff), AlreadyKnown, NotAtPlace, SameTwice, UnknownMeter, NotInstalled, SubMeterHere, SharerLeftOut (an
/// open account at the place), BilledAlready, NotSettledTo (that day was not read, or doubtfully).
Result<SharingResult> shareUse(Session& session, const SharingRequest& request);

/// How the use at an account's place is shared today; empty where it is not.
struct SharedUse {
    QString account; ///< its number; empty of a sub-meter
    std::optional<AccountId> accountId{};
    QString subMeter{};
    UseShare share;
    bool isRest = false;
};
Result<std::vector<SharedUse>> sharesOf(Session& session, AccountId account);

} // namespace meterhall::services
