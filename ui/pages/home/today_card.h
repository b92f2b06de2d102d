#pragma once

#include "ui/pages/home/today_lines.h"
#include "ui/widgets/card.h"

namespace meterhall::ui {

/// The figures of somebody's day, one below the other.
class TodayCard : public Card {
    Q_OBJECT

public:
    explicit TodayCard(QWidget* parent = nullptr);
    void show(const std::vector<TodayLine>& lines);

private:
    QWidget* m_lines = nullptr;
};

} // namespace meterhall::ui
