#pragma once

#include "ui/shell/reading_station.h"

namespace meterhall::tests {

/// A station that does nothing but what the test says.
class FakeStation : public ui::ReadingStation {
public:
    using ReadingStation::tellClosed;
    using ReadingStation::tellFailed;
    using ReadingStation::tellFinished;
    using ReadingStation::tellFrames;
    using ReadingStation::tellOnline;
    using ReadingStation::tellOpen;
    using ReadingStation::tellProgress;

    std::vector<services::ReadingScope> begun;
    int ended = 0;

protected:
    void beginRun(const services::ReadingScope& scope) override { begun.push_back(scope); }
    void endRun() override { ++ended; }
};

} // namespace meterhall::tests
