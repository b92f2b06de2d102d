#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QStringList>

namespace meterhall::tests {

struct CliRun {
    int exitCode = -1;
    QByteArray output;
    QByteArray messages;

    /// The last line of the output as JSON.
    QJsonObject json() const;
};

/// Runs the real meterhall-cli of this build and waits for its end.
CliRun runCli(const QStringList& words, const QByteArray& input = {});

} // namespace meterhall::tests
