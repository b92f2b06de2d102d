// ./dev bench day [--seeds N] [--homes N] [--engine sqlite|postgresql|both]
// Whole days of the sandbox town over a bad line, each judged by tests/peers/town_judge.py.

#include "core/base/error.h"
#include "tests/bench/bench.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QProcess>

#include <cstdio>

namespace meterhall::bench {

METERHALL_ERRORS(DayBenchError, "bench", DidNotRun)

namespace {

struct Played {
    int days = 0;
    int right = 0;
    double meters = 0;
    double requests = 0;
    double seconds = 0;
};

void count(Played& played, const QJsonObject& day) {
    ++played.days;
    played.right += day.value(QLatin1String("wrong")).toArray().isEmpty() ? 1 : 0;
    played.meters += day.value(QLatin1String("meters")).toDouble();
    played.requests += day.value(QLatin1String("requests")).toDouble();
    played.seconds += day.value(QLatin1String("seconds")).toDouble();
}

void add(Figures& figures, const QString& engine, const Played& played) {
    const QString name = QStringLiteral("day.%1.").arg(engine);
    figures.push_back({name + QStringLiteral("days_right"), double(played.right), QStringLiteral("days"),
                       Floor{QStringLiteral("days played"), double(played.days)}, Goal::ratioAtLeast(1)});
    figures.push_back({name + QStringLiteral("meters_a_day"), played.meters / played.days, QStringLiteral("meters")});
    figures.push_back(
        {name + QStringLiteral("requests_per_meter"), played.requests / played.meters, QStringLiteral("requests")});
    figures.push_back({name + QStringLiteral("seconds_a_day"), played.seconds / played.days, QStringLiteral("s")});
}

} // namespace

Result<Figures> runDayBench(const QStringList& options) {
    QProcess days;
    days.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    days.start(QStringLiteral("python3"),
               QStringList{QStringLiteral("-B"), QStringLiteral("tests/day/play_days.py"), QStringLiteral("--bin"),
                           QCoreApplication::applicationDirPath(), QStringLiteral("--source"), QStringLiteral(".")} +
                   options);
    QMap<QString, Played> engines;
    while (days.waitForReadyRead(-1) || days.canReadLine()) {
        while (days.canReadLine()) {
            const QByteArray line = days.readLine();
            std::fputs(line.constData(), stderr);
            const QJsonObject day = QJsonDocument::fromJson(line).object();
            count(engines[day.value(QLatin1String("engine")).toString()], day);
        }
    }
    days.waitForFinished(-1);
    if (engines.isEmpty())
        return Error(DayBenchError::DidNotRun, {QStringLiteral("tests/day/play_days.py"), days.errorString()});
    Figures figures;
    for (auto played = engines.cbegin(); played != engines.cend(); ++played)
        add(figures, played.key(), played.value());
    return figures;
}

} // namespace meterhall::bench
