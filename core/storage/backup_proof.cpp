#include "core/storage/backup_proof.h"

#include "core/storage/sha256.h"
#include "core/storage/storage_error.h"

#include <QFile>
#include <QSaveFile>

namespace meterhall::storage {

QString backupProofOf(const QString& backup) {
    return backup + QStringLiteral(".verified");
}

namespace {
Result<QByteArray> hashOfFile(const QString& name) {
    QFile file(name);
    if (name.isEmpty() || !file.open(QIODevice::ReadOnly))
        return Error(StorageError::NoVerifiedBackup, {name});
    Sha256 sha;
    constexpr qint64 piece = 1 << 20;
    while (!file.atEnd()) {
        const QByteArray bytes = file.read(piece);
        if (bytes.isEmpty())
            return Error(StorageError::NoVerifiedBackup, {name});
        sha.add(std::string_view(bytes.constData(), std::size_t(bytes.size())));
    }
    return toHex(sha.finish()).toLatin1();
}
} // namespace

Result<void> writeBackupProof(const QString& backup) {
    MH_TRY(const QByteArray hash, hashOfFile(backup));
    QSaveFile proof(backupProofOf(backup));
    if (!proof.open(QIODevice::WriteOnly) || proof.write(hash) != hash.size() || !proof.commit())
        return Error(StorageError::CannotOpen, {backupProofOf(backup)});
    return {};
}

Result<void> requireBackupProof(const QString& backup) {
    MH_TRY(const QByteArray hash, hashOfFile(backup));
    QFile proof(backupProofOf(backup));
    if (!proof.open(QIODevice::ReadOnly) || proof.readAll().trimmed() != hash)
        return Error(StorageError::NoVerifiedBackup, {backup});
    return {};
}

} // namespace meterhall::storage
