#include "devices/codecs/gdw376/describe.h"
#include "devices/codecs/gdw376/link.h"

using namespace meterhall;
using namespace meterhall::gdw376;
using devices::AtEnd;
using devices::Found;

namespace {
void require(bool holds) {
    if (!holds)
        __builtin_trap();
}

void checkFrames(ByteView bytes) {
    for (std::size_t from = 0; from < bytes.size();) {
        const Found found = findFrame(bytes.subspan(from), AtEnd::NothingFollows);
        if (!found.isFrame())
            return;
        const ByteView view = bytes.subspan(from + found.offset, found.size);
        const auto frame = parseFrame(view);
        require(frame.ok());
        const auto again = encodeFrame({.protocol = static_cast<ProtocolId>(frame->protocol),
                                        .control = frame->control,
                                        .address = frame->address,
                                        .msa = frame->msa,
                                        .isGroup = frame->isGroup,
                                        .afn = frame->afn,
                                        .sequence = frame->sequence},
                                       frame->body);
        require(again.ok() && std::equal(view.begin(), view.end(), again->begin(), again->end()));
        (void)describeHead(view, found.offset, 0);
        (void)describeBody(*frame);
        (void)explain(*frame, found.offset);
        require(forwardedBytes(*frame).size() <= frame->body.size());
        from += found.end();
    }
}

// The link takes anything in any pieces and never keeps more than it may.
void playLink(ByteView bytes) {
    LinkSettings settings;
    settings.maxBuffer = 512;
    settings.requiresLogin = !bytes.empty() && (bytes[0] & 1) != 0;
    Instant now = Instant::fromMicroseconds(0);
    TerminalLink link(settings, now);
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t count = std::min<std::size_t>(bytes[at] + 1U, bytes.size() - at);
        for (const LinkEvent& event : link.receive(bytes.subspan(at, count), now)) {
            if (event.kind == LinkEvent::Kind::Send)
                require(parseFrame(event.bytes).ok());
        }
        at += count;
        now = now + Duration::milliseconds(500);
        if (link.isLoggedIn() && !link.isBusy())
            require(
                link.forward({.port = 1, .payload = bytes.first(std::min<std::size_t>(20, bytes.size()))}, now).ok());
        (void)link.tick(now);
        (void)link.deadline();
    }
    (void)link.tick(now + Duration::hours(1));
    require(link.garbage() <= bytes.size());
}
} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView bytes(data, size);
    checkFrames(bytes);
    playLink(bytes);
    return 0;
}
