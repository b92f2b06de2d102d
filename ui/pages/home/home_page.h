#pragma once

#include "ui/pages/home/continue_lines.h"
#include "ui/shell/page.h"
#include "ui/shell/work_lines.h"

namespace meterhall::ui {

class Card;
class ErrorBar;
class LedgerTable;
class TodayCard;

/// 首页: what waits for me, the most urgent first, with Enter opening the page on which it is done; what I was at last;
/// and what my day has come to.
class HomePage : public Page {
    Q_OBJECT

public:
    HomePage(Desk& desk, QWidget* parent);

    QString context() const override;
    void enter(const Visit& visit) override;
    void takeWork(const Result<services::MyWork>& work) override;
    bool stepBack() override;
    void focusFirst() override;

private:
    void show(const services::MyWork& work);
    void readToday();
    void showAtHand();
    void open();
    void goOn(std::int64_t line);

    ErrorBar* m_error;
    LedgerTable* m_table;
    LedgerTable* m_atHand;
    TodayCard* m_today;
    QAction* m_goOn = nullptr;
    std::vector<WorkLine> m_lines;
    std::vector<ContinueLine> m_continue; ///< row ids are places in it, from one on
};

} // namespace meterhall::ui
