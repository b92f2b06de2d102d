#include "ui/first_run/person_fields.h"

#include "core/security/password.h"

#include <QLineEdit>
#include <QRegularExpression>

namespace meterhall::ui {

QString numberProblem(const QString& number) {
    static const QRegularExpression form(QStringLiteral("\\A[a-z][a-z0-9]{0,15}\\z"));
    return form.match(number).hasMatch()
               ? QString()
               : StepForm::tr("A number begins with a small letter and has up to 16 small letters and digits: a01.");
}

PersonFields::PersonFields(StepForm& form, const QString& passwordExplained)
    : m_form(form)
    , m_number(
          form.addText(StepForm::tr("Operator number"), StepForm::tr("Small letters and digits. It stands on papers "
                                                                     "instead of the name, and is never given twice.")))
    , m_name(form.addText(StepForm::tr("Name")))
    , m_password(form.addPassword(StepForm::tr("Password"), passwordExplained))
    , m_again(form.addPassword(StepForm::tr("Password again"))) {
    m_number->setInputMethodHints(Qt::ImhLatinOnly | Qt::ImhNoPredictiveText);
}

void PersonFields::fill(const PersonAnswer& person) {
    m_number->setText(person.number);
    m_name->setText(person.name);
    const QString password = QString::fromUtf8(person.password);
    m_password->setText(password);
    m_again->setText(password);
}

void PersonFields::take(PersonAnswer& person) const {
    person.number = m_number->text().trimmed();
    person.name = m_name->text().trimmed();
    person.password = m_password->text() == m_again->text() ? m_password->text().toUtf8() : QByteArray();
}

std::optional<StepProblem> PersonFields::problem() const {
    const QString bad = numberProblem(m_number->text().trimmed());
    if (!bad.isEmpty())
        return StepProblem{m_number, bad};
    if (m_name->text().trimmed().isEmpty())
        return StepProblem{m_name, StepForm::tr("The name is missing.")};
    const auto strong = checkPasswordStrength(m_password->text().toUtf8());
    if (!strong.ok())
        return StepProblem{m_password, wordsOf(strong.error())};
    if (m_password->text() != m_again->text())
        return StepProblem{m_again, StepForm::tr("This is not the same as above.")};
    return {};
}

void PersonFields::setShown(bool shown) {
    for (QLineEdit* field : {m_number, m_name, m_password, m_again})
        m_form.setShown(field, shown);
}

bool PersonFields::isEmpty() const {
    return m_number->text().isEmpty() && m_name->text().isEmpty() && m_password->text().isEmpty();
}

bool PersonFields::hasFocus() const {
    return m_number->hasFocus() || m_name->hasFocus() || m_password->hasFocus() || m_again->hasFocus();
}

} // namespace meterhall::ui
