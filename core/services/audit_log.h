#pragma once

#include "core/base/page_mark.h"
#include "core/services/session.h"

namespace meterhall::services {

/// What everybody did, and where: for whoever audits and the administrator (Service::ShowAudit).

struct SeatRow {
    SeatNumber seat = 0;
    QString name;
    Instant registeredAt;
    int claims = 0;
    std::optional<Instant> claimedAt{}; ///< for the last time
    QString claimedBy{};                ///< operator's number
};
/// By number.
Result<std::vector<SeatRow>> seatRows(Session& session);

/// One unit of work. Its place in the chain of its seat is its id.
struct AuditRow {
    std::int64_t unit = 0;
    Instant at;
    QString operatorNumber;
    QString action; ///< "take-payment": the code of the service
    SeatNumber seat = 0;
    std::optional<Date> businessDay{};
    QString details{};            ///< "refused", or what it was about
    std::int64_t guardedRows = 0; ///< written into append-only tables

    PageMark mark() const { return {at.microseconds(), unit}; }
};
struct AuditWanted {
    PageMark after{}; ///< AuditRow::mark() of the last row of the page before
    QString action{}; ///< only these
    int limit = 100;  ///< at most 500
};
/// A page of audit entries, newest first by the clock of whoever wrote them.
Result<std::vector<AuditRow>> auditRows(Session& session, const AuditWanted& wanted = {});

enum class BackupAct : std::uint8_t { Written, Restored, Drilled };

/// A backup or a restoring that was begun, or a drill that ended, from its audit entry. What became of a backup the
/// file says: a whole one bears its name, a proved one has its proof beside it.
struct BackupRow {
    Instant at;
    QString operatorNumber;
    QString file; ///< without its folder
    BackupAct act = BackupAct::Written;
    bool held = false; ///< of a drill: restored and verified
};
/// Newest first.
Result<std::vector<BackupRow>> backupRows(Session& session, int limit = 50);

} // namespace meterhall::services
