#include "core/services/holders.h"
#include "ui/pages/customer/closing_panel.h"
#include "ui/pages/customer/customer_page.h"
#include "ui/pages/customer/late_panel.h"
#include "ui/pages/customer/loss_panel.h"
#include "ui/pages/customer/reverse_panel.h"
#include "ui/pages/customer/sharing_panel.h"
#include "ui/pages/customer/suspension_panels.h"
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

/// The accounts are looked up by what was typed.
Result<services::LossSharingResult> shareLossOf(services::Session& session, const LossPanel::Wish& wish) {
    services::LossSharingRequest request = wish.request;
    request.key = wish.key;
    for (const QString& number : wish.accounts) {
        MH_TRY(const Account account, services::accountNumbered(session, number));
        request.accounts.push_back(account.id);
    }
    return services::shareLoss(session, request);
}

} // namespace

void CustomerPage::askAtSide(QWidget* panel, const QString& words, void (CustomerPage::*asked)()) {
    m_side->setCurrentWidget(panel);
    m_post->setText(words);
    m_post->setEnabled(true);
    m_posted = asked;
}

// The lists and the explanation come first.
bool CustomerPage::isAsking() const {
    return m_side->currentIndex() > 1;
}

void CustomerPage::post() {
    if (isAsking() && m_posted)
        (this->*m_posted)();
}

void CustomerPage::askTransfer() {
    if (!m_shown)
        return;
    askAtSide(m_handOverSide, tr("Transfer the account"), &CustomerPage::transfer);
    m_handOver->show(*m_shown, desk().businessDay());
}

void CustomerPage::askClosing() {
    if (!m_shown)
        return;
    askAtSide(m_closing, tr("Close it for good"), &CustomerPage::closeAccount);
    m_closing->show(*m_shown, desk().businessDay());
}

void CustomerPage::askSharing() {
    if (!m_shown)
        return;
    askAtSide(m_sharingSide, tr("Share from that day on"), &CustomerPage::shareMeter);
    m_sharing->show(*m_shown, desk().businessDay());
}

void CustomerPage::askSuspension() {
    if (!m_shown)
        return;
    if (m_shown->suspendedOn) {
        askAtSide(m_resumption, tr("Resume from that day on"), &CustomerPage::resume);
        m_resumption->show(*m_shown, desk().businessDay());
    } else {
        askAtSide(m_suspension, tr("Suspend after that day"), &CustomerPage::suspend);
        m_suspension->show(*m_shown, desk().businessDay());
    }
}

template <class Request, class Service, class Done>
void CustomerPage::send(const std::optional<Request>& asked, const QString& title, Service service, Done done) {
    if (!asked || !desk().hasKey())
        return;
    Request request = *asked;
    if constexpr (requires { request.key; })
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

void CustomerPage::shareLoss() {
    const auto wish = m_loss->request();
    send(wish, tr("Loss of master meter %1").arg(wish ? wish->request.master : QString()), shareLossOf,
         [this](const services::LossSharingResult&) { changed(tr("It is billed so from that day on.")); });
}

void CustomerPage::suspend() {
    send(m_suspension->request(), tr("Suspension of account %1").arg(m_shown->account.account.number),
         services::suspendAccount, [this](const services::SuspensionResult& done) {
             changed(withLastBill(tr("The supply is suspended."), done.lastBill));
         });
}

void CustomerPage::resume() {
    send(m_resumption->request(), tr("Resumption of account %1").arg(m_shown->account.account.number),
         services::resumeAccount, [this](const services::ResumptionResult&) { changed(tr("The supply is resumed.")); });
}

void CustomerPage::changeLate() {
    send(m_latePanel->request(), tr("Late charge of account %1").arg(m_shown->account.account.number),
         LatePanel::perform, [this](const LatePanel::Done& done) {
             changed(!done.waived          ? tr("Written down.")
                     : done.waived->stands ? tr("Waived: %1.").arg(amountText(done.waived->amount))
                                           : tr("%1 is waived once a second person approves it: page Late fees, F8.")
                                                 .arg(amountText(done.waived->amount)));
         });
}

void CustomerPage::reverse() {
    send(m_reversal->request(), tr("Reversal of receipt %1").arg(m_reversal->payment().paperNumber),
         services::reversePayment, [this](const services::PaymentResult& done) { reversed(done); });
}

} // namespace meterhall::ui
