#pragma once

#include "core/services/station_overview.h"
#include "ui/shell/page.h"
#include "ui/shell/reading_station.h"

class QLabel;

namespace meterhall::ui {

class Badge;
class Card;
class ErrorBar;
class FramesPanel;
class LedgerTable;
class StationCard;

/// 集中器: whether the reading worked, what did not come and why. Left the terminals, the worst first, and below them
/// what crosses the lines; right the station, the selected terminal with its unread meters, and the latest runs.
/// Whoever may start runs starts them here, where a station works beside the window.
class ConcentratorsPage : public Page {
    Q_OBJECT

public:
    ConcentratorsPage(Desk& desk, QWidget* parent);

    QString context() const override;
    /// `text` of a visit is the name of a terminal.
    void enter(const Visit& visit) override;
    bool stepBack() override;
    void focusFirst() override;

private:
    QWidget* buildLeft();
    QWidget* buildRight();
    void addKeys();
    void followStation(const ReadingStation& station);
    void begin(const services::ReadingScope& scope);
    void readSelectedMeter();
    void stationChanged();
    void runFinished(const ReadingStation::Run& run);
    void allow();
    void lookAgain();
    void showTerminals(std::vector<services::TerminalOverview> terminals);
    void showRuns(const std::vector<services::ReadingRunRow>& runs);
    void showSelected();
    void showHead(const services::TerminalOverview& terminal);
    void showMeters(const services::TerminalOverview& terminal, const std::vector<services::MeterOfTerminal>& meters);
    const services::TerminalOverview* selected() const;

    QAction* m_readAll = nullptr;
    QAction* m_readTerminal = nullptr;
    QAction* m_readMeter = nullptr;
    QAction* m_cancel = nullptr;
    ErrorBar* m_error;
    StationCard* m_station;
    FramesPanel* m_frames = nullptr; ///< null without a station
    Card* m_listCard;
    LedgerTable* m_list;
    Card* m_headCard;
    Badge* m_state;
    QLabel* m_figures;
    QLabel* m_heard;
    QLabel* m_causes;
    Card* m_metersCard;
    LedgerTable* m_meters;
    LedgerTable* m_runs;

    std::vector<services::TerminalOverview> m_terminals; ///< row ids are places in it, from 1
    QString m_wanted;
    int m_question = 0;
    bool m_filling = false;
};

} // namespace meterhall::ui
