#include "ui/pages/customer/reverse_panel.h"

#include "ui/pages/parts/method_words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/text_forms.h"

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
    : FormCard(tr("Take a payment back"), parent)
    , m_what(makeLabel(TextRole::Emphasis))
    , m_follows(makeLabel(TextRole::Label, {}, "text2"))
    , m_reason(new QLineEdit) {
    for (QLabel* text : {m_what, m_follows})
        text->setWordWrap(true);
    m_reason->setMaxLength(120);
    body()->addWidget(m_what);
    body()->addWidget(m_follows);
    addField(tr("Reason"), m_reason);
    finish(post);
    connect(m_reason, &QLineEdit::textEdited, this, &ReversePanel::clearMissing);
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
    clearMissing();
    m_reason->setFocus();
}

std::optional<services::ReversalRequest> ReversePanel::request() {
    const QString reason = m_reason->text().trimmed();
    if (reason.isEmpty())
        return missing(tr("Write why: \"bounced, no funds\"."), m_reason);
    return services::ReversalRequest{.payment = m_payment->payment, .reason = reason};
}

} // namespace meterhall::ui
