#pragma once

#include "core/services/loss_sharing.h"
#include "ui/pages/parts/form_card.h"

class QAction;
class QCheckBox;
class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace meterhall::ui {

class DayEdit;
class QuantityEdit;

/// 总表分摊, at the side of the page: the accounts that are billed what a master meter counts more than their meters.
class LossPanel : public FormCard {
    Q_OBJECT

public:
    /// Accounts by their numbers, as they are typed.
    struct Wish {
        services::LossSharingRequest request; ///< without its accounts
        QStringList accounts;
        std::int64_t key = 0;
    };

    explicit LossPanel(QAction* post, QWidget* parent = nullptr);
    /// With what holds today, where the account shares the loss of a master.
    void show(const QString& account, const std::optional<services::LossTerms>& terms, Date today);
    /// All but the key. Says what is missing when something is.
    std::optional<Wish> request();

private:
    std::optional<BilledQuantity> step();
    QStringList accounts() const;

    QLineEdit* m_master;
    QComboBox* m_rule;
    QuantityEdit* m_step;
    QPlainTextEdit* m_accounts;
    QCheckBox* m_ends;
    DayEdit* m_day;
    QLineEdit* m_document;
};

} // namespace meterhall::ui
