#pragma once

#include "core/services/customer_file.h"
#include "core/services/holders.h"
#include "ui/pages/parts/form_card.h"

class QAction;
class QCheckBox;
class QLineEdit;

namespace meterhall::ui {

class DayEdit;
class QuantityEdit;

/// 销户 of the account that is shown, at the side of the page: its last day and dial, the reason, and whether the meter
/// stays.
class ClosingPanel : public FormCard {
    Q_OBJECT

public:
    explicit ClosingPanel(QAction* post, QWidget* parent = nullptr);
    void show(const services::CustomerHead& head, Date today);
    /// All but the key. Says what is missing when something is.
    std::optional<services::ClosingRequest> request();

private:
    std::optional<AccountId> m_account;
    QLabel* m_what;
    DayEdit* m_day;
    QuantityEdit* m_dial;
    QLineEdit* m_reason;
    QCheckBox* m_stays;
};

} // namespace meterhall::ui
