#pragma once

#include "app/town/wire/civil_time.h"
#include "core/base/bytes.h"

#include <array>
#include <optional>

namespace meterhall::town {

/// A0 first, as on the wire; people read it backwards: A6..A0, 14 digits.
using MeterAddress = std::array<std::uint8_t, 7>;

QString shownAddress(const MeterAddress& address);
/// 14 hex digits, A6 first.
Result<MeterAddress> addressFromShown(QStringView shown);
/// AA x7: every meter on the line answers.
bool isEverybody(const MeterAddress& address);

/// One frame `68 T A0..A6 C L DATA CS 16` (CJ/T 188-2004), without the FE bytes that wake the line.
struct Cjt188Frame {
    std::uint8_t type = 0; ///< 10 cold water, 30 gas, AA unknown
    MeterAddress address{};
    std::uint8_t control = 0;
    Bytes data;
    bool operator==(const Cjt188Frame&) const = default;
};

Bytes encoded(const Cjt188Frame& frame, int wakeBytes = 0);

/// What stands at the front of a stream. `consumed` bytes can be forgotten: garbage before the frame and the frame
/// itself. Without a frame, what is left after `consumed` may become one when more bytes arrive.
struct Cjt188Scan {
    std::size_t consumed = 0;
    std::optional<Cjt188Frame> frame;
};
Cjt188Scan scanCjt188(ByteView stream);

/// Packed decimal, low byte first; digits that do not fit are cut off at the top, as on a dial.
void appendBcd(Bytes& out, std::int64_t value, int byteCount);
std::optional<std::int64_t> bcdValue(ByteView lowFirst);

constexpr std::uint8_t cubicMetres = 0x2C;

/// A volume as XXXXXX.XX and its unit: hundredths of a cubic metre, 4 + 1 bytes.
void appendVolume(Bytes& out, std::int64_t hundredths);

/// ss mm hh DD MM YY CC; some makers send the same seven bytes from the other end.
void appendClock(Bytes& out, const CivilTime& time, bool reversed);
CivilTime clockFrom(ByteView seven);

namespace cjt {
constexpr std::uint8_t read = 0x01;
constexpr std::uint8_t readAddress = 0x03;
constexpr std::uint8_t write = 0x04;
constexpr std::uint8_t readKeyVersion = 0x09;
constexpr std::uint8_t writeAddress = 0x15;
constexpr std::uint8_t setRegister = 0x16;
constexpr std::uint8_t answer = 0x80;
constexpr std::uint8_t failed = 0x40;
} // namespace cjt

} // namespace meterhall::town
