#pragma once

#include "tests/bench/bench_place.h"

namespace meterhall::bench {

METERHALL_ERRORS(PlainUnitsError, "plain-units", CannotRead, CannotWrite, UnknownTable, OtherRows)

/// The floor of the billing bench: what units of work wrote since BenchPlace::copyDatabase(), written into that copy
/// with sqlite3 or libpq alone. The same rows in the same transactions, under the same guards, keys and logins, each
/// ended by the same audit entry; so they are proved to be the same by the chains of the seats. Which tables that are
/// is found by counting the rows of all; one that grew and is not known fails it.
class PlainUnits {
public:
    struct Written {
        std::int64_t units = 0;
        std::int64_t rows = 0; ///< audit entries included, balances kept by triggers not
        double seconds = 0;    ///< of writing; reading what is to be written is not in it
    };
    static Result<Written> writeAgain(const BenchPlace& place);
};

} // namespace meterhall::bench
