#pragma once

#include "core/papers/paper.h"

#include <QByteArray>
#include <QImage>
#include <QStringList>

#include <optional>
#include <vector>

class QPagedPaintDevice;

namespace meterhall::ui {

METERHALL_ERRORS(PrintError, "print", FontMissing, NoGuiApplication, SheetTooNarrow, DeviceRefused, UnexpectedPdf)

/// A5 is half of A4 and near to the 241 mm continuous paper of most halls; a roll is 80 mm wide, 72 mm of it printed,
/// and as long as what stands on it. Bills and receipts fit a roll, the tables of shifts and days do not.
enum class SheetSize { A5Portrait, A5Landscape, A4Portrait, Roll80 };
/// "a5", "a5-landscape", "a4", "roll80".
QString codeOf(SheetSize size);
std::optional<SheetSize> sheetSizeOf(const QString& code);
bool fitsRoll(const papers::Paper& paper);

struct PrintOptions {
    SheetSize sheet = SheetSize::A5Portrait;
    /// 0 for the first print; n marks the n-th print after it across the page. Content is the same.
    int reprint = 0;
};

struct PaperPdf {
    QByteArray bytes;
    int pages = 0;
    /// Characters no installed font has; they stand as boxes on the paper, and the clerk must hear of it.
    QStringList missingCharacters;
};

/// The paper as PDF. The same model, options and fonts give the same bytes in any process at any time: the file's
/// dates are the paper's own. Needs a QGuiApplication (the offscreen platform will do), but no window.
Result<PaperPdf> paperPdf(const papers::Paper& paper, const PrintOptions& options);

/// The pages of the paper to look at on a screen, `pixelsPerMm` fine: the same lines as in the PDF.
Result<std::vector<QImage>> paperImages(const papers::Paper& paper, const PrintOptions& options, double pixelsPerMm);

/// The family papers are set in: the first of ours that is installed.
Result<QString> paperFontFamily();

} // namespace meterhall::ui
