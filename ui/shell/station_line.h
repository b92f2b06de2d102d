#pragma once

#include "ui/shell/reading_station.h"

#include <QPointer>

namespace meterhall::ui {

class Desk;
class LongRun;

/// The station's run as a line of what is on its way: it is seen, and can be cancelled, from every page.
class StationLine : public QObject {
    Q_OBJECT

public:
    StationLine(Desk& desk, ReadingStation& station);

    /// "Reading all meters", "Reading concentrator 0571-00001".
    static QString titleOf(const services::ReadingScope& scope);

private:
    void begin();
    void tell(const ReadingStation::Run& run, bool finished);

    Desk& m_desk;
    ReadingStation& m_station;
    QPointer<LongRun> m_line;
};

} // namespace meterhall::ui
