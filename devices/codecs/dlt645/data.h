#pragma once

#include "core/base/decimal.h"
#include "devices/codecs/dlt645/command.h"
#include "devices/codecs/dlt645/frame.h"
#include "devices/codecs/dlt645/identifier.h"

/// DL/T 645, application layer: what the data of a frame say. Decoding never allocates and never formats.
namespace meterhall::dlt645 {

/// Civil time of the meter; parts that the format does not have are -1.
struct TimeReading {
    int year = -1; ///< 2000..2099
    int month = -1;
    int day = -1;
    int hour = -1;
    int minute = -1;
    int second = -1;
    int weekday = -1; ///< 0 is Sunday
    int number = -1;  ///< NN beside the time: a tariff, a day table
    bool operator==(const TimeReading&) const = default;
};
/// `format` as in Field, `raw` low byte first and as long. Empty for what is no digits or no real moment.
std::optional<TimeReading> readTime(std::string_view format, ByteView raw);

/// Packed digits, low byte first, at most 9 bytes; empty when a nibble is no digit.
std::optional<std::int64_t> readDigits(ByteView raw, Sign sign = Sign::None);

/// One value, in the order sent.
struct Item {
    const Field* field = nullptr;
    const Row* row = nullptr; ///< null for what is not behind an identifier: password, operator, baud rate …
    std::uint32_t di = 0;     ///< of this value, also inside a block; of 1997 of the present month
    std::uint16_t offset = 0; ///< in Data::bytes
    std::uint8_t size = 0;
    std::uint8_t tariff = 0;
    std::uint8_t storage = 0; ///< settlement days, months or records back
    std::uint8_t phase = 0;
    std::uint8_t number = 0;
    bool available = false; ///< false: no digits, no real moment, FF fill; only the raw bytes speak
    Decimal value{};        ///< of numbers, in the field's unit
};

/// Reasons to look twice at data whose checksum holds.
enum class Doubt : std::uint8_t {
    NotInterpreted,   ///< function or identifier not known, or a block that cannot be divided: only raw bytes
    ValueNotDigits,   ///< a value is not available
    TimeInvalid,      ///< a time is no real moment and not all zeros
    LengthDiffers,    ///< more or fewer bytes than the identifier has; what stands in front was read
    MoreFollows,      ///< one of several frames: its last value may be cut
    RecordSumDiffers, ///< the own check of a load record does not hold
    AddressDiffers,   ///< the answer to "read address" carries another one than its frame
    TooManyValues,    ///< more than Data::maxItems: the rest is only in the raw bytes
};
std::string_view key(Doubt doubt);

class Doubts {
public:
    constexpr void add(Doubt doubt) { m_bits |= bit(doubt); }
    constexpr bool has(Doubt doubt) const { return (m_bits & bit(doubt)) != 0; }
    constexpr bool none() const { return m_bits == 0; }
    bool operator==(const Doubts&) const = default;

private:
    static constexpr std::uint32_t bit(Doubt doubt) { return std::uint32_t(1) << unsigned(doubt); }
    std::uint32_t m_bits = 0;
};

/// Everything the data of one frame, or of an answer gathered from several, said. Large: make one and use it again.
struct Data {
    static constexpr std::size_t maxItems = 512;
    static constexpr std::size_t maxBytes = 4096;

    Edition edition = Edition::Of2007;
    Control control;
    const Command* command = nullptr; ///< null when the function is not the standard's
    bool hasDi = false;
    std::uint32_t di = 0;
    bool hasSequence = false;
    std::uint8_t sequence = 0; ///< SEQ of a following frame
    bool isErrorReply = false;
    std::uint16_t errorWord = 0; ///< ERR; of the security function SERR, two bytes
    bool isBlock = false;        ///< the identifier has FF: many of one kind
    std::uint16_t payloadAt = 0; ///< of what follows the identifier, without SEQ
    std::uint16_t payloadSize = 0;
    Doubts doubts;
    std::size_t size = 0;
    std::size_t count = 0;
    std::array<std::uint8_t, maxBytes> buffer{}; ///< without the 33H
    std::array<Item, maxItems> items{};

    ByteView bytes() const { return ByteView(buffer).first(size); }
    ByteView payload() const { return bytes().subspan(payloadAt, payloadSize); }
    ByteView rawOf(const Item& item) const { return bytes().subspan(item.offset, item.size); }
    std::span<const Item> all() const { return std::span(items).first(count); }
    /// The first value of an identifier; null when it is not there.
    const Item* find(std::uint32_t identifier) const;
};

/// Which edition a frame speaks. The function codes of the two have nothing in common but 03H, which 2007 has for
/// security (its identifiers begin with 07H) and 1997 for reading again, and 08H, which is the same in both.
Edition editionOf(Control control, ByteView data);

/// Reads any frame, request or reply, into `out`. Never fails: what is not understood stays in the payload.
void decodeData(const Frame& frame, const Settings& settings, Data& out);

/// Reads the data behind an identifier that were gathered from several frames. False, with nothing read, when they are
/// more than Data::maxBytes.
bool decodeGathered(Edition edition, Control control, std::uint32_t di, ByteView payload, Data& out);

} // namespace meterhall::dlt645
