#include "ui/pages/home/home_page.h"

#include "ui/shell/desk.h"
#include "ui/shell/error_bar.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/ledger_table.h"
#include "ui/widgets/text_forms.h"

#include <QTableView>
#include <QVBoxLayout>

namespace meterhall::ui {

namespace {

std::vector<Column> workColumns() {
    return {{.title = HomePage::tr("How many"), .width = 130},
            {.title = HomePage::tr("What waits"), .width = 300, .flexible = true}};
}

LedgerRow workRow(const WorkLine& line) {
    return {
        .id = line.kind,
        .cells = {{.text = countText(line.count), .badge = line.state}, {.text = line.text, .second = line.detail}}};
}

} // namespace

HomePage::HomePage(Desk& desk, QWidget* parent)
    : Page(desk, parent)
    , m_error(new ErrorBar)
    , m_card(new Card(tr("My work now")))
    , m_table(new LedgerTable(workColumns(), RowHeight::TwoLine)) {
    addKey(tr("Find"), Qt::Key_F2, [this] { Q_EMIT searchWanted(); });
    addLookAgain(Qt::Key_F6, [this] { Q_EMIT workWanted(); });
    m_card->setHint(tr("the most urgent first; Enter opens it"));
    m_card->addFlush(m_table, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 14, 14, 14);
    layout->setSpacing(10);
    layout->addWidget(m_error);
    layout->addWidget(m_card, 1);
    connect(m_table, &LedgerTable::activated, this, &HomePage::open);
}

QString HomePage::context() const {
    return dayText(desk().businessDay());
}

void HomePage::enter(const Visit&) {
    Q_EMIT workWanted();
}

bool HomePage::stepBack() {
    const bool shown = m_error->isShown();
    m_error->clear();
    return shown;
}

void HomePage::focusFirst() {
    m_table->setFocus();
}

void HomePage::takeWork(const Result<services::MyWork>& work) {
    if (work.ok()) {
        show(*work);
        tellRead();
    } else {
        m_error->show(work.error());
    }
}

void HomePage::show(const services::MyWork& work) {
    m_lines = workLines(work, desk().businessDay());
    const std::int64_t selected = m_table->currentId();
    std::vector<LedgerRow> rows;
    for (const WorkLine& line : m_lines)
        rows.push_back(workRow(line));
    m_table->setEmptyText(tr("Nothing waits for you. Ctrl K finds a customer or a page."));
    m_table->model().setRows(std::move(rows));
    m_table->select(selected);
    if (m_table->currentId() == 0)
        m_table->selectRow(0);
}

void HomePage::open() {
    const auto line = std::find_if(m_lines.begin(), m_lines.end(),
                                   [this](const WorkLine& one) { return one.kind == m_table->currentId(); });
    if (line != m_lines.end() && !line->page.isEmpty())
        Q_EMIT visitWanted({.page = line->page});
}

} // namespace meterhall::ui
