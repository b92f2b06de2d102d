#include "devices/codecs/dlt645/describe.h"
#include "devices/codecs/dlt645/session.h"

#include <memory>

using namespace meterhall;
using namespace meterhall::dlt645;
using devices::AtEnd;
using devices::Found;

namespace {
void require(bool holds) {
    if (!holds)
        __builtin_trap();
}

void checkData(const Data& data) {
    std::size_t end = 0;
    for (const Item& item : data.all()) {
        require(item.field != nullptr && item.offset >= end);
        end = std::size_t(item.offset) + item.size;
        require(end <= data.size);
    }
    require(data.payload().size() <= data.size);
}

// What is found lies inside, its sum holds, and encoding what was read gives the same bytes again.
void checkFrames(ByteView bytes, Data& data) {
    for (std::size_t from = 0; from < bytes.size();) {
        const Found found = findFrame(bytes.subspan(from), AtEnd::NothingFollows);
        if (!found.isFrame())
            return;
        const ByteView view = bytes.subspan(from + found.offset, found.size);
        const auto frame = parseFrame(view);
        require(frame.ok());
        for (const auto edition :
             {std::optional<Edition>(), std::optional(Edition::Of1997), std::optional(Edition::Of2007)}) {
            decodeData(*frame, {.edition = edition}, data);
            checkData(data);
            (void)describeHead(view, found.offset, 0);
            (void)describeData(*frame, data);
            (void)describeRecords(data);
            (void)explain(*frame, data, found.offset);
        }
        FrameBuffer again;
        require(encodeFrame(frame->address, frame->control, data.bytes(), again).ok());
        require(std::equal(view.begin(), view.end(), again.bytes().begin(), again.bytes().end()));
        from += found.end();
    }
}

// The stream scanner finds the same frames when the bytes come in two pieces.
void checkPieces(ByteView bytes, std::size_t cut) {
    const Found whole = findFrame(bytes, AtEnd::MoreMayCome);
    const Found front = findFrame(bytes.first(cut), AtEnd::MoreMayCome);
    if (front.isFrame())
        require(whole == front);
    else
        require(whole.offset >= front.offset || !whole.isFrame());
}

// Whatever identifier the first bytes name, its data may be anything of any length.
void checkGathered(ByteView bytes, Data& data) {
    constexpr std::size_t identifierSize = 4;
    if (bytes.size() < identifierSize)
        return;
    std::uint32_t di = 0;
    for (std::size_t i = identifierSize; i-- > 0;)
        di = di << 8 | bytes[i];
    for (const Edition edition : {Edition::Of1997, Edition::Of2007}) {
        const auto known = edition == Edition::Of2007 ? di : di & 0xFFFF;
        if (decodeGathered(edition, {0x91}, known, bytes.subspan(identifierSize), data))
            checkData(data);
    }
}

// The session takes anything in any pieces; whatever it calls an answer comes from the meter that was asked.
void playSession(ByteView bytes) {
    std::array<std::uint8_t, addressSize> wire{};
    wire.fill(0x11);
    const Address address{wire};
    const auto session = std::make_unique<Session>(
        Timing{.replyTimeout = Duration::milliseconds(100), .byteGap = Duration::milliseconds(10), .tries = 2});
    const bool is1997 = !bytes.empty() && (bytes[0] & 1) != 0;
    const Request request =
        is1997 ? Request::read(address, Edition::Of1997, 0x901F) : Request::read(address, Edition::Of2007, 0x0001FF00);
    Instant now = Instant::fromMicroseconds(0);
    require(session->request(request, {}, now).ok());
    std::size_t at = 0;
    for (int step = 0; step < 3000 && !session->isIdle(); ++step) {
        const std::size_t count = at < bytes.size() ? std::min<std::size_t>(bytes[at] % 40 + 1U, bytes.size() - at) : 0;
        auto event = session->receive(bytes.subspan(at, count), now);
        at += count;
        now = now + Duration::milliseconds(3);
        if (event.what == Session::Happened::Nothing)
            event = session->tick(now);
        if (event.what == Session::Happened::Answered) {
            require(session->answer().address == address);
            require(session->answer().data.di == request.di());
            checkData(session->answer().data);
        }
    }
    require(session->isIdle());
}
} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto read = std::make_unique<Data>();
    const ByteView bytes(data, size);
    checkFrames(bytes, *read);
    if (size > 1)
        checkPieces(bytes.subspan(1), data[0] % size);
    checkGathered(bytes, *read);
    playSession(bytes);
    return 0;
}
