#include "core/services/holders.h"

#include "core/billing/rate.h"
#include "core/services/inside/billing_inputs_of.h"
#include "core/services/inside/known_account.h"
#include "core/services/inside/personal_data.h"
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

Result<void> requireDuties(Session& session, Service service, bool dialIsRead) {
    MH_CHECK(require(session, service));
    return dialIsRead ? require(session, Service::StoreReadings) : Result<void>();
}

struct LastDay {
    const AccountRow& row;
    Date on;
    bool dialIsGiven = false;
    bool dialIsOfToday = false; ///< it comes in as a reading, and readings come in today
};

Result<void> checkDay(Session& session, storage::Database& database, const LastDay& last) {
    const Error badDay(RegistryError::BadDay, {last.on.toString()});
    if (last.on > session.businessDay() || (last.dialIsOfToday && last.on != session.businessDay()))
        return badDay;
    MH_TRY(const auto transfers, HolderStore(database).transfersOf(last.row.account.id));
    if (!transfers.empty() && last.on <= transfers.back().on)
        return badDay;
    MH_TRY(const auto settled, settledOn(database, last.row.account.id));
    if (settled && (last.on < *settled || (last.dialIsGiven && last.on == *settled)))
        return Error(RegistryError::BilledAlready, {settled->toString()});
    return {};
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

/// What the bill that is cut on the account's last day will come to. Whoever buys beforehand has none.
Result<Money> finalBillOf(storage::Database& database, AccountId account, Date on) {
    const Money nothing = Money::zero(Currency::cny());
    MH_TRY(const auto row, RegistryStore(database).accountById(account));
    MH_TRY(const auto bought, storage::PurchaseStore(database).boughtUse(account, row->account.servicePoint));
    if (!bought.empty())
        return nothing;
    BillingInputsSource source(database);
    MH_TRY(const auto next, source.inputsOf(*row, AccountingMonth::containing(on), on, InputsFor::Preview));
    if (const Hold* hold = std::get_if<Hold>(&next))
        return *hold == Hold::AlreadyBilled ? Result<Money>(nothing) : notSettled(codeOf(*hold));
    const auto& ready = std::get<ReadyInputs>(next);
    if (ready.inputs.interval.to() != on)
        return notSettled(codeOf(Hold::NotRead));
    MH_TRY(const Bill bill, rated(ready.inputs, ready.prices));
    return bill.total;
}

struct Standing {
    Money finalBill;
    Money owed;
    Money credit;
};
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

// Money is the account's, whoever holds it: what is not settled goes along, so it has to be said.
Result<void> checkSettled(const Standing& standing, const TransferRequest& request) {
    if (standing.owed.isPositive() && !request.takesDebts)
        return Error(HolderError::OpenBills, {standing.owed.toString()});
    MH_TRY(const Money left, standing.credit.minus(standing.finalBill));
    if (left.isNegative() && standing.finalBill.isPositive() && !request.takesDebts)
        return Error(HolderError::FinalBillUnpaid, {left.negated().toString()});
    if (left.isPositive() && standing.credit.isPositive() && !request.takesCredit)
        return Error(HolderError::CreditLeft, {left.toString()});
    return {};
}

Result<storage::SealedCustomer> customerNumbered(storage::Database& database, const QString& number) {
    MH_TRY(const auto found, RegistryStore(database).customersByNumber({number}));
    return found.empty() ? Result<storage::SealedCustomer>(Error(HolderError::UnknownCustomer, {number}))
                         : Result<storage::SealedCustomer>(found.front());
}

/// The new holder as stored; a new one is written. Guards of the request that are about him.
Result<storage::SealedCustomer> holderFor(Session& session, UnitOfWork& work, const NewHolder& holder,
                                          const AccountRow& row) {
    if (const QString* number = std::get_if<QString>(&holder)) {
        MH_TRY(auto known, customerNumbered(work.database(), number->trimmed()));
        if (known.id == row.account.customer)
            return Error(HolderError::SameCustomer, {known.number});
        return known;
    }
    Customer told = std::get<Customer>(holder);
    told.name = told.name.trimmed();
    if (told.name.isEmpty())
        return Error(RegistryError::BadRow, {QStringLiteral("name")});
    told.id = nextId<CustomerTag>(session);
    told.number = ownNumber(told.id);
    MH_TRY(auto sealed, sealCustomer(session, told));
    MH_CHECK(RegistryStore::insert(work, sealed));
    return sealed;
}

Result<std::vector<SearchToken>> tokensOf(Session& session, const storage::SealedCustomer& sealed) {
    MH_TRY(const Customer customer, openCustomer(session, sealed));
    std::vector<SearchToken> tokens = nameTokens(customer.name);
    MH_TRY(const auto phone, phoneTokens(session, customer.phone));
    tokens.insert(tokens.end(), phone.begin(), phone.end());
    return tokens;
}

Result<void> changeWords(Session& session, UnitOfWork& work, const AccountRow& row,
                         const storage::SealedCustomer& holder) {
    MH_TRY(const auto former, RegistryStore(work.database()).customer(row.account.customer));
    MH_TRY(const auto left, tokensOf(session, former));
    MH_TRY(const auto came, tokensOf(session, holder));
    return HolderStore::changeTokens(work, row.account.id, left, came);
}

/// The transfer that bears the key says what was done then.
Result<TransferResult> sameTransfer(storage::Database& database, const AccountTransfer& done,
                                    const TransferRequest& request) {
    MH_TRY(const auto holder, RegistryStore(database).customer(done.to));
    const QString* number = std::get_if<QString>(&request.holder);
    const bool sameHolder =
        number ? holder.number == number->trimmed() : std::get<Customer>(request.holder).name.trimmed() == holder.name;
    const bool same = sameHolder && done.account == request.account && done.on == request.on &&
                      done.ladderAnew == request.ladderAnew && done.document == request.document.trimmed();
    if (!same)
        return RegistryError::KeyUsedForSomethingElse;
    const Money nothing = Money::zero(Currency::cny());
    return TransferResult{holder.number, nothing, nothing, nothing, true};
}

AccountTransfer transferOf(const TransferRequest& request, const AccountRow& row, CustomerId to) {
    return {.id = request.key,
            .account = row.account.id,
            .on = request.on,
            .from = row.account.customer,
            .to = to,
            .ladderAnew = request.ladderAnew,
            .debtsTaken = request.takesDebts,
            .creditTaken = request.takesCredit,
            .document = request.document.trimmed()};
}

} // namespace

