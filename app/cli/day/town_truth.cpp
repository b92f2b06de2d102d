#include "app/cli/day/town_truth.h"

#include "app/cli/command.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace meterhall::app {

Result<TownTruth> TownTruth::read(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error(CallError::CannotRead, {path});
    TownTruth truth;
    QString lastEvent;
    while (!file.atEnd()) {
        const QJsonObject line = QJsonDocument::fromJson(file.readLine()).object();
        lastEvent = line.value(QLatin1String("event")).toString();
        const QString meter = line.value(QLatin1String("meter")).toString();
        if (lastEvent == QLatin1String("register"))
            truth.m_hears[meter] = line.value(QLatin1String("hears")).toBool();
        if (lastEvent == QLatin1String("sent") && line.value(QLatin1String("intact")).toBool())
            truth.m_sent[meter].push_back({line.value(QLatin1String("frame")).toString().toUpper(),
                                           line.value(QLatin1String("reading")).toString()});
    }
    if (lastEvent != QLatin1String("end"))
        return Error(CallError::CannotRead, {path, QStringLiteral("it is not complete")});
    return truth;
}

bool TownTruth::sent(const QString& deviceAddress, const QString& frameHex, const Decimal& reading) const {
    const auto answers = m_sent.constFind(deviceAddress);
    if (answers == m_sent.constEnd())
        return false;
    const QString value = reading.toString();
    return std::any_of(answers->begin(), answers->end(), [&](const Answer& answer) {
        return answer.reading == value && answer.frame.endsWith(frameHex);
    });
}

QStringList TownTruth::living() const {
    QStringList meters;
    for (auto meter = m_hears.constBegin(); meter != m_hears.constEnd(); ++meter)
        if (meter.value())
            meters += meter.key();
    return meters;
}

} // namespace meterhall::app
