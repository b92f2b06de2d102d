#include "core/services/ingest.h"

#include "core/services/inside/session_inside.h"
#include "core/storage/billing_store.h"
#include "core/storage/reading_store.h"
#include "core/storage/registry_store.h"

namespace meterhall::services {

using storage::BillingStore;
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

QString billedUnitOf(Commodity commodity) {
    switch (commodity) {
    case Commodity::Gas:
    case Commodity::Water:
        return QStringLiteral("m3");
    case Commodity::Heat:
    case Commodity::Electricity:
        return QStringLiteral("kWh");
    }
    return {};
}

/// What was used per day since the ladder began: the only history an imported account has.
std::optional<std::int64_t> usualPerDay(const AccountOpening& opening) {
    const int days = opening.readOn.daysSince(opening.ladderFrom);
    if (days <= 0)
        return std::nullopt;
    return opening.ladderMicro / days;
}

class Ingest {
public:
    Ingest(Session& session, const ReadingLimits& limits)
        : m_session(session)
        , m_limits(limits)
        , m_registry(session.inside().database())
        , m_readings(session.inside().database()) {}

    Result<void> take(UnitOfWork& work, const MeterReport& report) {
        MH_TRY(const auto meter, m_registry.meterBehind(report.protocol, report.terminal, report.deviceAddress));
        if (!meter) {
            ++m_result.strangers;
            return {};
        }
        for (const ReportedValue& value : report.values)
            if (value.billable)
                MH_CHECK(takeValue(work, *meter, report, value));
        return {};
    }

    const IngestResult& result() const { return m_result; }

private:
    Result<void> takeValue(UnitOfWork& work, const storage::InstalledMeter& meter, const MeterReport& report,
                           const ReportedValue& value) {
        Reading reading = readingOf(meter.meter.id, report, value);
        MH_TRY(const ReadingHistory history, historyOf(meter, reading));
        MH_TRY(reading.doubts, validate(reading, history, m_limits));
        MH_TRY(const bool isNew, ReadingStore::insert(work, reading));
        ++(isNew ? m_result.stored : m_result.known);
        if (isNew && reading.doubts.any())
            ++m_result.doubtful;
        return {};
    }

    Reading readingOf(MeterId meter, const MeterReport& report, const ReportedValue& value) {
        Reading reading{.id = nextId<ReadingTag>(m_session),
                        .meter = meter,
                        .registerCode = value.registerCode,
                        .value = value.value,
                        .unit = value.unit,
                        .meterTime = report.meterTime,
                        .clockTrust = report.clockTrust,
                        .receivedAt = report.receivedAt,
                        .receivedOn = m_session.businessDay(),
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

    // The dial it is compared with is the one the account was billed to: the last bill's, else what it came with.
    Result<ReadingHistory> historyOf(const storage::InstalledMeter& meter, const Reading& reading) {
        ReadingHistory history{.previousDialMicro = {},
                               .previousOn = {},
                               .usualPerDayMicro = {},
                               .dialDigits = meter.meter.digits,
                               .billedUnit = billedUnitOf(meter.meter.commodity)};
        MH_TRY(const auto opening, m_registry.opening(meter.account));
        if (opening)
            history.usualPerDayMicro = usualPerDay(*opening);
        MH_TRY(const auto last,
               m_readings.newest(meter.meter.id, reading.registerCode, *Date::of(1900, 1, 1), reading.receivedOn));
        if (last && last->billable()) {
            MH_TRY(history.previousDialMicro, last->reading.value.scaledTo(6));
            history.previousOn = last->reading.receivedOn;
            return history;
        }
        // What the account came with is the dial that is billed; other registers have a past of their own or none.
        if (reading.registerCode != QLatin1String("volume"))
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
    IngestResult m_result;
};

} // namespace

Result<IngestResult> ingest(Session& session, std::span<const MeterReport> reports, const ReadingLimits& limits) {
    MH_CHECK(require(session, Service::StoreReadings));
    MH_TRY(UnitOfWork work, beginUnit(session, Service::StoreReadings));
    Ingest taking(session, limits);
    for (const MeterReport& report : reports)
        MH_CHECK(taking.take(work, report));
    MH_CHECK(work.commit());
    return taking.result();
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
