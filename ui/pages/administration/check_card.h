#pragma once

#include "core/services/verify.h"
#include "ui/widgets/card.h"

class QAction;
class QLabel;
class QProgressBar;

namespace meterhall::ui {

class Badge;
class KeyButton;
class WatchedWork;

/// How far the check of the books is, and what it found.
class CheckCard : public Card {
    Q_OBJECT

public:
    CheckCard(QAction* check, const UtilityZone& zone, QWidget* parent = nullptr);
    /// nullptr: nothing was checked yet.
    void show(const WatchedWork* check);
    QString sentence() const;

private:
    void showAtWork(const WatchedWork& check);
    void showEnded(const WatchedWork& check);

    UtilityZone m_zone;
    Badge* m_state;
    QLabel* m_sentence;
    QProgressBar* m_progress;
};

} // namespace meterhall::ui
