#include "core/storage/witness.h"

#include "core/storage/storage_error.h"

#include <QFile>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace meterhall::storage {

namespace {
/// "0002000300000004 <64 hex digits>\n": one write of fixed length, so a torn note does not parse.
constexpr std::size_t noteLength = 16 + 1 + 64 + 1;
} // namespace

Result<std::unique_ptr<WitnessFile>> WitnessFile::open(const QString& file) {
    const int descriptor = ::open(QFile::encodeName(file).constData(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (descriptor < 0)
        return Error(StorageError::CannotOpen, {file});
    return std::unique_ptr<WitnessFile>(new WitnessFile(descriptor));
}

WitnessFile::~WitnessFile() {
    ::close(m_descriptor);
}

Result<void> WitnessFile::note(const Note& note) {
    const QByteArray line = QByteArray::number(qlonglong(note.unit.raw()), 16).rightJustified(16, '0') + ' ' +
                            toHex(note.hash).toLatin1() + '\n';
    Q_ASSERT(std::size_t(line.size()) == noteLength);
    if (::pwrite(m_descriptor, line.constData(), noteLength, 0) != ssize_t(noteLength))
        return Error(StorageError::Full, {QStringLiteral("witness")});
    return {};
}

Result<std::optional<WitnessFile::Note>> WitnessFile::read() const {
    QByteArray line(int(noteLength), '\0');
    const ssize_t size = ::pread(m_descriptor, line.data(), noteLength, 0);
    if (size == 0)
        return std::optional<Note>();
    bool isNumber = false;
    const qlonglong raw = line.left(16).toLongLong(&isNumber, 16);
    const auto hash = fromHex(QString::fromLatin1(line.mid(17, 64)));
    if (size != ssize_t(noteLength) || !isNumber || !hash.ok() || hash->size() != Hash().size())
        return Error(StorageError::Corrupt, {QStringLiteral("witness")});
    Note note{UnitId::fromRaw(raw), {}};
    std::copy(hash->begin(), hash->end(), note.hash.begin());
    return std::optional(note);
}

} // namespace meterhall::storage
