#pragma once

#include "app/cli/options.h"
#include "app/cli/table_file.h"
#include "core/services/archive.h"

namespace meterhall::app {

constexpr qint64 largestTable = qint64(2) * 1024 * 1024 * 1024 - 1;

/// The rows of a file, or of standard input for "-".
Result<std::vector<TableRow>> tableOf(const QString& file);

/// A member of a row as text, whether it was written as a text or as a number; empty when it is missing.
QString textOf(const TableRow& row, const char* name);

/// {"row","reason","content"} on standard output.
void printRowError(int row, const QByteArray& content, const Error& reason);

/// Prints the service's errors and {"taken","known","errors"}, `bad` rows that could not be read among them; gives the
/// exit code.
int printImport(const services::ImportResult& result, int bad);

/// A row that cannot be read is printed at once and counted, the others are what the service is asked to store.
template <class Parse>
auto goodRows(const std::vector<TableRow>& rows, Parse parse, int& bad) {
    std::vector<std::decay_t<decltype(*parse(rows.front()))>> parsed;
    parsed.reserve(rows.size());
    for (const TableRow& row : rows) {
        auto one = parse(row);
        if (one.ok()) {
            parsed.push_back(std::move(*one));
        } else {
            ++bad;
            printRowError(row.row, row.content, one.error());
        }
    }
    return parsed;
}

} // namespace meterhall::app
