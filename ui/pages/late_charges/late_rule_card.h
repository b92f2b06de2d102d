#pragma once

#include "core/services/late_charges.h"
#include "ui/widgets/card.h"

#include <utility>
#include <vector>

class QAction;
class QGridLayout;

namespace meterhall::ui {

class Badge;

/// A rule of the late charge in words, with the key that puts it in force.
class LateRuleCard : public Card {
    Q_OBJECT

public:
    explicit LateRuleCard(QAction* activate, QWidget* parent = nullptr);
    void show(const services::LateRuleLine& line);
    /// No rule is chosen.
    void clear();

private:
    Badge* m_state;
    QGridLayout* m_grid;
    std::vector<std::pair<QLabel*, QLabel*>> m_facts; ///< title, words
    QLabel* m_warning;
    QAction* m_activate;
    QWidget* m_button;
};

} // namespace meterhall::ui
