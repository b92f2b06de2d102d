#include "devices/profiles/strict_json.h"

#include "devices/profiles/device_profile.h"

#include <QJsonDocument>

#include <cmath>

namespace meterhall::devices {

Result<StrictObject> StrictObject::parse(const QByteArray& json) {
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (problem.error != QJsonParseError::NoError)
        return Error(ProfileError::NotJson, {problem.errorString(), QString::number(problem.offset)});
    if (!document.isObject())
        return Error(ProfileError::NotJson, {QStringLiteral("no object"), QStringLiteral("0")});
    return StrictObject(document.object(), {});
}

QString StrictObject::pathOf(const QString& name) const {
    return m_path.isEmpty() ? name : m_path + u'.' + name;
}

Error StrictObject::bad(const QString& name, const QString& wanted) const {
    return {ProfileError::BadValue, {pathOf(name), wanted}};
}

Result<QJsonValue> StrictObject::take(const QString& name) {
    m_taken.insert(name);
    const auto found = m_object.constFind(name);
    if (found == m_object.constEnd())
        return Error(ProfileError::MissingField, {pathOf(name)});
    return QJsonValue(*found);
}

Result<QString> StrictObject::text(const QString& name) {
    MH_TRY(const QJsonValue value, take(name));
    if (!value.isString() || value.toString().trimmed().isEmpty())
        return bad(name, QStringLiteral("a text"));
    return value.toString();
}

Result<int> StrictObject::number(const QString& name, int least, int most) {
    MH_TRY(const QJsonValue value, take(name));
    const int number = value.toInt(least - 1); // no whole number: the default, which is out of range
    if (!value.isDouble() || number < least || number > most)
        return bad(name, QStringLiteral("a whole number from %1 to %2").arg(least).arg(most));
    return number;
}

Result<bool> StrictObject::flag(const QString& name) {
    MH_TRY(const QJsonValue value, take(name));
    if (!value.isBool())
        return bad(name, QStringLiteral("true or false"));
    return value.toBool();
}

Result<std::uint16_t> StrictObject::hex(const QString& name, int digits) {
    MH_TRY(const QString value, text(name));
    bool isHex = false;
    const std::uint16_t number = value.toUShort(&isHex, 16);
    const bool onlyDigits = std::all_of(value.begin(), value.end(), [](QChar c) { return c.isLetterOrNumber(); });
    if (!isHex || !onlyDigits || value.size() != digits)
        return bad(name, QStringLiteral("%1 hex digits").arg(digits));
    return number;
}

Result<StrictObject> StrictObject::object(const QString& name) {
    MH_TRY(const QJsonValue value, take(name));
    if (!value.isObject())
        return bad(name, QStringLiteral("an object"));
    return StrictObject(value.toObject(), pathOf(name));
}

Result<std::vector<StrictObject>> StrictObject::objects(const QString& name) {
    MH_TRY(const QJsonValue value, take(name));
    if (!value.isArray())
        return bad(name, QStringLiteral("a list"));
    std::vector<StrictObject> all;
    for (const auto& one : value.toArray()) {
        if (!one.isObject())
            return bad(name, QStringLiteral("a list of objects"));
        all.emplace_back(one.toObject(), QStringLiteral("%1[%2]").arg(pathOf(name)).arg(all.size()));
    }
    return all;
}

Result<QStringList> StrictObject::texts(const QString& name) {
    MH_TRY(const QJsonValue value, take(name));
    if (!value.isArray())
        return bad(name, QStringLiteral("a list"));
    QStringList all;
    for (const auto& one : value.toArray()) {
        if (!one.isString())
            return bad(name, QStringLiteral("a list of texts"));
        all.append(one.toString());
    }
    return all;
}

Result<std::size_t> StrictObject::oneOf(const QString& name, const QStringList& allowed) {
    MH_TRY(const QString value, text(name));
    const qsizetype index = allowed.indexOf(value);
    if (index < 0)
        return bad(name, allowed.join(u'|'));
    return std::size_t(index);
}

Result<void> StrictObject::nothingElse() const {
    for (const QString& name : m_object.keys()) {
        if (!m_taken.contains(name))
            return Error(ProfileError::UnknownField, {pathOf(name)});
    }
    return {};
}

} // namespace meterhall::devices
