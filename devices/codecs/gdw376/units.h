#pragma once

#include "devices/codecs/gdw376/frame.h"

/// Inside DATA: data units (DA, DT, then what AFN and Fn say), and AUX behind them.
namespace meterhall::gdw376 {

/// Up to eight numbers of one bit mask.
struct Numbers {
    std::array<std::uint16_t, 8> values{};
    std::size_t count = 0;
    bool all = false; ///< DA2 = 0 with DA1 set: every measuring point

    std::span<const std::uint16_t> list() const { return std::span(values).first(count); }
    bool holdsOnly(std::uint16_t value) const { return !all && count == 1 && values[0] == value; }
};

/// DA1 DA2 DT1 DT2. Pn = (DA2 - 1) * 8 + bit + 1, both 0 is P0, the terminal itself; Fn = DT2 * 8 + bit + 1.
struct UnitId {
    static constexpr std::size_t size = 4;
    std::array<std::uint8_t, size> raw{};

    /// One point, one function; pn 0..2040, fn 1..2048.
    static UnitId of(std::uint16_t pn, std::uint16_t fn);
    static Result<UnitId> read(ByteView body);
    Numbers points() const;
    Numbers functions() const;
    bool operator==(const UnitId&) const = default;
};

/// Time label: when the request was started and how late it may be.
struct TimeLabel {
    static constexpr std::size_t size = 6;
    std::uint8_t pfc = 0;
    std::uint8_t second = 0, minute = 0, hour = 0, day = 0; ///< packed digits as sent
    std::uint8_t delayMinutes = 0;                          ///< 0 is "no limit"

    bool operator==(const TimeLabel&) const = default;
};

constexpr std::size_t passwordSize = 16;
using Password = std::array<std::uint8_t, passwordSize>;

/// The body of a frame taken apart: data units in front, AUX behind (down: PW and Tp, up: EC and Tp).
struct Body {
    ByteView data;
    std::optional<Password> password;
    std::optional<std::array<std::uint8_t, 2>> eventCounters;
    std::optional<TimeLabel> time;
};
/// AFNs that change something carry the terminal's password downwards.
bool carriesPassword(Afn afn);
/// Fails only when the body is too short for the AUX that C, AFN and SEQ announce.
Result<Body> splitBody(const Frame& frame);

/// One data unit as the walk sees it. Where the size of an Fn is not known, the last unit takes all that is left.
struct Unit {
    UnitId id;
    ByteView data;
    bool sizeKnown = true;
};
/// Calls `each` for every unit in `data`. False when bytes are left that are no unit, or a unit is cut short.
template <class Each>
bool walkUnits(const Frame& frame, ByteView data, Each each);

/// How many bytes follow the id; empty when this table does not know. `rest` are the bytes after the id.
std::optional<std::size_t> unitSize(const Frame& frame, const UnitId& id, ByteView rest);

/// AFN 10 F1: bytes handed through to a port of the terminal unchanged.
struct ForwardRequest {
    std::uint8_t port = 31;
    std::uint8_t portControl = 0x6B;    ///< 2400 bit/s, 8E1
    std::uint8_t messageTimeout = 0x83; ///< D7 set: seconds, else 10 ms
    std::uint8_t byteTimeout = 0x0A;    ///< 10 ms
    ByteView payload{};
};
struct ForwardReply {
    std::uint8_t port = 0;
    ByteView payload;
};
Bytes encodeForwardData(const ForwardRequest& request);
Bytes encodeForwardReplyData(const ForwardReply& reply);
/// `data` of a frame with AFN 10, from its data unit id on.
Result<ForwardRequest> readForwardRequest(ByteView data);
Result<ForwardReply> readForwardReply(ByteView data);

/// The clock of newer heartbeats: ss mm hh DD, weekday << 5 | month, YY.
struct TerminalClock {
    static constexpr std::size_t size = 6;
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0;
    bool operator==(const TerminalClock&) const = default;
};
std::optional<TerminalClock> readClock(ByteView bytes);

template <class Each>
bool walkUnits(const Frame& frame, ByteView data, Each each) {
    while (!data.empty()) {
        const auto id = UnitId::read(data);
        if (!id.ok())
            return false;
        const ByteView rest = data.subspan(UnitId::size);
        const auto size = unitSize(frame, *id, rest);
        if (size && *size > rest.size())
            return false;
        const std::size_t taken = size.value_or(rest.size());
        each(Unit{*id, rest.first(taken), size.has_value()});
        data = rest.subspan(taken);
    }
    return true;
}

} // namespace meterhall::gdw376
