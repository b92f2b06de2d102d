#pragma once

#include "ui/first_run/first_run_step.h"

class QLabel;

namespace meterhall::ui {

class ChoiceRow;

/// What this computer is, and in which language it speaks.
class MachineStep : public FirstRunStep {
    Q_OBJECT

public:
    explicit MachineStep(const QString& language, QWidget* parent = nullptr);
    QString title() const override { return tr("This computer"); }
    QString explained() const override;
    void fill(const FirstRunAnswers& answers) override;
    void take(FirstRunAnswers& answers) const override;
    QWidget* firstField() override;

private:
    void explainPurpose();

    ChoiceRow* m_language;
    ChoiceRow* m_purpose;
    QLabel* m_meaning;
};

} // namespace meterhall::ui
