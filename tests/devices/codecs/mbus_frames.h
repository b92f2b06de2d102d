#pragma once

#include "devices/codecs/mbus/request.h"
#include "tests/devices/codecs/meter_frames.h"

/// Frames as an honest M-Bus meter sends them.
namespace meterhall::tests::mbus {

namespace codec = meterhall::mbus;

inline Bytes longFrame(codec::Control control, std::uint8_t address, std::uint8_t ci, const Bytes& data) {
    codec::FrameBuffer out;
    const auto encoded = codec::encodeLongFrame(control, address, ci, data, out);
    Q_ASSERT(encoded.ok());
    return Bytes(out.bytes().begin(), out.bytes().end());
}

struct Meter {
    std::uint8_t address = 5;
    std::uint32_t id = 0x87654321;
    std::uint16_t manufacturer = 0x2C2D; ///< KAM
    std::uint8_t version = 10;
    std::uint8_t medium = 7;
    std::uint8_t accessNumber = 42;
};

/// RSP_UD with the long header.
inline Bytes telegram(const Meter& meter, const char* records) {
    Bytes data;
    for (int shift = 0; shift < 32; shift += 8)
        data.push_back(static_cast<std::uint8_t>(meter.id >> shift & 0xFFU));
    const Bytes rest{static_cast<std::uint8_t>(meter.manufacturer & 0xFF),
                     static_cast<std::uint8_t>(meter.manufacturer >> 8),
                     meter.version,
                     meter.medium,
                     meter.accessNumber,
                     0,
                     0,
                     0};
    data.insert(data.end(), rest.begin(), rest.end());
    const Bytes recordBytes = hex(records);
    data.insert(data.end(), recordBytes.begin(), recordBytes.end());
    return longFrame(codec::rspUd, meter.address, 0x72, data);
}

} // namespace meterhall::tests::mbus
