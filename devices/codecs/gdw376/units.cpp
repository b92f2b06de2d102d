#include "devices/codecs/gdw376/units.h"

#include "core/base/time.h"

#include <bit>

namespace meterhall::gdw376 {

namespace {
/// Uplink layouts whose length is known: nothing, a fixed size, or a curve (7-byte time head whose last byte counts
/// the points, then `bytes` per point). Curve sizes as seen in answers of real terminals.
struct KnownSize {
    Afn afn;
    bool isUp;
    std::uint16_t firstFn;
    std::uint16_t lastFn;
    bool isCurve;
    std::uint8_t bytes;
};

constexpr std::array knownSizes{
    KnownSize{Afn::Confirm, true, 1, 2, false, 0},       KnownSize{Afn::Confirm, false, 1, 2, false, 0},
    KnownSize{Afn::LinkTest, true, 1, 2, false, 0},      KnownSize{Afn::CurrentData, false, 1, 2048, false, 0},
    KnownSize{Afn::CurrentData, true, 2, 2, false, 6},   KnownSize{Afn::TerminalInformation, false, 1, 2048, false, 0},
    KnownSize{Afn::HistoryData, true, 81, 88, true, 3},  KnownSize{Afn::HistoryData, true, 89, 91, true, 2},
    KnownSize{Afn::HistoryData, true, 92, 95, true, 3},  KnownSize{Afn::HistoryData, true, 96, 96, true, 2},
    KnownSize{Afn::HistoryData, true, 105, 108, true, 2}};

constexpr std::size_t curveHead = 7;

Numbers bits(std::uint8_t mask, int base) {
    Numbers numbers;
    for (int bit = 0; bit < 8; ++bit) {
        if ((mask >> bit & 1) != 0)
            numbers.values[numbers.count++] = static_cast<std::uint16_t>(base + bit + 1);
    }
    return numbers;
}

int packed(std::uint8_t byte) {
    const int high = byte >> 4;
    const int low = byte & 15;
    return high > 9 || low > 9 ? -1 : high * 10 + low;
}

Result<ByteView> forwardUnit(ByteView data) {
    MH_TRY(const UnitId id, UnitId::read(data));
    if (!id.functions().holdsOnly(1))
        return GdwError::NotAFrame;
    return data.subspan(UnitId::size);
}
} // namespace

bool carriesPassword(Afn afn) {
    switch (afn) {
    case Afn::Reset:
    case Afn::SetParameters:
    case Afn::Control:
    case Afn::Authentication:
    case Afn::Files:
    case Afn::Forward:
        return true;
    default:
        return false;
    }
}

UnitId UnitId::of(std::uint16_t pn, std::uint16_t fn) {
    Q_ASSERT(pn <= 2040 && fn >= 1 && fn <= 2048);
    UnitId id;
    if (pn > 0) {
        id.raw[0] = static_cast<std::uint8_t>(1U << ((pn - 1) % 8));
        id.raw[1] = static_cast<std::uint8_t>((pn - 1) / 8 + 1);
    }
    id.raw[2] = static_cast<std::uint8_t>(1U << ((fn - 1) % 8));
    id.raw[3] = static_cast<std::uint8_t>((fn - 1) / 8);
    return id;
}

Result<UnitId> UnitId::read(ByteView body) {
    if (body.size() < size)
        return GdwError::Truncated;
    return UnitId{{body[0], body[1], body[2], body[3]}};
}

Numbers UnitId::points() const {
    if (raw[1] != 0)
        return bits(raw[0], (raw[1] - 1) * 8);
    Numbers numbers;
    numbers.all = raw[0] != 0;
    numbers.count = numbers.all ? 0 : 1; // P0
    return numbers;
}

Numbers UnitId::functions() const {
    return bits(raw[2], raw[3] * 8);
}

Result<Body> splitBody(const Frame& frame) {
    Body body;
    ByteView rest = frame.body;
    if (frame.sequence.hasTime()) {
        if (rest.size() < TimeLabel::size)
            return GdwError::Truncated;
        const ByteView label = rest.last(TimeLabel::size);
        body.time = TimeLabel{label[0], label[1], label[2], label[3], label[4], label[5]};
        rest = rest.first(rest.size() - TimeLabel::size);
    }
    if (frame.control.isUp() && frame.control.acdOrFcb()) {
        if (rest.size() < 2)
            return GdwError::Truncated;
        body.eventCounters = {rest[rest.size() - 2], rest[rest.size() - 1]};
        rest = rest.first(rest.size() - 2);
    }
    if (!frame.control.isUp() && carriesPassword(frame.afn)) {
        if (rest.size() < passwordSize)
            return GdwError::Truncated;
        Password password{};
        std::copy_n(rest.end() - passwordSize, passwordSize, password.begin());
        body.password = password;
        rest = rest.first(rest.size() - passwordSize);
    }
    body.data = rest;
    return body;
}

std::optional<std::size_t> unitSize(const Frame& frame, const UnitId& id, ByteView rest) {
    const Numbers functions = id.functions();
    if (functions.count == 0)
        return std::nullopt;
    for (const KnownSize& known : knownSizes) {
        const bool fits = known.afn == frame.afn && known.isUp == frame.control.isUp() &&
                          functions.values[0] >= known.firstFn && functions.values[functions.count - 1] <= known.lastFn;
        if (!fits)
            continue;
        if (known.bytes == 0)
            return 0;
        // Several functions or points in one unit multiply the data; only the plain case is walked.
        if (functions.count != 1 || id.points().count != 1)
            return std::nullopt;
        if (!known.isCurve)
            return known.bytes;
        return rest.size() < curveHead ? curveHead : curveHead + std::size_t(rest[curveHead - 1]) * known.bytes;
    }
    return std::nullopt;
}

Bytes encodeForwardData(const ForwardRequest& request) {
    const UnitId id = UnitId::of(0, 1);
    Bytes data(id.raw.begin(), id.raw.end());
    data.insert(data.end(), {request.port, request.portControl, request.messageTimeout, request.byteTimeout});
    data.push_back(static_cast<std::uint8_t>(request.payload.size() & 0xFF));
    data.push_back(static_cast<std::uint8_t>(request.payload.size() >> 8 & 0xFF));
    data.insert(data.end(), request.payload.begin(), request.payload.end());
    return data;
}

Bytes encodeForwardReplyData(const ForwardReply& reply) {
    const UnitId id = UnitId::of(0, 1);
    Bytes data(id.raw.begin(), id.raw.end());
    data.push_back(reply.port);
    data.push_back(static_cast<std::uint8_t>(reply.payload.size() & 0xFF));
    data.push_back(static_cast<std::uint8_t>(reply.payload.size() >> 8 & 0xFF));
    data.insert(data.end(), reply.payload.begin(), reply.payload.end());
    return data;
}

Result<ForwardRequest> readForwardRequest(ByteView data) {
    MH_TRY(const ByteView rest, forwardUnit(data));
    ByteReader reader(rest);
    MH_TRY(const ByteView head, reader.take(4));
    MH_TRY(const std::uint64_t length, reader.takeLittleEndian(2));
    MH_TRY(const ByteView payload, reader.take(std::size_t(length)));
    return ForwardRequest{head[0], head[1], head[2], head[3], payload};
}

Result<ForwardReply> readForwardReply(ByteView data) {
    MH_TRY(const ByteView rest, forwardUnit(data));
    ByteReader reader(rest);
    MH_TRY(const std::uint8_t port, reader.takeByte());
    MH_TRY(const std::uint64_t length, reader.takeLittleEndian(2));
    MH_TRY(const ByteView payload, reader.take(std::size_t(length)));
    return ForwardReply{port, payload};
}

std::optional<TerminalClock> readClock(ByteView bytes) {
    if (bytes.size() != TerminalClock::size)
        return std::nullopt;
    const TerminalClock clock{.year = packed(bytes[5]) + 2000,
                              .month = packed(bytes[4] & 0x1F),
                              .day = packed(bytes[3]),
                              .hour = packed(bytes[2]),
                              .minute = packed(bytes[1]),
                              .second = packed(bytes[0])};
    const bool timeHolds = clock.hour >= 0 && clock.hour < 24 && clock.minute >= 0 && clock.minute < 60 &&
                           clock.second >= 0 && clock.second < 60;
    const bool monthHolds = clock.year >= 2000 && clock.month >= 1 && clock.month <= 12;
    if (!timeHolds || !monthHolds || clock.day < 1 || clock.day > daysInMonth(clock.year, clock.month))
        return std::nullopt;
    return clock;
}

} // namespace meterhall::gdw376
