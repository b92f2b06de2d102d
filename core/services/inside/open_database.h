#pragma once

#include "core/services/session.h"
#include "core/storage/database.h"

namespace meterhall::services {

bool isPostgres(const Workplace& workplace);

/// postgresql://host:5432/name becomes postgresql://login@host:5432/name; a file has no logins.
QString urlFor(const QString& url, const QString& login);

/// The workplace's database as a login of PostgreSQL, or its file. Looks at nothing in it.
Result<std::unique_ptr<storage::Database>> openAs(const Workplace& workplace, const QString& login,
                                                  const QByteArray& password, bool createFile);

} // namespace meterhall::services
