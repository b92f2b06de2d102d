#pragma once

#include "core/base/bytes.h"
#include "core/base/time.h"

#include <QString>

#include <deque>
#include <vector>

namespace meterhall::devices {

/// Bytes as they crossed a line: a frame, or what was read at once.
struct LineFrame {
    Instant at = Instant::fromMicroseconds(0); ///< wall time
    QString terminal;                          ///< "10.1.2.3:40211" before it has said who it is
    bool fromTerminal = false;
    Bytes bytes; ///< at most FrameLog::mostBytes of them
};

/// The last frames of all lines, for whoever watches them. Bounded whatever the peers send: the oldest are given up.
class FrameLog {
public:
    static constexpr std::size_t mostBytes = 1024;

    /// 0: nothing is kept.
    explicit FrameLog(std::size_t most)
        : m_most(most) {}

    void add(Instant at, const QString& terminal, bool fromTerminal, ByteView bytes);
    /// Those since the last call, in their order.
    std::vector<LineFrame> take();

private:
    std::size_t m_most;
    std::deque<LineFrame> m_frames;
};

} // namespace meterhall::devices
