#include "core/services/export.h"

#include "core/services/inside/personal_data.h"
#include "core/services/inside/session_inside.h"
#include "core/services/tariffs.h"
#include "core/storage/billing_store.h"
#include "core/storage/reading_store.h"
#include "core/storage/registry_store.h"
#include "core/tariffs/tariff_json.h"

#include <QHash>

namespace meterhall::services {

using storage::AccountRow;
using storage::BillingStore;
using storage::InstalledMeter;
using storage::RegistryStore;

namespace {

QString microText(std::int64_t micro) {
    return formatScaled(micro, 6);
}

/// Where billing goes on: the dial it left off at, and the place on the ladder.
struct LeftOff {
    Date on;
    std::int64_t dialMicro;
    Date ladderFrom;
    std::int64_t ladderMicro;
};

class ArchiveExport {
public:
    ArchiveExport(Session& session, const ExportArchiveOptions& options)
        : m_session(session)
        , m_options(options)
        , m_registry(session.inside().database())
        , m_billing(session.inside().database()) {}

    Result<ExportArchiveResult> run() {
        MH_CHECK(writeHead());
        MH_TRY(const auto installed, m_registry.installedMeters({}));
        for (const InstalledMeter& entry : installed)
            m_meters.insert(entry.account, entry);
        MH_CHECK(m_registry.eachAccount([this](const AccountRow& row) { return writeAccount(row); }));
        return m_result;
    }

private:
    Result<void> writeHead() {
        MH_TRY(const auto entities, m_registry.legalEntities());
        for (const LegalEntity& entity : entities) {
            m_entities.insert(entity.id, entity.code);
            MH_CHECK(m_options.line({{QStringLiteral("kind"), QStringLiteral("legal_entity")},
                                     {QStringLiteral("code"), entity.code},
                                     {QStringLiteral("name"), entity.name}}));
        }
        MH_TRY(const auto books, m_registry.books());
        for (const Book& book : books)
            MH_CHECK(m_options.line({{QStringLiteral("kind"), QStringLiteral("book")},
                                     {QStringLiteral("number"), book.number},
                                     {QStringLiteral("reader"), QJsonObject{{QStringLiteral("name"), book.reader}}}}));
        MH_TRY(const auto terminals, m_registry.terminals());
        for (const RegisteredTerminal& terminal : terminals) {
            m_carriers.insert(terminal.name, carrierCode(terminal.carrier));
            MH_CHECK(m_options.line({{QStringLiteral("kind"), QStringLiteral("terminal")},
                                     {QStringLiteral("terminal"), terminal.name},
                                     {QStringLiteral("carrier"), carrierCode(terminal.carrier)}}));
        }
        return {};
    }

    Result<void> writeAccount(const AccountRow& row) {
        const auto meter = m_meters.constFind(row.account.id);
        if (meter == m_meters.constEnd()) {
            ++m_result.withoutMeter;
            return {};
        }
        MH_TRY(const QJsonObject customer, customerOf(row));
        MH_TRY(const LeftOff leftOff, leftOffBy(row, *meter));
        ++m_result.accounts;
        return m_options.line(lineOf(row, *meter, customer, leftOff));
    }

    Result<QJsonObject> customerOf(const AccountRow& row) {
        Customer customer{row.account.customer, row.holder, {}, {}, row.customerNumber};
        if (m_options.personal) {
            MH_TRY(const auto sealed, m_registry.customer(row.account.customer));
            MH_TRY(customer, openCustomer(m_session, sealed));
        }
        return QJsonObject{{QStringLiteral("number"), customer.number},
                           {QStringLiteral("name"), customer.name},
                           {QStringLiteral("phone"), customer.phone},
                           {QStringLiteral("id_number"), customer.identityNumber}};
    }

    Result<LeftOff> leftOffBy(const AccountRow& row, const InstalledMeter& hanging) {
        const Installation& installation = hanging.installation;
        MH_TRY(const std::int64_t start, installation.startDial.scaledTo(6));
        LeftOff leftOff{installation.from, start, installation.from, 0};
        MH_TRY(const auto opening, m_registry.opening(row.account.id));
        if (opening) {
            leftOff.ladderFrom = opening->ladderFrom;
            leftOff.ladderMicro = opening->ladderMicro;
            if (opening->meter == hanging.meter.id) {
                leftOff.on = opening->readOn;
                leftOff.dialMicro = opening->dialMicro;
            }
        }
        MH_TRY(const auto bill, m_billing.lastBillOf(row.account.id));
        if (!bill)
            return leftOff;
        MH_TRY(const BillingInputs inputs, decodeBillingInputs(bill->inputs));
        leftOff.on = bill->readTo;
        if (inputs.segments.back().meter == hanging.meter.id)
            leftOff.dialMicro = inputs.segments.back().currentDial.micro();
        if (bill->windowStart) {
            leftOff.ladderFrom = *bill->windowStart;
            leftOff.ladderMicro = bill->content.ladderAfter.micro();
        }
        return leftOff;
    }

