#include "core/services/tariffs.h"

#include "core/services/inside/chosen_tariff.h"
#include "core/services/inside/session_inside.h"
#include "core/services/inside/staff_names.h"
#include "core/storage/billing_store.h"
#include "core/tariffs/tariff_json.h"

#include <QJsonDocument>

#include <algorithm>
#include <map>

namespace meterhall::services {

using storage::BillingStore;
using storage::StoredTariffVersion;
using Versions = std::vector<StoredTariffVersion>;

namespace {

Result<ImportedTariff> imported(const QString& tariffCode, const QJsonObject& file) {
    MH_TRY(const Date effectiveFrom, Date::parse(file.value(QLatin1String("effective_from")).toString()));
    // Ids are given when the version is entered; the file knows none.
    const ImportDefaults defaults{.tariff = TariffId::fromRaw(1),
                                  .version = TariffVersionId::fromRaw(1),
                                  .effectiveFrom = effectiveFrom,
                                  .dialStep = BilledQuantity::ofMicro(1'000'000)};
    MH_TRY(ImportedTariff tariff, importTariff(file, defaults));
    tariff.tariff.code = tariffCode;
    return tariff;
}

Result<ImportedTariff> imported(const storage::TariffDraft& draft) {
    return imported(draft.code, QJsonDocument::fromJson(draft.content.toUtf8()).object());
}

Result<void> checkCommodity(const BillingStore& store, const Tariff& tariff) {
    MH_TRY(const auto known, store.tariffName(tariff.code));
    if (known && known->commodity != tariff.commodity)
        return Error(TariffDeskError::OtherCommodity, {tariff.code});
    return {};
}

/// The version put in force before that day.
const TariffVersion* activeBefore(const Versions& versions, Date day) {
    const TariffVersion* found = nullptr;
    for (const StoredTariffVersion& entry : versions)
        if (entry.active && entry.version.effectiveFrom < day)
            found = &entry.version;
    return found;
}

Result<void> checkProved(const TariffVersion& version, const Versions& others) {
    const BoundarySheet sheet = boundarySheet(version, activeBefore(others, version.effectiveFrom));
    return sheet.holds() ? Result<void>() : Error(TariffDeskError::NotProved, sheet.fault());
}

bool sameContent(TariffVersion a, const TariffVersion& b) {
    a.id = b.id;
    a.tariff = b.tariff;
    return a == b;
}

Result<void> checkDayIsFree(const TariffVersion& version, const Versions& others) {
    for (const StoredTariffVersion& other : others) {
        const bool sameDay = other.version.effectiveFrom == version.effectiveFrom && other.version.id != version.id;
        if (sameDay && (other.active || sameContent(version, other.version)))
            return Error(TariffDeskError::DateTaken, {version.effectiveFrom.toString()});
    }
    return {};
}

enum class From : std::uint8_t { File, Draft };

Result<TariffVersionId> enter(Session& session, const Tariff& tariff, TariffVersion version, From from) {
    const BillingStore store(session.inside().database());
    MH_CHECK(checkCommodity(store, tariff));
    MH_TRY(const Versions others, store.versionsOf(tariff.code));
    version.id = nextId<TariffVersionTag>(session);
    version.tariff = others.empty() ? nextId<TariffTag>(session) : others.front().version.tariff;
    MH_CHECK(checkTariffVersion(version));
    MH_CHECK(checkDayIsFree(version, others));
    if (from == From::Draft)
        MH_CHECK(checkProved(version, others));
    MH_TRY(auto work, beginUnit(session, Service::EnterTariff, tariff.code));
    MH_CHECK(BillingStore::insert(work, tariff.code, version, session.who().id));
    MH_CHECK(BillingStore::setName(work, {tariff.code, tariff.name, tariff.commodity}));
    if (from == From::Draft)
        MH_CHECK(BillingStore::deleteDraft(work, tariff.code));
    MH_CHECK(work.commit());
    return version.id;
}

TariffState stateOf(const StoredTariffVersion& entry, const Versions& versions, Date today) {
    const Date from = entry.version.effectiveFrom;
    const auto isActive = [](const StoredTariffVersion& other) { return other.active; };
    if (!entry.active) {
        const bool replaced = std::ranges::any_of(versions, [&](const StoredTariffVersion& other) {
            return isActive(other) && other.version.effectiveFrom == from;
        });
        if (replaced)
            return TariffState::Replaced;
        return checkProved(entry.version, versions).ok() ? TariffState::Proved : TariffState::Unproved;
    }
    if (from > today)
        return TariffState::Scheduled;
    const TariffVersion* now = activeBefore(versions, today.addDays(1));
    return now && now->id == entry.version.id ? TariffState::InForce : TariffState::Past;
}

Result<TariffVersionRow> rowOf(const StoredTariffVersion& entry, TariffState state, StaffNames& staff) {
    MH_TRY(StaffName enteredBy, staff.of(entry.enteredBy));
    MH_TRY(auto activatedBy, staff.of(entry.activatedBy));
    return TariffVersionRow{entry.version.id,     entry.version.effectiveFrom, entry.version.priceOrder, state,
                            std::move(enteredBy), std::move(activatedBy)};
}

/// Tariffs that have versions, and those of which there is only a draft.
Result<std::map<QString, TariffRow>> namedTariffs(const BillingStore& store, StaffNames& staff) {
    std::map<QString, TariffRow> rows;
    MH_TRY(const auto drafts, store.tariffDrafts());
    for (const storage::TariffDraft& draft : drafts) {
        MH_TRY(const ImportedTariff tariff, imported(draft));
        MH_TRY(StaffName changedBy, staff.of(draft.changedBy));
        rows[draft.code] = {
            draft.code,
            tariff.tariff.name,
            tariff.tariff.commodity,
            {{{}, tariff.version.effectiveFrom, tariff.version.priceOrder, TariffState::Draft, std::move(changedBy)}}};
    }
    MH_TRY(const auto names, store.tariffNames());
    for (const storage::TariffName& name : names) {
        TariffRow& row = rows[name.code];
        row.code = name.code;
        row.name = name.name;
        row.commodity = name.commodity;
    }
    return rows;
}

} // namespace

Result<TariffVersionId> enterTariff(Session& session, const Tariff& tariff, TariffVersion version) {
    MH_CHECK(require(session, Service::EnterTariff));
    return enter(session, tariff, std::move(version), From::File);
}

Result<TariffVersionId> enterTariffFile(Session& session, const QString& tariffCode, const QJsonObject& file) {
    MH_TRY(ImportedTariff tariff, imported(tariffCode, file));
    return enterTariff(session, tariff.tariff, std::move(tariff.version));
}

Result<void> activateTariff(Session& session, TariffVersionId version) {
    MH_CHECK(require(session, Service::ActivateTariff));
    const BillingStore store(session.inside().database());
    MH_TRY(const auto stored, store.version(version));
    if (stored.enteredBy == session.who().id)
        return SecurityError::SamePerson;
    if (stored.active)
        return {};
    MH_TRY(const Versions others, store.versionsOf(stored.code));
    MH_CHECK(checkDayIsFree(stored.version, others));
    MH_CHECK(checkProved(stored.version, others));
    MH_TRY(auto work, beginUnit(session, Service::ActivateTariff, stored.code));
    MH_CHECK(BillingStore::activate(work, version, session.who().id, session.now()));
    return work.commit();
}

Result<std::vector<ListedTariff>> tariffVersions(Session& session, const QString& tariffCode) {
    MH_CHECK(require(session, Service::ShowTariffs));
    MH_TRY(const auto stored, BillingStore(session.inside().database()).versionsOf(tariffCode));
    std::vector<ListedTariff> listed;
    listed.reserve(stored.size());
    for (const StoredTariffVersion& entry : stored)
        listed.push_back({entry.version.id, entry.version.effectiveFrom, entry.version.priceOrder, entry.active});
    return listed;
}

Result<std::vector<TariffRow>> tariffs(Session& session) {
    MH_CHECK(require(session, Service::ShowTariffs));
    storage::Database& database = session.inside().database();
    MH_TRY(const auto view, storage::ReadView::begin(database));
    const BillingStore store(database);
    StaffNames staff(database);
    MH_TRY(auto rows, namedTariffs(store, staff));
    MH_TRY(const Versions all, store.allVersions());
    std::map<QString, Versions> byCode;
    for (const StoredTariffVersion& entry : all)
        byCode[entry.code].push_back(entry);
    for (const auto& [code, versions] : byCode) {
        TariffRow& row = rows[code];
        row.code = code;
        for (auto entry = versions.rbegin(); entry != versions.rend(); ++entry) {
            MH_TRY(auto version, rowOf(*entry, stateOf(*entry, versions, session.businessDay()), staff));
            row.versions.push_back(std::move(version));
        }
    }
    std::vector<TariffRow> listed;
    listed.reserve(rows.size());
    for (auto& [code, row] : rows)
        listed.push_back(std::move(row));
    return listed;
}

namespace {

std::optional<TariffVersion> copyOf(const TariffVersion* version) {
    return version ? std::optional(*version) : std::nullopt;
}

Result<ChosenTariff> chosenDraft(const BillingStore& store, const QString& code) {
    MH_TRY(const auto draft, store.tariffDraft(code));
    if (!draft)
        return Error(TariffDeskError::NoDraft, {code});
    MH_TRY(ImportedTariff tariff, imported(*draft));
    MH_TRY(const Versions others, store.versionsOf(code));
    auto before = copyOf(activeBefore(others, tariff.version.effectiveFrom));
    return ChosenTariff{std::move(tariff.tariff), std::move(tariff.version), TariffState::Draft, draft->changedBy, {},
                        std::move(before)};
}

Result<ChosenTariff> chosenVersion(const BillingStore& store, const QString& code, TariffVersionId id, Date today) {
    MH_TRY(const Versions versions, store.versionsOf(code));
    const auto entry =
        std::ranges::find_if(versions, [&](const StoredTariffVersion& version) { return version.version.id == id; });
    MH_TRY(const auto name, store.tariffName(code));
    if (entry == versions.end() || !name)
        return Error(TariffDeskError::UnknownTariff, {code});
    return ChosenTariff{{entry->version.tariff, code, name->name, name->commodity},
                        entry->version,
                        stateOf(*entry, versions, today),
                        entry->enteredBy,
                        entry->activatedBy,
                        copyOf(activeBefore(versions, entry->version.effectiveFrom))};
}

} // namespace

Result<ChosenTariff> chosenTariff(Session& session, const TariffChoice& choice) {
    const BillingStore store(session.inside().database());
    return choice.version ? chosenVersion(store, choice.code, *choice.version, session.businessDay())
                          : chosenDraft(store, choice.code);
}

Result<ShownTariff> shownTariff(Session& session, const TariffChoice& choice) {
    MH_CHECK(require(session, Service::ShowTariffs));
    storage::Database& database = session.inside().database();
    MH_TRY(const auto view, storage::ReadView::begin(database));
    MH_TRY(ChosenTariff found, chosenTariff(session, choice));
    StaffNames staff(database);
    MH_TRY(StaffName enteredBy, staff.of(found.enteredBy));
    MH_TRY(auto activatedBy, staff.of(found.activatedBy));
    MH_TRY(const std::int64_t accounts, BillingStore(database).accountsOn(choice.code));
    BoundarySheet sheet = boundarySheet(found.version, found.before ? &*found.before : nullptr);
    QJsonObject file = exportTariff(found.tariff, found.version);
    return ShownTariff{.tariff = std::move(found.tariff),
                       .version = std::move(found.version),
                       .file = std::move(file),
                       .state = found.state,
                       .enteredBy = std::move(enteredBy),
                       .activatedBy = std::move(activatedBy),
                       .accounts = accounts,
                       .before = std::move(found.before),
                       .sheet = std::move(sheet)};
}

Result<void> saveTariffDraft(Session& session, const QString& tariffCode, const QJsonObject& file) {
    MH_CHECK(require(session, Service::EnterTariff));
    MH_TRY(const ImportedTariff tariff, imported(tariffCode, file));
    MH_CHECK(checkTariffVersion(tariff.version));
    MH_CHECK(checkCommodity(BillingStore(session.inside().database()), tariff.tariff));
    const QJsonObject content = exportTariff(tariff.tariff, tariff.version);
    MH_TRY(auto work, beginUnit(session, Service::EnterTariff, tariffCode));
    MH_CHECK(BillingStore::setDraft(work, {tariffCode,
                                           QString::fromUtf8(QJsonDocument(content).toJson(QJsonDocument::Compact)),
                                           session.who().id, session.now()}));
    return work.commit();
}

Result<void> dropTariffDraft(Session& session, const QString& tariffCode) {
    MH_CHECK(require(session, Service::EnterTariff));
    MH_TRY(auto work, beginUnit(session, Service::EnterTariff, tariffCode));
    MH_CHECK(BillingStore::deleteDraft(work, tariffCode));
    return work.commit();
}

Result<TariffVersionId> enterTariffDraft(Session& session, const QString& tariffCode) {
    MH_CHECK(require(session, Service::EnterTariff));
    MH_TRY(const auto draft, BillingStore(session.inside().database()).tariffDraft(tariffCode));
    if (!draft)
        return Error(TariffDeskError::NoDraft, {tariffCode});
    MH_TRY(ImportedTariff tariff, imported(*draft));
    return enter(session, tariff.tariff, std::move(tariff.version), From::Draft);
}

Result<CostAnswer> costOf(Session& session, const TariffChoice& choice, const CostQuestion& question) {
    MH_CHECK(require(session, Service::ShowTariffs));
    MH_TRY(const ChosenTariff found, chosenTariff(session, choice));
    const TariffTrial trial{trialDay(found.version), question.use, question.before};
    MH_TRY(TriedBill bill, tried(found.version, trial));
    BillArithmetic arithmetic = arithmeticOf(bill, found.version, found.tariff.commodity);
    return CostAnswer{std::move(arithmetic), std::move(bill.trace)};
}

} // namespace meterhall::services
