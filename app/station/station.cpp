#include "app/station/station.h"

#include <QEventLoop>
#include <QTimer>

namespace meterhall::app {

using devices::Hub;
using devices::TargetResult;

Result<void> StationSink::accept(std::span<const MeterReport> reports) {
    if (!m_session) {
        MH_TRY(services::Session session, m_signIn());
        m_session.emplace(std::move(session));
        m_sink.emplace(*m_session);
    }
    return m_sink->accept(reports);
}

Station::Station(SignInStation signIn)
    : m_profiles(devices::ProfileCatalog::builtIn())
    , m_sink(std::move(signIn)) {}

Result<Station::Ports> Station::open(const Listening& listening) {
    if (!m_profiles.ok())
        return m_profiles.error();
    m_hub = std::make_unique<Hub>(*m_profiles, m_sink, m_clock);
    devices::HubSettings settings;
    settings.doors = {{listening.address, listening.ports.gdw, devices::Uplink::Gdw376, {}},
                      {listening.address, listening.ports.dtu, devices::Uplink::Dtu, QStringLiteral("ctrl_text")}};
    MH_TRY(const auto ports, m_hub->start(settings));
    return Ports{ports.at(0), ports.at(1)};
}

void Station::admit(std::span<const RegisteredTerminal> terminals) {
    m_hub->setTerminals(knownTerminals(terminals));
}

namespace {

devices::Uplink uplinkOf(Carrier carrier) {
    switch (carrier) {
    case Carrier::Gdw376:
        return devices::Uplink::Gdw376;
    case Carrier::Dtu:
        return devices::Uplink::Dtu;
    }
    return {};
}

devices::ReadingTarget targetOf(const services::MeterToRead& meter) {
    return {meter.meter.raw(), meter.deviceAddress, meter.profile, meter.terminal, std::uint8_t(meter.port)};
}

} // namespace

std::vector<devices::KnownTerminal> knownTerminals(std::span<const RegisteredTerminal> terminals) {
    std::vector<devices::KnownTerminal> known;
    known.reserve(terminals.size());
    for (const RegisteredTerminal& terminal : terminals)
        known.push_back({terminal.name, uplinkOf(terminal.carrier)});
    return known;
}

devices::ReadingPlan planOf(const services::ReadingRunStart& run, const devices::ReadingPolicy& policy) {
    devices::ReadingPlan plan{run.run, {}, policy};
    for (const services::MeterToRead& meter : run.meters)
        plan.targets.push_back(targetOf(meter));
    return plan;
}

services::MeterOutcome outcomeOf(const TargetResult& result) {
    services::MeterOutcome outcome{.meter = MeterId::fromRaw(result.meter),
                                   .read = result.isRead(),
                                   .cause = {},
                                   .evidence = {},
                                   .tries = result.tries};
    if (const auto* missed = std::get_if<devices::NotRead>(&result.outcome)) {
        outcome.cause = devices::toString(missed->cause);
        outcome.evidence = missed->evidence;
    }
    return outcome;
}

Result<Station::RunEnd> Station::read(const services::ReadingRunStart& run, const devices::ReadingPolicy& policy,
                                      const Progress& progress) {
    devices::ReadingPlan plan = planOf(run, policy);
    std::optional<RunEnd> end;
    std::vector<services::MeterOutcome> outcomes;
    int read = 0;
    QEventLoop loop;
    QObject listener;
    QObject::connect(m_hub.get(), &Hub::targetsDone, &listener, [&](qint64, const std::vector<TargetResult>& results) {
        for (const TargetResult& result : results) {
            outcomes.push_back(outcomeOf(result));
            read += outcomes.back().read ? 1 : 0;
        }
        if (progress)
            progress(read, int(outcomes.size()) - read);
    });
    QObject::connect(m_hub.get(), &Hub::finished, &listener, [&](const devices::RunSummary& summary) {
        end.emplace(RunEnd{summary, {}});
        loop.quit();
    });
    MH_CHECK(m_hub->startRun(std::move(plan)));
    constexpr int longestRunMilliseconds = 60 * 60 * 1000;
    QTimer::singleShot(longestRunMilliseconds, &loop, &QEventLoop::quit);
    if (!end)
        loop.exec();
    if (!end)
        return ReadingRunError::HubDidNotFinish;
    end->outcomes = std::move(outcomes);
    return std::move(*end);
}

void Station::close() {
    if (m_hub)
        m_hub->stop();
}

} // namespace meterhall::app
