#pragma once

#include "ui/first_run/first_run_step.h"
#include "ui/first_run/first_run_work.h"

class QGridLayout;
class QLabel;

namespace meterhall::ui {

class Badge;
class ErrorBar;

/// Everything once more, then it is done, task by task.
class FinishStep : public FirstRunStep {
    Q_OBJECT

public:
    explicit FinishStep(QWidget* parent = nullptr);
    QString title() const override { return tr("Check and do it"); }
    QString explained() const override;
    void fill(const FirstRunAnswers& answers) override;
    void take(FirstRunAnswers&) const override {}
    QWidget* firstField() override;

    /// All tasks wait again.
    void begin();
    void showTask(int task, TaskState state);
    void failed(const Error& error);
    void succeeded();
    std::vector<TaskState> states() const { return m_states; }
    /// What the error bar says; empty when nothing failed.
    QString failure() const;

private:
    void addLine(const QString& what, const QString& answer);
    void fillUtility(const FirstRunAnswers& answers);
    void fillTasks();

    QGridLayout* m_summary;
    QGridLayout* m_tasks;
    ErrorBar* m_error;
    QLabel* m_stands;
    QLabel* m_reminder;
    QStringList m_titles;
    std::vector<TaskState> m_states;
    std::vector<Badge*> m_badges;
};

} // namespace meterhall::ui
