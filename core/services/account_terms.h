#pragma once

#include "core/billing/account_terms.h"
#include "core/services/session.h"

namespace meterhall::services {

/// On which terms the account is billed for a reading of that day.
Result<AccountTerms> termsOf(Session& session, AccountId account, Date day);

/// Another use class, tariff, household size, area … for readings from that day on. Guards in this order: duty,
/// UnknownAccount, BadRow (no tariff is named), BilledAlready: days that were billed are corrected (correction.h).
Result<void> changeTerms(Session& session, AccountId account, Date from, const AccountTerms& terms);

} // namespace meterhall::services
