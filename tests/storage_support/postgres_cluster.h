#pragma once

#include "core/storage/database.h"

#include <QProcess>
#include <QTemporaryDir>

#include <memory>

namespace meterhall::tests {

/// A PostgreSQL server of this test executable alone: its data in a temporary folder, reached through a unix socket
/// there, run as `postgres` when the tests run as root. It dies with this process, however this process ends.
class PostgresCluster {
public:
    /// Started at first use, stopped at exit. Fails the run with a sentence when there is no server to start.
    static PostgresCluster& shared();
    /// A server for measurements: below `folder`, with the settings given (`shared_buffers=1GB`).
    PostgresCluster(const QString& folder, const QStringList& settings);
    ~PostgresCluster();
    PostgresCluster(const PostgresCluster&) = delete;
    PostgresCluster& operator=(const PostgresCluster&) = delete;

    /// postgresql://login@/database?host=…&port=…; nobody's when `login` is empty. Local logins need no password.
    QString url(const QString& login, const QString& database) const;
    static QString superuserLogin() { return QStringLiteral("postgres"); }
    /// A connection as the superuser, to the database that every server has unless another is named.
    Result<std::unique_ptr<storage::Database>> asSuperuser(const QString& database = QStringLiteral("postgres")) const;
    /// Statements of the superuser on the server, databases made and dropped; stops the run when they fail.
    void script(const QString& statements) const;
    QString socketFolder() const { return m_folder.path(); }

private:
    void initialise();
    void start(const QStringList& settings);
    QStringList asServerUser(const QString& program, const QStringList& arguments) const;

    QTemporaryDir m_folder;
    QProcess m_server;
};

} // namespace meterhall::tests
