#pragma once

#include "core/ledger/tender.h"
#include "core/money/cash.h"
#include "ui/shell/work_at_hand.h"
#include "ui/widgets/card.h"

#include <functional>
#include <optional>
#include <set>
#include <vector>

class QLabel;
class QPushButton;

namespace meterhall::ui {

class CashHelper;
class KeyButton;
class MoneyEdit;
class SlipFields;

/// Money in: to pay, how, received, change or the terminal's slip, and the one button. It knows sums, not bills; the
/// page gives them.
class PayPanel : public Card {
    Q_OBJECT

public:
    /// `methods` in the order of paymentMethods as far as they have a button of their own, then the one for the others;
    /// triggering one is the page's to answer. `today` is asked when it is wanted.
    PayPanel(QAction* pay, const std::vector<QAction*>& methods, Currency currency, std::function<Date()> today,
             QWidget* parent = nullptr);

    /// What the ticked bills come to; `words` says how many there are.
    void setDue(const Money& due, const QString& words);
    /// Somebody is, and what is due is on its way: what is typed meanwhile is kept.
    void await();
    /// Nobody is at the counter.
    void clear();
    /// While a payment is on its way nothing can be typed.
    void setBusy(bool busy);
    /// Whether likely sums can be clicked, and notes and coins are drawn; what to type and to give is always there.
    void showAids(bool shown);
    void focusAmount();
    /// Where typing goes on: cash the amount, else the number of the slip.
    void focusTyping();
    bool isUntouched() const;
    /// Without cash the exact amount is filled in, and the slip is waited for.
    void useMethod(PaymentMethod method);
    PaymentMethod method() const { return m_method; }
    /// As it was scanned.
    void setReference(const QString& reference);
    Tender tender() const;

    /// For a customer who is left half-way.
    TypedPayment typed() const;
    void setTyped(const TypedPayment& typed);
    /// Next mix of notes and coins.
    void nextMix();

    /// What Enter means now.
    enum class Step : std::uint8_t {
        Nothing,   ///< nothing to pay, or not an amount
        FillExact, ///< the field is empty: the exact amount goes in
        Post,
        AskPart,      ///< less than due: to be said once more
        AskMuch,      ///< more than ten times the due: Ctrl+Enter
        AskDeposit,   ///< nothing is due: it would be kept as prepayment
        AskReference, ///< the slip's number is missing, or what belongs to it
        AskPayCode,   ///< the slip looks like the customer's payment code: Ctrl+Enter
    };
    Step step() const;
    void fillExact();
    /// What is asked in place before it is posted.
    void ask(Step question);
    /// Something was asked that a plain Enter does not answer.
    bool wantsWeight() const;

    /// As it would be posted: what is taken, and what goes back over the counter.
    struct Payment {
        Money toPay; ///< more than due: the rest is kept as prepayment
        Money received;
        Money change;
    };
    std::optional<Payment> payment() const;

Q_SIGNALS:
    void edited();
    void methodChanged();

protected:
    /// Tab on the amount takes the next mix while there is change to give back; else it goes to the next field.
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool givesBack() const;
    void forget();
    void showChange();
    void showMethod();
    Step reference() const;
    bool was(Step question) const { return m_asked.contains(question); }
    QWidget* buildMethods(const std::vector<QAction*>& methods);
    QWidget* buildCash();
    QWidget* buildChange();

    Currency m_currency;
    std::function<Date()> m_today;
    std::optional<Money> m_due;
    bool m_awaiting = false;
    int m_mix = 0;
    PaymentMethod m_method = PaymentMethod::Cash;
    std::set<Step> m_asked; ///< since the last change
    QLabel* m_dueText;
    QLabel* m_dueWords;
    MoneyEdit* m_received;
    QLabel* m_problem;
    std::vector<KeyButton*> m_methods; ///< in the order of paymentMethods; the last one is that of the others
    QWidget* m_quick;
    QWidget* m_cash;    ///< change and how it is made
    SlipFields* m_slip; ///< what there is instead
    std::vector<QPushButton*> m_quickSums;
    QLabel* m_changeLabel;
    QLabel* m_change;
    QLabel* m_mixWords;
    KeyButton* m_otherMix;
    CashHelper* m_helper;
    QLabel* m_rest;
    KeyButton* m_button;
};

} // namespace meterhall::ui
