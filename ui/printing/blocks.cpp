#include "ui/printing/blocks.h"

#include "ui/printing/code128.h"

#include <algorithm>
#include <numeric>

namespace meterhall::ui {

namespace {

constexpr double cellPadding = 0.8;
constexpr double rowPadding = 0.55;
constexpr double barModuleMm = 0.25;
constexpr double qrMm = 22;
const QColor headShade(232, 232, 232);
const QColor ruleShade(150, 150, 150);

void drawQr(Canvas& canvas, QPointF corner, double side, const QrCode& code) {
    const double module = side / code.size;
    for (int row = 0; row < code.size; ++row)
        for (int column = 0; column < code.size; ++column)
            if (code.at(row, column)) // a hair larger, or viewers show white seams
                canvas.fill({corner.x() + column * module, corner.y() + row * module, module + 0.01, module + 0.01});
}

} // namespace

void drawBars(Canvas& canvas, QPointF corner, double height, double moduleMm, const std::vector<int>& widths) {
    double left = corner.x();
    bool dark = true;
    for (const int modules : widths) {
        const double width = modules * moduleMm;
        if (dark)
            canvas.fill({left, corner.y(), width, height});
        left += width;
        dark = !dark;
    }
}

void BlockList::gap(double mm) {
    add({mm, [](Canvas&, double) {}, false, nullptr});
}

void BlockList::rule(double widthMm) {
    add({1.2,
         [frame = m_frame, widthMm](Canvas& canvas, double top) {
             canvas.line({frame.left, top + 0.6}, {frame.right(), top + 0.6}, widthMm);
         },
         false, nullptr});
}

void BlockList::heading(const QString& text) {
    const TextStyle style = m_frame.strong();
    add({m_measure.lineHeight(style) + 1.6,
         [frame = m_frame, style, text](Canvas& canvas, double top) {
             canvas.fill({frame.left, top + 1.5, 1.1, canvas.measure().lineHeight(style) - 1.1});
             canvas.text({frame.left + 2.2, top + 0.9, frame.width - 2.2, 0}, text, style);
         },
         true, nullptr});
}

void BlockList::paragraph(const QString& text, const TextStyle& style, double inset) {
    if (text.isEmpty())
        return;
    const double left = m_frame.left + inset;
    const double width = m_frame.width - inset;
    add({m_measure.height(text, width, style) + 0.4,
         [left, width, style, text](Canvas& canvas, double top) {
             canvas.text({left, top, width, 0}, text, style);
         },
         false, nullptr});
}

std::vector<double> BlockList::labelWidths(const std::vector<Pair>& pairs) const {
    std::vector<double> widths(static_cast<std::size_t>(m_frame.pairColumns), 0);
    std::size_t column = 0;
    for (const Pair& pair : pairs) {
        if (pair.value.isEmpty())
            continue;
        if (pair.wide)
            column = 0;
        widths[column] = std::max(widths[column], m_measure.width(pair.label, m_frame.body()) + 1);
        column = pair.wide ? 0 : (column + 1) % widths.size();
    }
    return widths;
}

void BlockList::pairs(const std::vector<Pair>& pairs) {
    const std::vector<double> labels = labelWidths(pairs);
    std::vector<Pair> line;
    for (const Pair& pair : pairs) {
        if (pair.value.isEmpty())
            continue;
        if (pair.wide && !line.empty())
            pairLine(std::exchange(line, {}), labels);
        line.push_back(pair);
        if (pair.wide || line.size() == labels.size())
            pairLine(std::exchange(line, {}), labels);
    }
    if (!line.empty())
        pairLine(line, labels);
}

void BlockList::pairLine(const std::vector<Pair>& line, const std::vector<double>& labelWidths) {
    const TextStyle style = m_frame.body();
    double height = m_measure.lineHeight(style);
    struct Cell {
        QRectF label;
        QRectF value;
        Pair pair;
    };
    std::vector<Cell> cells;
    double left = m_frame.left;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const double cellWidth = line[i].wide ? m_frame.width : m_frame.width / m_frame.pairColumns;
        const double valueWidth = cellWidth - labelWidths[i] - 1.5;
        height = std::max(height, m_measure.height(line[i].value, valueWidth, style));
        cells.push_back({{left, 0, labelWidths[i] + 1, 0}, {left + labelWidths[i], 0, valueWidth, 0}, line[i]});
        left += cellWidth;
    }
    add({height + 0.4,
         [style, cells = std::move(cells)](Canvas& canvas, double top) {
             for (const Cell& cell : cells) {
                 canvas.text(cell.label.translated(0, top), cell.pair.label, style);
                 canvas.text(cell.value.translated(0, top), cell.pair.value, style);
             }
         },
         false, nullptr});
}

std::vector<double> BlockList::columnWidths(const std::vector<PaperColumn>& columns) const {
    const double sum = std::accumulate(columns.begin(), columns.end(), 0.0,
                                       [](double weight, const PaperColumn& column) { return weight + column.weight; });
    std::vector<double> widths;
    widths.reserve(columns.size());
    for (const PaperColumn& column : columns)
        widths.push_back(m_frame.width * column.weight / sum);
    return widths;
}

Block BlockList::rowBlock(const std::vector<PaperColumn>& columns, const QStringList& cells, bool bold) const {
    const std::vector<double> widths = columnWidths(columns);
    double height = 0;
    for (std::size_t i = 0; i < columns.size(); ++i)
        height = std::max(height, m_measure.height(cells.value(static_cast<int>(i)), widths[i] - 2 * cellPadding,
                                                   {m_frame.points, bold, Align::Left}));
    const auto draw = [frame = m_frame, columns, widths, cells, bold](Canvas& canvas, double top) {
        double left = frame.left;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            canvas.text({left + cellPadding, top + rowPadding, widths[i] - 2 * cellPadding, 0},
                        cells.value(static_cast<int>(i)), {frame.points, bold, columns[i].align});
            left += widths[i];
        }
    };
    return {height + 2 * rowPadding, draw, false, nullptr};
}

