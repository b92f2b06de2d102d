#pragma once

#include "core/registry/archive_file.h"
#include "core/services/session.h"

#include <functional>
#include <span>

namespace meterhall::services {

/// Called now and then with how many accounts, or readings, are stored.
using FillProgress = std::function<void(std::int64_t done)>;

/// An archive for a workplace that has none: made, not read. Every account has a customer, a premise and a meter of its
/// own and hangs in the book `account(i).bookNumber`; `account` is called once for each number from 0 on.
struct FreshArchive {
    ArchivedEntity entity;
    std::vector<ArchivedBook> books;
    std::int64_t accounts = 0;
    std::function<ArchivedAccount(std::int64_t)> account;
    QString tariffCode;
    bool searchable = true; ///< with search tokens: the greater part of the work
    FillProgress progress = [](std::int64_t) {};
};

/// Stores the archive by the bulk path, in many units of work: a failure leaves the units before it. It does not look
/// for what is there already; a number that is taken fails. Gives the meters in the order of their accounts.
Result<std::vector<MeterId>> fillArchive(Session& session, const FreshArchive& archive);

/// One reading of the register "volume" of each meter, received in the morning of that business day and doubted by
/// nobody.
struct FreshReadings {
    Date on;
    std::span<const MeterId> meters;
    std::function<Decimal(std::int64_t)> dial; ///< in m3; the number of the meter in `meters`
};
Result<void> fillReadings(Session& session, const FreshReadings& readings);

} // namespace meterhall::services
