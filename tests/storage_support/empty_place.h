#pragma once

#include "core/storage/database.h"

#include <QTemporaryDir>

namespace meterhall::tests {

/// A place where nothing is yet, on one of the engines: a folder of its own, and on PostgreSQL an empty database.
class EmptyPlace {
public:
    explicit EmptyPlace(bool onSqlite);
    ~EmptyPlace();
    EmptyPlace(const EmptyPlace&) = delete;
    EmptyPlace& operator=(const EmptyPlace&) = delete;

    bool onSqlite() const { return m_onSqlite; }
    QString folder() const { return m_folder.path(); }
    /// As a workplace has it, without a login.
    QString url() const;
    QString file() const { return m_folder.filePath(QStringLiteral("town.db")); }
    QString database() const { return m_name; }
    QString socketFolder() const;
    QString port() const;
    /// Logins are shared by all databases of the server, so each place has numbers of its own: "ap7".
    QString number(char letter) const;
    /// One more connection, on PostgreSQL as the superuser; makes the file.
    std::unique_ptr<storage::Database> openDirectly() const;

private:
    bool m_onSqlite;
    QTemporaryDir m_folder;
    QString m_name;
    int m_count;
};

} // namespace meterhall::tests
