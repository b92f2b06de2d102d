#include "ui/pages/late_charges/late_rule_card.h"

#include "ui/pages/late_charges/late_rule_words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/key_cap.h"

#include <QAction>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace meterhall::ui {

LateRuleCard::LateRuleCard(QAction* activate, QWidget* parent)
    : Card({}, parent)
    , m_state(new Badge)
    , m_grid(new QGridLayout)
    , m_warning(makeLabel(TextRole::Label,
                          tr("Put in force it is never changed; another rule may follow on a later day."), "text2"))
    , m_activate(activate) {
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(1, 1);
    m_warning->setWordWrap(true);
    auto* button = new KeyButton(activate);
    button->setKind("primary");
    button->setFocusPolicy(Qt::NoFocus);
    m_button = button;
    addToTitle(m_state);
    body()->addLayout(m_grid);
    body()->addStretch();
    body()->addWidget(m_warning);
    body()->addWidget(button);
    clear();
}

void LateRuleCard::show(const services::LateRuleLine& line) {
    setTitle(tr("The rule in words"));
    const StateWords state = stateOfLateRule(line);
    m_state->show(state.state, state.text);
    m_state->setVisible(true);
    const auto facts = lateRuleFacts(line);
    while (m_facts.size() < facts.size()) {
        auto* title = makeLabel(TextRole::Label, {}, "text2");
        auto* words = makeLabel(TextRole::Body);
        words->setWordWrap(true);
        const int row = int(m_facts.size());
        m_grid->addWidget(title, row, 0, Qt::AlignTop);
        m_grid->addWidget(words, row, 1);
        m_facts.emplace_back(title, words);
    }
    for (std::size_t at = 0; at < facts.size(); ++at) {
        m_facts[at].first->setText(facts[at].first);
        m_facts[at].second->setText(facts[at].second);
    }
    m_warning->setVisible(!line.activatedBy);
    m_button->setVisible(!line.activatedBy && m_activate->isVisible());
}

void LateRuleCard::clear() {
    setTitle(tr("No rule is chosen"));
    for (const auto& [title, words] : m_facts) {
        title->clear();
        words->clear();
    }
    for (QWidget* part : {static_cast<QWidget*>(m_state), static_cast<QWidget*>(m_warning), m_button})
        part->setVisible(false);
}

} // namespace meterhall::ui
