#include "devices/codecs/cjt188/describe.h"
#include "devices/codecs/cjt188/session.h"

using namespace meterhall;
using namespace meterhall::cjt188;
using devices::AtEnd;
using devices::Found;

namespace {
void require(bool holds) {
    if (!holds)
        __builtin_trap();
}

// What is found lies inside, its sum holds, and encoding what was read gives the same bytes again.
void checkFrames(ByteView bytes) {
    for (std::size_t from = 0; from < bytes.size();) {
        const Found found = findFrame(bytes.subspan(from), AtEnd::NothingFollows);
        if (!found.isFrame())
            return;
        const ByteView view = bytes.subspan(from + found.offset, found.size);
        const auto frame = parseFrame(view);
        require(frame.ok());
        FrameBuffer again;
        require(encodeFrame(frame->meterType, frame->address, frame->control, frame->data, again).ok());
        require(std::equal(view.begin(), view.end(), again.bytes().begin(), again.bytes().end()));
        for (const Edition edition : {Edition::Of2004, Edition::Of2018}) {
            const Data data = decodeData(*frame, {.edition = edition});
            require(data.count <= Data::maxItems);
            require(data.payloadOf(*frame).size() <= frame->data.size());
            (void)describeHead(view, found.offset, 0);
            (void)describeData(*frame, data);
            (void)describeRecords(data);
            (void)explain(*frame, data, found.offset);
        }
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

// The session takes anything in any pieces; whatever it calls an answer comes from the meter that was asked.
void playSession(ByteView bytes) {
    const Address address = Address::filledWith(0x11);
    Session session({.replyTimeout = Duration::milliseconds(100), .byteGap = Duration::milliseconds(10), .tries = 2});
    const auto option = bytes.empty() ? std::uint8_t(0) : bytes[0];
    const Model model{.diOrder = (option & 1) != 0 ? DiOrder::LowFirst : DiOrder::HighFirst,
                      .echoesSerial = (option & 2) != 0,
                      .answersMayRepeat = (option & 4) != 0};
    const ReadPolicy policy{.confirmation = static_cast<Confirmation>(option >> 3 & 1)};
    Instant now = Instant::fromMicroseconds(0);
    require(session.request(Request::readData(address), model, policy, now).ok());
    std::size_t at = 0;
    for (int step = 0; step < 400 && !session.isIdle(); ++step) {
        const std::size_t count = at < bytes.size() ? std::min<std::size_t>(bytes[at] % 40 + 1U, bytes.size() - at) : 0;
        auto event = session.receive(bytes.subspan(at, count), now);
        at += count;
        now = now + Duration::milliseconds(3);
        if (event.what == Session::Happened::Nothing)
            event = session.tick(now);
        if (event.what == Session::Happened::Answered) {
            require(session.answer().address == address);
            require(!session.answer().billable() || session.answer().confirmed ||
                    policy.confirmation == Confirmation::WhenDoubtful);
        }
    }
    require(session.isIdle());
}
} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView bytes(data, size);
    checkFrames(bytes);
    if (size > 1)
        checkPieces(bytes.subspan(1), data[0] % size);
    playSession(bytes);
    return 0;
}
