#pragma once

#include "devices/codecs/fixed_bytes.h"
#include "devices/codecs/scan.h"

#include <algorithm>
#include <array>

/// CJ/T 188-2004 and 2018, link layer: 68 | T | A0..A6 | C | L | DATA[L] | CS | 16, any number of FE before it.
/// There is one 68 only, and both marks occur inside data: a frame is believed for its structure and its sum.
namespace meterhall::cjt188 {

METERHALL_ERRORS(CjtError, "cjt188", BadAddress, DataTooLong, NotAFrame, BadChecksum, BroadcastWrite, BadArgument, Busy,
                 NothingToConfirm)

constexpr std::uint8_t startMark = 0x68;
constexpr std::uint8_t endMark = 0x16;
constexpr std::uint8_t preambleByte = 0xFE;
constexpr std::size_t addressSize = 7;
constexpr std::size_t headerSize = 11;   ///< 68 T A0..A6 C L
constexpr std::size_t minFrameSize = 13; ///< L = 0
constexpr std::size_t maxDataSize = 255;
constexpr std::size_t maxFrameSize = minFrameSize + maxDataSize;

/// Seven bytes in wire order, A0 first; shown and typed the other way round, 14 hex digits, A6 first. Usually BCD
/// (A0..A4 meter number, A5 A6 vendor), but meters with other bytes exist, so it is opaque here.
class Address {
public:
    constexpr Address() = default;
    explicit constexpr Address(const std::array<std::uint8_t, addressSize>& wire)
        : m_wire(wire) {}
    /// `wire` has exactly 7 bytes.
    static Address fromWire(ByteView wire);
    /// "78330011223344".
    static Result<Address> parse(QStringView text);
    /// AA x7: whoever is alone on the line answers with its own address.
    static constexpr Address wildcard() { return filledWith(0xAA); }
    static constexpr Address filledWith(std::uint8_t byte) {
        std::array<std::uint8_t, addressSize> wire{};
        wire.fill(byte);
        return Address(wire);
    }

    constexpr const std::array<std::uint8_t, addressSize>& wire() const { return m_wire; }
    /// AA, FF, DD or 99 in all seven bytes: more than one meter may feel addressed. Never the target of a write.
    constexpr bool isBroadcast() const {
        const std::uint8_t first = m_wire[0];
        const bool isFill = first == 0xAA || first == 0xFF || first == 0xDD || first == 0x99;
        return isFill && std::all_of(m_wire.begin(), m_wire.end(), [first](std::uint8_t b) { return b == first; });
    }
    QString toString() const;
    bool operator==(const Address&) const = default;

private:
    std::array<std::uint8_t, addressSize> m_wire{};
};

/// C: D7 direction, D6 error, D5 "more frames follow" (2018) or vendor private (2004), D4..D0 function.
struct Control {
    std::uint8_t raw = 0;

    constexpr bool isReply() const { return (raw & 0x80) != 0; }
    constexpr bool isError() const { return (raw & 0x40) != 0; }
    constexpr bool followUp() const { return (raw & 0x20) != 0; }
    constexpr std::uint8_t function() const { return raw & 0x1F; }
    bool operator==(const Control&) const = default;
};

/// A frame seen in bytes that belong to someone else.
struct Frame {
    ByteView bytes; ///< 68 .. 16
    std::uint8_t meterType = 0;
    Address address;
    Control control;
    ByteView data; ///< L bytes
};

/// A frame and its wake-up train.
using FrameBuffer = devices::FixedBytes<maxFrameSize + 32>;

/// The first whole frame. Garbage, preambles and broken candidates are stepped over one byte at a time.
devices::Found findFrame(ByteView bytes, devices::AtEnd atEnd);

/// The first place that has the shape of a frame (both marks, length) whatever its sum: for explaining a refusal.
devices::Found findShape(ByteView bytes);

/// `bytes` is what findFrame or findShape marked out.
Frame viewFrame(ByteView bytes);

/// Exactly one frame, nothing around it.
Result<Frame> parseFrame(ByteView bytes);

/// Appends a frame to `out`; only DataTooLong can go wrong.
Result<void> encodeFrame(std::uint8_t meterType, const Address& address, Control control, ByteView data,
                         FrameBuffer& out);

} // namespace meterhall::cjt188
