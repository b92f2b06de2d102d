#pragma once

#include "core/storage/database.h"

#include <QStringList>

namespace meterhall::storage {

/// Many texts as the one parameter of a condition, on both engines:
///
///     database.all("SELECT id FROM account WHERE " + isAmong(database, "number"), {textsFor(database, numbers)}, …);
std::string isAmong(const Database& database, std::string_view column);
Value textsFor(const Database& database, const QStringList& texts);

} // namespace meterhall::storage
