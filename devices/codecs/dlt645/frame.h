#pragma once

#include "devices/codecs/fixed_bytes.h"
#include "devices/codecs/scan.h"

#include <algorithm>
#include <array>

/// DL/T 645-2007 and 1997, link layer (clause 5 of 2007): 68 | A0..A5 | 68 | C | L | DATA[L] | CS | 16, any number of
/// FE before it. Each byte of DATA is sent with 33H added; address, C, L and CS are not. CS is the sum from the
/// first 68.
namespace meterhall::dlt645 {

METERHALL_ERRORS(DltError, "dlt645", BadAddress, DataTooLong, NotAFrame, BadChecksum, BroadcastWrite, BadArgument, Busy)

constexpr std::uint8_t startMark = 0x68;
constexpr std::uint8_t endMark = 0x16;
constexpr std::uint8_t preambleByte = 0xFE;
constexpr std::uint8_t dataOffset = 0x33; ///< added to each byte of DATA on the wire
constexpr std::size_t addressSize = 6;
constexpr std::size_t headerSize = 10;   ///< 68 A0..A5 68 C L
constexpr std::size_t minFrameSize = 12; ///< L = 0
constexpr std::size_t maxDataSize = 255; ///< the standard sends at most 200; longer ones are read all the same
constexpr std::size_t maxFrameSize = minFrameSize + maxDataSize;

/// Six bytes in wire order, A0 first; shown and typed the other way round, 12 digits, A5 first. BCD, or AA where any
/// digits fit: all six on a line with one meter, or the high bytes of a shortened address.
class Address {
public:
    constexpr Address() = default;
    explicit constexpr Address(const std::array<std::uint8_t, addressSize>& wire)
        : m_wire(wire) {}
    /// `wire` has exactly 6 bytes.
    static Address fromWire(ByteView wire);
    /// "000000193600"; fewer digits (an even number of them) are a shortened address, filled up with AA.
    static Result<Address> parse(QStringView text);
    /// AA x6: whoever is alone on the line answers.
    static constexpr Address wildcard() { return filledWith(0xAA); }
    /// 99 x6: all meters listen and none answers.
    static constexpr Address broadcast() { return filledWith(0x99); }

    constexpr const std::array<std::uint8_t, addressSize>& wire() const { return m_wire; }
    constexpr bool isBroadcast() const { return *this == broadcast(); }
    /// AA in one of its bytes: more than one meter may feel addressed.
    constexpr bool hasWildcard() const { return std::find(m_wire.begin(), m_wire.end(), 0xAA) != m_wire.end(); }
    /// A meter of the address `other` feels addressed by this one.
    constexpr bool covers(const Address& other) const {
        for (std::size_t i = 0; i < addressSize; ++i) {
            if (m_wire[i] != 0xAA && m_wire[i] != other.m_wire[i])
                return false;
        }
        return true;
    }
    QString toString() const;
    bool operator==(const Address&) const = default;

private:
    static constexpr Address filledWith(std::uint8_t byte) {
        std::array<std::uint8_t, addressSize> wire{};
        wire.fill(byte);
        return Address(wire);
    }

    std::array<std::uint8_t, addressSize> m_wire{};
};

/// C: D7 direction, D6 the meter refuses, D5 more frames follow, D4..D0 function.
struct Control {
    std::uint8_t raw = 0;

    constexpr bool isReply() const { return (raw & 0x80) != 0; }
    constexpr bool isError() const { return (raw & 0x40) != 0; }
    constexpr bool moreFollows() const { return (raw & 0x20) != 0; }
    constexpr std::uint8_t function() const { return raw & 0x1F; }
    bool operator==(const Control&) const = default;
};

/// A frame seen in bytes that belong to someone else.
struct Frame {
    ByteView bytes; ///< 68 .. 16
    Address address;
    Control control;
    ByteView wireData; ///< L bytes as sent, with 33H on each
};

/// A frame and its wake-up train.
using FrameBuffer = devices::FixedBytes<maxFrameSize + 32>;

/// The first whole frame. Garbage, preambles and broken candidates are stepped over one byte at a time.
devices::Found findFrame(ByteView bytes, devices::AtEnd atEnd);

/// The first place that has the shape of a frame (three marks, length) whatever its sum: for explaining a refusal.
devices::Found findShape(ByteView bytes);

/// `bytes` is what findFrame or findShape marked out.
Frame viewFrame(ByteView bytes);

/// Exactly one frame, nothing around it.
Result<Frame> parseFrame(ByteView bytes);

/// Appends a frame to `out`; `data` without the 33H. Only DataTooLong can go wrong.
Result<void> encodeFrame(const Address& address, Control control, ByteView data, FrameBuffer& out);

} // namespace meterhall::dlt645
