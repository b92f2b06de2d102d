#pragma once

#include "core/services/counter.h"
#include "core/services/customer_file.h"
#include "core/services/ladder_view.h"
#include "core/services/open_bills.h"
#include "ui/shell/page.h"

class QStackedLayout;

namespace meterhall::ui {

class AccountHead;
class ClosingPanel;
class ErrorBar;
class ExplainPanel;
class FiguresRow;
class HistoryCard;
class LatePanel;
class LossPanel;
class ReversePanel;
class ResumptionPanel;
class SharingPanel;
class SuspensionPanel;
class IdentityCard;
class TransferPanel;
class UseCard;

/// 客户, one customer on one screen: who it is, what is owed and used, and everything that happened, each panel by a
/// question of its own. What is changed here is asked for at the side: a payment is taken back, the account passes to
/// another customer, is suspended or closed, its late charge waived or stopped.
class CustomerPage : public Page {
    Q_OBJECT

public:
    CustomerPage(Desk& desk, QWidget* parent);

    QString context() const override;
    void enter(const Visit& visit) override;
    void describe(Visit& visit) const override;
    bool stepBack() override;
    void focusFirst() override;

    std::optional<AccountId> account() const { return m_account; }
    bool isExplaining() const;

protected:
    void hideEvent(QHideEvent* event) override;

private:
    void addKeys();
    void addPanelKeys();
    QWidget* buildNobody();
    QWidget* buildSomebody();
    QWidget* buildRight();
    void makeLists();
    void makeMoneyAndTimeline();

    void open(AccountId account);
    void forget();
    /// Asks for something of the account that is shown; the answer to an older question is dropped.
    template <class Job, class Done>
    void ask(Job job, Done done);
    /// The page of a list behind `after`.
    template <class Job, class Done>
    void page(HistoryCard* list, Job job, Done rows);
    void askHead();
    void askLadder();
    void askUse();
    void askMeters();
    void showHead(const services::CustomerHead& head);
    void useUnit(Commodity commodity);

    void explain();
    void explainBill(std::int64_t bill);
    void stopExplaining();
    void correctBill();
    void printSettlement(std::int64_t correction);
    void printBillAgain();
    void previewBill();
    void showPersonalData();
    void otherAccount();

    bool isReversing() const;
    const services::PaymentRow* reversible() const;
    void askReversal();
    void reverse();
    void reversed(const services::PaymentResult& result);

    /// Brings a panel up at the side whose weighty action is called so, and what that does.
    void askAtSide(QWidget* panel, const QString& words, void (CustomerPage::*asked)());
    void post();
    bool isAsking() const;
    void askTransfer();
    void askClosing();
    void transfer();
    void closeAccount();
    void askSharing();
    void shareMeter();
    void askLossSharing();
    void shareLoss();
    void askSuspension();
    void suspend();
    void resume();
    void askLate();
    void changeLate();
    /// What the panel at the side asks for, with a key of its own where it takes one; `done` takes what was answered.
    template <class Request, class Service, class Done>
    void send(const std::optional<Request>& asked, const QString& title, Service service, Done done);
    void changed(const QString& words);

    QAction* m_take = nullptr;
    QAction* m_why = nullptr;
    QAction* m_compare = nullptr;
    QAction* m_correct = nullptr;
    QAction* m_print = nullptr;
    QAction* m_preview = nullptr;
    QAction* m_other = nullptr;
    QAction* m_eye = nullptr;
    QAction* m_asTable = nullptr;
    QAction* m_reverse = nullptr;
    QAction* m_post = nullptr;
    QAction* m_transfer = nullptr;
    QAction* m_close = nullptr;
    QAction* m_share = nullptr;
    QAction* m_shareLoss = nullptr;
    QAction* m_suspend = nullptr;
    QAction* m_late = nullptr;

    ErrorBar* m_error;
    QWidget* m_nobody;
    QWidget* m_somebody;
    AccountHead* m_head;
    FiguresRow* m_figures;
    IdentityCard* m_identity = nullptr;
    UseCard* m_use;
    HistoryCard* m_meters;
    HistoryCard* m_bills;
    HistoryCard* m_readings;
    HistoryCard* m_payments;
    HistoryCard* m_timeline;
    QStackedLayout* m_side = nullptr;
    ExplainPanel* m_explain = nullptr;
    ReversePanel* m_reversal = nullptr;
    TransferPanel* m_handOver = nullptr;
    QWidget* m_handOverSide = nullptr; ///< what scrolls it
    ClosingPanel* m_closing = nullptr;
    SharingPanel* m_sharing = nullptr;
    QWidget* m_sharingSide = nullptr;
    LossPanel* m_loss = nullptr;
    QWidget* m_lossSide = nullptr;
    SuspensionPanel* m_suspension = nullptr;
    ResumptionPanel* m_resumption = nullptr;
    LatePanel* m_latePanel = nullptr;
    QWidget* m_lateSide = nullptr;
    void (CustomerPage::*m_posted)() = nullptr; ///< by what is asked for at the side

    std::optional<AccountId> m_account;
    std::optional<services::CustomerHead> m_shown;
    std::vector<services::PaymentRow> m_paid; ///< as far as the list goes
    std::vector<AccountId> m_accounts;        ///< of the customer, by number; m_account is one of them
    QString m_unit;                           ///< of the account's dials and use, as it is read
    int m_question = 0;
};

} // namespace meterhall::ui
