#pragma once

#include "core/services/customer_file.h"
#include "core/services/ladder_view.h"
#include "ui/widgets/card.h"

#include <QTimer>

class QAction;
class QGridLayout;
class QLabel;
class QVBoxLayout;

namespace meterhall::ui {

/// Who the customer is. Telephone and identity number are masked; once they were asked for they stand in clear for half
/// a minute.
class IdentityCard : public Card {
    Q_OBJECT

public:
    static constexpr int clearSeconds = 30;

    explicit IdentityCard(QAction* eye, QWidget* parent = nullptr);
    void show(const services::CustomerHead& head);
    void showTariff(const services::LadderView& view);
    void clear();

    void reveal(const services::PersonalData& opened);
    void mask();
    bool isRevealed() const { return m_again.isActive(); }

Q_SIGNALS:
    void revealedChanged(bool revealed);
    void accountWanted(meterhall::AccountId account);

private:
    /// Of what few accounts have: gone where there is nothing to say.
    void showRow(QLabel* value, const QString& text);
    QLabel* addRow(const QString& title, const char* name);
    void showOthers(const std::vector<services::FoundAccount>& others);

    QGridLayout* m_rows;
    QLabel* m_number;
    QLabel* m_identity;
    QLabel* m_phone;
    QLabel* m_address;
    QLabel* m_tariff;
    QLabel* m_book;
    QLabel* m_since;
    QLabel* m_former;
    QLabel* m_shares;
    QLabel* m_losses;
    QLabel* m_othersTitle;
    QWidget* m_others;
    QVBoxLayout* m_othersLayout;
    services::MaskedPersonalData m_masked;
    QTimer m_again;
};

} // namespace meterhall::ui
