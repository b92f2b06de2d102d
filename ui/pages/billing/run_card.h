#pragma once

#include "core/services/billing_overview.h"
#include "ui/widgets/card.h"

class QLabel;
class QProgressBar;

namespace meterhall::ui {

class Badge;
class IconLabel;
class KeyButton;
class LongRun;

/// What is shown of a run beside its rows.
struct RunShown {
    const services::BookRun* book = nullptr;    ///< none: no book is chosen
    const services::RunOverview* run = nullptr; ///< none: nothing was drafted
    const LongRun* posting = nullptr;           ///< begun in this program, and not over
    std::optional<int> changed{};               ///< accounts that changed since the draft; empty: not known
    QStringList refused{};                      ///< account numbers, some of them
    bool mineToCheck = false;                   ///< by somebody else, and I may
};

/// The head of a run: draft, check, issue with who did it and when, its figures, what the next key does, and how far
/// posting is.
class RunCard : public Card {
    Q_OBJECT

public:
    RunCard(QAction* draft, QAction* check, QAction* issue, const UtilityZone& zone, QWidget* parent = nullptr);
    void show(const RunShown& shown);
    /// The sentence on what the next key does.
    QString sentence() const;

private:
    struct Step {
        IconLabel* icon;
        QLabel* detail;
    };
    struct Figure {
        QLabel* value;
    };
    enum class StepState : std::uint8_t { Done, Now, Later };

    QWidget* buildSteps();
    QWidget* buildFigures();
    Step addStep(class QHBoxLayout* row, const QString& title);
    Figure addFigure(class QHBoxLayout* row, const QString& title);
    static void showStep(const Step& step, StepState state, const QString& detail);
    void showSteps(const RunShown& shown);
    void showFigures(const RunShown& shown);
    void showTrust(const RunShown& shown);
    void showProgress(const RunShown& shown);

    UtilityZone m_zone;
    Step m_draft{};
    Step m_check{};
    Step m_issue{};
    Figure m_ready{};
    Figure m_total{};
    Figure m_held{};
    Figure m_issued{};
    Badge* m_trust;
    QLabel* m_sentence;
    KeyButton* m_draftButton;
    KeyButton* m_checkButton;
    KeyButton* m_issueButton;
    QProgressBar* m_progress;
};

} // namespace meterhall::ui
