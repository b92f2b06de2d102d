#include "core/services/tariffs.h"

#include "core/services/inside/session_inside.h"
#include "core/storage/billing_store.h"
#include "core/tariffs/tariff_json.h"

namespace meterhall::services {

using storage::BillingStore;

Result<TariffVersionId> enterTariff(Session& session, const QString& tariffCode, TariffVersion version) {
    MH_CHECK(require(session, Service::EnterTariff));
    MH_TRY(const auto others, BillingStore(session.inside().database()).versionsOf(tariffCode));
    version.id = nextId<TariffVersionTag>(session);
    version.tariff = others.empty() ? nextId<TariffTag>(session) : others.front().version.tariff;
    MH_CHECK(checkTariffVersion(version));
    MH_TRY(auto work, beginUnit(session, Service::EnterTariff, tariffCode));
    MH_CHECK(BillingStore::insert(work, tariffCode, version, session.who().id));
    MH_CHECK(work.commit());
    return version.id;
}

Result<TariffVersionId> enterTariffFile(Session& session, const QString& tariffCode, const QJsonObject& file) {
    MH_TRY(const Date effectiveFrom, Date::parse(file.value(QLatin1String("effective_from")).toString()));
    // Ids are given when the version is entered; the file knows none.
    const ImportDefaults defaults{.tariff = TariffId::fromRaw(1),
                                  .version = TariffVersionId::fromRaw(1),
                                  .effectiveFrom = effectiveFrom,
                                  .dialStep = BilledQuantity::ofMicro(1'000'000)};
    MH_TRY(ImportedTariff imported, importTariff(file, defaults));
    return enterTariff(session, tariffCode, std::move(imported.version));
}

Result<void> activateTariff(Session& session, TariffVersionId version) {
    MH_CHECK(require(session, Service::ActivateTariff));
    MH_TRY(const auto stored, BillingStore(session.inside().database()).version(version));
    if (stored.enteredBy == session.who().id)
        return SecurityError::SamePerson;
    if (stored.active)
        return {};
    MH_TRY(auto work, beginUnit(session, Service::ActivateTariff, stored.code));
    MH_CHECK(BillingStore::activate(work, version, session.who().id, session.now()));
    return work.commit();
}

Result<std::vector<ListedTariff>> tariffVersions(Session& session, const QString& tariffCode) {
    const Duties& duties = session.who().duties;
    if (!mayUse(duties, Service::EnterTariff))
        MH_CHECK(require(session, Service::ActivateTariff));
    MH_TRY(const auto stored, BillingStore(session.inside().database()).versionsOf(tariffCode));
    std::vector<ListedTariff> listed;
    listed.reserve(stored.size());
    for (const storage::StoredTariffVersion& entry : stored)
        listed.push_back({entry.version.id, entry.version.effectiveFrom, entry.version.priceOrder, entry.active});
    return listed;
}

} // namespace meterhall::services
