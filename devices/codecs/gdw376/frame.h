#pragma once

#include "devices/codecs/scan.h"

#include <array>
#include <optional>

/// Q/GDW 376.1 and its elder Q/GDW 130, link layer between master station and terminal:
/// 68 | L | L | 68 | C | A1 A2 A3 | AFN | SEQ | DATA [AUX] | CS | 16; L = bytes from C to before CS << 2 | protocol.
namespace meterhall::gdw376 {

METERHALL_ERRORS(GdwError, "gdw376", BadAddress, TooLong, NotAFrame, BadChecksum, Truncated, Busy, NotLoggedIn)

constexpr std::uint8_t startMark = 0x68;
constexpr std::uint8_t endMark = 0x16;
constexpr std::size_t envelopeSize = 8;     ///< 68 L L L L 68 … CS 16
constexpr std::size_t minUserBytes = 8;     ///< C, A (5), AFN, SEQ
constexpr std::size_t maxUserBytes = 16383; ///< 14 bits of L

enum class ProtocolId : std::uint8_t { Gdw130 = 1, Gdw3761 = 2 };

enum class Afn : std::uint8_t {
    Confirm = 0x00,
    Reset = 0x01,
    LinkTest = 0x02,
    Relay = 0x03,
    SetParameters = 0x04,
    Control = 0x05,
    Authentication = 0x06,
    Cascade = 0x08,
    TerminalInformation = 0x09,
    QueryParameters = 0x0A,
    TaskData = 0x0B,
    CurrentData = 0x0C,
    HistoryData = 0x0D,
    Events = 0x0E,
    Files = 0x0F,
    Forward = 0x10,
};
/// "data forwarding"; "unknown" for codes the standard leaves open.
std::string_view nameOf(Afn afn);

/// Area code (2 BCD bytes) and terminal number: what a terminal is known by.
struct TerminalAddress {
    std::uint16_t area = 0;     ///< as its four digits read: 0x0200
    std::uint16_t terminal = 0; ///< binary

    /// "0200-04660": four area digits and the terminal number in decimal, the form of the registry.
    static Result<TerminalAddress> parse(QStringView text);
    QString toString() const;
    bool operator==(const TerminalAddress&) const = default;
};

/// C. Downwards D5 is FCB, upwards it is ACD: the terminal has events waiting, and EC is in the frame.
struct Control {
    std::uint8_t raw = 0;

    constexpr bool isUp() const { return (raw & 0x80) != 0; }
    constexpr bool isFromStarter() const { return (raw & 0x40) != 0; } ///< PRM
    constexpr bool acdOrFcb() const { return (raw & 0x20) != 0; }
    constexpr bool fcv() const { return (raw & 0x10) != 0; }
    constexpr std::uint8_t function() const { return raw & 0x0F; }
    bool operator==(const Control&) const = default;
};

struct Sequence {
    std::uint8_t raw = 0;

    constexpr bool hasTime() const { return (raw & 0x80) != 0; } ///< TpV
    constexpr bool isFirst() const { return (raw & 0x40) != 0; }
    constexpr bool isFinal() const { return (raw & 0x20) != 0; }
    constexpr bool wantsConfirm() const { return (raw & 0x10) != 0; }
    constexpr std::uint8_t number() const { return raw & 0x0F; }
    static constexpr Sequence single(std::uint8_t number) {
        return {static_cast<std::uint8_t>(0x60 | (number & 0x0F))};
    }
    bool operator==(const Sequence&) const = default;
};

/// A frame seen in bytes that belong to someone else.
struct Frame {
    ByteView bytes; ///< 68 .. 16
    std::uint8_t protocol = 0;
    Control control;
    TerminalAddress address;
    std::uint8_t msa = 0; ///< master station address, 0 in frames the terminal starts
    bool isGroup = false;
    Afn afn = Afn::Confirm;
    Sequence sequence;
    ByteView body; ///< DATA and AUX
};

/// Some terminals append the clock to the heartbeat without counting it in L.
enum class Tolerance : std::uint8_t { Strict, ShortLengthHeartbeat };

/// The first whole frame; broken candidates are stepped over one byte at a time.
devices::Found findFrame(ByteView bytes, devices::AtEnd atEnd, Tolerance tolerance = Tolerance::Strict);

/// The first place with the shape of a frame whatever its sum: for explaining a refusal.
devices::Found findShape(ByteView bytes);

/// `bytes` is what findFrame or findShape marked out.
Frame viewFrame(ByteView bytes);

/// Exactly one frame, nothing around it.
Result<Frame> parseFrame(ByteView bytes);

struct FrameHead {
    ProtocolId protocol = ProtocolId::Gdw3761;
    Control control{};
    TerminalAddress address{};
    std::uint8_t msa = 0;
    bool isGroup = false;
    Afn afn = Afn::Confirm;
    Sequence sequence{};
};
Result<Bytes> encodeFrame(const FrameHead& head, ByteView body);

} // namespace meterhall::gdw376
