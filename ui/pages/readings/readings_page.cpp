#include "ui/pages/readings/readings_page.h"

#include "ui/pages/readings/reason_words.h"
#include "ui/shell/desk.h"
#include "ui/shell/error_bar.h"
#include "ui/theme/theme.h"
#include "ui/widgets/key_cap.h"
#include "ui/widgets/ledger_table.h"
#include "ui/widgets/text_forms.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <numeric>

namespace meterhall::ui {

using services::BookExceptions;
using services::ExceptionItem;
using services::ReadingCard;

namespace {

constexpr int readAtOnce = 300; ///< so many in all books are one queue; more are looked at book by book
constexpr int cardsAtOnce = 20;
constexpr int leftWidth = 190;
constexpr int cardWidth = 336;

std::vector<Column> reasonColumns() {
    return {{.title = ReadingsPage::tr("Why"), .width = 110, .flexible = true},
            {.title = ReadingsPage::tr("Waits"), .width = 62, .number = true}};
}

std::vector<Column> bookCountColumns() {
    return {{.title = ReadingsPage::tr("Book"), .width = 110, .flexible = true},
            {.title = ReadingsPage::tr("Waits"), .width = 62, .number = true}};
}

LedgerRow countRow(std::int64_t id, const QString& words, int count) {
    return {.id = id, .cells = {{.text = words}, {.text = countText(count), .order = count}}};
}

} // namespace

ReadingsPage::ReadingsPage(Desk& desk, QWidget* parent)
    : Page(desk, parent)
    , m_error(new ErrorBar)
    , m_reasons(new LedgerTable(reasonColumns()))
    , m_books(new LedgerTable(bookCountColumns()))
    , m_queueCard(new Card(tr("Waiting readings")))
    , m_table(new LedgerTable(queueColumns(), RowHeight::TwoLine))
    , m_sum(makeLabel(TextRole::Label, {}, "text2"))
    , m_undoWords(makeLabel(TextRole::Label, {}, "text2")) {
    addKeys();
    m_card = new ExceptionCard({m_accept, m_reject, m_correct}, desk.zone());
    m_card->setFixedWidth(cardWidth);
    auto* across = new QHBoxLayout(this);
    across->setContentsMargins(14, 14, 14, 14);
    across->setSpacing(10);
    across->addWidget(buildLeft());
    across->addWidget(buildMiddle(), 1);
    across->addWidget(m_card);
    connect(m_table, &LedgerTable::currentChanged, this, [this] { showSelected(); });
    connect(&m_table->model(), &LedgerModel::tickedChanged, this, &ReadingsPage::showTicked);
    connect(m_reasons, &LedgerTable::currentChanged, this, [this](std::int64_t id) {
        if (m_filling || id <= 0)
            return;
        m_reason = m_reasonNames[std::size_t(id - 1)];
        showQueue();
    });
    connect(m_books, &LedgerTable::currentChanged, this, [this](std::int64_t id) {
        if (m_filling || id == 0)
            return;
        m_book = id < 0 ? std::nullopt : std::optional(BookId::fromRaw(id));
        readQueue();
    });
    allow();
}

void ReadingsPage::addKeys() {
    addKey(tr("Find"), Qt::Key_F2, [this] { Q_EMIT searchWanted(); });
    m_accept = addKey(
        tr("Accept"), {}, [this] { confirm(); }, "check", Token::AccentText);
    m_accept->setShortcuts({QKeySequence(Qt::Key_Return), QKeySequence(Qt::Key_Enter)});
    m_reject = addKey(tr("Reject"), Qt::Key_F6, [this] { m_card->open(ExceptionCard::Form::Reject), allow(); });
    m_correct =
        addKey(tr("Type the dial"), Qt::Key_F8, [this] { m_card->open(ExceptionCard::Form::Correct), allow(); });
    m_tick = addKey(tr("Tick"), Qt::Key_Space, [this] {
        if (const auto reading = selected())
            m_table->model().setTicked(reading->raw(), !m_table->model().isTicked(reading->raw()));
    });
    m_tickRight = addKey(tr("Tick the likely ones"), Qt::CTRL | Qt::Key_A, [this] { tickRight(); });
    m_acceptTicked = addKey(
        tr("Accept the ticked"), Qt::CTRL | Qt::Key_Return, [this] { acceptTicked(); }, "check", Token::AccentText);
    m_undo = addKey(
        tr("Take back"), Qt::CTRL | Qt::Key_Z, [this] { undo(); }, "undo");
    addKey(tr("Reasons"), Qt::CTRL | Qt::Key_1, [this] { m_reasons->setFocus(); });
    addKey(tr("Books"), Qt::CTRL | Qt::Key_2, [this] { m_books->setFocus(); });
}

QWidget* ReadingsPage::buildLeft() {
    auto* left = new QWidget;
    left->setFixedWidth(leftWidth);
    auto* layout = new QVBoxLayout(left);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    auto* reasons = new Card(tr("By reason"));
    reasons->addFlush(m_reasons, 1);
    auto* books = new Card(tr("By book"));
    books->addFlush(m_books, 1);
    layout->addWidget(reasons, 3);
    layout->addWidget(books, 2);
    return left;
}

QWidget* ReadingsPage::buildMiddle() {
    auto* middle = new QWidget;
    auto* layout = new QVBoxLayout(middle);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    layout->addWidget(m_error);
    auto* accept = new KeyButton(m_acceptTicked);
    accept->setKind("primary");
    accept->setFocusPolicy(Qt::NoFocus);
    m_queueCard->addToTitle(accept);
    m_table->model().setTickable(true);
    m_queueCard->addFlush(m_table, 1);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(0, 4, 0, 4);
    m_sum->setWordWrap(true);
    foot->addWidget(m_sum, 1);
    foot->addWidget(m_undoWords);
    m_queueCard->body()->addLayout(foot);
    layout->addWidget(m_queueCard, 1);
    return middle;
}

QString ReadingsPage::context() const {
    return waiting() == 0 ? tr("nothing waits") : tr("%n waiting", nullptr, waiting());
}

int ReadingsPage::waiting() const {
    return std::accumulate(m_counts.begin(), m_counts.end(), 0,
                           [](int sum, const BookExceptions& book) { return sum + book.readings; });
}

void ReadingsPage::enter(const Visit& visit) {
    if (visit.subject != 0)
        m_wanted = ReadingId::fromRaw(visit.subject);
    readCounts();
}

void ReadingsPage::describe(Visit& visit) const {
    visit.subject = std::max<std::int64_t>(m_table->currentId(), 0);
}

// A review is under way once something was decided, until nothing waits.
void ReadingsPage::noteProgress() {
    const QString page = QStringLiteral("readings");
    if (waiting() == 0)
        desk().workAtHand().finish(page, 0);
    else if (m_accepted + m_rejected + m_corrected > 0)
        desk().workAtHand().begin({.page = page, .waiting = waiting()});
}

bool ReadingsPage::stepBack() {
    if (m_card->form() != ExceptionCard::Form::None) {
        m_card->open(ExceptionCard::Form::None);
        m_table->setFocus();
        allow();
        return true;
    }
    if (m_error->isShown()) {
        m_error->clear();
        return true;
    }
    if (!m_table->model().ticked().empty()) {
        m_table->model().tickAll(false);
        return true;
    }
    return false;
}

void ReadingsPage::focusFirst() {
    m_table->setFocus();
}

void ReadingsPage::readCounts() {
    desk().read(
        this, [](services::Session& session) { return services::exceptionsByBook(session); },
        [this](Result<std::vector<BookExceptions>> counts) {
            if (counts.ok())
                showCounts(std::move(*counts));
            else
                failed(counts.error());
        });
}

void ReadingsPage::showCounts(std::vector<BookExceptions> counts) {
    m_counts = std::move(counts);
    const bool gone = m_book && std::none_of(m_counts.begin(), m_counts.end(),
                                             [this](const BookExceptions& book) { return book.book == *m_book; });
    if (!m_bookChosen || gone)
        m_book = waiting() > readAtOnce ? std::optional(m_counts.front().book) : std::nullopt;
    m_bookChosen = true;
    showBooks();
    readQueue();
    noteProgress();
    Q_EMIT contextChanged();
}

void ReadingsPage::showBooks() {
    std::vector<LedgerRow> rows;
    if (waiting() <= readAtOnce)
        rows.push_back(countRow(-1, tr("All books"), waiting()));
    for (const BookExceptions& book : m_counts)
        rows.push_back(countRow(book.book.raw(), book.bookNumber, book.readings));
    m_filling = true;
    m_books->model().setRows(std::move(rows));
    m_books->select(m_book ? m_book->raw() : -1);
    m_filling = false;
}

void ReadingsPage::readQueue() {
    const int question = ++m_question;
    desk().read(
        this, [book = m_book](services::Session& session) { return services::readingExceptions(session, book); },
        [this, question](Result<std::vector<ExceptionItem>> items) {
            if (question != m_question)
                return;
            if (!items.ok()) {
                failed(items.error());
                return;
            }
            m_queue.setItems(std::move(*items));
            showQueue();
        });
}

void ReadingsPage::showReasons() {
    const std::map<QString, int> counts = m_queue.byReason();
    if (!counts.contains(m_reason))
        m_reason.clear();
    m_reasonNames = {QString()};
    std::vector<LedgerRow> rows{countRow(1, tr("All reasons"), int(m_queue.items().size()))};
    std::int64_t chosen = 1;
    for (const auto& [name, count] : counts) {
        m_reasonNames.push_back(name);
        const auto id = std::int64_t(m_reasonNames.size());
        rows.push_back(countRow(id, reasonTitle(name), count));
        if (name == m_reason)
            chosen = id;
    }
    m_filling = true;
    m_reasons->model().setRows(std::move(rows));
    m_reasons->select(chosen);
    m_filling = false;
}

void ReadingsPage::showQueue() {
    const int row = std::max(m_table->view().currentIndex().row(), 0);
    const std::int64_t before = m_wanted ? m_wanted->raw() : m_table->currentId();
    showReasons();
    m_queueCard->setTitle(m_reason.isEmpty() ? tr("Waiting readings") : reasonTitle(m_reason));
    m_queueCard->setHint(tr("the least doubted first"));
    m_table->setEmptyText(doneWords());
    m_filling = true;
    m_table->model().setRows(m_queue.rows(m_reason));
    m_filling = false;
    const int kept = m_table->model().rowOf(before);
    if (kept < 0 && m_wanted)
        showForeign(*m_wanted);
    m_table->selectRow(kept >= 0 ? kept : std::min(row, m_table->model().rowCount() - 1));
    m_wanted.reset();
    showSelected();
    showTicked();
    readCards();
}

// The rows stand at once with what the queue knows; names, dials and uses come after, some at a time.
void ReadingsPage::readCards() {
    const std::vector<ReadingId> wanted = m_queue.withoutCard(m_reason, std::size_t(cardsAtOnce));
    if (wanted.empty())
        return;
    desk().read(
        this,
        [wanted](services::Session& session) -> Result<std::vector<ReadingCard>> {
            std::vector<ReadingCard> cards;
            for (const ReadingId reading : wanted) {
                MH_TRY(ReadingCard card, services::readingCard(session, reading));
                cards.push_back(std::move(card));
            }
            return cards;
        },
        [this, question = m_question](Result<std::vector<ReadingCard>> cards) {
            if (question != m_question)
                return;
            if (cards.ok())
                cardsCame(std::move(*cards));
            else
                failed(cards.error());
        });
}

void ReadingsPage::cardsCame(std::vector<ReadingCard> cards) {
    const auto current = selected();
    bool isCurrent = false;
    for (ReadingCard& card : cards) {
        const ReadingId reading = card.reading;
        const ExceptionItem* item = m_queue.item(reading);
        if (!item) // decided meanwhile
            continue;
        isCurrent = isCurrent || current == reading;
        m_queue.addCard(std::move(card));
        m_table->model().updateRow(m_queue.row(*item));
    }
    if (isCurrent)
        showSelected();
    showTicked();
    readCards();
}

std::optional<ReadingId> ReadingsPage::selected() const {
    const std::int64_t id = m_table->currentId();
    return id == 0 ? std::nullopt : std::optional(ReadingId::fromRaw(id));
}

void ReadingsPage::showSelected() {
    if (m_filling)
        return;
    const auto reading = selected();
    const ReadingCard* card = reading ? m_queue.card(*reading) : nullptr;
    if (card)
        m_card->show(*card);
    else
        m_card->clear();
    allow();
}

// Somebody came here for a reading that does not wait.
void ReadingsPage::showForeign(ReadingId reading) {
    desk().read(
        this, [reading](services::Session& session) { return services::readingCard(session, reading); },
        [this](const Result<ReadingCard>& card) {
            if (!card.ok()) {
                failed(card.error());
                return;
            }
            m_table->view().setCurrentIndex({});
            m_card->show(*card);
            allow();
        });
}

void ReadingsPage::showTicked() {
    const std::set<std::int64_t>& ticked = m_table->model().ticked();
    m_acceptTicked->setText(ticked.empty() ? tr("Accept the ticked")
                                           : tr("Accept %n ticked", nullptr, int(ticked.size())));
    const ReadingQueue::Uses uses = m_queue.uses(ticked);
    QString words;
    if (ticked.empty())
        words = tr("Space ticks a row.");
    else if (uses.without == 0)
        words = tr("%n ticked, %1 together, none billed yet", nullptr, int(ticked.size())).arg(uses.text);
    else
        words = tr("%n ticked, %1 together; of %2 no use is known", nullptr, int(ticked.size()))
                    .arg(uses.text.isEmpty() ? QStringLiteral("0") : uses.text)
                    .arg(uses.without);
    m_sum->setText(words);
    allow();
}

void ReadingsPage::allow() {
    using Form = ExceptionCard::Form;
    const auto reading = selected();
    const ReadingCard* card = reading ? m_queue.card(*reading) : nullptr;
    const Form form = m_card->form();
    const bool open = card && !card->billed && !card->decision && !m_busy;
    const bool free = open && form == Form::None;
    m_accept->setText(form == Form::Reject    ? tr("Reject")
                      : form == Form::Correct ? tr("Take this dial")
                                              : tr("Accept"));
    m_accept->setEnabled(open);
    m_reject->setEnabled(free);
    m_correct->setEnabled(free);
    m_tick->setEnabled(reading && form == Form::None);
    m_tickRight->setEnabled(m_table->model().rowCount() > 0 && form == Form::None);
    m_acceptTicked->setEnabled(!m_table->model().ticked().empty() && form == Form::None && !m_busy);
    m_undo->setEnabled(!m_undoable.empty() && form == Form::None && !m_busy);
    m_undoWords->setText(m_undoable.empty() ? QString() : tr("Ctrl Z takes back, until it is billed"));
}

void ReadingsPage::confirm() {
    if (m_reasons->view().hasFocus() || m_books->view().hasFocus()) {
        m_table->setFocus();
        return;
    }
    switch (m_card->form()) {
    case ExceptionCard::Form::None:
        decide(Decision::Accepted, {});
        return;
    case ExceptionCard::Form::Reject:
        if (m_card->isFilled())
            decide(Decision::Rejected, m_card->note());
        return;
    case ExceptionCard::Form::Correct:
        if (m_card->isFilled())
            correct();
    }
}

// The row goes at once and the next one is there; what is decided next waits behind it on the writing thread.
void ReadingsPage::decide(Decision decision, const QString& note) {
    const auto reading = selected();
    if (!reading)
        return;
    const bool accepted = decision == Decision::Accepted;
    const ReadingCard& card = *m_queue.card(*reading);
    const QString what = accepted ? tr("Accepting %1 of meter %2").arg(numberText(card.dial), card.meterNumber)
                                  : tr("Rejecting %1 of meter %2").arg(numberText(card.dial), card.meterNumber);
    const QString said = accepted ? tr("Accepted: %1.").arg(numberText(card.dial))
                                  : tr("Rejected: %1. The account waits for a new reading.").arg(numberText(card.dial));
    m_error->clear();
    m_undoable.push_back({*reading});
    ++(accepted ? m_accepted : m_rejected);
    leave(*reading);
    m_table->setFocus();
    desk().write(
        what, this,
        [reading = *reading, decision, note](services::Session& session) {
            return services::decideReading(session, reading, decision, note);
        },
        [this, reading = *reading, accepted, said](const Result<void>& done) {
            if (done.ok()) {
                Q_EMIT toastWanted(said, [this] { undo(); });
                return;
            }
            std::erase(m_undoable, std::vector{reading});
            --(accepted ? m_accepted : m_rejected);
            failed(done.error());
            readCounts();
        });
}

void ReadingsPage::leave(ReadingId reading) {
    const ExceptionItem* item = m_queue.item(reading);
    for (std::size_t at = 0; item && at < m_counts.size(); ++at) {
        if (m_counts[at].book == item->book)
            --m_counts[at].readings;
    }
    m_queue.remove(reading);
    showBooks();
    showQueue();
    noteProgress();
    Q_EMIT contextChanged();
}

void ReadingsPage::correct() {
    const auto reading = selected();
    const auto dial = m_card->dial();
    if (!reading || !dial.ok())
        return;
    const services::Correction correction{.reading = *reading, .dial = *dial, .note = m_card->note()};
    m_busy = true;
    m_error->clear();
    allow();
    desk().write(
        tr("Dial %1 of meter %2").arg(numberText(*dial), m_queue.card(*reading)->meterNumber), this,
        [correction](services::Session& session) { return services::correctReading(session, correction); },
        [this, correction](const Result<services::Corrected>& corrected) {
            m_busy = false;
            if (!corrected.ok()) {
                failed(corrected.error());
                allow();
                return;
            }
            ++m_corrected;
            m_card->open(ExceptionCard::Form::None);
            leave(correction.reading);
            m_table->setFocus();
            const QString dialText = numberText(correction.dial);
            if (corrected->doubts.any()) {
                Q_EMIT toastWanted(tr("%1 is kept, but the rules doubt it too: it waits here.").arg(dialText), {});
                m_wanted = corrected->reading;
                readCounts();
            } else {
                Q_EMIT toastWanted(tr("%1 takes its place.").arg(dialText), {});
            }
        });
}

void ReadingsPage::acceptTicked() {
    const std::set<std::int64_t> ticked = m_table->model().ticked();
    if (ticked.empty())
        return;
    m_busy = true;
    m_error->clear();
    allow();
    desk().write(
        tr("Accepting %n readings", nullptr, int(ticked.size())), this,
        [ticked](services::Session& session) -> Result<Accepted> {
            Accepted accepted;
            for (const std::int64_t raw : ticked) {
                const auto done = services::decideReading(session, ReadingId::fromRaw(raw), Decision::Accepted, {});
                if (!done.ok()) {
                    accepted.error = done.error();
                    break;
                }
                accepted.readings.push_back(ReadingId::fromRaw(raw));
            }
            return accepted;
        },
        [this](const Result<Accepted>& accepted) {
            m_busy = false;
            if (accepted.ok() && !accepted->readings.empty()) {
                const int count = int(accepted->readings.size());
                m_accepted += count;
                m_undoable.push_back(accepted->readings);
                Q_EMIT toastWanted(tr("%n accepted.", nullptr, count), [this] { undo(); });
            }
            if (!accepted.ok())
                failed(accepted.error());
            else if (accepted->error)
                failed(*accepted->error);
            readCounts();
        });
}

void ReadingsPage::undo() {
    if (m_undoable.empty() || m_busy)
        return;
    const std::vector<ReadingId> last = m_undoable.back();
    m_undoable.pop_back();
    m_busy = true;
    m_error->clear();
    allow();
    desk().write(
        tr("Taking back what was said of %n readings", nullptr, int(last.size())), this,
        [last](services::Session& session) -> Result<void> {
            for (const ReadingId reading : last)
                MH_CHECK(services::takeDecisionBack(session, reading));
            return {};
        },
        [this, last](const Result<void>& done) {
            m_busy = false;
            if (done.ok())
                Q_EMIT toastWanted(tr("%n taken back: waits again.", nullptr, int(last.size())), {});
            else
                failed(done.error());
            m_wanted = last.front();
            readCounts();
        });
}

// Those that are more likely wrong are looked at one by one: they are never accepted in bulk by one key.
void ReadingsPage::tickRight() {
    std::vector<std::int64_t> likely;
    bool all = true;
    for (const ExceptionItem& item : m_queue.items()) {
        const std::int64_t id = item.reading.raw();
        const bool right = !item.reasons.empty() && !leansToWrong(item.reasons.front());
        if (!right || m_table->model().rowOf(id) < 0)
            continue;
        likely.push_back(id);
        all = all && m_table->model().isTicked(id);
    }
    if (likely.empty())
        Q_EMIT toastWanted(tr("All of these are more likely wrong: look at them one by one."), {});
    for (const std::int64_t id : likely)
        m_table->model().setTicked(id, !all);
}

void ReadingsPage::failed(const Error& error) {
    m_error->show(error);
}

QString ReadingsPage::doneWords() const {
    if (waiting() > 0)
        return tr("Nothing waits here. Ctrl 2 goes to another book.");
    if (m_accepted + m_rejected + m_corrected == 0)
        return tr("Nothing waits: the rules doubt no reading that is not billed.");
    return tr("All done: %1 accepted, %2 rejected, %3 corrected.")
        .arg(countText(m_accepted), countText(m_rejected), countText(m_corrected));
}

} // namespace meterhall::ui
