#include "core/services/inside/archived_rows.h"

#include "core/services/inside/personal_data.h"
#include "core/services/inside/session_inside.h"

namespace meterhall::services {

namespace {

constexpr int archivedDecimals = 6;

Meter archivedMeter(const ArchivedAccount& entry, MeterId id) {
    const ArchivedMeter& archived = entry.meter;
    return {.id = id,
            .number = archived.number,
            .commodity = entry.commodity,
            .digits = archived.digits,
            .multiplierMicro = archived.multiplierMicro,
            .protocol = archived.protocol,
            .deviceAddress = archived.deviceAddress,
            .profile = archived.profile,
            .terminal = archived.terminal,
            .port = archived.port};
}

Account archivedAccount(const ArchivedAccount& entry, const AccountTies& ties, AccountId id, ServicePointId place) {
    return {.id = id,
            .number = entry.number,
            .customer = ties.customer,
            .servicePoint = place,
            .legalEntity = ties.entity,
            .commodity = entry.commodity,
            .useClass = entry.useClass,
            .householdSize = entry.householdSize,
            .tariffCode = ties.tariffCode};
}

} // namespace

Result<storage::SealedCustomer> ArchivedRows::addCustomer(const Customer& told) {
    Customer customer = told;
    customer.id = nextId<CustomerTag>(m_session);
    MH_TRY(auto sealed, sealCustomer(m_session, customer));
    return m_rows.customers.emplace_back(std::move(sealed));
}

Premise ArchivedRows::addPremise(const ArchivedAccount& entry) {
    return m_rows.premises.emplace_back(Premise{nextId<PremiseTag>(m_session), entry.address, entry.premiseCode});
}

Result<MeterId> ArchivedRows::addAccount(const ArchivedAccount& entry, const AccountTies& ties) {
    const ServicePoint place{nextId<ServicePointTag>(m_session), ties.premise, entry.commodity, ties.book,
                             entry.sequence};
    const Account account = archivedAccount(entry, ties, nextId<AccountTag>(m_session), place.id);
    const Meter meter = archivedMeter(entry, nextId<MeterTag>(m_session));
    if (m_tokens) {
        MH_TRY(const auto tokens, accountTokens(m_session, {entry.customer.name, entry.customer.phone, entry.address,
                                                            entry.number, meter.number}));
        for (const SearchToken& token : tokens)
            m_tokens->add(account.id, token);
    }
    const Installation installation{nextId<InstallationTag>(m_session), meter.id, place.id, entry.meter.installed,
                                    Decimal{entry.meter.startDialMicro, archivedDecimals}};
    const AccountOpening opening{.account = account.id,
                                 .meter = meter.id,
                                 .readOn = entry.previousReadOn,
                                 .dialMicro = entry.previousDialMicro,
                                 .ladderFrom = entry.ladderFrom,
                                 .ladderMicro = entry.ladderUseMicro};
    m_rows.homes.push_back({place, account, meter, installation, opening});
    return meter.id;
}

} // namespace meterhall::services
