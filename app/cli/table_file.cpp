#include "app/cli/table_file.h"

#include <QJsonDocument>
#include <QSaveFile>

#include <cstdio>

namespace meterhall::app {

namespace {

/// Cuts CSV into records. A cell with quotes may hold commas, quotes (doubled) and line ends.
class CsvReader {
public:
    explicit CsvReader(const QByteArray& text)
        : m_text(text) {
        if (m_text.startsWith("\xEF\xBB\xBF"))
            m_at = 3;
    }

    struct Record {
        int line = 0;
        QByteArray content;
        QStringList cells;
    };

    bool atEnd() const { return m_at >= m_text.size(); }

    Result<Record> next(const QString& fileName) {
        Record record;
        record.line = m_line;
        const qsizetype start = m_at;
        for (bool more = true; more;) {
            MH_TRY(QByteArray cell, nextCell(fileName, record.line));
            record.cells += QString::fromUtf8(cell);
            more = !atEnd() && m_text[m_at] == ',';
            if (more)
                ++m_at;
        }
        record.content = m_text.mid(start, m_at - start);
        skipLineEnd();
        return record;
    }

private:
    Result<QByteArray> nextCell(const QString& fileName, int line) {
        if (atEnd() || m_text[m_at] != '"')
            return plainCell();
        QByteArray cell;
        ++m_at;
        for (; !atEnd(); ++m_at) {
            const char byte = m_text[m_at];
            if (byte == '\n')
                ++m_line;
            if (byte != '"') {
                cell += byte;
            } else if (m_at + 1 < m_text.size() && m_text[m_at + 1] == '"') {
                cell += byte;
                ++m_at;
            } else {
                ++m_at;
                return cell + plainCell();
            }
        }
        return Error(CallError::CannotRead, {fileName, QStringLiteral("a quote of line %1 is never closed").arg(line)});
    }

    QByteArray plainCell() {
        const qsizetype start = m_at;
        while (!atEnd() && m_text[m_at] != ',' && m_text[m_at] != '\n')
            ++m_at;
        QByteArray cell = m_text.mid(start, m_at - start);
        if (cell.endsWith('\r'))
            cell.chop(1);
        return cell;
    }

    void skipLineEnd() {
        if (!atEnd() && m_text[m_at] == '\n') {
            ++m_at;
            ++m_line;
        }
    }

    const QByteArray& m_text;
    qsizetype m_at = 0;
    int m_line = 1;
};

Result<std::vector<TableRow>> parseCsv(const QString& fileName, const QByteArray& content) {
    CsvReader reader(content);
    std::vector<TableRow> rows;
    QStringList header;
    while (!reader.atEnd()) {
        MH_TRY(CsvReader::Record record, reader.next(fileName));
        if (record.cells.size() == 1 && record.cells.front().trimmed().isEmpty())
            continue;
        if (header.isEmpty()) {
            for (const QString& cell : record.cells)
                header += cell.trimmed();
            continue;
        }
        TableRow row{record.line, record.content, {}, record.cells.size() == header.size()};
        for (qsizetype i = 0; row.readable && i < header.size(); ++i)
            row.members.insert(header.at(i), record.cells.at(i).trimmed());
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<TableRow> parseJsonLines(const QByteArray& content) {
    std::vector<TableRow> rows;
    int number = 0;
    for (const QByteArray& line : content.split('\n')) {
        ++number;
        if (line.trimmed().isEmpty())
            continue;
        const QJsonDocument json = QJsonDocument::fromJson(line);
        rows.push_back({number, line, json.object(), json.isObject()});
    }
    return rows;
}

// A cell that a spreadsheet would take for a formula is no matter of this file form: digits and names stay as they are.
QByteArray csvCell(const QString& text) {
    QByteArray cell = text.toUtf8();
    const bool plain = !cell.contains(',') && !cell.contains('"') && !cell.contains('\n') && !cell.contains('\r');
    return plain ? cell : '"' + cell.replace('"', "\"\"") + '"';
}

} // namespace

bool isCsv(const QString& fileName) {
    return fileName.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive);
}

Result<std::vector<TableRow>> parseTable(const QString& fileName, const QByteArray& content) {
    return isCsv(fileName) ? parseCsv(fileName, content) : Result<std::vector<TableRow>>(parseJsonLines(content));
}

class TableWriter::Output {
public:
    Result<void> open(const QString& name) {
        m_name = name;
        if (name == QLatin1String("-"))
            return {};
        m_file.setFileName(name);
        m_file.setDirectWriteFallback(false);
        return m_file.open(QIODevice::WriteOnly) ? Result<void>() : failure();
    }

    Result<void> write(const QByteArray& bytes) {
        const qint64 written = m_file.isOpen()
                                   ? m_file.write(bytes)
                                   : qint64(std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), stdout));
        return written == bytes.size() ? Result<void>() : failure();
    }

    Result<void> finish() {
        const bool done = m_file.isOpen() ? m_file.commit() : std::fflush(stdout) == 0;
        return done ? Result<void>() : failure();
    }

private:
    Result<void> failure() const { return Error(CallError::CannotWrite, {m_name, m_file.errorString()}); }

    QString m_name;
    QSaveFile m_file;
};

TableWriter::TableWriter(std::unique_ptr<Output> output, QStringList columns, bool asCsv)
    : m_output(std::move(output))
    , m_columns(std::move(columns))
    , m_asCsv(asCsv) {}

TableWriter::~TableWriter() = default;

Result<std::unique_ptr<TableWriter>> TableWriter::open(const QString& fileName, const QStringList& columns,
                                                       std::optional<bool> asCsv) {
    auto output = std::make_unique<Output>();
    MH_CHECK(output->open(fileName));
    std::unique_ptr<TableWriter> writer(new TableWriter(std::move(output), columns, asCsv.value_or(isCsv(fileName))));
    if (writer->m_asCsv)
        MH_CHECK(writer->row(columns));
    return writer;
}

Result<void> TableWriter::row(const QStringList& cells) {
    Q_ASSERT(cells.size() == m_columns.size());
    if (!m_asCsv) {
        QJsonObject members;
        for (qsizetype i = 0; i < cells.size(); ++i)
            members.insert(m_columns.at(i), cells.at(i));
        return object(members);
    }
    QByteArrayList line;
    for (const QString& cell : cells)
        line += csvCell(cell);
    return m_output->write(line.join(',') + '\n');
}

Result<void> TableWriter::object(const QJsonObject& object) {
    return m_output->write(QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
}

Result<void> TableWriter::finish() {
    return m_output->finish();
}

} // namespace meterhall::app
