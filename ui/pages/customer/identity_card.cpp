#include "ui/pages/customer/identity_card.h"

#include "ui/pages/customer/sharing_panel.h"
#include "ui/pages/parts/account_head.h"
#include "ui/theme/theme.h"
#include "ui/widgets/commodity_look.h"
#include "ui/widgets/key_cap.h"
#include "ui/widgets/text_forms.h"

#include <QAction>
#include <QGridLayout>
#include <QLabel>

namespace meterhall::ui {

namespace {
constexpr std::size_t othersShown = 3; // the key goes through all of them
} // namespace

IdentityCard::IdentityCard(QAction* eye, QWidget* parent)
    : Card(tr("Identity"), parent)
    , m_rows(new QGridLayout)
    , m_number(addRow(tr("Customer number"), "customer-number"))
    , m_identity(addRow(tr("Identity number"), "identity-number"))
    , m_phone(addRow(tr("Telephone"), "phone"))
    , m_address(addRow(tr("Address"), "address"))
    , m_tariff(addRow(tr("Tariff"), "tariff"))
    , m_book(addRow(tr("Book"), "book"))
    , m_since(addRow(tr("Supplied since"), "since"))
    , m_former(addRow(tr("Former holder"), "former"))
    , m_shares(addRow(tr("Shares the meter"), "shares"))
    , m_losses(addRow(tr("Shares the loss"), "losses"))
    , m_othersTitle(makeLabel(TextRole::Label, tr("Other accounts"), "text2"))
    , m_others(new QWidget)
    , m_othersLayout(new QVBoxLayout(m_others))
    , m_again(this) {
    setObjectName(QStringLiteral("identity"));
    setFocusPolicy(Qt::StrongFocus);
    if (eye->isVisible()) {
        auto* button = new KeyButton(eye);
        button->setKind("quiet");
        button->setFocusPolicy(Qt::NoFocus);
        addToTitle(button);
    } else {
        setHint(tr("masked; the shift lead may look"));
    }
    m_rows->setHorizontalSpacing(12);
    m_rows->setVerticalSpacing(1);
    m_rows->setColumnStretch(1, 1);
    m_othersLayout->setContentsMargins(0, 0, 0, 0);
    m_othersLayout->setSpacing(0);
    const int last = m_rows->rowCount();
    m_rows->addWidget(m_othersTitle, last, 0, Qt::AlignTop);
    m_rows->addWidget(m_others, last, 1);
    body()->addLayout(m_rows);
    body()->addStretch(1);
    m_again.setSingleShot(true);
    m_again.setObjectName(QStringLiteral("mask-again"));
    connect(&m_again, &QTimer::timeout, this, &IdentityCard::mask);
}

QLabel* IdentityCard::addRow(const QString& title, const char* name) {
    auto* value = makeLabel(TextRole::Body);
    value->setObjectName(QString::fromLatin1(name));
    value->setAccessibleName(title);
    value->setWordWrap(true);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    const int row = m_rows->rowCount();
    auto* words = makeLabel(TextRole::Label, title, "text2");
    words->setBuddy(value);
    m_rows->addWidget(words, row, 0);
    m_rows->addWidget(value, row, 1);
    return value;
}

void IdentityCard::showRow(QLabel* value, const QString& text) {
    value->setText(text);
    value->setVisible(!text.isEmpty());
    for (QLabel* words : findChildren<QLabel*>())
        if (words->buddy() == value)
            words->setVisible(!text.isEmpty());
}

void IdentityCard::clear() {
    mask();
    m_masked = {};
    for (QLabel* label : {m_number, m_identity, m_phone, m_address, m_tariff, m_book, m_since})
        label->setText({});
    for (QLabel* rare : {m_former, m_shares, m_losses})
        showRow(rare, {});
    showOthers({});
}

void IdentityCard::show(const services::CustomerHead& head) {
    m_masked = head.personal;
    m_number->setText(head.customerNumber);
    m_address->setText(head.account.address);
    m_book->setText(head.account.bookNumber.isEmpty()
                        ? tr("in no book")
                        : tr("%1, place %2").arg(head.account.bookNumber).arg(head.account.sequence));
    m_since->setText(head.suppliedSince ? dayText(*head.suppliedSince) : tr("not yet"));
    showRow(m_former,
            head.formerHolders.empty()
                ? QString()
                : tr("%1 until %2").arg(head.formerHolders.front().name, dayText(head.formerHolders.front().until)));
    QStringList shares;
    for (const services::SharedUse& use : head.shares)
        shares += (use.accountId ? use.account + u' ' : QString()) + shareText(use, head.account.account.commodity);
    showRow(m_shares, shares.join(tr(", ")));
    QStringList losses;
    for (const services::SharedLoss& loss : head.losses)
        losses += tr("of master meter %1, with %n others", nullptr, loss.members - 1).arg(loss.master);
    showRow(m_losses, losses.join(tr(", ")));
    showOthers(head.otherAccounts);
    mask();
}

void IdentityCard::showTariff(const services::LadderView& view) {
    m_tariff->setText(view.priceOrder.isEmpty() ? view.tariffCode
                                                : tr("%1, price order %2").arg(view.tariffCode, view.priceOrder));
}

void IdentityCard::showOthers(const std::vector<services::FoundAccount>& others) {
    while (QLayoutItem* item = m_othersLayout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_othersTitle->setVisible(!others.empty());
    m_others->setVisible(!others.empty());
    for (std::size_t at = 0; at < std::min(others.size(), othersShown); ++at) {
        const Account& account = others[at].account;
        auto* link = new QPushButton(commodityText(account.commodity) + u' ' + account.number);
        link->setProperty("kind", "link");
        link->setFocusPolicy(Qt::NoFocus);
        connect(
            link, &QPushButton::clicked, this, [this, id = account.id] { Q_EMIT accountWanted(id); },
            Qt::QueuedConnection);
        m_othersLayout->addWidget(link);
    }
    if (others.size() > othersShown)
        m_othersLayout->addWidget(
            makeLabel(TextRole::Hint, tr("and %n more", nullptr, int(others.size() - othersShown)), "text2"));
}

void IdentityCard::reveal(const services::PersonalData& opened) {
    m_phone->setText(opened.phone.isEmpty() ? tr("none") : opened.phone);
    m_identity->setText(opened.identityNumber.isEmpty() ? tr("none") : opened.identityNumber);
    m_again.start(clearSeconds * 1000);
    Q_EMIT revealedChanged(true);
}

void IdentityCard::mask() {
    m_again.stop();
    const auto words = [this](const QString& masked) {
        return m_masked.sealedHere ? tr("cannot be opened at this seat") : masked.isEmpty() ? tr("none") : masked;
    };
    m_phone->setText(words(m_masked.phone));
    m_identity->setText(words(m_masked.identityNumber));
    Q_EMIT revealedChanged(false);
}

} // namespace meterhall::ui
