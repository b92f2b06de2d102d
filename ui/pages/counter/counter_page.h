#pragma once

#include "core/services/counter.h"
#include "core/services/customer_file.h"
#include "core/services/open_bills.h"
#include "core/services/seat_desk.h"
#include "ui/pages/counter/pay_panel.h"
#include "ui/pages/counter/payment_note.h"
#include "ui/shell/enter_guard.h"
#include "ui/shell/page.h"

class QLabel;
class QPushButton;

namespace meterhall::ui {

class AccountHead;
class Badge;
class Card;
class DoubtBar;
class ErrorBar;
class LedgerTable;
class ParkedBar;
class TierThermometer;
class WhyCard;

/// 收费台: money in, safely and fast. Left who stands there and what is open, right the money.
class CounterPage : public Page {
    Q_OBJECT

public:
    CounterPage(Desk& desk, QWidget* parent);
    /// Who stands here, with what was typed, is kept at the desk for the page that is made in its place.
    ~CounterPage() override;

    QString context() const override;
    void enter(const Visit& visit) override;
    void describe(Visit& visit) const override;
    bool takeScan(const QString& text) override;
    bool stepBack() override;
    void focusFirst() override;

    bool isPosting() const { return m_posting; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    /// What is read at once for the customer at the counter.
    struct Customer {
        services::CustomerHead head;
        services::OpenBills bills;
        std::vector<AccountId> accounts;
    };

    void addKeys();
    void fitHeight();
    QWidget* buildLeft();
    QWidget* buildRight();
    QWidget* buildNoShift();

    void open(AccountId account);
    void show(const Customer& customer);
    void showBills();
    void showDue();
    void showDueOf(std::span<const services::OpenBillItem> bills, const Money& late);
    void readDesk();
    void lookForDoubt();
    void showDoubt(const PaymentNote::OnItsWay& asked, const std::optional<services::LastPayment>& found);
    void showDesk(const services::SeatDesk& desk);
    void explainSelected(std::int64_t bill);

    void useMethod(PaymentMethod method);
    void useOtherMethod();
    void showOtherMethod();
    void pay(bool weighty);
    void ask(PayPanel::Step question, bool weighty);
    void post();
    void posted(const services::PaymentResult& result, const Money& change);
    void printReceipts(const std::vector<Receipt>& receipts);
    void showUnusual();
    void reprintLast();
    void askUndo();
    void undo();
    void next();
    void parkOrTakeBack();
    void park();
    HalfPaid halfPaid() const;
    void takeBack(const HalfPaid& left);
    std::vector<AccountId> payingAccounts() const;
    std::vector<BillId> payingBills() const;
    bool hasMyShift() const;
    bool mayTake() const;

    QAction* m_pay = nullptr;
    QAction* m_tick = nullptr;
    QAction* m_reprint = nullptr;
    QAction* m_unusual = nullptr;
    QAction* m_undo = nullptr;
    QAction* m_next = nullptr;
    QAction* m_parkKey = nullptr;
    std::vector<QAction*> m_methodKeys; ///< the last one is that of transfers and cheques
    QAction* m_customerFile = nullptr;
    QAction* m_compare = nullptr;

    ErrorBar* m_error;
    DoubtBar* m_doubt;
    ParkedBar* m_parked;
    AccountHead* m_head;
    Card* m_ladderCard;
    TierThermometer* m_ladder;
    Card* m_billsCard;
    LedgerTable* m_bills;
    WhyCard* m_why;
    Card* m_paymentsCard;
    LedgerTable* m_payments;
    QWidget* m_nobody;
    QWidget* m_somebody;
    PayPanel* m_panel;
    Card* m_lastCard;
    QLabel* m_last;
    QLabel* m_lastDetail;
    QPushButton* m_undoButton;
    QLabel* m_noShift;

    std::optional<AccountId> m_account;
    std::optional<Customer> m_customer;
    std::optional<HalfPaid> m_returning; ///< left half-way before; what was typed comes when the bills are there
    services::SeatDesk m_seat;
    PaymentNote m_note;
    int m_question = 0;
    int m_dueQuestion = 0; ///< what the ticked bills alone are charged for being late
    bool m_posting = false;
    bool m_undoAsked = false;
    bool m_hasLadder = true;
    bool m_fillWhenThere = false;      ///< Enter was pressed before the bills were there
    EnterGuard m_enter;                ///< after a payment, until another key
    std::optional<std::int64_t> m_key; ///< of the payment that was asked for; the same one when it is tried again
};

} // namespace meterhall::ui
