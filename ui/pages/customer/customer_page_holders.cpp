#include "core/services/holders.h"
#include "ui/pages/customer/closing_panel.h"
#include "ui/pages/customer/customer_page.h"
#include "ui/pages/customer/reverse_panel.h"
#include "ui/pages/customer/sharing_panel.h"
#include "ui/pages/customer/transfer_panel.h"
#include "ui/shell/desk.h"
#include "ui/shell/error_bar.h"
#include "ui/widgets/text_forms.h"

#include <QStackedLayout>

namespace meterhall::ui {

namespace {

/// What was done, and what the last bill of those days will come to.
QString withLastBill(const QString& words, const Money& lastBill) {
    return lastBill.isZero() ? words
                             : CustomerPage::tr("%1 The last bill will come to %2.").arg(words, amountText(lastBill));
}

} // namespace

void CustomerPage::askAtSide(QWidget* panel, const QString& words) {
    m_side->setCurrentWidget(panel);
    m_post->setText(words);
    m_post->setEnabled(true);
}

bool CustomerPage::isAsking() const {
    const QWidget* asks = m_side->currentWidget();
    return asks == m_handOverSide || asks == m_closing || asks == m_sharingSide;
}

void CustomerPage::post() {
    if (isReversing())
        reverse();
    else if (m_side->currentWidget() == m_handOverSide)
        transfer();
    else if (m_side->currentWidget() == m_closing)
        closeAccount();
    else if (m_side->currentWidget() == m_sharingSide)
        shareMeter();
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

void CustomerPage::askSharing() {
    if (!m_shown)
        return;
    askAtSide(m_sharingSide, tr("Share from that day on"));
    m_sharing->show(*m_shown, desk().businessDay());
}

template <class Request, class Service, class Done>
void CustomerPage::send(const std::optional<Request>& asked, const QString& title, Service service, Done done) {
    if (!asked || !desk().hasKey())
        return;
    Request request = *asked;
    request.key = desk().newKey();
    m_post->setEnabled(false);
    m_error->clear();
    desk().write(
        title, this, [request, service](services::Session& session) { return service(session, request); },
        [this, panel = m_side->currentWidget(), done](const auto& result) {
            if (result.ok())
                return done(*result);
            m_post->setEnabled(m_side->currentWidget() == panel);
            m_error->show(result.error());
        });
}

void CustomerPage::changed(const QString& words) {
    Q_EMIT toastWanted(words, {});
    if (m_account)
        open(*m_account);
}

void CustomerPage::transfer() {
    send(m_handOver->request(), tr("Transfer of account %1").arg(m_shown->account.account.number),
         services::transferAccount, [this](const services::TransferResult& done) {
             changed(withLastBill(tr("The account is transferred."), done.finalBill));
         });
}

void CustomerPage::closeAccount() {
    send(m_closing->request(), tr("Closing of account %1").arg(m_shown->account.account.number), services::closeAccount,
         [this](const services::ClosingResult& done) {
             changed(withLastBill(tr("The account is closed."), done.finalBill));
         });
}

void CustomerPage::shareMeter() {
    send(m_sharing->request(), tr("Sharing of the meter of account %1").arg(m_shown->account.account.number),
         services::shareUse, [this](const services::SharingResult&) { changed(tr("The meter is shared.")); });
}

void CustomerPage::reverse() {
    send(m_reversal->request(), tr("Reversal of receipt %1").arg(m_reversal->payment().paperNumber),
         services::reversePayment, [this](const services::PaymentResult& done) { reversed(done); });
}

} // namespace meterhall::ui
