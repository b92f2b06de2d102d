#pragma once

#include "core/base/result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

#include <optional>
#include <vector>

namespace meterhall::devices {

/// A JSON object in which nothing is optional unless asked for as such, and nothing is left over: a misspelt field
/// of a data file is an error, never a default. Errors name the path, "registers[2].unit".
class StrictObject {
public:
    static Result<StrictObject> parse(const QByteArray& json);
    StrictObject(QJsonObject object, QString path)
        : m_object(std::move(object))
        , m_path(std::move(path)) {}

    bool has(const QString& name) const { return m_object.contains(name); }
    QString pathOf(const QString& name) const;
    QStringList names() const { return m_object.keys(); }

    Result<QString> text(const QString& name);
    Result<int> number(const QString& name, int least, int most);
    Result<bool> flag(const QString& name);
    /// "30", "901F": an unsigned number in hex digits, no prefix, exactly `digits` of them.
    Result<std::uint16_t> hex(const QString& name, int digits);
    Result<StrictObject> object(const QString& name);
    Result<std::vector<StrictObject>> objects(const QString& name);
    Result<QStringList> texts(const QString& name);
    /// One of a closed list; the answer is its place.
    Result<std::size_t> oneOf(const QString& name, const QStringList& allowed);

    /// UnknownField when something in the object was never asked for.
    Result<void> nothingElse() const;

private:
    Result<QJsonValue> take(const QString& name);
    Error bad(const QString& name, const QString& wanted) const;

    QJsonObject m_object;
    QString m_path;
    QSet<QString> m_taken;
};

} // namespace meterhall::devices
