#pragma once

#include "core/services/station_overview.h"
#include "ui/shell/page.h"

class QLabel;

namespace meterhall::ui {

class Badge;
class Card;
class ErrorBar;
class LedgerTable;

/// 集中器: whether the reading worked, what did not come and why. Left the terminals, the worst first; right the
/// selected one with its unread meters, below the latest runs.
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
    void readAll();
    void showTerminals(std::vector<services::TerminalOverview> terminals);
    void showRuns(const std::vector<services::ReadingRunRow>& runs);
    void showSelected();
    void showHead(const services::TerminalOverview& terminal);
    void showMeters(const services::TerminalOverview& terminal, const std::vector<services::MeterOfTerminal>& meters);
    const services::TerminalOverview* selected() const;

    ErrorBar* m_error;
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
