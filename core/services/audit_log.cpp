#include "core/services/audit_log.h"

#include "core/services/inside/session_inside.h"
#include "core/storage/audit_store.h"

namespace meterhall::services {

using storage::AuditStore;

namespace {

constexpr int mostEntries = 500;
// As core/services/backup.cpp writes them.
const QString backupTo = QStringLiteral("to ");
const QString restoredFrom = QStringLiteral("restored from ");
const QString drillOf = QStringLiteral("drill of ");

AuditRow auditRowOf(const storage::StoredEntry& entry) {
    return {.unit = entry.unit.raw(),
            .at = entry.at,
            .operatorNumber = entry.operatorNumber,
            .action = entry.action,
            .seat = entry.unit.seat,
            .businessDay = entry.businessDay,
            .details = entry.details,
            .guardedRows = entry.rowCount};
}

std::optional<BackupRow> backupRowOf(const storage::StoredEntry& entry) {
    const auto row = [&](const QString& begin, BackupAct act) {
        return BackupRow{entry.at, entry.operatorNumber, entry.details.mid(begin.size()), act};
    };
    if (entry.details.startsWith(backupTo))
        return row(backupTo, BackupAct::Written);
    if (entry.details.startsWith(restoredFrom))
        return row(restoredFrom, BackupAct::Restored);
    if (!entry.details.startsWith(drillOf))
        return {};
    BackupRow drilled = row(drillOf, BackupAct::Drilled);
    const qsizetype end = drilled.file.lastIndexOf(QLatin1String(": "));
    drilled.held = drilled.file.mid(end + 2) == QLatin1String("held");
    drilled.file.truncate(end);
    return drilled;
}

} // namespace

Result<std::vector<SeatRow>> seatRows(Session& session) {
    MH_CHECK(require(session, Service::ShowAudit));
    MH_TRY(const auto stored, AuditStore(session.inside().database()).seats());
    std::vector<SeatRow> seats;
    seats.reserve(stored.size());
    for (const storage::StoredSeat& seat : stored)
        seats.push_back({seat.number, seat.name, seat.registeredAt, seat.epoch, seat.claimedAt, seat.claimedBy});
    return seats;
}

Result<std::vector<AuditRow>> auditRows(Session& session, const AuditWanted& wanted) {
    MH_CHECK(require(session, Service::ShowAudit));
    MH_TRY(const auto entries, AuditStore(session.inside().database())
                                   .entries({.after = wanted.after,
                                             .action = wanted.action,
                                             .limit = std::clamp(wanted.limit, 1, mostEntries)}));
    std::vector<AuditRow> rows;
    rows.reserve(entries.size());
    for (const storage::StoredEntry& entry : entries)
        rows.push_back(auditRowOf(entry));
    return rows;
}

Result<std::vector<BackupRow>> backupRows(Session& session, int limit) {
    MH_CHECK(require(session, Service::ShowAudit));
    MH_TRY(const auto entries,
           AuditStore(session.inside().database())
               .entries({.action = codeOf(Service::BackUp), .limit = std::clamp(limit, 1, mostEntries)}));
    std::vector<BackupRow> rows;
    for (const storage::StoredEntry& entry : entries) {
        if (auto row = backupRowOf(entry))
            rows.push_back(std::move(*row));
    }
    return rows;
}

} // namespace meterhall::services
