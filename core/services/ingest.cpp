#include "core/services/ingest.h"

#include "core/services/inside/reading_history.h"
#include "core/services/inside/session_inside.h"
#include "core/storage/reading_store.h"
#include "core/storage/registry_store.h"

#include <map>

namespace meterhall::services {

using storage::LastReading;
using storage::ReadingStore;
using storage::RegistryStore;
using storage::UnitOfWork;

namespace {

Origin originOf(ReportSource source) {
    switch (source) {
    case ReportSource::Concentrator:
    case ReportSource::Dtu:
    case ReportSource::Platform:
        return Origin::Remote;
    case ReportSource::Manual:
    case ReportSource::Handheld:
    case ReportSource::File:
        return Origin::Actual;
    }
    return Origin::Actual;
}

/// What was used per day since the ladder began: the only history an imported account has.
std::optional<std::int64_t> usualPerDay(const AccountOpening& opening) {
    const int days = opening.readOn.daysSince(opening.ladderFrom);
    if (days <= 0)
        return std::nullopt;
    return opening.ladderMicro / days;
}

/// One billable value of one report.
struct Arrival {
    const MeterReport* report;
    const ReportedValue* value;
    const storage::InstalledMeter* meter;
    const std::optional<AccountOpening>* opening;
};

class Ingest {
public:
    Ingest(Session& session, const ReadingLimits& limits)
        : m_session(session)
        , m_limits(limits)
        , m_registry(session.inside().database())
        , m_readings(session.inside().database())
        , m_today(session.businessDay()) {}

    Result<IngestResult> take(UnitOfWork& work, std::span<const MeterReport> reports) {
        MH_CHECK(findMeters(reports));
        std::vector<Reading> readings;
        readings.reserve(m_arrivals.size());
        MH_CHECK(judge(readings));
        if (readings.empty())
            return m_result;
        const storage::ReceptionDay today{m_today, m_session.zone().startOf(m_today)};
        MH_TRY(const auto isNew, ReadingStore::insert(work, today, readings));
        for (std::size_t i = 0; i < readings.size(); ++i) {
            ++(isNew[i] ? m_result.stored : m_result.known);
            if (isNew[i] && readings[i].doubts.any())
                ++m_result.doubtful;
        }
        return m_result;
    }

private:
    Result<void> findMeters(std::span<const MeterReport> reports) {
        std::vector<RegistryStore::DeviceKey> devices;
        devices.reserve(reports.size());
        for (const MeterReport& report : reports)
            devices.push_back({report.protocol, report.terminal, report.deviceAddress});
        MH_TRY(m_meters, m_registry.metersBehind(devices));
        std::vector<AccountId> accounts;
        for (const auto& meter : m_meters)
            accounts.push_back(meter ? meter->account : AccountId::fromRaw(0));
        MH_TRY(m_openings, m_registry.openings(accounts));
        for (std::size_t i = 0; i < reports.size(); ++i) {
            if (!m_meters[i]) {
                ++m_result.strangers;
                continue;
            }
            for (const ReportedValue& value : reports[i].values)
                if (value.billable)
                    m_arrivals.push_back({&reports[i], &value, &*m_meters[i], &m_openings[i]});
        }
        return {};
    }

    // Each value is judged by the one before it: what is stored, or what came before it in the same batch.
    Result<void> judge(std::vector<Reading>& readings) {
        std::vector<storage::RegisterKey> registers;
        for (const Arrival& arrival : m_arrivals)
            registers.push_back({arrival.meter->meter.id, arrival.value->registerCode});
        MH_TRY(const auto stored, m_readings.last(registers, m_today));
        std::map<std::pair<MeterId, QString>, LastReading> inBatch;
        for (std::size_t i = 0; i < m_arrivals.size(); ++i) {
            Reading reading = readingOf(m_session, *m_arrivals[i].report, *m_arrivals[i].value,
                                        m_arrivals[i].meter->meter.id, m_today);
            const std::pair key(reading.meter, reading.registerCode);
            const auto before = inBatch.find(key);
            MH_TRY(const ReadingHistory history,
                   historyOf(m_arrivals[i], before == inBatch.end() ? stored[i] : std::optional(before->second)));
            MH_TRY(const Doubts doubts, validate(reading, history, m_limits));
            reading.doubts = doubts;
            inBatch.insert_or_assign(key, LastReading{reading.value, reading.receivedOn, !doubts.any()});
            readings.push_back(std::move(reading));
        }
        return {};
    }

