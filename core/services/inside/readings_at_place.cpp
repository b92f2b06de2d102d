#include "core/services/inside/readings_at_place.h"

#include "core/readings/validation.h"
#include "core/services/inside/billing_inputs_of.h"

namespace meterhall::services {

using storage::ReadingStore;
using storage::RegistryStore;
using storage::ReviewedReading;

namespace {

constexpr int dialDecimalsStored = 6;

Date lastDayOf(const RegistryStore::Segment& stretch) {
    static const Date never = *Date::of(2199, 12, 31);
    return stretch.removal ? stretch.removal->on : never;
}

ReadingRow readingRowOf(const ReviewedReading& reviewed, const Meter& meter) {
    const Reading& reading = reviewed.reading;
    return {.reading = reading.id,
            .meter = meter.id,
            .meterNumber = meter.number,
            .receivedAt = reading.receivedAt,
            .receivedOn = reading.receivedOn,
            .meterTime = reading.meterTime,
            .dial = reading.value,
            .unit = reading.unit,
            .origin = reading.origin,
            .doubts = reading.doubts,
            .decision = reviewed.decision,
            .corrected = false,
            .use = {},
            .useSince = {}};
}

} // namespace

Result<ReadingsAtPlace> ReadingsAtPlace::of(storage::Database& database, const Account& account) {
    const RegistryStore registry(database);
    MH_TRY(const Date first, Date::of(1900, 1, 1));
    MH_TRY(const Date last, Date::of(2199, 12, 31));
    MH_TRY(auto stretches, registry.segmentsAt(account.servicePoint, first, last));
    std::reverse(stretches.begin(), stretches.end());
    MH_TRY(const auto opening, registry.opening(account.id));
    return ReadingsAtPlace(database, opening, std::move(stretches));
}

// A meter that was taken down and hung up again has two stretches that share a day; its reading of that day belongs to
// the newer one.
Result<std::vector<ReadingsAtPlace::Placed>> ReadingsAtPlace::newestBehind(const PageMark& after, int limit) const {
    std::vector<Placed> found;
    std::set<ReadingId> seen;
    for (const Segment& stretch : m_stretches) {
        const bool full = int(found.size()) >= limit;
        if (full && lastDayOf(stretch) < found.back().reviewed.reading.receivedOn)
            break;
        MH_TRY(auto rows, m_readings.history({stretch.meter.id, billedRegister()}, stretch.installation.from,
                                             lastDayOf(stretch), after, limit));
        for (ReviewedReading& row : rows)
            if (seen.insert(row.reading.id).second)
                found.push_back({std::move(row), &stretch});
        std::stable_sort(found.begin(), found.end(), [](const Placed& a, const Placed& b) {
            const Reading& left = a.reviewed.reading;
            const Reading& right = b.reviewed.reading;
            return std::pair(left.receivedAt, left.id) > std::pair(right.receivedAt, right.id);
        });
        if (int(found.size()) > limit)
            found.erase(found.begin() + limit, found.end());
    }
    return found;
}

namespace {
/// The reading that what was read on the same dial later is compared with.
template <class Placed>
const Placed* compared(const Placed& with, std::span<const Placed> older, const std::set<ReadingId>& corrected) {
    const auto found = std::find_if(older.begin(), older.end(), [&](const Placed& candidate) {
        return candidate.stretch == with.stretch && candidate.reviewed.billable() &&
               !corrected.contains(candidate.reviewed.reading.id);
    });
    return found == older.end() ? nullptr : &*found;
}

template <class Placed>
std::set<ReadingId> correctedAmong(std::span<const Placed> readings) {
    std::set<ReadingId> corrected;
    for (const Placed& placed : readings)
        if (placed.reviewed.reading.supersedes)
            corrected.insert(*placed.reviewed.reading.supersedes);
    return corrected;
}
} // namespace

// The last row of a page is compared with what lies behind the page, mostly the very next reading.
Result<std::vector<ReadingsAtPlace::Placed>> ReadingsAtPlace::pageAndWhatItIsComparedWith(const PageMark& after,
                                                                                          int limit) const {
    constexpr int behind = 4;
    constexpr int most = 200;
    for (int wanted = limit + behind;; wanted *= 2) {
        MH_TRY(auto found, newestBehind(after, wanted));
        const std::span<const Placed> all(found);
        const bool everything = int(found.size()) < wanted;
        if (everything || wanted > limit + most ||
            compared(all[std::size_t(limit) - 1], all.subspan(std::size_t(limit)), correctedAmong(all)) != nullptr)
            return found;
    }
}

Result<ReadingsAtPlace::Start> ReadingsAtPlace::startOf(const Segment& stretch) const {
    if (m_opening && m_opening->meter == stretch.meter.id && stretch.installation.from <= m_opening->readOn)
        return Start{m_opening->dialMicro, m_opening->readOn};
    MH_TRY(const std::int64_t dial, stretch.installation.startDial.scaledTo(dialDecimalsStored));
    return Start{dial, stretch.installation.from};
}

Result<void> ReadingsAtPlace::addUse(ReadingRow& row, const Placed& reading, std::span<const Placed> older,
                                     const std::set<ReadingId>& corrected) const {
    MH_TRY(Start from, startOf(*reading.stretch));
    if (const Placed* before = compared(reading, older, corrected)) {
        MH_TRY(from.dialMicro, before->reviewed.reading.value.scaledTo(dialDecimalsStored));
        from.on = before->reviewed.reading.receivedOn;
    }
    MH_TRY(const std::int64_t dial, row.dial.scaledTo(dialDecimalsStored));
    const Meter& meter = reading.stretch->meter;
    const auto step = dialStep(from.dialMicro, dial, meter.digits);
    if (!step)
        return {};
    MH_TRY(const BilledQuantity advance, BilledQuantity::fromStored(step->useMicro));
    MH_TRY(row.use, advance.timesRatio(meter.multiplierMicro, Ratio::microPerUnit, RoundingMode::HalfUp));
    row.useSince = from.on;
    return {};
}

Result<ReadingsPage> ReadingsAtPlace::page(const PageMark& after, int limit) const {
    MH_TRY(const auto found, pageAndWhatItIsComparedWith(after, limit));
    const std::span<const Placed> all(found);
    const auto corrected = correctedAmong(all);
    ReadingsPage page;
    for (std::size_t i = 0; i < std::min(all.size(), std::size_t(limit)); ++i) {
        ReadingRow row = readingRowOf(all[i].reviewed, all[i].stretch->meter);
        row.corrected = corrected.contains(row.reading);
        MH_CHECK(addUse(row, all[i], all.subspan(i + 1), corrected));
        page.readings.push_back(std::move(row));
    }
    if (int(all.size()) > limit)
        page.next = PageMark{page.readings.back().receivedAt.microseconds(), page.readings.back().reading.raw()};
    return page;
}

Result<std::optional<ReadingRow>> ReadingsAtPlace::newest(const Segment& stretch) const {
    MH_TRY(const auto found, m_readings.history({stretch.meter.id, billedRegister()}, stretch.installation.from,
                                                lastDayOf(stretch), {}, 1));
    return found.empty() ? std::optional<ReadingRow>() : readingRowOf(found.front(), stretch.meter);
}

Result<std::vector<ReadingsAtPlace::Doubted>> ReadingsAtPlace::doubtedSince(Date day, int limit) const {
    std::vector<Doubted> doubted;
    for (const Segment& stretch : m_stretches) {
        MH_TRY(const auto found,
               m_readings.doubted({stretch.meter.id, billedRegister()}, std::max(day, stretch.installation.from),
                                  lastDayOf(stretch), limit));
        for (const ReviewedReading& reviewed : found)
            doubted.push_back({readingRowOf(reviewed, stretch.meter), reviewed.decidedAt});
    }
    return doubted;
}

} // namespace meterhall::services
