#pragma once

#include "ui/shell/page.h"
#include "ui/shell/work_lines.h"

namespace meterhall::ui {

class Card;
class ErrorBar;
class LedgerTable;

/// 首页: what waits for me, the most urgent first; Enter opens the page on which it is done.
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
    void open();

    ErrorBar* m_error;
    Card* m_card;
    LedgerTable* m_table;
    std::vector<WorkLine> m_lines;
};

} // namespace meterhall::ui
