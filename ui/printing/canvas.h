#pragma once

#include <QFont>
#include <QPainter>
#include <QRectF>
#include <QStringList>

namespace meterhall::ui {

enum class Align { Left, Center, Right };

struct TextStyle {
    double points = 8.5;
    bool bold = false;
    Align align = Align::Left;
};

/// Device units of every paper: hundredths of a millimetre. Layout code thinks in millimetres only.
constexpr int paperDpi = 2540;
constexpr double unitsPerMm = 100.0;

/// Measures text as it will be painted, before there is a page to paint on.
class TextMeasure {
public:
    /// `families`: the first has nearly all characters, the next ones the rare.
    TextMeasure(QStringList families, QPaintDevice& device)
        : m_families(std::move(families))
        , m_device(&device) {}

    QFont font(const TextStyle& style) const;
    /// Distance between base lines, mm.
    double lineHeight(const TextStyle& style) const;
    double width(const QString& text, const TextStyle& style) const;
    /// Lines no wider than `widthMm`; a word or number longer than a line is broken.
    QStringList wrapped(const QString& text, double widthMm, const TextStyle& style) const;
    double height(const QString& text, double widthMm, const TextStyle& style) const;

private:
    QStringList m_families;
    QPaintDevice* m_device;
};

/// Paints one page. Rectangles and points are millimetres from the sheet's upper left corner.
class Canvas {
public:
    Canvas(QPainter& painter, const TextMeasure& measure)
        : m_painter(&painter)
        , m_measure(&measure) {}

    const TextMeasure& measure() const { return *m_measure; }
    /// Wrapped to the width of the rectangle; its height is not looked at.
    void text(const QRectF& box, const QString& text, const TextStyle& style);
    void line(QPointF from, QPointF to, double widthMm = 0.12);
    void frame(const QRectF& box, double widthMm = 0.3);
    void fill(const QRectF& box, const QColor& color = Qt::black);
    /// One line along the diagonal of `box`, translucent: what lies under it stays readable.
    void watermark(const QRectF& box, const QString& text);

private:
    void lineOfText(double x, double baseline, double width, const QString& line, const TextStyle& style);

    QPainter* m_painter;
    const TextMeasure* m_measure;
};

} // namespace meterhall::ui
