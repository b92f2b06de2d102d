#pragma once

#include "core/services/customer_file.h"
#include "ui/widgets/card.h"

class QHBoxLayout;
class QLabel;

namespace meterhall::ui {

class Badge;

/// Who it is about: name, account, how the account stands, place, masked telephone, people.
class AccountHead : public Card {
    Q_OBJECT

public:
    explicit AccountHead(QWidget* parent = nullptr);
    void show(const services::CustomerHead& head);
    /// At the right end: the page's main button.
    void addAtEnd(QWidget* widget);

private:
    QHBoxLayout* m_across;
    QLabel* m_initial;
    QLabel* m_name;
    QLabel* m_number;
    Badge* m_supply;
    Badge* m_overdue;
    QLabel* m_place;
    QLabel* m_phone;
    QLabel* m_people;
};

/// "Residential": the use class in words.
QString useClassText(UseClass useClass);
/// "Disputed", "Payment plan": what keeps a valve open, in words.
QString supplyFlagText(SupplyFlag flag);

} // namespace meterhall::ui
