#pragma once

#include "ui/printing/blocks.h"
#include "ui/printing/paper_layout.h"
#include "ui/printing/paper_pdf.h"

namespace meterhall::ui {

/// Measures of a sheet in millimetres. A roll has no height of its own.
struct SheetStyle {
    double width = 0;
    double height = 0;
    double top = 8;
    double bottom = 8;
    Frame frame;

    bool isRoll() const { return height == 0; }
};

SheetStyle styleOf(SheetSize size);

/// What surrounds the blocks of a cut sheet: names and title above, who printed it and the page below.
class SheetFrame {
public:
    SheetFrame(const SheetStyle& style, const papers::Paper& paper, int reprint)
        : m_style(style)
        , m_head(papers::headOf(paper))
        , m_identity(identityOf(paper))
        , m_reprint(reprint) {}

    double firstBodyTop() const { return m_style.top + 19; }
    double nextBodyTop() const { return m_style.top + 7.5; }
    double bodyBottom() const { return m_style.height - m_style.bottom - (m_head.chainHead.isEmpty() ? 8 : 11.5); }
    void draw(Canvas& canvas, int page, int pages) const;

    /// On a roll the same stands above and below as blocks.
    void addRollHead(BlockList& list) const;
    void addRollFoot(BlockList& list) const;

private:
    void drawFirstHead(Canvas& canvas) const;
    void drawHeadBarcode(Canvas& canvas) const;
    void drawReprintBox(Canvas& canvas) const;
    void drawNextHead(Canvas& canvas) const;
    void drawFoot(Canvas& canvas, int page, int pages) const;
    QString makerText() const;
    QString legalEntityText() const;

    SheetStyle m_style;
    papers::PaperHead m_head;
    PaperIdentity m_identity;
    int m_reprint;
};

} // namespace meterhall::ui
