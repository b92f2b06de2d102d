#pragma once

#include "core/quantity/rounding.h"
#include "core/tariffs/tariff_error.h"

#include <QJsonObject>

namespace meterhall {

/// Reads an object field by field and remembers which ones were asked for. What nobody asked for is refused by name:
/// a tariff file never means more than the program computes.
class JsonFields {
public:
    /// `path` names the object in errors: "tiers[2]".
    JsonFields(const QJsonObject& object, QString path)
        : m_object(object)
        , m_left(object.keys())
        , m_path(std::move(path)) {}

    /// Present and not null.
    bool has(QLatin1StringView key) const;
    QJsonValue take(QLatin1StringView key);
    /// "tiers[2].upto", for errors.
    QString pathOf(QLatin1StringView key) const;

    Result<QString> text(QLatin1StringView key);
    /// Empty where the field is missing.
    Result<QString> textOr(QLatin1StringView key, const QString& missing);
    /// A decimal as text, whether it was written "2.07" or 2.07.
    Result<QString> decimal(QLatin1StringView key);
    /// A list of decimals; empty where the field is missing.
    Result<QStringList> decimals(QLatin1StringView key);
    /// What is left over and is said in words, for people: "note: …". Lists and objects of words are words; a number is
    /// none, nor is one written as text.
    QStringList takeWords();
    /// Nothing was left over.
    Result<void> finish() const;

private:
    QJsonObject m_object;
    QStringList m_left;
    QString m_path;
};

/// A JSON string or number as decimal text. A number is taken by its shortest decimal, which is what was typed.
Result<QString> decimalText(const QJsonValue& value, const QString& path);

} // namespace meterhall
