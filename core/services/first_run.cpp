#include "core/services/first_run.h"

#include "core/security/key_source.h"
#include "core/services/inside/open_database.h"
#include "core/services/inside/personal_data.h"
#include "core/services/inside/session_inside.h"
#include "core/storage/audit_store.h"
#include "core/storage/migrations.h"
#include "core/storage/place.h"
#include "core/storage/sealed_store.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace meterhall::services {

using storage::StorageError;

namespace {

constexpr qsizetype largestKeyFile = 64 * 1024;

PlaceKind kindOf(const storage::FoundPlace& found) {
    if (found.hasOthers)
        return PlaceKind::SomethingElse;
    if (found.version == 0)
        return PlaceKind::Empty;
    return found.hasPeople ? PlaceKind::Meterhall : PlaceKind::HalfMade;
}

/// A file can be made in the nearest folder that is there, and folders up to it.
Result<void> requireRoomFor(const QString& file) {
    QFileInfo at(QFileInfo(file).absolutePath());
    while (!at.exists() && at.absoluteFilePath() != at.absolutePath())
        at = QFileInfo(at.absolutePath());
    if (file.isEmpty() || !at.isDir() || !at.isWritable())
        return Error(StorageError::CannotOpen, {file});
    return {};
}

Result<SealingKeys> keysIn(const QString& file) {
    QFile brought(file);
    if (!brought.open(QIODevice::ReadOnly))
        return Error(SealError::KeyFileMissing, {file});
    return keysFromText(brought.read(largestKeyFile + 1)).within(file);
}

Result<void> makeFolderOf(const QString& file) {
    if (file.isEmpty() || !QDir().mkpath(QFileInfo(file).absolutePath()))
        return Error(SealError::KeyFileNotWritten, {file});
    return {};
}

Result<KeyFit> tryKeys(storage::Database& database, const SealingKeys& keys) {
    // No key has the number 0, so everything is sealed by another one.
    const auto sealed =
        storage::SealedStore(database).sealedByOthers(SealingKeys::markOf(0), CustomerId::fromRaw(0), 1);
    if (sealed.failedWith(StorageError::Denied))
        return KeyFit::NotAllowed;
    if (!sealed.ok())
        return sealed.error();
    if (sealed->empty())
        return KeyFit::NothingSealed;
    return doesOpen(keys, sealed->front()) ? KeyFit::Fits : KeyFit::DoesNotFit;
}

} // namespace

Result<PlaceFound> probeWorkplace(const QString& url, const PostgresAdmin& login) {
    const bool onServer = url.startsWith(QLatin1String("postgresql://"));
    const QString file = url.mid(QStringLiteral("sqlite:").size());
    if (!onServer && !url.startsWith(QLatin1String("sqlite:")))
        return StorageError::BadUrl;
    MH_TRY(const auto migrations, storage::builtInMigrations());
    PlaceFound answer{.known = int(migrations.size())};
    if (!onServer && !QFileInfo::exists(file)) {
        MH_CHECK(requireRoomFor(file));
        answer.kind = PlaceKind::NoFile;
        return answer;
    }
    storage::OpenOptions options;
    options.password = login.password;
    MH_TRY(const storage::FoundPlace found, storage::lookAt(urlFor(url, login.login), options));
    answer.kind = kindOf(found);
    answer.engine = found.engine;
    answer.encryption = found.encryption;
    answer.version = found.version;
    answer.mayPrepare = found.mayPrepare;
    return answer;
}

Result<bool> makeKeyFile(const QString& file) {
    KeyFile keyFile(file);
    auto keys = keyFile.load();
    if (keys.ok())
        return false;
    if (!keys.failedWith(SealError::KeyFileMissing))
        return std::move(keys).error();
    SealingKeys fresh;
    MH_CHECK(fresh.addNew());
    MH_CHECK(makeFolderOf(file));
    MH_CHECK(keyFile.save(fresh));
    return true;
}

Result<bool> takeKeyFile(const QString& brought, const QString& file) {
    MH_TRY(const SealingKeys keys, keysIn(brought));
    KeyFile keyFile(file);
    if (QFileInfo::exists(file)) {
        MH_TRY(const SealingKeys there, keysIn(file));
        if (there.all() != keys.all())
            return Error(WorkplaceError::OtherKeyThere, {file});
        const bool isPrivate = keyFile.load().ok();
        if (isPrivate)
            return false;
    }
    MH_CHECK(makeFolderOf(file));
    MH_CHECK(keyFile.save(keys));
    return true;
}

Result<SeatFound> checkSeat(const Workplace& workplace, const QString& keyFile, const QString& number,
                            const QByteArray& password) {
    MH_TRY(const SealingKeys keys, keysIn(keyFile));
    MH_TRY(const PlaceFound place, probeWorkplace(workplace.url, {number, password}));
    if (place.kind != PlaceKind::Meterhall)
        return WorkplaceError::NotSetUp;
    Workplace looking = workplace;
    looking.keyFile.clear(); // the copy may still lie where others can read it
    MH_TRY(Session session, signInToRead(looking, number, password));
    storage::Database& database = session.inside().database();
    MH_TRY(const auto seats, storage::AuditStore(database).seats());
    const auto seat = std::find_if(seats.begin(), seats.end(),
                                   [&](const storage::StoredSeat& known) { return known.number == workplace.seat; });
    if (seat == seats.end())
        return Error(WorkplaceError::SeatUnknown, {QString::number(workplace.seat)});
    MH_TRY(const KeyFit fit, tryKeys(database, keys));
    return SeatFound{seat->name, fit};
}

} // namespace meterhall::services
