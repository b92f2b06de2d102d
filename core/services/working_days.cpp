#include "core/services/working_days.h"

#include "core/services/inside/session_inside.h"
#include "core/storage/utility_store.h"

namespace meterhall::services {

using storage::UtilityStore;

namespace {

Result<std::vector<SpecialDay>> daysOfYears(storage::Database& database, int first, int last) {
    MH_TRY(const Date from, Date::of(first, 1, 1));
    MH_TRY(const Date to, Date::of(last, 12, 31));
    return UtilityStore(database).specialDays(from, to);
}

constexpr int firstYear = 1900;
constexpr int lastYear = 2199;

} // namespace

Result<const WorkingCalendar*> Session::Inside::calendar() {
    const UtilityStore store(*m_database);
    MH_TRY(const std::int64_t words, store.wordsOfCalendar());
    if (words != m_wordsOfCalendar) {
        MH_TRY(const auto days, daysOfYears(*m_database, firstYear, lastYear));
        m_calendar = WorkingCalendar::of(days);
        m_wordsOfCalendar = words;
    }
    return &m_calendar;
}

Result<ImportResult> importSpecialDays(Session& session, std::span<const CalendarRow> rows) {
    MH_CHECK(require(session, Service::ManageCalendar));
    MH_TRY(auto work, beginUnit(session, Service::ManageCalendar));
    MH_TRY(const auto stored, daysOfYears(work.database(), firstYear, lastYear));
    std::map<Date, SpecialDay> known;
    for (const SpecialDay& special : stored)
        known.emplace(special.day, special);
    ImportResult result;
    std::vector<SpecialDay> fresh;
    std::set<Date> named;
    for (const CalendarRow& row : rows) {
        const auto before = known.find(row.special.day);
        if (!named.insert(row.special.day).second)
            result.errors.push_back(
                {row.row, Error(CalendarError::ConflictingDay, {row.special.day.toString()}), row.content});
        else if (before != known.end() && before->second == row.special)
            ++result.known;
        else
            fresh.push_back(row.special);
    }
    result.taken = int(fresh.size());
    if (fresh.empty())
        return result;
    work.setDetails(QStringLiteral("%1 special days").arg(fresh.size()));
    MH_CHECK(UtilityStore::insert(work, fresh, session.who().id));
    MH_CHECK(work.commit());
    return result;
}

Result<std::vector<SpecialDay>> specialDays(Session& session, std::optional<int> year) {
    MH_TRY(auto days, daysOfYears(session.inside().database(), year.value_or(firstYear), year.value_or(lastYear)));
    std::erase_if(days, [](const SpecialDay& special) { return special.kind == DayKind::Ordinary; });
    return days;
}

} // namespace meterhall::services
