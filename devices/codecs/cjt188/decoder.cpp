#include "devices/codecs/decoder.h"

#include "devices/codecs/cjt188/describe.h"

namespace meterhall::devices {

#define X(name, Name) extern const Decoder name##Decoder;
#include "devices/codecs/decoders.inc"
#undef X

namespace {
// On a mixed line only the types that the standard gives out are believed.
bool isMeterType(std::uint8_t type) {
    return (type >= 0x10 && type <= 0x49) || type == 0xAA;
}

Found findCjt188(ByteView bytes, bool isMixedLine) {
    std::size_t from = 0;
    while (true) {
        Found found = cjt188::findFrame(bytes.subspan(from), AtEnd::NothingFollows);
        found.offset += from;
        if (!found.isFrame() || !isMixedLine || isMeterType(bytes[found.offset + 1]))
            return found;
        from = found.offset + 1;
    }
}

QJsonObject describeCjt188Head(ByteView frame, Place place) {
    return cjt188::describeHead(frame, place.offset, place.trailing);
}

Decoded decodeCjt188(ByteView bytes, Place place, const DecodeOptions& options) {
    const auto frame = cjt188::viewFrame(bytes);
    const auto data = cjt188::decodeData(frame, options.model);
    Decoded decoded{.frame = describeCjt188Head(bytes, place), .records = cjt188::describeRecords(data), .explain = {}};
    const QJsonObject more = cjt188::describeData(frame, data);
    for (auto it = more.begin(); it != more.end(); ++it)
        decoded.frame.insert(it.key(), it.value());
    if (options.explain)
        decoded.explain = cjt188::explain(frame, data, place.offset);
    return decoded;
}
} // namespace

// Last on a mixed line: one 68 and a sum are the weakest marks of all.
const Decoder cjt188Decoder{.name = u"cjt188",
                            .rank = 90,
                            .find = findCjt188,
                            .findShape = cjt188::findShape,
                            .describeHead = describeCjt188Head,
                            .decode = decodeCjt188,
                            .notAFrame = cjt188::CjtError::NotAFrame,
                            .badCheck = cjt188::CjtError::BadChecksum};

} // namespace meterhall::devices
