#pragma once

#include "core/gateway/meter_report.h"

#include <deque>

namespace meterhall::devices {

/// A report on its way to the sink, and whose it is.
struct UnstoredReport {
    std::int64_t run = 0;
    std::size_t target = 0;
    MeterReport report;
    Instant since = Instant::fromMicroseconds(0); ///< steady time
    Instant giveUpAt = Instant::fromMicroseconds(0);
};

/// Batches reports for a sink that takes all of a batch or none, and keeps what it refuses. One batch is offered at a
/// time. After a refusal it waits, longer each time; a batch refused again and again is cut in half, and a single
/// report that is still refused goes to the end of the queue, so that one the sink cannot swallow holds up nobody.
/// Knows no threads and no time of its own; `now` is steady.
class ReportOutbox {
public:
    ReportOutbox(std::size_t batchReports, Duration batchWithin)
        : m_batchReports(batchReports)
        , m_batchWithin(batchWithin)
        , m_batchNow(batchReports) {}

    void add(UnstoredReport report) { m_queue.push_back(std::move(report)); }
    std::size_t size() const { return m_queue.size(); }
    bool isOffering() const { return m_offered > 0; }

    /// A batch to offer now, or nothing. `hurry` does not wait for the batch to fill.
    std::vector<MeterReport> due(Instant now, bool hurry);
    /// The sink took the batch: these reports are stored.
    std::vector<UnstoredReport> accepted();
    void refused(const QString& why, Instant now);
    /// Reports kept beyond their time, at most once each. Never one that the sink is looking at.
    std::vector<UnstoredReport> expired(Instant now);
    const QString& lastRefusal() const { return m_lastRefusal; }

    /// Everything that is left, for a last offer.
    std::vector<UnstoredReport> takeAll();

private:
    const std::size_t m_batchReports;
    const Duration m_batchWithin;
    std::size_t m_batchNow; ///< halved by refusals, doubled by acceptance
    std::deque<UnstoredReport> m_queue;
    std::size_t m_offered = 0; ///< from the front of the queue
    int m_refusals = 0;        ///< in a row
    Instant m_notBefore = Instant::fromMicroseconds(0);
    QString m_lastRefusal;
};

} // namespace meterhall::devices
