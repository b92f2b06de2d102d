#pragma once

#include "core/base/result.h"

#include <QHashFunctions>

#include <compare>
#include <cstdint>

namespace meterhall {

/// A 63-bit identity that its maker chose. Ids of different things do not convert into each other.
template <class Tag>
class Id {
public:
    static constexpr Id fromRaw(std::int64_t raw) { return Id(raw); }
    constexpr std::int64_t raw() const { return m_raw; }
    constexpr auto operator<=>(const Id&) const = default;
    QString toString() const { return QString::number(m_raw); }
    friend std::size_t qHash(Id id, std::size_t seed = 0) { return ::qHash(id.m_raw, seed); }

    static Result<Id> parse(QStringView text) {
        bool isNumber = false;
        const qlonglong raw = text.toLongLong(&isNumber);
        if (!isNumber || raw <= 0)
            return Error(BaseError::BadId, {text.left(40).toString()});
        return Id(raw);
    }

private:
    explicit constexpr Id(std::int64_t raw)
        : m_raw(raw) {}
    std::int64_t m_raw;
};

using SeatNumber = std::uint16_t;

/// Layout of the 63 bits. A seat's id: 0 | seat (14) | counter (48). A run's id: 1 | run (30) | ordinal (32).
/// So ids of one seat, and rows of one run, grow: inserts stay at the end of their index.
namespace idlayout {
constexpr int counterBits = 48;
constexpr int ordinalBits = 32;
constexpr std::int64_t runMark = std::int64_t(1) << 62;
constexpr SeatNumber maxSeat = (1 << 14) - 1;
constexpr std::int64_t maxCounter = (std::int64_t(1) << counterBits) - 1;
constexpr std::int64_t maxRun = (std::int64_t(1) << 30) - 1;
} // namespace idlayout

/// Makes the ids of one seat. The counter is read from and saved with the unit of work that uses the ids.
class SeatIds {
public:
    SeatIds(SeatNumber seat, std::int64_t lastCounter)
        : m_seat(seat)
        , m_counter(lastCounter) {
        Q_ASSERT(seat > 0 && seat <= idlayout::maxSeat);
    }

    template <class Tag>
    Id<Tag> next() {
        Q_ASSERT(m_counter < idlayout::maxCounter);
        return Id<Tag>::fromRaw((std::int64_t(m_seat) << idlayout::counterBits) | ++m_counter);
    }

    SeatNumber seat() const { return m_seat; }
    std::int64_t lastCounter() const { return m_counter; }

private:
    SeatNumber m_seat;
    std::int64_t m_counter;
};

/// The ids inside one run are a function of the run and the row: a resumed run makes the same ids again.
template <class Tag>
constexpr Id<Tag> idInRun(std::int64_t run, std::uint32_t ordinal) {
    Q_ASSERT(run > 0 && run <= idlayout::maxRun);
    return Id<Tag>::fromRaw(idlayout::runMark | (run << idlayout::ordinalBits) | ordinal);
}

} // namespace meterhall
