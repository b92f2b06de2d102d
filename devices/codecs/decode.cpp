#include "devices/codecs/decode.h"

#include "devices/codecs/cjt188/describe.h"
#include "devices/codecs/gdw376/describe.h"

namespace meterhall::devices {

namespace {
void join(QJsonObject& object, const QJsonObject& more) {
    for (auto it = more.begin(); it != more.end(); ++it)
        object.insert(it.key(), it.value());
}

QJsonObject answer(const QString& id, const QString& error, const QJsonObject& frame, const QJsonArray& records,
                   std::size_t trailing) {
    return {{QStringLiteral("id"), id},
            {QStringLiteral("ok"), error.isEmpty()},
            {QStringLiteral("error"), error.isEmpty() ? QJsonValue() : QJsonValue(error)},
            {QStringLiteral("frame"), frame},
            {QStringLiteral("records"), records},
            {QStringLiteral("trailing_bytes"), int(trailing)}};
}

QString text(ErrorCode code) {
    return code.toString();
}

QJsonObject refused(const QString& id, ErrorCode code, QJsonObject head, std::size_t trailing) {
    head.insert(QStringLiteral("framed"), head.contains(QStringLiteral("frame")));
    return answer(id, text(code), head, {}, trailing);
}

QJsonObject decodeCjt188(const QString& id, ByteView bytes, const Found& found, const DecodeOptions& options) {
    const std::size_t trailing = bytes.size() - found.end();
    const auto frame = cjt188::viewFrame(bytes.subspan(found.offset, found.size));
    const auto data = cjt188::decodeData(frame, options.model);
    QJsonObject head = cjt188::describeHead(frame.bytes, found.offset, trailing);
    join(head, cjt188::describeData(frame, data));
    QJsonObject object = answer(id, {}, head, cjt188::describeRecords(data), trailing);
    object.insert(QStringLiteral("protocol"), QStringLiteral("cjt188"));
    if (options.explain)
        object.insert(QStringLiteral("explain"), cjt188::explain(frame, data, found.offset));
    return object;
}

QJsonObject decodeGdw376(const QString& id, ByteView bytes, const Found& found, const DecodeOptions& options) {
    const std::size_t trailing = bytes.size() - found.end();
    const auto frame = gdw376::viewFrame(bytes.subspan(found.offset, found.size));
    QJsonObject head = gdw376::describeHead(frame.bytes, found.offset, trailing);
    join(head, gdw376::describeBody(frame));
    QJsonArray records;
    QJsonObject inner;
    const ByteView forwarded = gdw376::forwardedBytes(frame);
    if (const Found within = cjt188::findFrame(forwarded, AtEnd::NothingFollows); within.isFrame()) {
        inner = decodeCjt188(id, forwarded, within, options);
        records = inner[QStringLiteral("records")].toArray();
    }
    QJsonObject object = answer(id, {}, head, records, trailing);
    object.insert(QStringLiteral("protocol"), QStringLiteral("gdw376"));
    if (!inner.isEmpty())
        object.insert(QStringLiteral("inner"), inner);
    if (options.explain)
        object.insert(QStringLiteral("explain"), gdw376::explain(frame, found.offset));
    return object;
}

// On a mixed line only the types that the standard gives out are believed.
bool isMeterType(std::uint8_t type) {
    return (type >= 0x10 && type <= 0x49) || type == 0xAA;
}

struct Candidate {
    Found found;
    bool isGdw = false;
};

Candidate findAny(ByteView bytes, Protocol protocol) {
    const Found gdw = protocol == Protocol::Cjt188 ? Found{} : gdw376::findFrame(bytes, AtEnd::NothingFollows);
    if (gdw.isFrame() && protocol == Protocol::Gdw376)
        return {gdw, true};
    std::size_t from = 0;
    while (protocol != Protocol::Gdw376) {
        Found cjt = cjt188::findFrame(bytes.subspan(from), AtEnd::NothingFollows);
        if (!cjt.isFrame())
            break;
        cjt.offset += from;
        // What stands inside a 376.1 frame is its payload; what stands in front of it is a frame of its own.
        if (gdw.isFrame() && cjt.offset >= gdw.offset)
            break;
        if (protocol == Protocol::Cjt188 || isMeterType(bytes[cjt.offset + 1]))
            return {cjt, false};
        from = cjt.offset + 1;
    }
    return {gdw, true};
}

QJsonObject explainRefusal(const QString& id, ByteView bytes, Protocol protocol) {
    if (protocol != Protocol::Cjt188) {
        if (const Found shape = gdw376::findShape(bytes); shape.isFrame()) {
            const std::size_t trailing = bytes.size() - shape.end();
            const ByteView frame = bytes.subspan(shape.offset, shape.size);
            return refused(id, gdw376::GdwError::BadChecksum, gdw376::describeHead(frame, shape.offset, trailing),
                           trailing);
        }
    }
    if (protocol != Protocol::Gdw376) {
        if (const Found shape = cjt188::findShape(bytes); shape.isFrame()) {
            const std::size_t trailing = bytes.size() - shape.end();
            const ByteView frame = bytes.subspan(shape.offset, shape.size);
            return refused(id, cjt188::CjtError::BadChecksum, cjt188::describeHead(frame, shape.offset, trailing),
                           trailing);
        }
    }
    const ErrorCode code =
        protocol == Protocol::Gdw376 ? ErrorCode(gdw376::GdwError::NotAFrame) : ErrorCode(cjt188::CjtError::NotAFrame);
    return refused(id, code, {}, bytes.size());
}
} // namespace

Result<Protocol> parseProtocol(QStringView name) {
    if (name == u"cjt188")
        return Protocol::Cjt188;
    if (name == u"gdw376")
        return Protocol::Gdw376;
    if (name == u"auto")
        return Protocol::Auto;
    return Error(DecodeError::UnknownProtocol, {name.left(40).toString()});
}

std::vector<QJsonObject> decodeBytes(const QString& id, ByteView bytes, Protocol protocol,
                                     const DecodeOptions& options) {
    std::vector<QJsonObject> objects;
    std::size_t from = 0;
    while (from < bytes.size()) {
        Candidate candidate = findAny(bytes.subspan(from), protocol);
        if (!candidate.found.isFrame())
            break;
        candidate.found.offset += from;
        objects.push_back(candidate.isGdw ? decodeGdw376(id, bytes, candidate.found, options)
                                          : decodeCjt188(id, bytes, candidate.found, options));
        from = candidate.found.end();
    }
    if (objects.empty())
        objects.push_back(explainRefusal(id, bytes, protocol));
    return objects;
}

} // namespace meterhall::devices
