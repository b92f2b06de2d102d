#include "core/security/key_source.h"

#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QSaveFile>

namespace meterhall {

namespace {

constexpr qsizetype maxKeyFileBytes = 64 * 1024;
const QByteArray firstLine = QByteArrayLiteral("meterhall-keys 1");

constexpr QFile::Permissions ofOthers =
    QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;

Result<void> addLine(SealingKeys& keys, const QByteArray& line) {
    const QList<QByteArray> parts = line.split(' ');
    bool isNumber = false;
    const std::uint32_t number = parts.first().toUInt(&isNumber);
    if (parts.size() != 2 || !isNumber || number <= keys.current())
        return SealError::BadKeyFile;
    MH_TRY(const Bytes key, fromHex(QString::fromLatin1(parts.last())));
    return keys.add(number, key);
}

} // namespace

QByteArray keysToText(const SealingKeys& keys) {
    QByteArray text = firstLine + '\n';
    for (const auto& [number, key] : keys.all())
        text += QByteArray::number(number) + ' ' + toHex(key).toLatin1() + '\n';
    return text;
}

Result<SealingKeys> keysFromText(const QByteArray& text) {
    QList<QByteArray> lines = text.split('\n');
    if (text.size() > maxKeyFileBytes || lines.takeFirst() != firstLine || lines.isEmpty() ||
        !lines.takeLast().isEmpty())
        return SealError::BadKeyFile;
    SealingKeys keys;
    for (const QByteArray& line : lines)
        if (!addLine(keys, line).ok())
            return SealError::BadKeyFile; // without what stands there: it may be a key
    if (keys.empty())
        return SealError::BadKeyFile;
    return keys;
}

Result<SealingKeys> KeyFile::load() const {
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return Error(SealError::KeyFileMissing, {m_path});
    if ((file.permissions() & ofOthers) != 0)
        return Error(SealError::KeyFileOpenToOthers, {m_path});
    return keysFromText(file.read(maxKeyFileBytes + 1)).within(m_path);
}

Result<void> KeyFile::save(const SealingKeys& keys) {
    QSaveFile file(m_path);
    const QByteArray text = keysToText(keys);
    const bool written = file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
                         file.write(text) == text.size() && file.commit();
    if (!written)
        return Error(SealError::KeyFileNotWritten, {m_path});
    return {};
}

Result<SealingKeys> KeyFile::change(const std::function<Result<void>(SealingKeys&)>& change) {
    QLockFile lock(m_path + QStringLiteral(".lock"));
    constexpr int patience = 5000;
    if (!lock.tryLock(patience))
        return Error(SealError::KeyFileNotWritten, {m_path});
    MH_TRY(SealingKeys keys, load());
    MH_CHECK(change(keys));
    MH_CHECK(save(keys));
    return keys;
}

} // namespace meterhall
