#pragma once

#include "core/services/late_charges.h"
#include "ui/pages/parts/form_card.h"

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace meterhall::ui {

class DayEdit;
class MoneyEdit;
class QuantityEdit;

/// A new rule of the late charge: for which bills, how much, from when on and within which limits.
class LateRuleForm : public FormCard {
    Q_OBJECT

public:
    explicit LateRuleForm(QAction* post, QWidget* parent = nullptr);
    /// Begins with what another rule says, for bills due from that day on.
    void show(const services::LateRuleVersion& like, Date from);
    /// Says what is missing when something is.
    std::optional<services::LateRuleVersion> version();

private:
    void fillChoices();
    void addFieldsAndKey(QAction* post);
    void showRule(const LateChargeRule& rule);
    void allow();
    bool takeRates(LateChargeRule& rule);
    bool takeStart(LateChargeRule& rule);
    bool takeLimits(LateChargeRule& rule);
    bool takeRate(QuantityEdit* field, Rate& rate);
    bool takeCount(QuantityEdit* field, int least, int& count);
    bool takeMoney(MoneyEdit* field, std::optional<Money>& money);
    bool takeRounding(std::optional<RoundingRule>& rounding);

    QComboBox* m_commodity;
    QComboBox* m_useClass;
    QLineEdit* m_region;
    DayEdit* m_from;
    QLineEdit* m_document;
    QuantityEdit* m_rate;
    QComboBox* m_years;
    QuantityEdit* m_laterRate;
    QCheckBox* m_once;
    QComboBox* m_start;
    QuantityEdit* m_grace;
    QuantityEdit* m_reminders;
    QuantityEdit* m_cap;
    MoneyEdit* m_minimum;
    QuantityEdit* m_step;
    QComboBox* m_mode;
    QCheckBox* m_onBehalf;
    MoneyEdit* m_second;
};

} // namespace meterhall::ui
