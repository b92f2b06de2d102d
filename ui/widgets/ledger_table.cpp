#include "ui/widgets/ledger_table.h"

#include "ui/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/ledger_delegate.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace meterhall::ui {

namespace {

// Drawn under the table, each text below its column.
class TotalsRow : public QWidget {
public:
    TotalsRow(const QTableView& view, const LedgerModel& model, const QStringList& texts, QWidget* parent)
        : QWidget(parent)
        , m_view(view)
        , m_model(model)
        , m_texts(texts) {
        setFixedHeight(36);
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setPen(tone(Token::LineStrong));
        painter.drawLine(0, 0, width(), 0);
        painter.setFont(fontOf(TextRole::Body));
        painter.setPen(tone(Token::Text));
        for (int column = 0; column < m_texts.size() && column < m_model.columnCount(); ++column) {
            const bool number = m_model.columns()[std::size_t(column)].number;
            const QRect box(m_view.columnViewportPosition(column), 1, m_view.columnWidth(column), height() - 1);
            const int side = number ? Qt::AlignRight : Qt::AlignLeft;
            painter.drawText(box.adjusted(10, 0, -10, 0), side | Qt::AlignVCenter, m_texts[column]);
        }
    }

private:
    const QTableView& m_view;
    const LedgerModel& m_model;
    const QStringList& m_texts;
};

QTableView* makeView(LedgerModel* model, QWidget* parent) {
    auto* view = new QTableView(parent);
    view->setModel(model);
    view->setItemDelegate(new LedgerDelegate(view));
    view->setShowGrid(false);
    view->setFrameShape(QFrame::NoFrame);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setSelectionMode(QAbstractItemView::SingleSelection);
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
    view->setTabKeyNavigation(false);
    view->setCornerButtonEnabled(false);
    view->verticalHeader()->hide();
    view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView* header = view->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionsClickable(true);
    header->setSortIndicatorShown(false);
    header->setMinimumSectionSize(24);
    return view;
}

} // namespace

LedgerTable::LedgerTable(std::vector<Column> columns, RowHeight height, QWidget* parent)
    : QWidget(parent)
    , m_model(new LedgerModel(std::move(columns), this))
    , m_view(makeView(m_model, this))
    , m_filter(new QLineEdit(this))
    , m_totals(new TotalsRow(*m_view, *m_model, m_totalTexts, this))
    , m_empty(makeLabel(TextRole::Body, {}, "text2", m_view))
    , m_height(height) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_filter);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_totals);
    m_filter->hide();
    m_filter->setPlaceholderText(tr("Only rows with …"));
    m_filter->setAccessibleName(m_filter->placeholderText());
    m_totals->hide();
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->hide();
    m_view->installEventFilter(this);
    m_view->viewport()->installEventFilter(this);
    m_filter->installEventFilter(this);
    setFocusProxy(m_view);

    connect(m_filter, &QLineEdit::textChanged, m_model, &LedgerModel::setFilter);
    connect(m_view->horizontalHeader(), &QHeaderView::sectionClicked, this, [this](int column) {
        const bool again = m_model->sortColumn() == column && m_model->sortOrder() == Qt::AscendingOrder;
        m_model->sort(column, again ? Qt::DescendingOrder : Qt::AscendingOrder);
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& current) { Q_EMIT currentChanged(m_model->idAt(current.row())); });
    connect(m_view, &QTableView::doubleClicked, this,
            [this](const QModelIndex& index) { Q_EMIT activated(m_model->idAt(index.row())); });
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        applyHeights();
        measureColumns();
        fitColumns();
        showEmptyText();
    });
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &LedgerTable::showEmptyText);
    connect(m_view->verticalScrollBar(), &QScrollBar::valueChanged, this, &LedgerTable::lookForEnd);
    connect(m_view->verticalScrollBar(), &QScrollBar::rangeChanged, this, &LedgerTable::lookForEnd);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &LedgerTable::lookForEnd);
    connect(m_view->horizontalHeader(), &QHeaderView::sectionResized, m_totals, qOverload<>(&QWidget::update));
    connect(m_view->horizontalScrollBar(), &QScrollBar::valueChanged, m_totals, qOverload<>(&QWidget::update));
    applyHeights();
    showEmptyText();
}

std::int64_t LedgerTable::currentId() const {
    return m_model->idAt(m_view->currentIndex().row());
}

void LedgerTable::select(std::int64_t id) {
    selectRow(m_model->rowOf(id));
}

void LedgerTable::selectRow(int row) {
    if (row >= 0 && row < m_model->rowCount())
        m_view->setCurrentIndex(m_model->index(row, 0));
}

void LedgerTable::setName(const QString& name) {
    setAccessibleName(name);
    m_view->setAccessibleName(name);
}

void LedgerTable::setTotals(const QStringList& texts) {
    m_totalTexts = texts;
    m_totals->setVisible(!texts.isEmpty());
    m_totals->setAccessibleName(texts.join(u' ').simplified());
    m_totals->update();
}

void LedgerTable::setEmptyText(const QString& text) {
    m_empty->setText(text);
    showEmptyText();
}

void LedgerTable::setVisibleRows(int rows) {
    m_visibleRows = rows;
    applyHeights();
}

QString LedgerTable::copied() const {
    QStringList lines;
    QStringList header;
    for (int column = 0; column < m_model->columnCount(); ++column)
        header << m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    lines << header.join(u'\t');
    for (const QModelIndex& selected : m_view->selectionModel()->selectedRows()) {
        QStringList fields;
        for (int column = 0; column < m_model->columnCount(); ++column)
            fields << m_model->index(selected.row(), column).data().toString();
        lines << fields.join(u'\t');
    }
    return lines.join(u'\n');
}

