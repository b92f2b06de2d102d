#include "core/services/holders.h"
#include "ui/pages/customer/closing_panel.h"
#include "ui/pages/customer/customer_page.h"
#include "ui/pages/customer/transfer_panel.h"
#include "ui/shell/desk.h"
#include "ui/shell/error_bar.h"
#include "ui/widgets/text_forms.h"

#include <QStackedLayout>

namespace meterhall::ui {

namespace {

/// What was done, and what the last bill of those days will come to.
QString withLastBill(const QString& done, const Money& lastBill) {
    return lastBill.isZero() ? done
                             : CustomerPage::tr("%1 The last bill will come to %2.").arg(done, amountText(lastBill));
}

} // namespace

void CustomerPage::askAtSide(QWidget* panel, const QString& words) {
    m_side->setCurrentWidget(panel);
    m_post->setText(words);
    m_post->setEnabled(true);
}

bool CustomerPage::isAsking() const {
    return m_side->currentWidget() == m_handOverSide || m_side->currentWidget() == m_closing;
}

void CustomerPage::post() {
    if (isReversing())
        reverse();
    else if (m_side->currentWidget() == m_handOverSide)
        transfer();
    else if (m_side->currentWidget() == m_closing)
        closeAccount();
}

void CustomerPage::askTransfer() {
    if (!m_shown)
        return;
    askAtSide(m_handOverSide, tr("Transfer the account"));
    m_handOver->show(*m_shown, desk().businessDay());
}

void CustomerPage::askClosing() {
    if (!m_shown)
        return;
    askAtSide(m_closing, tr("Close it for good"));
    m_closing->show(*m_shown, desk().businessDay());
}

template <class Answer>
void CustomerPage::changed(const Result<Answer>& answer, const QString& words) {
    if (!answer.ok()) {
        m_post->setEnabled(isAsking());
        m_error->show(answer.error());
        return;
    }
    Q_EMIT toastWanted(withLastBill(words, answer->finalBill), {});
    if (m_account)
        open(*m_account);
}

void CustomerPage::transfer() {
    auto request = m_handOver->request();
    if (!request || !desk().hasKey())
        return;
    request->key = desk().newKey();
    m_post->setEnabled(false);
    m_error->clear();
    desk().write(
        tr("Transfer of account %1").arg(m_shown->account.account.number), this,
        [request = *request](services::Session& session) { return services::transferAccount(session, request); },
        [this](const Result<services::TransferResult>& result) { changed(result, tr("The account is transferred.")); });
}

void CustomerPage::closeAccount() {
    auto request = m_closing->request();
    if (!request || !desk().hasKey())
        return;
    request->key = desk().newKey();
    m_post->setEnabled(false);
    m_error->clear();
    desk().write(
        tr("Closing of account %1").arg(m_shown->account.account.number), this,
        [request = *request](services::Session& session) { return services::closeAccount(session, request); },
        [this](const Result<services::ClosingResult>& result) { changed(result, tr("The account is closed.")); });
}

} // namespace meterhall::ui
