#pragma once

#include "app/cli/command.h"

#include <QJsonObject>

namespace meterhall::app {

/// One row of a CSV or JSON-lines file with flat members, as an object of strings. `row` is the line it begins on, from
/// 1; `content` its bytes as they stand in the file.
struct TableRow {
    int row = 0;
    QByteArray content;
    QJsonObject members;
    bool readable = true; ///< false: no JSON object, or another number of cells than the header
};

/// CSV (RFC 4180: commas, double quotes, a header line, UTF-8 with or without its mark) when the name ends in .csv,
/// JSON lines otherwise. Empty lines are skipped. CallError::CannotRead when a quote is never closed.
Result<std::vector<TableRow>> parseTable(const QString& fileName, const QByteArray& content);
bool isCsv(const QString& fileName);

/// Writes rows as CSV or JSON lines, decided like parseTable(), to a file or, for "-", to standard output.
class TableWriter {
public:
    /// `asCsv` empty: by the name.
    static Result<std::unique_ptr<TableWriter>> open(const QString& fileName, const QStringList& columns,
                                                     std::optional<bool> asCsv = {});
    ~TableWriter();
    TableWriter(const TableWriter&) = delete;
    TableWriter& operator=(const TableWriter&) = delete;

    /// Cells in the order of the columns.
    Result<void> row(const QStringList& cells);
    /// A line of JSON that is no row of cells.
    Result<void> object(const QJsonObject& object);
    /// The file gets its name only now.
    Result<void> finish();

private:
    class Output;
    TableWriter(std::unique_ptr<Output> output, QStringList columns, bool asCsv);

    std::unique_ptr<Output> m_output;
    QStringList m_columns;
    bool m_asCsv;
};

} // namespace meterhall::app
