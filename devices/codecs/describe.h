#pragma once

#include "devices/codecs/scan.h"

#include <QJsonArray>
#include <QJsonObject>

namespace meterhall::devices {

/// Collects what each byte of a frame meant, in order.
class Explanation {
public:
    Explanation(ByteView bytes, std::size_t offset)
        : m_bytes(bytes)
        , m_offset(offset) {}

    /// The next `count` bytes; cut at the end of the frame.
    void next(std::size_t count, const QString& meaning) {
        const std::size_t size = std::min(count, m_bytes.size() - m_at);
        if (size == 0)
            return;
        m_parts.append(QJsonObject{{QStringLiteral("at"), int(m_offset + m_at)},
                                   {QStringLiteral("hex"), toHex(m_bytes.subspan(m_at, size)).toLower()},
                                   {QStringLiteral("meaning"), meaning}});
        m_at += size;
    }
    std::size_t left() const { return m_bytes.size() - m_at; }
    const QJsonArray& parts() const { return m_parts; }

private:
    ByteView m_bytes;
    std::size_t m_offset;
    std::size_t m_at = 0;
    QJsonArray m_parts;
};

inline QString hexByte(std::uint8_t byte) {
    return toHex(ByteView(&byte, 1));
}

inline QString lowerHex(ByteView bytes) {
    return toHex(bytes).toLower();
}

inline QString fromView(std::string_view text) {
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

} // namespace meterhall::devices
