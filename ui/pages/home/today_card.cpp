#include "ui/pages/home/today_card.h"

#include "ui/theme/theme.h"
#include "ui/widgets/icon_label.h"

#include <QLabel>
#include <QVBoxLayout>

namespace meterhall::ui {

namespace {

constexpr int cardWidth = 340;

QLayout* rowOf(const TodayLine& line) {
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(makeLabel(TextRole::Label, line.what, "text2"));
    words->addWidget(makeLabel(TextRole::KeyFigure, line.figure));
    auto* detail = makeLabel(TextRole::Hint, line.detail, "text2");
    detail->setWordWrap(true);
    words->addWidget(detail);
    auto* row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(new IconLabel(line.icon, 20), 0, Qt::AlignTop);
    row->addLayout(words, 1);
    return row;
}

} // namespace

TodayCard::TodayCard(QWidget* parent)
    : Card(tr("Today"), parent) {
    setFixedWidth(cardWidth);
    setHint(tr("so far, and what is planned"));
    body()->addStretch();
}

void TodayCard::show(const std::vector<TodayLine>& lines) {
    delete m_lines;
    m_lines = new QWidget;
    auto* layout = new QVBoxLayout(m_lines);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(14);
    for (const TodayLine& line : lines)
        layout->addLayout(rowOf(line));
    body()->insertWidget(0, m_lines);
}

} // namespace meterhall::ui
