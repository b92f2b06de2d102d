#include "devices/codecs/decoder.h"

#include "devices/codecs/mbus/compare.h"
#include "devices/codecs/mbus/describe.h"

namespace meterhall::devices {

#define X(name, Name) extern const Decoder name##Decoder;
#include "devices/codecs/decoders.inc"
#undef X

namespace {
// On a mixed line E5 and short frames are seen in too much that is none.
Found findMbus(ByteView bytes, bool isMixedLine) {
    return mbus::findFrame(bytes, AtEnd::NothingFollows, isMixedLine ? mbus::Shapes::LongOnly : mbus::Shapes::All);
}

QJsonObject describeMbusHead(ByteView frame, Place place) {
    return mbus::describeHead(frame, place.offset, place.trailing);
}

Decoded decodeMbus(ByteView bytes, Place place, const DecodeOptions& options) {
    const auto frame = mbus::viewFrame(bytes);
    const auto application = mbus::readApplication(frame);
    Decoded decoded{.frame = describeMbusHead(bytes, place), .records = {}, .explain = {}};
    if (options.explain)
        decoded.explain = mbus::explain(frame, application, place.offset);
    if (!frame.hasUserData())
        return decoded;
    if (!application.ok()) {
        decoded.refusal = application.error().code();
        return decoded;
    }
    const QJsonObject more = mbus::describeApplication(*application);
    for (auto it = more.begin(); it != more.end(); ++it)
        decoded.frame.insert(it.key(), it.value());
    std::optional<mbus::MbusError> broken;
    decoded.records = mbus::describeRecords(*application, broken);
    // What goes to a meter is shown, and is no reading.
    if (frame.control.isFromMaster())
        decoded.refusal = mbus::MbusError::FromMaster;
    if (broken)
        decoded.refusal = *broken;
    return decoded;
}
} // namespace

const Decoder mbusDecoder{.name = u"mbus",
                          .rank = 20,
                          .find = findMbus,
                          .findShape = mbus::findShape,
                          .describeHead = describeMbusHead,
                          .decode = decodeMbus,
                          .notAFrame = mbus::MbusError::NotAFrame,
                          .badCheck = mbus::MbusError::BadChecksum,
                          .compare = mbus::comparePublished};

} // namespace meterhall::devices
