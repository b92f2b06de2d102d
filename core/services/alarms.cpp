#include "core/services/alarms.h"

#include "core/services/audit_log.h"
#include "core/services/commands.h"
#include "core/services/inside/session_inside.h"
#include "core/storage/reading_run_store.h"

#include <algorithm>

namespace meterhall::services {

namespace {

/// One more that is wrong since then.
void count(std::optional<Alarm>& alarm, AlarmKind kind, Instant since, const QString& subject) {
    if (!alarm)
        alarm = Alarm{kind, 0, since, subject};
    ++alarm->count;
    if (since < *alarm->since) {
        alarm->since = since;
        alarm->subject = subject;
    }
}

Result<std::optional<Alarm>> unclearCommands(Session& session, Duration limit) {
    std::optional<Alarm> alarm;
    MH_TRY(const auto commands, commandsIn(session, {CommandState::Submitted, CommandState::Unknown, CommandState::Sent,
                                                     CommandState::Delivered}));
    for (const CommandItem& item : commands)
        if (session.now() - item.command.requestedAt > limit)
            count(alarm, AlarmKind::UnclearCommands, item.command.requestedAt, item.meterNumber);
    return alarm;
}

Result<std::optional<Alarm>> silentTerminals(Session& session, Duration limit) {
    std::optional<Alarm> alarm;
    MH_TRY(const auto terminals, storage::ReadingRunStore(session.inside().database()).terminals());
    for (const storage::StoredTerminal& entry : terminals)
        if (entry.heardAt && session.now() - *entry.heardAt > limit)
            count(alarm, AlarmKind::SilentTerminals, *entry.heardAt, entry.terminal.name);
    return alarm;
}

Result<std::optional<Alarm>> oldBackup(Session& session, Duration limit) {
    MH_TRY(const auto rows, backupRows(session));
    const auto last = std::ranges::find_if(rows, [](const BackupRow& row) { return row.act == BackupAct::Written; });
    if (last == rows.end())
        return std::optional(Alarm{.kind = AlarmKind::OldBackup});
    if (session.now() - last->at <= limit)
        return std::optional<Alarm>();
    return std::optional(Alarm{.kind = AlarmKind::OldBackup, .since = last->at, .subject = last->file});
}

} // namespace

Result<std::vector<Alarm>> alarms(Session& session, const AlarmLimits& limits) {
    std::vector<Alarm> all;
    const auto add = [&all](Result<std::optional<Alarm>> found) -> Result<void> {
        MH_TRY(auto alarm, std::move(found));
        if (alarm)
            all.push_back(std::move(*alarm));
        return {};
    };
    if (may(session, Service::ShowCommands))
        MH_CHECK(add(unclearCommands(session, limits.commandUnclear)));
    if (may(session, Service::ShowReadingRuns))
        MH_CHECK(add(silentTerminals(session, limits.terminalSilent)));
    if (may(session, Service::ShowAudit) && may(session, Service::BackUp))
        MH_CHECK(add(oldBackup(session, limits.backupOld)));
    return all;
}

} // namespace meterhall::services
