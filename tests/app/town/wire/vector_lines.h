#pragma once

#include "tests/support/test_case.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <vector>

namespace meterhall::tests {

/// The published frames of one file beside the project, "cjt188/frames.jsonl"; empty when they are not there.
inline std::vector<QJsonObject> vectorLines(const QString& file) {
    std::vector<QJsonObject> lines;
    const QString shared = sharedFolder();
    QFile in(shared + QStringLiteral("/vectors/") + file);
    if (shared.isEmpty() || !in.open(QIODevice::ReadOnly))
        return lines;
    while (!in.atEnd())
        lines.push_back(QJsonDocument::fromJson(in.readLine()).object());
    return lines;
}

} // namespace meterhall::tests
