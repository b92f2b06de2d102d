#include "core/storage/reading_parts.h"

#include "core/storage/sha256.h"

#include <map>

namespace meterhall::storage {

namespace {

constexpr const char* dayPattern = "reading_day";
constexpr const char* monthPattern = "reading_month";

std::string suffixOf(std::string_view table) {
    return std::string(table.substr(table.rfind('_') + 1));
}

Result<ReadingPart> partNamed(const std::string& table) {
    const std::string suffix = suffixOf(table);
    const std::int64_t number = std::stoll(suffix);
    if (suffix.size() == 8) {
        MH_TRY(const Date day, Date::fromNumber(number));
        return ReadingPart{table, day, day, false};
    }
    MH_TRY(const Date first, Date::fromNumber(number * 100 + 1));
    return ReadingPart{table, first, first.addMonths(1).addDays(-1), true};
}

void appendNumber(Bytes& key, std::int64_t number) {
    for (int shift = 56; shift >= 0; shift -= 8)
        key.push_back(std::uint8_t(std::uint64_t(number) >> shift));
}

} // namespace

Result<std::vector<ReadingPart>> readingParts(Database& database) {
    std::vector<ReadingPart> parts;
    for (const char* pattern : {dayPattern, monthPattern}) {
        MH_TRY(const auto tables, partsOf(database, pattern));
        for (const std::string& table : tables) {
            MH_TRY(ReadingPart part, partNamed(table));
            parts.push_back(std::move(part));
        }
    }
    std::sort(parts.begin(), parts.end(), [](const ReadingPart& a, const ReadingPart& b) {
        return std::pair(a.last, a.first) > std::pair(b.last, b.first);
    });
    return parts;
}

Bytes sameKeyOf(const Reading& reading) {
    Bytes key;
    if (reading.clockTrust == ClockTrust::Plausible && reading.meterTime) {
        key.push_back('t');
        appendNumber(key, reading.meterTime->microseconds());
    } else {
        constexpr std::size_t kept = 16;
        const Hash digest = Sha256().add(ByteView(reading.frame)).finish();
        key.push_back('f');
        appendNumber(key, reading.receivedOn.number());
        key.insert(key.end(), digest.begin(), digest.begin() + kept);
    }
    appendNumber(key, reading.value.digits);
    key.push_back(std::uint8_t(reading.value.scale));
    return key;
}

Date firstReceptionOf(const Reading& reading, const ReceptionDay& received) {
    if (reading.clockTrust != ClockTrust::Plausible || !reading.meterTime)
        return received.day;
    constexpr Duration day = Duration::hours(24);
    // A clock is believed within a day; the hour is for days of 23 and 25 hours.
    constexpr Duration tolerance = Duration::hours(25);
    const std::int64_t back = (received.start + tolerance - *reading.meterTime).inMicroseconds();
    return back <= 0 ? received.day : received.day.addDays(-int((back - 1) / day.inMicroseconds() + 1));
}

Result<OpenedDay> openReceptionDay(UnitOfWork& work, Date day, Date earliest) {
    Database& database = work.database();
    const auto isNewest = [day](const std::vector<ReadingPart>& parts) {
        return !parts.empty() && parts.front().last == day;
    };
    MH_TRY(auto parts, readingParts(database));
    if (!database.isSqlite()) {
        const bool shared = isNewest(parts);
        MH_CHECK(database.exists(shared ? "SELECT pg_advisory_xact_lock_shared(1297634, 0)"
                                        : "SELECT pg_advisory_xact_lock(1297634, 0)"));
        MH_TRY(parts, readingParts(database));
        if (shared && !isNewest(parts))
            return StorageError::Busy;
    }
    OpenedDay opened;
    MH_TRY(opened.table, ensurePart(work, dayPattern, std::to_string(day.number())));
    for (const ReadingPart& part : parts)
        if (part.table != opened.table && part.last >= earliest)
            opened.others.push_back(part);
    return opened;
}

Result<std::int64_t> sealReadings(UnitOfWork& work, Date today) {
    const Date thisMonth = today.addDays(1 - today.day());
    MH_TRY(const auto parts, readingParts(work.database()));
    std::map<std::string, std::vector<std::string>> months;
    for (const ReadingPart& part : parts)
        if (!part.sealed && part.last < thisMonth)
            months[suffixOf(part.table).substr(0, 6)].push_back(part.table);
    std::int64_t moved = 0;
    for (const auto& [month, days] : months) {
        // A month is sealed once. A day that came later, from a program with an old clock, stays what it is.
        const std::string target = std::string(monthPattern) + '_' + month;
        const bool sealed =
            std::any_of(parts.begin(), parts.end(), [&](const ReadingPart& part) { return part.table == target; });
        if (sealed)
            continue;
        MH_TRY(const std::int64_t rows, sealParts(work, days, monthPattern, month));
        moved += rows;
    }
    return moved;
}

} // namespace meterhall::storage