Result<TransferResult> transferAccount(Session& session, const TransferRequest& request) {
    MH_CHECK(requireDuties(session, Service::TransferAccount, request.dial.has_value()));
    if (request.document.trimmed().isEmpty())
        return SecurityError::ReasonMissing;
    MH_TRY(UnitOfWork work, beginUnit(session, Service::TransferAccount, request.account.toString()));
    storage::Database& database = work.database();
    MH_CHECK(LedgerStore::lock(work, {request.account}));
    MH_TRY(const AccountRow row, knownAccount(session, request.account));
    MH_TRY(const auto known, HolderStore(database).transfer(request.key));
    if (known)
        return sameTransfer(database, *known, request);
    if (row.closedOn)
        return Error(HolderError::AccountClosed, {row.closedOn->toString()});
    MH_TRY(const auto holder, holderFor(session, work, request.holder, row));
    const bool isRead = request.dial.has_value();
    MH_CHECK(checkDay(session, database, {row, request.on, isRead, isRead}));
    if (isRead)
        MH_CHECK(storeDial(session, work, row, *request.dial));
    MH_CHECK(HolderStore::insert(work, transferOf(request, row, holder.id), session.who().id));
    MH_TRY(const Standing standing, standingOn(database, row.account.id, request.on));
    MH_CHECK(checkSettled(standing, request));
    MH_CHECK(changeWords(session, work, row, holder));
    MH_CHECK(work.commit());
    return TransferResult{holder.number, standing.finalBill, standing.owed, standing.credit};
}

