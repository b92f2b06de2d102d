#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QStringList>

#include <map>
#include <vector>

namespace meterhall::tests {

struct CliRun {
    int exitCode = -1;
    QByteArray output;
    QByteArray messages;

    /// The last line of the output as JSON.
    QJsonObject json() const;
    /// Every line of the output as JSON.
    std::vector<QJsonObject> jsonLines() const;
};

/// NAME -> value, on top of this process's own.
using Environment = std::map<QString, QString>;

/// Runs the real meterhall-cli of this build and waits for its end.
CliRun runCli(const QStringList& words, const QByteArray& input = {}, const Environment& environment = {});

} // namespace meterhall::tests
