#include "ui/gallery/gallery.h"

#include "ui/gallery/specimens.h"
#include "ui/printing/print_queue.h"
#include "ui/shell/desk.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"

#include <QAction>
#include <QDateTime>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace meterhall::ui {

namespace {

constexpr int columnWidth = 600;
constexpr int edge = 14;
constexpr int gapBetweenCards = 10;

services::Workplace emptyHall() {
    return {.url = QStringLiteral("sqlite:"),
            .seat = 3,
            .keyFile = {},
            .witnessFolder = {},
            .hall = {sample("澄江营业厅", "Chengjiang hall"), {}},
            .clock = [] { return Instant::fromMicroseconds(QDateTime::currentMSecsSinceEpoch() * 1000); }};
}

void flip(bool mode) {
    const Theme now = Theme::applied();
    const ThemeMode other = now.mode() == ThemeMode::Light ? ThemeMode::Dark : ThemeMode::Light;
    const Density density = now.density() == Density::Normal ? Density::Compact : Density::Normal;
    Theme(mode ? other : now.mode(), mode ? now.density() : density).apply();
}

} // namespace

QString sample(const char* chinese, const char* english) {
    return QString::fromUtf8(QLocale().language() == QLocale::Chinese ? chinese : english);
}

QWidget* makeStates(const std::vector<std::pair<const char*, QWidget*>>& states) {
    auto* all = new QWidget;
    auto* grid = new QGridLayout(all);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const auto& [name, widget] : states) {
        grid->addWidget(makeLabel(TextRole::Hint, QString::fromUtf8(name), "text3"), row, 0);
        grid->addWidget(widget, row, 1);
        ++row;
    }
    return all;
}

Gallery::Gallery(QWidget* parent)
    : QScrollArea(parent)
    , m_printer(std::make_unique<PrintQueue>([](const QByteArray&, const QString&) { return Result<void>(); }))
    , m_desk(std::make_unique<Desk>(emptyHall()))
    , m_sheet(new QWidget) {
    m_desk->setPrinter(m_printer.get());
    for (const auto& part : {widgetSpecimens(), tableSpecimens(), shellSpecimens(*m_desk)}) {
        for (const Specimen& specimen : part) {
            auto* card = new Card(QString::fromUtf8(specimen.title), m_sheet);
            card->body()->addWidget(specimen.make());
            m_cards.push_back(card);
        }
    }
    setWidget(m_sheet);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(QStringLiteral("Gallery"));
    setWindowTitle(QStringLiteral("Meterhall: gallery"));
    for (const auto& [keys, mode] :
         {std::pair(Qt::CTRL | Qt::SHIFT | Qt::Key_D, true), std::pair(Qt::CTRL | Qt::SHIFT | Qt::Key_R, false)}) {
        auto* action = new QAction(mode ? QStringLiteral("Light or dark") : QStringLiteral("Tight or normal"), this);
        action->setShortcut(keys);
        connect(action, &QAction::triggered, this, [mode = mode] { flip(mode); });
        addAction(action);
    }
}

Gallery::~Gallery() {
    delete takeWidget(); // the specimens look at the desk to their end
}

QPixmap Gallery::wholeAt(int width) {
    arrange(width);
    setWidgetResizable(false);
    m_sheet->resize(width, m_sheet->sizeHint().height());
    m_sheet->ensurePolished();
    m_sheet->layout()->activate();
    m_sheet->resize(width, std::max(m_sheet->sizeHint().height(), m_sheet->layout()->heightForWidth(width)));
    QPixmap picture = m_sheet->grab();
    setWidgetResizable(true);
    return picture;
}

void Gallery::showEvent(QShowEvent* event) {
    QScrollArea::showEvent(event);
    Q_EMIT m_desk->outboxChanged(); // panels that are filled only while they are in sight
}

void Gallery::resizeEvent(QResizeEvent* event) {
    QScrollArea::resizeEvent(event);
    arrange(viewport()->width());
}

// As many columns as have room; every card goes to the one that is shortest so far.
void Gallery::arrange(int width) {
    const int columns = std::max(1, (width - 2 * edge + gapBetweenCards) / (columnWidth + gapBetweenCards));
    if (columns == m_columns)
        return;
    m_columns = columns;
    delete m_sheet->layout();
    auto* across = new QHBoxLayout(m_sheet);
    across->setContentsMargins(edge, edge, edge, edge);
    across->setSpacing(gapBetweenCards);
    std::vector<std::pair<int, QVBoxLayout*>> filled;
    for (int column = 0; column < columns; ++column) {
        auto* down = new QVBoxLayout;
        down->setSpacing(gapBetweenCards);
        across->addLayout(down, 1);
        filled.emplace_back(0, down);
    }
    for (QWidget* card : m_cards) {
        auto& [height, down] = *std::min_element(filled.begin(), filled.end(),
                                                 [](const auto& a, const auto& b) { return a.first < b.first; });
        down->addWidget(card);
        height += card->sizeHint().height() + gapBetweenCards;
    }
    for (const auto& [height, down] : filled)
        down->addStretch();
}

} // namespace meterhall::ui
