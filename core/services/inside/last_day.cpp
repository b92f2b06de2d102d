#include "core/services/inside/last_day.h"

#include "core/billing/rate.h"
#include "core/registry/holders.h"
#include "core/services/inside/billing_inputs_of.h"
#include "core/services/inside/known_account.h"
#include "core/services/inside/reading_history.h"
#include "core/services/inside/session_inside.h"
#include "core/storage/holder_store.h"
#include "core/storage/ledger_store.h"
#include "core/storage/purchase_store.h"

namespace meterhall::services {

using storage::AccountRow;
using storage::HolderStore;
using storage::LedgerStore;
using storage::RegistryStore;
using storage::UnitOfWork;

namespace {

/// What the bill that is cut on the account's last day will come to. Whoever buys beforehand has none.
Result<Money> finalBillOf(storage::Database& database, AccountId account, Date on) {
    const Money nothing = Money::zero(Currency::cny());
    MH_TRY(const auto row, RegistryStore(database).accountById(account));
    MH_TRY(const auto bought, storage::PurchaseStore(database).boughtUse(account, row->account.servicePoint));
    if (!bought.empty())
        return nothing;
    BillingInputsSource source(database);
    MH_TRY(const auto next, source.inputsOf(*row, AccountingMonth::containing(on), on, InputsFor::Preview));
    if (const Hold* hold = std::get_if<Hold>(&next)) {
        const bool isBilled = *hold == Hold::AlreadyBilled || *hold == Hold::Suspended;
        return isBilled ? Result<Money>(nothing) : notSettled(codeOf(*hold));
    }
    const auto& ready = std::get<ReadyInputs>(next);
    if (ready.inputs.interval.to() != on)
        return notSettled(codeOf(Hold::NotRead));
    MH_TRY(const Bill bill, rated(ready.inputs, ready.prices));
    return bill.total;
}

} // namespace

Result<void> requireDuties(Session& session, Service service, bool dialIsRead) {
    MH_CHECK(require(session, service));
    return dialIsRead ? require(session, Service::StoreReadings) : Result<void>();
}

Result<void> checkSupplied(storage::Database& database, const AccountRow& row) {
    MH_TRY(const auto suspension, HolderStore(database).openSuspensionOf(row));
    return suspension ? Result<void>(Error(HolderError::Suspended, {suspension->on.toString()})) : Result<void>();
}

Result<void> checkDay(Session& session, storage::Database& database, const LastDay& last) {
    const Error badDay(RegistryError::BadDay, {last.on.toString()});
    if (last.on > session.businessDay() || (last.dialIsOfToday && last.on != session.businessDay()))
        return badDay;
    const HolderStore holders(database);
    MH_TRY(const auto transfers, holders.transfersOf(last.row.account.id));
    if (!transfers.empty() && last.on <= transfers.back().on)
        return badDay;
    MH_CHECK(checkSupplied(database, last.row));
    MH_TRY(const auto suspensions, holders.suspensionsOf(last.row.account.id));
    if (!suspensions.empty() && last.on <= *suspensions.back().resumedOn)
        return badDay;
    MH_TRY(const auto settled, settledOn(database, last.row.account.id));
    if (settled && (last.on < *settled || (last.dialIsGiven && last.on == *settled)))
        return Error(RegistryError::BilledAlready, {settled->toString()});
    return {};
}

Result<void> checkMeterIsOwn(Session& session, const AccountRow& row) {
    if (row.sharings == 0)
        return {};
    MH_TRY(const auto open, openAccountsAt(session, row.account.servicePoint));
    const auto other =
        std::ranges::find_if(open, [&](const AccountRow& at) { return at.account.id != row.account.id; });
    return other == open.end() ? Result<void>() : Error(HolderError::MeterShared, {other->account.number});
}

Result<void> storeDial(Session& session, UnitOfWork& work, const AccountRow& row, const Decimal& dial) {
    const Date today = session.businessDay();
    MH_TRY(const auto hanging, hangingAt(work.database(), row, today));
    if (!hanging)
        return Error(RegistryError::NotInstalled, {row.account.number});
    const Meter& meter = hanging->meter;
    MeterReport report;
    report.protocol = meter.protocol;
    report.deviceAddress = meter.deviceAddress;
    report.terminal = meter.terminal;
    report.profile = meter.profile;
    report.values = {{billedRegister(), dial, billedUnit(meter.commodity)}};
    report.receivedAt = session.now();
    report.source = ReportSource::Manual;
    Reading reading = readingOf(session, report, report.values.front(), meter.id, today);
    MH_TRY(const ReadingHistory history, historyBefore(work.database(), reading, row.account.id));
    MH_TRY(reading.doubts, validate(reading, history, {}));
    const storage::ReceptionDay received{today, session.zone().startOf(today)};
    MH_CHECK(storage::ReadingStore::insert(work, received, {&reading, 1}));
    return {};
}

Error notSettled(const QString& reason) {
    return {HolderError::NotSettledTo, {reason}};
}

Result<Standing> standingOn(storage::Database& database, AccountId account, Date on) {
    const Currency currency = Currency::cny();
    MH_TRY(const Money last, finalBillOf(database, account, on));
    Standing standing{last, Money::zero(currency), Money::zero(currency)};
    MH_TRY(const auto bills, LedgerStore(database).openBillsOf(account));
    for (const OpenBill& bill : bills) {
        MH_TRY(standing.owed, standing.owed.plus(bill.open));
    }
    MH_TRY(standing.credit, LedgerStore(database).prepaymentOf(account, currency));
    return standing;
}

} // namespace meterhall::services
