#include "core/tariffs/json_fields.h"

#include "core/money/exact_amount.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace meterhall {

namespace {
/// Text, or lists and objects of nothing but text. A number written as text is none.
bool isWords(const QJsonValue& value) {
    if (value.isString())
        return !ExactAmount::parse(value.toString()).ok();
    const QJsonArray array = value.toArray();
    const QJsonObject object = value.toObject();
    return value.isNull() || (value.isArray() && std::all_of(array.begin(), array.end(), isWords)) ||
           (value.isObject() && std::all_of(object.begin(), object.end(), isWords));
}

QString wordsOf(const QJsonValue& value) {
    if (value.isString())
        return value.toString();
    const QJsonDocument document = value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    return QString::fromUtf8(document.toJson(QJsonDocument::Compact));
}
} // namespace

bool JsonFields::has(QLatin1StringView key) const {
    const QJsonValue value = m_object.value(key);
    return !value.isUndefined() && !value.isNull();
}

QJsonValue JsonFields::take(QLatin1StringView key) {
    m_left.removeAll(QString(key));
    return m_object.value(key);
}

QString JsonFields::pathOf(QLatin1StringView key) const {
    return m_path.isEmpty() ? QString(key) : m_path + u'.' + key;
}

Result<QString> JsonFields::text(QLatin1StringView key) {
    const QJsonValue value = take(key);
    if (value.isUndefined() || value.isNull())
        return Error(TariffError::MissingField, {pathOf(key)});
    if (!value.isString())
        return Error(TariffError::BadField, {pathOf(key)});
    return value.toString();
}

Result<QString> JsonFields::textOr(QLatin1StringView key, const QString& missing) {
    if (has(key))
        return text(key);
    take(key);
    return missing;
}

Result<QString> JsonFields::decimal(QLatin1StringView key) {
    const QJsonValue value = take(key);
    if (value.isUndefined() || value.isNull())
        return Error(TariffError::MissingField, {pathOf(key)});
    return decimalText(value, pathOf(key));
}

Result<QStringList> JsonFields::decimals(QLatin1StringView key) {
    const QJsonValue value = take(key);
    QStringList texts;
    if (value.isUndefined() || value.isNull())
        return texts;
    if (!value.isArray())
        return Error(TariffError::BadField, {pathOf(key)});
    for (const QJsonValue item : value.toArray()) {
        MH_TRY(const QString text, decimalText(item, pathOf(key)));
        texts += text;
    }
    return texts;
}

QStringList JsonFields::takeWords() {
    QStringList said;
    const QStringList left = m_left;
    for (const QString& key : left) {
        const QJsonValue value = m_object.value(key);
        if (!isWords(value))
            continue;
        m_left.removeAll(key);
        if (!value.isNull())
            said += QStringLiteral("%1: %2").arg(m_path.isEmpty() ? key : m_path + u'.' + key, wordsOf(value));
    }
    return said;
}

Result<void> JsonFields::finish() const {
    if (m_left.isEmpty())
        return {};
    const QString key = m_left.front();
    return Error(TariffError::Unsupported, {m_path.isEmpty() ? key : m_path + u'.' + key});
}

Result<QString> decimalText(const QJsonValue& value, const QString& path) {
    if (value.isString())
        return value.toString();
    if (!value.isDouble())
        return Error(TariffError::BadField, {path});
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromLatin1(list.mid(1, list.size() - 2));
}

} // namespace meterhall