bool LedgerTable::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize && watched == m_view->viewport())
        fitColumns();
    if (event->type() != QEvent::KeyPress)
        return false;
    auto* pressed = static_cast<QKeyEvent*>(event);
    if (watched == m_view)
        return key(pressed);
    if (watched == m_filter && pressed->key() == Qt::Key_Escape) {
        m_filter->clear();
        m_filter->hide();
        m_view->setFocus();
        return true;
    }
    if (watched == m_filter && (pressed->key() == Qt::Key_Down || pressed->key() == Qt::Key_Return)) {
        m_view->setFocus();
        selectRow(0);
        return true;
    }
    return false;
}

bool LedgerTable::key(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy)) {
        QApplication::clipboard()->setText(copied());
        return true;
    }
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    if (event->key() == Qt::Key_Space && m_model->isTickable() && modifiers == Qt::NoModifier) {
        tickCurrent();
        return true;
    }
    if (event->key() == Qt::Key_A && modifiers == Qt::ControlModifier && m_model->isTickable()) {
        m_model->tickAll(m_model->ticked().size() != std::size_t(m_model->rowCount()));
        return true;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && modifiers == Qt::NoModifier &&
        currentId()) {
        if (!event->isAutoRepeat())
            Q_EMIT activated(currentId());
        return true;
    }
    const QString typed = event->text();
    const bool letters = !typed.isEmpty() && typed.front().isLetterOrNumber() && modifiers == Qt::NoModifier;
    if (letters && !m_model->isWindowed() && m_model->rowCount() > 0) {
        showFilter(typed);
        return true;
    }
    return false;
}

void LedgerTable::tickCurrent() {
    if (const std::int64_t id = currentId())
        m_model->setTicked(id, !m_model->isTicked(id));
}

void LedgerTable::showFilter(const QString& text) {
    m_filter->show();
    m_filter->setFocus();
    m_filter->setText(text);
}

// Titles, and what stands in the first rows; rows that would have to be fetched are not asked for.
void LedgerTable::measureColumns() {
    constexpr int rowsMeasured = 60;
    const int rows = m_model->isWindowed() ? 0 : std::min(rowsMeasured, m_model->rowCount());
    m_wanted.assign(std::size_t(m_model->columnCount()), 0);
    for (std::size_t column = 0; column < m_wanted.size(); ++column) {
        int& wanted = m_wanted[column];
        wanted =
            LedgerDelegate::widthOfTitle(m_model->headerData(int(column), Qt::Horizontal, Qt::DisplayRole).toString());
        for (int at = 0; at < rows && !m_model->columns()[column].mayElide; ++at) {
            const LedgerRow* row = m_model->row(at);
            const int tick = column == 0 && m_model->isTickable() ? LedgerDelegate::tickWidth : 0;
            if (row && column < row->cells.size())
                wanted = std::max(wanted, tick + LedgerDelegate::widthOf(row->cells[column]));
        }
    }
}

// No column is narrower than declared. What is left goes to those whose texts would be cut, the flexible one first
// unless it may elide, and the rest to the flexible one.
void LedgerTable::fitColumns() {
    const std::vector<Column>& columns = m_model->columns();
    if (m_wanted.size() != columns.size())
        measureColumns();
    int spare = m_view->viewport()->width();
    for (const Column& column : columns)
        spare -= column.width;
    const auto isFlexible = [](const Column& column) { return column.flexible; };
    const auto flexible = std::size_t(std::find_if(columns.begin(), columns.end(), isFlexible) - columns.begin());
    int reserved = 0;
    if (flexible < columns.size() && !columns[flexible].mayElide)
        reserved = std::clamp(m_wanted[flexible] - columns[flexible].width, 0, std::max(spare, 0));
    spare -= reserved;
    for (std::size_t at = 0; at < columns.size(); ++at) {
        if (at == flexible)
            continue;
        const int more = std::clamp(m_wanted[at] - columns[at].width, 0, std::max(spare, 0));
        spare -= more;
        m_view->setColumnWidth(int(at), columns[at].width + more);
    }
    if (flexible < columns.size())
        m_view->setColumnWidth(int(flexible), columns[flexible].width + reserved + std::max(spare, 0));
    m_totals->update();
}

void LedgerTable::applyHeights() {
    const Measures heights = measures();
    const int row = m_height == RowHeight::TwoLine   ? heights.twoLineRow
                    : m_height == RowHeight::Counter ? heights.counterRow
                                                     : heights.row;
    m_view->verticalHeader()->setDefaultSectionSize(row);
    m_view->horizontalHeader()->setFixedHeight(heights.header);
    if (m_visibleRows > 0)
        m_view->setFixedHeight(heights.header + m_visibleRows * row + 1);
}

void LedgerTable::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fitColumns();
    showEmptyText();
}

void LedgerTable::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        applyHeights();
}

void LedgerTable::showEmptyText() {
    const bool empty = m_model->rowCount() == 0 && !m_empty->text().isEmpty();
    m_empty->setVisible(empty);
    const int header = m_view->horizontalHeader()->height();
    m_empty->setGeometry(10, header, std::max(0, m_view->width() - 20), std::max(24, m_view->height() - header));
}

void LedgerTable::lookForEnd() {
    const QScrollBar& bar = *m_view->verticalScrollBar();
    const int rows = m_model->rowCount();
    if (rows > 0 && isVisible() && (bar.value() == bar.maximum() || m_view->currentIndex().row() == rows - 1))
        Q_EMIT endReached();
}

} // namespace meterhall::ui
