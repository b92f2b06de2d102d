#include "app/cli/row_import.h"

#include "ui/errors/error_text.h"

namespace meterhall::app {

Result<std::vector<TableRow>> tableOf(const QString& file) {
    MH_TRY(const QByteArray content, readInput(file, largestTable));
    return parseTable(file, content);
}

QString textOf(const TableRow& row, const char* name) {
    const QJsonValue value = row.members.value(QLatin1String(name));
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

void printRowError(int row, const QByteArray& content, const Error& reason) {
    const ui::ErrorText text = ui::presented(reason);
    printJson({{QStringLiteral("row"), row},
               {QStringLiteral("reason"), text.happened + QStringLiteral(" [") + text.code + u']'},
               {QStringLiteral("content"), QString::fromUtf8(content).trimmed()}});
}

int printImport(const services::ImportResult& result, int bad) {
    for (const services::RowError& error : result.errors)
        printRowError(error.row, error.content, error.reason);
    bad += int(result.errors.size());
    printJson({{QStringLiteral("taken"), result.taken},
               {QStringLiteral("known"), result.known},
               {QStringLiteral("errors"), bad}});
    return bad == 0 ? AllRight : DidNotHold;
}

} // namespace meterhall::app
