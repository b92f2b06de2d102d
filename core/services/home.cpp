#include "core/services/home.h"

#include "core/services/inside/session_inside.h"
#include "core/storage/billing_store.h"
#include "core/storage/command_store.h"
#include "core/storage/ledger_store.h"
#include "core/storage/reading_run_store.h"
#include "core/storage/reading_store.h"
#include "core/storage/registry_store.h"

#include <algorithm>

namespace meterhall::services {

namespace {

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
    MH_TRY(const auto last, storage::ReadingRunStore(session.inside().database()).lastRuns());
    mine.unreadMeters = last.unread;
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

namespace {

constexpr int pricesShown = 3;

Result<void> addOwnShift(Session& session, MyToday& today) {
    today.takesMoney = may(session, Service::OpenShift) && may(session, Service::FindCustomer);
    if (!today.takesMoney)
        return {};
    MH_TRY(const SeatDesk desk, seatDesk(session));
    today.shift = desk.shift;
    return {};
}

Result<void> addWholeDay(Session& session, MyToday& today) {
    const bool counts = today.shift && today.shift->isMine && !today.shift->countedAt;
    if (counts || (!may(session, Service::CloseDay) && !may(session, Service::VerifyBooks)))
        return {};
    const storage::LedgerStore ledger(session.inside().database());
    WholeDay day{.receipts = 0, .received = Money::zero(Currency::cny())};
    MH_TRY(const auto sums, ledger.receiptSums(today.day));
    for (const storage::ReceiptSum& sum : sums) {
        day.receipts += sum.count;
        MH_TRY(day.received, day.received.plus(sum.amount));
    }
    MH_TRY(const auto shifts, ledger.shiftsOfDay(today.day));
    for (const Shift& shift : shifts) {
        MH_TRY(const auto count, ledger.countOf(shift.id));
        MH_TRY(const auto closing, ledger.closingOf(shift.id));
        ++(closing ? day.shiftsClosed : count ? day.shiftsCounted : day.shiftsOpen);
    }
    today.wholeDay = day;
    return {};
}

Result<void> addReadings(Session& session, MyToday& today) {
    if (!may(session, Service::ShowReadingRuns))
        return {};
    MH_TRY(const auto last, storage::ReadingRunStore(session.inside().database()).lastRuns());
    if (last.asked > 0)
        today.readings = LastReadings{last.asked, last.read, last.startedAt};
    return {};
}

Result<void> addUnderWay(Session& session, MyToday& today) {
    storage::Database& database = session.inside().database();
    if (may(session, Service::DraftBills)) {
        MH_TRY(const auto runs, storage::BillingStore(database).openRuns());
        today.runsToBeChecked = int(std::ranges::count_if(runs, [&](const storage::BillingRun& run) {
            return run.state == storage::RunState::Drafted && run.draftedBy == session.who().id;
        }));
    }
    if (may(session, Service::ShowCommands)) {
        MH_TRY(today.commandsUnderWay, storage::CommandStore(database).underWay(session.now()));
    }
    return {};
}

Result<void> addPlans(Session& session, MyToday& today) {
    MH_TRY(const auto prices, storage::BillingStore(session.inside().database()).inForceAfter(today.day, pricesShown));
    for (const storage::NextPrice& price : prices)
        today.prices.push_back({price.tariffCode, price.from});
    MH_TRY(const WorkingCalendar* calendar, session.inside().calendar());
    MH_TRY(today.nextWorkingDay, calendar->nextWorkingDay(today.day.addDays(1)));
    return {};
}

} // namespace

Result<MyToday> myToday(Session& session) {
    MyToday today{.day = session.businessDay(), .nextWorkingDay = session.businessDay()};
    MH_CHECK(addOwnShift(session, today));
    MH_CHECK(addWholeDay(session, today));
    MH_CHECK(addReadings(session, today));
    MH_CHECK(addUnderWay(session, today));
    MH_CHECK(addPlans(session, today));
    return today;
}

} // namespace meterhall::services
