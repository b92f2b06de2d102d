#include "devices/hub/report_outbox.h"

namespace meterhall::devices {

namespace {
constexpr auto firstPause = Duration::milliseconds(50);
constexpr auto longestPause = Duration::seconds(5);
constexpr int refusalsBeforeHalving = 3;

Duration pauseAfter(int refusals) {
    Duration pause = firstPause;
    for (int i = 1; i < refusals && pause < longestPause; ++i)
        pause = pause * 2;
    return std::min(pause, longestPause);
}
} // namespace

std::vector<MeterReport> ReportOutbox::due(Instant now, bool hurry) {
    std::vector<MeterReport> batch;
    if (isOffering() || m_queue.empty() || now < m_notBefore)
        return batch;
    const bool isFull = m_queue.size() >= m_batchNow;
    const bool isOld = now - m_queue.front().since >= m_batchWithin;
    if (!isFull && !isOld && !hurry)
        return batch;
    m_offered = std::min(m_queue.size(), m_batchNow);
    batch.reserve(m_offered);
    for (std::size_t i = 0; i < m_offered; ++i)
        batch.push_back(m_queue[i].report);
    return batch;
}

std::vector<UnstoredReport> ReportOutbox::accepted() {
    std::vector<UnstoredReport> stored;
    for (; m_offered > 0; --m_offered) {
        stored.push_back(std::move(m_queue.front()));
        m_queue.pop_front();
    }
    m_refusals = 0;
    m_notBefore = Instant::fromMicroseconds(0);
    m_batchNow = std::min(m_batchReports, m_batchNow * 2);
    return stored;
}

void ReportOutbox::refused(const QString& why, Instant now) {
    m_lastRefusal = why;
    ++m_refusals;
    m_notBefore = now + pauseAfter(m_refusals);
    const std::size_t offered = std::exchange(m_offered, 0);
    if (m_refusals < refusalsBeforeHalving)
        return;
    if (offered == 1) {
        m_queue.push_back(std::move(m_queue.front()));
        m_queue.pop_front();
    }
    m_batchNow = std::max<std::size_t>(1, offered / 2);
}

std::vector<UnstoredReport> ReportOutbox::expired(Instant now) {
    std::vector<UnstoredReport> gone;
    for (std::size_t i = m_offered; i < m_queue.size();) {
        if (now < m_queue[i].giveUpAt) {
            ++i;
            continue;
        }
        gone.push_back(std::move(m_queue[i]));
        m_queue.erase(m_queue.begin() + std::ptrdiff_t(i));
    }
    return gone;
}

std::vector<UnstoredReport> ReportOutbox::takeAll() {
    m_offered = 0;
    std::vector<UnstoredReport> all(std::make_move_iterator(m_queue.begin()), std::make_move_iterator(m_queue.end()));
    m_queue.clear();
    return all;
}

} // namespace meterhall::devices
