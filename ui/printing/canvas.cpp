#include "ui/printing/canvas.h"

#include <QFontMetricsF>
#include <QTextLayout>

#include <cmath>
#include <numbers>

namespace meterhall::ui {

namespace {

/// Chinese text set solid is hard to follow along a line; a fifth of the size between lines is enough on a form.
constexpr double leading = 1.22;
constexpr double mmPerPoint = 25.4 / 72.0;

QRectF toUnits(const QRectF& box) {
    return {box.topLeft() * unitsPerMm, box.size() * unitsPerMm};
}

/// A space at a line's end would shift right-aligned text; one at its start is an indent.
QString withoutTrailingSpace(QString line) {
    while (!line.isEmpty() && line.back().isSpace())
        line.chop(1);
    return line;
}

} // namespace

QFont TextMeasure::font(const TextStyle& style) const {
    QFont font(m_families);
    font.setPointSizeF(style.points);
    font.setBold(style.bold);
    font.setStyleStrategy(QFont::PreferOutline);
    font.setHintingPreference(QFont::PreferNoHinting);
    return QFont(font, m_device);
}

double TextMeasure::lineHeight(const TextStyle& style) const {
    return style.points * mmPerPoint * leading;
}

double TextMeasure::width(const QString& text, const TextStyle& style) const {
    return QFontMetricsF(font(style), m_device).horizontalAdvance(text) / unitsPerMm;
}

QStringList TextMeasure::wrapped(const QString& text, double widthMm, const TextStyle& style) const {
    QStringList lines;
    for (const QString& paragraph : text.split(QLatin1Char('\n'))) {
        QTextLayout layout(paragraph, font(style), m_device);
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        layout.setTextOption(option);
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(widthMm * unitsPerMm);
            lines.append(withoutTrailingSpace(paragraph.mid(line.textStart(), line.textLength())));
        }
        layout.endLayout();
    }
    return lines;
}

double TextMeasure::height(const QString& text, double widthMm, const TextStyle& style) const {
    return static_cast<double>(wrapped(text, widthMm, style).size()) * lineHeight(style);
}

void Canvas::lineOfText(double x, double baseline, double width, const QString& line, const TextStyle& style) {
    const double room = width - m_measure->width(line, style);
    if (style.align == Align::Right)
        x += room;
    else if (style.align == Align::Center)
        x += room / 2;
    m_painter->drawText(QPointF(x, baseline) * unitsPerMm, line);
}

void Canvas::text(const QRectF& box, const QString& text, const TextStyle& style) {
    m_painter->setPen(Qt::black);
    m_painter->setFont(m_measure->font(style));
    const double step = m_measure->lineHeight(style);
    double baseline = box.top() + step / 2 + style.points * mmPerPoint * 0.37; // middle of a Chinese character
    for (const QString& line : m_measure->wrapped(text, box.width(), style)) {
        lineOfText(box.left(), baseline, box.width(), line, style);
        baseline += step;
    }
}

void Canvas::line(QPointF from, QPointF to, double widthMm) {
    m_painter->setPen(QPen(Qt::black, widthMm * unitsPerMm, Qt::SolidLine, Qt::FlatCap));
    m_painter->drawLine(from * unitsPerMm, to * unitsPerMm);
}

void Canvas::frame(const QRectF& box, double widthMm) {
    m_painter->setPen(QPen(Qt::black, widthMm * unitsPerMm, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    m_painter->setBrush(Qt::NoBrush);
    m_painter->drawRect(toUnits(box));
}

void Canvas::fill(const QRectF& box, const QColor& color) {
    m_painter->fillRect(toUnits(box), color);
}

void Canvas::watermark(const QRectF& box, const QString& text) {
    const double diagonal = std::hypot(box.width(), box.height());
    TextStyle style{60, false, Align::Center};
    style.points *= diagonal * 0.4 / m_measure->width(text, style);
    m_painter->save();
    m_painter->translate(box.center() * unitsPerMm);
    m_painter->rotate(-std::atan2(box.height(), box.width()) * 180 / std::numbers::pi);
    m_painter->setFont(m_measure->font(style));
    m_painter->setPen(QColor(0, 0, 0, 34));
    lineOfText(-diagonal / 2, style.points * mmPerPoint * 0.37, diagonal, text, style);
    m_painter->restore();
}

} // namespace meterhall::ui
