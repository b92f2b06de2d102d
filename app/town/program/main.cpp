#include "app/town/parts/control.h"
#include "app/town/parts/machine_clock.h"
#include "app/town/parts/options.h"
#include "app/town/parts/roster.h"
#include "app/town/parts/shutdown.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <cstdio>

using namespace meterhall;
using namespace meterhall::town;

namespace {
constexpr int badCall = 2;

int complain(const Error& error) {
    std::fprintf(stderr, "meterhall-town: %s\n", qUtf8Printable(sentenceOf(error)));
    return badCall;
}

Result<void> saveRoster(const Town& town, const QString& fileName) {
    if (fileName.isEmpty())
        return {};
    QFile file(fileName);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return complaint(TownError::CannotWrite,
                         QStringLiteral("--roster: %1 cannot be written: %2").arg(fileName, file.errorString()));
    return writeRoster(town, file);
}

QJsonValue shownTarget(const DialTarget& target) {
    return target.port == 0 ? QJsonValue() : QJsonValue(target.toString());
}

void announce(const Options& options, const Town& town, const QString& control) {
    QJsonArray terminals;
    for (const Terminal& terminal : town.terminals())
        terminals.append(
            QJsonObject{{QStringLiteral("terminal"), terminal.id},
                        {QStringLiteral("carrier"),
                         terminal.kind == CarrierKind::Dtu ? QStringLiteral("dtu") : QStringLiteral("gdw376")}});
    const QJsonObject line{{QStringLiteral("program"), QStringLiteral("meterhall-town")},
                           {QStringLiteral("pid"), QCoreApplication::applicationPid()},
                           {QStringLiteral("control"), control},
                           {QStringLiteral("dials"), QJsonObject{{QStringLiteral("gdw"), shownTarget(options.gdw)},
                                                                 {QStringLiteral("dtu"), shownTarget(options.dtu)}}},
                           {QStringLiteral("homes"), town.plan().homes},
                           {QStringLiteral("meters"), qint64(town.meters().size())},
                           {QStringLiteral("seed"), QString::number(town.plan().seed)},
                           {QStringLiteral("today"), town.plan().today.toString()},
                           {QStringLiteral("terminals"), terminals},
                           {QStringLiteral("faults"), toJson(town.faults())}};
    std::puts(QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

// Lives until SIGTERM or SIGINT, then closes the ledger.
Result<void> live(const Options& options, Town& town, QCoreApplication& application) {
    MH_TRY(const std::unique_ptr<Truth> truth, Truth::open(options.truthFile));
    const Shutdown shutdown;
    QObject::connect(&shutdown, &Shutdown::asked, &application, &QCoreApplication::quit);
    recordRegisters(town, *truth, machineNow(), "start");
    Line line(town, *truth, options.latencyMs);
    {
        Field field(line, options.paces);
        Control control(field);
        MH_CHECK(control.listen(options.control));
        announce(options, town, control.address());
        field.dial(options.gdw, options.dtu);
        QCoreApplication::exec();
        field.close();
    }
    recordRegisters(town, *truth, machineNow(), "end");
    if (!truth->end(machineNow()))
        return complaint(TownError::CannotWrite,
                         QStringLiteral("--truth: %1 could not be written to its end").arg(options.truthFile));
    return {};
}

Result<void> run(const QStringList& arguments, QCoreApplication& application) {
    const Date today = *CivilTime::of(machineNow()).date();
    MH_TRY(const Options options, optionsFrom(arguments, today));
    if (options.helpWanted) {
        std::fputs(qUtf8Printable(options.helpText), stdout);
        return {};
    }
    MH_TRY(Town town, Town::build(options.plan, options.faults));
    town.clock(machineNow());
    MH_CHECK(saveRoster(town, options.rosterFile));
    return options.rosterOnly ? Result<void>() : live(options, town, application);
}
} // namespace

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    const auto ended = run(QCoreApplication::arguments(), application);
    return ended ? 0 : complain(ended.error());
}
