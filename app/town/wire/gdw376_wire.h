#pragma once

#include "app/town/wire/civil_time.h"
#include "core/base/bytes.h"

#include <optional>

namespace meterhall::town {

/// Area code and address of a terminal, shown as AAAA-TTTTT.
struct TerminalAddress {
    std::uint16_t area = 0;   ///< four digits in BCD, 0x0571; low byte first on the wire
    std::uint16_t number = 0; ///< binary, low byte first
    QString shown() const;
    bool operator==(const TerminalAddress&) const = default;
};

/// One Q/GDW 376.1 frame `68 L L 68 C A1 A2 A3 AFN SEQ body CS 16`. The body holds the data units and whatever
/// follows them (password, EC, Tp).
struct Gdw376Frame {
    std::uint8_t control = 0;
    TerminalAddress terminal;
    std::uint8_t master = 0; ///< A3: address of the master station shifted left by one, and the group flag
    std::uint8_t afn = 0;
    std::uint8_t seq = 0;
    Bytes body;

    bool fromTerminal() const { return (control & 0x80) != 0; }
    bool startsDialogue() const { return (control & 0x40) != 0; }
    bool hasTimeLabel() const { return (seq & 0x80) != 0; }
    std::uint8_t sequence() const { return seq & 0x0F; }
    bool operator==(const Gdw376Frame&) const = default;
};

Bytes encoded(const Gdw376Frame& frame);

/// As Cjt188Scan: `consumed` bytes at the front can be forgotten.
struct Gdw376Scan {
    std::size_t consumed = 0;
    std::optional<Gdw376Frame> frame;
};
Gdw376Scan scanGdw376(ByteView stream);

namespace gdw {
constexpr std::uint8_t confirm = 0x00;
constexpr std::uint8_t link = 0x02;
constexpr std::uint8_t realTimeData = 0x0C;
constexpr std::uint8_t forward = 0x10;
constexpr std::uint8_t terminalLinkTest = 0xC9; ///< DIR, PRM, function 9
constexpr std::uint8_t terminalAnswer = 0x88;   ///< DIR, function 8
constexpr std::uint8_t terminalConfirm = 0x80;  ///< DIR, function 0
} // namespace gdw

Gdw376Frame loginFrame(const TerminalAddress& terminal, std::uint8_t sequence);
/// With `clock` the newer form that carries the terminal's time in format A1.
Gdw376Frame heartbeatFrame(const TerminalAddress& terminal, std::uint8_t sequence,
                           const std::optional<CivilTime>& clock);

/// AFN 00 as an answer to what the terminal asked to have confirmed.
enum class Confirmation : std::uint8_t { Accepted, Denied };
std::optional<Confirmation> confirmationIn(const Gdw376Frame& frame);

/// Pn and Fn of the first data unit; a unit that names several gives the lowest.
struct DataUnit {
    int pn = 0;
    int fn = 0;
    bool operator==(const DataUnit&) const = default;
};
std::optional<DataUnit> firstUnit(const Gdw376Frame& frame);

/// AFN 10 F1: bytes for a meter behind one port of the concentrator.
struct Forwarding {
    std::uint8_t port = 0;
    Bytes bytes;
};
std::optional<Forwarding> forwardingIn(const Gdw376Frame& request);
Gdw376Frame forwardingAnswer(const Gdw376Frame& request, std::uint8_t port, ByteView bytes);

/// AFN 00 F2: the terminal will not or cannot.
Gdw376Frame denial(const Gdw376Frame& request);
/// AFN 0C F2: the terminal's calendar clock.
Gdw376Frame clockAnswer(const Gdw376Frame& request, const CivilTime& clock);

} // namespace meterhall::town
