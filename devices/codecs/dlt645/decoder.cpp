#include "devices/codecs/decoder.h"

#include "devices/codecs/dlt645/describe.h"

#include <memory>

namespace meterhall::devices {

#define X(name, Name) extern const Decoder name##Decoder;
#include "devices/codecs/decoders.inc"
#undef X

namespace {
Found findDlt645(ByteView bytes, bool /*isMixedLine*/) {
    return dlt645::findFrame(bytes, AtEnd::NothingFollows);
}

QJsonObject describeDlt645Head(ByteView frame, Place place) {
    return dlt645::describeHead(frame, place.offset, place.trailing);
}

Decoded decodeDlt645(ByteView bytes, Place place, const DecodeOptions& options) {
    const auto frame = dlt645::viewFrame(bytes);
    const auto data = std::make_unique<dlt645::Data>();
    dlt645::decodeData(frame, options.dlt645, *data);
    Decoded decoded{
        .frame = describeDlt645Head(bytes, place), .records = dlt645::describeRecords(*data), .explain = {}};
    const QJsonObject more = dlt645::describeData(frame, *data);
    for (auto it = more.begin(); it != more.end(); ++it)
        decoded.frame.insert(it.key(), it.value());
    if (options.explain)
        decoded.explain = dlt645::explain(frame, *data, place.offset);
    return decoded;
}
} // namespace

// Behind Q/GDW 376.1, whose frames carry these; two marks and a sum are stronger than those of CJ/T 188.
const Decoder dlt645Decoder{.name = u"dlt645",
                            .rank = 20,
                            .find = findDlt645,
                            .findShape = dlt645::findShape,
                            .describeHead = describeDlt645Head,
                            .decode = decodeDlt645,
                            .notAFrame = dlt645::DltError::NotAFrame,
                            .badCheck = dlt645::DltError::BadChecksum};

} // namespace meterhall::devices
