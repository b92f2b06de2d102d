#include "ui/pages/billing/billing_page.h"

#include "core/services/open_bills.h"
#include "ui/pages/billing/row_card.h"
#include "ui/pages/billing/run_card.h"
#include "ui/pages/billing/run_rows.h"
#include "ui/pages/billing/run_words.h"
#include "ui/pages/parts/bill_explanation.h"
#include "ui/pages/parts/why_card.h"
#include "ui/shell/desk.h"
#include "ui/shell/error_bar.h"
#include "ui/theme/theme.h"
#include "ui/widgets/ledger_table.h"
#include "ui/widgets/number_edit.h"
#include "ui/widgets/text_forms.h"

#include <QHBoxLayout>
#include <QTableView>
#include <QVBoxLayout>

namespace meterhall::ui {

using services::BookRun;
using services::ChangedAccount;
using services::RunOverview;
using services::RunStage;

namespace {

constexpr int booksWidth = 396;

std::vector<Column> bookColumns() {
    return {{.title = BillingPage::tr("Book"), .width = 72, .flexible = true},
            {.title = BillingPage::tr("Run"), .width = 118},
            {.title = BillingPage::tr("Bills"), .width = 84, .number = true},
            {.title = BillingPage::tr("Total"), .width = 112, .number = true}};
}

LedgerRow bookLine(const BookRun& book) {
    const StageLook look = stageLook(book.stage());
    Cell bills;
    Cell total;
    if (book.newest) {
        bills.text = countText(book.newest->ready);
        if (book.newest->held > 0)
            bills.second = BillingPage::tr("%n held", nullptr, book.newest->held);
        total.text = amountText(book.newest->readyTotal);
    }
    // What earlier runs of the month issued is not in the newest one.
    if (book.issuedInMonth > (book.newest ? book.newest->issued : 0))
        total.second = BillingPage::tr("%1 posted").arg(amountText(book.issuedTotalInMonth));
    return {
        .id = book.book.raw(),
        .cells = {
            {.text = book.bookNumber, .second = book.reader}, {.text = look.word, .badge = look.state}, bills, total}};
}

QString postingName(std::int64_t run) {
    return QStringLiteral("billing-run-%1").arg(run);
}

/// Posts a run step by step. A step that only met refused accounts is followed by a longer one, so that every run ends.
class Posting {
public:
    Posting(std::int64_t run, int issued, int ready)
        : m_run(run)
        , m_issued(issued)
        , m_ready(ready) {}

