#include "core/base/canonical.h"

#include <QCryptographicHash>

namespace meterhall {

std::uint64_t CanonicalWriter::zigzag(std::int64_t value) {
    const auto bits = static_cast<std::uint64_t>(value);
    return value < 0 ? ~(bits << 1) : bits << 1;
}

void CanonicalWriter::varint(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7)
        m_bytes.push_back(static_cast<std::uint8_t>(value | 0x80));
    m_bytes.push_back(static_cast<std::uint8_t>(value));
}

void CanonicalWriter::field(unsigned tag, std::int64_t value) {
    if (value == 0)
        return;
    varint(tag * 2ULL);
    varint(zigzag(value));
}

void CanonicalWriter::field(unsigned tag, ByteView value) {
    varint(tag * 2ULL + 1);
    varint(value.size());
    m_bytes.insert(m_bytes.end(), value.begin(), value.end());
}

std::int64_t CanonicalReader::unzigzag(std::uint64_t bits) {
    const auto magnitude = static_cast<std::int64_t>(bits >> 1);
    return (bits & 1) != 0 ? -magnitude - 1 : magnitude;
}

std::uint64_t CanonicalReader::varint() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
        const auto byte = m_bytes.takeByte();
        fail(byte);
        if (!byte.ok())
            return 0;
        const bool overflows = shift == 63 && *byte > 1;
        const bool padded = shift > 0 && *byte == 0;
        if (overflows || padded)
            break;
        value |= std::uint64_t(*byte & 0x7F) << shift;
        if (*byte < 0x80)
            return value;
    }
    fail(Result<void>(BaseError::NotCanonical));
    return 0;
}

void CanonicalReader::readHead() {
    const std::uint64_t before = m_head;
    m_head = m_bytes.left() > 0 ? varint() : 0;
    const bool isRepeatedNumber = m_head == before && m_head % 2 == numberKind;
    if (m_head != 0 && (m_head < before || isRepeatedNumber))
        fail(Result<void>(BaseError::NotCanonical));
}

std::int64_t CanonicalReader::takeNumber(unsigned tag) {
    if (!isNext(tag, numberKind))
        return 0;
    const std::int64_t value = unzigzag(varint());
    if (value == 0)
        fail(Result<void>(BaseError::NotCanonical));
    readHead();
    return value;
}

ByteView CanonicalReader::takeBytes(unsigned tag) {
    if (!isNext(tag, bytesKind))
        return {};
    const auto taken = m_bytes.take(varint());
    fail(taken);
    readHead();
    return taken.ok() ? *taken : ByteView();
}

QString CanonicalReader::takeText(unsigned tag) {
    if (!isNext(tag, bytesKind))
        return {};
    const ByteView utf8 = takeBytes(tag);
    const QByteArray raw(reinterpret_cast<const char*>(utf8.data()), qsizetype(utf8.size()));
    QString text = QString::fromUtf8(raw);
    if (text.isEmpty() || text.toUtf8() != raw)
        fail(Result<void>(BaseError::NotCanonical));
    return text;
}

Result<void> CanonicalReader::finish() const {
    if (m_error.ok() && (m_head != 0 || m_bytes.left() > 0))
        return BaseError::NotCanonical;
    return m_error;
}

Bytes sha256(ByteView bytes) {
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArrayView(bytes.data(), qsizetype(bytes.size())));
    const QByteArray digest = hash.result();
    return Bytes(digest.begin(), digest.end());
}

} // namespace meterhall
