#include "devices/concentrators/terminal_registry.h"

#include <set>

namespace meterhall::devices {

QString toString(TerminalState state) {
    switch (state) {
    case TerminalState::Offline:
        return QStringLiteral("offline");
    case TerminalState::Online:
        return QStringLiteral("online");
    case TerminalState::Quarantined:
        return QStringLiteral("quarantined");
    }
    Q_UNREACHABLE();
}

QString toString(TerminalAlarmKind kind) {
    switch (kind) {
    case TerminalAlarmKind::SecondLogin:
        return QStringLiteral("second login");
    case TerminalAlarmKind::Unknown:
        return QStringLiteral("unknown terminal");
    case TerminalAlarmKind::IdentityChanged:
        return QStringLiteral("identity changed");
    }
    Q_UNREACHABLE();
}

TerminalRegistry::Outcome TerminalRegistry::admit(const std::vector<KnownTerminal>& known, Instant wall) {
    Outcome outcome;
    std::set<QString> named;
    for (const KnownTerminal& terminal : known) {
        named.insert(terminal.id);
        Entry& entry = m_entries[terminal.id];
        const bool wrongDoor = entry.connection && entry.info.uplink != terminal.uplink;
        const bool isNews = !entry.isKnown || wrongDoor;
        entry.isKnown = true;
        if (wrongDoor) {
            outcome.close.push_back(*entry.connection); // came in through the other kind of door
            m_names.erase(*std::exchange(entry.connection, std::nullopt));
        }
        entry.info.id = terminal.id;
        entry.info.uplink = terminal.uplink;
        if (!isNews)
            continue;
        entry.info.state = entry.connection ? TerminalState::Online : TerminalState::Offline;
        entry.info.since = wall;
        outcome.changes.push_back(entry.info);
    }
    for (auto at = m_entries.begin(); at != m_entries.end();) {
        Entry& entry = at->second;
        if (!entry.isKnown || named.contains(at->first)) {
            ++at;
            continue;
        }
        entry.isKnown = false;
        entry.info.state = entry.connection ? TerminalState::Quarantined : TerminalState::Offline;
        entry.info.since = wall;
        outcome.changes.push_back(entry.info);
        at = entry.connection ? std::next(at) : m_entries.erase(at);
    }
    return outcome;
}

bool TerminalRegistry::refuse(ConnectionId connection, Uplink uplink, const QString& terminal, const QString& peer,
                              const Now& now, Outcome& outcome) {
    const auto name = m_names.find(connection);
    const auto entry = m_entries.find(terminal);
    const bool changedName = name != m_names.end() && name->second != terminal;
    const bool wrongDoor = entry != m_entries.end() && entry->second.isKnown && entry->second.info.uplink != uplink;
    const bool noRoom = entry == m_entries.end() && quarantined() >= maxQuarantined;
    if (changedName || wrongDoor) {
        outcome.alarms.push_back({TerminalAlarmKind::IdentityChanged, terminal, peer,
                                  changedName ? name->second : QString(), Duration::seconds(0), now.wall});
    }
    if (changedName || wrongDoor || noRoom)
        outcome.close.push_back(connection);
    return changedName || wrongDoor || noRoom;
}

TerminalRegistry::Outcome TerminalRegistry::login(ConnectionId connection, Uplink uplink, const QString& terminal,
                                                  const QString& peer, const Now& now) {
    Outcome outcome;
    if (refuse(connection, uplink, terminal, peer, now, outcome)) {
        Outcome gone = closed(connection, now);
        outcome.changes = std::move(gone.changes);
        return outcome;
    }
    Entry& entry = m_entries[terminal];
    if (entry.connection == connection) {
        heard(connection, now);
        return outcome;
    }
    if (entry.connection) {
        outcome.alarms.push_back({TerminalAlarmKind::SecondLogin, terminal, peer, entry.info.peer,
                                  now.steady - entry.heardSteady, now.wall});
        outcome.close.push_back(*entry.connection);
        m_names.erase(*entry.connection);
    }
    entry.info.id = terminal;
    entry.info.uplink = uplink;
    connect(entry, connection, peer, now, outcome);
    return outcome;
}

void TerminalRegistry::connect(Entry& entry, ConnectionId connection, const QString& peer, const Now& now,
                               Outcome& outcome) {
    if (!entry.isKnown && entry.info.state != TerminalState::Quarantined) {
        outcome.alarms.push_back({TerminalAlarmKind::Unknown, entry.info.id, peer, {}, Duration::seconds(0), now.wall});
    }
    entry.connection = connection;
    m_names[connection] = entry.info.id;
    entry.info.state = entry.isKnown ? TerminalState::Online : TerminalState::Quarantined;
    entry.info.peer = peer;
    entry.info.since = now.wall;
    entry.info.lastHeard = now.wall;
    entry.heardSteady = now.steady;
    outcome.changes.push_back(entry.info);
}

void TerminalRegistry::heard(ConnectionId connection, const Now& now) {
    const auto name = m_names.find(connection);
    if (name == m_names.end())
        return;
    Entry& entry = m_entries.at(name->second);
    entry.info.lastHeard = now.wall;
    entry.heardSteady = now.steady;
}

TerminalRegistry::Outcome TerminalRegistry::closed(ConnectionId connection, const Now& now) {
    Outcome outcome;
    const auto name = m_names.find(connection);
    if (name == m_names.end())
        return outcome;
    const auto entry = m_entries.find(name->second);
    m_names.erase(name);
    entry->second.connection.reset();
    entry->second.info.state = TerminalState::Offline;
    entry->second.info.since = now.wall;
    outcome.changes.push_back(entry->second.info);
    if (!entry->second.isKnown)
        m_entries.erase(entry);
    return outcome;
}

std::optional<ConnectionId> TerminalRegistry::online(const QString& terminal) const {
    const auto entry = m_entries.find(terminal);
    return entry == m_entries.end() || !entry->second.isKnown ? std::nullopt : entry->second.connection;
}

TerminalState TerminalRegistry::state(const QString& terminal) const {
    const auto entry = m_entries.find(terminal);
    return entry == m_entries.end() ? TerminalState::Offline : entry->second.info.state;
}

std::vector<TerminalInfo> TerminalRegistry::list() const {
    std::vector<TerminalInfo> all;
    for (const auto& [id, entry] : m_entries)
        all.push_back(entry.info);
    return all;
}

std::size_t TerminalRegistry::quarantined() const {
    return std::size_t(
        std::count_if(m_entries.begin(), m_entries.end(), [](const auto& entry) { return !entry.second.isKnown; }));
}

} // namespace meterhall::devices
