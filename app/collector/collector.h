#pragma once

#include "app/station/command_courier.h"
#include "app/station/station.h"
#include "core/services/reading_work.h"
#include "core/storage/listener.h"
#include "devices/hub/hub.h"

#include <QJsonObject>
#include <QSocketNotifier>
#include <QTimer>

#include <map>
#include <set>

namespace meterhall::app {

METERHALL_ERRORS(CollectorError, "collector", NeedsPostgres, MissingOption, BadOption)

struct CollectorSettings {
    services::Workplace workplace; ///< at the seat that reads and commands
    SeatNumber sinkSeat = 0;       ///< of the thread that stores readings
    QString login;
    QByteArray password;
    QString owner; ///< under this name it holds leases; no two collectors have the same
    std::vector<devices::HubDoor> doors;
    Duration lease = Duration::seconds(30);
    Duration every = Duration::hours(6); ///< from one reading of a terminal to the next
    devices::ReadingPolicy reading;
    devices::CommandPolicy commands;
};

/// Listens for terminals, reads the meters of those it holds the lease of, and carries their commands. What it does not
/// hold it leaves alone, even when the terminal has dialled in here. One thread of its own besides the hub's; a
/// database that is gone ends it, and whoever started it starts it again.
class Collector : public QObject {
    Q_OBJECT

public:
    explicit Collector(CollectorSettings settings, QObject* parent = nullptr);
    ~Collector() override;

    Result<void> start();
    /// Lets its leases go and the last readings be stored.
    void stop();

Q_SIGNALS:
    /// One thing that happened, for the log.
    void told(const QJsonObject& line);
    void failed(const meterhall::Error& error);

private:
    struct Held {
        Instant readAt = Instant::fromMicroseconds(0);
        std::int64_t run = 0; ///< 0: none
        std::vector<services::MeterOutcome> outcomes;
    };

    services::Session& session() { return *m_session; }
    Result<void> listen();
    Result<void> turn();
    Result<void> renew(const QString& terminal);
    Result<void> taken(const QString& terminal);
    void lost(const QString& terminal);
    Result<void> readWhenDue(const QString& terminal, Held& held);
    Result<void> finished(const devices::RunSummary& summary);
    Result<void> notified();
    void attempt(const Result<void>& result);
    Held* withRun(std::int64_t run);

    CollectorSettings m_settings;
    Result<devices::ProfileCatalog> m_profiles;
    devices::SystemClock m_clock;
    std::optional<services::Session> m_session;
    StationSink m_sink;
    std::unique_ptr<devices::Hub> m_hub;
    std::unique_ptr<CommandCourier> m_courier;
    std::optional<storage::Listener> m_listener;
    std::unique_ptr<QSocketNotifier> m_notifier;
    QTimer m_timer;
    std::set<QString> m_online;
    std::map<QString, Held> m_held;
};

} // namespace meterhall::app
