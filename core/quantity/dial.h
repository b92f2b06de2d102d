#pragma once

#include "core/quantity/quantity.h"

namespace meterhall {

/// How far a register went between two readings.
template <class Unit>
struct Advance {
    Quantity<Unit> by = Quantity<Unit>::zero();
    bool rolledOver = false; ///< it passed its highest number once; whether to believe that is a validation rule's task
};

/// The number wheel (or the display) of a register: counts from 0 to 10^digits, then starts again at 0.
template <class Unit>
class Dial {
public:
    static constexpr int maxDigits = 12;

    /// `digits` are those before the point, 1 to 12.
    static Result<Dial> ofDigits(int digits) {
        if (digits < 1 || digits > maxDigits)
            return Error(QuantityError::OutsideDial, {QString::number(digits)});
        return Dial(Quantity<Unit>::ofMicro(powerOfTen(digits + Quantity<Unit>::decimals)));
    }

    /// The first number the dial cannot show.
    Quantity<Unit> capacity() const { return m_capacity; }
    bool canShow(Quantity<Unit> reading) const { return !reading.isNegative() && reading < m_capacity; }

    /// A lower current reading is taken as one roll-over. Readings the dial cannot show are refused.
    Result<Advance<Unit>> advance(Quantity<Unit> previous, Quantity<Unit> current) const {
        for (const auto reading : {previous, current}) {
            if (!canShow(reading))
                return Error(QuantityError::OutsideDial, {reading.toString()});
        }
        MH_TRY(const auto difference, current.minus(previous));
        if (!difference.isNegative())
            return Advance<Unit>{difference, false};
        MH_TRY(const auto overTheTop, difference.plus(m_capacity));
        return Advance<Unit>{overTheTop, true};
    }

private:
    explicit Dial(Quantity<Unit> capacity)
        : m_capacity(capacity) {}
    Quantity<Unit> m_capacity;
};

} // namespace meterhall
