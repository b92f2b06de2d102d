#pragma once

#include "devices/codecs/cjt188/session.h"

#include <QString>

/// Frames as an honest meter sends them, for tests of the session.
namespace meterhall::tests {

inline Bytes hex(const char* text) {
    const auto bytes = fromHex(QString::fromLatin1(text));
    Q_ASSERT_X(bytes.ok(), "hex", text);
    return *bytes;
}

inline std::uint8_t packed(int number) {
    return static_cast<std::uint8_t>(number / 10 % 10 << 4 | number % 10);
}

struct MeterState {
    QString address = QStringLiteral("78110000001203");
    std::uint8_t type = 0x30;
    std::int64_t current = 183427; ///< 0.01 m3
    std::int64_t settlement = 180105;
    std::uint8_t unit = 0x2C;
    int second = 9; ///< of 2026-10-20 07:41
    std::uint8_t st0 = 0x00;
    std::uint8_t st1 = 0x00;
    bool clockRuns = true;
};

inline void appendDigits(Bytes& bytes, std::int64_t number, int size) {
    for (; size > 0; --size, number /= 100)
        bytes.push_back(packed(static_cast<int>(number % 100)));
}

inline Bytes frame(std::uint8_t type, const QString& address, std::uint8_t control, const Bytes& data) {
    cjt188::FrameBuffer out;
    const auto parsed = cjt188::Address::parse(address);
    Q_ASSERT(parsed.ok());
    const auto encoded = cjt188::encodeFrame(type, *parsed, {control}, data, out);
    Q_ASSERT(encoded.ok());
    return Bytes(out.bytes().begin(), out.bytes().end());
}

inline Bytes meterData(const MeterState& meter, std::uint8_t serial) {
    Bytes data{0x90, 0x1F, serial};
    appendDigits(data, meter.current, 4);
    data.push_back(meter.unit);
    appendDigits(data, meter.settlement, 4);
    data.push_back(meter.unit);
    const Bytes clock = meter.clockRuns ? Bytes{packed(meter.second), 0x41, 0x07, 0x20, 0x10, 0x26, 0x20} : Bytes(7, 0);
    data.insert(data.end(), clock.begin(), clock.end());
    data.push_back(meter.st0);
    data.push_back(meter.st1);
    return frame(meter.type, meter.address, 0x81, data);
}

inline Bytes history(const MeterState& meter, std::uint8_t serial, int monthsBack) {
    Bytes data{0xD1, static_cast<std::uint8_t>(0x1F + monthsBack), serial};
    appendDigits(data, meter.settlement, 4);
    data.push_back(meter.unit);
    return frame(meter.type, meter.address, 0x81, data);
}

/// SER of a request that a session has sent.
inline std::uint8_t serialOf(ByteView sent) {
    const auto found = cjt188::findFrame(sent, devices::AtEnd::NothingFollows);
    Q_ASSERT(found.isFrame());
    return cjt188::viewFrame(sent.subspan(found.offset, found.size)).data[2];
}

inline Instant at(int milliseconds) {
    return Instant::fromMicroseconds(1'800'000'000'000'000) + Duration::milliseconds(milliseconds);
}

} // namespace meterhall::tests
