#pragma once

#include "core/calendar/reading_interval.h"
#include "core/tariffs/tariff_version.h"

namespace meterhall {

/// Days of a bill that have one price, one ladder window and one season. Not empty.
struct BillStretch {
    Date from;
    Date until; ///< the first day behind it
    const TariffVersion* version;
    std::optional<LadderWindow> window{};
    std::uint8_t season = 0; ///< as VariantChoice counts
    bool isRead = false;     ///< the meter has to be read on `until`

    /// Whether use goes on up the same ladder. Where every bill begins at zero it does, but for a new season.
    bool sharesLadderWith(const BillStretch& other) const {
        return window == other.window && (window || season == other.season);
    }
};

/// How the policies of the versions divide an interval, the oldest stretch first; one where they do not. A new price is
/// judged by its own version's policy, windows and seasons by that of the version whose days they divide.
/// TariffError::NoVersionOnDate; Unsupported where a ladder would be left and come back to, which policies that
/// contradict each other ask for.
Result<std::vector<BillStretch>> stretchesOf(const ReadingInterval& interval, std::span<const TariffVersion> versions);

/// All of an interval by what is in force on one day.
Result<BillStretch> wholeBy(Date day, const ReadingInterval& interval, std::span<const TariffVersion> versions);

} // namespace meterhall
