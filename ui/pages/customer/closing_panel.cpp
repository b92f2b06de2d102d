#include "ui/pages/customer/closing_panel.h"

#include "ui/theme/theme.h"
#include "ui/widgets/number_edit.h"
#include "ui/widgets/text_forms.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace meterhall::ui {

namespace {

constexpr int lastDialDecimals = 6;

QString owedText(const services::AccountMoney& money) {
    if (money.owed.isPositive())
        return ClosingPanel::tr("%1 is open; the counter takes it as ever.").arg(amountText(money.owed));
    if (money.prepayment.isPositive())
        return ClosingPanel::tr("%1 that was paid ahead is left when the last bill is paid.")
            .arg(amountText(money.prepayment));
    return ClosingPanel::tr("Nothing is open.");
}

} // namespace

ClosingPanel::ClosingPanel(QAction* post, QWidget* parent)
    : FormCard(tr("Close the account"), parent)
    , m_what(makeLabel(TextRole::Label, {}, "text2"))
    , m_day(new DayEdit)
    , m_dial(new QuantityEdit({}, lastDialDecimals))
    , m_reason(new QLineEdit)
    , m_stays(new QCheckBox(tr("The meter stays where it is"))) {
    m_what->setWordWrap(true);
    connect(m_reason, &QLineEdit::textEdited, this, &ClosingPanel::clearMissing);
    m_reason->setMaxLength(120);
    body()->addWidget(m_what);
    addField(tr("Last day"), m_day);
    addField(tr("Last dial, if it was not read that day"), m_dial);
    addField(tr("Reason"), m_reason);
    body()->addWidget(m_stays);
    finish(post);
}

void ClosingPanel::show(const services::CustomerHead& head, Date today) {
    m_account = head.account.account.id;
    m_what->setText(tr("Account %1 of %2 cannot be opened again. %3")
                        .arg(head.account.account.number, head.account.holder, owedText(head.money)));
    m_day->setValue(today);
    m_dial->clear();
    m_reason->clear();
    m_stays->setChecked(false);
    clearMissing();
    m_dial->setFocus();
}

std::optional<services::ClosingRequest> ClosingPanel::request() {
    const auto day = m_day->value();
    if (!day.ok())
        return missing(m_day->problem(), m_day);
    services::ClosingRequest request{.account = *m_account,
                                     .on = *day,
                                     .takeMeterDown = !m_stays->isChecked(),
                                     .reason = m_reason->text().trimmed()};
    if (!take(m_dial, request.dial))
        return std::nullopt;
    if (request.reason.isEmpty())
        return missing(tr("Write why: \"house is pulled down\"."), m_reason);
    return request;
}

} // namespace meterhall::ui
