// Kills by a process outside of the program: how many were proved to fall into each phase, what they broke, and whether
// builds that were sabotaged on purpose are found. Options go to tests/kills/killer.py.

#include "tests/bench/bench.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

namespace meterhall::bench {

METERHALL_ERRORS(KillsError, "killsbench", KillerFailed)

namespace {

std::optional<Goal> goalOf(const QJsonObject& row) {
    if (row.contains(QLatin1String("at_least")))
        return Goal::atLeast(row.value(QLatin1String("at_least")).toDouble());
    if (row.contains(QLatin1String("at_most")))
        return Goal::atMost(row.value(QLatin1String("at_most")).toDouble());
    return std::nullopt;
}

} // namespace

Result<Figures> runKillsBench(const QStringList& options) {
    const QDir source(qEnvironmentVariable("METERHALL_SOURCE", QDir::currentPath()));
    QProcess killer;
    killer.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    killer.start(QStringLiteral("python3"),
                 QStringList{QStringLiteral("-B"), source.filePath(QStringLiteral("tests/kills/killer.py")),
                             QStringLiteral("--json"), QStringLiteral("--bin"),
                             QCoreApplication::applicationDirPath()} +
                     options);
    constexpr int forever = -1;
    killer.waitForFinished(forever);
    const QJsonArray rows = QJsonDocument::fromJson(killer.readAllStandardOutput()).array();
    if (rows.isEmpty())
        return Error(KillsError::KillerFailed, {QString::number(killer.exitCode())});
    Figures figures;
    for (const QJsonValue& value : rows) {
        const QJsonObject row = value.toObject();
        figures.push_back({.name = row.value(QLatin1String("name")).toString(),
                           .value = row.value(QLatin1String("value")).toDouble(),
                           .unit = row.value(QLatin1String("unit")).toString(),
                           .goal = goalOf(row)});
    }
    return figures;
}

} // namespace meterhall::bench
