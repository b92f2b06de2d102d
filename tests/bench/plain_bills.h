#pragma once

#include "tests/bench/bench_place.h"

namespace meterhall::bench {

/// The floor of the replay bench: all bills in the order of accounts and readings, with sqlite3 or libpq alone.
class PlainBills {
public:
    struct Sums {
        std::int64_t bills = 0;
        std::int64_t totalMinor = 0;
        std::int64_t inputBytes = 0;
    };
    static Result<std::unique_ptr<PlainBills>> open(const BenchPlace& place);
    PlainBills() = default;
    PlainBills(const PlainBills&) = delete;
    PlainBills& operator=(const PlainBills&) = delete;
    virtual ~PlainBills() = default;

    virtual Sums readAll() = 0;
    virtual QString why() const = 0;
};

} // namespace meterhall::bench
