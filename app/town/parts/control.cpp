#include "app/town/parts/control.h"

#include "app/town/parts/machine_clock.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace meterhall::town {

namespace {
constexpr int mostDaysAtOnce = 3660;
constexpr qint64 longestLine = 64 * 1024;

QString textIn(const QJsonObject& call, const char* key) {
    return call.value(QLatin1String(key)).toString();
}

Result<int> countIn(const QJsonObject& call, const char* key, int highest) {
    const QJsonValue value = call.value(QLatin1String(key));
    if (value.isUndefined())
        return 0;
    const int count = value.toInt(-1);
    if (count < 0 || count > highest)
        return complaint(TownError::BadCall,
                         QStringLiteral("\"%1\" is a whole number from 0 to %2").arg(QLatin1String(key)).arg(highest));
    return count;
}
} // namespace

QJsonObject ControlDesk::answer(const QByteArray& line) {
    const QJsonDocument document = QJsonDocument::fromJson(line);
    auto done = document.isObject()
                    ? obey(document.object())
                    : Result<QJsonObject>(complaint(TownError::BadCall, QStringLiteral("a call is one JSON object")));
    if (!done)
        return {{QStringLiteral("ok"), false}, {QStringLiteral("error"), sentenceOf(done.error())}};
    QJsonObject answer = *std::move(done);
    answer.insert(QStringLiteral("ok"), true);
    return answer;
}

Result<QJsonObject> ControlDesk::obey(const QJsonObject& call) {
    const QString what = textIn(call, "do");
    if (what == QStringLiteral("status"))
        return status();
    if (what == QStringLiteral("truth"))
        return truth(call);
    if (what == QStringLiteral("silent"))
        return silent();
    if (what == QStringLiteral("advance"))
        return advance(call);
    if (what == QStringLiteral("repair"))
        return repair(call);
    if (what == QStringLiteral("kill"))
        return kill(call);
    if (what == QStringLiteral("faults"))
        return setFaults(call);
    if (what == QStringLiteral("hang_up"))
        return hangUp(call);
    if (what == QStringLiteral("dial"))
        return dial(call);
    if (what == QStringLiteral("flush"))
        return flush();
    return complaint(TownError::BadCall, QStringLiteral("\"do\" is one of status, truth, silent, advance, repair, "
                                                        "kill, faults, hang_up, dial, flush"));
}

Result<QJsonObject> ControlDesk::status() {
    QJsonArray terminals;
    for (std::size_t i = 0; i < town().terminals().size(); ++i)
        terminals.append(QJsonObject{{QStringLiteral("terminal"), town().terminals()[i].id},
                                     {QStringLiteral("online"), m_field.isOnline(static_cast<int>(i))}});
    return QJsonObject{{QStringLiteral("meters"), qint64(town().meters().size())},
                       {QStringLiteral("terminals"), terminals},
                       {QStringLiteral("clock"), town().clock(machineNow()).toString()},
                       {QStringLiteral("register_day"), town().registerDay().toString()},
                       {QStringLiteral("register_hour"), town().registerHour()},
                       {QStringLiteral("faults"), toJson(town().faults())},
                       {QStringLiteral("events"), ledger().events()}};
}

Result<Meter*> ControlDesk::meterIn(const QJsonObject& call) {
    const QString shown = textIn(call, "meter");
    const auto address = addressFromShown(shown);
    Meter* const meter = address ? town().find(*address) : nullptr;
    if (meter == nullptr)
        return complaint(TownError::BadCall,
                         QStringLiteral("no meter has the device address \"%1\"").arg(shown.left(40)));
    return meter;
}

Result<QJsonObject> ControlDesk::truth(const QJsonObject& call) {
    MH_TRY(const Meter* meter, meterIn(call));
    return truthOf(town(), *meter);
}

Result<QJsonObject> ControlDesk::silent() {
    QJsonArray meters;
    for (const Meter& meter : town().meters()) {
        if (!town().hears(meter))
            meters.append(QJsonObject{{QStringLiteral("meter"), shownAddress(meter.address)},
                                      {QStringLiteral("silence"), QLatin1String(nameOf(meter.silence))}});
    }
    return QJsonObject{{QStringLiteral("silent"), meters}};
}

Result<QJsonObject> ControlDesk::advance(const QJsonObject& call) {
    MH_TRY(const int days, countIn(call, "days", mostDaysAtOnce));
    MH_TRY(const int hours, countIn(call, "hours", mostDaysAtOnce * 24));
    if (days + hours == 0)
        return complaint(TownError::BadCall, QStringLiteral("advance needs \"days\" or \"hours\""));
    town().advance(days * 24 + hours);
    ledger().write(machineNow(), {}, "advance", {{QStringLiteral("hours"), days * 24 + hours}});
    recordRegisters(town(), ledger(), machineNow(), "advance");
    return QJsonObject{{QStringLiteral("register_day"), town().registerDay().toString()},
                       {QStringLiteral("register_hour"), town().registerHour()}};
}

