#pragma once

#include "devices/codecs/decode.h"

/// Comparison with published frames: DIR/<protocol>/*.jsonl, one {"id","hex","expect"} a line.
namespace meterhall::devices {

struct VectorDifference {
    QString id;
    QString file; ///< "cjt188/frames.jsonl"
    QString field;
    QString expected;
    QString got;
};

struct VectorFile {
    QString file;
    int passed = 0;
    int failed = 0;
    int notCounted = 0; ///< lines of protocols that have no decoder yet
};

struct VectorReport {
    std::vector<VectorDifference> differences;
    std::vector<VectorFile> files;

    int passed() const;
    int failed() const;
    int notCounted() const;
};

/// Every field of `expect` must be decoded exactly so. A frame of a file named malformed*, or whose expectation says
/// that it is not framed or its sum is wrong, must be refused. A folder in which nothing was compared is an error,
/// as is a line that is no such object.
Result<VectorReport> compareVectors(const QString& folder);

/// One line's difference fields; empty when it is as expected. `mustRefuse` as above.
std::vector<VectorDifference> compareVector(const QJsonObject& line, Protocol protocol, bool mustRefuse);

} // namespace meterhall::devices
