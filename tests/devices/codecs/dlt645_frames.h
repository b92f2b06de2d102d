#pragma once

#include "devices/codecs/dlt645/session.h"

#include <QString>

/// Frames as an honest DL/T 645 meter sends them.
namespace meterhall::tests {

/// `data` in hexadecimal, without the 33H.
inline Bytes dltFrame(const char* address, std::uint8_t control, const char* data) {
    dlt645::FrameBuffer out;
    const auto parsed = dlt645::Address::parse(QString::fromLatin1(address));
    const auto bytes = fromHex(QString::fromLatin1(data));
    Q_ASSERT(parsed.ok() && bytes.ok());
    const auto encoded = dlt645::encodeFrame(*parsed, {control}, *bytes, out);
    Q_ASSERT(encoded.ok());
    return Bytes(out.bytes().begin(), out.bytes().end());
}

/// What the one frame that was sent says, behind its preambles.
inline dlt645::Frame dltSent(ByteView sent) {
    const auto found = dlt645::findFrame(sent, devices::AtEnd::NothingFollows);
    Q_ASSERT(found.isFrame());
    return dlt645::viewFrame(sent.subspan(found.offset, found.size));
}

/// DATA of a frame in hexadecimal, without the 33H.
inline QString dltData(const dlt645::Frame& frame) {
    Bytes data(frame.wireData.begin(), frame.wireData.end());
    for (std::uint8_t& byte : data)
        byte = static_cast<std::uint8_t>(byte - dlt645::dataOffset);
    return toHex(data);
}

} // namespace meterhall::tests