void ControlDesk::silence(Meter& meter, Silence silence) {
    meter.silence = silence;
    ledger().write(machineNow(), shownAddress(meter.address), "repair",
                   {{QStringLiteral("silence"), QLatin1String(nameOf(silence))}});
}

Result<QJsonObject> ControlDesk::repair(const QJsonObject& call) {
    int repaired = 0;
    if (call.value(QStringLiteral("all")).toBool()) {
        for (Meter& meter : town().meters()) {
            if (meter.silence == Silence::None)
                continue;
            silence(meter, Silence::None);
            ++repaired;
        }
    } else {
        MH_TRY(Meter * meter, meterIn(call));
        silence(*meter, Silence::None);
        repaired = 1;
    }
    return QJsonObject{{QStringLiteral("repaired"), repaired}};
}

Result<QJsonObject> ControlDesk::kill(const QJsonObject& call) {
    MH_TRY(Meter * meter, meterIn(call));
    silence(*meter, Silence::DeadMeter);
    return QJsonObject{};
}

Result<QJsonObject> ControlDesk::setFaults(const QJsonObject& call) {
    const QJsonObject rates = call.value(QStringLiteral("set")).toObject();
    for (const QString& key : rates.keys()) {
        const bool isRate = key == QStringLiteral("lost") || key == QStringLiteral("late_duplicate") ||
                            key == QStringLiteral("corrupt") || key == QStringLiteral("torn");
        if (!isRate)
            return complaint(TownError::BadCall,
                             QStringLiteral("while the town lives only lost, late_duplicate, corrupt and torn can be "
                                            "set; use kill and repair for single meters"));
    }
    MH_TRY(const FaultPlan plan, faultsFrom(rates, town().faults()));
    town().setRates(plan);
    ledger().write(machineNow(), {}, "faults", toJson(plan));
    return QJsonObject{{QStringLiteral("faults"), toJson(town().faults())}};
}

Result<QJsonObject> ControlDesk::hangUp(const QJsonObject& call) {
    const QString terminal = textIn(call, "terminal");
    Uplink* const uplink = m_field.uplinkOf(terminal);
    if (uplink == nullptr)
        return complaint(TownError::BadCall, QStringLiteral("there is no terminal \"%1\"").arg(terminal.left(40)));
    MH_TRY(const int pauseMs, countIn(call, "ms", 3'600'000));
    ledger().write(machineNow(), {}, "hang_up",
                   {{QStringLiteral("terminal"), terminal}, {QStringLiteral("ms"), pauseMs}});
    uplink->hangUp(pauseMs);
    return QJsonObject{};
}

Result<QJsonObject> ControlDesk::dial(const QJsonObject& call) {
    DialTarget gdw;
    DialTarget dtu;
    if (call.contains(QStringLiteral("gdw"))) {
        MH_TRY(gdw, dialTargetFrom(textIn(call, "gdw")));
    }
    if (call.contains(QStringLiteral("dtu"))) {
        MH_TRY(dtu, dialTargetFrom(textIn(call, "dtu")));
    }
    m_field.dial(gdw, dtu);
    return QJsonObject{};
}

Result<QJsonObject> ControlDesk::flush() {
    ledger().flush();
    return QJsonObject{{QStringLiteral("events"), ledger().events()}};
}

Control::Control(Field& field, QObject* parent)
    : QObject(parent)
    , m_desk(field) {
    connect(&m_server, &QTcpServer::newConnection, this, &Control::welcome);
}

Result<void> Control::listen(const DialTarget& address) {
    const QHostAddress host(address.host);
    if (!host.isLoopback())
        return complaint(TownError::BadOption,
                         QStringLiteral("--control: %1 is not a loopback address").arg(address.host));
    if (!m_server.listen(host, address.port))
        return complaint(TownError::CannotListen,
                         QStringLiteral("--control: %1: %2").arg(address.host, m_server.errorString()));
    return {};
}

QString Control::address() const {
    return QStringLiteral("%1:%2").arg(m_server.serverAddress().toString()).arg(m_server.serverPort());
}

void Control::welcome() {
    while (QTcpSocket* caller = m_server.nextPendingConnection()) {
        connect(caller, &QTcpSocket::readyRead, this, [this, caller] { serve(*caller); });
        connect(caller, &QTcpSocket::disconnected, caller, &QObject::deleteLater);
    }
}

void Control::serve(QTcpSocket& caller) {
    while (caller.canReadLine())
        caller.write(QJsonDocument(m_desk.answer(caller.readLine())).toJson(QJsonDocument::Compact) + '\n');
    if (caller.bytesAvailable() > longestLine)
        caller.abort();
}

} // namespace meterhall::town
