#pragma once

#include "core/papers/paper.h"
#include "ui/printing/paper_pdf.h"

#include <QDialog>

namespace meterhall::ui {

/// A paper as it will come out, at its own size on the screen. Enter prints it, Esc puts it away.
class PaperPreview : public QDialog {
    Q_OBJECT

public:
    PaperPreview(const papers::Paper& paper, SheetSize sheet, QWidget* parent);

Q_SIGNALS:
    void printWanted();

private:
    QWidget* buildPages(const papers::Paper& paper, SheetSize sheet);
};

} // namespace meterhall::ui
