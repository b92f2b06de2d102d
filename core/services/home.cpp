#include "core/services/home.h"

#include "core/services/inside/session_inside.h"
#include "core/storage/billing_store.h"
#include "core/storage/command_store.h"
#include "core/storage/ledger_store.h"
#include "core/storage/reading_run_store.h"
#include "core/storage/reading_store.h"
#include "core/storage/registry_store.h"

namespace meterhall::services {

namespace {

bool may(const Session& session, Service service) {
    return mayUse(session.who().duties, service);
}

Result<void> addCommands(Session& session, MyWork& mine) {
    if (!may(session, Service::ApproveCommand))
        return {};
    MH_TRY(mine.commandsToApprove,
           storage::CommandStore(session.inside().database()).toApprove(session.who().id, session.now()));
    return {};
}

Result<void> addRuns(Session& session, MyWork& mine) {
    if (!may(session, Service::CheckBills) && !may(session, Service::IssueBills))
        return {};
    MH_TRY(const auto runs, storage::BillingStore(session.inside().database()).openRuns());
    int toCheck = 0;
    int toIssue = 0;
    for (const storage::BillingRun& run : runs) {
        if (run.state != storage::RunState::Drafted)
            ++toIssue;
        else if (run.draftedBy != session.who().id)
            ++toCheck;
    }
    if (may(session, Service::CheckBills))
        mine.runsToCheck = toCheck;
    if (may(session, Service::IssueBills))
        mine.runsToIssue = toIssue;
    return {};
}

Result<void> addWaitingReadings(Session& session, MyWork& mine) {
    if (!may(session, Service::ReviewReading))
        return {};
    constexpr int monthsBack = 12;
    storage::Database& database = session.inside().database();
    MH_TRY(const auto counts,
           storage::ReadingStore(database).exceptionCounts(session.businessDay().addMonths(-monthsBack)));
    MH_TRY(const auto books, storage::RegistryStore(database).books());
    mine.readingsToReview.emplace();
    for (const Book& book : books) {
        int readings = 0;
        for (const storage::ExceptionCount& count : counts)
            readings += count.book == book.id ? count.count : 0;
        if (readings > 0)
            mine.readingsToReview->push_back({book.id, book.number, readings});
    }
    return {};
}

Result<void> addShifts(Session& session, MyWork& mine) {
    const storage::LedgerStore ledger(session.inside().database());
    if (may(session, Service::CloseShift)) {
        MH_TRY(const auto open, ledger.openShiftsUpTo(session.businessDay()));
        int counted = 0;
        for (const Shift& shift : open) {
            MH_TRY(const auto count, ledger.countOf(shift.id));
            counted += count && shift.cashier != session.who().id ? 1 : 0;
        }
        mine.shiftsToClose = counted;
    }
    if (may(session, Service::CloseDay)) {
        MH_TRY(mine.dayToClose, ledger.oldestOpenDay(session.businessDay()));
    }
    return {};
}

Result<void> addMeters(Session& session, MyWork& mine) {
    if (!may(session, Service::StartReadingRun))
        return {};
    MH_TRY(mine.unreadMeters, storage::ReadingRunStore(session.inside().database()).unreadOfLastRuns());
    return {};
}

} // namespace

Result<MyWork> myWork(Session& session) {
    MyWork mine;
    MH_CHECK(addCommands(session, mine));
    MH_CHECK(addRuns(session, mine));
    MH_CHECK(addWaitingReadings(session, mine));
    MH_CHECK(addShifts(session, mine));
    MH_CHECK(addMeters(session, mine));
    return mine;
}

} // namespace meterhall::services
