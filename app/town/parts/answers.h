#pragma once

#include "app/town/parts/meter.h"

namespace meterhall::town {

/// What a meter says to one request, and what the saying did to it.
struct Answer {
    Cjt188Frame frame;
    QString dataItem;                       ///< "901F", "A017"; empty when the request named none
    int ser = -1;                           ///< as it left, -1 without one
    std::optional<std::int64_t> hundredths; ///< the current value in the answer, as the dial shows it
    QString clock;                          ///< the clock in the answer, as sent
    bool valveMoved = false;
    bool clockSet = false;
    bool refused = false; ///< an error answer
};

/// The meter hears a whole, sound frame that is meant for it or for everybody. Writes to everybody are obeyed by no
/// meter here; requests that are none (answers of others) leave it silent.
std::optional<Answer> answerOf(Meter& meter, const Cjt188Frame& request, const CivilTime& now);

/// Whether the frame is addressed to this meter: its number and a type of its kind, or wildcards.
bool isMeantFor(const Cjt188Frame& request, const Meter& meter);

} // namespace meterhall::town
