// The days between two readings are not the year over which a ladder counts.

#include "core/calendar/ladder_window.h"
#include "core/calendar/reading_interval.h"

using namespace meterhall;

int daysOnLadder(LadderWindow window) {
    return window.days();
}

int check(ReadingInterval interval, LadderWindow window) {
#ifdef METERHALL_FAULT
    return daysOnLadder(interval);
#else
    return daysOnLadder(window) - interval.days();
#endif
}
