#include "ui/theme/program_style.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>

namespace meterhall::ui {

ProgramStyle::ProgramStyle()
    : QProxyStyle(QStringLiteral("Fusion")) {}

void ProgramStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                 const QWidget* widget) const {
    if (element != PE_IndicatorCheckBox) {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        return;
    }
    const bool on = option->state.testFlag(State_On);
    const bool enabled = option->state.testFlag(State_Enabled);
    const bool focused = option->state.testFlag(State_HasFocus) || option->state.testFlag(State_MouseOver);
    const Token edge = !enabled ? Token::Line : on || focused ? Token::Accent : Token::LineStrong;
    const Token ground = !enabled ? Token::Surface2 : on ? Token::Accent : Token::Surface;
    const QRectF box = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5); // a line fills its pixels
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(tone(edge));
    painter->setBrush(tone(ground));
    painter->drawRoundedRect(box, 3, 3);
    if (on) {
        QPainterPath tick(QPointF(box.left() + 0.22 * box.width(), box.top() + 0.52 * box.height()));
        tick.lineTo(box.left() + 0.43 * box.width(), box.top() + 0.72 * box.height());
        tick.lineTo(box.left() + 0.78 * box.width(), box.top() + 0.28 * box.height());
        painter->setPen(QPen(tone(enabled ? Token::AccentText : Token::Text3), 1.8, Qt::SolidLine, Qt::RoundCap));
        painter->setBrush(Qt::NoBrush);
        painter->drawPath(tick);
    }
    painter->restore();
}

} // namespace meterhall::ui
