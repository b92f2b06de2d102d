#pragma once

#include "core/services/customer_file.h"
#include "core/services/use_sharing.h"
#include "ui/pages/parts/form_card.h"

class QAction;
class QComboBox;
class QLineEdit;

namespace meterhall::ui {

class DayEdit;
class DigitsEdit;
class QuantityEdit;

/// 混合用水, at the side of the page: one account that is billed a share of what the meters of the shown account's
/// place count, newly opened or with another share than before. Who else shares goes on as before.
class SharingPanel : public FormCard {
    Q_OBJECT

public:
    explicit SharingPanel(QAction* post, QWidget* parent = nullptr);
    void show(const services::CustomerHead& head, Date today);
    /// All but the key. Says what is missing when something is.
    std::optional<services::SharingRequest> request();

private:
    /// Of an account that shares already, what it shares.
    void showSharer();
    std::optional<UseShare> share();
    std::optional<services::Sharer> sharer();

    std::optional<AccountId> m_account;
    std::vector<services::SharedUse> m_shares; ///< as they are
    QLabel* m_what;
    DayEdit* m_day;
    DigitsEdit* m_number;
    QLineEdit* m_tariff;
    QComboBox* m_kind;
    QuantityEdit* m_value;
    QLineEdit* m_document;
};

/// "60 %", "8 m³", "sub-meter 1234", "the rest".
QString shareText(const services::SharedUse& use, Commodity commodity);

} // namespace meterhall::ui
