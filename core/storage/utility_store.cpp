#include "core/storage/utility_store.h"

namespace meterhall::storage {

Result<std::optional<UtilityZone>> UtilityStore::zone() const {
    return m_database.maybe("SELECT zone, day_start_hour FROM utility_settings WHERE id = 1", {},
                            [](const Row& row) { return UtilityZone::of(row.text(0), row.get<int>(1)); });
}

Result<void> UtilityStore::insert(UnitOfWork& work, const UtilityZone& zone) {
    return work.insertGuarded("utility_settings",
                              {{"id", 1}, {"zone", zone.id()}, {"day_start_hour", zone.dayStartHour()}});
}

Result<std::int64_t> UtilityStore::wordsOfCalendar() const {
    return m_database.number("SELECT count(*) FROM special_day");
}

Result<std::vector<SpecialDay>> UtilityStore::specialDays(Date from, Date to) const {
    return m_database.all(
        "SELECT s.day, s.kind, s.name FROM special_day s WHERE s.day BETWEEN ? AND ? AND NOT EXISTS (SELECT 1 FROM "
        "special_day later WHERE later.day = s.day AND later.number > s.number) ORDER BY s.day",
        {from, to}, [](const Row& row) {
            return SpecialDay{row.get<Date>(0), row.get<DayKind>(1), row.text(2)};
        });
}

Result<void> UtilityStore::insert(UnitOfWork& work, std::span<const SpecialDay> days, OperatorId by) {
    std::vector<Values> rows;
    rows.reserve(days.size());
    for (const SpecialDay& special : days) {
        MH_TRY(const std::int64_t words,
               work.database().number("SELECT max(number) FROM special_day WHERE day = ?", {special.day}));
        rows.push_back({special.day, words + 1, special.kind, special.name, by, work.now()});
    }
    return work.insertGuardedRows("special_day", {"day", "number", "kind", "name", "operator_id", "at"}, rows);
}

} // namespace meterhall::storage
