#pragma once

#include "app/cli/table_file.h"

namespace meterhall::app {

/// The columns of an archive as CSV, one account a line, and where each stands in the exchange form
/// (core/registry/archive_file.h): "phone" is customer.phone.
QStringList archiveColumns();

/// An account line of the exchange form. Columns that are missing or empty are missing there too.
QJsonObject archiveLineFrom(const QJsonObject& cells);
/// The cells of archiveColumns() for an account line; `names` gives legal entities' and `readers` books' names by code.
QStringList archiveCells(const QJsonObject& line, const QHash<QString, QString>& names,
                         const QHash<QString, QString>& readers);

/// The lines of the exchange form in a file of either kind, and where each came from. A CSV file brings its legal
/// entities, books and terminals along in the columns legal_entity_name, book_reader and carrier.
struct ArchiveLines {
    QList<QByteArray> lines;
    struct Origin {
        int row;
        QByteArray content;
    };
    std::vector<Origin> origins; ///< one for each line
};
Result<ArchiveLines> readArchive(const QString& fileName, const QByteArray& content);

} // namespace meterhall::app
