#include "ui/pages/parts/account_head.h"

#include "ui/theme/theme.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/icon_label.h"
#include "ui/widgets/text_forms.h"

#include <QHBoxLayout>
#include <QLabel>

namespace meterhall::ui {

namespace {

QWidget* withIcon(const char* iconName, QLabel* words) {
    auto* pair = new QWidget;
    auto* row = new QHBoxLayout(pair);
    row->setContentsMargins(0, 0, 12, 0);
    row->setSpacing(5);
    row->addWidget(new IconLabel(iconName, 14));
    row->addWidget(words);
    return pair;
}

} // namespace

QString useClassText(UseClass useClass) {
    switch (useClass) {
    case UseClass::Residential:
        return AccountHead::tr("Residential");
    case UseClass::NonResidential:
        return AccountHead::tr("Non-residential");
    case UseClass::Special:
        return AccountHead::tr("Special use");
    }
    Q_UNREACHABLE();
}

QString supplyFlagText(SupplyFlag flag) {
    switch (flag) {
    case SupplyFlag::Protected:
        return AccountHead::tr("Protected");
    case SupplyFlag::MedicalNeed:
        return AccountHead::tr("Medical need");
    case SupplyFlag::Disputed:
        return AccountHead::tr("Disputed");
    case SupplyFlag::PaymentPlan:
        return AccountHead::tr("Payment plan");
    case SupplyFlag::Heating:
        return AccountHead::tr("Heating");
    }
    Q_UNREACHABLE();
}

AccountHead::AccountHead(QWidget* parent)
    : Card({}, parent)
    , m_across(new QHBoxLayout)
    , m_initial(makeLabel(TextRole::KeyFigure, {}, "accent"))
    , m_name(makeLabel(TextRole::KeyFigure))
    , m_number(makeLabel(TextRole::CardTitle, {}, "text2"))
    , m_supply(new Badge)
    , m_overdue(new Badge)
    , m_place(makeLabel(TextRole::Label))
    , m_phone(makeLabel(TextRole::Label))
    , m_people(makeLabel(TextRole::Label)) {
    auto* initial = new QFrame;
    initial->setProperty("role", "inset");
    initial->setFixedSize(46, 46);
    auto* inside = new QHBoxLayout(initial);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->addWidget(m_initial, 0, Qt::AlignCenter);

    auto* first = new QHBoxLayout;
    first->setSpacing(10);
    first->addWidget(m_name);
    first->addWidget(m_number, 0, Qt::AlignBottom);
    first->addWidget(m_supply);
    first->addWidget(m_overdue);
    first->addStretch();
    auto* second = new QHBoxLayout;
    second->setSpacing(0);
    second->addWidget(withIcon("pin", m_place));
    second->addWidget(withIcon("phone", m_phone));
    second->addWidget(withIcon("users", m_people));
    second->addStretch();
    auto* lines = new QVBoxLayout;
    lines->setSpacing(4);
    lines->addLayout(first);
    lines->addLayout(second);
    m_across->setSpacing(12);
    m_across->addWidget(initial);
    m_across->addLayout(lines, 1);
    body()->addLayout(m_across);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void AccountHead::addAtEnd(QWidget* widget) {
    m_across->addWidget(widget);
}

void AccountHead::show(const services::CustomerHead& head) {
    const Account& account = head.account.account;
    m_initial->setText(head.account.holder.left(1));
    m_name->setText(head.account.holder);
    m_number->setText(account.number);
    m_place->setText(head.account.address);
    m_phone->parentWidget()->setVisible(!head.personal.phone.isEmpty());
    m_phone->setText(head.personal.phone);
    m_people->setText(account.householdSize > 0
                          ? tr("%1, %n people", nullptr, account.householdSize).arg(useClassText(account.useClass))
                          : useClassText(account.useClass));
    if (head.account.closedOn)
        m_supply->show(State::Off, tr("Closed on %1").arg(dayText(*head.account.closedOn)));
    else if (head.suspendedOn)
        m_supply->show(State::Off, tr("Suspended on %1").arg(dayText(*head.suspendedOn)));
    else if (head.flags.empty())
        m_supply->show(State::Ok, tr("In use"));
    else
        m_supply->show(State::Info, supplyFlagText(*head.flags.begin()));
    m_overdue->show(State::Warn,
                    head.money.overdueBills > 0 ? tr("%n overdue", nullptr, head.money.overdueBills) : QString());
    setAccessibleName(tr("%1, account %2").arg(head.account.holder, account.number));
}

} // namespace meterhall::ui
