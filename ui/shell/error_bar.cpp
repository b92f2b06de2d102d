#include "ui/shell/error_bar.h"

#include "ui/errors/error_text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/icon_label.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace meterhall::ui {

ErrorBar::ErrorBar(QWidget* parent)
    : QFrame(parent)
    , m_happened(makeLabel(TextRole::Emphasis, {}, "danger"))
    , m_rest(makeLabel(TextRole::Label))
    , m_code(makeLabel(TextRole::Hint, {}, "text2"))
    , m_action(new QPushButton) {
    setProperty("role", "problem");
    setFocusPolicy(Qt::NoFocus);
    auto* picture = new IconLabel("danger", 20, Token::Danger);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_happened);
    words->addWidget(m_rest);
    words->addWidget(m_code);
    m_happened->setWordWrap(true);
    m_rest->setWordWrap(true);
    m_code->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* close = new QPushButton(icon("close"), {});
    close->setProperty("kind", "quiet");
    close->setAccessibleName(tr("Close this message"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 8, 8, 8);
    layout->addWidget(picture, 0, Qt::AlignTop);
    layout->addLayout(words, 1);
    layout->addWidget(m_action, 0, Qt::AlignTop);
    layout->addWidget(close, 0, Qt::AlignTop);
    connect(close, &QPushButton::clicked, this, &ErrorBar::clear);
    connect(m_action, &QPushButton::clicked, this, [this] {
        const auto act = m_act;
        clear();
        if (act)
            act();
    });
    hide();
}

void ErrorBar::show(const Error& error, const QString& actionText, std::function<void()> action) {
    const ErrorText text = presented(error);
    m_happened->setText(text.happened);
    m_rest->setText(text.money.isEmpty() ? text.todo : tr("%1 %2").arg(text.money, text.todo));
    m_rest->setVisible(!m_rest->text().isEmpty());
    m_code->setText(tr("Code %1").arg(text.code));
    m_action->setText(actionText);
    m_action->setVisible(!actionText.isEmpty());
    m_act = std::move(action);
    setAccessibleName(text.happened);
    setAccessibleDescription(m_rest->text());
    QFrame::show();
}

void ErrorBar::clear() {
    m_act = {};
    hide();
}

} // namespace meterhall::ui
