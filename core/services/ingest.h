#pragma once

#include "core/gateway/meter_report.h"
#include "core/readings/validation.h"
#include "core/services/session.h"

namespace meterhall::services {

struct IngestResult {
    int stored = 0;
    int known = 0;     ///< the same report was stored before
    int doubtful = 0;  ///< of the stored: wait for the supervisor
    int strangers = 0; ///< from a meter that hangs nowhere: kept by nobody, counted
};

/// Stores what meters reported: all of it or none, in one unit of work. The same report twice is stored once.
Result<IngestResult> ingest(Session& session, std::span<const MeterReport> reports, const ReadingLimits& limits = {});

/// Moves the readings of months that are over into one table a month, clustered by meter; for the night, after the day
/// close. Gives how many were moved: none when there is nothing to do. Nobody stores readings meanwhile.
Result<std::int64_t> sealReadings(Session& session);

/// The sink the hub writes to. Lives as long as its session and is used by one thread.
class IngestSink : public ReportSink {
public:
    explicit IngestSink(Session& session)
        : m_session(session) {}
    Result<void> accept(std::span<const MeterReport> reports) override;
    const IngestResult& total() const { return m_total; }

private:
    Session& m_session;
    IngestResult m_total;
};

} // namespace meterhall::services
