#include "devices/codecs/decoder.h"

#include "devices/codecs/decode.h"
#include "devices/codecs/gdw376/describe.h"

namespace meterhall::devices {

#define X(name, Name) extern const Decoder name##Decoder;
#include "devices/codecs/decoders.inc"
#undef X

namespace {
Found findGdw376(ByteView bytes, bool /*isMixedLine*/) {
    return gdw376::findFrame(bytes, AtEnd::NothingFollows);
}

QJsonObject describeGdw376Head(ByteView frame, Place place) {
    return gdw376::describeHead(frame, place.offset, place.trailing);
}

Decoded decodeGdw376(ByteView bytes, Place place, const DecodeOptions& options) {
    const auto frame = gdw376::viewFrame(bytes);
    Decoded decoded{.frame = describeGdw376Head(bytes, place), .records = {}, .explain = {}};
    const QJsonObject more = gdw376::describeBody(frame);
    for (auto it = more.begin(); it != more.end(); ++it)
        decoded.frame.insert(it.key(), it.value());
    if (options.explain)
        decoded.explain = gdw376::explain(frame, place.offset);
    // What is handed through is a meter's frame: its values are what the reader of this line wants to see.
    const ByteView forwarded = gdw376::forwardedBytes(frame);
    if (const QJsonObject inner = decodeBytes({}, forwarded, Protocol::any(), options).front();
        inner[QStringLiteral("ok")].toBool()) {
        decoded.records = inner[QStringLiteral("records")].toArray();
        decoded.inner = inner;
    }
    return decoded;
}
} // namespace

const Decoder gdw376Decoder{.name = u"gdw376",
                            .rank = 10,
                            .find = findGdw376,
                            .findShape = gdw376::findShape,
                            .describeHead = describeGdw376Head,
                            .decode = decodeGdw376,
                            .notAFrame = gdw376::GdwError::NotAFrame,
                            .badCheck = gdw376::GdwError::BadChecksum};

} // namespace meterhall::devices
