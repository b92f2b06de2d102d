#include "ui/shell/search_palette.h"

#include "ui/shell/desk.h"
#include "ui/theme/theme.h"
#include "ui/widgets/commodity_look.h"
#include "ui/widgets/key_cap.h"
#include "ui/widgets/text_forms.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QPointer>
#include <QVBoxLayout>

#include <algorithm>

namespace meterhall::ui {

namespace {

constexpr std::size_t offersShown = 8;
constexpr std::size_t leastCommands = 3; ///< of the offers below those of the guide, when as many fit what was typed
constexpr int excerptWidth = 400;
constexpr int iconRoom = 24;
constexpr int capRoom = 54;
constexpr int boxEdges = 26; ///< border, padding and the field's own margins

} // namespace

SearchPalette::SearchPalette(Desk& desk, QWidget* parent)
    : QLineEdit(parent)
    , m_desk(desk)
    , m_popup(new QFrame(window()))
    , m_list(new LedgerTable(std::vector<Column>{Column{.title = QString(),
                                                        .width = 200,
                                                        .number = false,
                                                        .flexible = true,
                                                        .unit = QString(),
                                                        .mayElide = true}},
                             RowHeight::TwoLine)) {
    setProperty("kind", "search");
    setPlaceholderText(tr("Account, name, phone, address, meter, command"));
    setAccessibleName(tr("Search or command"));
    setTextMargins(iconRoom, 0, capRoom, 0);
    const int words = QFontMetrics(fontOf(TextRole::Body)).horizontalAdvance(placeholderText());
    setMinimumWidth(std::max(360, words + iconRoom + capRoom + boxEdges));
    m_popup->setProperty("role", "popup");
    m_popup->hide();
    auto* layout = new QVBoxLayout(m_popup);
    layout->setContentsMargins(1, 4, 1, 4);
    layout->addWidget(m_list);
    m_list->view().horizontalHeader()->hide();
    m_list->view().setFocusPolicy(Qt::NoFocus);
    m_list->setFocusPolicy(Qt::NoFocus);
    connect(this, &QLineEdit::textEdited, this, &SearchPalette::look);
    connect(m_list, &LedgerTable::activated, this, [this] { choose(false); });
    connect(&m_list->view(), &QTableView::clicked, this, [this] { choose(false); });
}

void SearchPalette::setPage(Page* page, const QString& id) {
    m_page = page;
    m_pageId = id;
}

void SearchPalette::close() {
    m_popup->hide();
    m_chosen.reset();
    ++m_question;
    m_waiting = false;
    clear();
}

void SearchPalette::keyPressEvent(QKeyEvent* event) {
    const int row = m_list->view().currentIndex().row();
    switch (event->key()) {
    case Qt::Key_Down:
        m_list->selectRow(row + 1);
        return;
    case Qt::Key_Up:
        m_list->selectRow(row - 1);
        return;
    case Qt::Key_Escape:
        if (text().isEmpty() && !isOpen())
            break;
        close();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (text().isEmpty() && !isOpen())
            break; // the page's own Enter
        if (!event->isAutoRepeat())
            choose(event->modifiers().testFlag(Qt::ControlModifier));
        return;
    default:
        break;
    }
    QLineEdit::keyPressEvent(event);
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Escape)
        event->ignore();
}

void SearchPalette::focusInEvent(QFocusEvent* event) {
    QLineEdit::focusInEvent(event);
    window()->installEventFilter(this);
    if (event->reason() == Qt::ShortcutFocusReason)
        selectAll();
}

bool SearchPalette::eventFilter(QObject* watched, QEvent* event) {
    if (watched == window() && (event->type() == QEvent::MouseButtonPress || event->type() == QEvent::Resize))
        m_popup->hide();
    return false;
}

