#include "ui/pages/counter/parked_bar.h"

#include "ui/shell/work_at_hand.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace meterhall::ui {

ParkedBar::ParkedBar(const WorkAtHand& work, QWidget* parent)
    : QWidget(parent)
    , m_work(work)
    , m_layout(new QHBoxLayout(this)) {
    m_layout->setContentsMargins(0, 0, 0, 0);
    connect(&work, &WorkAtHand::changed, this, &ParkedBar::rebuild);
    rebuild();
}

void ParkedBar::rebuild() {
    while (QLayoutItem* item = m_layout->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater(); // it may be the one that was clicked
        delete item;
    }
    setVisible(!m_work.setAside().empty());
    m_layout->addWidget(makeLabel(TextRole::Label, tr("Set aside:"), "text2"));
    for (const HalfPaid& parked : m_work.setAside()) {
        auto* chip = new QPushButton(
            parked.typed.received.isEmpty() ? parked.holder : tr("%1  %2").arg(parked.holder, parked.typed.received));
        chip->setFocusPolicy(Qt::NoFocus);
        connect(chip, &QPushButton::clicked, this, [this, account = parked.account] { Q_EMIT chosen(account); });
        m_layout->addWidget(chip);
    }
    m_layout->addStretch();
}

} // namespace meterhall::ui
