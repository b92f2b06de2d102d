#pragma once

#include "core/services/reports.h"
#include "ui/pages/dayclose/drawer_panel.h"
#include "ui/shell/enter_guard.h"
#include "ui/shell/page.h"

#include <QTimer>

namespace meterhall::ui {

class DayPanel;
class ErrorBar;
class ShiftsPanel;

/// 日结: go home on time. Left the drawer of this seat, then the shifts of the day, then the day itself; each part is
/// there for whoever may act in it.
class DayclosePage : public Page {
    Q_OBJECT

public:
    DayclosePage(Desk& desk, QWidget* parent);
    ~DayclosePage() override;

    QString context() const override;
    /// `text` names a day ("2026-11-20"), `subject` a shift of it.
    void enter(const Visit& visit) override;
    bool stepBack() override;
    void focusFirst() override;

private:
    /// What Ctrl+Enter does now.
    enum class Step : std::uint8_t { Nothing, OpenShift, Count, CloseShift, CloseDay };
    /// What is read at once.
    struct Standing {
        services::DayOverview day;
        std::optional<services::ReportTable> totals;
        DrawerStanding drawer;
    };
    static Result<Standing> readStanding(services::Session& session, std::optional<Date> day);

    void addKeys();
    void arrange();
    /// Three parts do not fit: whoever has a drawer and closes days sees the drawer and the shifts, or the shifts and
    /// the day.
    void showSide(bool drawer);
    void chooseSide(bool drawer);
    bool atDrawer() const;
    bool leads() const;
    Step step() const;
    void showStep();
    void act();

    void read();
    void show(const Standing& standing);
    void goToDay(int by);
    template <class Job, class Done>
    void doWrite(const QString& words, Job job, Done done);
    void openShift();
    void enterCount();
    void closeShift();
    void askLead();
    void closeDay();
    void printShift(ShiftId shift);
    void printDay(Date day);

    QAction* m_do = nullptr;
    QAction* m_lead = nullptr;
    QAction* m_earlier = nullptr;
    QAction* m_later = nullptr;
    QAction* m_printShift = nullptr;
    QAction* m_reprintDay = nullptr;

    ErrorBar* m_error;
    DrawerPanel* m_drawer;
    ShiftsPanel* m_shifts;
    DayPanel* m_dayPanel;
    QTimer m_lookAgain;

    std::optional<Date> m_day; ///< shown; empty: the one that is to be closed, or today
    std::optional<Standing> m_standing;
    std::optional<ShiftId> m_wanted;
    std::optional<bool> m_chosenSide; ///< true: the drawer; empty: where something is to be done
    int m_question = 0;
    bool m_busy = false;
    bool m_focusWhenRead = false;
    EnterGuard m_enter; ///< after something was closed, until another key
};

} // namespace meterhall::ui
