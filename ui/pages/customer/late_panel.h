#pragma once

#include "core/services/late_charges.h"
#include "core/services/open_bills.h"
#include "ui/pages/parts/form_card.h"

#include <variant>

class QAction;
class QComboBox;
class QLineEdit;

namespace meterhall::ui {

class DayEdit;
class LedgerTable;
class MoneyEdit;

/// 违约金 of an account, at the side of the page: what would be charged today and what stops or waives it. Whoever may
/// waives it, stops it, or notes that a reminder was served.
class LatePanel : public FormCard {
    Q_OBJECT

public:
    struct View {
        services::LateCharges charges; ///< if all that is open were paid today
        std::vector<services::OpenBillItem> bills;
        std::vector<services::LateStopRow> stops;
        std::vector<services::LateWaiverRow> waivers;
    };
    static Result<View> viewOf(services::Session& session, AccountId account);

    struct StopEnd {
        std::int64_t stop = 0;
        Date lastDay;
    };
    struct Reminder {
        AccountId account;
        Date servedOn;
        QString proof;
    };
    using Wish = std::variant<services::LateWaiver, services::LateStop, StopEnd, Reminder>;
    struct Done {
        std::optional<services::LateWaiverRow> waived{};
    };
    static Result<Done> perform(services::Session& session, const Wish& wish);

    LatePanel(QAction* post, bool mayWaive, bool mayStop, QWidget* parent = nullptr);
    void show(AccountId account, View view, Date today);
    bool offersSomething() const;
    /// Says what is missing when something is.
    std::optional<Wish> request();

Q_SIGNALS:
    /// What the key that posts does.
    void wordsChanged(const QString& words);

private:
    enum class Step : std::uint8_t { Waive, Stop, EndStop, Remind };

    QWidget* addBox(const std::vector<Field>& fields);
    void addBoxes();
    Step step() const;
    void showCharges();
    void showHistory();
    void offer();
    void arrange();
    void fillBills();
    std::optional<AccountingMonth> monthOf(BillId bill) const; ///< of those that are open
    QString billText(BillId bill) const;
    QString stopWords(const services::LateStopRow& row) const;
    QString waiverWords(const services::LateWaiverRow& row) const;
    std::optional<BillId> chosenBill() const;
    std::optional<QString> text(QLineEdit* field, const QString& wanted);
    std::optional<Wish> waiver();
    std::optional<Wish> stop();
    std::optional<Wish> stopEnd();
    std::optional<Wish> reminder();

    bool m_mayWaive;
    bool m_mayStop;
    std::optional<AccountId> m_account;
    std::optional<View> m_view;
    QLabel* m_sum;
    LedgerTable* m_charges;
    QLabel* m_history;
    QComboBox* m_what;
    QComboBox* m_bill;
    MoneyEdit* m_amount;
    QComboBox* m_kind;
    QComboBox* m_stop;
    DayEdit* m_from;
    DayEdit* m_to;
    DayEdit* m_lastDay;
    DayEdit* m_served;
    QLineEdit* m_reason;
    QLineEdit* m_proof;
    std::vector<std::pair<QWidget*, std::vector<Step>>> m_boxes; ///< which step needs which field
};

} // namespace meterhall::ui