void SearchPalette::paintEvent(QPaintEvent* event) {
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    painter.drawPixmap(10, (height() - 16) / 2, iconPixmap("search", 16, Token::Text2, devicePixelRatioF()));
    const QString key = QStringLiteral("Ctrl K");
    if (text().isEmpty())
        paintKeyCap(painter, {width() - keyCapWidth(key) - 8, (height() - keyCapHeight) / 2}, key);
}

void SearchPalette::look() {
    m_chosen.reset();
    ++m_question;
    const QString typed = text().trimmed();
    if (typed.isEmpty()) {
        m_waiting = false;
        offerRecent();
    } else if (typed.startsWith(u'>') || typed.startsWith(u'》')) {
        m_waiting = false;
        offerCommands(typed.mid(1).trimmed());
    } else if (typed.startsWith(u'?') || typed.startsWith(u'？')) {
        m_waiting = false;
        offerHelp(typed.mid(1).trimmed());
    } else {
        lookForAccounts(typed);
    }
}

void SearchPalette::lookForAccounts(const QString& typed) {
    m_waiting = true;
    m_desk.read(
        this, [typed](services::Session& session) { return lookUp(session, typed); },
        [this, question = m_question](const Result<Found>& found) {
            if (question != m_question)
                return;
            m_waiting = false;
            offer(found.ok() ? offersOf(*found) : std::vector<Offer>(),
                  found.ok() ? tr("Nobody found. Fewer letters find more.")
                  : found.failedWith(SecurityError::NotAllowed)
                      ? tr("Customers are not among your duties; > finds pages and commands.")
                      : tr("The database does not answer; the search will work again when it does."));
            if (m_chosen && !m_offers.empty())
                choose(*m_chosen);
            m_chosen.reset();
        });
}

// What is all digits may be the number of a receipt as well.
Result<SearchPalette::Found> SearchPalette::lookUp(services::Session& session, const QString& typed) {
    Found found;
    MH_TRY(found.accounts, services::findAccounts(session, typed, int(offersShown)));
    bool isNumber = false;
    const qlonglong number = typed.toLongLong(&isNumber);
    if (isNumber && number > 0) {
        MH_TRY(found.receipt, services::receiptNumbered(session, number));
    }
    return found;
}

SearchPalette::Offer SearchPalette::customer(const services::FoundAccount& one) {
    const QString account = tr("%1  %2").arg(one.holder, one.account.number);
    return {one.formerHolder.isEmpty() ? account : tr("%1, formerly %2").arg(account, one.formerHolder),
            one.closedOn ? tr("closed on %1; %2").arg(dayText(*one.closedOn), one.address) : one.address,
            commodityIcon(one.account.commodity),
            [this, account = one.account.id](bool counter) { Q_EMIT accountChosen(account, counter); }};
}

std::vector<SearchPalette::Offer> SearchPalette::offersOf(const Found& found) {
    std::vector<Offer> offers;
    if (found.receipt) {
        const services::DeskReceipt& one = *found.receipt;
        const QString holder = tr("%1  %2").arg(one.holder, one.accountNumber);
        const QString detail =
            tr("%1, %2").arg(amountText(one.receipt.amount), momentText(one.receipt.issuedAt, m_desk.zone()));
        offers.push_back({tr("Receipt %1, %2").arg(one.receipt.paperNumber).arg(holder), detail, "cash",
                          [this, id = one.receipt.account](bool counter) { Q_EMIT accountChosen(id, counter); }});
    }
    for (const services::FoundAccount& one : found.accounts)
        offers.push_back(customer(one));
    return offers;
}

