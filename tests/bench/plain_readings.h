#pragma once

#include "core/gateway/meter_report.h"
#include "tests/bench/bench_place.h"

namespace meterhall::bench {

/// The floor of the ingest bench: rows of readings into one table of the same columns and keys with sqlite3 or libpq
/// alone. Beside the measured database, in a file or database of its own.
class PlainReadings {
public:
    static Result<std::unique_ptr<PlainReadings>> open(const BenchPlace& place);
    PlainReadings() = default;
    PlainReadings(const PlainReadings&) = delete;
    PlainReadings& operator=(const PlainReadings&) = delete;
    virtual ~PlainReadings() = default;

    /// One transaction; a report that is there already is left out.
    virtual bool store(const std::vector<MeterReport>& batch) = 0;
    virtual QString why() const = 0;
};

/// The device addresses of all meters, in the order of their ids.
Result<std::vector<QString>> deviceAddresses(const BenchPlace& place);

} // namespace meterhall::bench
