#include "core/services/inside/place_swap.h"

#include "core/services/backup.h"
#include "core/services/inside/open_database.h"
#include "core/storage/backup.h"
#include "core/storage/migrations.h"
#include "core/storage/roles.h"

#include <QDateTime>
#include <QDir>
#include <QFile>

namespace meterhall::services {

using storage::Database;

namespace {

const QString maintenanceDatabase = QStringLiteral("postgres");

QString fileOf(const Workplace& workplace) {
    return workplace.url.mid(QStringLiteral("sqlite:").size());
}

QString stampOf(const Workplace& workplace) {
    return QDateTime::fromMSecsSinceEpoch(workplace.clock().microseconds() / 1000, Qt::UTC)
        .toString(QStringLiteral("yyyyMMdd-HHmmss"));
}

// The log and its index belong to the file: what they hold was folded in, or the file cannot be opened any more.
constexpr std::array<const char*, 3> fileParts{"", "-wal", "-shm"};

void removeAll(const QString& file) {
    for (const char* part : fileParts)
        QFile::remove(file + QLatin1String(part));
}

Result<void> renameAll(const QString& file, const QString& newName) {
    for (const char* part : fileParts) {
        const QString from = file + QLatin1String(part);
        if (QFile::exists(from) && !QFile::rename(from, newName + QLatin1String(part)))
            return Error(BackupError::CannotMove, {from, newName});
    }
    return {};
}

Result<Workplace> workplaceOn(const Workplace& workplace, const QString& database) {
    Workplace other = workplace;
    MH_TRY(other.url, storage::urlOfDatabase(workplace.url, database));
    return other;
}

Result<std::unique_ptr<Database>> serverOf(const Workplace& workplace, const PostgresAdmin& admin) {
    MH_TRY(const Workplace server, workplaceOn(workplace, maintenanceDatabase));
    return openAs(server, admin.login, admin.password, false);
}

} // namespace

Result<bool> holdsSomething(const Workplace& workplace, const PostgresAdmin& admin) {
    if (isPostgres(workplace)) {
        MH_TRY(const auto server, serverOf(workplace, admin));
        MH_TRY(const QString name, storage::databaseOfUrl(workplace.url));
        MH_TRY(const bool exists, storage::databaseExists(*server, name));
        if (!exists)
            return false;
    } else if (QFile file(fileOf(workplace)); !file.exists() || file.size() == 0) {
        return false;
    }
    MH_TRY(const auto database, openAs(workplace, admin.login, admin.password, false));
    const auto version = storage::schemaVersion(*database);
    return !version.ok() || *version > 0;
}

Result<QStringList> keepNotesAside(const Workplace& workplace) {
    QStringList kept;
    if (workplace.witnessFolder.isEmpty())
        return kept;
    const QDir folder(workplace.witnessFolder);
    for (const QString& name : folder.entryList({QStringLiteral("*.witness")}, QDir::Files)) {
        const QString newName = name + QStringLiteral(".before-restore-") + stampOf(workplace);
        if (!QFile::rename(folder.filePath(name), folder.filePath(newName)))
            return Error(BackupError::CannotMove, {name, newName});
        kept += newName;
    }
    return kept;
}

Result<NewFile> NewFile::copyOf(const QString& backup, const Workplace& workplace) {
    const QString file = fileOf(workplace) + QStringLiteral(".restoring");
    removeAll(file);
    if (!QFile::copy(backup, file) || !QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner))
        return Error(BackupError::CannotMove, {backup, file});
    Workplace place = workplace;
    place.url = QStringLiteral("sqlite:") + file;
    return NewFile(file, std::move(place));
}

NewFile::NewFile(NewFile&& other) noexcept
    : m_file(std::exchange(other.m_file, QString()))
    , m_workplace(std::move(other.m_workplace)) {}

NewFile::~NewFile() {
    if (!m_file.isEmpty())
        removeAll(m_file);
}

Result<QString> NewFile::takePlace(const Workplace& place) {
    MH_CHECK(storage::standAlone(m_file));
    const QString target = fileOf(place);
    QString aside;
    if (QFile::exists(target)) {
        // A file that is damaged is kept aside as it is; one that somebody works with is left alone.
        if (const auto alone = storage::standAlone(target); alone.failedWith(storage::StorageError::Busy))
            return alone.error();
        aside = target + QStringLiteral(".before-restore-") + stampOf(place);
        MH_CHECK(renameAll(target, aside));
    }
    if (!QFile::rename(m_file, target))
        return Error(BackupError::CannotMove, {m_file, target});
    m_file.clear();
    return aside;
}

Result<std::unique_ptr<NewDatabase>> NewDatabase::make(const Workplace& workplace, const PostgresAdmin& admin,
                                                       const QString& suffix) {
    MH_TRY(const QString place, storage::databaseOfUrl(workplace.url));
    const QString name = place + suffix;
    MH_TRY(Workplace own, workplaceOn(workplace, name));
    MH_TRY(auto server, serverOf(workplace, admin));
    MH_CHECK(storage::dropDatabase(*server, name));
    MH_CHECK(storage::createDatabase(*server, name));
    return std::unique_ptr<NewDatabase>(new NewDatabase(std::move(server), admin, place, name, std::move(own)));
}

NewDatabase::~NewDatabase() {
    if (!m_name.isEmpty())
        (void)storage::dropDatabase(*m_server, m_name).ok(); // the next attempt drops it
}

Result<std::unique_ptr<Database>> NewDatabase::fill(const QString& archive) {
    MH_TRY(auto database, openAs(m_workplace, m_admin.login, m_admin.password, false));
    MH_CHECK(storage::preparePostgres(*database));
    MH_CHECK(storage::loadArchive(*database, archive));
    return database;
}

Result<QString> NewDatabase::takePlace() {
    QString aside;
    MH_TRY(const bool occupied, storage::databaseExists(*m_server, m_place));
    if (occupied) {
        aside = m_place + QStringLiteral("_before_restore_") + stampOf(m_workplace).replace(u'-', u'_');
        MH_CHECK(storage::renameDatabase(*m_server, m_place, aside));
    }
    MH_CHECK(storage::renameDatabase(*m_server, m_name, m_place));
    m_name.clear();
    return aside;
}

} // namespace meterhall::services
