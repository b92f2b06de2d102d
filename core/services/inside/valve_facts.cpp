#include "core/services/inside/valve_facts.h"

#include "core/services/inside/session_inside.h"
#include "core/storage/ledger_store.h"

namespace meterhall::services {

using storage::CommandStore;
using storage::StoredCommand;

namespace {

Result<ValveMoment> momentOf(Session& session) {
    constexpr std::int64_t microsecondsPerMinute = 60'000'000;
    constexpr std::int64_t minutesPerDay = 24 * 60;
    MH_TRY(const WorkingCalendar* calendar, session.inside().calendar());
    const Instant now = session.now();
    const Date day = session.businessDay();
    const std::int64_t local = now.microseconds() / microsecondsPerMinute + session.zone().utcOffsetMinutes(now);
    return ValveMoment{.now = now,
                       .day = day,
                       .minuteOfDay = int(local % minutesPerDay),
                       .isRestDay = !calendar->isWorkingDay(day),
                       .restDayFollows = !calendar->isWorkingDay(day.addDays(1))};
}

/// Whether the valve may stand where this command wants it.
bool mayHold(const StoredCommand& stored) {
    const CommandState state = stored.life.state();
    return !isStillHere(state) &&
           (!isOver(state) || state == CommandState::Succeeded || state == CommandState::TimedOut);
}

void lookBack(ValveFacts& facts, const std::vector<StoredCommand>& commands, std::optional<CommandId> about) {
    for (const StoredCommand& stored : commands) {
        if (!movesValve(stored.command.kind) || stored.command.id == about)
            continue;
        const CommandState state = stored.life.state();
        const bool ranOut = isStillHere(state) && facts.moment.now > stored.command.notAfter;
        facts.otherCommandOpen = facts.otherCommandOpen || (!isOver(state) && !ranOut);
        if (stored.command.kind == CommandKind::OpenValve) {
            if (state == CommandState::Succeeded)
                facts.closedFor.reset();
        } else if (mayHold(stored) && facts.closedFor != ValveReason::Danger) {
            facts.closedFor = stored.reason;
        }
    }
}

} // namespace

Result<Overdue> overdueOf(Session& session, AccountId account) {
    MH_TRY(const auto bills, storage::LedgerStore(session.inside().database()).openBillsOf(account));
    const Date today = session.businessDay();
    Overdue overdue{Money::zero(Currency::cny()), {}};
    for (const OpenBill& bill : bills) {
        if (bill.dueOn >= today)
            continue;
        MH_TRY(overdue.amount, overdue.amount.plus(bill.open));
        overdue.since = std::min(overdue.since.value_or(bill.dueOn), bill.dueOn);
    }
    return overdue;
}

Result<ValveFacts> valveFacts(Session& session, const storage::InstalledMeter& meter, std::optional<CommandId> about) {
    const CommandStore store(session.inside().database());
    MH_TRY(const ValveMoment moment, momentOf(session));
    ValveFacts facts{.moment = moment, .commodity = meter.meter.commodity};
    MH_TRY(const Overdue overdue, overdueOf(session, meter.account));
    facts.overdueMinor = overdue.amount.minor();
    facts.overdueSince = overdue.since;
    MH_TRY(facts.flags, store.flagsOf(meter.account, facts.moment.day));
    MH_TRY(const auto notice, store.newestNotice(meter.account));
    if (notice)
        facts.notice = ServedNotice{notice->servedOn};
    MH_TRY(const auto check, store.newestSiteCheck(meter.installation.servicePoint));
    if (check)
        facts.siteCheck = check->check;
    MH_TRY(const auto commands, store.commandsOf(meter.meter.id));
    lookBack(facts, commands, about);
    return facts;
}

} // namespace meterhall::services
