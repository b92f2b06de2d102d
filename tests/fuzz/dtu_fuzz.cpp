#include "devices/codecs/dtu/link.h"

using namespace meterhall;
using namespace meterhall::dtu;

namespace {
void require(bool holds) {
    if (!holds)
        __builtin_trap();
}

const Profile& textProfile() {
    static const Profile profile = *Profile::fromText(
        R"json({"id": "t", "registration": {"regex": "R:(?<id>[0-9]{2})\n", "reply": {"text": "{id}"}},
                                   "heartbeat": {"regex": "P+\n"}})json");
    return profile;
}

const Profile& binaryProfile() {
    static const Profile profile = *Profile::fromText(
        R"json({"id": "b", "registration": {"bytes": "7E 01 id id 7E", "idForm": "digits"},
                "heartbeat": {"bytes": "7E 02 ?? 7E", "reply": {"hex": "7E82"}}, "frames": "none"})json");
    return profile;
}

// However the bytes are cut and whatever the pauses: every one comes out as payload once, was a word, was refused
// before the registration, or is still waited for.
void play(const Profile& profile, ByteView bytes) {
    Instant now = Instant::fromMicroseconds(0);
    Link link(profile, now);
    std::size_t payload = 0;
    const auto count = [&](const std::vector<LinkEvent>& events) {
        for (const LinkEvent& event : events) {
            require(event.kind != LinkEvent::Kind::Payload || link.isRegistered());
            payload += event.kind == LinkEvent::Kind::Payload ? event.bytes.size() : 0;
        }
    };
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t piece = std::min<std::size_t>(bytes[at] % 50 + 1U, bytes.size() - at);
        count(link.receive(bytes.subspan(at, piece), now));
        at += piece;
        now = now + Duration::milliseconds(bytes[at - 1] % 8 == 0 ? 1200 : 1);
        count(link.tick(now));
    }
    count(link.tick(now + Duration::hours(1)));
    require(payload <= bytes.size());
}
} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView bytes(data, size);
    play(textProfile(), bytes);
    play(binaryProfile(), bytes);
    // Profiles are read from files that people edit.
    if (size > 0 && data[0] == '{') {
        const auto profile =
            Profile::fromText(QByteArray(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)));
        if (profile.ok())
            play(*profile, bytes);
    }
    return 0;
}