namespace {

/// The dial a meter is taken down with: the one that is told, or that was read that day.
Result<Decimal> endDialOf(storage::Database& database, const Meter& meter, const ClosingRequest& request) {
    if (request.dial)
        return *request.dial;
    MH_TRY(const auto read,
           storage::ReadingStore(database).newest(meter.id, billedRegister(), request.on.addDays(-1), request.on));
    if (!read || !read->billable())
        return notSettled(codeOf(Hold::NotRead));
    return read->reading.value;
}

Result<void> takeDown(UnitOfWork& work, const AccountRow& row, const ClosingRequest& request) {
    storage::Database& database = work.database();
    MH_TRY(const auto hanging, hangingAt(database, row, request.on));
    if (!hanging)
        return Error(RegistryError::NotInstalled, {row.account.number});
    MH_TRY(const Decimal dial, endDialOf(database, hanging->meter, request));
    return RegistryStore::insert(work, Removal{hanging->installation.id, request.on, dial});
}

Result<void> checkMeterIsOwn(Session& session, const AccountRow& row, const ClosingRequest& request) {
    if (!request.takeMeterDown || row.sharings == 0)
        return {};
    MH_TRY(const auto open, openAccountsAt(session, row.account.servicePoint));
    const auto other =
        std::ranges::find_if(open, [&](const AccountRow& at) { return at.account.id != row.account.id; });
    return other == open.end() ? Result<void>() : Error(HolderError::MeterShared, {other->account.number});
}

/// A dial that was told and goes back is a mistake, not a credit.
Result<void> checkLastDial(storage::Database& database, const ClosingRequest& request) {
    if (!request.dial)
        return {};
    MH_TRY(const auto row, RegistryStore(database).accountById(request.account));
    BillingInputsSource source(database);
    MH_TRY(const auto next,
           source.inputsOf(*row, AccountingMonth::containing(request.on), request.on, InputsFor::Preview));
    const auto* ready = std::get_if<ReadyInputs>(&next);
    if (ready == nullptr)
        return {};
    const UsageSegment& last = ready->inputs.segments.back();
    return last.currentDial < last.previousDial && last.rollover == BilledQuantity::zero()
               ? Error(RegistryError::DialBelowStart, {request.dial->toString()})
               : Result<void>();
}

Result<ClosingResult> sameClosing(const AccountClosing& done, const ClosingRequest& request) {
    const bool same = done.account == request.account && done.on == request.on &&
                      done.meterTakenDown == request.takeMeterDown && done.reason == request.reason.trimmed();
    if (!same)
        return RegistryError::KeyUsedForSomethingElse;
    const Money nothing = Money::zero(Currency::cny());
    return ClosingResult{nothing, nothing, nothing, true};
}

} // namespace

Result<ClosingResult> closeAccount(Session& session, const ClosingRequest& request) {
    const bool isRead = request.dial && !request.takeMeterDown;
    MH_CHECK(requireDuties(session, Service::CloseAccount, isRead));
    if (request.reason.trimmed().isEmpty())
        return SecurityError::ReasonMissing;
    MH_TRY(UnitOfWork work, beginUnit(session, Service::CloseAccount, request.account.toString()));
    storage::Database& database = work.database();
    MH_CHECK(LedgerStore::lock(work, {request.account}));
    MH_TRY(const AccountRow row, knownAccount(session, request.account));
    MH_TRY(const auto known, HolderStore(database).closing(request.key));
    if (known)
        return sameClosing(*known, request);
    if (row.closedOn)
        return Error(HolderError::AccountClosed, {row.closedOn->toString()});
    MH_CHECK(checkMeterIsOwn(session, row, request));
    MH_CHECK(checkDay(session, database, {row, request.on, request.dial.has_value(), isRead}));
    if (isRead)
        MH_CHECK(storeDial(session, work, row, *request.dial));
    if (request.takeMeterDown)
        MH_CHECK(takeDown(work, row, request));
    const AccountClosing closing{request.key, row.account.id, request.on, request.takeMeterDown,
                                 request.reason.trimmed()};
    MH_CHECK(HolderStore::insert(work, closing, session.who().id));
    MH_CHECK(checkLastDial(database, request));
    MH_TRY(const Standing standing, standingOn(database, row.account.id, request.on));
    MH_CHECK(work.commit());
    return ClosingResult{standing.finalBill, standing.owed, standing.credit};
}

} // namespace meterhall::services
