#include "core/services/holders.h"

#include "core/services/inside/billing_inputs_of.h"
#include "core/services/inside/known_account.h"
#include "core/services/inside/last_day.h"
#include "core/services/inside/personal_data.h"
#include "core/services/inside/session_inside.h"
#include "core/storage/holder_store.h"
#include "core/storage/ledger_store.h"

namespace meterhall::services {

using storage::AccountRow;
using storage::HolderStore;
using storage::LedgerStore;
using storage::RegistryStore;
using storage::UnitOfWork;

namespace {

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
    if (request.takeMeterDown)
        MH_CHECK(checkMeterIsOwn(session, row));
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
