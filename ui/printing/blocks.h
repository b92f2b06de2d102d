#pragma once

#include "ui/printing/canvas.h"

#include <functional>
#include <memory>
#include <vector>

namespace meterhall::ui {

/// A strip across the sheet that is never cut by a page end.
struct Block {
    double height = 0; ///< mm
    std::function<void(Canvas&, double top)> draw;
    bool keepWithNext = false;             ///< a heading does not stay alone at the foot of a page
    std::shared_ptr<const Block> repeated; ///< drawn again above this block when it opens a page: a table's head
};

struct Pair {
    QString label;
    QString value;
    bool wide = false; ///< takes the whole line
};

struct PaperColumn {
    QString title;
    double weight = 1;
    Align align = Align::Left;
};

/// `bold` rows carry sums and have a rule above them.
struct Row {
    QStringList cells;
    bool bold = false;
};

/// The band a paper's blocks are set in, and their type sizes.
struct Frame {
    double left = 8;
    double width = 132;
    int pairColumns = 2;
    double points = 8.5;
    double smallPoints = 7;

    double right() const { return left + width; }
    bool isNarrow() const { return width < 100; }
    bool isWide() const { return width > 150; }
    TextStyle body(Align align = Align::Left) const { return {points, false, align}; }
    TextStyle strong(Align align = Align::Left) const { return {points, true, align}; }
    TextStyle fine(Align align = Align::Left) const { return {smallPoints, false, align}; }
};

/// Bars of `moduleMm` a module from a left edge.
void drawBars(Canvas& canvas, QPointF corner, double height, double moduleMm, const std::vector<int>& widths);

/// Builds the blocks of one paper from top to bottom.
class BlockList {
public:
    BlockList(const Frame& frame, const TextMeasure& measure)
        : m_frame(frame)
        , m_measure(measure) {}

    const Frame& frame() const { return m_frame; }
    const TextMeasure& measure() const { return m_measure; }
    const std::vector<Block>& blocks() const { return m_blocks; }

    void add(Block block) { m_blocks.push_back(std::move(block)); }
    void gap(double mm);
    void rule(double widthMm = 0.12);
    void heading(const QString& text);
    /// `inset` mm stay free at its left.
    void paragraph(const QString& text, const TextStyle& style, double inset = 0);
    /// Label and value side by side, as many pairs on a line as the sheet is wide for; empty values are left out.
    void pairs(const std::vector<Pair>& pairs);
    void table(const std::vector<PaperColumn>& columns, const std::vector<Row>& rows);
    /// The framed line that matters: figures large, capitals below.
    void total(const QString& label, const QString& figures, const QString& capitalsLabel, const QString& capitals);
    /// What `fill` adds at the left, a QR code with its caption at the right; without content nothing is narrowed.
    void besideQr(const QString& content, const QString& caption, const std::function<void(BlockList&)>& fill);
    /// Code 128 with its text below; text that cannot be coded is printed alone.
    void barcode(const QString& text);
    void signatures(const QStringList& labels);

private:
    std::vector<double> columnWidths(const std::vector<PaperColumn>& columns) const;
    Block rowBlock(const std::vector<PaperColumn>& columns, const QStringList& cells, bool bold) const;
    void pairLine(const std::vector<Pair>& line, const std::vector<double>& labelWidths);
    std::vector<double> labelWidths(const std::vector<Pair>& pairs) const;

    Frame m_frame;
    TextMeasure m_measure;
    std::vector<Block> m_blocks;
};

} // namespace meterhall::ui
