#include "ui/pages/parts/secret_edit.h"

#include "core/security/password.h"
#include "ui/errors/error_text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace meterhall::ui {

namespace {
constexpr int longestSecret = 128;
} // namespace

SecretEdit::SecretEdit(const QString& accessibleName, QWidget* parent)
    : QLineEdit(parent) {
    setEchoMode(QLineEdit::Password);
    setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    setMaxLength(longestSecret);
    setAccessibleName(accessibleName);
}

SecretEdit::~SecretEdit() {
    wipeText();
}

// The text that is shared with the field is overwritten where it lies; setText() forgets what could be undone.
void SecretEdit::wipeText() {
    const QString typed = text();
    std::fill_n(const_cast<QChar*>(typed.constData()), typed.size(), QChar(u'0'));
    setText({});
}

QByteArray SecretEdit::take() {
    QByteArray secret = text().toUtf8();
    wipeText();
    return secret;
}

NewSecret::NewSecret(QWidget* parent)
    : QWidget(parent)
    , m_first(new SecretEdit(tr("First password")))
    , m_again(new SecretEdit(tr("First password again")))
    , m_problem(makeLabel(TextRole::Label, {}, "danger")) {
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(4);
    for (SecretEdit* edit : {m_first, m_again}) {
        rows->addWidget(makeLabel(TextRole::Label, edit->accessibleName(), "text2"));
        rows->addWidget(edit);
        connect(edit, &QLineEdit::textEdited, m_problem, &QWidget::hide);
    }
    connect(m_first, &QLineEdit::returnPressed, m_again, qOverload<>(&QWidget::setFocus));
    m_problem->setWordWrap(true);
    m_problem->hide();
    rows->addWidget(m_problem);
    auto* rule = makeLabel(TextRole::Hint,
                           tr("10 characters or more with letters, digits and signs, or a sentence of 16. It must be "
                              "changed at the next sign-in."),
                           "text2");
    rule->setWordWrap(true);
    rows->addWidget(rule);
}

QString NewSecret::problem() const {
    if (m_first->text() != m_again->text())
        return tr("The two are not alike. Type both again.");
    QByteArray typed = m_first->text().toUtf8();
    const auto strong = checkPasswordStrength(typed);
    wipe(typed);
    return strong.ok() ? QString() : presented(strong.error()).happened;
}

std::optional<QByteArray> NewSecret::take() {
    const QString reason = problem();
    m_problem->setText(reason);
    m_problem->setVisible(!reason.isEmpty());
    m_again->wipeText();
    if (reason.isEmpty())
        return m_first->take();
    m_first->wipeText();
    m_first->setFocus();
    return {};
}

void NewSecret::clear() {
    m_first->wipeText();
    m_again->wipeText();
    m_problem->hide();
}

void NewSecret::focusFirst() {
    m_first->setFocus();
}

} // namespace meterhall::ui
