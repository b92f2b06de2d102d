#pragma once

#include "core/services/session.h"
#include "core/storage/database.h"

namespace meterhall::services {

/// Whether a file or database is there and holds a schema (or cannot be read, which is treated alike).
Result<bool> holdsSomething(const Workplace& workplace, const PostgresAdmin& admin);

/// Renames the seats' notes of the workplace's folder; gives their new names.
Result<QStringList> keepNotesAside(const Workplace& workplace);

/// A copy of a backup beside the SQLite file of a workplace; removed unless it took that file's place.
class NewFile {
public:
    static Result<NewFile> copyOf(const QString& backup, const Workplace& workplace);
    ~NewFile();
    NewFile(NewFile&& other) noexcept;
    NewFile& operator=(NewFile&&) = delete;
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;

    const Workplace& workplace() const { return m_workplace; }
    /// What was there is renamed; gives its new name. Busy when anybody has it open.
    Result<QString> takePlace(const Workplace& place);

private:
    NewFile(QString file, Workplace workplace)
        : m_file(std::move(file))
        , m_workplace(std::move(workplace)) {}

    QString m_file; ///< empty when it is no longer ours
    Workplace m_workplace;
};

/// A database beside the PostgreSQL database of a workplace; dropped unless it took that one's place.
class NewDatabase {
public:
    /// Named like the workplace's with `suffix`; what an earlier attempt left under that name is dropped.
    static Result<std::unique_ptr<NewDatabase>> make(const Workplace& workplace, const PostgresAdmin& admin,
                                                     const QString& suffix);
    ~NewDatabase();
    NewDatabase(const NewDatabase&) = delete;
    NewDatabase& operator=(const NewDatabase&) = delete;

    /// Roles, rights, and the archive's content. The connection is the admin's.
    Result<std::unique_ptr<storage::Database>> fill(const QString& archive);
    const Workplace& workplace() const { return m_workplace; }
    Result<QString> takePlace();

private:
    NewDatabase(std::unique_ptr<storage::Database> server, PostgresAdmin admin, QString place, QString name,
                Workplace workplace)
        : m_server(std::move(server))
        , m_admin(std::move(admin))
        , m_place(std::move(place))
        , m_name(std::move(name))
        , m_workplace(std::move(workplace)) {}

    std::unique_ptr<storage::Database> m_server; ///< connected to "postgres"
    PostgresAdmin m_admin;
    QString m_place; ///< name of the workplace's database
    QString m_name;  ///< ours; empty when it took the place
    Workplace m_workplace;
};

} // namespace meterhall::services