void BlockList::table(const std::vector<PaperColumn>& columns, const std::vector<Row>& rows) {
    QStringList titles;
    for (const PaperColumn& column : columns)
        titles.append(column.title);
    Block head = rowBlock(columns, titles, false);
    head.keepWithNext = true;
    head.draw = [inner = head.draw, frame = m_frame, height = head.height](Canvas& canvas, double top) {
        canvas.fill({frame.left, top, frame.width, height}, headShade);
        inner(canvas, top);
    };
    const auto repeated = std::make_shared<const Block>(head);
    add(head);
    for (const Row& row : rows) {
        Block block = rowBlock(columns, row.cells, row.bold);
        block.repeated = repeated;
        block.draw = [inner = block.draw, frame = m_frame, height = block.height, sum = row.bold](Canvas& canvas,
                                                                                                  double top) {
            if (sum)
                canvas.line({frame.left, top}, {frame.right(), top}, 0.25);
            inner(canvas, top);
            canvas.fill({frame.left, top + height - 0.04, frame.width, 0.08}, ruleShade);
        };
        add(std::move(block));
    }
}

void BlockList::total(const QString& label, const QString& figures, const QString& capitalsLabel,
                      const QString& capitals) {
    const TextStyle large{m_frame.points * 1.65, true, Align::Right};
    const TextStyle labelStyle{m_frame.points * 1.15, true, Align::Left};
    const TextStyle capitalsStyle{m_frame.points * 1.1, false, Align::Left};
    const double inner = m_frame.width - 4;
    const double capitalsLabelWidth = m_measure.width(capitalsLabel, m_frame.body()) + 1.5;
    const double capitalsHeight = m_measure.height(capitals, inner - capitalsLabelWidth, capitalsStyle);
    const double firstLine = m_measure.lineHeight(large);
    const double height = firstLine + capitalsHeight + 2.4;
    add({height + 1.6,
         [=, frame = m_frame](Canvas& canvas, double top) {
             const double left = frame.left + 2;
             canvas.frame({frame.left, top + 0.8, frame.width, height}, 0.35);
             const double middle = top + 1.6 + (firstLine - canvas.measure().lineHeight(labelStyle)) / 2;
             canvas.text({left, middle, inner, 0}, label, labelStyle);
             canvas.text({left, top + 1.6, inner, 0}, figures, large);
             canvas.text({left, top + 1.9 + firstLine, capitalsLabelWidth, 0}, capitalsLabel, frame.body());
             canvas.text({left + capitalsLabelWidth, top + 1.6 + firstLine, inner - capitalsLabelWidth, 0}, capitals,
                         capitalsStyle);
         },
         false, nullptr});
}

void BlockList::besideQr(const QString& content, const QString& caption, const std::function<void(BlockList&)>& fill) {
    const auto code = qrCode(content);
    if (!code.ok())
        return fill(*this);
    Frame narrow = m_frame;
    narrow.width -= qrMm + 6;
    BlockList left(narrow, m_measure);
    fill(left);
    double height = 0;
    for (const Block& block : left.blocks())
        height += block.height;
    const double captionHeight = m_measure.height(caption, qrMm + 4, m_frame.fine());
    add({std::max(height, qrMm + captionHeight + 2) + 0.5,
         [=, frame = m_frame, blocks = left.blocks(), code = *code](Canvas& canvas, double top) {
             double y = top;
             for (const Block& block : blocks) {
                 block.draw(canvas, y);
                 y += block.height;
             }
             const double qrLeft = frame.right() - qrMm;
             drawQr(canvas, {qrLeft, top + 1.2}, qrMm, code);
             canvas.text({qrLeft - 2, top + qrMm + 1.7, qrMm + 4, 0}, caption, frame.fine(Align::Center));
         },
         false, nullptr});
}

void BlockList::barcode(const QString& text) {
    const auto widths = code128Widths(text);
    if (!widths.ok())
        return paragraph(text, m_frame.body(Align::Center));
    const int modules = std::accumulate(widths->begin(), widths->end(), 0);
    const double barsWidth = modules * barModuleMm;
    const TextStyle style = m_frame.fine(Align::Center);
    add({8 + m_measure.lineHeight(style) + 1.5,
         [=, frame = m_frame, widths = *widths](Canvas& canvas, double top) {
             const double left = frame.left + (frame.width - barsWidth) / 2;
             drawBars(canvas, {left, top + 1}, 8, barModuleMm, widths);
             canvas.text({frame.left, top + 9.2, frame.width, 0}, text, style);
         },
         false, nullptr});
}

void BlockList::signatures(const QStringList& labels) {
    const TextStyle style = m_frame.body();
    const double cellWidth = m_frame.width / static_cast<double>(labels.size());
    add({11,
         [=, frame = m_frame](Canvas& canvas, double top) {
             double left = frame.left;
             for (const QString& label : labels) {
                 const double labelWidth = canvas.measure().width(label, style) + 1.5;
                 canvas.text({left, top + 5.5, labelWidth, 0}, label, style);
                 canvas.line({left + labelWidth, top + 9.6}, {left + cellWidth - 4, top + 9.6});
                 left += cellWidth;
             }
         },
         false, nullptr});
}

} // namespace meterhall::ui
