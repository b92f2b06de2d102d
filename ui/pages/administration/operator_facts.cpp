#include "ui/pages/administration/operator_facts.h"

#include "ui/pages/administration/duty_boxes.h"
#include "ui/pages/administration/operator_words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/card.h"
#include "ui/widgets/key_cap.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace meterhall::ui {

OperatorFacts::OperatorFacts(const std::vector<QAction*>& actions, const UtilityZone& zone, QWidget* parent)
    : QWidget(parent)
    , m_zone(zone)
    , m_name(makeLabel(TextRole::KeyFigure))
    , m_number(makeLabel(TextRole::CardTitle, {}, "text2"))
    , m_state(new Badge)
    , m_own(makeLabel(TextRole::Body, tr("This is you. Nobody changes his own duties, state or first password: "
                                         "another administrator does."))) {
    auto* head = new QHBoxLayout;
    head->setSpacing(10);
    head->addWidget(m_name);
    head->addWidget(m_number, 0, Qt::AlignBottom);
    head->addStretch();
    auto* facts = new QGridLayout;
    facts->setHorizontalSpacing(12);
    facts->setVerticalSpacing(6);
    facts->setColumnStretch(1, 1);
    m_duties = addFact(facts, tr("Duties"));
    m_lastSignIn = addFact(facts, tr("Last sign-in"));
    m_password = addFact(facts, tr("Password"));
    auto* down = new QVBoxLayout(this);
    down->setContentsMargins(0, 0, 0, 0);
    down->setSpacing(10);
    down->addLayout(head);
    down->addWidget(m_state);
    down->addLayout(facts);
    down->addWidget(makeHairline());
    m_own->setWordWrap(true);
    down->addWidget(m_own);
    for (QAction* action : actions) {
        auto* button = new KeyButton(action);
        button->setFocusPolicy(Qt::NoFocus);
        down->addWidget(button);
    }
    down->addStretch();
}

QLabel* OperatorFacts::addFact(QGridLayout* grid, const QString& title) {
    const int row = grid->rowCount();
    auto* value = makeLabel(TextRole::Body);
    value->setWordWrap(true);
    grid->addWidget(makeLabel(TextRole::Label, title, "text2"), row, 0, Qt::AlignTop);
    grid->addWidget(value, row, 1);
    return value;
}

void OperatorFacts::show(const services::OperatorRow& row, bool own) {
    m_name->setText(row.who.name);
    m_number->setText(row.who.number);
    const StateWords state = wordsOf(row, m_zone);
    m_state->show(state.state, state.text);
    m_duties->setText(dutiesText(row.duties));
    m_lastSignIn->setText(lastSignInText(row, m_zone));
    m_password->setText(row.mustChangePassword ? tr("Given by somebody else; changed at the next sign-in")
                                               : tr("His own"));
    m_own->setVisible(own);
}

} // namespace meterhall::ui
