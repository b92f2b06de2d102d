#pragma once

#include "core/storage/unit_of_work.h"

namespace meterhall::storage {

struct Notification {
    QString channel;
    QString payload; ///< ids and words, no personal data
};

/// Tells everybody who listens, if and when the unit commits. On SQLite nobody else is there to be told.
Result<void> notify(UnitOfWork& work, const QString& channel, const QString& payload);

/// A connection of its own that only listens (PostgreSQL). When socket() is readable, take() has something or the
/// connection is lost.
class Listener {
public:
    /// Channels are words of a-z, 0-9 and _.
    static Result<Listener> open(const QString& url, const OpenOptions& options, const QStringList& channels);
    int socket() const;
    /// What arrived since the last call, without waiting. Own notifications come back too.
    Result<std::vector<Notification>> take();

private:
    explicit Listener(std::unique_ptr<Database> database)
        : m_database(std::move(database)) {}
    std::unique_ptr<Database> m_database;
};

} // namespace meterhall::storage
