#include "core/storage/many_texts.h"

#include "core/storage/postgres_array.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace meterhall::storage {

std::string isAmong(const Database& database, std::string_view column) {
    const char* condition = database.isSqlite() ? " IN (SELECT value FROM json_each(?))" : " = ANY(?::TEXT[])";
    return std::string(column) + condition;
}

Value textsFor(const Database& database, const QStringList& texts) {
    if (database.isSqlite())
        return QJsonDocument(QJsonArray::fromStringList(texts)).toJson(QJsonDocument::Compact).toStdString();
    PostgresArray array;
    for (const QString& text : texts)
        array.add(text.toStdString());
    return array.text();
}

} // namespace meterhall::storage
