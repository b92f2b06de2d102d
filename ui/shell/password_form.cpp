#include "ui/shell/password_form.h"

#include "core/security/password.h"
#include "ui/shell/desk.h"
#include "ui/shell/error_bar.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/icon_label.h"
#include "ui/widgets/key_cap.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>

namespace meterhall::ui {

PasswordForm::PasswordForm(Desk& desk, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_form(new QFormLayout)
    , m_old(addField(tr("Password until now")))
    , m_new(addField(tr("New password")))
    , m_again(addField(tr("The same again")))
    , m_problem(makeLabel(TextRole::Label, {}, "danger"))
    , m_error(new ErrorBar)
    , m_button(new KeyButton(tr("Change the password"), QStringLiteral("Enter"))) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    m_form->setSpacing(10);
    layout->addLayout(m_form);
    addRule("too_short", tr("10 characters or more"));
    addRule("repeats", tr("5 different characters or more"));
    addRule("too_plain", tr("three of these: capitals, small letters, digits, signs; or 16 characters in all"));
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_button->setKind("primary");
    layout->addWidget(m_problem);
    layout->addWidget(m_error);
    layout->addWidget(m_button);
    for (const QLineEdit* field : {m_old, m_new, m_again})
        connect(field, &QLineEdit::textEdited, m_problem, &QWidget::hide);
    connect(m_new, &QLineEdit::textChanged, this, &PasswordForm::tickRules);
    connect(m_button, &QPushButton::clicked, this, &PasswordForm::tryIt);
    tickRules();
}

QLineEdit* PasswordForm::addField(const QString& name) {
    auto* field = new QLineEdit;
    field->setEchoMode(QLineEdit::Password);
    field->setAccessibleName(name);
    m_form->addRow(makeLabel(TextRole::Label, name), field);
    connect(field, &QLineEdit::returnPressed, this, &PasswordForm::tryIt);
    return field;
}

void PasswordForm::addRule(const char* code, const QString& words) {
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    auto* tick = new IconLabel("minus", 16, Token::Text3);
    auto* text = makeLabel(TextRole::Label, words, "text2");
    text->setWordWrap(true);
    row->addWidget(tick, 0, Qt::AlignTop);
    row->addWidget(text, 1);
    static_cast<QVBoxLayout*>(layout())->addLayout(row);
    m_rules.push_back({QString::fromLatin1(code), tick, text});
}

void PasswordForm::setOld(const QByteArray& old) {
    m_known = old;
    m_form->setRowVisible(m_old, false);
}

void PasswordForm::clear() {
    for (QLineEdit* field : {m_old, m_new, m_again})
        field->clear();
    m_problem->hide();
    m_error->clear();
}

void PasswordForm::focusFirst() {
    (m_known ? m_new : m_old)->setFocus();
}

void PasswordForm::tickRules() {
    const QStringList broken = brokenPasswordRules(m_new->text().toUtf8());
    for (const Rule& rule : m_rules) {
        const bool kept = !broken.contains(rule.code);
        rule.tick->show(kept ? "ok" : "minus", kept ? Token::Ok : Token::Text3);
        setTone(rule.words, kept ? "ok" : "text2");
        rule.words->setAccessibleDescription(kept ? tr("kept") : tr("not yet kept"));
    }
}

QLineEdit* PasswordForm::missing() const {
    if (!m_known && m_old->text().isEmpty())
        return m_old;
    if (m_new->text().isEmpty())
        return m_new;
    return m_again->text().isEmpty() ? m_again : nullptr;
}

// Enter goes to what is still missing, then does it.
void PasswordForm::tryIt() {
    if (m_busy)
        return;
    if (QLineEdit* field = missing()) {
        field->setFocus();
        return;
    }
    if (m_new->text() != m_again->text()) {
        m_again->clear();
        refuse(tr("The two new passwords are not the same. Type the second one again."), m_again);
        return;
    }
    m_problem->hide();
    m_error->clear();
    setBusy(true);
    m_desk.changePassword(m_known.value_or(m_old->text().toUtf8()), m_new->text().toUtf8(), this,
                          [this](const Result<void>& answer) { answered(answer); });
}

void PasswordForm::answered(const Result<void>& answer) {
    setBusy(false);
    if (answer.ok()) {
        clear();
        Q_EMIT changed();
    } else if (answer.error().is(SecurityError::WrongPassword) && !m_known) {
        m_old->clear();
        refuse(tr("The password until now is another one. Several wrong tries lock your number for a while."), m_old);
    } else {
        m_error->show(answer.error());
        m_new->setFocus();
        m_new->selectAll();
        m_again->clear();
    }
}

void PasswordForm::refuse(const QString& why, QLineEdit* field) {
    m_problem->setText(why);
    m_problem->show();
    field->setFocus();
}

void PasswordForm::setBusy(bool busy) {
    m_busy = busy;
    m_button->setEnabled(!busy);
    m_button->setText(busy ? tr("Changing …") : tr("Change the password"));
    for (QLineEdit* field : {m_old, m_new, m_again})
        field->setReadOnly(busy); // not disabled: the keys would go elsewhere
}

} // namespace meterhall::ui
