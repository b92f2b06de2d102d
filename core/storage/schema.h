#pragma once

#include "core/storage/database.h"

#include <QStringList>

namespace meterhall::storage {

/// The schema as it really stands in an open database, one sorted line per fact, in words that are the same for both
/// engines, so that two schemas are compared as two lists:
///     table bill
///     column bill.amount integer not null
///     primary key bill (id)
///     unique bill (account, month)          index bill (account)
///     foreign key bill (account) -> account (id)
///     guard bill
/// Partitions of a table, and the schema meterhall_guard of PostgreSQL, are the engines' own business and left out.
Result<QStringList> describeSchema(Database& database);

/// Lines of one and not of the other: "only here: …", "only there: …".
QStringList schemaDifferences(const QStringList& here, const QStringList& there);

} // namespace meterhall::storage
