#include "ui/first_run/step_form.h"

#include "ui/errors/error_text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QStyle>
#include <QVBoxLayout>

namespace meterhall::ui {

namespace {
constexpr int labelWidth = 150;
constexpr int widestField = 560;

void markBad(QWidget* field, bool bad) {
    field->setProperty("bad", bad ? QVariant(QStringLiteral("1")) : QVariant());
    field->style()->unpolish(field);
    field->style()->polish(field);
}
} // namespace

QString wordsOf(const Error& error) {
    const ErrorText text = presented(error);
    return text.todo.isEmpty() ? text.happened : StepForm::tr("%1 %2").arg(text.happened, text.todo);
}

StepForm::StepForm(QWidget* parent)
    : QWidget(parent)
    , m_layout(new QFormLayout(this)) {
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setHorizontalSpacing(14);
    m_layout->setVerticalSpacing(10);
    m_layout->setRowWrapPolicy(QFormLayout::DontWrapRows);
    m_layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_layout->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
}

void StepForm::addField(const QString& label, QWidget* field, const QString& explained) {
    auto* words = makeLabel(TextRole::Label, label, "text2");
    words->setMinimumWidth(labelWidth);
    words->setBuddy(field);
    words->setContentsMargins(0, 8, 0, 0);
    auto* column = new QWidget;
    column->setMaximumWidth(widestField);
    auto* row = new QWidget;
    auto* across = new QHBoxLayout(row); // a widget that may not grow would stand in the middle of its cell
    across->setContentsMargins(0, 0, 0, 0);
    across->addWidget(column, 1000);
    across->addStretch(1);
    auto* under = new QVBoxLayout(column);
    under->setContentsMargins(0, 0, 0, 0);
    under->setSpacing(3);
    under->addWidget(field);
    if (!explained.isEmpty()) {
        auto* hint = makeLabel(TextRole::Hint, explained, "text3");
        hint->setWordWrap(true);
        under->addWidget(hint);
    }
    auto* reason = makeLabel(TextRole::Label, {}, "danger");
    reason->setWordWrap(true);
    reason->hide();
    under->addWidget(reason);
    field->setAccessibleName(label);
    if (field->accessibleDescription().isEmpty())
        field->setAccessibleDescription(explained);
    m_layout->addRow(words, row);
    m_rows.insert(field, row);
    m_reasons.insert(field, reason);
}

QLineEdit* StepForm::addText(const QString& label, const QString& explained) {
    auto* field = new QLineEdit;
    addField(label, field, explained);
    return field;
}

QLineEdit* StepForm::addPassword(const QString& label, const QString& explained) {
    QLineEdit* field = addText(label, explained);
    field->setEchoMode(QLineEdit::Password);
    return field;
}

QWidget* StepForm::addHeading(const QString& text, const QString& explained) {
    auto* heading = new QWidget;
    auto* lines = new QVBoxLayout(heading);
    lines->setContentsMargins(0, 8, 0, 0);
    lines->setSpacing(2);
    lines->addWidget(makeLabel(TextRole::Emphasis, text));
    if (!explained.isEmpty()) {
        auto* hint = makeLabel(TextRole::Label, explained, "text2");
        hint->setWordWrap(true);
        lines->addWidget(hint);
    }
    addWide(heading);
    return heading;
}

void StepForm::addWide(QWidget* widget) {
    m_layout->addRow(widget);
    m_rows.insert(widget, widget);
}

QWidget* StepForm::rowOf(QWidget* field) const {
    return m_rows.value(field);
}

void StepForm::setShown(QWidget* field, bool shown) {
    m_layout->setRowVisible(rowOf(field), shown);
    if (QLabel* reason = m_reasons.value(field))
        reason->setVisible(shown && field == m_bad);
}

void StepForm::complain(QWidget* field, const QString& words) {
    clearComplaint();
    QLabel* reason = m_reasons.value(field);
    if (!reason)
        return;
    m_bad = field;
    markBad(field, true);
    reason->setText(words);
    reason->show();
    field->setAccessibleDescription(words);
}

void StepForm::clearComplaint() {
    if (!m_bad)
        return;
    markBad(m_bad, false);
    m_reasons.value(m_bad)->hide();
    m_bad = nullptr;
}

QString StepForm::complaint() const {
    return m_bad ? m_reasons.value(m_bad)->text() : QString();
}

} // namespace meterhall::ui
