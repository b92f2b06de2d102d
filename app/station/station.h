#pragma once

#include "core/services/ingest.h"
#include "core/services/reading_work.h"
#include "devices/hub/hub.h"

#include <functional>
#include <optional>

namespace meterhall::app {

METERHALL_ERRORS(ReadingRunError, "reading_run", HubDidNotFinish)

/// Signs the station in; called by the thread that will work with the session.
using SignInStation = std::function<Result<services::Session>()>;

/// Opens its session in the hub's thread, which is the one that writes.
class StationSink final : public ReportSink {
public:
    explicit StationSink(SignInStation signIn)
        : m_signIn(std::move(signIn)) {}
    Result<void> accept(std::span<const MeterReport> reports) override;
    services::IngestResult total() const { return m_sink ? m_sink->total() : services::IngestResult(); }

private:
    SignInStation m_signIn;
    std::optional<services::Session> m_session;
    std::optional<services::IngestSink> m_sink;
};

/// Terminals of the archive as the hub wants them.
std::vector<devices::KnownTerminal> knownTerminals(std::span<const RegisteredTerminal> terminals);

/// What the hub is to do for a run, and what a run keeps of its answers.
devices::ReadingPlan planOf(const services::ReadingRunStart& run, const devices::ReadingPolicy& policy);
services::MeterOutcome outcomeOf(const devices::TargetResult& result);

/// A master station: the hub, its doors, and reading runs waited for.
class Station {
public:
    explicit Station(SignInStation signIn);

    struct Ports {
        std::uint16_t gdw = 0;
        std::uint16_t dtu = 0;
    };
    /// Where it listens; port 0 is any free one.
    struct Listening {
        QString address = QStringLiteral("127.0.0.1");
        Ports ports{};
    };
    Result<Ports> open() { return open(Listening()); }
    Result<Ports> open(const Listening& listening);
    /// Whoever else dials in is turned away.
    void admit(std::span<const RegisteredTerminal> terminals);

    /// Runs to the end; the event loop keeps turning meanwhile.
    struct RunEnd {
        devices::RunSummary summary;
        std::vector<services::MeterOutcome> outcomes;
    };
    using Progress = std::function<void(int read, int failed)>;
    Result<RunEnd> read(const services::ReadingRunStart& run, const devices::ReadingPolicy& policy,
                        const Progress& progress = {});
    void close();
    services::IngestResult stored() const { return m_sink.total(); }

private:
    devices::SystemClock m_clock;
    Result<devices::ProfileCatalog> m_profiles;
    StationSink m_sink;
    std::unique_ptr<devices::Hub> m_hub;
};

} // namespace meterhall::app
