#pragma once

#include "devices/codecs/fixed_bytes.h"
#include "devices/codecs/scan.h"

#include <array>

/// Wired M-Bus, link layer of EN 13757-2 (IEC 60870-5 FT1.2), four shapes of a frame:
///   single character  E5
///   short frame       10 | C | A | CS | 16
///   control frame     68 | 03 | 03 | 68 | C | A | CI | CS | 16
///   long frame        68 | L | L | 68 | C | A | CI | data | CS | 16, L = bytes from C to the last data byte, 3..255
/// CS is the sum modulo 256 from C on. Both marks occur inside data: a frame is believed for its structure and sum.
namespace meterhall::mbus {

/// NotAFrame, BadChecksum, TooLong: link layer. HeaderTooShort, PrematureEnd, TooManyExtensions, ReservedLength:
/// application data that are not made as EN 13757-3 says. FromMaster: user data that go to a meter, no answer.
/// BadAddress, BadArgument, BroadcastWrite, Busy: requests.
METERHALL_ERRORS(MbusError, "mbus", NotAFrame, BadChecksum, TooLong, HeaderTooShort, PrematureEnd, TooManyExtensions,
                 ReservedLength, FromMaster, BadAddress, BadArgument, BroadcastWrite, Busy)

constexpr std::uint8_t singleCharacter = 0xE5;
constexpr std::uint8_t shortMark = 0x10;
constexpr std::uint8_t longMark = 0x68;
constexpr std::uint8_t endMark = 0x16;
constexpr std::size_t shortFrameSize = 5;
constexpr std::size_t envelopeSize = 6; ///< 68 L L 68 … CS 16
constexpr std::size_t minUserBytes = 3; ///< C, A, CI
constexpr std::size_t maxUserBytes = 255;
constexpr std::size_t maxFrameSize = envelopeSize + maxUserBytes;
constexpr std::size_t maxDataSize = maxUserBytes - minUserBytes;

/// A of EN 13757-2, 5.7.5: 0 is a meter without an address, 1..250 meters, 251 and 252 reserved.
constexpr std::uint8_t lastMeterAddress = 250;
constexpr std::uint8_t selectedAddress = 0xFD;  ///< the meter selected by its secondary address
constexpr std::uint8_t testAddress = 0xFE;      ///< all answer: point to point only
constexpr std::uint8_t broadcastAddress = 0xFF; ///< none answers

/// C: bit 6 PRM (from the master), bit 5 FCB or ACD, bit 4 FCV or DFC, bits 3..0 function.
struct Control {
    std::uint8_t raw = 0;

    constexpr bool isFromMaster() const { return (raw & 0x40) != 0; }
    constexpr bool fcb() const { return isFromMaster() && (raw & 0x20) != 0; }  ///< frame count bit
    constexpr bool fcv() const { return isFromMaster() && (raw & 0x10) != 0; }  ///< FCB counts
    constexpr bool acd() const { return !isFromMaster() && (raw & 0x20) != 0; } ///< wants to be asked for class 1
    constexpr bool dfc() const { return !isFromMaster() && (raw & 0x10) != 0; } ///< cannot take more data now
    constexpr std::uint8_t function() const { return raw & 0x0F; }
    /// "REQ_UD2", "RSP_UD" …; empty for functions that EN 13757-2 does not use.
    std::string_view name() const;
    bool operator==(const Control&) const = default;
};

constexpr Control sndNke{0x40};
constexpr Control sndUd{0x53};
constexpr Control reqUd1{0x5A};
constexpr Control reqUd2{0x5B};
constexpr Control rspUd{0x08};
/// The same with the frame count bit.
constexpr Control withFcb(Control control, bool fcb) {
    return {static_cast<std::uint8_t>((control.raw & ~0x20U) | (fcb ? 0x20U : 0U))};
}

enum class FrameKind : std::uint8_t { SingleCharacter, Short, Control, Long };

/// A frame seen in bytes that belong to someone else.
struct Frame {
    ByteView bytes; ///< 68 .. 16
    FrameKind kind = FrameKind::SingleCharacter;
    Control control{}; ///< not of a single character
    std::uint8_t address = 0;
    std::uint8_t ci = 0; ///< control and long frames
    ByteView data{};     ///< behind CI

    bool hasUserData() const { return kind == FrameKind::Control || kind == FrameKind::Long; }
};

/// One frame.
using FrameBuffer = devices::FixedBytes<maxFrameSize>;

/// Which shapes are looked for. One byte E5 or five bytes are easily seen in noise.
enum class Shapes : std::uint8_t {
    LongOnly, ///< control and long frames
    All,      ///< also short frames with a C of the standard, and E5 where `bytes` begins
};

/// The first whole frame. Noise and broken candidates are stepped over one byte at a time.
devices::Found findFrame(ByteView bytes, devices::AtEnd atEnd, Shapes shapes = Shapes::All);

/// The first place with the shape of a control or long frame, whatever its sum: for explaining a refusal.
devices::Found findShape(ByteView bytes);

/// `bytes` is what findFrame or findShape marked out.
Frame viewFrame(ByteView bytes);

/// Exactly one frame, nothing around it. Never allocates.
Result<Frame> parseFrame(ByteView bytes);

/// Appends a frame to `out`; TooLong when it does not fit.
Result<void> encodeShortFrame(Control control, std::uint8_t address, FrameBuffer& out);
Result<void> encodeLongFrame(Control control, std::uint8_t address, std::uint8_t ci, ByteView data, FrameBuffer& out);

} // namespace meterhall::mbus
