#include "ui/pages/dayclose/shift_figures.h"

#include "ui/pages/dayclose/shift_words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/card.h"
#include "ui/widgets/text_forms.h"

#include <QGridLayout>
#include <QLabel>

namespace meterhall::ui {

ShiftFigures::ShiftFigures(QWidget* parent)
    : QWidget(parent)
    , m_counted(makeLabel(TextRole::Body))
    , m_expected(makeLabel(TextRole::Body))
    , m_word(new Badge)
    , m_difference(makeLabel(TextRole::Difference)) {
    auto* sums = new QGridLayout;
    sums->setVerticalSpacing(4);
    sums->addWidget(makeLabel(TextRole::Label, tr("Counted"), "text2"), 0, 0);
    sums->addWidget(m_counted, 0, 1, Qt::AlignRight);
    sums->addWidget(makeLabel(TextRole::Label, tr("Expected"), "text2"), 1, 0);
    sums->addWidget(m_expected, 1, 1, Qt::AlignRight);
    auto* band = new QFrame;
    band->setProperty("role", "inset");
    auto* across = new QHBoxLayout(band);
    across->setContentsMargins(12, 4, 12, 4);
    across->addWidget(m_word);
    across->addStretch();
    across->addWidget(m_difference);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addLayout(sums);
    layout->addWidget(band);
    hide();
}

void ShiftFigures::show(const services::ShiftOfDay& shift) {
    const auto difference = differenceOf(shift);
    const bool known = shift.count && shift.expected && difference;
    setVisible(known);
    if (!known) {
        m_counted->clear();
        m_expected->clear();
        m_difference->clear();
        return;
    }
    m_counted->setText(amountText(shift.count->counted));
    m_expected->setText(amountText(*shift.expected));
    const StateWords words = wordsOf(*difference);
    m_word->show(words.state, words.text);
    m_difference->setText(changeText(*difference));
    setTone(m_difference, difference->isZero() ? "ok" : "warn");
    setAccessibleName(words.text + u' ' + m_difference->text());
}

} // namespace meterhall::ui
