#include "ui/pages/dayclose/count_panel.h"

#include "ui/theme/theme.h"
#include "ui/widgets/key_cap.h"
#include "ui/widgets/number_edit.h"
#include "ui/widgets/text_forms.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>

namespace meterhall::ui {

namespace {
constexpr int longestPieceCount = 6;
constexpr int fieldsAt = 0;
} // namespace

CountPanel::CountPanel(QWidget* parent)
    : Card(tr("Count the drawer"), parent)
    , m_sum(makeLabel(TextRole::KeyFigure))
    , m_problem(makeLabel(TextRole::Label, {}, "danger"))
    , m_papers(makeLabel(TextRole::Label))
    , m_button(new KeyButton(tr("Enter the count"), QStringLiteral("Ctrl Enter"))) {
    setHint(tr("Enter: next line"));
    auto* sum = new QHBoxLayout;
    sum->addWidget(makeLabel(TextRole::CardTitle, tr("Sum counted")));
    sum->addStretch();
    sum->addWidget(m_sum);
    body()->setSpacing(4);
    body()->addWidget(makeHairline());
    body()->addLayout(sum);
    body()->addWidget(m_problem);
    body()->addWidget(m_papers);
    auto* once = makeLabel(
        TextRole::Hint,
        tr("Blind: what should be there is shown after the count. It is entered once; this shift takes nothing more."),
        "text2");
    once->setWordWrap(true);
    m_problem->setWordWrap(true);
    m_papers->setWordWrap(true);
    m_problem->hide();
    body()->addWidget(once);
    body()->addStretch();
    m_button->setKind("primary");
    m_button->setFocusPolicy(Qt::NoFocus);
    body()->addWidget(m_button);
    connect(m_button, &QPushButton::clicked, this, &CountPanel::wanted);
}

void CountPanel::show(const services::BlindCount& count) {
    if (count.shift != m_shift)
        makeRows(count);
    m_papers->setText(count.papersFrom ? tr("Receipt papers to hand back: %1 to %2 (%3)")
                                             .arg(*count.papersFrom)
                                             .arg(count.papersTo)
                                             .arg(countText(count.papersTo - *count.papersFrom + 1))
                                       : tr("No receipt paper is left to hand back."));
}

void CountPanel::makeRows(const services::BlindCount& count) {
    m_shift = count.shift;
    m_currency = count.currency;
    m_rows.clear();
    delete m_fields;
    m_fields = new QWidget;
    auto* grid = new QGridLayout(m_fields);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(2);
    grid->setHorizontalSpacing(10);
    grid->setColumnStretch(2, 1);
    grid->setColumnStretch(3, 1);
    for (const std::int64_t face : count.pieces) {
        const QString words = tr("%1 yuan").arg(numberText(Decimal{face, m_currency.minorDigits()}));
        auto* pieces = new DigitsEdit(longestPieceCount);
        pieces->setMaxLength(longestPieceCount);
        pieces->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        pieces->setAccessibleName(words);
        pieces->installEventFilter(this);
        auto* amount = makeLabel(TextRole::Body, {}, "text2");
        const int row = int(m_rows.size());
        grid->addWidget(makeLabel(TextRole::Body, words), row, 0);
        grid->addWidget(makeLabel(TextRole::Label, QStringLiteral("×"), "text3"), row, 1);
        grid->addWidget(pieces, row, 2);
        grid->addWidget(amount, row, 3, Qt::AlignRight | Qt::AlignVCenter);
        connect(pieces, &TypedEdit::valueEdited, this, &CountPanel::showSum);
        m_rows.push_back({face, pieces, amount});
    }
    body()->insertWidget(fieldsAt, m_fields);
    for (std::size_t i = 1; i < m_rows.size(); ++i)
        setTabOrder(m_rows[i - 1].pieces, m_rows[i].pieces);
    showSum();
}

std::map<std::int64_t, int> CountPanel::pieces() const {
    std::map<std::int64_t, int> counted;
    for (const Row& row : m_rows) {
        if (!row.pieces->isEmpty())
            counted[row.face] = row.pieces->digits().toInt();
    }
    return counted;
}

void CountPanel::showSum() {
    m_problem->hide();
    for (const Row& row : m_rows) {
        const auto amount = countedSum({{row.face, row.pieces->digits().toInt()}}, m_currency);
        row.amount->setText(amount.ok() && !row.pieces->isEmpty() ? amountText(*amount) : QString());
    }
    const auto sum = countedSum(pieces(), m_currency);
    m_sum->setText(sum.ok() ? amountText(*sum) : QString());
}

std::optional<std::map<std::int64_t, int>> CountPanel::take() {
    auto counted = pieces();
    if (!counted.empty())
        return counted;
    m_problem->setText(tr("Nothing is counted yet. If the drawer is empty, type 0 in one line."));
    m_problem->show();
    focusFirst();
    return {};
}

void CountPanel::focusFirst() {
    if (!m_rows.empty())
        m_rows.front().pieces->setFocus();
}

void CountPanel::setBusy(bool busy) {
    if (m_fields)
        m_fields->setEnabled(!busy);
    m_button->setEnabled(!busy);
}

bool CountPanel::step(QObject* from, int by) {
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i].pieces != from)
            continue;
        const auto next = std::ptrdiff_t(i) + by;
        if (next >= 0 && next < std::ptrdiff_t(m_rows.size()))
            m_rows[std::size_t(next)].pieces->setFocus();
        return true;
    }
    return false;
}

bool CountPanel::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress)
        return false;
    const auto* pressed = static_cast<QKeyEvent*>(event);
    if ((pressed->modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier)
        return false;
    switch (pressed->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Down:
        return step(watched, 1);
    case Qt::Key_Up:
        return step(watched, -1);
    default:
        return false;
    }
}

} // namespace meterhall::ui
