#pragma once

#include "core/billing/bill_request.h"
#include "core/billing/golden_inputs.h"

namespace meterhall::app {

/// How a case comes to a run: a case says bounds for six months, a factor, a season; a run is told a policy and days.
struct RunTerms {
    TariffVersion version; ///< with the policies the case speaks of
    ReadingInterval interval;
    Date opened;
    int people = 0;                       ///< of the household when it was opened
    std::vector<HouseholdSize> changes{}; ///< and from later days on
};

/// Of a bill that is read on `readOn`. GoldenError::NoService names what no policy says.
Result<RunTerms> runTermsOf(const golden::Rateable& rateable, Date readOn);
/// Of a bill of given days.
Result<RunTerms> runTermsOf(const golden::Rateable& rateable, const ReadingInterval& interval);

/// Of an account that comes on a day and is billed by nothing else the case says.
Result<RunTerms> openingTerms(const golden::Rateable& rateable, Date on);

/// The season with this code lies on `from`, and the other begins on `boundary`; where it is empty, on no day before
/// the year is over.
Result<void> beginSeasons(TariffVersion& version, const QString& season, Date from, const QString& next, Date boundary);

/// GoldenError::NoService.
Error noService(const QString& what);

} // namespace meterhall::app
