#include "ui/printing/paper_pdf.h"

#include "ui/printing/pdf_canonical.h"
#include "ui/printing/sheet_style.h"

#include <QBuffer>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QPdfWriter>

#include <array>
#include <utility>

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

namespace {
constexpr std::array sheetCodes{std::pair(SheetSize::A5Portrait, "a5"),
                                std::pair(SheetSize::A5Landscape, "a5-landscape"),
                                std::pair(SheetSize::A4Portrait, "a4"), std::pair(SheetSize::Roll80, "roll80")};
} // namespace

QString codeOf(SheetSize size) {
    for (const auto& [known, code] : sheetCodes)
        if (known == size)
            return QString::fromLatin1(code);
    return {};
}

std::optional<SheetSize> sheetSizeOf(const QString& code) {
    for (const auto& [size, known] : sheetCodes)
        if (code == QLatin1String(known))
            return size;
    return {};
}

bool fitsRoll(const papers::Paper& paper) {
    return std::holds_alternative<papers::ReceiptPaper>(paper) || std::holds_alternative<papers::BillPaper>(paper);
}

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

namespace {

/// A paper on its sheet, measured for a device of paperDpi.
class Setting {
public:
    static Result<Setting> of(const papers::Paper& paper, const PrintOptions& options, QPaintDevice& device) {
        MH_TRY(const QString family, paperFontFamily());
        const SheetStyle style = styleOf(options.sheet);
        if (style.isRoll() && !fitsRoll(paper))
            return PrintError::SheetTooNarrow;
        return Setting(style, SheetFrame(style, paper, options.reprint), TextMeasure({family, rareFamily}, device),
                       paper);
    }

    double width() const { return m_style.width; }
    double height() const { return m_content.height; }
    int pages() const { return int(m_content.pages.size()); }
    QFont bodyFont() const { return m_measure.font(m_style.frame.body()); }

    void draw(QPainter& painter, int page) const {
        Canvas canvas(painter, m_measure);
        for (const Placed& placed : m_content.pages[std::size_t(page)])
            placed.block->draw(canvas, placed.top);
        if (!m_style.isRoll())
            m_surround.draw(canvas, page + 1, pages());
    }

private:
    Setting(const SheetStyle& style, SheetFrame surround, TextMeasure measure, const papers::Paper& paper)
        : m_style(style)
        , m_surround(std::move(surround))
        , m_measure(std::move(measure))
        , m_content(arranged(paper, m_style, m_surround, m_measure)) {}

    SheetStyle m_style;
    SheetFrame m_surround;
    TextMeasure m_measure;
    Arranged m_content;
};

} // namespace

Result<PaperPdf> paperPdf(const papers::Paper& paper, const PrintOptions& options) {
    PaperPdf result;
    QBuffer buffer(&result.bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(paperDpi);
    MH_TRY(const Setting setting, Setting::of(paper, options, writer));
    MH_CHECK(setSheet(writer, setting.width(), setting.height()));
    writer.setTitle(identityOf(paper).title + QLatin1Char(' ') + papers::headOf(paper).paperNumber);
    writer.setCreator(QStringLiteral("Meterhall"));
    result.missingCharacters = missingCharacters(paper, setting.bodyFont(), writer);

    QPainter painter;
    if (!painter.begin(&writer))
        return PrintError::DeviceRefused;
    result.pages = setting.pages();
    for (int page = 0; page < result.pages; ++page) {
        if (page > 0)
            writer.newPage();
        setting.draw(painter, page);
    }
    painter.end();
    MH_TRY(QByteArray canonical, canonicalPdf(result.bytes, papers::headOf(paper).issuedAt));
    result.bytes = std::move(canonical);
    return result;
}

Result<std::vector<QImage>> paperImages(const papers::Paper& paper, const PrintOptions& options, double pixelsPerMm) {
    QBuffer nowhere;
    nowhere.open(QIODevice::WriteOnly);
    QPdfWriter measured(&nowhere); // lines break as they do in the PDF
    measured.setResolution(paperDpi);
    MH_TRY(const Setting setting, Setting::of(paper, options, measured));
    std::vector<QImage> images;
    for (int page = 0; page < setting.pages(); ++page) {
        QImage image(QSizeF(setting.width() * pixelsPerMm, setting.height() * pixelsPerMm).toSize(),
                     QImage::Format_RGB32);
        image.fill(Qt::white);
        image.setDotsPerMeterX(int(unitsPerMm * 1000));
        image.setDotsPerMeterY(int(unitsPerMm * 1000));
        QPainter painter(&image);
        painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
        painter.scale(pixelsPerMm / unitsPerMm, pixelsPerMm / unitsPerMm);
        setting.draw(painter, page);
        painter.end();
        images.push_back(std::move(image));
    }
    return images;
}

} // namespace meterhall::ui
