#pragma once

// How a paper's fields are written to and read from JSON. Private to this folder; describe() in
// paper_fields.h names each field once for both directions.

#include "core/papers/paper.h"

#include <QJsonArray>
#include <QJsonObject>

#include <limits>

namespace meterhall::papers {

QString codeOf(Commodity commodity);
QString codeOf(PrintedOrigin origin);
bool fromCode(const QString& code, Commodity& commodity);
bool fromCode(const QString& code, PrintedOrigin& origin);

class FieldWriter {
public:
    template <class T>
    void field(const char* name, T& value) {
        m_object.insert(QLatin1StringView(name), toJson(value));
    }
    template <class T>
    void field(const char* name, std::optional<T>& value) {
        if (value)
            field(name, *value);
    }

    QJsonObject object() const { return m_object; }

private:
    static QJsonValue toJson(const QString& text) { return text; }
    static QJsonValue toJson(bool flag) { return flag; }
    static QJsonValue toJson(int number) { return number; }
    static QJsonValue toJson(const QStringList& texts) { return QJsonArray::fromStringList(texts); }
    static QJsonValue toJson(const Money& money);
    static QJsonValue toJson(const Decimal& decimal) { return decimal.toString(); }
    static QJsonValue toJson(Date date) { return date.toString(); }
    static QJsonValue toJson(const AccountingMonth& month);
    static QJsonValue toJson(Instant instant) { return QString::number(instant.microseconds()); }
    template <class Enum>
        requires std::is_enum_v<Enum>
    static QJsonValue toJson(Enum value) { return codeOf(value); }
    template <class Part>
    static QJsonValue toJson(std::vector<Part>& parts) {
        QJsonArray array;
        for (Part& part : parts)
            array.append(toJson(part));
        return array;
    }
    template <class Part>
        requires requires(FieldWriter& writer, Part& part) {
            describe(writer, part);
        }
    static QJsonValue toJson(Part& part) {
        FieldWriter writer;
        describe(writer, part);
        return writer.m_object;
    }

    QJsonObject m_object;
};

/// Fills fields until the first error; after it nothing more is read.
class FieldReader {
public:
    explicit FieldReader(const QJsonObject& object)
        : m_object(object) {}

    template <class T>
    void field(const char* name, T& value) {
        const auto found = m_object.constFind(QLatin1StringView(name));
        if (found == m_object.constEnd())
            fail(PaperError::MissingField, name);
        else if (m_result.ok() && !fromJson(*found, value))
            fail(PaperError::BadField, name);
    }
    template <class T>
    void field(const char* name, std::optional<T>& value) {
        if (!m_object.contains(QLatin1StringView(name)))
            return;
        value.emplace();
        field(name, *value);
    }

    const Result<void>& result() const { return m_result; }

private:
    void fail(PaperError code, const char* name) {
        if (m_result.ok())
            m_result = Error(code, {QString::fromLatin1(name)});
    }

    static bool fromJson(const QJsonValue& json, QString& text);
    static bool fromJson(const QJsonValue& json, bool& flag);
    static bool fromJson(const QJsonValue& json, int& number);
    static bool fromJson(const QJsonValue& json, QStringList& texts);
    static bool fromJson(const QJsonValue& json, Money& money);
    static bool fromJson(const QJsonValue& json, Decimal& decimal);
    static bool fromJson(const QJsonValue& json, Date& date);
    static bool fromJson(const QJsonValue& json, AccountingMonth& month);
    static bool fromJson(const QJsonValue& json, Instant& instant);
    template <class Enum>
        requires std::is_enum_v<Enum>
    static bool fromJson(const QJsonValue& json, Enum& value) {
        return json.isString() && fromCode(json.toString(), value);
    }
    template <class Part>
    bool fromJson(const QJsonValue& json, std::vector<Part>& parts) {
        if (!json.isArray())
            return false;
        for (const auto& item : json.toArray())
            if (!fromJson(item, parts.emplace_back()))
                return false;
        return true;
    }
    template <class Part>
        requires requires(FieldReader& reader, Part& part) {
            describe(reader, part);
        }
    bool fromJson(const QJsonValue& json, Part& part) {
        if (!json.isObject())
            return false;
        FieldReader reader(json.toObject());
        describe(reader, part);
        if (!reader.m_result.ok() && m_result.ok())
            m_result = reader.m_result;
        return reader.m_result.ok();
    }

    QJsonObject m_object;
    Result<void> m_result;
};

} // namespace meterhall::papers
