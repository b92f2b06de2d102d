#pragma once

#include "devices/transports/station_transport.h"

#include <QMetaType>

#include <map>
#include <optional>

namespace meterhall::devices {

/// The shell a terminal speaks on the wire.
enum class Uplink : std::uint8_t { Gdw376, Dtu };

/// A terminal somebody has admitted: only these are ever polled.
struct KnownTerminal {
    QString id; ///< "3702-00017", or what the DTU registers with
    Uplink uplink = Uplink::Gdw376;
};

enum class TerminalState : std::uint8_t {
    Offline,
    Online,
    Quarantined, ///< connected and kept so, but unknown here: listed, never polled
};
QString toString(TerminalState state);

struct TerminalInfo {
    QString id;
    Uplink uplink = Uplink::Gdw376;
    TerminalState state = TerminalState::Offline;
    QString peer;                                     ///< "10.1.2.3:40211" of the present or last connection
    Instant since = Instant::fromMicroseconds(0);     ///< wall time of the last change of state
    Instant lastHeard = Instant::fromMicroseconds(0); ///< wall time of the last bytes
};

enum class TerminalAlarmKind : std::uint8_t {
    /// A terminal logged in while another connection had the same identity: a copied address, or a redial whose
    /// old socket had not been noticed yet (`otherSilentFor` tells them apart). The newest login wins, because a
    /// terminal behind a mobile network that redials must not be locked out by its own ghost; the old connection
    /// is closed.
    SecondLogin,
    /// A terminal nobody has admitted logged in.
    Unknown,
    /// A known terminal came through a door of another uplink kind, or a connection that had logged in as one
    /// terminal logged in as another. The connection is closed.
    IdentityChanged,
};
QString toString(TerminalAlarmKind kind);

struct TerminalAlarm {
    TerminalAlarmKind kind = TerminalAlarmKind::Unknown;
    QString terminal;
    QString peer;
    QString other; ///< SecondLogin: the peer that was replaced; IdentityChanged: the name it had before, if any
    Duration otherSilentFor = Duration::seconds(0);
    Instant at = Instant::fromMicroseconds(0);
};

/// Who is connected, and who may be polled. Touched from the station's thread only.
class TerminalRegistry {
public:
    /// Unknown terminals kept at a time; one more is turned away.
    static constexpr std::size_t maxQuarantined = 1'000;

    /// What a change brought about; the caller closes, tells and polls.
    struct Outcome {
        std::vector<ConnectionId> close;
        std::vector<TerminalAlarm> alarms;
        std::vector<TerminalInfo> changes;
    };

    /// Replaces the list of admitted terminals.
    Outcome admit(const std::vector<KnownTerminal>& known, Instant wall);

    /// A connection has said who it is. The same again on the same connection changes nothing.
    Outcome login(ConnectionId connection, Uplink uplink, const QString& terminal, const QString& peer, const Now& now);
    void heard(ConnectionId connection, const Now& now);
    Outcome closed(ConnectionId connection, const Now& now);

    /// The connection on which an admitted terminal may be polled.
    std::optional<ConnectionId> online(const QString& terminal) const;
    TerminalState state(const QString& terminal) const;
    /// Admitted and quarantined terminals, in order of id.
    std::vector<TerminalInfo> list() const;

private:
    struct Entry {
        TerminalInfo info;
        bool isKnown = false;
        std::optional<ConnectionId> connection;
        Instant heardSteady = Instant::fromMicroseconds(0);
    };

    void connect(Entry& entry, ConnectionId connection, const QString& peer, const Now& now, Outcome& outcome);
    bool refuse(ConnectionId connection, Uplink uplink, const QString& terminal, const QString& peer, const Now& now,
                Outcome& outcome);
    std::size_t quarantined() const;

    std::map<QString, Entry> m_entries;
    std::map<ConnectionId, QString> m_names;
};

} // namespace meterhall::devices

Q_DECLARE_METATYPE(meterhall::devices::TerminalInfo)
Q_DECLARE_METATYPE(meterhall::devices::TerminalAlarm)
