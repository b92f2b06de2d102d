#include "ui/widgets/badge.h"

#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QPainter>

namespace meterhall::ui {

namespace {
constexpr int pillHeight = 24;
constexpr int iconSize = 14;
constexpr int sidePadding = 9;
constexpr int iconGap = 4;

QFont badgeFont() {
    QFont font = fontOf(TextRole::Hint);
    font.setWeight(QFont::Medium);
    return font;
}
} // namespace

QSize badgeSize(const QString& text) {
    return {sidePadding * 2 + iconSize + iconGap + QFontMetrics(badgeFont()).horizontalAdvance(text), pillHeight};
}

void paintBadge(QPainter& painter, const QPoint& topLeft, State state, const QString& text) {
    const StateLook look = lookOf(state);
    const QRect pill(topLeft, badgeSize(text));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tone(look.pill));
    painter.drawRoundedRect(pill, pillHeight / 2.0, pillHeight / 2.0);
    painter.drawPixmap(pill.left() + sidePadding, pill.top() + (pillHeight - iconSize) / 2,
                       iconPixmap(look.icon, iconSize, look.text, painter.device()->devicePixelRatioF()));
    painter.setFont(badgeFont());
    painter.setPen(tone(look.text));
    painter.drawText(pill.adjusted(sidePadding + iconSize + iconGap, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, text);
    painter.restore();
}

Badge::Badge(State state, const QString& text, QWidget* parent)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    show(state, text);
}

void Badge::show(State state, const QString& text) {
    m_state = state;
    m_text = text;
    setAccessibleName(text);
    setVisible(!text.isEmpty());
    updateGeometry();
    update();
}

QSize Badge::sizeHint() const {
    return badgeSize(m_text);
}

void Badge::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintBadge(painter, {0, (height() - pillHeight) / 2}, m_state, m_text);
}

} // namespace meterhall::ui
