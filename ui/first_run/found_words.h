#pragma once

#include "core/services/first_run.h"
#include "ui/theme/icon.h"

namespace meterhall::ui {

/// What a connection test found, in words, and whether one may go on with it.
struct FoundWords {
    State state = State::Ok;
    QString text;
    bool mayGoOn = true;
};
/// Of a place that is to become a new utility's.
FoundWords wordsOf(const services::PlaceFound& found);
/// Of a seat somebody wants to work at.
FoundWords wordsOf(const services::SeatFound& found);

} // namespace meterhall::ui
