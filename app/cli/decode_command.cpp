#include "app/cli/options.h"
#include "devices/codecs/decode.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace meterhall::app {

namespace {

constexpr const char* decodePage = R"(
meterhall-cli decode [--protocol P] [--key HEX] [--explain] [--jsonl FILE] [HEX …]

Decodes frames: from the arguments, or the "hex" members of the JSON lines in FILE.
  --protocol P   cjt188, dlt645, dlt698, gdw376, mbus, wmbus, modbus, or auto, which finds out
  --key HEX      of encrypted telegrams
  --explain      adds what each byte means

Prints one JSON line for each frame; exit code 1 when one of them could not be decoded.
)";

struct Frame {
    QString id;
    Bytes bytes;
};

Result<std::vector<Frame>> framesFrom(const Options& options) {
    std::vector<Frame> frames;
    for (const QString& hex : options.arguments()) {
        MH_TRY(Bytes bytes, fromHex(hex));
        frames.push_back({QString::number(frames.size() + 1), std::move(bytes)});
    }
    if (!options.has(QStringLiteral("jsonl")))
        return frames;
    MH_TRY(const QByteArray content, readInput(options.value(QStringLiteral("jsonl"))));
    int row = 0;
    for (const QByteArray& line : content.split('\n')) {
        ++row;
        if (line.trimmed().isEmpty())
            continue;
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        if (!object.value(QLatin1String("hex")).isString())
            return Error(devices::DecodeError::BadLine, {options.value(QStringLiteral("jsonl")), QString::number(row)});
        MH_TRY(Bytes bytes,
               fromHex(object.value(QLatin1String("hex")).toString()).within(QStringLiteral("line %1").arg(row)));
        frames.push_back({object.value(QLatin1String("id")).toString(), std::move(bytes)});
    }
    return frames;
}

Result<int> decode(const Options& options) {
    MH_TRY(const devices::Protocol protocol,
           devices::Protocol::parse(options.value(QStringLiteral("protocol"), QStringLiteral("auto"))));
    MH_TRY(const auto frames, framesFrom(options));
    if (frames.empty())
        return Error(CallError::MissingArgument, {QStringLiteral("HEX")});
    bool allDecoded = true;
    for (const Frame& frame : frames) {
        const devices::DecodeOptions how{.explain = options.has(QStringLiteral("explain"))};
        for (const QJsonObject& decoded : devices::decodeBytes(frame.id, frame.bytes, protocol, how)) {
            allDecoded = allDecoded && decoded.value(QLatin1String("ok")).toBool();
            printLine(QString::fromUtf8(QJsonDocument(decoded).toJson(QJsonDocument::Compact)));
        }
    }
    return allDecoded ? AllRight : DidNotHold;
}

} // namespace

int runDecodeCommand(const QStringList& arguments) {
    return runCommand({decodePage,
                       {QStringLiteral("protocol"), QStringLiteral("jsonl"), QStringLiteral("key")},
                       {QStringLiteral("explain")},
                       false},
                      arguments, decode);
}

} // namespace meterhall::app
