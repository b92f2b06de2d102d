#pragma once

#include "core/services/counter.h"
#include "core/services/customer_file.h"
#include "ui/pages/parts/form_card.h"

class QAction;
class QLineEdit;

namespace meterhall::ui {

/// 冲正 of one payment with its reason, at the side of the page: what is taken back, what follows from it, and why.
class ReversePanel : public FormCard {
    Q_OBJECT

public:
    explicit ReversePanel(QAction* post, QWidget* parent = nullptr);
    void show(const services::PaymentRow& payment, const UtilityZone& zone);
    const services::PaymentRow& payment() const { return *m_payment; }
    /// All but the key. Says that the reason is missing when it is.
    std::optional<services::ReversalRequest> request();

private:
    std::optional<services::PaymentRow> m_payment;
    QLabel* m_what;
    QLabel* m_follows;
    QLineEdit* m_reason;
};

} // namespace meterhall::ui
