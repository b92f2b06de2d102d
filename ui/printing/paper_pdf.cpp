#include "ui/printing/paper_pdf.h"

#include "ui/printing/pdf_canonical.h"
#include "ui/printing/sheet_style.h"

#include <QBuffer>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QPdfWriter>

namespace meterhall::ui {

namespace {

/// Text in WenQuanYi Micro Hei and Droid Sans Fallback can be searched and copied from the PDF; Noto CJK shares some
/// glyphs with the Kangxi radicals and gives those back instead.
constexpr const char16_t* families[] = {u"WenQuanYi Micro Hei", u"Droid Sans Fallback", u"Noto Sans CJK SC"};
/// For characters the first one lacks, in their mainland form: left alone, Qt takes the Japanese one.
const QString rareFamily = QStringLiteral("Noto Sans CJK SC");

Result<void> setSheet(QPdfWriter& writer, double width, double height) {
    const QPageSize size(QSizeF(width, height), QPageSize::Millimeter, QString(), QPageSize::ExactMatch);
    if (!writer.setPageSize(size) || !writer.setPageMargins(QMarginsF(0, 0, 0, 0)))
        return PrintError::DeviceRefused;
    return {};
}

/// All blocks of the paper, and where they go.
struct Arranged {
    BlockList list;
    std::vector<PaperPage> pages;
    double height = 0;
};

Arranged arranged(const papers::Paper& paper, const SheetStyle& style, const SheetFrame& surround,
                  const TextMeasure& measure) {
    Arranged result{BlockList(style.frame, measure), {}, style.height};
    if (style.isRoll())
        surround.addRollHead(result.list);
    std::visit([&](const auto& content) { layOut(content, result.list); }, paper);
    if (!style.isRoll()) {
        result.pages =
            paginate(result.list.blocks(), surround.firstBodyTop(), surround.nextBodyTop(), surround.bodyBottom());
        return result;
    }
    surround.addRollFoot(result.list);
    constexpr double endless = 1e6;
    result.pages = paginate(result.list.blocks(), style.top, style.top, endless);
    const Placed& last = result.pages.back().back();
    result.height = last.top + last.block->height + style.bottom;
    return result;
}

/// Looks at the stored form, which holds every text of the paper.
QStringList missingCharacters(const papers::Paper& paper, const QFont& font, QPaintDevice& device) {
    const QFontMetricsF metrics(font, &device);
    QStringList missing;
    for (const uint character : QString::fromUtf8(papers::canonicalForm(paper)).toUcs4())
        if (character > 0x7f && !metrics.inFontUcs4(character)) {
            const char32_t codePoint = character;
            const QString text = QString::fromUcs4(&codePoint, 1);
            if (!missing.contains(text))
                missing.append(text);
        }
    return missing;
}

} // namespace

Result<QString> paperFontFamily() {
    if (!qobject_cast<QGuiApplication*>(QCoreApplication::instance()))
        return PrintError::NoGuiApplication;
    const QStringList installed = QFontDatabase::families();
    QStringList wanted;
    for (const char16_t* family : families) {
        wanted.append(QString::fromUtf16(family));
        if (installed.contains(wanted.last()))
            return wanted.last();
    }
    return Error(PrintError::FontMissing, wanted);
}

Result<PaperPdf> paperPdf(const papers::Paper& paper, const PrintOptions& options) {
    MH_TRY(const QString family, paperFontFamily());
    const SheetStyle style = styleOf(options.sheet);
    if (style.isRoll() && !std::holds_alternative<papers::ReceiptPaper>(paper))
        return PrintError::SheetTooNarrow;
    PaperPdf result;
    QBuffer buffer(&result.bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(paperDpi);
    const SheetFrame surround(style, paper, options.reprint);
    const TextMeasure measure({family, rareFamily}, writer);
    const Arranged content = arranged(paper, style, surround, measure);
    MH_CHECK(setSheet(writer, style.width, content.height));
    writer.setTitle(identityOf(paper).title + QLatin1Char(' ') + papers::headOf(paper).paperNumber);
    writer.setCreator(QStringLiteral("Meterhall"));

    result.missingCharacters = missingCharacters(paper, measure.font(style.frame.body()), writer);

    QPainter painter;
    if (!painter.begin(&writer))
        return PrintError::DeviceRefused;
    result.pages = static_cast<int>(content.pages.size());
    for (int page = 0; page < result.pages; ++page) {
        if (page > 0)
            writer.newPage();
        Canvas canvas(painter, measure);
        for (const Placed& placed : content.pages[static_cast<std::size_t>(page)])
            placed.block->draw(canvas, placed.top);
        if (!style.isRoll())
            surround.draw(canvas, page + 1, result.pages);
    }
    painter.end();
    MH_TRY(QByteArray canonical, canonicalPdf(result.bytes, papers::headOf(paper).issuedAt));
    result.bytes = std::move(canonical);
    return result;
}

} // namespace meterhall::ui
