#include "ui/pages/administration/operator_forms.h"

#include "ui/pages/administration/duty_boxes.h"
#include "ui/pages/parts/secret_edit.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <tuple>

namespace meterhall::ui {

using services::OperatorRow;

namespace {

constexpr int longestOperatorNumber = 16;
constexpr int longestOperatorName = 40;
constexpr int longestStateReason = 200;

QVBoxLayout* formRows(QWidget* form) {
    auto* rows = new QVBoxLayout(form);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(6);
    return rows;
}

QLabel* wrappedLabel(TextRole role, const char* tone = nullptr, const QString& text = {}) {
    auto* label = makeLabel(role, text, tone);
    label->setWordWrap(true);
    return label;
}

} // namespace

AddOperatorForm::AddOperatorForm(QWidget* parent)
    : QWidget(parent)
    , m_number(new QLineEdit)
    , m_name(new QLineEdit)
    , m_problem(wrappedLabel(TextRole::Label, "danger"))
    , m_duties(new DutyBoxes)
    , m_secret(new NewSecret) {
    auto* who = new QGridLayout;
    who->setHorizontalSpacing(10);
    who->setVerticalSpacing(4);
    who->setColumnStretch(1, 1);
    int row = 0;
    for (const auto& [edit, title, longest] : {std::tuple(m_number, tr("Operator number"), longestOperatorNumber),
                                               std::tuple(m_name, tr("Name"), longestOperatorName)}) {
        edit->setAccessibleName(title);
        edit->setMaxLength(longest);
        who->addWidget(makeLabel(TextRole::Label, title, "text2"), row, 0);
        who->addWidget(edit, row++, 1);
        connect(edit, &QLineEdit::textEdited, m_problem, &QWidget::hide);
    }
    m_number->setInputMethodHints(Qt::ImhLatinOnly | Qt::ImhNoPredictiveText);
    connect(m_number, &QLineEdit::returnPressed, m_name, qOverload<>(&QWidget::setFocus));
    connect(m_name, &QLineEdit::returnPressed, m_duties, &DutyBoxes::focusFirst);
    m_problem->hide();
    auto* rows = formRows(this);
    rows->addLayout(who);
    rows->addWidget(m_problem);
    rows->addWidget(makeHairline());
    rows->addWidget(m_duties);
    rows->addWidget(makeHairline());
    rows->addWidget(m_secret);
    rows->addStretch();
}

std::optional<services::NewOperator> AddOperatorForm::take() {
    const QString number = m_number->text().trimmed();
    const QString name = m_name->text().trimmed();
    const bool nameless = number.isEmpty() || name.isEmpty();
    m_problem->setText(number.isEmpty() ? tr("Give an operator number: 1 to 16 small letters and digits.")
                                        : tr("Give the name as it should stand on lists."));
    m_problem->setVisible(nameless);
    m_duties->showProblem(true);
    if (nameless) {
        (number.isEmpty() ? m_number : m_name)->setFocus();
        return {};
    }
    const Duties duties = m_duties->duties();
    if (!mayHold(duties).ok()) {
        m_duties->focusFirst();
        return {};
    }
    auto secret = m_secret->take();
    if (!secret)
        return {};
    return services::NewOperator{number, name, duties, std::move(*secret), true};
}

void AddOperatorForm::clear() {
    m_number->clear();
    m_name->clear();
    m_problem->hide();
    m_duties->setDuties({});
    m_secret->clear();
}

void AddOperatorForm::focusFirst() {
    m_number->setFocus();
}

DutiesForm::DutiesForm(QWidget* parent)
    : QWidget(parent)
    , m_duties(new DutyBoxes)
    , m_before(wrappedLabel(TextRole::Body))
    , m_after(wrappedLabel(TextRole::Emphasis)) {
    auto* change = new QGridLayout;
    change->setHorizontalSpacing(10);
    change->setVerticalSpacing(4);
    change->setColumnStretch(1, 1);
    change->addWidget(makeLabel(TextRole::Label, tr("Before"), "text2"), 0, 0, Qt::AlignTop);
    change->addWidget(m_before, 0, 1);
    change->addWidget(makeLabel(TextRole::Label, tr("After"), "text2"), 1, 0, Qt::AlignTop);
    change->addWidget(m_after, 1, 1);
    auto* rows = formRows(this);
    rows->addWidget(m_duties);
    rows->addWidget(makeHairline());
    rows->addLayout(change);
    rows->addStretch();
    connect(m_duties, &DutyBoxes::changed, this, &DutiesForm::showAfter);
}

void DutiesForm::show(const OperatorRow& row) {
    m_held = row.duties;
    m_before->setText(dutiesText(m_held));
    m_duties->setDuties(m_held);
}

void DutiesForm::showAfter() {
    m_after->setText(isChanged() ? dutiesText(m_duties->duties()) : tr("unchanged"));
    setTone(m_after, isChanged() ? "accent" : "text2");
    Q_EMIT changed();
}

bool DutiesForm::isChanged() const {
    return m_duties->duties() != m_held;
}

QString DutiesForm::afterText() const {
    return m_after->text();
}

std::optional<Duties> DutiesForm::take() {
    m_duties->showProblem(true);
    const Duties wanted = m_duties->duties();
    return isChanged() && mayHold(wanted).ok() ? std::optional(wanted) : std::nullopt;
}

void DutiesForm::focusFirst() {
    m_duties->focusFirst();
}

ReasonForm::ReasonForm(QWidget* parent)
    : QWidget(parent)
    , m_means(wrappedLabel(TextRole::Body))
    , m_reason(new QLineEdit)
    , m_problem(wrappedLabel(TextRole::Label, "danger", tr("Write why. The reason stands in the audit."))) {
    m_reason->setMaxLength(longestStateReason);
    m_reason->setAccessibleName(tr("Reason"));
    m_problem->hide();
    connect(m_reason, &QLineEdit::textEdited, m_problem, &QWidget::hide);
    auto* rows = formRows(this);
    rows->addWidget(m_means);
    rows->addWidget(makeLabel(TextRole::Label, tr("Reason"), "text2"));
    rows->addWidget(m_reason);
    rows->addWidget(m_problem);
    rows->addStretch();
}

void ReasonForm::show(const OperatorRow& row) {
    m_means->setText(row.deactivatedAt
                         ? tr("%1 may sign in again, with the duties and the password of before.").arg(row.who.name)
                         : tr("%1 may not sign in any more. What was done stays under the number, which nobody else "
                              "is ever given.")
                               .arg(row.who.name));
    m_reason->clear();
    m_problem->hide();
}

std::optional<QString> ReasonForm::take() {
    const QString reason = m_reason->text().trimmed();
    m_problem->setVisible(reason.isEmpty());
    if (!reason.isEmpty())
        return reason;
    m_reason->setFocus();
    return {};
}

void ReasonForm::focusFirst() {
    m_reason->setFocus();
}

} // namespace meterhall::ui
