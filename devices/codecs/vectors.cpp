#include "devices/codecs/vectors.h"

#include "devices/codecs/json_lines.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>

#include <numeric>

namespace meterhall::devices {

namespace {
QString valueText(const QJsonValue& value) {
    if (value.isUndefined())
        return QStringLiteral("(absent)");
    if (value.isNull())
        return QStringLiteral("null");
    if (value.isString())
        return value.toString();
    if (value.isBool())
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    if (value.isDouble())
        return QString::number(value.toInteger());
    const QJsonDocument document = value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    return QString::fromUtf8(document.toJson(QJsonDocument::Compact));
}

void compareValue(const QString& field, const QJsonValue& expected, const QJsonValue& got,
                  std::vector<VectorDifference>& differences) {
    if (expected.isObject() && got.isObject()) {
        const QJsonObject members = expected.toObject();
        for (auto it = members.begin(); it != members.end(); ++it) {
            const QString name = field.isEmpty() ? it.key() : field + u'.' + it.key();
            compareValue(name, it.value(), got.toObject().value(it.key()), differences);
        }
        return;
    }
    if (expected != got)
        differences.push_back({{}, {}, field, valueText(expected), valueText(got)});
}

// `mustRefuse`: of a file of malformed frames. There libmbus tells apart what is malformed (it exits with an error)
// and what is a good frame that reports one.
bool isRefusal(const QJsonObject& expect, bool mustRefuse) {
    const QJsonValue exitCode = expect[QStringLiteral("libmbus_exit")];
    if (exitCode.isDouble())
        return exitCode.toInt() != 0;
    if (mustRefuse)
        return true;
    const QJsonValue framed = expect[QStringLiteral("framed")];
    const QJsonValue sumHolds = expect[QStringLiteral("checksum_ok")];
    return (framed.isBool() && !framed.toBool()) || (sumHolds.isBool() && !sumHolds.toBool());
}

// Of malformed frames even the hex may be.
bool isWhole(const QJsonObject& line, bool isMalformed) {
    const bool hasHex = isMalformed || fromHex(line[QStringLiteral("hex")].toString()).ok();
    return hasHex && line[QStringLiteral("hex")].isString() && line[QStringLiteral("expect")].isObject() &&
           line[QStringLiteral("id")].isString();
}

Result<void> compareFile(const QString& path, const QString& name, Protocol protocol, VectorReport& report) {
    MH_TRY(const std::vector<JsonLine> lines, readJsonLines(path));
    VectorFile counts{.file = name};
    const bool isMalformedFile = name.section(u'/', -1).startsWith(QStringLiteral("malformed"));
    for (const JsonLine& line : lines) {
        if (!isWhole(line.object, isMalformedFile))
            return Error(DecodeError::BadLine, {path, QString::number(line.number)});
        auto differences = compareVector(line.object, protocol, isMalformedFile);
        ++(differences.empty() ? counts.passed : counts.failed);
        for (VectorDifference& difference : differences) {
            difference.file = name;
            report.differences.push_back(std::move(difference));
        }
    }
    report.files.push_back(counts);
    return {};
}

Result<void> compareFolder(const QDir& folder, const QString& protocolName, VectorReport& report) {
    const auto protocol = Protocol::parse(protocolName);
    for (const QString& file : folder.entryList({QStringLiteral("*.jsonl")}, QDir::Files, QDir::Name)) {
        const QString name = protocolName + u'/' + file;
        if (protocol.ok() && !protocol->isAny()) {
            MH_CHECK(compareFile(folder.filePath(file), name, *protocol, report));
            continue;
        }
        MH_TRY(const std::vector<JsonLine> lines, readJsonLines(folder.filePath(file)));
        report.files.push_back({.file = name, .notCounted = int(lines.size())});
    }
    return {};
}

int sum(const std::vector<VectorFile>& files, int VectorFile::*count) {
    return std::accumulate(files.begin(), files.end(), 0,
                           [count](int total, const VectorFile& file) { return total + file.*count; });
}
} // namespace

int VectorReport::passed() const {
    return sum(files, &VectorFile::passed);
}

int VectorReport::failed() const {
    return sum(files, &VectorFile::failed);
}

int VectorReport::notCounted() const {
    return sum(files, &VectorFile::notCounted);
}

std::vector<VectorDifference> compareVector(const QJsonObject& line, Protocol protocol, bool mustRefuse) {
    std::vector<VectorDifference> differences;
    const QString id = line[QStringLiteral("id")].toString();
    const QJsonObject expect = line[QStringLiteral("expect")].toObject();
    const auto bytes = fromHex(line[QStringLiteral("hex")].toString());
    const std::vector<QJsonObject> decoded = decodeBytes(id, bytes.valueOr({}), protocol);
    const QJsonObject& first = decoded.front();
    const bool hasOwnWords = !protocol.isAny() && protocol.decoder()->compare;
    if (auto compared = hasOwnWords ? protocol.decoder()->compare(expect, first) : std::nullopt)
        differences = std::move(*compared);
    else
        compareValue({}, expect, first[QStringLiteral("frame")], differences);
    compareValue(QStringLiteral("ok"), !isRefusal(expect, mustRefuse), first[QStringLiteral("ok")], differences);
    for (VectorDifference& difference : differences)
        difference.id = id;
    return differences;
}

Result<VectorReport> compareVectors(const QString& folder) {
    const QDir root(folder);
    if (!root.exists())
        return Error(DecodeError::NoFolder, {folder});
    VectorReport report;
    for (const QString& protocol : root.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name))
        MH_CHECK(compareFolder(QDir(root.filePath(protocol)), protocol, report));
    if (report.passed() + report.failed() == 0)
        return Error(DecodeError::NothingCompared, {folder});
    return report;
}

} // namespace meterhall::devices
