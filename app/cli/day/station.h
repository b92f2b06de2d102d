#pragma once

#include "app/cli/day/day_workplace.h"
#include "core/services/ingest.h"
#include "core/services/reading_work.h"
#include "devices/hub/hub.h"

#include <optional>

namespace meterhall::app {

/// Opens its session in the hub's thread, which is the one that writes.
class StationSink final : public ReportSink {
public:
    explicit StationSink(const DayWorkplace& workplace)
        : m_workplace(workplace) {}
    Result<void> accept(std::span<const MeterReport> reports) override;
    services::IngestResult total() const { return m_sink ? m_sink->total() : services::IngestResult(); }

private:
    const DayWorkplace& m_workplace;
    std::optional<services::Session> m_session;
    std::optional<services::IngestSink> m_sink;
};

/// The master station of the day: the hub, its doors, and reading runs waited for.
class Station {
public:
    explicit Station(const DayWorkplace& workplace);

    struct Ports {
        std::uint16_t gdw = 0;
        std::uint16_t dtu = 0;
    };
    Result<Ports> open();
    void admit(std::vector<devices::KnownTerminal> terminals);

    /// Runs to the end; the event loop keeps turning meanwhile.
    struct RunEnd {
        devices::RunSummary summary;
        std::vector<services::MeterOutcome> outcomes;
    };
    Result<RunEnd> read(const services::ReadingRunStart& run, const devices::ReadingPolicy& policy);
    void close();
    services::IngestResult stored() const { return m_sink.total(); }

private:
    devices::SystemClock m_clock;
    Result<devices::ProfileCatalog> m_profiles;
    StationSink m_sink;
    std::unique_ptr<devices::Hub> m_hub;
};

} // namespace meterhall::app
