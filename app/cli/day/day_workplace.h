#pragma once

#include "app/cli/command.h"
#include "core/services/session.h"

#include <map>

namespace meterhall::app {

/// Everybody who works in the sandbox town's day, each at a seat of his own.
enum class Role { Administrator, Cashier, Supervisor, Drafter, Checker, Finance, Lead, Station };

/// The town's utility: database, keys, people, their sessions.
class DayWorkplace {
public:
    struct Settings {
        QString url;
        QString folder;
        services::PostgresAdmin admin;
    };

    explicit DayWorkplace(Settings settings);

    /// Another clock than the machine's, of sessions that are opened from now on.
    void setClock(std::function<Instant()> clock) { m_clock = std::move(clock); }
    /// An empty database becomes a workplace with seats and operators.
    Result<void> setUp();
    /// The session of a role; opened when it is first asked for, by the thread that asks.
    Result<services::Session*> session(Role role);
    /// The workplace of a role's seat as the window's program wants it (app/workplace/workplace_file.h).
    Result<void> writeFile(const QString& file, Role role) const;
    /// A session of its own, for another thread.
    Result<services::Session> openSession(Role role) const;

private:
    services::Workplace workplaceAt(SeatNumber seat) const;

    Settings m_settings;
    std::function<Instant()> m_clock;
    std::map<Role, services::Session> m_sessions;
};

} // namespace meterhall::app
