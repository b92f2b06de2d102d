#include "core/services/inside/known_account.h"

#include "core/services/inside/session_inside.h"
#include "core/storage/billing_store.h"

#include <algorithm>

namespace meterhall::services {

Result<storage::AccountRow> knownAccount(Session& session, AccountId account) {
    MH_TRY(auto row, storage::RegistryStore(session.inside().database()).accountById(account));
    return row ? Result<storage::AccountRow>(std::move(*row))
               : Error(RegistryError::UnknownAccount, {account.toString()});
}

Result<std::optional<Date>> settledOn(storage::Database& database, AccountId account) {
    MH_TRY(auto day, storage::BillingStore(database).billedTo(account));
    if (day)
        return day;
    MH_TRY(const auto opening, storage::RegistryStore(database).opening(account));
    return opening ? std::optional(opening->readOn) : std::optional<Date>();
}

Result<void> checkNotBilledBehind(storage::Database& database, AccountId account, Date on) {
    MH_TRY(const auto settled, settledOn(database, account));
    return settled && *settled > on ? Result<void>(Error(RegistryError::BilledAlready, {settled->toString()}))
                                    : Result<void>();
}

Result<ServicePointId> placeOfMeter(storage::Database& database, const QString& number) {
    const storage::RegistryStore registry(database);
    MH_TRY(const auto meter, registry.meterByNumber(number.trimmed()));
    if (!meter)
        return Error(RegistryError::UnknownMeter, {number});
    MH_TRY(const auto hanging, registry.installedMeter(meter->id));
    if (!hanging)
        return Error(RegistryError::NotInstalled, {number});
    return hanging->installation.servicePoint;
}

Result<QString> meterNumberAt(storage::Database& database, ServicePointId place, Date day) {
    MH_TRY(const auto segments, storage::RegistryStore(database).segmentsAt(place, day, day));
    return segments.empty() ? QString() : segments.back().meter.number;
}

Result<std::optional<storage::RegistryStore::Segment>> hangingAt(storage::Database& database,
                                                                 const storage::AccountRow& row, Date on) {
    MH_TRY(const auto segments, storage::RegistryStore(database).segmentsAt(row.account.servicePoint, on, on));
    for (const storage::RegistryStore::Segment& segment : segments)
        if (!segment.removal)
            return std::optional(segment);
    return std::optional<storage::RegistryStore::Segment>();
}

Result<std::vector<storage::AccountRow>> openAccountsAt(Session& session, ServicePointId place) {
    const storage::RegistryStore registry(session.inside().database());
    MH_TRY(const auto ids, registry.accountsAt(place));
    MH_TRY(auto rows, registry.accountsById(ids));
    std::erase_if(rows, [](const storage::AccountRow& row) { return row.closedOn.has_value(); });
    std::ranges::sort(rows, {}, [](const storage::AccountRow& row) { return row.account.id; });
    return rows;
}

FoundAccount foundAccount(const storage::AccountRow& row) {
    return {row.account, row.holder, row.address, row.bookNumber, row.sequence, {}, row.closedOn};
}

} // namespace meterhall::services
