#pragma once

#include "tests/bench/bench_place.h"

namespace meterhall::bench {

/// The floor of the search bench: what a list of accounts shows, by account number, with sqlite3 or libpq alone.
class PlainAccounts {
public:
    static Result<std::unique_ptr<PlainAccounts>> open(const BenchPlace& place);
    PlainAccounts() = default;
    PlainAccounts(const PlainAccounts&) = delete;
    PlainAccounts& operator=(const PlainAccounts&) = delete;
    virtual ~PlainAccounts() = default;

    /// Reads the 20 accounts from this number on; how many there were.
    virtual int from(const QByteArray& number) = 0;
    virtual QString why() const = 0;
};

} // namespace meterhall::bench
