#pragma once

#include "core/services/day_overview.h"

#include <QWidget>

class QLabel;

namespace meterhall::ui {

class Badge;

/// What was counted, what should have been there, and the difference as the largest thing. Empty before the count.
class ShiftFigures : public QWidget {
    Q_OBJECT

public:
    explicit ShiftFigures(QWidget* parent = nullptr);
    void show(const services::ShiftOfDay& shift);

private:
    QLabel* m_counted;
    QLabel* m_expected;
    Badge* m_word;
    QLabel* m_difference;
};

} // namespace meterhall::ui
