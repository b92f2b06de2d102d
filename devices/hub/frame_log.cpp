#include "devices/hub/frame_log.h"

#include <algorithm>
#include <iterator>

namespace meterhall::devices {

void FrameLog::add(Instant at, const QString& terminal, bool fromTerminal, ByteView bytes) {
    if (m_most == 0)
        return;
    if (m_frames.size() == m_most)
        m_frames.pop_front();
    const ByteView kept = bytes.first(std::min(bytes.size(), mostBytes));
    m_frames.push_back({at, terminal, fromTerminal, Bytes(kept.begin(), kept.end())});
}

std::vector<LineFrame> FrameLog::take() {
    std::vector<LineFrame> taken(std::make_move_iterator(m_frames.begin()), std::make_move_iterator(m_frames.end()));
    m_frames.clear();
    return taken;
}

} // namespace meterhall::devices