std::vector<SearchPalette::Offer> SearchPalette::commandsNamed(const QString& typed) {
    std::vector<Offer> offers;
    const auto fits = [&](const QString& words) {
        return typed.isEmpty() || words.contains(typed, Qt::CaseInsensitive);
    };
    for (const PageDeclaration& page : m_pages) {
        if (fits(page.translatedTitle()) || fits(page.id))
            offers.push_back(
                {page.translatedTitle(), tr("Page"), page.icon, [this, id = page.id](bool) { Q_EMIT pageChosen(id); }});
    }
    QList<QAction*> actions = m_page ? m_page->actions() : QList<QAction*>();
    actions += m_commands;
    for (QAction* action : actions) {
        if (!action->isEnabled() || action->text().isEmpty() || !fits(action->text()))
            continue;
        offers.push_back(
            {action->text(), keyText(action->shortcut()), "keyboard", [action = QPointer<QAction>(action)](bool) {
                 if (action)
                     action->trigger();
             }});
    }
    return offers;
}

std::vector<SearchPalette::Offer> SearchPalette::helpAbout(const QString& typed) {
    std::vector<GuideSection> sections = sectionsAbout(typed, m_guide);
    if (typed.isEmpty())
        std::stable_partition(sections.begin(), sections.end(),
                              [this](const GuideSection& section) { return section.id == m_pageId; });
    const QFontMetrics metrics(fontOf(TextRole::Hint));
    std::vector<Offer> offers;
    offers.reserve(sections.size());
    for (const GuideSection& section : sections)
        offers.push_back({section.title, metrics.elidedText(excerptOf(section, typed), Qt::ElideRight, excerptWidth),
                          "help", [this, id = section.id](bool) { Q_EMIT helpChosen(id); }});
    return offers;
}

void SearchPalette::offerCommands(const QString& typed) {
    std::vector<Offer> offers = commandsNamed(typed);
    if (offers.size() > offersShown)
        offers.resize(offersShown);
    offer(std::move(offers), tr("No command of this name."));
}

void SearchPalette::offerHelp(const QString& typed) {
    std::vector<Offer> offers = helpAbout(typed);
    const std::vector<Offer> commands = commandsNamed(typed);
    const std::size_t room = offersShown - std::min(commands.size(), leastCommands);
    if (offers.size() > room)
        offers.resize(room);
    for (std::size_t at = 0; at < commands.size() && offers.size() < offersShown; ++at)
        offers.push_back(commands[at]);
    offer(std::move(offers), tr("The help has no such word."));
}

void SearchPalette::offerRecent() {
    std::vector<Offer> offers;
    for (const services::FoundAccount& one : m_desk.workAtHand().recent())
        offers.push_back(customer(one));
    if (offers.empty())
        m_popup->hide();
    else
        offer(std::move(offers), {});
}

void SearchPalette::offer(std::vector<Offer> offers, const QString& ifNone) {
    m_offers = std::move(offers);
    std::vector<LedgerRow> rows;
    for (std::size_t at = 0; at < m_offers.size(); ++at)
        rows.push_back(
            {.id = std::int64_t(at) + 1,
             .cells = {{.text = m_offers[at].title, .second = m_offers[at].detail, .icon = m_offers[at].icon}}});
    m_list->model().setRows(std::move(rows));
    m_list->setEmptyText(ifNone);
    m_list->selectRow(0);
    place();
}

void SearchPalette::place() {
    if (m_popup->parentWidget() != window())
        m_popup->setParent(window());
    const QPoint below = mapTo(window(), QPoint(0, height() + 4));
    const int rows = std::max<int>(1, int(m_offers.size()));
    m_popup->setGeometry(below.x(), below.y(), std::max(width(), 480), rows * measures().twoLineRow + 14);
    m_popup->show();
    m_popup->raise();
}

void SearchPalette::choose(bool counter) {
    if (m_waiting) {
        m_chosen = counter;
        return;
    }
    const int row = m_list->view().currentIndex().row();
    if (row < 0 || std::size_t(row) >= m_offers.size())
        return;
    const auto open = m_offers[std::size_t(row)].open;
    close();
    clearFocus();
    const QPointer<SearchPalette> self(this); // another language makes everything anew
    open(counter);
    if (self && !window()->focusWidget())
        Q_EMIT left();
}

} // namespace meterhall::ui
