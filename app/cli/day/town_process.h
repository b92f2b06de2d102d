#pragma once

#include "app/cli/command.h"
#include "core/base/time.h"

#include <QProcess>

namespace meterhall::app {

/// What the sandbox town is asked to be.
struct TownSettings {
    int homes = 2000;
    int books = 8;
    int seed = 1;
    QString faultsFile;
    QString folder; ///< roster.jsonl and truth.jsonl are written here
    std::uint16_t gdwPort = 0;
    std::uint16_t dtuPort = 0;
};

/// `meterhall-town` as a process of its own, beside this program.
class TownProcess {
public:
    Result<void> start(const TownSettings& settings);
    /// What starts the same town another time, a word a line, behind the day of the previous readings in the first: its
    /// dials go on from there.
    Result<void> keepCall(const QString& file, Date previousReadings) const;
    /// SIGTERM; the town writes its truth file before it ends.
    Result<void> stop();
    ~TownProcess();

    QString rosterFile() const { return m_folder + QStringLiteral("/roster.jsonl"); }
    QString truthFile() const { return m_folder + QStringLiteral("/truth.jsonl"); }

private:
    QProcess m_process;
    QString m_folder;
    QStringList m_call; ///< without files and ports
};

} // namespace meterhall::app
