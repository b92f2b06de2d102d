#pragma once

#include "core/calendar/utility_zone.h"
#include "ui/widgets/card.h"

namespace meterhall::ui {

class LedgerTable;
class ReadingStation;

/// What crosses the lines of the station, the newest first, in words. It stands still while the focus is in it, so that
/// it can be read.
class FramesPanel : public Card {
    Q_OBJECT

public:
    FramesPanel(const ReadingStation& station, const UtilityZone& zone, QWidget* parent = nullptr);

    void focusTable();
    /// What came while nobody looked.
    void refresh();

private:
    void showFrames();

    const ReadingStation& m_station;
    UtilityZone m_zone;
    LedgerTable* m_table;
};

} // namespace meterhall::ui
