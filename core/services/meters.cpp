#include "core/services/meters.h"

#include "core/billing/billing_inputs.h"
#include "core/services/inside/personal_data.h"
#include "core/services/inside/session_inside.h"
#include "core/storage/billing_store.h"
#include "core/storage/registry_store.h"

namespace meterhall::services {

using storage::InstalledMeter;
using storage::RegistryStore;
using storage::UnitOfWork;

namespace {

constexpr int storedDecimals = 6;

Result<void> checkUnit(const QString& unit, Commodity commodity) {
    const QString expected = billedUnit(commodity);
    return unit == expected ? Result<void>() : Error(RegistryError::UnitDiffers, {unit, expected});
}

Result<void> checkNewMeter(const NewMeter& meter) {
    constexpr int mostDigits = 9;
    const bool complete = !meter.number.trimmed().isEmpty() && !meter.protocol.isEmpty() && !meter.profile.isEmpty() &&
                          !meter.deviceAddress.isEmpty();
    const bool plausible = meter.digits >= 1 && meter.digits <= mostDigits && meter.multiplierMicro > 0;
    return complete && plausible ? Result<void>() : Error(RegistryError::BadRow, {QStringLiteral("meter")});
}

Result<std::int64_t> microOf(const Decimal& dial) {
    MH_TRY(const std::int64_t micro, dial.scaledTo(storedDecimals));
    if (micro < 0)
        return Error(RegistryError::BadRow, {QStringLiteral("dial")});
    return micro;
}

/// Up to which day the account was billed or taken over, and the dial of this meter then.
struct Settled {
    std::optional<Date> on;
    std::int64_t dialMicro = 0;
};

Result<Settled> settledAt(Session& session, const InstalledMeter& meter) {
    storage::Database& database = session.inside().database();
    Settled settled;
    MH_TRY(settled.dialMicro, meter.installation.startDial.scaledTo(storedDecimals));
    MH_TRY(const auto opening, RegistryStore(database).opening(meter.account));
    if (opening) {
        settled.on = opening->readOn;
        if (opening->meter == meter.meter.id && meter.installation.from <= opening->readOn)
            settled.dialMicro = opening->dialMicro;
    }
    MH_TRY(const auto last, storage::BillingStore(database).lastBillOf(meter.account));
    if (!last)
        return settled;
    settled.on = last->readTo;
    MH_TRY(const BillingInputs inputs, decodeBillingInputs(last->inputs));
    const UsageSegment& segment = inputs.segments.back();
    if (segment.meter == meter.meter.id && meter.installation.from <= last->readTo)
        settled.dialMicro = segment.currentDial.micro();
    return settled;
}

Result<void> checkOld(Session& session, const InstalledMeter& meter, const ExchangeRequest& request) {
    const bool inTime = request.on <= session.businessDay() && request.on >= meter.installation.from;
    if (!inTime)
        return Error(RegistryError::BadDay, {request.on.toString()});
    MH_TRY(const Settled settled, settledAt(session, meter));
    if (settled.on && request.on <= *settled.on)
        return Error(RegistryError::BilledAlready, {settled.on->toString()});
    MH_TRY(const std::int64_t end, microOf(request.endDial));
    if (end < settled.dialMicro && !request.rolledOver)
        return Error(RegistryError::DialBelowStart, {request.endDial.toString()});
    return {};
}

Meter meterFrom(const NewMeter& made, MeterId id, Commodity commodity) {
    return {.id = id,
            .number = made.number.trimmed(),
            .commodity = commodity,
            .digits = made.digits,
            .multiplierMicro = made.multiplierMicro,
            .protocol = made.protocol,
            .deviceAddress = made.deviceAddress,
            .profile = made.profile,
            .terminal = made.terminal,
            .port = made.port};
}

/// A meter that hung somewhere before and hangs nowhere now.
Result<MeterId> freeMeter(Session& session, MeterId id, Commodity commodity) {
    const RegistryStore registry(session.inside().database());
    MH_TRY(const auto known, registry.meter(id));
    if (!known || known->commodity != commodity)
        return Error(RegistryError::UnknownMeter, {id.toString()});
    MH_TRY(const auto installed, registry.installedMeter(id));
    if (installed)
        return Error(RegistryError::AlreadyInstalled, {known->number});
    return id;
}

Result<MeterId> nextMeter(Session& session, UnitOfWork& work, const ExchangeRequest& request,
                          const InstalledMeter& old) {
    if (const MeterId* known = std::get_if<MeterId>(&request.next))
        return freeMeter(session, *known, old.meter.commodity);
    const auto& made = std::get<NewMeter>(request.next);
    MH_CHECK(checkNewMeter(made));
    const auto id = nextId<MeterTag>(session);
    MH_CHECK(RegistryStore::insert(work, meterFrom(made, id, old.meter.commodity)));
    MH_CHECK(RegistryStore::insertTokens(work, old.account, {meterToken(made.number.trimmed())}));
    return id;
}

// The installation that bears the key says what was done then.
Result<ExchangeResult> sameExchange(const RegistryStore::Segment& done, const ExchangeRequest& request) {
    MH_TRY(const std::int64_t asked, microOf(request.startDial));
    MH_TRY(const std::int64_t known, done.installation.startDial.scaledTo(storedDecimals));
    const auto* made = std::get_if<NewMeter>(&request.next);
    const bool sameMeter = made != nullptr ? made->number.trimmed() == done.meter.number
                                           : std::get<MeterId>(request.next) == done.meter.id;
    if (!sameMeter || asked != known || done.installation.from != request.on)
        return RegistryError::KeyUsedForSomethingElse;
    return ExchangeResult{done.meter.id, done.installation.id, true};
}

} // namespace

Result<ExchangeResult> exchangeMeter(Session& session, const ExchangeRequest& request) {
    MH_CHECK(require(session, Service::ExchangeMeter));
    MH_TRY(UnitOfWork work, beginUnit(session, Service::ExchangeMeter, request.oldMeter.toString()));
    const RegistryStore registry(work.database());
    MH_TRY(const auto oldMeter, registry.meter(request.oldMeter));
    if (!oldMeter)
        return Error(RegistryError::UnknownMeter, {request.oldMeter.toString()});
    MH_CHECK(checkUnit(request.unit, oldMeter->commodity));
    const auto id = InstallationId::fromRaw(request.key);
    MH_TRY(const auto known, registry.segment(id));
    if (known)
        return sameExchange(*known, request);
    MH_TRY(const auto old, registry.installedMeter(request.oldMeter));
    if (!old)
        return Error(RegistryError::NotInstalled, {oldMeter->number});
    MH_CHECK(checkOld(session, *old, request));
    MH_CHECK(microOf(request.startDial));
    MH_TRY(const MeterId next, nextMeter(session, work, request, *old));
    MH_CHECK(RegistryStore::insert(work, Removal{old->installation.id, request.on, request.endDial}));
    MH_CHECK(RegistryStore::insert(
        work, Installation{id, next, old->installation.servicePoint, request.on, request.startDial}));
    MH_CHECK(work.commit());
    return ExchangeResult{next, id};
}

namespace {

Result<void> checkOpening(Session& session, const OpenAccountRequest& request) {
    MH_CHECK(checkUnit(request.unit, request.commodity));
    MH_CHECK(parseAccountNumber(request.number));
    const bool named = !request.customer.name.trimmed().isEmpty() && !request.address.trimmed().isEmpty() &&
                       !request.tariffCode.isEmpty() && request.householdSize >= 0;
    if (!named)
        return Error(RegistryError::BadRow, {QStringLiteral("account")});
    MH_CHECK(checkNewMeter(request.meter));
    MH_CHECK(microOf(request.startDial));
    if (request.on > session.businessDay())
        return Error(RegistryError::BadDay, {request.on.toString()});
    return {};
}

Result<void> insertTokens(Session& session, UnitOfWork& work, const OpenAccountRequest& request, AccountId account) {
    MH_TRY(const auto tokens, accountTokens(session, {request.customer.name, request.customer.phone, request.address,
                                                      request.number, request.meter.number.trimmed()}));
    return RegistryStore::insertTokens(work, account, tokens);
}

Result<void> insertPlace(Session& session, UnitOfWork& work, const OpenAccountRequest& request,
                         const Account& account) {
    const auto premiseId = nextId<PremiseTag>(session);
    const Premise premise{premiseId, request.address.trimmed(), ownNumber(premiseId)};
    MH_CHECK(RegistryStore::insert(work, premise));
    MH_CHECK(RegistryStore::insert(
        work, ServicePoint{account.servicePoint, premise.id, request.commodity, request.book, request.sequence}));
    Customer customer = request.customer;
    customer.id = account.customer;
    customer.number = ownNumber(account.customer);
    MH_TRY(const auto sealed, sealCustomer(session, customer));
    return RegistryStore::insert(work, sealed);
}

} // namespace

Result<OpenedAccount> openAccount(Session& session, const OpenAccountRequest& request) {
    MH_CHECK(require(session, Service::OpenAccount));
    MH_CHECK(checkOpening(session, request));
    MH_TRY(UnitOfWork work, beginUnit(session, Service::OpenAccount, request.number));
    const auto id = AccountId::fromRaw(request.key);
    MH_TRY(const auto known, RegistryStore(work.database()).accountById(id));
    if (known)
        return known->account.number == request.number ? Result<OpenedAccount>(OpenedAccount{id, true})
                                                       : RegistryError::KeyUsedForSomethingElse;
    const Account account{.id = id,
                          .number = request.number,
                          .customer = nextId<CustomerTag>(session),
                          .servicePoint = nextId<ServicePointTag>(session),
                          .legalEntity = request.legalEntity,
                          .commodity = request.commodity,
                          .useClass = request.useClass,
                          .householdSize = request.householdSize,
                          .tariffCode = request.tariffCode};
    MH_CHECK(insertPlace(session, work, request, account));
    MH_CHECK(RegistryStore::insert(work, account));
    const Meter meter = meterFrom(request.meter, nextId<MeterTag>(session), request.commodity);
    MH_CHECK(RegistryStore::insert(work, meter));
    MH_CHECK(RegistryStore::insert(work, Installation{nextId<InstallationTag>(session), meter.id, account.servicePoint,
                                                      request.on, request.startDial}));
    MH_CHECK(insertTokens(session, work, request, id));
    MH_CHECK(work.commit());
    return OpenedAccount{id};
}

} // namespace meterhall::services
