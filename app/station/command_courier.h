#pragma once

#include "core/services/commands.h"
#include "devices/hub/hub.h"

namespace meterhall::app {

/// Carries commands between the database and the hub: releases what is queued, writes down what is said. What cannot be
/// written down at once is kept and tried again, in the order it was said. Lives in the thread of its session.
class CommandCourier : public QObject {
    Q_OBJECT

public:
    CommandCourier(devices::Hub& hub, services::Session& session, QObject* parent = nullptr);

    /// After a start: nobody knows any more what was on its way behind this terminal; it is looked at as soon as the
    /// terminal is there. Empty: behind every terminal.
    Result<int> recover(const QString& terminal);
    /// Hands over what is queued for the terminal; gives how many. What a rule holds stays queued.
    Result<int> carry(const QString& terminal);
    /// Looks at what is unknown or was only said to be done.
    Result<int> lookAgain(const QString& terminal);
    /// What was said and could not be written down yet.
    std::size_t unwritten() const { return m_unwritten.size(); }
    /// Tries it again.
    Result<void> writeDown();

Q_SIGNALS:
    void moved(meterhall::CommandId command, meterhall::CommandState state);

private:
    struct Said {
        CommandOutcome outcome;
        bool onlySent = false;
    };
    void heard(Said said);
    Result<CommandState> write(const Said& said);

    devices::Hub& m_hub;
    services::Session& m_session;
    std::vector<Said> m_unwritten;
};

} // namespace meterhall::app
