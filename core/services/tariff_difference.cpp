#include "core/services/tariff_difference.h"

#include <QJsonArray>
#include <QLocale>

#include <algorithm>

namespace meterhall::services {

namespace {

struct Leaf {
    QStringList path;
    QString value;
};
using Leaves = std::vector<Leaf>;

QString textOf(const QJsonValue& value) {
    if (value.isDouble())
        return QString::number(value.toDouble(), 'g', QLocale::FloatingPointShortest);
    return value.isBool() ? (value.toBool() ? QStringLiteral("true") : QStringLiteral("false")) : value.toString();
}

/// ["0.01", "half_up"] is one thing: a step and a mode.
bool isRounding(const QStringList& path) {
    return path.contains(QLatin1String("rounding")) || path.last() == QLatin1String("round") ||
           path.last() == QLatin1String("bound_rounding");
}

void collect(const QJsonValue& value, const QStringList& path, Leaves& leaves);

void collectArray(const QJsonArray& array, const QStringList& path, Leaves& leaves) {
    if (isRounding(path)) {
        QStringList parts;
        for (const auto& part : array)
            parts += textOf(part);
        leaves.push_back({path, parts.join(QLatin1Char(' '))});
        return;
    }
    int place = 0;
    for (const auto& element : array) {
        ++place;
        const QString code = element.toObject().value(QLatin1String("code")).toString();
        collect(element, path + QStringList(code.isEmpty() ? QString::number(place) : code), leaves);
    }
}

void collect(const QJsonValue& value, const QStringList& path, Leaves& leaves) {
    if (value.isArray()) {
        collectArray(value.toArray(), path, leaves);
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto field = object.begin(); field != object.end(); ++field)
            collect(field.value(), path + QStringList(field.key()), leaves);
    } else {
        leaves.push_back({path, textOf(value)});
    }
}

Leaves leavesOf(const QJsonObject& file) {
    Leaves leaves;
    collect(file, {}, leaves);
    return leaves;
}

const Leaf* leafAt(const Leaves& leaves, const QStringList& path) {
    const auto found = std::ranges::find(leaves, path, &Leaf::path);
    return found == leaves.end() ? nullptr : &*found;
}

constexpr qsizetype componentDepth = 2; // {"components", "water"}

bool hasComponent(const Leaves& leaves, const QStringList& path) {
    return std::ranges::any_of(leaves, [&](const Leaf& leaf) { return leaf.path.mid(0, componentDepth) == path; });
}

QString labelOf(const Leaves& leaves, const QStringList& component) {
    const Leaf* label = leafAt(leaves, component + QStringList(QStringLiteral("label")));
    return label && !label->value.isEmpty() ? label->value : component.last();
}

/// The path under which a leaf is told: the component's own where the other file has no such component.
QStringList toldPath(const QStringList& path, const Leaves& other) {
    const bool ofComponent = path.size() > componentDepth && path.first() == QLatin1String("components");
    const QStringList component = path.mid(0, componentDepth);
    return ofComponent && !hasComponent(other, component) ? component : path;
}

} // namespace

std::vector<TariffDifference> differencesOf(const QJsonObject& before, const QJsonObject& after) {
    const Leaves old = leavesOf(before);
    const Leaves now = leavesOf(after);
    std::vector<TariffDifference> differences;
    const auto tell = [&](const TariffDifference& difference) {
        if (std::ranges::find(differences, difference.path, &TariffDifference::path) == differences.end())
            differences.push_back(difference);
    };
    for (const Leaf& leaf : old) {
        const QStringList path = toldPath(leaf.path, now);
        const Leaf* same = leafAt(now, leaf.path);
        if (path != leaf.path)
            tell({path, labelOf(old, path), {}});
        else if (!same || same->value != leaf.value)
            tell({path, leaf.value, same ? same->value : QString()});
    }
    for (const Leaf& leaf : now) {
        const QStringList path = toldPath(leaf.path, old);
        if (path != leaf.path)
            tell({path, {}, labelOf(now, path)});
        else if (!leafAt(old, leaf.path))
            tell({path, {}, leaf.value});
    }
    return differences;
}

} // namespace meterhall::services
