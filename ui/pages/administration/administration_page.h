#pragma once

#include "ui/shell/enter_guard.h"
#include "ui/shell/page.h"

class QHBoxLayout;
class QStackedWidget;

namespace meterhall::ui {

class ErrorBar;
class KeyButton;
class Section;

/// 管理: rare work that must be hard to get wrong. One section at a time; whoever may not use one does not see it.
class AdministrationPage : public Page {
    Q_OBJECT

public:
    AdministrationPage(Desk& desk, QWidget* parent);

    QString context() const override;
    /// `text` names a section: "operators", "seats", "audit", "backup".
    void enter(const Visit& visit) override;
    bool stepBack() override;
    void focusFirst() override;

private:
    struct Tab {
        QString name;
        Section* section;
        KeyButton* button;
    };
    void addSection(const QString& name, Section* section);
    void addTabs(QHBoxLayout* row);
    void choose(std::size_t tab);
    void showStep();
    void act();
    Section* chosen() const;

    QAction* m_do;
    ErrorBar* m_error;
    QStackedWidget* m_stack;
    std::vector<Tab> m_tabs;
    std::size_t m_chosen = 0;
    EnterGuard m_enter; ///< after something was done, until another key
};

} // namespace meterhall::ui
