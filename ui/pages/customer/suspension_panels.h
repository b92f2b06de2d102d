#pragma once

#include "core/services/customer_file.h"
#include "core/services/suspension.h"
#include "ui/pages/parts/form_card.h"

class QAction;
class QLineEdit;

namespace meterhall::ui {

class DayEdit;
class QuantityEdit;

/// 报停 of the account that is shown, at the side of the page: the last day of supply and its dial, and the document.
class SuspensionPanel : public FormCard {
    Q_OBJECT

public:
    SuspensionPanel(QAction* post, bool mayRead, QWidget* parent = nullptr);
    void show(const services::CustomerHead& head, Date today);
    /// All but the key. Says what is missing when something is.
    std::optional<services::SuspensionRequest> request();

private:
    std::optional<AccountId> m_account;
    QLabel* m_what;
    DayEdit* m_day;
    QuantityEdit* m_dial;
    QLineEdit* m_document;
};

/// 复用 of an account whose supply is suspended: the first day of supply, and the document.
class ResumptionPanel : public FormCard {
    Q_OBJECT

public:
    explicit ResumptionPanel(QAction* post, QWidget* parent = nullptr);
    void show(const services::CustomerHead& head, Date today);
    /// All but the key. Says what is missing when something is.
    std::optional<services::ResumptionRequest> request();

private:
    std::optional<AccountId> m_account;
    QLabel* m_what;
    DayEdit* m_day;
    QLineEdit* m_document;
};

} // namespace meterhall::ui