    // The dial it is compared with is the one the account was billed to: the last bill's, else what it came with.
    Result<ReadingHistory> historyOf(const Arrival& arrival, const std::optional<LastReading>& last) {
        const storage::InstalledMeter& meter = *arrival.meter;
        const std::optional<AccountOpening>& opening = *arrival.opening;
        ReadingHistory history{.previousDialMicro = {},
                               .previousOn = {},
                               .usualPerDayMicro = {},
                               .dialDigits = meter.meter.digits,
                               .billedUnit = billedUnit(meter.meter.commodity)};
        if (opening)
            history.usualPerDayMicro = usualPerDay(*opening);
        if (last && last->billable) {
            MH_TRY(history.previousDialMicro, last->value.scaledTo(6));
            history.previousOn = last->receivedOn;
            return history;
        }
        // What the account came with is the dial that is billed; other registers have a past of their own or none.
        if (arrival.value->registerCode != QLatin1String("volume"))
            return history;
        if (opening && opening->meter == meter.meter.id) {
            history.previousDialMicro = opening->dialMicro;
            history.previousOn = opening->readOn;
        } else {
            MH_TRY(history.previousDialMicro, meter.installation.startDial.scaledTo(6));
            history.previousOn = meter.installation.from;
        }
        return history;
    }

    Session& m_session;
    const ReadingLimits& m_limits;
    RegistryStore m_registry;
    ReadingStore m_readings;
    Date m_today;
    std::vector<std::optional<storage::InstalledMeter>> m_meters; ///< of each report
    std::vector<std::optional<AccountOpening>> m_openings;
    std::vector<Arrival> m_arrivals;
    IngestResult m_result;
};

/// The terminals that spoke themselves: what people wrote down comes from none. Last in the unit, so that whoever waits
/// for one of them keeps nobody else waiting for a reading.
Result<void> noteTerminals(UnitOfWork& work, std::span<const MeterReport> reports) {
    std::set<QString> terminals;
    for (const MeterReport& report : reports)
        if (originOf(report.source) == Origin::Remote && !report.terminal.isEmpty())
            terminals.insert(report.terminal);
    return RegistryStore::heard(work, terminals);
}

Result<IngestResult> ingestOnce(Session& session, std::span<const MeterReport> reports, const ReadingLimits& limits) {
    MH_TRY(UnitOfWork work, beginUnit(session, Service::StoreReadings));
    MH_TRY(const IngestResult result, Ingest(session, limits).take(work, reports));
    MH_CHECK(noteTerminals(work, reports));
    MH_CHECK(work.commit());
    return result;
}

/// Another program stored the same report, or began the day, between our look and our write: the next look sees it.
bool metAnother(const Error& error) {
    return error.is(storage::StorageError::Unique) || error.is(storage::StorageError::Busy);
}

} // namespace

Reading readingOf(Session& session, const MeterReport& report, const ReportedValue& value, MeterId meter,
                  Date receivedOn) {
    Reading reading{.id = nextId<ReadingTag>(session),
                    .meter = meter,
                    .registerCode = value.registerCode,
                    .value = value.value,
                    .unit = value.unit,
                    .meterTime = report.meterTime,
                    .clockTrust = report.clockTrust,
                    .receivedAt = report.receivedAt,
                    .receivedOn = receivedOn,
                    .origin = originOf(report.source),
                    .terminal = report.terminal,
                    .profile = report.profile,
                    .doubts = {},
                    .frame = report.frame,
                    .supersedes = {}};
    if (!report.doubts.isEmpty() || value.inexact)
        reading.doubts.add(Doubt::FrameDoubt);
    return reading;
}

Result<IngestResult> ingest(Session& session, std::span<const MeterReport> reports, const ReadingLimits& limits) {
    MH_CHECK(require(session, Service::StoreReadings));
    constexpr int retries = 2;
    auto taken = ingestOnce(session, reports, limits);
    for (int again = 0; again < retries && !taken.ok() && metAnother(taken.error()); ++again)
        taken = ingestOnce(session, reports, limits);
    return taken;
}

Result<std::int64_t> sealReadings(Session& session) {
    MH_CHECK(require(session, Service::StoreReadings));
    MH_TRY(UnitOfWork work, beginUnit(session, Service::StoreReadings, QStringLiteral("seal")));
    MH_TRY(const std::int64_t moved, storage::sealReadings(work, session.businessDay()));
    if (moved > 0)
        MH_CHECK(work.commit());
    return moved;
}

Result<void> IngestSink::accept(std::span<const MeterReport> reports) {
    MH_TRY(const IngestResult batch, ingest(m_session, reports));
    m_total.stored += batch.stored;
    m_total.known += batch.known;
    m_total.doubtful += batch.doubtful;
    m_total.strangers += batch.strangers;
    return {};
}

} // namespace meterhall::services
