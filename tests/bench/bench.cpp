#include "tests/bench/bench.h"

#include <QJsonObject>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>

namespace meterhall::bench {

bool Goal::holds(double value, std::optional<double> ratio) const {
    if (m_ofRatio && !ratio)
        return false;
    const double measured = m_ofRatio ? *ratio : value;
    return std::isfinite(measured) && (m_upper ? measured <= m_limit : measured >= m_limit);
}

QString Goal::toString() const {
    return (m_ofRatio ? QStringLiteral("ratio ") : QString()) +
           (m_upper ? QStringLiteral("<= ") : QStringLiteral(">= ")) + QString::number(m_limit);
}

std::optional<double> Figure::ratio() const {
    if (!floor || floor->value == 0)
        return std::nullopt;
    return value / floor->value;
}

bool Figure::holds() const {
    return !goal || goal->holds(value, ratio());
}

QJsonArray toJson(const Figures& figures) {
    QJsonArray array;
    for (const Figure& figure : figures) {
        const auto ratio = figure.ratio();
        array.append(QJsonObject{
            {QStringLiteral("name"), figure.name},
            {QStringLiteral("value"), figure.value},
            {QStringLiteral("unit"), figure.unit},
            {QStringLiteral("floor"), figure.floor ? QJsonValue(figure.floor->name) : QJsonValue()},
            {QStringLiteral("floor_value"), figure.floor ? QJsonValue(figure.floor->value) : QJsonValue()},
            {QStringLiteral("ratio"), ratio ? QJsonValue(*ratio) : QJsonValue()},
            {QStringLiteral("goal"), figure.goal ? QJsonValue(figure.goal->toString()) : QJsonValue()},
            {QStringLiteral("holds"), figure.holds()},
        });
    }
    return array;
}

void tell(const Figures& figures) {
    for (const Figure& figure : figures) {
        QString line = QStringLiteral("%1: %2 %3").arg(figure.name).arg(figure.value, 0, 'f', 1).arg(figure.unit);
        if (const auto ratio = figure.ratio())
            line += QStringLiteral("; %1: %2, ratio %3")
                        .arg(figure.floor->name)
                        .arg(figure.floor->value, 0, 'f', 1)
                        .arg(*ratio, 0, 'f', 2);
        if (figure.goal)
            line += QStringLiteral("; %1 %2").arg(figure.goal->toString(),
                                                  figure.holds() ? QStringLiteral("holds") : QStringLiteral("MISSED"));
        std::fputs(qPrintable(line + u'\n'), stderr);
    }
}

double percentile95(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values.at(std::min(values.size() - 1, values.size() * 95 / 100));
}

double secondsOf(const std::function<void()>& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

} // namespace meterhall::bench
