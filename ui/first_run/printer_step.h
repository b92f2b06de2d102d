#pragma once

#include "ui/first_run/first_run_step.h"

#include <memory>

class QComboBox;
class QLabel;

namespace meterhall::ui {

class Badge;
class ChoiceRow;
class PrintQueue;

/// What papers come out of, with a page to try it.
class PrinterStep : public FirstRunStep {
    Q_OBJECT

public:
    explicit PrinterStep(const FirstRunPlaces& places, QWidget* parent = nullptr);
    ~PrinterStep() override;
    QString title() const override { return tr("Printer"); }
    QString explained() const override;
    void fill(const FirstRunAnswers& answers) override;
    void take(FirstRunAnswers& answers) const override;
    std::optional<StepProblem> problem() const override;
    QWidget* firstField() override;
    /// What became of the test page, in words.
    QString tested() const;

private:
    void showFields();
    void printTest();
    void showTest();
    QString printer() const;

    FirstRunPlaces m_places;
    FirstRunAnswers m_answers; ///< for what the test page says
    ChoiceRow* m_kind;
    QComboBox* m_queue;
    QLineEdit* m_folder = nullptr;
    Badge* m_badge;
    QLabel* m_words;
    std::unique_ptr<PrintQueue> m_prints;
};

} // namespace meterhall::ui
