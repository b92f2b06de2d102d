#pragma once

#include "ui/first_run/first_run_step.h"

namespace meterhall::ui {

/// The fields of somebody who is to sign in: number, name, password twice.
class PersonFields {
public:
    PersonFields(StepForm& form, const QString& passwordExplained);

    void fill(const PersonAnswer& person);
    /// All but the duties.
    void take(PersonAnswer& person) const;
    std::optional<StepProblem> problem() const;
    void setShown(bool shown);
    bool isEmpty() const;
    QLineEdit* number() const { return m_number; }
    /// Whether one of them has the focus.
    bool hasFocus() const;

private:
    StepForm& m_form;
    QLineEdit* m_number;
    QLineEdit* m_name;
    QLineEdit* m_password;
    QLineEdit* m_again;
};

/// What is wrong with an operator number, in words; empty when nothing is.
QString numberProblem(const QString& number);

} // namespace meterhall::ui
