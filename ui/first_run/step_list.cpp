#include "ui/first_run/step_list.h"

#include "ui/first_run/step_row.h"

#include <QVBoxLayout>

namespace meterhall::ui {

namespace {
constexpr int listWidth = 232;
}

StepList::StepList(QWidget* parent)
    : QFrame(parent)
    , m_layout(new QVBoxLayout(this)) {
    setProperty("role", "card");
    setFixedWidth(listWidth);
    m_layout->setContentsMargins(8, 10, 8, 10);
    m_layout->setSpacing(2);
    m_layout->addStretch();
}

void StepList::setTitles(const QStringList& titles) {
    for (StepRow* row : m_rows)
        delete row;
    m_rows.clear();
    for (int i = 0; i < titles.size(); ++i) {
        auto* row = new StepRow(i + 1, titles.at(i));
        connect(row, &StepRow::clicked, this, [this, i] { Q_EMIT chosen(i); });
        m_layout->insertWidget(i, row);
        m_rows.push_back(row);
    }
}

void StepList::setCurrent(int current, int reached) {
    for (int i = 0; i < int(m_rows.size()); ++i)
        m_rows[std::size_t(i)]->setState(i == current, i < reached, i <= reached);
}

} // namespace meterhall::ui
