#include "ui/pages/customer/reverse_panel.h"

#include "ui/pages/parts/method_words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/key_cap.h"
#include "ui/widgets/text_forms.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace meterhall::ui {

namespace {

QString followsText(const Tender& tender) {
    if (tender.isCash())
        return ReversePanel::tr("The money goes back out of your drawer, and the bills are open again.");
    if (tender.isFromBank())
        return ReversePanel::tr(
            "No cash goes back: the bank has the money or never paid it. The bills are open again.");
    return ReversePanel::tr("Give the money back on the terminal. The bills are open again.");
}

} // namespace

ReversePanel::ReversePanel(QAction* post, QWidget* parent)
    : Card(tr("Take a payment back"), parent)
    , m_what(makeLabel(TextRole::Emphasis))
    , m_follows(makeLabel(TextRole::Label, {}, "text2"))
    , m_reason(new QLineEdit)
    , m_problem(makeLabel(TextRole::Label, {}, "danger")) {
    for (QLabel* text : {m_what, m_follows, m_problem})
        text->setWordWrap(true);
    m_reason->setMaxLength(120);
    m_reason->setAccessibleName(tr("Reason"));
    auto* button = new KeyButton(post);
    button->setKind("primary");
    button->setFocusPolicy(Qt::NoFocus);
    body()->addWidget(m_what);
    body()->addWidget(m_follows);
    body()->addWidget(makeLabel(TextRole::Label, tr("Reason"), "text2"));
    body()->addWidget(m_reason);
    body()->addWidget(m_problem);
    body()->addWidget(button);
    body()->addStretch();
    connect(m_reason, &QLineEdit::textEdited, m_problem, &QLabel::hide);
}

void ReversePanel::show(const services::PaymentRow& payment, const UtilityZone& zone) {
    m_payment = payment;
    m_what->setText(tr("Receipt %1 of %2: %3, %4")
                        .arg(payment.paperNumber)
                        .arg(momentText(payment.at, zone), amountText(payment.receiptTotal),
                             payment.tender.isCash()
                                 ? methodText(payment.tender.method)
                                 : tr("%1 %2").arg(methodText(payment.tender.method), payment.tender.reference)));
    m_follows->setText(followsText(payment.tender));
    m_reason->setText({});
    m_problem->hide();
    m_reason->setFocus();
}

std::optional<QString> ReversePanel::reason() {
    const QString reason = m_reason->text().trimmed();
    if (!reason.isEmpty())
        return reason;
    m_problem->setText(tr("Write why: \"bounced, no funds\"."));
    m_problem->show();
    m_reason->setFocus();
    return {};
}

} // namespace meterhall::ui
