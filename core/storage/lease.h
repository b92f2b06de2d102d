#pragma once

#include "core/storage/database.h"

#include <map>

namespace meterhall::storage {

/// Who works on what, so that any number of collectors share concentrators, lines and runs. A lease ends by itself when
/// its holder stops renewing it. Outside of units of work: renewals are no business and would flood the audit. On
/// PostgreSQL the server's clock counts, since the machines' clocks differ; on SQLite `now`.
class Leases {
public:
    explicit Leases(Database& database)
        : m_database(database) {}

    /// Takes a free or expired lease or renews one's own; false when somebody else holds it.
    Result<bool> take(const QString& name, const QString& owner, Duration length, Instant now);
    /// Nothing happens when somebody else holds it.
    Result<void> release(const QString& name, const QString& owner);
    /// Everything that is held: name and owner.
    Result<std::map<QString, QString>> holders(Instant now);
    Result<std::optional<QString>> holder(const QString& name, Instant now);

private:
    Database& m_database;
};

} // namespace meterhall::storage
