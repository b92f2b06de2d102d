#include "core/base/canonical.h"

#include <QCryptographicHash>

#include <algorithm>
#include <array>

namespace meterhall {

std::uint64_t CanonicalWriter::zigzag(std::int64_t value) {
    const auto bits = static_cast<std::uint64_t>(value);
    return value < 0 ? ~(bits << 1) : bits << 1;
}

namespace {
/// A number of 64 bits as up to ten groups of seven.
class Varint {
public:
    explicit Varint(std::uint64_t value) {
        for (; value >= 0x80; value >>= 7)
            m_bytes[m_size++] = static_cast<std::uint8_t>(value | 0x80);
        m_bytes[m_size++] = static_cast<std::uint8_t>(value);
    }
    const std::uint8_t* begin() const { return m_bytes.data(); }
    const std::uint8_t* end() const { return m_bytes.data() + m_size; }

private:
    std::array<std::uint8_t, 10> m_bytes{};
    std::size_t m_size = 0;
};
} // namespace

void CanonicalWriter::varint(std::uint64_t value) {
    if (value < 0x80) {
        m_bytes.push_back(static_cast<std::uint8_t>(value));
        return;
    }
    const Varint bytes(value);
    m_bytes.insert(m_bytes.end(), bytes.begin(), bytes.end());
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

// Most are shorter than 128 bytes: their length has its place before they are written.
std::size_t CanonicalWriter::beginField(unsigned tag) {
    varint(tag * 2ULL + 1);
    m_bytes.push_back(0);
    return m_bytes.size();
}

void CanonicalWriter::endField(std::size_t begin) {
    const Varint length(m_bytes.size() - begin);
    m_bytes[begin - 1] = *length.begin();
    m_bytes.insert(m_bytes.begin() + std::ptrdiff_t(begin), length.begin() + 1, length.end());
}

std::int64_t CanonicalReader::unzigzag(std::uint64_t bits) {
    const auto magnitude = static_cast<std::int64_t>(bits >> 1);
    return (bits & 1) != 0 ? -magnitude - 1 : magnitude;
}

std::uint64_t CanonicalReader::varint() {
    constexpr std::size_t longest = 10;
    std::uint64_t value = 0;
    const std::size_t most = std::min(longest, m_rest.size());
    for (std::size_t at = 0; at < most; ++at) {
        const std::uint8_t byte = m_rest[at];
        const bool overflows = at == longest - 1 && byte > 1;
        const bool padded = at > 0 && byte == 0;
        if (overflows || padded) {
            fail(Result<void>(BaseError::NotCanonical));
            return 0;
        }
        value |= std::uint64_t(byte & 0x7F) << (7 * at);
        if (byte < 0x80) {
            m_rest = m_rest.subspan(at + 1);
            return value;
        }
    }
    fail(Result<void>(BaseError::Truncated));
    return 0;
}

void CanonicalReader::readHead() {
    const std::uint64_t before = m_head;
    m_head = m_rest.empty() ? 0 : varint();
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
    const std::uint64_t length = varint();
    if (length > m_rest.size()) {
        fail(Result<void>(BaseError::Truncated));
        return {};
    }
    const ByteView taken = m_rest.first(length);
    m_rest = m_rest.subspan(length);
    readHead();
    return taken;
}

// Never empty where it is there, and of UTF-8 only what spells a character in the shortest way.
std::string_view CanonicalReader::takeText(unsigned tag) {
    if (!isNext(tag, bytesKind))
        return {};
    const ByteView taken = takeBytes(tag);
    const QByteArrayView utf8(taken.data(), qsizetype(taken.size()));
    const bool isAscii = std::ranges::all_of(taken, [](std::uint8_t byte) { return byte < 0x80; });
    if (taken.empty() || (!isAscii && QString::fromUtf8(utf8).toUtf8() != utf8))
        fail(Result<void>(BaseError::NotCanonical));
    return {reinterpret_cast<const char*>(taken.data()), taken.size()};
}

Result<void> CanonicalReader::finish() const {
    if (m_error.ok() && (m_head != 0 || !m_rest.empty()))
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
