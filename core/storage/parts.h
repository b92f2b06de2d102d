#pragma once

#include "core/storage/unit_of_work.h"

namespace meterhall::storage {

/// Tables that come in many parts of the same shape: readings by day of reception, later sealed into months. One
/// migration declares the pattern (`reading_day`, @guarded … via=copy as=reading) and, where the order is another, the
/// pattern of the sealed form (`reading_month`, as=reading); both stay empty. The parts are tables of their own,
/// guarded like their pattern, hashed under the same logical name: so sealing moves rows and no digest changes. A view
/// of the logical name shows all of them to whoever asks with psql or sqlite3; the program itself does not trust it.

/// Makes `<pattern>_<suffix>` unless it is there; the suffix is 4 to 8 digits (202611, 20261120). Gives the table's
/// name.
Result<std::string> ensurePart(UnitOfWork& work, const std::string& pattern, const std::string& suffix);

/// The parts of a pattern, in order of their names.
Result<std::vector<std::string>> partsOf(Database& database, const std::string& pattern);

/// Moves all rows of `parts` into the new part `<pattern>_<suffix>`, in the order of the pattern's primary key, and
/// drops the emptied tables; in one transaction, counted before and after. Gives the number of rows.
Result<std::int64_t> sealParts(UnitOfWork& work, const std::vector<std::string>& parts, const std::string& pattern,
                               const std::string& suffix);

} // namespace meterhall::storage
