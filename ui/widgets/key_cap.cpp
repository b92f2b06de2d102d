#include "ui/widgets/key_cap.h"

#include "ui/theme/theme.h"

#include <QAction>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionButton>
#include <QStylePainter>

namespace meterhall::ui {

namespace {
constexpr int gap = 6;
constexpr int capPadding = 5;

QFont capFont() {
    return fontOf(TextRole::KeyCap);
}
} // namespace

int keyCapWidth(const QString& key) {
    return std::max(keyCapHeight, QFontMetrics(capFont()).horizontalAdvance(key) + 2 * capPadding);
}

void paintKeyCap(QPainter& painter, const QPoint& topLeft, const QString& key) {
    const QRectF cap(topLeft.x() + 0.5, topLeft.y() + 0.5, keyCapWidth(key) - 1, keyCapHeight - 2);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tone(Token::CapLine)); // the lower edge
    painter.drawRoundedRect(cap.translated(0, 1), 4, 4);
    painter.setPen(tone(Token::CapLine));
    painter.setBrush(tone(Token::Surface));
    painter.drawRoundedRect(cap, 4, 4);
    painter.setFont(capFont());
    painter.setPen(tone(Token::Text2));
    painter.drawText(cap, Qt::AlignCenter, key);
    painter.restore();
}

QString keyText(const QKeySequence& keys) {
    QString text = keys.toString(QKeySequence::PortableText);
    text.replace(QLatin1String("Return"), QLatin1String("Enter"));
    text.replace(QLatin1String("Left"), QStringLiteral("←"));
    text.replace(QLatin1String("Right"), QStringLiteral("→"));
    text.replace(QLatin1String("Up"), QStringLiteral("↑"));
    text.replace(QLatin1String("Down"), QStringLiteral("↓"));
    return text.replace(u'+', u' ');
}

KeyHint::KeyHint(const QString& key, const QString& text, QWidget* parent)
    : QAbstractButton(parent)
    , m_key(key) {
    setText(text);
    setAccessibleName(text);
    setFocusPolicy(Qt::NoFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize KeyHint::sizeHint() const {
    return {keyCapWidth(m_key) + gap + QFontMetrics(fontOf(TextRole::Label)).horizontalAdvance(text()) + 2, 24};
}

void KeyHint::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintKeyCap(painter, {0, (height() - keyCapHeight) / 2}, m_key);
    painter.setFont(fontOf(TextRole::Label));
    painter.setPen(tone(!isEnabled() ? Token::Text3 : underMouse() ? Token::Accent : Token::Text2));
    painter.drawText(rect().adjusted(keyCapWidth(m_key) + gap, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, text());
}

KeyButton::KeyButton(QAction* action, QWidget* parent)
    : KeyButton(action->text(), keyText(action->shortcut()), parent) {
    setAutoDefault(false);
    const auto follow = [this, action] {
        setText(action->text());
        setIcon(action->icon());
        setEnabled(action->isEnabled());
        setToolTip(action->toolTip() == action->text() ? QString() : action->toolTip());
        setKey(keyText(action->shortcut()));
    };
    connect(action, &QAction::changed, this, follow);
    connect(this, &QPushButton::clicked, action, &QAction::trigger);
    follow();
}

KeyButton::KeyButton(const QString& text, const QString& key, QWidget* parent)
    : QPushButton(text, parent)
    , m_key(key) {}

void KeyButton::setKey(const QString& key) {
    m_key = key;
    updateGeometry();
    update();
}

void KeyButton::setKind(const char* kind) {
    setProperty("kind", kind);
    style()->unpolish(this);
    style()->polish(this);
}

void KeyButton::setChosen(bool chosen) {
    setKind(chosen ? "on" : "choice");
    setAccessibleDescription(chosen ? tr("chosen") : QString());
}

int KeyButton::capsWidth() const {
    return m_key.isEmpty() ? 0 : keyCapWidth(m_key) + 2 * gap;
}

QSize KeyButton::sizeHint() const {
    QSize size = QPushButton::sizeHint();
    size.rwidth() += capsWidth();
    return size;
}

void KeyButton::paintEvent(QPaintEvent*) {
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    painter.drawControl(QStyle::CE_PushButtonBevel, option);
    option.rect.adjust(0, 0, -capsWidth(), 0);
    painter.drawControl(QStyle::CE_PushButtonLabel, option);
    if (m_key.isEmpty())
        return;
    const int capLeft = width() - keyCapWidth(m_key) - 2 * gap;
    paintKeyCap(painter, {capLeft, (height() - keyCapHeight) / 2}, m_key);
}

} // namespace meterhall::ui
