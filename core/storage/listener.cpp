#include "core/storage/listener.h"

#include <libpq-fe.h>

namespace meterhall::storage {

namespace {
bool isChannel(const QString& channel) {
    constexpr int longest = 60;
    return !channel.isEmpty() && channel.size() <= longest && std::all_of(channel.begin(), channel.end(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'_';
    });
}

PGconn* connectionOf(Database& database) {
    return static_cast<PGconn*>(database.driver().handle());
}
} // namespace

Result<void> notify(UnitOfWork& work, const QString& channel, const QString& payload) {
    if (work.database().isSqlite())
        return {};
    MH_CHECK(work.database().exists("SELECT pg_notify(?, ?)", {channel, payload}));
    return {};
}

Result<Listener> Listener::open(const QString& url, const OpenOptions& options, const QStringList& channels) {
    MH_TRY(auto database, Database::open(url, options));
    if (database->isSqlite())
        return StorageError::BadUrl;
    for (const QString& channel : channels) {
        if (!isChannel(channel))
            return Error(StorageError::Sql, {QStringLiteral("channel"), channel});
        MH_CHECK(database->driver().script("LISTEN " + channel.toStdString()));
    }
    return Listener(std::move(database));
}

int Listener::socket() const {
    return PQsocket(connectionOf(*m_database));
}

Result<std::vector<Notification>> Listener::take() {
    PGconn* connection = connectionOf(*m_database);
    if (PQconsumeInput(connection) != 1)
        return StorageError::ConnectionLost;
    std::vector<Notification> notifications;
    while (const auto arrived = std::unique_ptr<PGnotify, void (*)(void*)>(PQnotifies(connection), PQfreemem))
        notifications.push_back({QString::fromUtf8(arrived->relname), QString::fromUtf8(arrived->extra)});
    return notifications;
}

} // namespace meterhall::storage
