#include "devices/codecs/mbus/describe.h"
#include "devices/codecs/mbus/search.h"
#include "devices/codecs/mbus/session.h"

using namespace meterhall;
using namespace meterhall::mbus;
using devices::AtEnd;
using devices::Found;

namespace {
void require(bool holds) {
    if (!holds)
        __builtin_trap();
}

// Records lie one behind the other inside the span, and number and text of a value can be asked for.
void checkRecords(ByteView bytes, const RecordOptions& options) {
    RecordReader reader(bytes, options);
    Record record;
    std::size_t at = 0;
    while (reader.next(record)) {
        require(record.offset >= at && !record.bytes.empty());
        at = record.offset + record.bytes.size();
        require(at <= bytes.size() && record.dib().size() + record.vib().size() <= record.bytes.size());
        require(record.modifiers().size() <= Record::maxExtensions);
        (void)record.value.number.decimal();
        (void)record.value.number.toString();
        (void)record.value.moment.toString();
    }
    require(reader.isBroken() || reader.offset() == bytes.size());
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
        if (frame->kind == FrameKind::Short)
            require(encodeShortFrame(frame->control, frame->address, again).ok());
        else if (frame->hasUserData())
            require(encodeLongFrame(frame->control, frame->address, frame->ci, frame->data, again).ok());
        require(again.isEmpty() || std::equal(view.begin(), view.end(), again.bytes().begin(), again.bytes().end()));
        const auto application = readApplication(*frame);
        if (application.ok()) {
            std::optional<MbusError> broken;
            (void)describeApplication(*application);
            (void)describeRecords(*application, broken);
        }
        (void)describeHead(view, found.offset, 0);
        std::size_t explained = 0;
        for (const QJsonValue& part : explain(*frame, application, 0))
            explained += std::size_t(part[QStringLiteral("hex")].toString().size()) / 2;
        require(explained == view.size());
        from += found.end();
    }
}

// The session takes anything in any pieces and comes to an end.
void playSession(ByteView bytes) {
    Session session({.replyTimeout = Duration::milliseconds(100), .byteGap = Duration::milliseconds(10), .tries = 2});
    Instant now = Instant::fromMicroseconds(0);
    const bool selects = !bytes.empty() && (bytes[0] & 1) != 0;
    require(selects ? session.readOut(SecondaryAddress(), {}, now).ok() : session.readOut(5, {}, now).ok());
    std::size_t at = 0;
    for (int step = 0; step < 4000 && !session.isIdle(); ++step) {
        const std::size_t count = at < bytes.size() ? std::min<std::size_t>(bytes[at] % 40 + 1U, bytes.size() - at) : 0;
        auto event = session.receive(bytes.subspan(at, count), now);
        at += count;
        now = now + Duration::milliseconds(3);
        if (event.what == Session::Happened::Nothing)
            event = session.tick(now);
        if (event.what == Session::Happened::Telegram)
            require(parseFrame(event.bytes).ok());
    }
    require(session.isIdle());
}

// Whatever is heard, the search ends: silence is all there is behind the given bytes.
void playSearch(ByteView bytes) {
    Search search(*SecondaryAddress::parse(u"123456FFFFFF0A07"));
    std::size_t at = 0;
    for (int step = 0; step < 20'000 && !search.isFinished(); ++step) {
        require(!search.next().empty());
        const std::size_t count = at < bytes.size() ? std::min<std::size_t>(bytes[at] % 40, bytes.size() - at) : 0;
        search.take(bytes.subspan(at, count));
        at += std::max<std::size_t>(count, 1);
    }
    require(search.isFinished());
}
} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView bytes(data, size);
    checkFrames(bytes);
    for (const ByteOrder order : {ByteOrder::LowFirst, ByteOrder::HighFirst}) {
        checkRecords(bytes, {.order = order});
        checkRecords(bytes, {.plainText = PlainTextPlace::BehindVif, .order = order, .fromMaster = true});
        checkRecords(bytes, {.plainText = PlainTextPlace::BehindExtensions, .order = order});
    }
    playSession(bytes);
    playSearch(bytes);
    return 0;
}
