#pragma once

#include "tests/bench/bench_place.h"

#include <atomic>
#include <thread>

namespace meterhall::bench {

/// Issues bills book after book in a thread of its own, with sessions of its own, until told to stop.
class IssuingRun {
public:
    explicit IssuingRun(const BenchPlace& place)
        : m_thread([this, &place] { m_outcome = work(place); }) {}
    ~IssuingRun() {
        m_stop = true;
        if (m_thread.joinable())
            m_thread.join();
    }
    IssuingRun(const IssuingRun&) = delete;
    IssuingRun& operator=(const IssuingRun&) = delete;

    void waitUntilIssuing() const {
        while (m_issued == 0 && !m_ended)
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    /// Bills issued until now.
    int issued() const { return m_issued; }
    Result<void> end() {
        m_stop = true;
        m_thread.join();
        return m_outcome;
    }

private:
    Result<void> work(const BenchPlace& place);
    Result<void> issueBooks(const BenchPlace& place);

    std::atomic<bool> m_stop = false;
    std::atomic<bool> m_ended = false;
    std::atomic<int> m_issued = 0;
    Result<void> m_outcome;
    std::thread m_thread;
};

} // namespace meterhall::bench
