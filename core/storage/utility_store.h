#pragma once

#include "core/calendar/utility_zone.h"
#include "core/calendar/working_calendar.h"
#include "core/registry/ids.h"
#include "core/storage/database.h"
#include "core/storage/unit_of_work.h"

namespace meterhall::storage {

/// What holds for the whole utility: its time and its special days.
class UtilityStore {
public:
    explicit UtilityStore(Database& database)
        : m_database(database) {}

    /// Nothing in a database that was set up before it kept one.
    Result<std::optional<UtilityZone>> zone() const;
    static Result<void> insert(UnitOfWork& work, const UtilityZone& zone);

    /// How often something was said of a special day. Words are only added, so a calendar made from as many is current.
    Result<std::int64_t> wordsOfCalendar() const;
    /// The last word on each day of [from, to], by day; also on days that were taken back.
    Result<std::vector<SpecialDay>> specialDays(Date from, Date to) const;
    /// Adds a word on each of these days, no two of them the same.
    static Result<void> insert(UnitOfWork& work, std::span<const SpecialDay> days, OperatorId by);

private:
    Database& m_database;
};

} // namespace meterhall::storage
