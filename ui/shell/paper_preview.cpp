#include "ui/shell/paper_preview.h"

#include "ui/shell/error_bar.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/key_cap.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace meterhall::ui {

namespace {
constexpr double millimetresAnInch = 25.4;
constexpr double pixelsAnInch = 110; // a little more than life-size on an office screen
} // namespace

PaperPreview::PaperPreview(const papers::Paper& paper, SheetSize sheet, QWidget* parent)
    : QDialog(parent) {
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(tr("Preview"));
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(buildPages(paper, sheet), 1);
    auto* buttons = new QHBoxLayout;
    auto* print = new KeyButton(tr("Print"), QStringLiteral("Enter"));
    print->setKind("primary");
    print->setDefault(true);
    auto* putAway = new KeyButton(tr("Put away"), QStringLiteral("Esc"));
    putAway->setAutoDefault(false);
    connect(print, &QPushButton::clicked, this, [this] {
        Q_EMIT printWanted();
        accept();
    });
    connect(putAway, &QPushButton::clicked, this, &QDialog::reject);
    buttons->addStretch();
    buttons->addWidget(putAway);
    buttons->addWidget(print);
    layout->addLayout(buttons);
    resize(parent->window()->size() * 0.9);
    print->setFocus();
}

QWidget* PaperPreview::buildPages(const papers::Paper& paper, SheetSize sheet) {
    const double scale = devicePixelRatioF();
    const auto pages = paperImages(paper, {sheet, 0}, pixelsAnInch / millimetresAnInch * scale);
    if (!pages.ok()) {
        auto* problem = new ErrorBar;
        problem->show(pages.error());
        return problem;
    }
    auto* sheets = new QWidget;
    auto* down = new QVBoxLayout(sheets);
    down->setAlignment(Qt::AlignHCenter);
    for (QImage page : *pages) {
        page.setDevicePixelRatio(scale);
        auto* shown = new QLabel;
        shown->setPixmap(QPixmap::fromImage(page));
        shown->setAccessibleName(tr("Page %1").arg(down->count() + 1));
        down->addWidget(shown);
    }
    down->addStretch();
    auto* area = new QScrollArea;
    area->setWidget(sheets);
    area->setWidgetResizable(true);
    area->setAlignment(Qt::AlignHCenter);
    return area;
}

} // namespace meterhall::ui
