#include "app/collector/collector.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDateTime>
#include <QJsonDocument>

#include <csignal>
#include <cstdio>

using namespace meterhall;
using namespace meterhall::app;

namespace {

volatile std::sig_atomic_t askedToEnd = 0;

void say(std::FILE* to, const QByteArray& line) {
    std::fprintf(to, "%s\n", line.constData());
    std::fflush(to);
}

int wrongCall(const QString& sentence) {
    say(stderr, "meterhall-collector: " + sentence.toUtf8());
    return 2;
}

void declare(QCommandLineParser& parser) {
    const auto option = [&](const char* name, const char* what, const char* value, const char* standard = "") {
        parser.addOption({QString::fromLatin1(name), QString::fromLatin1(what), QString::fromLatin1(value),
                          QString::fromLatin1(standard)});
    };
    option("db", "postgresql://host:port/name; the database all collectors share", "URL");
    option("operator", "the service login (duty engineer); its password is in METERHALL_PASSWORD", "LOGIN");
    option("seats", "two seats of this collector alone", "A,B");
    option("key-file", "the key of sealed columns", "FILE");
    option("gdw", "where Q/GDW 376.1 terminals dial in", "HOST:PORT", "0.0.0.0:7600");
    option("dtu", "where DTUs dial in", "HOST:PORT");
    option("dtu-profile", "how they register", "NAME", "ctrl_text");
    option("name", "under which it holds leases", "NAME", "");
    option("lease-seconds", "how long a lease lasts unrenewed", "N", "30");
    option("every-seconds", "from one reading of a terminal to the next", "N", "21600");
    option("answer-ms", "how long a meter may take", "N", "5000");
    parser.addHelpOption();
}

std::optional<devices::HubDoor> doorFrom(const QString& address, devices::Uplink uplink, const QString& profile) {
    const qsizetype colon = address.lastIndexOf(u':');
    bool isNumber = false;
    const auto port = address.mid(colon + 1).toUShort(&isNumber);
    if (colon <= 0 || !isNumber)
        return std::nullopt;
    return devices::HubDoor{address.left(colon), port, uplink, profile};
}

Duration seconds(const QCommandLineParser& parser, const char* option) {
    return Duration::seconds(std::max(1, parser.value(QString::fromLatin1(option)).toInt()));
}

Result<CollectorSettings> settingsFrom(const QCommandLineParser& parser) {
    const auto missing = [](const char* name) {
        return Error(CollectorError::MissingOption, {QString::fromLatin1(name)});
    };
    const QStringList seats = parser.value(QStringLiteral("seats")).split(u',');
    if (seats.size() != 2 || seats[0].toUShort() == 0 || seats[1].toUShort() == 0)
        return missing("seats");
    if (!parser.isSet(QStringLiteral("operator")))
        return missing("operator");
    CollectorSettings settings{
        .workplace = {.url = parser.value(QStringLiteral("db")),
                      .seat = seats[0].toUShort(),
                      .keyFile = parser.value(QStringLiteral("key-file")),
                      .witnessFolder = {},
                      .hall = {},
                      .clock = [] { return Instant::fromMicroseconds(QDateTime::currentMSecsSinceEpoch() * 1000); }},
        .sinkSeat = seats[1].toUShort(),
        .login = parser.value(QStringLiteral("operator")),
        .password = qgetenv("METERHALL_PASSWORD"),
        .owner = parser.value(QStringLiteral("name")),
        .doors = {},
        .lease = seconds(parser, "lease-seconds"),
        .every = seconds(parser, "every-seconds"),
        .reading = {},
        .commands = {}};
    if (settings.owner.isEmpty())
        settings.owner =
            QStringLiteral("%1 pid %2").arg(QSysInfo::machineHostName()).arg(QCoreApplication::applicationPid());
    settings.reading.answerWithin = Duration::milliseconds(parser.value(QStringLiteral("answer-ms")).toInt());
    settings.commands.answerWithin = settings.reading.answerWithin;
    const auto addDoor = [&](const char* option, devices::Uplink uplink, const QString& profile) {
        const auto door = doorFrom(parser.value(QString::fromLatin1(option)), uplink, profile);
        if (door)
            settings.doors.push_back(*door);
        return door.has_value();
    };
    if (!addDoor("gdw", devices::Uplink::Gdw376, {}))
        return Error(CollectorError::BadOption, {QStringLiteral("gdw")});
    if (parser.isSet(QStringLiteral("dtu")) &&
        !addDoor("dtu", devices::Uplink::Dtu, parser.value(QStringLiteral("dtu-profile"))))
        return Error(CollectorError::BadOption, {QStringLiteral("dtu")});
    return settings;
}

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Meterhall's master station without a window"));
    declare(parser);
    parser.process(application);
    if (!parser.value(QStringLiteral("db")).startsWith(QLatin1String("postgresql:")))
        return wrongCall(QStringLiteral(
            "a collector shares its work through PostgreSQL; with SQLite the workstation itself hosts the station. "
            "Say --db postgresql://host:port/name"));
    auto settings = settingsFrom(parser);
    if (!settings.ok())
        return wrongCall(settings.error().toString());

    Collector collector(std::move(*settings));
    QObject::connect(&collector, &Collector::told,
                     [](const QJsonObject& line) { say(stdout, QJsonDocument(line).toJson(QJsonDocument::Compact)); });
    int code = 0;
    QObject::connect(&collector, &Collector::failed, [&code](const Error& error) {
        say(stderr, "meterhall-collector: " + error.toString().toUtf8());
        code = 1;
        QCoreApplication::quit();
    });
    if (const auto started = collector.start(); !started.ok())
        return wrongCall(started.error().toString());
    const auto end = [](int) { askedToEnd = 1; };
    std::signal(SIGTERM, end);
    std::signal(SIGINT, end);
    QTimer watch;
    QObject::connect(&watch, &QTimer::timeout, [] {
        if (askedToEnd != 0)
            QCoreApplication::quit();
    });
    constexpr int lookEveryMs = 100;
    watch.start(lookEveryMs);
    QCoreApplication::exec();
    collector.stop();
    return code;
}
