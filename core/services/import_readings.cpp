#include "core/services/import_readings.h"

#include "core/services/ingest.h"
#include "core/services/inside/in_groups.h"
#include "core/services/inside/session_inside.h"
#include "core/storage/registry_store.h"

#include <QHash>

namespace meterhall::services {

using storage::RegistryStore;

namespace {

Result<QHash<QString, Meter>> hangingMeters(Session& session) {
    MH_TRY(const auto installed, RegistryStore(session.inside().database()).installedMeters({}));
    QHash<QString, Meter> byNumber;
    byNumber.reserve(qsizetype(installed.size()));
    for (const storage::InstalledMeter& entry : installed)
        byNumber.insert(entry.meter.number, entry.meter);
    return byNumber;
}

MeterReport reportOf(const WrittenReading& reading, const Meter& meter, Instant now) {
    MeterReport report;
    report.protocol = meter.protocol;
    report.deviceAddress = meter.deviceAddress;
    report.terminal = meter.terminal;
    report.profile = meter.profile;
    report.values = {{reading.registerCode, reading.value,
                      reading.unit.isEmpty() ? QString(billedUnit(meter.commodity)) : reading.unit}};
    report.meterTime = reading.readAt;
    report.clockTrust = reading.readAt ? ClockTrust::Plausible : ClockTrust::None;
    report.receivedAt = now;
    report.source = ReportSource::File;
    return report;
}

struct RowReport {
    std::size_t place; ///< in the file's readings
    MeterReport report;
};

constexpr std::size_t rowsInUnit = 2'000;

class ReadingsImport {
public:
    ReadingsImport(Session& session, std::span<const WrittenReading> readings)
        : m_session(session)
        , m_readings(readings) {}

    Result<ReadingImportResult> run() {
        MH_TRY(const std::vector<RowReport> reports, reportsOfKnownMeters());
        storeInGroups(
            std::span(reports), rowsInUnit, [this](std::span<const RowReport> group) { return store(group); },
            [this](const RowReport& row, Error reason) { refuse(m_readings[row.place], std::move(reason)); });
        std::sort(m_result.errors.begin(), m_result.errors.end(),
                  [](const RowError& a, const RowError& b) { return a.row < b.row; });
        return std::move(m_result);
    }

private:
    Result<std::vector<RowReport>> reportsOfKnownMeters() {
        MH_TRY(const auto meters, hangingMeters(m_session));
        const Instant now = m_session.now();
        std::vector<RowReport> reports;
        reports.reserve(m_readings.size());
        for (std::size_t i = 0; i < m_readings.size(); ++i) {
            const WrittenReading& reading = m_readings[i];
            const auto meter = meters.constFind(reading.meterNumber);
            if (meter == meters.constEnd())
                refuse(reading, Error(RegistryError::UnknownMeter, {reading.meterNumber}));
            else if (reading.readAt && *reading.readAt > now)
                refuse(reading, Error(RegistryError::BadRow, {QStringLiteral("date")}));
            else
                reports.push_back({i, reportOf(reading, *meter, now)});
        }
        return reports;
    }

    Result<void> store(std::span<const RowReport> group) {
        std::vector<MeterReport> reports;
        reports.reserve(group.size());
        for (const RowReport& row : group)
            reports.push_back(row.report);
        MH_TRY(const IngestResult done, ingest(m_session, reports));
        m_result.stored += done.stored;
        m_result.known += done.known;
        m_result.doubtful += done.doubtful;
        return {};
    }

    void refuse(const WrittenReading& reading, Error reason) {
        m_result.errors.push_back({reading.row, std::move(reason), reading.content});
    }

    Session& m_session;
    std::span<const WrittenReading> m_readings;
    ReadingImportResult m_result;
};

bool sameAsset(const Meter& a, const Meter& b) {
    return a.commodity == b.commodity && a.digits == b.digits && a.multiplierMicro == b.multiplierMicro &&
           a.protocol == b.protocol && a.deviceAddress == b.deviceAddress && a.profile == b.profile &&
           a.terminal == b.terminal && a.port == b.port;
}

/// Gives how many of the meters are new.
Result<int> takeMeters(Session& session, std::span<const DeliveredMeter> meters) {
    MH_TRY(auto work, beginUnit(session, Service::ImportArchive, QStringLiteral("meters")));
    const RegistryStore store(work.database());
    int taken = 0;
    for (const DeliveredMeter& delivered : meters) {
        Meter meter = delivered.meter;
        MH_TRY(const auto known, store.meterByNumber(meter.number));
        if (known && !sameAsset(*known, meter))
            return Error(RegistryError::AlreadyKnown, {meter.number});
        if (known)
            continue;
        meter.id = nextId<MeterTag>(session);
        MH_CHECK(RegistryStore::insert(work, meter));
        ++taken;
    }
    MH_CHECK(work.commit());
    return taken;
}

} // namespace

Result<ReadingImportResult> importReadings(Session& session, std::span<const WrittenReading> readings) {
    MH_CHECK(require(session, Service::StoreReadings));
    return ReadingsImport(session, readings).run();
}

Result<ImportResult> importMeters(Session& session, std::span<const DeliveredMeter> meters) {
    MH_CHECK(require(session, Service::ImportArchive));
    ImportResult result;
    storeInGroups(
        meters, rowsInUnit,
        [&](std::span<const DeliveredMeter> group) -> Result<void> {
            MH_TRY(const int taken, takeMeters(session, group));
            result.taken += taken;
            result.known += int(group.size()) - taken;
            return {};
        },
        [&](const DeliveredMeter& delivered, Error reason) {
            result.errors.push_back({delivered.row, std::move(reason), delivered.content});
        });
    return result;
}

} // namespace meterhall::services
