#pragma once

#include "core/services/open_bills.h"
#include "ui/widgets/card.h"

#include <optional>

class QLabel;

namespace meterhall::ui {

class Badge;

/// 为什么是这个数: one line of arithmetic of the selected bill, and how it differs from the one before.
class WhyCard : public Card {
    Q_OBJECT

public:
    explicit WhyCard(QWidget* parent = nullptr);
    void show(const services::BillArithmetic& bill);
    /// Says what has to be chosen for something to be shown; a bill, unless told otherwise.
    void clear(const QString& what = {});

protected:
    void changeEvent(QEvent* event) override;

private:
    void drawLine();

    std::optional<services::BillArithmetic> m_shown;
    QLabel* m_line;
    Badge* m_difference;
};

} // namespace meterhall::ui
