#include "ui/printing/sheet_style.h"

#include "ui/printing/code128.h"
#include "ui/printing/common_labels.h"

#include <algorithm>
#include <numeric>

namespace meterhall::ui {

SheetStyle styleOf(SheetSize size) {
    switch (size) {
    case SheetSize::A5Portrait:
        return {148, 210, 8, 7, {9, 130, 2, 8.5, 7}};
    case SheetSize::A5Landscape:
        return {210, 148, 7, 6, {10, 190, 3, 8.5, 7}};
    case SheetSize::A4Portrait:
        return {210, 297, 12, 12, {15, 180, 3, 9.5, 8}};
    case SheetSize::Roll80:
        return {80, 0, 4, 8, {4, 72, 1, 8, 7}};
    }
    return {};
}

QString SheetFrame::legalEntityText() const {
    const labels::CommonLabels words;
    return m_head.legalEntity.isEmpty() ? QString() : words.legalEntity + words.colon + m_head.legalEntity;
}

QString SheetFrame::makerText() const {
    const labels::CommonLabels words;
    QStringList parts{m_head.hall, m_head.seat};
    if (!m_head.operatorNumber.isEmpty())
        parts.append(words.operatorNumber + QLatin1Char(' ') + m_head.operatorNumber);
    parts.append(m_head.issuedAt.toString());
    parts.removeAll(QString());
    return parts.join(QStringLiteral("　"));
}

void SheetFrame::draw(Canvas& canvas, int page, int pages) const {
    if (page == 1)
        drawFirstHead(canvas);
    else
        drawNextHead(canvas);
    drawFoot(canvas, page, pages);
    if (m_reprint > 0)
        canvas.watermark({m_style.frame.left, m_style.top, m_style.frame.width, m_style.height - 2 * m_style.top},
                         labels::CommonLabels().reprint.arg(m_reprint));
}

void SheetFrame::drawFirstHead(Canvas& canvas) const {
    const labels::CommonLabels words;
    const Frame& frame = m_style.frame;
    const double top = m_style.top;
    const double side = frame.width * 0.27;
    const double middle = frame.width - 2 * side;
    canvas.text({frame.left, top, side, 0}, m_head.company, {frame.points * 1.15, true, Align::Left});
    canvas.text({frame.left + side, top + 2, middle, 0}, m_identity.title, {frame.points * 2, true, Align::Center});
    canvas.text({frame.left + side, top + 10.6, middle, 0}, m_identity.subtitle, frame.body(Align::Center));
    canvas.text({frame.right() - side, top, side, 0}, words.paperNumber + QLatin1Char(' ') + m_head.paperNumber,
                frame.body(Align::Right));
    canvas.text({frame.left, top + 14.4, frame.width * 0.7, 0}, legalEntityText(), frame.fine());
    drawHeadBarcode(canvas);
    if (m_reprint > 0)
        drawReprintBox(canvas);
    canvas.line({frame.left, top + 18.4}, {frame.right(), top + 18.4}, 0.4);
}

void SheetFrame::drawHeadBarcode(Canvas& canvas) const {
    const auto widths = code128Widths(m_identity.barcode);
    if (!widths.ok())
        return;
    const int modules = std::accumulate(widths->begin(), widths->end(), 0);
    // Ten modules of quiet at either side; the right one is in the margin. Thinner than 0.17 mm no printer of a hall
    // draws them.
    const double moduleMm = std::min(0.25, m_style.frame.width * 0.27 / (modules + 10));
    if (moduleMm >= 0.17)
        drawBars(canvas, {m_style.frame.right() - modules * moduleMm, m_style.top + 5.2}, 8.5, moduleMm, *widths);
}

void SheetFrame::drawReprintBox(Canvas& canvas) const {
    const Frame& frame = m_style.frame;
    const QString mark = labels::CommonLabels().reprint.arg(m_reprint);
    const double width = canvas.measure().width(mark, frame.strong()) + 3;
    const QRectF box(frame.left, m_style.top + 6.5, width, canvas.measure().lineHeight(frame.strong()) + 0.8);
    canvas.frame(box, 0.25);
    canvas.text(box.adjusted(0, 0.4, 0, 0), mark, frame.strong(Align::Center));
}

void SheetFrame::drawNextHead(Canvas& canvas) const {
    const labels::CommonLabels words;
    const Frame& frame = m_style.frame;
    const double top = m_style.top;
    canvas.text({frame.left, top, frame.width, 0}, m_identity.title + words.continued, frame.strong());
    canvas.text({frame.left, top, frame.width, 0}, m_identity.key, frame.body(Align::Center));
    canvas.text({frame.left, top, frame.width, 0}, words.paperNumber + QLatin1Char(' ') + m_head.paperNumber,
                frame.body(Align::Right));
    canvas.line({frame.left, top + 6}, {frame.right(), top + 6}, 0.4);
}

void SheetFrame::drawFoot(Canvas& canvas, int page, int pages) const {
    const labels::CommonLabels words;
    const Frame& frame = m_style.frame;
    const double line = canvas.measure().lineHeight(frame.fine());
    double y = bodyBottom() + 1.2;
    canvas.line({frame.left, y}, {frame.right(), y}, 0.2);
    y += 0.8;
    if (!m_head.chainHead.isEmpty()) {
        canvas.text({frame.left, y, frame.width, 0}, words.chainHead + QLatin1Char(' ') + m_head.chainHead,
                    frame.fine());
        y += line;
    }
    canvas.text({frame.left, y, frame.width, 0}, makerText(), frame.fine());
    if (!m_head.hotline.isEmpty())
        canvas.text({frame.left, y + line, frame.width, 0}, words.hotline + QLatin1Char(' ') + m_head.hotline,
                    frame.fine());
    canvas.text({frame.left, y, frame.width, 0}, words.page.arg(page).arg(pages), frame.fine(Align::Right));
}

void SheetFrame::addRollHead(BlockList& list) const {
    const labels::CommonLabels words;
    const Frame& frame = m_style.frame;
    list.paragraph(m_head.company, {frame.points * 1.15, true, Align::Center});
    list.paragraph(m_identity.title, {frame.points * 1.7, true, Align::Center});
    list.paragraph(m_identity.subtitle, frame.body(Align::Center));
    if (m_reprint > 0)
        list.paragraph(QStringLiteral("【") + words.reprint.arg(m_reprint) + QStringLiteral("】"),
                       frame.strong(Align::Center));
    list.paragraph(words.paperNumber + QLatin1Char(' ') + m_head.paperNumber, frame.body(Align::Center));
    list.paragraph(legalEntityText(), frame.fine(Align::Center));
    list.rule(0.3);
}

void SheetFrame::addRollFoot(BlockList& list) const {
    const labels::CommonLabels words;
    const Frame& frame = m_style.frame;
    list.rule();
    list.paragraph(makerText(), frame.fine());
    if (!m_head.hotline.isEmpty())
        list.paragraph(words.hotline + QLatin1Char(' ') + m_head.hotline, frame.fine());
    list.paragraph(words.page.arg(1).arg(1), frame.fine(Align::Right));
}

} // namespace meterhall::ui
