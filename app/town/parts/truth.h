#pragma once

#include "app/town/parts/town_error.h"
#include "core/base/time.h"

#include <QFile>
#include <QJsonObject>

namespace meterhall::town {

/// The town's own ledger: one JSON line for everything that happened, in the order it happened. Lines go straight to
/// the file, so memory stays bounded and a town that was killed still leaves what it had said; only a file whose last
/// line is the event "end" is complete.
class Truth {
public:
    /// An empty name keeps no ledger.
    static Result<std::unique_ptr<Truth>> open(const QString& fileName);

    /// `meter` is empty for what concerns a terminal or the town.
    void write(Instant now, const QString& meter, const char* event, QJsonObject fields);
    /// So that another process may read what has happened until now.
    void flush();
    /// Writes the last line, which counts all lines and itself; false when anything could not be written.
    bool end(Instant now);
    qint64 events() const { return m_events; }

private:
    Truth() = default;
    QFile m_file;
    qint64 m_events = 0;
    bool m_good = true;
};

} // namespace meterhall::town
