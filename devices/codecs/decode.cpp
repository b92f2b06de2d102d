#include "devices/codecs/decode.h"

#include "devices/codecs/json_lines.h"

namespace meterhall::devices {

#define X(name, Name) extern const Decoder name##Decoder;
#include "devices/codecs/decoders.inc"
#undef X

namespace {
constexpr const Decoder* allDecoders[] = {
#define X(name, Name) &name##Decoder,
#include "devices/codecs/decoders.inc"
#undef X
};

QJsonObject answer(const QString& id, const QJsonObject& frame, std::size_t trailing) {
    return {{QStringLiteral("id"), id},
            {QStringLiteral("ok"), true},
            {QStringLiteral("error"), QJsonValue()},
            {QStringLiteral("frame"), frame},
            {QStringLiteral("records"), QJsonArray()},
            {QStringLiteral("trailing_bytes"), int(trailing)}};
}

QJsonObject refused(const QString& id, ErrorCode code, QJsonObject head, std::size_t trailing) {
    head.insert(QStringLiteral("framed"), head.contains(QStringLiteral("frame")));
    QJsonObject object = answer(id, head, trailing);
    object.insert(QStringLiteral("ok"), false);
    object.insert(QStringLiteral("error"), code.toString());
    return object;
}

struct Seen {
    const Decoder* decoder = nullptr;
    Found found;

    // The frame that starts first; what stands inside another one is its payload.
    bool isBefore(const Seen& other) const {
        if (!other.decoder || found.offset != other.found.offset)
            return !other.decoder || found.offset < other.found.offset;
        return decoder->rank < other.decoder->rank;
    }
};

std::vector<const Decoder*> wanted(Protocol protocol) {
    if (protocol.isAny())
        return {std::begin(allDecoders), std::end(allDecoders)};
    return {protocol.decoder()};
}

Seen findFirst(ByteView bytes, Protocol protocol) {
    Seen first;
    for (const Decoder* decoder : wanted(protocol)) {
        const Seen seen{decoder, decoder->find(bytes, protocol.isAny())};
        if (seen.found.isFrame() && seen.isBefore(first))
            first = seen;
    }
    return first;
}

QJsonObject decodeOne(const QString& id, ByteView bytes, const Seen& seen, const DecodeOptions& options) {
    const Place place{seen.found.offset, bytes.size() - seen.found.end()};
    const Decoded decoded = seen.decoder->decode(bytes.subspan(place.offset, seen.found.size), place, options);
    QJsonObject object = answer(id, decoded.frame, place.trailing);
    object.insert(QStringLiteral("protocol"), seen.decoder->name.toString());
    object.insert(QStringLiteral("records"), decoded.records);
    if (!decoded.inner.isEmpty())
        object.insert(QStringLiteral("inner"), decoded.inner);
    if (options.explain)
        object.insert(QStringLiteral("explain"), decoded.explain);
    if (decoded.refusal) {
        object.insert(QStringLiteral("ok"), false);
        object.insert(QStringLiteral("error"), decoded.refusal->toString());
    }
    return object;
}

QJsonObject explainRefusal(const QString& id, ByteView bytes, Protocol protocol) {
    Seen first;
    for (const Decoder* decoder : wanted(protocol)) {
        const Seen seen{decoder, decoder->findShape(bytes)};
        if (seen.found.isFrame() && seen.isBefore(first))
            first = seen;
    }
    if (!first.decoder)
        return refused(id, wanted(protocol).front()->notAFrame, {}, bytes.size());
    const Place place{first.found.offset, bytes.size() - first.found.end()};
    const QJsonObject head = first.decoder->describeHead(bytes.subspan(place.offset, first.found.size), place);
    return refused(id, first.decoder->badCheck, head, place.trailing);
}
} // namespace

std::span<const Decoder* const> decoders() {
    return allDecoders;
}

Result<Protocol> Protocol::parse(QStringView name) {
    if (name == u"auto")
        return any();
    for (const Decoder* decoder : allDecoders) {
        if (decoder->name == name)
            return Protocol(decoder);
    }
    return Error(DecodeError::UnknownProtocol, {name.left(40).toString()});
}

QStringList Protocol::names() {
    QStringList all;
    for (const Decoder* decoder : allDecoders)
        all += decoder->name.toString();
    return all += QStringLiteral("auto");
}

std::vector<QJsonObject> decodeBytes(const QString& id, ByteView bytes, Protocol protocol,
                                     const DecodeOptions& options) {
    std::vector<QJsonObject> objects;
    std::size_t from = 0;
    while (from < bytes.size()) {
        Seen seen = findFirst(bytes.subspan(from), protocol);
        if (!seen.decoder)
            break;
        seen.found.offset += from;
        objects.push_back(decodeOne(id, bytes, seen, options));
        from = seen.found.end();
    }
    if (objects.empty())
        objects.push_back(explainRefusal(id, bytes, protocol));
    return objects;
}

Result<std::vector<QJsonObject>> decodeFile(const QString& path, Protocol protocol, const DecodeOptions& options) {
    MH_TRY(const std::vector<JsonLine> lines, readJsonLines(path));
    std::vector<QJsonObject> objects;
    for (const JsonLine& line : lines) {
        const QJsonValue hex = line.object[QStringLiteral("hex")];
        const auto bytes = fromHex(hex.toString());
        if (!hex.isString() || !bytes.ok())
            return Error(DecodeError::BadLine, {path, QString::number(line.number)});
        const auto decoded = decodeBytes(line.object[QStringLiteral("id")].toString(), *bytes, protocol, options);
        objects.insert(objects.end(), decoded.begin(), decoded.end());
    }
    return objects;
}

} // namespace meterhall::devices
