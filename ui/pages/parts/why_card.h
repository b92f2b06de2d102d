#pragma once

#include "core/services/open_bills.h"
#include "ui/widgets/card.h"

class QLabel;

namespace meterhall::ui {

class Badge;

/// 为什么是这个数: one line of arithmetic of the selected bill, and how it differs from the one before.
class WhyCard : public Card {
    Q_OBJECT

public:
    explicit WhyCard(QWidget* parent = nullptr);
    void show(const services::BillArithmetic& bill);
    void clear();

private:
    QLabel* m_line;
    Badge* m_difference;
};

} // namespace meterhall::ui
