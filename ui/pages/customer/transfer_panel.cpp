#include "ui/pages/customer/transfer_panel.h"

#include "ui/theme/theme.h"
#include "ui/widgets/number_edit.h"
#include "ui/widgets/text_forms.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace meterhall::ui {

namespace {
constexpr int transferDialDecimals = 6;
} // namespace

TransferPanel::TransferPanel(QAction* post, bool mayRead, QWidget* parent)
    : FormCard(tr("Transfer to another customer"), parent)
    , m_what(makeLabel(TextRole::Label, {}, "text2"))
    , m_customer(new QLineEdit)
    , m_name(new QLineEdit)
    , m_phone(new QLineEdit)
    , m_identity(new QLineEdit)
    , m_day(new DayEdit)
    , m_dial(new QuantityEdit({}, transferDialDecimals))
    , m_document(new QLineEdit)
    , m_anew(new QCheckBox(tr("The ladder begins anew")))
    , m_debts(new QCheckBox(tr("What is open goes along")))
    , m_credit(new QCheckBox(tr("What was paid ahead goes along"))) {
    m_what->setWordWrap(true);
    for (QLineEdit* text : {m_customer, m_name, m_phone, m_identity, m_document})
        connect(text, &QLineEdit::textEdited, this, &TransferPanel::clearMissing);
    body()->addWidget(m_what);
    addField(tr("Customer number, if there is one"), m_customer);
    addField(tr("Name of the new holder"), m_name);
    addField(tr("Telephone"), m_phone);
    addField(tr("Identity number"), m_identity);
    addField(tr("Last day of the former holder"), m_day);
    if (mayRead)
        addField(tr("Dial of today, if it was not read"), m_dial);
    else
        m_dial->setParent(this);
    m_dial->setVisible(mayRead);
    addField(tr("Document"), m_document);
    for (QCheckBox* choice : {m_anew, m_debts, m_credit})
        body()->addWidget(choice);
    finish(post);
}

void TransferPanel::show(const services::CustomerHead& head, Date today) {
    m_account = head.account.account.id;
    m_what->setText(
        tr("%1 holds account %2. Bills are cut on that day.").arg(head.account.holder, head.account.account.number));
    for (QLineEdit* text : {m_customer, m_name, m_phone, m_identity, m_document})
        text->clear();
    m_dial->clear();
    m_day->setValue(today);
    for (QCheckBox* choice : {m_anew, m_debts, m_credit})
        choice->setChecked(false);
    clearMissing();
    m_name->setFocus();
}

services::NewHolder TransferPanel::holder() const {
    const QString number = m_customer->text().trimmed();
    if (!number.isEmpty())
        return number;
    return Customer{CustomerId::fromRaw(0), m_name->text().trimmed(), m_phone->text().trimmed(),
                    m_identity->text().trimmed()};
}

std::optional<services::TransferRequest> TransferPanel::request() {
    if (m_customer->text().trimmed().isEmpty() && m_name->text().trimmed().isEmpty())
        return missing(tr("Give the new holder's name or customer number."), m_name);
    const auto day = m_day->value();
    if (!day.ok())
        return missing(m_day->problem(), m_day);
    services::TransferRequest request{.account = *m_account,
                                      .on = *day,
                                      .holder = holder(),
                                      .document = m_document->text().trimmed(),
                                      .ladderAnew = m_anew->isChecked(),
                                      .takesDebts = m_debts->isChecked(),
                                      .takesCredit = m_credit->isChecked()};
    if (!take(m_dial, request.dial))
        return std::nullopt;
    if (request.document.isEmpty())
        return missing(tr("Name the document: \"application 17, contract of sale\"."), m_document);
    return request;
}

} // namespace meterhall::ui
