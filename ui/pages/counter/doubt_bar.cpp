#include "ui/pages/counter/doubt_bar.h"

#include "ui/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/icon_label.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace meterhall::ui {

DoubtBar::DoubtBar(QWidget* parent)
    : QFrame(parent)
    , m_text(makeLabel(TextRole::Emphasis))
    , m_action(new QPushButton) {
    setProperty("role", "doubt");
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 8, 14, 8);
    layout->setSpacing(10);
    m_text->setWordWrap(true);
    layout->addWidget(new IconLabel("unknown", 20, Token::Unknown));
    layout->addWidget(m_text, 1);
    layout->addWidget(m_action);
    connect(m_action, &QPushButton::clicked, this, [this] {
        const auto act = m_act;
        clear();
        if (act)
            act();
    });
    hide();
}

void DoubtBar::show(const QString& text, const QString& actionText, std::function<void()> action) {
    m_text->setText(text);
    m_action->setText(actionText);
    m_act = std::move(action);
    setVisible(true);
}

void DoubtBar::clear() {
    if (!isShown())
        return;
    hide();
    m_act = nullptr;
    Q_EMIT settled();
}

} // namespace meterhall::ui
