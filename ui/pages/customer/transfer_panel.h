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

/// 过户 of the account that is shown, at the side of the page: to whom, on which day and dial, by which document, and
/// what goes along.
class TransferPanel : public FormCard {
    Q_OBJECT

public:
    /// A dial is only asked for from whoever may enter readings.
    TransferPanel(QAction* post, bool mayRead, QWidget* parent = nullptr);
    void show(const services::CustomerHead& head, Date today);
    /// All but the key. Says what is missing when something is.
    std::optional<services::TransferRequest> request();

private:
    services::NewHolder holder() const;

    std::optional<AccountId> m_account;
    QLabel* m_what;
    QLineEdit* m_customer;
    QLineEdit* m_name;
    QLineEdit* m_phone;
    QLineEdit* m_identity;
    DayEdit* m_day;
    QuantityEdit* m_dial;
    QLineEdit* m_document;
    QCheckBox* m_anew;
    QCheckBox* m_debts;
    QCheckBox* m_credit;
};

} // namespace meterhall::ui
