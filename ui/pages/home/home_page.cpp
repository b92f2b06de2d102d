#include "ui/pages/home/home_page.h"

#include "ui/pages/home/today_card.h"
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

std::vector<Column> atHandColumns() {
    return {{.title = HomePage::tr("What it is"), .width = 130},
            {.title = HomePage::tr("Where it was left"), .width = 300, .flexible = true, .mayElide = true}};
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
    , m_table(new LedgerTable(workColumns(), RowHeight::TwoLine))
    , m_atHand(new LedgerTable(atHandColumns(), RowHeight::TwoLine))
    , m_today(new TodayCard) {
    addKey(tr("Find"), Qt::Key_F2, [this] { Q_EMIT searchWanted(); });
    m_goOn = addKey(tr("Continue"), Qt::Key_F5, [this] { goOn(1); });
    addLookAgain(Qt::Key_F6, [this] { Q_EMIT workWanted(); });
    auto* work = new Card(tr("My work now"));
    work->setHint(tr("the most urgent first; Enter opens it"));
    work->addFlush(m_table, 1);
    auto* atHand = new Card(tr("Continue"));
    atHand->setHint(tr("what you were at last; F5 opens the first line"));
    atHand->addFlush(m_atHand, 1);
    m_atHand->setEmptyText(tr("Customers you open and work you leave half-way stand here."));
    auto* left = new QVBoxLayout;
    left->setSpacing(10);
    left->addWidget(work, 1);
    left->addWidget(atHand, 1);
    auto* across = new QHBoxLayout;
    across->setSpacing(10);
    across->addLayout(left, 1);
    across->addWidget(m_today);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 14, 14, 14);
    layout->setSpacing(10);
    layout->addWidget(m_error);
    layout->addLayout(across, 1);
    connect(m_table, &LedgerTable::activated, this, &HomePage::open);
    connect(m_atHand, &LedgerTable::activated, this, &HomePage::goOn);
    connect(&desk.workAtHand(), &WorkAtHand::changed, this, &HomePage::showAtHand);
    showAtHand();
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
    (m_lines.empty() && !m_continue.empty() ? m_atHand : m_table)->setFocus();
}

void HomePage::takeWork(const Result<services::MyWork>& work) {
    if (isVisible())
        readToday();
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

void HomePage::readToday() {
    desk().read(
        this, [](services::Session& session) { return services::myToday(session); },
        [this](const Result<services::MyToday>& today) {
            if (today.ok())
                m_today->show(todayLines(*today, desk().zone()));
            else
                m_error->show(today.error());
        });
}

void HomePage::showAtHand() {
    m_continue = continueLines(desk().workAtHand(), desk().may(Service::TakePayment) ? QStringLiteral("counter")
                                                                                     : QStringLiteral("customer"));
    std::vector<LedgerRow> rows;
    for (const ContinueLine& line : m_continue)
        rows.push_back({.id = std::int64_t(rows.size()) + 1,
                        .cells = {{.text = line.kind}, {.text = line.text, .second = line.detail, .icon = line.icon}}});
    m_atHand->model().setRows(std::move(rows));
    m_atHand->selectRow(0);
    m_goOn->setEnabled(!m_continue.empty());
}

void HomePage::goOn(std::int64_t line) {
    if (line > 0 && std::size_t(line) <= m_continue.size())
        Q_EMIT visitWanted(Visit(m_continue[std::size_t(line) - 1].visit));
}

void HomePage::open() {
    const auto line = std::find_if(m_lines.begin(), m_lines.end(),
                                   [this](const WorkLine& one) { return one.kind == m_table->currentId(); });
    if (line != m_lines.end() && !line->page.isEmpty())
        Q_EMIT visitWanted({.page = line->page});
}

} // namespace meterhall::ui
