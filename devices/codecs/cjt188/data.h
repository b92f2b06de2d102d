#pragma once

#include "core/base/decimal.h"
#include "devices/codecs/cjt188/frame.h"
#include "devices/codecs/cjt188/model.h"
#include "devices/codecs/cjt188/unit.h"

/// CJ/T 188, application layer: what the data of a frame says. Decoding never allocates and never formats.
namespace meterhall::cjt188 {

/// What an item is. `key()` is its stable name in JSON, cases and profiles.
enum class Quantity : std::uint8_t {
    Current,              ///< volume now
    Settlement,           ///< volume at the settlement day (or of a month back)
    SettlementHeatOrCold, ///< heat meters: makers differ in which of the two
    SettlementCold,
    CurrentHeat,
    CurrentCold,
    Power,
    Flow,
    Volume,
    SupplyTemperature,
    ReturnTemperature,
    SupplyPressure,
    ReturnPressure,
    Temperature,
    Pressure,
    WorkHours,
    Clock,
    Status,
    Price1,
    Volume1,
    Price2,
    Volume2,
    Price3,
    StartDay,
    Day,
    PurchaseSerial,
    ThisPurchase,
    TotalPurchase,
    Remaining,
    KeyVersion,
    Key,
    ValveCommand,
    NewAddress,
};
std::string_view key(Quantity quantity);
/// "Cel", "h", "CNY", "MPa" for items that carry no unit code; empty when the item has none.
std::string_view fixedUnit(Quantity quantity);

/// One field of a reply or request, in the order sent.
struct Item {
    static constexpr std::size_t maxRaw = 8;

    Quantity quantity = Quantity::Current;
    std::uint8_t offset = 0; ///< in the frame's DATA
    std::uint8_t size = 0;
    std::array<std::uint8_t, maxRaw> raw{};
    bool isNumber = false;  ///< an item that is a number at all; the clock, status, key and address are not
    bool available = false; ///< false: a nibble was not a digit (FF and EE fills), only `raw` speaks
    Decimal value;
    bool hasUnit = false;
    std::uint8_t unitCode = 0;

    ByteView bytes() const { return ByteView(raw).first(size); }
    std::optional<Unit> unit() const { return hasUnit ? unitOf(unitCode) : std::nullopt; }
};

/// The meter's own civil time. Valid only in standard order ss mm hh DD MM YY CC, CC = 20, and a real moment.
struct ClockReading {
    bool sent = false;
    bool valid = false;
    std::array<std::uint8_t, 7> raw{};
    std::int16_t year = 0;
    std::uint8_t month = 0, day = 0, hour = 0, minute = 0, second = 0;

    /// Seconds since 1970-01-01T00:00 of the same civil calendar, no zone applied. Only when valid.
    std::int64_t civilSeconds() const;
    /// "2015-05-11T22:01:31"; only when valid.
    QString toString() const;
};
/// `raw` has 7 bytes.
ClockReading decodeClock(ByteView raw);

enum class Valve : std::uint8_t { Open = 0, Closed = 1, Reserved = 2, Fault = 3 };

struct StatusReading {
    bool sent = false;
    std::array<std::uint8_t, 2> raw{};
    Valve valve = Valve::Open;
    bool batteryLow = false;
    bool reservedBitsSet = false;
};
StatusReading decodeStatus(ByteView raw, const StatusMasks& masks);

/// Reasons not to believe an answer whose checksum holds. An 8-bit sum lets one damaged frame in 256 pass, and every
/// exchange of two bytes; these reasons and the confirming second answer (session.h) are what stands behind it.
enum class Doubt : std::uint8_t {
    NotInterpreted,         ///< no layout for this DI with this length: only raw bytes
    LayoutVendorDependent,  ///< layout known from one source only (911F)
    ValueNotDigits,         ///< a value is not available
    UnitUnknown,            ///< a unit code that is not defined
    UnitUnexpected,         ///< a defined unit of the wrong kind for its place, a flow in GJ
    UnitsDiffer,            ///< current and settlement value in different units
    SettlementAboveCurrent, ///< the settled value is larger than the current one
    ClockInvalid,
    ReservedStatusBits,
    TypeDiffers,   ///< water layout from a heat type or the other way round
    SerialDiffers, ///< SER is not the request's though the model echoes it
    OutOfRange,    ///< outside the range the caller expected
    Contradicted,  ///< another answer in the same exchange said something else
    Unconfirmed,   ///< no second answer agreed
    MoreFollows,   ///< 2018: only the first of several frames
};
std::string_view key(Doubt doubt);

class Doubts {
public:
    constexpr void add(Doubt doubt) { m_bits |= bit(doubt); }
    constexpr void remove(Doubt doubt) { m_bits &= ~bit(doubt); }
    constexpr bool has(Doubt doubt) const { return (m_bits & bit(doubt)) != 0; }
    constexpr bool none() const { return m_bits == 0; }
    bool operator==(const Doubts&) const = default;

private:
    static constexpr std::uint32_t bit(Doubt doubt) { return std::uint32_t(1) << unsigned(doubt); }
    std::uint32_t m_bits = 0;
};

/// Everything the data of one frame said.
struct Data {
    static constexpr std::size_t maxItems = 16;

    bool hasDi = false;
    std::uint16_t di = 0; ///< as the tables write it, 0x901F, whatever the order on the wire
    DiOrder diOrder = DiOrder::HighFirst;
    bool hasSerial = false;
    std::uint8_t serial = 0;
    std::uint8_t payloadAt = 0; ///< offset in DATA of what follows DI and SER; 0 when there is no DI
    std::uint8_t payloadSize = 0;
    bool interpreted = false;
    int monthsBack = 0; ///< 1.. for settlement history, else 0
    bool isErrorReply = false;
    std::array<Item, maxItems> items{};
    std::size_t count = 0;
    ClockReading clock;
    StatusReading status;
    Doubts doubts;

    std::span<const Item> all() const { return std::span(items).first(count); }
    const Item* find(Quantity quantity) const;
    /// Of the frame that was decoded.
    ByteView payloadOf(const Frame& frame) const { return frame.data.subspan(payloadAt, payloadSize); }
};

/// Reads any frame, request or reply. Never fails: what is not understood stays in the payload. The two DI orders of
/// a few history identifiers look alike; `askedDi` decides then.
Data decodeData(const Frame& frame, const Model& model, std::optional<std::uint16_t> askedDi = std::nullopt);

} // namespace meterhall::cjt188
