#include "ui/first_run/step_row.h"

#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace meterhall::ui {

namespace {
constexpr int stepRowHeight = 40;
constexpr int dotSize = 24;
constexpr int dotLeft = 8;
constexpr int textLeft = dotLeft + dotSize + 10;
} // namespace

StepRow::StepRow(int number, const QString& title, QWidget* parent)
    : QAbstractButton(parent)
    , m_number(number) {
    setText(title);
    setFocusPolicy(Qt::NoFocus);
}

void StepRow::setState(bool current, bool done, bool reachable) {
    m_current = current;
    m_done = done && !current;
    setEnabled(reachable);
    setAccessibleName(current ? tr("%1, now").arg(text()) : m_done ? tr("%1, done").arg(text()) : text());
    update();
}

QSize StepRow::sizeHint() const {
    return {textLeft + QFontMetrics(fontOf(TextRole::Emphasis)).horizontalAdvance(text()) + 8, stepRowHeight};
}

void StepRow::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    if (m_current) {
        painter.setBrush(tone(Token::AccentSoft));
        painter.drawRoundedRect(rect().adjusted(0, 1, 0, -1), 6, 6);
    }
    const QRect dot(dotLeft, (height() - dotSize) / 2, dotSize, dotSize);
    if (m_done) {
        painter.drawPixmap(dot.adjusted(2, 2, -2, -2), iconPixmap("ok", dotSize - 4, Token::Ok, devicePixelRatioF()));
    } else {
        painter.setPen(tone(m_current ? Token::Accent : Token::LineStrong));
        painter.setBrush(m_current ? QBrush(tone(Token::Accent)) : QBrush());
        painter.drawEllipse(QRectF(dot).adjusted(1, 1, -1, -1));
        painter.setPen(tone(m_current ? Token::AccentText : Token::Text2));
        painter.setFont(fontOf(TextRole::Hint));
        painter.drawText(dot, Qt::AlignCenter, QString::number(m_number));
    }
    painter.setFont(fontOf(m_current ? TextRole::Emphasis : TextRole::Body));
    painter.setPen(tone(isEnabled() ? Token::Text : Token::Text3));
    painter.drawText(rect().adjusted(textLeft, 0, -4, 0), Qt::AlignVCenter | Qt::AlignLeft, text());
}

} // namespace meterhall::ui
