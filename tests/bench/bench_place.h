#pragma once

#include "core/services/session.h"
#include "tests/storage_support/postgres_cluster.h"

#include <QTemporaryDir>

namespace meterhall::bench {

/// A workplace filled by `meterhall-cli seed` in a temporary folder on disk, on either engine, with a server of its
/// own. Everything goes when it goes.
class BenchPlace {
public:
    struct Size {
        int customers = 0;
        int months = 0;
        bool searchable = true;
        bool billed = false; ///< the months have their bills
    };
    static Result<std::unique_ptr<BenchPlace>> make(bool sqlite, const Size& size);

    bool onSqlite() const { return !m_cluster; }
    /// For plain connections of the floor: the file, or a libpq address with the superuser's login.
    QString file() const;
    QString superuserUrl() const;
    /// The database as it is now, once more beside it. Nobody may be connected. On PostgreSQL with the same logins.
    Result<void> copyDatabase() const;
    QString copyFile() const;
    QString copyUrl(const QString& login) const;
    QString folder() const { return m_folder.path(); }
    /// As --db takes it.
    QString url() const;
    services::Workplace workplace(SeatNumber seat, std::function<Instant()> clock = {}) const;
    /// One of the sandbox's people at his seat: a session for the thread that asks.
    Result<services::Session> signIn(const char* number, SeatNumber seat, std::function<Instant()> clock = {}) const;

private:
    BenchPlace();
    Result<void> seed(const Size& size) const;

    QTemporaryDir m_folder;
    std::unique_ptr<tests::PostgresCluster> m_cluster;
};

/// "--name value" among the options of a bench.
QString optionOf(const QStringList& options, const QString& name, const QString& otherwise = {});
/// Whether --engine names this engine, or none.
bool wants(const QStringList& options, bool sqlite);

} // namespace meterhall::bench