    Result<LongRun::Progress> operator()(services::Session& session) {
        MH_TRY(const services::IssueResult step, services::issueBills(session, m_run, m_chunks));
        m_issued += step.issued;
        m_chunks = step.issued > 0 ? 1 : m_chunks * 2;
        return LongRun::Progress{.done = m_issued, .total = m_ready, .finished = step.finished};
    }

private:
    std::int64_t m_run;
    int m_issued;
    int m_ready;
    int m_chunks = 1;
};

/// The month somebody most probably wants: the one before as long as a run of it is not over.
Result<AccountingMonth> monthAtWork(services::Session& session, AccountingMonth current) {
    MH_TRY(const AccountingMonth before, current.previous());
    MH_TRY(const auto runs, services::bookRuns(session, before));
    const bool open = std::any_of(runs.begin(), runs.end(),
                                  [](const BookRun& book) { return book.newest && book.stage() != RunStage::Issued; });
    return open ? before : current;
}

} // namespace

BillingPage::BillingPage(Desk& desk, QWidget* parent)
    : Page(desk, parent)
    , m_monthEdit(new MonthEdit(AccountingMonth::containing(desk.businessDay())))
    , m_books(new LedgerTable(bookColumns(), RowHeight::TwoLine))
    , m_error(new ErrorBar)
    , m_table(new LedgerTable(runColumns()))
    , m_rows(new RunRows(desk, *m_table, this))
    , m_row(new RowCard)
    , m_why(new WhyCard)
    , m_month(AccountingMonth::containing(desk.businessDay())) {
    m_table->setObjectName(QStringLiteral("accounts"));
    addKeys();
    auto* across = new QHBoxLayout(this);
    across->setContentsMargins(14, 14, 14, 14);
    across->setSpacing(10);
    across->addWidget(buildLeft());
    across->addWidget(buildRight(), 1);
    connect(m_monthEdit, &MonthEdit::valueEdited, this, [this] {
        if (const auto month = m_monthEdit->value(); month.ok() && *month != m_month)
            setMonth(*month);
    });
    connect(m_books, &LedgerTable::currentChanged, this, &BillingPage::openBook);
    connect(m_books, &LedgerTable::activated, this, [this] { m_table->setFocus(); });
    connect(m_table, &LedgerTable::currentChanged, this, &BillingPage::showRow);
    connect(m_table, &LedgerTable::activated, this, &BillingPage::openCustomer);
    connect(m_rows, &RunRows::arrived, this, [this] {
        showRow();
        showHead();
    });
    connect(m_rows, &RunRows::failed, this, [this](const Error& error) { m_error->show(error); });
    for (const QPointer<LongRun>& run : desk.runs()) {
        if (run && run->objectName().startsWith(postingName(0).chopped(1)))
            watch(run);
    }
    showHead();
    showRow();
}

void BillingPage::addKeys() {
    m_draft = addKey(
        tr("Compute bills"), Qt::Key_F7, [this] { draft(); }, "refresh", Token::AccentText);
    m_check = addKey(
        tr("Check bills"), Qt::Key_F8, [this] { check(); }, "check", Token::AccentText);
    m_post = addKey(
        tr("Post bills"), Qt::CTRL | Qt::Key_Return, [this] { post(); }, "check", Token::AccentText);
    addKey(tr("Month"), Qt::CTRL | Qt::Key_1, [this] { m_monthEdit->setFocus(Qt::ShortcutFocusReason); });
    addKey(tr("Books"), Qt::CTRL | Qt::Key_2, [this] { m_books->setFocus(); });
    addKey(tr("Accounts"), Qt::CTRL | Qt::Key_3, [this] { m_table->setFocus(); });
    m_customer = addKey(tr("Customer"), Qt::CTRL | Qt::Key_G, [this] { openCustomer(); });
    m_compare = addKey(tr("Explain and compare"), Qt::CTRL | Qt::Key_D, [this] { explainRow(); });
    addKey(tr("Find"), Qt::Key_F2, [this] { Q_EMIT searchWanted(); });
}

QWidget* BillingPage::buildLeft() {
    auto* left = new Card(tr("Books"));
    m_monthEdit->setAccessibleName(tr("Accounting month"));
    m_monthEdit->setToolTip(tr("Arrow keys step through the months."));
    left->addToTitle(m_monthEdit);
    left->addFlush(m_books, 1);
    left->setFixedWidth(booksWidth);
    m_books->setEmptyText(tr("There are no books. Import the archive first."));
    return left;
}

QWidget* BillingPage::buildRight() {
    auto* right = new QWidget;
    auto* layout = new QVBoxLayout(right);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    m_head = new RunCard(m_draft, m_check, m_post, desk().zone());
    m_rowsCard = new Card(tr("Accounts"));
    m_rowsCard->setHint(tr("those with a reason first; held ones are kept and block nobody"));
    m_rowsCard->addFlush(m_table, 1);
    layout->addWidget(m_error);
    layout->addWidget(m_head);
    layout->addWidget(m_rowsCard, 1);
    layout->addWidget(m_row);
    layout->addWidget(m_why);
    m_why->hide();
    return right;
}

QString BillingPage::context() const {
    const BookRun* shown = book();
    return shown ? tr("%1, book %2").arg(m_month.toString(), shown->bookNumber) : m_month.toString();
}

void BillingPage::enter(const Visit& visit) {
    if (visit.subject != 0)
        openRun(visit.subject);
    else if (!m_monthKnown)
        findMonth();
    else
        readBooks();
}

void BillingPage::describe(Visit& visit) const {
    visit.subject = m_run ? m_run->head.run : 0;
}

bool BillingPage::stepBack() {
    if (m_error->isShown()) {
        m_error->clear();
        return true;
    }
    if (LongRun* run = posting(); run && run->phase() == LongRun::Phase::Running) {
        run->pause();
        return true;
    }
    return false;
}

void BillingPage::focusFirst() {
    m_books->setFocus();
}

void BillingPage::findMonth() {
    desk().read(
        this, [current = m_month](services::Session& session) { return monthAtWork(session, current); },
        [this](const Result<AccountingMonth>& month) { setMonth(month.ok() ? *month : m_month); });
}

void BillingPage::openRun(std::int64_t run) {
    desk().read(
        this, [run](services::Session& session) { return services::runOverview(session, run); },
        [this](const Result<RunOverview>& found) {
            if (!found.ok()) {
                m_error->show(found.error());
                return;
            }
            m_book = found->head.book;
            setMonth(found->head.month);
        });
}

void BillingPage::setMonth(AccountingMonth month) {
    m_monthKnown = true;
    m_month = month;
    if (const auto shown = m_monthEdit->value(); !shown.ok() || *shown != month)
        m_monthEdit->setValue(month);
    readBooks();
}

void BillingPage::readBooks() {
    const int question = ++m_question;
    desk().read(
        this, [month = m_month](services::Session& session) { return services::bookRuns(session, month); },
        [this, question](Result<std::vector<BookRun>> books) {
            if (question != m_question)
                return;
            if (books.ok())
                showBooks(std::move(*books));
            else
                m_error->show(books.error());
        });
}

void BillingPage::showBooks(std::vector<BookRun> books) {
    m_bookRuns = std::move(books);
    std::vector<LedgerRow> lines;
    for (const BookRun& book : m_bookRuns)
        lines.push_back(bookLine(book));
    {
        const QSignalBlocker quiet(m_books);
        m_books->model().setRows(std::move(lines));
    }
    if (!book() && !m_bookRuns.empty()) {
        const auto atWork = std::find_if(m_bookRuns.begin(), m_bookRuns.end(), [](const BookRun& book) {
            return book.newest && book.stage() != RunStage::Issued;
        });
        m_book = (atWork == m_bookRuns.end() ? m_bookRuns.begin() : atWork)->book;
    }
    const BookId chosen = m_book.value_or(BookId::fromRaw(0));
    {
        const QSignalBlocker quiet(m_books);
        m_books->select(chosen.raw());
    }
    openBook(chosen.raw());
}

const BookRun* BillingPage::book() const {
    const auto found =
        std::find_if(m_bookRuns.begin(), m_bookRuns.end(), [this](const BookRun& book) { return m_book == book.book; });
    return found == m_bookRuns.end() ? nullptr : &*found;
}

void BillingPage::openBook(std::int64_t id) {
    if (id == 0)
        return;
    const bool another = !m_book || m_book->raw() != id;
    m_book = BookId::fromRaw(id);
    if (another)
        m_error->clear();
    m_changed.reset();
    const BookRun* chosen = book();
    if (chosen && chosen->newest) {
        m_table->setEmptyText({});
        readRun(chosen->newest->run);
    } else {
        ++m_question;
        m_run.reset();
        m_table->setEmptyText(tr("Nothing is computed for this book. F7 computes its bills."));
        m_rows->clear();
        showRow();
        showHead();
    }
    Q_EMIT contextChanged();
}

void BillingPage::readRun(std::int64_t run) {
    const int question = ++m_question;
    desk().read(
        this, [run](services::Session& session) { return services::runOverview(session, run); },
        [this, question](Result<RunOverview> found) {
            if (question != m_question)
                return;
            if (found.ok())
                showRun(std::move(*found));
            else
                m_error->show(found.error());
        });
}

void BillingPage::showRun(RunOverview run) {
    m_run = std::move(run);
    m_rows->show(*m_run);
    showRow();
    showHead();
    noteProgress();
    look();
}

void BillingPage::noteProgress() {
    WorkAtHand& work = desk().workAtHand();
    const services::RunHead& run = m_run->head;
    const QString page = QStringLiteral("billing");
    if (run.stage == RunStage::Issued)
        work.finish(page, run.run);
    else
        work.begin({.page = page,
                    .subject = run.run,
                    .name = QStringLiteral("%1 %2").arg(run.month.toString(), book() ? book()->bookNumber : QString()),
                    .waiting = run.ready - run.issued});
}

// As long as drafting: it runs beside everything else, one at a time, and its answer counts only for the run it was
// asked for.
void BillingPage::look() {
    if (m_looking || !m_run || m_run->head.stage == RunStage::Issuing || m_run->head.stage == RunStage::Issued)
        return;
    m_looking = true;
    desk().read(
        this, [run = m_run->head.run](services::Session& session) { return services::changedSinceDraft(session, run); },
        [this, run = m_run->head.run, question = m_question](Result<std::vector<ChangedAccount>> changed) {
            m_looking = false;
            if (question != m_question || !m_run || m_run->head.run != run) {
                look();
                return;
            }
            if (changed.ok())
                m_changed = std::move(*changed);
            else
                m_error->show(changed.error());
            showHead();
        });
}

void BillingPage::showHead() {
    RunShown shown;
    shown.book = book();
    shown.run = m_run ? &*m_run : nullptr;
    shown.posting = posting();
    if (m_changed)
        shown.changed = int(m_changed->size());
    shown.refused = m_rows->refused();
    shown.mineToCheck = m_run && desk().may(Service::CheckBills) && m_run->head.draftedBy.id != desk().who().id;
    enableKeys();
    m_head->show(shown);
}

void BillingPage::enableKeys() {
    const LongRun* run = posting();
    const RunStage stage = m_run ? m_run->head.stage : RunStage::None;
    const bool free = book() && !m_writing && !run;
    const int changed = m_changed ? int(m_changed->size()) : 0;
    const bool again = changed > 0 && (stage == RunStage::Drafted || stage == RunStage::Checked);
    m_draft->setText(again                       ? tr("Compute %n again", nullptr, changed)
                     : stage == RunStage::None   ? tr("Compute bills")
                     : stage == RunStage::Issued ? tr("Compute the rest")
                                                 : tr("Compute all again"));
    m_draft->setEnabled(free && desk().may(Service::DraftBills) && stage != RunStage::Issuing);
    m_check->setEnabled(free && desk().may(Service::CheckBills) && stage == RunStage::Drafted);
    const bool paused = run && run->phase() == LongRun::Phase::Paused;
    m_post->setText(paused || stage == RunStage::Issuing ? tr("Go on posting")
                    : m_run                              ? tr("Post %n bill(s)", nullptr, m_run->head.ready)
                                                         : tr("Post bills"));
    m_post->setEnabled(paused || (free && desk().may(Service::IssueBills) &&
                                  (stage == RunStage::Checked || stage == RunStage::Issuing)));
    m_customer->setEnabled(desk().may(Service::FindCustomer) && m_rows->row(m_table->currentId()));
}

void BillingPage::showRow() {
    const std::int64_t ordinal = m_table->currentId();
    const services::RunRow* row = ordinal ? m_rows->row(ordinal) : nullptr;
    m_customer->setEnabled(row && desk().may(Service::FindCustomer));
    m_compare->setEnabled(row && row->bill && desk().may(Service::FindCustomer));
    if (!row || !row->bill) {
        m_why->hide();
        m_row->setVisible(true);
        if (row)
            m_row->show(*row);
        else
            m_row->clear();
        return;
    }
    desk().read(
        this, [bill = *row->bill](services::Session& session) { return services::billArithmetic(session, bill); },
        [this, ordinal](const Result<services::BillArithmetic>& bill) {
            if (!bill.ok() || m_table->currentId() != ordinal)
                return;
            m_why->show(*bill);
            m_row->hide();
            m_why->setVisible(true);
        });
}

void BillingPage::draft() {
    const BookRun* chosen = book();
    if (!chosen || m_writing)
        return;
    m_writing = true;
    m_error->clear();
    const RunStage stage = m_run ? m_run->head.stage : RunStage::None;
    const QString what = tr("Computing book %1").arg(chosen->bookNumber);
    if (m_changed && !m_changed->empty() && (stage == RunStage::Drafted || stage == RunStage::Checked)) {
        std::vector<AccountId> accounts;
        for (const ChangedAccount& account : *m_changed)
            accounts.push_back(account.account);
        desk().write(
            what, this,
            [run = m_run->head.run, accounts](services::Session& session) {
                return services::draftAgain(session, run, accounts);
            },
            [this](const Result<services::RunSummary>& run) { drafted(run); });
    } else {
        desk().write(
            what, this,
            [book = chosen->book, month = m_month](services::Session& session) {
                return services::draftBills(session, book, month);
            },
            [this](const Result<services::RunSummary>& run) { drafted(run); });
    }
    enableKeys();
}

void BillingPage::drafted(const Result<services::RunSummary>& run) {
    m_writing = false;
    if (run.ok())
        Q_EMIT toastWanted(tr("Computed: %n bill(s), total %1.", nullptr, run->billable).arg(amountText(run->total)),
                           {});
    else
        m_error->show(run.error());
    readBooks();
}

void BillingPage::check() {
    if (!m_run || m_writing)
        return;
    m_writing = true;
    m_error->clear();
    enableKeys();
    desk().write(
        tr("Check of book %1").arg(book()->bookNumber), this,
        [run = m_run->head.run](services::Session& session) -> Result<Date> {
            MH_CHECK(services::checkBills(session, run));
            return session.businessDay();
        },
        [this](const Result<Date>& checked) {
            m_writing = false;
            if (checked.ok())
                Q_EMIT toastWanted(tr("Checked. Ctrl Enter posts the bills."), {});
            else
                m_error->show(checked.error());
            readBooks();
        });
}

LongRun* BillingPage::posting() const {
    if (!m_run)
        return nullptr;
    for (const QPointer<LongRun>& run : desk().runs()) {
        if (run && !run->isOver() && run->objectName() == postingName(m_run->head.run))
            return run;
    }
    return nullptr;
}

void BillingPage::post() {
    if (LongRun* paused = posting()) {
        paused->resume();
        return;
    }
    if (!m_run || m_writing)
        return;
    m_error->clear();
    const services::RunHead& head = m_run->head;
    LongRun* run =
        desk().start(tr("Posting book %1").arg(book()->bookNumber), Posting(head.run, head.issued, head.ready));
    run->setObjectName(postingName(head.run));
    m_run->head.stage = RunStage::Issuing;
    watch(run);
    showHead();
}

void BillingPage::watch(LongRun* run) {
    connect(run, &LongRun::changed, this, [this, run] { postingChanged(run); });
}

void BillingPage::postingChanged(LongRun* run) {
    if (!run->isOver()) {
        showHead();
        return;
    }
    if (run->phase() == LongRun::Phase::Failed && run->error())
        m_error->show(*run->error());
    if (run->phase() == LongRun::Phase::Finished)
        Q_EMIT toastWanted(tr("%1: done.").arg(run->title()), {});
    readBooks();
}

void BillingPage::explainRow() {
    const services::RunRow* row = m_rows->row(m_table->currentId());
    if (row && row->bill)
        ui::explainBill(*this, row->bill->raw());
}

void BillingPage::openCustomer() {
    if (const services::RunRow* row = m_rows->row(m_table->currentId()))
        Q_EMIT visitWanted({.page = QStringLiteral("customer"), .account = row->account});
}

} // namespace meterhall::ui
