#include "ui/shell/password_panel.h"

#include "ui/shell/password_form.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"

#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace meterhall::ui {

namespace {
constexpr int passwordPanelWidth = 440;
}

PasswordPanel::PasswordPanel(Desk& desk, QWidget* parent)
    : QFrame(parent)
    , m_form(new PasswordForm(desk)) {
    setProperty("role", "popup");
    setAccessibleName(tr("Change my password"));
    setFixedWidth(passwordPanelWidth);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 14, 20, 18);
    layout->setSpacing(12);
    auto* head = new QHBoxLayout;
    head->addWidget(makeLabel(TextRole::CardTitle, tr("Change my password")));
    head->addStretch();
    head->addWidget(makeLabel(TextRole::Hint, tr("Esc closes"), "text3"));
    layout->addLayout(head);
    layout->addWidget(m_form);
    connect(m_form, &PasswordForm::changed, this, [this] {
        close();
        Q_EMIT changed();
    });
    hide();
}

void PasswordPanel::open() {
    Q_EMIT opened();
    show();
    raise();
    placeAt(m_topRight);
    m_form->focusFirst();
}

void PasswordPanel::close() {
    if (isHidden() || m_form->isBusy())
        return;
    m_form->clear();
    hide();
    Q_EMIT closed();
}

void PasswordPanel::placeAt(const QPoint& topRight) {
    m_topRight = topRight;
    adjustSize();
    move(topRight - QPoint(width(), 0));
}

void PasswordPanel::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QFrame::keyPressEvent(event);
}

// A message that comes or goes makes it higher or lower.
bool PasswordPanel::event(QEvent* event) {
    const bool handled = QFrame::event(event);
    if (event->type() == QEvent::LayoutRequest && isVisible())
        placeAt(m_topRight);
    return handled;
}

} // namespace meterhall::ui
