#include "ui/shell/toast.h"

#include "ui/theme/icon.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace meterhall::ui {

Toast::Toast(QWidget* parent)
    : QFrame(parent)
    , m_text(makeLabel(TextRole::Body))
    , m_button(new QPushButton(tr("Undo  Ctrl Z"))) {
    setProperty("role", "toast");
    m_button->setFocusPolicy(Qt::NoFocus);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 8, 8, 8);
    layout->setSpacing(14);
    layout->addWidget(m_text);
    layout->addWidget(m_button);
    m_timer.setSingleShot(true);
    m_timer.setInterval(8000);
    connect(&m_timer, &QTimer::timeout, this, &QWidget::hide);
    connect(m_button, &QPushButton::clicked, this, &Toast::undo);
    hide();
}

void Toast::say(const QString& text, std::function<void()> undo) {
    m_undo = std::move(undo);
    m_button->setVisible(bool(m_undo));
    appear(text);
}

void Toast::mention(const QString& text) {
    m_button->hide();
    appear(text);
}

void Toast::appear(const QString& text) {
    m_text->setText(text);
    setAccessibleName(text);
    placeAt(m_bottomLeft);
    show();
    raise();
    m_timer.start();
}

void Toast::undo() {
    if (!m_undo)
        return;
    const auto undo = std::move(m_undo);
    m_undo = {};
    hide();
    undo();
}

QString Toast::text() const {
    return m_text->text();
}

void Toast::placeAt(const QPoint& bottomLeft) {
    m_bottomLeft = bottomLeft;
    adjustSize();
    move(bottomLeft - QPoint(0, height()));
}

} // namespace meterhall::ui
