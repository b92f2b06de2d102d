#include "core/services/holders.h"
#include "ui/pages/customer/closing_panel.h"
#include "ui/pages/customer/customer_page.h"
#include "ui/pages/customer/sharing_panel.h"
#include "ui/pages/customer/transfer_panel.h"
#include "ui/shell/desk.h"
#include "ui/shell/error_bar.h"
#include "ui/widgets/text_forms.h"

#include <QStackedLayout>

namespace meterhall::ui {

namespace {

/// What was done, and what the last bill of those days will come to.
template <class Done>
QString withLastBill(const QString& words, const Result<Done>& done) {
    return !done.ok() || done->finalBill.isZero()
               ? words
               : CustomerPage::tr("%1 The last bill will come to %2.").arg(words, amountText(done->finalBill));
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

template <class Answer>
void CustomerPage::changed(const Result<Answer>& answer, const QString& words) {
    if (!answer.ok()) {
        m_post->setEnabled(isAsking());
        m_error->show(answer.error());
        return;
    }
    Q_EMIT toastWanted(words, {});
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
        [this](const Result<services::TransferResult>& result) {
            changed(result, withLastBill(tr("The account is transferred."), result));
        });
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
        [this](const Result<services::ClosingResult>& result) {
            changed(result, withLastBill(tr("The account is closed."), result));
        });
}

void CustomerPage::shareMeter() {
    auto request = m_sharing->request();
    if (!request || !desk().hasKey())
        return;
    request->key = desk().newKey();
    m_post->setEnabled(false);
    m_error->clear();
    desk().write(
        tr("Sharing of the meter of account %1").arg(m_shown->account.account.number), this,
        [request = *request](services::Session& session) { return services::shareUse(session, request); },
        [this](const Result<services::SharingResult>& result) { changed(result, tr("The meter is shared.")); });
}

} // namespace meterhall::ui
