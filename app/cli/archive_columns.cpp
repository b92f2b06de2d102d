#include "app/cli/archive_columns.h"

#include <QHash>
#include <QJsonDocument>
#include <QSet>

#include <set>

namespace meterhall::app {

namespace {

struct Column {
    const char* name;
    const char* group; ///< object of the exchange form; empty: the line itself
    const char* member;
    bool isNumber;
};

constexpr std::array columns = std::to_array<Column>({
    {"account", "", "account", false},
    {"commodity", "", "commodity", false},
    {"legal_entity", "", "legal_entity", false},
    {"use_class", "", "use_class", false},
    {"household_size", "", "household_size", true},
    {"tariff", "", "tariff", false},
    {"customer", "customer", "number", false},
    {"name", "customer", "name", false},
    {"phone", "customer", "phone", false},
    {"id_number", "customer", "id_number", false},
    {"premise", "premise", "code", false},
    {"address", "premise", "address", false},
    {"book", "service_point", "book", false},
    {"sequence", "service_point", "sequence", true},
    {"meter", "meter", "number", false},
    {"protocol", "meter", "protocol", false},
    {"device_address", "meter", "device_address", false},
    {"profile", "meter", "profile", false},
    {"digits", "meter", "digits", true},
    {"multiplier", "meter", "multiplier", false},
    {"installed", "meter", "installed", false},
    {"start_register", "meter", "start_register", false},
    {"terminal", "carrier", "terminal", false},
    {"port", "carrier", "port", true},
    {"carrier", "carrier", "kind", false},
    {"previous_date", "previous_reading", "date", false},
    {"previous_value", "previous_reading", "value", false},
    {"ladder_from", "year_to_date", "from", false},
    {"ladder_use", "year_to_date", "use", false},
});

const QString entityName = QStringLiteral("legal_entity_name");
const QString bookReader = QStringLiteral("book_reader");

QJsonValue valueOf(const Column& column, const QString& text) {
    bool isNumber = false;
    const int number = column.isNumber ? text.toInt(&isNumber) : 0;
    return isNumber ? QJsonValue(number) : QJsonValue(text);
}

QString textOf(const QJsonValue& value) {
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

QByteArray compact(const QJsonObject& object) {
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// What has to stand above a line of CSV: its company, its book and its terminal, when they are named for the first
/// time.
class Heads {
public:
    QList<QByteArray> of(const QJsonObject& cells) {
        QList<QByteArray> lines;
        const auto cell = [&](const char* name) { return cells.value(QLatin1String(name)).toString(); };
        const QString entity = cell("legal_entity");
        if (!entity.isEmpty() && !cells.value(entityName).toString().isEmpty() && !m_entities.contains(entity)) {
            m_entities.insert(entity);
            lines += compact({{QStringLiteral("kind"), QStringLiteral("legal_entity")},
                              {QStringLiteral("code"), entity},
                              {QStringLiteral("name"), cells.value(entityName)}});
        }
        const QString book = cell("book");
        if (!book.isEmpty() && cells.contains(bookReader) && !m_books.contains(book)) {
            m_books.insert(book);
            lines +=
                compact({{QStringLiteral("kind"), QStringLiteral("book")},
                         {QStringLiteral("number"), book},
                         {QStringLiteral("reader"), QJsonObject{{QStringLiteral("name"), cells.value(bookReader)}}}});
        }
        const auto terminal = std::pair(cell("terminal"), cell("carrier"));
        if (!terminal.first.isEmpty() && !terminal.second.isEmpty() && m_terminals.insert(terminal).second)
            lines += compact({{QStringLiteral("kind"), QStringLiteral("terminal")},
                              {QStringLiteral("terminal"), terminal.first},
                              {QStringLiteral("carrier"), terminal.second}});
        return lines;
    }

private:
    std::set<std::pair<QString, QString>> m_terminals; ///< with their carriers
    QSet<QString> m_entities;
    QSet<QString> m_books;
};

} // namespace

QStringList archiveColumns() {
    QStringList names;
    for (const Column& column : columns)
        names += QLatin1String(column.name);
    return names << entityName << bookReader;
}

QJsonObject archiveLineFrom(const QJsonObject& cells) {
    QJsonObject line{{QStringLiteral("kind"), QStringLiteral("account")}};
    std::map<QString, QJsonObject> groups;
    for (const Column& column : columns) {
        const QJsonValue cell = cells.value(QLatin1String(column.name));
        const bool mayBeEmpty = QLatin1String(column.name) != QLatin1String("tariff");
        if (!cell.isString() || (cell.toString().isEmpty() && !mayBeEmpty))
            continue;
        QJsonObject& target = *column.group ? groups[QLatin1String(column.group)] : line;
        target.insert(QLatin1String(column.member), valueOf(column, cell.toString()));
    }
    for (const auto& [name, group] : groups)
        line.insert(name, group);
    return line;
}

QStringList archiveCells(const QJsonObject& line, const QHash<QString, QString>& names,
                         const QHash<QString, QString>& readers) {
    QStringList cells;
    for (const Column& column : columns) {
        const QJsonObject group = *column.group ? line.value(QLatin1String(column.group)).toObject() : line;
        cells += textOf(group.value(QLatin1String(column.member)));
    }
    const QString book = line.value(QLatin1String("service_point")).toObject().value(QLatin1String("book")).toString();
    return cells << names.value(line.value(QLatin1String("legal_entity")).toString()) << readers.value(book);
}

Result<ArchiveLines> readArchive(const QString& fileName, const QByteArray& content) {
    MH_TRY(const std::vector<TableRow> rows, parseTable(fileName, content));
    const bool csv = isCsv(fileName);
    ArchiveLines archive;
    Heads heads;
    for (const TableRow& row : rows) {
        QList<QByteArray> lines;
        if (csv && row.readable)
            lines = heads.of(row.members) << compact(archiveLineFrom(row.members));
        else
            lines += csv ? QByteArray("unreadable") : row.content;
        for (const QByteArray& line : lines) {
            archive.lines += line;
            archive.origins.push_back({row.row, row.content});
        }
    }
    return archive;
}

} // namespace meterhall::app
