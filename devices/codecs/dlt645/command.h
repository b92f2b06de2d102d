#pragma once

#include "devices/codecs/dlt645/frame.h"
#include "devices/codecs/dlt645/identifier.h"

/// The function codes (clause 7 of 2007, clause 6 of 1997) and what stands in the data of each, as data.
namespace meterhall::dlt645 {

enum class Function2007 : std::uint8_t {
    Security = 0x03,
    SetTime = 0x08,
    Read = 0x11,
    ReadFollowing = 0x12,
    ReadAddress = 0x13,
    Write = 0x14,
    WriteAddress = 0x15,
    Freeze = 0x16,
    SetBaudRate = 0x17,
    SetPassword = 0x18,
    ClearDemand = 0x19,
    ClearMeter = 0x1A,
    ClearEvents = 0x1B,
    Control = 0x1C,
    Output = 0x1D,
};
enum class Function1997 : std::uint8_t {
    Read = 0x01,
    ReadFollowing = 0x02,
    ReadAgain = 0x03,
    Write = 0x04,
    SetTime = 0x08,
    WriteAddress = 0x0A,
    SetBaudRate = 0x0C,
    SetPassword = 0x0F,
    ClearDemand = 0x10,
};

/// What follows the fields of a command.
enum class Behind : std::uint8_t { Nothing, Values, ValuesAndSequence, Sequence, Cipher };

struct Command {
    Edition edition;
    std::uint8_t function;
    bool isReply;
    std::string_view en;
    bool hasDi = false;
    std::span<const Field> fields{};
    bool fieldsMayEnd = false; ///< fields from some place on may be missing
    Behind behind = Behind::Nothing;
};

/// Null for a function that the edition does not have.
const Command* findCommand(Edition edition, Control control);

/// N1 of function 1CH: "trip", "direct close" …; empty for what the standard does not give out.
std::string_view controlCommandName(std::uint8_t n1);

/// Password levels from here on mean that what follows is enciphered by a security module.
constexpr std::uint8_t firstCipherLevel = 0x98;

} // namespace meterhall::dlt645
