#pragma once

#include "ui/first_run/first_run_step.h"

class QCheckBox;
class QComboBox;

namespace meterhall::ui {

class NameRows;

/// What stands on papers, the utility's time, and the companies and books to begin with.
class UtilityStep : public FirstRunStep {
    Q_OBJECT

public:
    explicit UtilityStep(QWidget* parent = nullptr);
    QString title() const override { return m_purpose == Purpose::NewUtility ? tr("Utility") : tr("Hall"); }
    QString explained() const override;
    void fill(const FirstRunAnswers& answers) override;
    void take(FirstRunAnswers& answers) const override;
    std::optional<StepProblem> problem() const override;
    QWidget* firstField() override;

private:
    std::optional<StepProblem> listProblem() const;

    Purpose m_purpose = Purpose::NewUtility;
    QLineEdit* m_hall;
    QLineEdit* m_hotline;
    QLineEdit* m_zone;
    QComboBox* m_dayStart;
    QCheckBox* m_holidays;
    NameRows* m_companies;
    NameRows* m_books;
};

} // namespace meterhall::ui
