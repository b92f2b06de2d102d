#include "core/base/bytes.h"

namespace meterhall {

namespace {
int nibble(QChar c) {
    if (c >= u'0' && c <= u'9')
        return c.unicode() - u'0';
    if (c >= u'a' && c <= u'f')
        return c.unicode() - u'a' + 10;
    if (c >= u'A' && c <= u'F')
        return c.unicode() - u'A' + 10;
    return -1;
}
} // namespace

Result<Bytes> fromHex(QStringView text) {
    Bytes bytes;
    bytes.reserve(std::size_t(text.size()) / 2);
    int high = -1;
    for (const QChar c : text) {
        if (c.isSpace() && high < 0)
            continue;
        const int value = nibble(c);
        if (value < 0)
            return Error(BaseError::BadHex, {text.left(40).toString()});
        if (high < 0) {
            high = value;
            continue;
        }
        bytes.push_back(static_cast<std::uint8_t>(high * 16 + value));
        high = -1;
    }
    if (high >= 0)
        return Error(BaseError::BadHex, {text.left(40).toString()});
    return bytes;
}

QString toHex(ByteView bytes) {
    static constexpr char digits[] = "0123456789ABCDEF";
    QString text;
    text.reserve(qsizetype(bytes.size()) * 2);
    for (const std::uint8_t byte : bytes) {
        text += QLatin1Char(digits[byte >> 4]);
        text += QLatin1Char(digits[byte & 15]);
    }
    return text;
}

Result<ByteView> ByteReader::take(std::size_t count) {
    if (count > m_rest.size())
        return BaseError::Truncated;
    const ByteView taken = m_rest.first(count);
    m_rest = m_rest.subspan(count);
    return taken;
}

Result<std::uint8_t> ByteReader::takeByte() {
    MH_TRY(const ByteView one, take(1));
    return one[0];
}

Result<std::uint64_t> ByteReader::takeLittleEndian(std::size_t count) {
    Q_ASSERT(count >= 1 && count <= 8);
    MH_TRY(const ByteView bytes, take(count));
    std::uint64_t value = 0;
    for (std::size_t i = count; i > 0; --i)
        value = value << 8 | bytes[i - 1];
    return value;
}

} // namespace meterhall
