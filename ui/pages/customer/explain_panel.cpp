#include "ui/pages/customer/explain_panel.h"

#include "ui/pages/parts/why_card.h"
#include "ui/theme/theme.h"
#include "ui/widgets/key_cap.h"
#include "ui/widgets/text_forms.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>

namespace meterhall::ui {

namespace {

QString factsText(const services::BillArithmetic& shown) {
    const services::BillSummary& bill = shown.bill;
    QStringList lines{ExplainPanel::tr("Read on %1 and %2, issued on %3")
                          .arg(dayText(bill.interval.from()), dayText(bill.interval.to()), dayText(bill.issuedOn)),
                      ExplainPanel::tr("Due on %1").arg(dayText(bill.dueOn))};
    if (bill.open.isZero())
        lines << ExplainPanel::tr("Paid");
    else if (bill.partlyPaid())
        lines << ExplainPanel::tr("%1 of %2 is still open").arg(amountText(bill.open), amountText(bill.total));
    else
        lines << ExplainPanel::tr("%1 is open").arg(amountText(bill.open));
    if (bill.daysOverdue > 0)
        lines << ExplainPanel::tr("%n day(s) overdue", nullptr, bill.daysOverdue);
    if (!shown.priceOrder.isEmpty())
        lines << ExplainPanel::tr("Price order %1").arg(shown.priceOrder);
    return lines.join(u'\n');
}

} // namespace

ExplainPanel::ExplainPanel(QAction* print, QWidget* parent)
    : QWidget(parent)
    , m_why(new WhyCard)
    , m_facts(new Card(tr("This bill")))
    , m_words(makeLabel(TextRole::Body)) {
    auto* down = new QVBoxLayout(this);
    down->setContentsMargins(0, 0, 0, 0);
    down->setSpacing(10);
    m_words->setWordWrap(true);
    m_facts->body()->addWidget(m_words);
    auto* buttons = new QHBoxLayout;
    auto* again = new KeyButton(print);
    again->setFocusPolicy(Qt::NoFocus);
    if (!print->isVisible())
        again->hide(); // never shown before it has a place: it would be a window of its own
    auto* back = new KeyButton(tr("Close"), QStringLiteral("Esc"));
    back->setKind("quiet");
    connect(back, &QPushButton::clicked, this, &ExplainPanel::closeWanted);
    back->setFocusPolicy(Qt::NoFocus);
    buttons->addWidget(again);
    buttons->addWidget(back);
    buttons->addStretch();
    m_facts->body()->addLayout(buttons);
    down->addWidget(m_why);
    down->addWidget(m_facts);
    down->addStretch(1);
}

void ExplainPanel::show(const services::BillArithmetic& bill) {
    m_why->show(bill);
    m_why->setHint({}); // the title alone fills the narrow panel
    m_words->setText(factsText(bill));
    m_facts->setVisible(true);
}

void ExplainPanel::clear() {
    m_why->clear();
    m_facts->hide();
}

} // namespace meterhall::ui