    QJsonObject lineOf(const AccountRow& row, const InstalledMeter& hanging, const QJsonObject& customer,
                       const LeftOff& leftOff) const {
        const Account& account = row.account;
        return {
            {QStringLiteral("kind"), QStringLiteral("account")},
            {QStringLiteral("account"), account.number},
            {QStringLiteral("commodity"), commodityCode(account.commodity)},
            {QStringLiteral("legal_entity"), m_entities.value(account.legalEntity)},
            {QStringLiteral("use_class"), useClassCode(account.useClass)},
            {QStringLiteral("household_size"), account.householdSize},
            {QStringLiteral("tariff"), account.tariffCode},
            {QStringLiteral("customer"), customer},
            {QStringLiteral("premise"),
             QJsonObject{{QStringLiteral("code"), row.premiseCode}, {QStringLiteral("address"), row.address}}},
            {QStringLiteral("service_point"),
             QJsonObject{{QStringLiteral("book"), row.bookNumber}, {QStringLiteral("sequence"), row.sequence}}},
            {QStringLiteral("meter"), meterOf(hanging)},
            {QStringLiteral("carrier"), QJsonObject{{QStringLiteral("kind"), m_carriers.value(hanging.meter.terminal)},
                                                    {QStringLiteral("terminal"), hanging.meter.terminal},
                                                    {QStringLiteral("port"), hanging.meter.port}}},
            {QStringLiteral("previous_reading"), QJsonObject{{QStringLiteral("date"), leftOff.on.toString()},
                                                             {QStringLiteral("value"), microText(leftOff.dialMicro)}}},
            {QStringLiteral("year_to_date"), QJsonObject{{QStringLiteral("from"), leftOff.ladderFrom.toString()},
                                                         {QStringLiteral("to"), leftOff.on.toString()},
                                                         {QStringLiteral("use"), microText(leftOff.ladderMicro)}}}};
    }

    static QJsonObject meterOf(const InstalledMeter& hanging) {
        const Meter& meter = hanging.meter;
        return {{QStringLiteral("number"), meter.number},
                {QStringLiteral("protocol"), meter.protocol},
                {QStringLiteral("device_address"), meter.deviceAddress},
                {QStringLiteral("profile"), meter.profile},
                {QStringLiteral("digits"), meter.digits},
                {QStringLiteral("multiplier"), microText(meter.multiplierMicro)},
                {QStringLiteral("installed"), hanging.installation.from.toString()},
                {QStringLiteral("start_register"), hanging.installation.startDial.toString()}};
    }

    Session& m_session;
    const ExportArchiveOptions& m_options;
    RegistryStore m_registry;
    BillingStore m_billing;
    QHash<LegalEntityId, QString> m_entities;
    QHash<QString, QString> m_carriers; ///< by the terminal's name
    QHash<AccountId, InstalledMeter> m_meters;
    ExportArchiveResult m_result;
};

// What leaves the house leaves an audit entry first.
Result<void> announce(Session& session, Service service, const QString& what) {
    MH_TRY(auto work, beginUnit(session, service, what));
    return work.commit();
}

} // namespace

Result<ExportArchiveResult> exportArchive(Session& session, const ExportArchiveOptions& options) {
    MH_CHECK(require(session, Service::ImportArchive));
    if (options.personal)
        MH_CHECK(require(session, Service::ShowPersonalData));
    MH_CHECK(announce(session, options.personal ? Service::ShowPersonalData : Service::ImportArchive,
                      QStringLiteral("export")));
    return ArchiveExport(session, options).run();
}

Result<int> exportMeters(Session& session,
                         const std::function<Result<void>(const Meter&, const QString& accountNumber)>& visit) {
    MH_CHECK(require(session, Service::ImportArchive));
    int count = 0;
    MH_CHECK(RegistryStore(session.inside().database()).eachMeter([&](const Meter& meter, const QString& account) {
        ++count;
        return visit(meter, account);
    }));
    return count;
}

Result<int> exportReadings(Session& session, const ReadingDays& days,
                           const std::function<Result<void>(const Reading&, const QString& meterNumber)>& visit) {
    MH_CHECK(require(session, Service::VerifyBooks));
    QHash<MeterId, QString> numbers;
    MH_CHECK(RegistryStore(session.inside().database()).eachMeter([&](const Meter& meter, const QString&) {
        numbers.insert(meter.id, meter.number);
        return Result<void>();
    }));
    int count = 0;
    MH_CHECK(storage::ReadingStore(session.inside().database())
                 .each([&](const Reading& reading, const QString&) -> Result<void> {
                     if (reading.receivedOn < days.from || reading.receivedOn > days.to)
                         return {};
                     ++count;
                     return visit(reading, numbers.value(reading.meter));
                 }));
    return count;
}

Result<QJsonObject> exportTariffFile(Session& session, const QString& code, Date day) {
    MH_CHECK(require(session, Service::FindCustomer));
    const BillingStore store(session.inside().database());
    MH_TRY(const auto name, store.tariffName(code));
    if (!name)
        return Error(TariffDeskError::UnknownTariff, {code});
    MH_TRY(const auto stored, store.versionsOf(code));
    std::vector<TariffVersion> active;
    for (const storage::StoredTariffVersion& entry : stored)
        if (entry.active)
            active.push_back(entry.version);
    MH_TRY(const TariffVersion* version, versionOn(active, day));
    return exportTariff({version->tariff, code, name->name, name->commodity}, *version);
}

} // namespace meterhall::services
