// meterhall-bench --list
// meterhall-bench NAME [--json FILE] [--measurement FILE --commit TEXT] [options of the bench]
// Prints the figures as JSON; exit 1 when a goal does not hold or a bench fails, 2 when the call is wrong.

#include "tests/bench/bench.h"

#include <QApplication>
#include <QDateTime>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSysInfo>
#include <QThread>

#include <cstdio>

namespace meterhall::bench {

#define X(id, Name) Result<Figures> run##Name##Bench(const QStringList& options);
#include "tests/bench/benches.inc"
#undef X

namespace {

struct Bench {
    const char* name;
    Result<Figures> (*run)(const QStringList& options);
};

constexpr Bench benches[] = {
#define X(id, Name) {#id, run##Name##Bench},
#include "tests/bench/benches.inc"
#undef X
};

void print(const QString& text) {
    std::fputs(qPrintable(text + u'\n'), stdout);
}

void complain(const QString& text) {
    std::fputs(qPrintable(QStringLiteral("meterhall-bench: ") + text + u'\n'), stderr);
}

/// Takes "--name value" out of the arguments; empty when it is not there.
QString takeOption(QStringList& arguments, const QString& name) {
    const auto at = arguments.indexOf(name);
    if (at < 0 || at + 1 >= arguments.size())
        return {};
    const QString value = arguments.at(at + 1);
    arguments.remove(at, 2);
    return value;
}

QString processorName() {
    QFile file(QStringLiteral("/proc/cpuinfo"));
    if (file.open(QIODevice::ReadOnly)) {
        const auto lines = file.readAll().split('\n');
        for (const QByteArray& line : lines)
            if (line.startsWith("model name"))
                return QString::fromUtf8(line.mid(line.indexOf(':') + 1).trimmed());
    }
    return QSysInfo::currentCpuArchitecture();
}

QJsonObject measurement(const QString& command, const QString& commit, const Figures& figures) {
    return {{QStringLiteral("command"), command},
            {QStringLiteral("commit"), commit},
            {QStringLiteral("when"), QDateTime::currentDateTimeUtc().toString(Qt::ISODate)},
            {QStringLiteral("processor"), processorName()},
            {QStringLiteral("cores"), QThread::idealThreadCount()},
            {QStringLiteral("system"), QSysInfo::prettyProductName()},
            {QStringLiteral("figures"), toJson(figures)}};
}

bool save(const QString& path, const QJsonDocument& document) {
    QFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(document.toJson()) > 0)
        return true;
    complain(QStringLiteral("cannot write %1: %2").arg(path, file.errorString()));
    return false;
}

int runBench(const Bench& bench, QStringList arguments) {
    const QString command = (QStringList{QStringLiteral("./dev bench"), QString::fromLatin1(bench.name)}).join(u' ');
    const QString jsonFile = takeOption(arguments, QStringLiteral("--json"));
    const QString measurementFile = takeOption(arguments, QStringLiteral("--measurement"));
    const QString commit = takeOption(arguments, QStringLiteral("--commit"));

    if (arguments.contains(QStringLiteral("--help"))) {
        complain(QStringLiteral("what %1 measures and its options stand on top of tests/bench/%1_bench.cpp")
                     .arg(QString::fromLatin1(bench.name)));
        return 2;
    }
    const auto figures = bench.run(arguments);
    if (!figures.ok()) {
        complain(figures.error().toString());
        return 1;
    }
    const QJsonDocument json(toJson(*figures));
    print(QString::fromUtf8(json.toJson().trimmed()));
    bool good = !figures->empty() && std::ranges::all_of(*figures, &Figure::holds);
    if (!jsonFile.isEmpty())
        good = save(jsonFile, json) && good;
    if (!measurementFile.isEmpty()) {
        const QString call = (QStringList{command} + arguments).join(u' ');
        good = save(measurementFile, QJsonDocument(measurement(call, commit, *figures))) && good;
    }
    return good ? 0 : 1;
}

int main(QStringList arguments) {
    arguments.removeFirst();
    const QString name = arguments.isEmpty() ? QString() : arguments.takeFirst();
    if (name == QLatin1String("--list")) {
        for (const Bench& bench : benches)
            print(QString::fromLatin1(bench.name));
        return 0;
    }
    for (const Bench& bench : benches)
        if (name == QLatin1String(bench.name))
            return runBench(bench, arguments);
    complain(QStringLiteral("no bench is named '%1'; --list names them").arg(name));
    return 2;
}

} // namespace
} // namespace meterhall::bench

int main(int argc, char** argv) {
    // One bench has windows; none needs a screen.
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    return meterhall::bench::main(QApplication::arguments());
}
