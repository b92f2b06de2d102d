#include "tests/app/cli/cli_process.h"

#include <QJsonDocument>
#include <QProcess>

namespace meterhall::tests {

QJsonObject CliRun::json() const {
    const QList<QByteArray> lines = output.trimmed().split('\n');
    return QJsonDocument::fromJson(lines.isEmpty() ? QByteArray() : lines.last()).object();
}

std::vector<QJsonObject> CliRun::jsonLines() const {
    std::vector<QJsonObject> objects;
    for (const QByteArray& line : output.split('\n'))
        if (!line.trimmed().isEmpty())
            objects.push_back(QJsonDocument::fromJson(line).object());
    return objects;
}

CliRun runCli(const QStringList& words, const QByteArray& input, const Environment& environment) {
    constexpr int longestMilliseconds = 280'000;
    QProcess process;
    QProcessEnvironment all = QProcessEnvironment::systemEnvironment();
    all.remove(QStringLiteral("METERHALL_PASSWORD")); // a developer's own must not sign anybody in
    for (const auto& [name, value] : environment)
        all.insert(name, value);
    process.setProcessEnvironment(all);
    process.start(qEnvironmentVariable("METERHALL_BIN") + QStringLiteral("/meterhall-cli"), words);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(longestMilliseconds))
        return {-1, process.readAllStandardOutput(), process.readAllStandardError() + process.errorString().toUtf8()};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace meterhall::tests
