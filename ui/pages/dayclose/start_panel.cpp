#include "ui/pages/dayclose/start_panel.h"

#include "ui/theme/theme.h"
#include "ui/widgets/key_cap.h"
#include "ui/widgets/number_edit.h"
#include "ui/widgets/text_forms.h"

#include <QGridLayout>
#include <QLabel>

namespace meterhall::ui {

namespace {

constexpr int longestPaperNumber = 12;

/// 0: nothing, or not a number of a paper.
std::int64_t paperNumberIn(const DigitsEdit& edit) {
    const QString digits = edit.digits();
    return digits.size() > longestPaperNumber ? 0 : digits.toLongLong();
}

QLabel* makeReason() {
    auto* label = makeLabel(TextRole::Label, {}, "danger");
    label->setWordWrap(true);
    return label;
}

} // namespace

StartPanel::StartPanel(Currency currency, QWidget* parent)
    : Card(tr("Open a shift"), parent)
    , m_float(new MoneyEdit(currency))
    , m_floatProblem(makeReason())
    , m_from(new DigitsEdit(longestPaperNumber))
    , m_to(new DigitsEdit(longestPaperNumber))
    , m_papers(makeReason())
    , m_button(new KeyButton(tr("Open the shift"), QStringLiteral("Ctrl Enter"))) {
    auto* form = new QGridLayout;
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(6);
    form->setColumnStretch(1, 1);
    const auto add = [form](int row, const QString& text, TypedEdit* edit) {
        auto* label = makeLabel(TextRole::Label, text, "text2");
        label->setBuddy(edit);
        edit->setAccessibleName(text);
        edit->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        form->addWidget(label, row, 0);
        form->addWidget(edit, row, 1);
    };
    add(0, tr("Float counted (yuan)"), m_float);
    form->addWidget(m_floatProblem, 1, 0, 1, 2);
    add(2, tr("Receipt papers from"), m_from);
    add(3, tr("Receipt papers to"), m_to);
    form->addWidget(m_papers, 4, 0, 1, 2);
    body()->addLayout(form);
    auto* how = makeLabel(TextRole::Hint, tr("Count the float before you type it. The shift counts for today's books."),
                          "text2");
    how->setWordWrap(true);
    body()->addWidget(how);
    body()->addStretch();
    m_button->setKind("primary");
    m_button->setFocusPolicy(Qt::NoFocus);
    body()->addWidget(m_button);
    m_float->setMessageLabel(m_floatProblem);
    m_papers->hide();
    connect(m_button, &QPushButton::clicked, this, &StartPanel::wanted);
    connect(m_float, &QLineEdit::returnPressed, m_from, qOverload<>(&QWidget::setFocus));
    connect(m_from, &QLineEdit::returnPressed, m_to, qOverload<>(&QWidget::setFocus));
    for (DigitsEdit* edit : {m_from, m_to}) {
        connect(edit, &TypedEdit::valueEdited, m_papers, &QWidget::hide);
        connect(edit, &QLineEdit::editingFinished, this, [this] { showPapers(false); });
    }
}

QString StartPanel::papersProblem(bool all) const {
    if (!all && (m_from->isEmpty() || m_to->isEmpty()))
        return {};
    const std::int64_t from = paperNumberIn(*m_from);
    const std::int64_t to = paperNumberIn(*m_to);
    if (from <= 0 || to <= 0)
        return tr("Type the first and the last number of the receipt papers you have received.");
    return to < from ? tr("The last number %1 comes before the first, %2.").arg(to).arg(from) : QString();
}

void StartPanel::showPapers(bool all) {
    const QString problem = papersProblem(all);
    const bool both = !m_from->isEmpty() && !m_to->isEmpty();
    const std::int64_t papers = paperNumberIn(*m_to) - paperNumberIn(*m_from) + 1;
    setTone(m_papers, problem.isEmpty() ? "text2" : "danger");
    m_papers->setText(!problem.isEmpty() ? problem : both ? tr("Papers: %1").arg(countText(papers)) : QString());
    m_papers->setVisible(!m_papers->text().isEmpty());
}

std::optional<services::ShiftStart> StartPanel::take() {
    const auto counted = m_float->value();
    const bool floatIsGood = counted.ok() && counted->isPositive();
    m_floatProblem->setVisible(!floatIsGood);
    if (!floatIsGood)
        m_floatProblem->setText(counted.ok() || m_float->isEmpty() ? tr("Count the float and type what is there.")
                                                                   : m_float->problem());
    showPapers(true);
    if (!floatIsGood) {
        m_float->setFocus();
        return {};
    }
    if (!papersProblem(true).isEmpty()) {
        (paperNumberIn(*m_from) > 0 ? m_to : m_from)->setFocus();
        return {};
    }
    return services::ShiftStart{*counted, paperNumberIn(*m_from), paperNumberIn(*m_to)};
}

void StartPanel::clear() {
    for (TypedEdit* edit :
         {static_cast<TypedEdit*>(m_float), static_cast<TypedEdit*>(m_from), static_cast<TypedEdit*>(m_to)})
        edit->setText({});
    m_floatProblem->hide();
    m_papers->hide();
}

void StartPanel::focusFirst() {
    m_float->setFocus();
}

void StartPanel::setBusy(bool busy) {
    for (QWidget* part : {static_cast<QWidget*>(m_float), static_cast<QWidget*>(m_from), static_cast<QWidget*>(m_to),
                          static_cast<QWidget*>(m_button)})
        part->setEnabled(!busy);
}

} // namespace meterhall::ui
