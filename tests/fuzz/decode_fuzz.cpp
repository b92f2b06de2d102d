#include "devices/codecs/decode.h"

using namespace meterhall;
using namespace meterhall::devices;

namespace {
void require(bool holds) {
    if (!holds)
        __builtin_trap();
}

// Every byte of a decoded frame is explained once, and what is said about its place is true.
void check(const QJsonObject& decoded, ByteView bytes) {
    const QJsonObject frame = decoded[QStringLiteral("frame")].toObject();
    if (!decoded[QStringLiteral("ok")].toBool()) {
        require(decoded[QStringLiteral("error")].isString());
        return;
    }
    QString joined;
    for (const QJsonValue& part : decoded[QStringLiteral("explain")].toArray())
        joined += part[QStringLiteral("hex")].toString();
    require(joined == frame[QStringLiteral("frame")].toString());
    const auto offset = std::size_t(frame[QStringLiteral("offset")].toInt());
    const auto trailing = std::size_t(frame[QStringLiteral("trailing_bytes")].toInt());
    require(offset + std::size_t(joined.size()) / 2 + trailing == bytes.size());
}
} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView bytes(data, size);
    for (const QString& name : Protocol::names()) {
        const auto decoded = decodeBytes(name, bytes, *Protocol::parse(name), {.explain = true});
        require(!decoded.empty());
        for (const QJsonObject& object : decoded)
            check(object, bytes);
    }
    return 0;
}
