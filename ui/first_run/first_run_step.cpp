#include "ui/first_run/first_run_step.h"

#include <QVBoxLayout>

namespace meterhall::ui {

FirstRunStep::FirstRunStep(QWidget* parent)
    : QWidget(parent)
    , m_form(new StepForm) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 12, 0);
    layout->addWidget(m_form);
    layout->addStretch();
}

QAction* FirstRunStep::addKey(const QString& text, const QKeySequence& keys, std::function<void()> act) {
    auto* action = new QAction(text, this);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    action->setAutoRepeat(false);
    connect(action, &QAction::triggered, this, std::move(act));
    addAction(action);
    return action;
}

} // namespace meterhall::ui
