#include "ui/shell/approval.h"

#include "ui/shell/desk.h"
#include "ui/shell/error_bar.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/icon_label.h"
#include "ui/widgets/key_cap.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>

namespace meterhall::ui {

namespace {
constexpr int approvalWidth = 520;
constexpr float veil = 0.9F;
constexpr int longestApprovalReason = 200;
} // namespace

Approval::Approval(Desk& desk, SecondPersonTask task, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_task(std::move(task))
    , m_number(new QLineEdit)
    , m_password(new QLineEdit)
    , m_reason(new QLineEdit)
    , m_error(new ErrorBar)
    , m_confirm(new KeyButton(tr("Confirm"), QStringLiteral("Enter")))
    , m_leave(new KeyButton(tr("Leave it"), QStringLiteral("Esc"))) {
    setAccessibleName(m_task.what);
    auto* card = new Card;
    card->setFixedWidth(approvalWidth);
    QVBoxLayout* body = card->body();
    body->setContentsMargins(28, 22, 28, 24);
    body->setSpacing(12);
    auto* head = new QHBoxLayout;
    head->setSpacing(10);
    head->addWidget(new IconLabel("users", 24, Token::Accent));
    auto* what = makeLabel(TextRole::PageTitle, m_task.what);
    what->setWordWrap(true);
    head->addWidget(what, 1);
    body->addLayout(head);
    body->addWidget(buildFacts());
    auto* rule = makeLabel(TextRole::Body, m_task.rule, "text2");
    rule->setWordWrap(true);
    body->addWidget(rule);
    body->addWidget(makeHairline());
    body->addWidget(makeLabel(TextRole::CardTitle, tr("Second person, at this seat")));
    body->addWidget(buildFields());
    body->addWidget(m_error);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_leave);
    buttons->addWidget(m_confirm, 1);
    body->addLayout(buttons);
    m_confirm->setKind("primary");
    auto* across = new QHBoxLayout;
    across->addStretch();
    across->addWidget(card);
    across->addStretch();
    auto* down = new QVBoxLayout(this);
    down->addStretch(2);
    down->addLayout(across);
    down->addStretch(3);
    connect(m_confirm, &QPushButton::clicked, this, &Approval::tryIt);
    connect(m_leave, &QPushButton::clicked, this, &Approval::left);
}

QWidget* Approval::buildFacts() {
    auto* inset = new QFrame;
    inset->setProperty("role", "inset");
    auto* form = new QFormLayout(inset);
    form->setContentsMargins(14, 10, 14, 10);
    form->setHorizontalSpacing(24);
    for (const SecondPersonTask::Fact& fact : m_task.facts)
        form->addRow(makeLabel(TextRole::Label, fact.label, "text2"), makeLabel(TextRole::Emphasis, fact.value));
    return inset;
}

QWidget* Approval::buildFields() {
    auto* fields = new QWidget;
    auto* form = new QFormLayout(fields);
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(10);
    const auto add = [this, form](QLineEdit* field, const QString& name) {
        field->setAccessibleName(name);
        form->addRow(makeLabel(TextRole::Label, name), field);
        connect(field, &QLineEdit::returnPressed, this, &Approval::tryIt);
    };
    if (!m_task.reasonLabel.isEmpty())
        add(m_reason, m_task.reasonLabel);
    else
        m_reason->setParent(this), m_reason->hide();
    add(m_number, tr("Operator number"));
    add(m_password, tr("Password"));
    m_reason->setMaxLength(longestApprovalReason);
    m_number->setInputMethodHints(Qt::ImhLatinOnly | Qt::ImhNoPredictiveText);
    m_password->setEchoMode(QLineEdit::Password);
    return fields;
}

void Approval::focusFirst() {
    (m_task.reasonLabel.isEmpty() ? m_number : m_reason)->setFocus();
}

QLineEdit* Approval::missing() const {
    if (!m_task.reasonLabel.isEmpty() && m_reason->text().trimmed().isEmpty())
        return m_reason;
    if (m_number->text().trimmed().isEmpty())
        return m_number;
    return m_password->text().isEmpty() ? m_password : nullptr;
}

// Enter goes to what is still missing, then does it.
void Approval::tryIt() {
    if (m_busy)
        return;
    m_error->clear();
    if (QLineEdit* field = missing()) {
        field->setFocus();
        return;
    }
    setBusy(true);
    m_desk.writeAs(
        {m_number->text().trimmed(), m_password->text().toUtf8(), m_task.service}, m_task.what, this,
        [job = m_task.job, reason = m_reason->text().trimmed()](services::Session& session) {
            return job(session, reason);
        },
        [this](const Result<void>& answer) { answered(answer); });
}

void Approval::answered(const Result<void>& answer) {
    setBusy(false);
    m_password->clear();
    if (answer.ok()) {
        Q_EMIT done();
        return;
    }
    m_error->show(answer.error());
    const bool another = answer.error().is(SecurityError::SamePerson) || answer.error().is(SecurityError::NotAllowed);
    (another ? m_number : m_password)->setFocus();
    m_number->selectAll();
}

void Approval::setBusy(bool busy) {
    m_busy = busy;
    m_confirm->setEnabled(!busy);
    m_confirm->setText(busy ? tr("Confirming …") : tr("Confirm"));
    m_leave->setEnabled(!busy);
    for (QLineEdit* field : {m_number, m_password, m_reason})
        field->setReadOnly(busy); // not disabled: the keys would go elsewhere
}

void Approval::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && !m_busy)
        Q_EMIT left();
    // Everything else ends here: the page below does not hear of it.
}

void Approval::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    QColor ground = tone(Token::Window);
    ground.setAlphaF(veil);
    painter.fillRect(rect(), ground);
}

} // namespace meterhall::ui
