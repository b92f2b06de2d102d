#include "ui/pages/counter/parked_bar.h"

#include "ui/theme/theme.h"
#include "ui/widgets/card.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace meterhall::ui {

ParkedBar::ParkedBar(QWidget* parent)
    : QWidget(parent)
    , m_layout(new QHBoxLayout(this)) {
    m_layout->setContentsMargins(0, 0, 0, 0);
    hide();
}

void ParkedBar::park(ParkedCustomer customer) {
    take(customer.account);
    m_parked.push_back(std::move(customer));
    rebuild();
}

std::optional<ParkedCustomer> ParkedBar::take(AccountId account) {
    const auto found = std::ranges::find(m_parked, account, &ParkedCustomer::account);
    if (found == m_parked.end())
        return {};
    ParkedCustomer taken = std::move(*found);
    m_parked.erase(found);
    rebuild();
    return taken;
}

void ParkedBar::rebuild() {
    while (QLayoutItem* item = m_layout->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater(); // it may be the one that was clicked
        delete item;
    }
    setVisible(!m_parked.empty());
    m_layout->addWidget(makeLabel(TextRole::Label, tr("Set aside:"), "text2"));
    for (auto parked = m_parked.rbegin(); parked != m_parked.rend(); ++parked) {
        auto* chip = new QPushButton(parked->typed.received.isEmpty()
                                         ? parked->holder
                                         : tr("%1  %2").arg(parked->holder, parked->typed.received));
        chip->setFocusPolicy(Qt::NoFocus);
        connect(chip, &QPushButton::clicked, this, [this, account = parked->account] { Q_EMIT chosen(account); });
        m_layout->addWidget(chip);
    }
    m_layout->addStretch();
}

} // namespace meterhall::ui
