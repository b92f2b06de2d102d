#pragma once

#include "ui/widgets/card.h"

class QLabel;
class QProgressBar;

namespace meterhall::ui {

class Badge;
class Desk;

/// How the station beside this window stands, and how far its run is; without one, how to get one.
class StationCard : public Card {
    Q_OBJECT

public:
    explicit StationCard(const Desk& desk, QWidget* parent = nullptr);
    void refresh();

private:
    void showRun();
    void showPlace();

    const Desk& m_desk;
    Badge* m_state;
    QLabel* m_words;
    QProgressBar* m_progress;
};

} // namespace meterhall::ui
