#include "core/storage/lease.h"

namespace meterhall::storage {

namespace {
/// The moment that counts, from the parameter or from the server.
std::string atMoment(const Database& database, std::string sql) {
    const std::string moment =
        database.isSqlite() ? "?"
                            : "greatest(?::BIGINT * 0, (extract(epoch FROM clock_timestamp()) * 1000000)::BIGINT)";
    for (std::size_t at = sql.find("@now"); at != std::string::npos; at = sql.find("@now"))
        sql.replace(at, 4, moment);
    return sql;
}
} // namespace

Result<bool> Leases::take(const QString& name, const QString& owner, Duration length, Instant now) {
    const std::string sql =
        atMoment(m_database, "INSERT INTO lease (name, owner, until) VALUES (?, ?, @now + ?) "
                             "ON CONFLICT (name) DO UPDATE SET owner = excluded.owner, until = "
                             "excluded.until WHERE lease.owner = excluded.owner OR lease.until <= @now");
    MH_TRY(const std::int64_t taken,
           m_database.executeUnaudited(sql, {name, owner, now, length.inMicroseconds(), now}));
    return taken == 1;
}

Result<void> Leases::release(const QString& name, const QString& owner) {
    MH_CHECK(m_database.executeUnaudited("DELETE FROM lease WHERE name = ? AND owner = ?", {name, owner}));
    return {};
}

Result<std::map<QString, QString>> Leases::holders(Instant now) {
    std::map<QString, QString> held;
    MH_CHECK(m_database.each(atMoment(m_database, "SELECT name, owner FROM lease WHERE until > @now"), {now},
                             [&](const Row& row) -> Result<void> {
                                 held.emplace(row.text(0), row.text(1));
                                 return {};
                             }));
    return held;
}

Result<std::optional<QString>> Leases::holder(const QString& name, Instant now) {
    return m_database.maybe(atMoment(m_database, "SELECT owner FROM lease WHERE name = ? AND until > @now"),
                            {name, now}, [](const Row& row) { return row.text(0); });
}

} // namespace meterhall::storage
