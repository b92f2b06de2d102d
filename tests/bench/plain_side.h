#pragma once

#include "tests/bench/bench_place.h"

namespace meterhall::bench {

/// A unit of work by its audit entry. All of it as text, as the engines print it.
struct PlainUnit {
    QByteArray id;
    QByteArray seat;
    QByteArray login;
    QByteArray run; ///< number of the billing run it says it is about; empty: none
};

enum class Side : std::uint8_t { Run, Copy }; ///< the database that was worked in, and its copy from before

/// Both databases by sqlite3 or libpq alone.
class PlainSide {
public:
    static std::unique_ptr<PlainSide> open(const BenchPlace& place);
    PlainSide() = default;
    PlainSide(const PlainSide&) = delete;
    PlainSide& operator=(const PlainSide&) = delete;
    virtual ~PlainSide() = default;

    virtual bool isOpen() const = 0;
    virtual QString why() const = 0;

    /// In the order in which they were made: what is referred to comes first.
    virtual std::vector<QByteArray> tables() = 0;
    std::int64_t count(const QByteArray& table, Side side) {
        return text("SELECT count(*) FROM " + table, side).toLongLong();
    }
    /// All that the query answers, after each other.
    QByteArray text(const QByteArray& query, Side side);
    virtual bool hasUnit(const QByteArray& table) = 0;
    /// An index over the column, in the database that was worked in.
    virtual bool makeFindable(const QByteArray& table, const QByteArray& column) = 0;
    /// In the order in which they were written.
    std::vector<PlainUnit> newUnits();

    /// Forgets the unit before, and reads the audit entry of this one.
    virtual bool begin(const PlainUnit& unit) = 0;
    /// Keeps rows of it in memory for write(); how many there are.
    virtual std::int64_t read(const QByteArray& table, const QByteArray& key, const QByteArray& value) = 0;
    /// One transaction with what was read, and the audit entry.
    virtual bool write(const PlainUnit& unit) = 0;

protected:
    using Texts = std::vector<std::vector<QByteArray>>;
    virtual Texts rows(const QByteArray& query, Side side) = 0;
};

} // namespace meterhall::bench
