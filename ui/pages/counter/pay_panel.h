#pragma once

#include "core/money/cash.h"
#include "ui/widgets/card.h"

#include <optional>

class QLabel;
class QPushButton;

namespace meterhall::ui {

class CashHelper;
class KeyButton;
class MoneyEdit;

/// Money in: to pay, received, change, and the one button. It knows sums, not bills; the page gives them.
class PayPanel : public Card {
    Q_OBJECT

public:
    explicit PayPanel(QAction* pay, Currency currency, QWidget* parent = nullptr);

    /// What the ticked bills come to; `words` says how many there are.
    void setDue(const Money& due, const QString& words);
    /// Somebody is, and what is due is on its way: what is typed meanwhile is kept.
    void await();
    /// Nobody is at the counter.
    void clear();
    /// While a payment is on its way nothing can be typed.
    void setBusy(bool busy);
    void focusAmount();
    bool isUntouched() const;
    /// Next mix of notes and coins.
    void nextMix();

    /// What Enter means now.
    enum class Step : std::uint8_t {
        Nothing,   ///< nothing to pay, or not an amount
        FillExact, ///< the field is empty: the exact amount goes in
        Post,
        AskPart,    ///< less than due: to be said once more
        AskMuch,    ///< more than ten times the due: Ctrl+Enter
        AskDeposit, ///< nothing is due: it would be kept as prepayment
    };
    Step step() const;
    void fillExact();
    /// What is asked in place before it is posted.
    void ask(Step question);
    bool isAsking(Step question) const { return m_asked == question; }

    /// As it would be posted: what is taken, and what goes back over the counter.
    struct Payment {
        Money toPay; ///< more than due: the rest is kept as prepayment
        Money received;
        Money change;
    };
    std::optional<Payment> payment() const;

Q_SIGNALS:
    void edited();

protected:
    /// Tab on the amount takes the next mix while there is change to give back; else it goes to the next field.
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool givesBack() const;
    void forget();
    void showChange();
    QWidget* buildChange();

    Currency m_currency;
    std::optional<Money> m_due;
    bool m_awaiting = false;
    int m_mix = 0;
    Step m_asked = Step::Nothing;
    QLabel* m_dueText;
    QLabel* m_dueWords;
    MoneyEdit* m_received;
    QLabel* m_problem;
    QWidget* m_quick;
    std::vector<QPushButton*> m_quickSums;
    QLabel* m_changeLabel;
    QLabel* m_change;
    QLabel* m_mixWords;
    CashHelper* m_helper;
    QLabel* m_rest;
    KeyButton* m_button;
};

} // namespace meterhall::ui
