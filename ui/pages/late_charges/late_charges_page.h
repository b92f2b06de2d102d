#pragma once

#include "core/services/late_charges.h"
#include "ui/shell/page.h"

class QStackedLayout;

namespace meterhall::ui {

class Card;
class ErrorBar;
class LateRuleCard;
class LateRuleForm;
class LedgerTable;

/// 违约金: by which rules late payers are charged, entered by one person and put in force by another, and the waivers
/// that wait for a second person. What a customer would be charged stands on the customer's page.
class LateChargesPage : public Page {
    Q_OBJECT

public:
    LateChargesPage(Desk& desk, QWidget* parent);

    QString context() const override;
    void enter(const Visit& visit) override;
    bool stepBack() override;
    void focusFirst() override;

private:
    void addKeys();
    QWidget* buildLeft();
    QWidget* buildRight();

    void lookAgain();
    void showRules(std::vector<services::LateRuleLine> rules);
    void showWaivers(std::vector<services::LateWaiverWaiting> waivers);
    void showChosen();
    void allow();
    const services::LateRuleLine* rule() const;
    const services::LateWaiverWaiting* waiver() const;
    bool isEntering() const;
    /// Whoever works here may do it alone; else somebody else comes to this seat.
    bool mayAlone(Service service, OperatorId first) const;

    /// One write at a time; afterwards everything is read again.
    template <class Job, class Done>
    void write(const QString& words, Job job, Done done);
    void done(const QString& words);
    void beginRule();
    void leaveForm();
    void enterRule();
    void activate();
    void approve();
    void openCustomer();

    QAction* m_new = nullptr;
    QAction* m_post = nullptr;
    QAction* m_activate = nullptr;
    QAction* m_approve = nullptr;
    QAction* m_customer = nullptr;
    ErrorBar* m_error;
    LedgerTable* m_ruleTable;
    LedgerTable* m_waiverTable;
    QStackedLayout* m_side = nullptr;
    LateRuleCard* m_card = nullptr;
    LateRuleForm* m_form = nullptr;

    std::vector<services::LateRuleLine> m_rules;
    std::vector<services::LateWaiverWaiting> m_waivers;
    std::int64_t m_wanted = 0; ///< a rule to be chosen once it is read
    bool m_busy = false;
};

} // namespace meterhall::ui
