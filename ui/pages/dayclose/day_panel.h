#pragma once

#include "core/services/day_overview.h"
#include "core/services/reports.h"
#include "ui/widgets/card.h"

namespace meterhall::ui {

class Badge;
class IconLabel;
class KeyButton;
class LedgerTable;

/// 日结: what is looked at before a day is closed, its sums, and what closing means. A closed day is only read.
class DayPanel : public Card {
    Q_OBJECT

public:
    explicit DayPanel(QAction* reprint, QWidget* parent = nullptr);
    /// `totals` are empty as long as they would tell what is in a drawer of one's own.
    void show(const services::DayOverview& overview, const std::optional<services::ReportTable>& totals,
              const UtilityZone& zone);
    bool canClose() const { return m_overview && !m_busy && m_overview->canBeClosed(); }
    void setBusy(bool busy);

Q_SIGNALS:
    void closeWanted(); ///< by the mouse

private:
    void showChecks();
    void showTotals(const std::optional<services::ReportTable>& totals);
    QString bankPapersText() const;
    void showEnd(const UtilityZone& zone);
    QString shiftsText(const QStringList& shifts) const;
    QString balanceText() const;

    struct Line {
        QWidget* row;
        IconLabel* icon;
        QLabel* text;
    };
    Line& lineAt(std::size_t index);

    std::optional<services::DayOverview> m_overview;
    bool m_busy = false;
    Badge* m_state;
    std::vector<Line> m_lines;
    QVBoxLayout* m_checks;
    QFrame* m_band;
    QLabel* m_balance;
    QLabel* m_taken;
    QLabel* m_bankPapers;
    LedgerTable* m_totals;
    QLabel* m_consequence;
    KeyButton* m_close;
    KeyButton* m_reprint;
};

} // namespace meterhall::ui
