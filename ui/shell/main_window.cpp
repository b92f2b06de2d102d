#include "ui/shell/main_window.h"

#include "ui/shell/approval.h"
#include "ui/shell/desk.h"
#include "ui/shell/help_panel.h"
#include "ui/shell/key_strip.h"
#include "ui/shell/password_panel.h"
#include "ui/shell/pending_panel.h"
#include "ui/shell/rail.h"
#include "ui/shell/scan_watcher.h"
#include "ui/shell/search_palette.h"
#include "ui/shell/sign_in.h"
#include "ui/shell/status_strip.h"
#include "ui/shell/toast.h"
#include "ui/shell/work_lines.h"
#include "ui/theme/icon.h"
#include "ui/widgets/card.h"
#include "ui/widgets/icon_label.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QStackedWidget>

#include <algorithm>

namespace meterhall::ui {

namespace {

/// As small as the page that is shown may be, whatever those behind it want.
class PageStack : public QStackedWidget {
public:
    QSize minimumSizeHint() const override { return currentWidget() ? currentWidget()->minimumSizeHint() : QSize(); }
};

constexpr int topBarHeight = 52;
constexpr int footHeight = 36 + 28; ///< keys and status
constexpr int panelGap = 8;
constexpr int helpWidth = 480;
constexpr int trainingEdge = 4;
constexpr int workAgainMilliseconds = 30'000;
} // namespace

MainWindow::MainWindow(Desk& desk, std::vector<PageDeclaration> pages, QString preferencesFile)
    : m_desk(desk)
    , m_declared(std::move(pages))
    , m_preferencesFile(std::move(preferencesFile))
    , m_preferences(Preferences::load(m_preferencesFile))
    , m_scanner(new ScanWatcher(this)) {
    setMinimumSize(1024, 680);
    setWindowIcon(icon("meterhall", Token::Accent));
    std::stable_sort(m_declared.begin(), m_declared.end(),
                     [](const PageDeclaration& a, const PageDeclaration& b) { return a.order < b.order; });
    connect(m_scanner, &ScanWatcher::scanned, this, &MainWindow::scanned);
    connect(&m_desk, &Desk::signedOut, this, &MainWindow::showSignIn);
    m_idle.setSingleShot(true);
    connect(&m_idle, &QTimer::timeout, this, &MainWindow::lock);
    connect(&m_workAgain, &QTimer::timeout, this, &MainWindow::refreshWork);
    m_workAgain.start(workAgainMilliseconds);
    qApp->installEventFilter(this);
    setWindowTitle(tr("Meterhall"));
    if (m_desk.hasPrinter())
        m_desk.printer().setSheets(m_preferences.sheets);
    if (m_desk.isSignedIn())
        showWork();
    else
        showSignIn();
}

void MainWindow::showSignIn() {
    delete m_approval;
    m_approval = nullptr;
    delete m_work;
    m_work = nullptr;
    m_pages.clear();
    m_visited.clear();
    m_commands.clear();
    m_visit = {};
    delete m_signIn;
    m_signIn = new SignIn(m_desk, this);
    connect(m_signIn, &SignIn::done, this, &MainWindow::showWork);
    place();
    m_signIn->show();
}

void MainWindow::showWork() {
    if (m_signIn)
        m_signIn->deleteLater();
    m_signIn = nullptr;
    const bool helping = m_work && m_help->isVisible();
    m_allowed.clear();
    std::copy_if(m_declared.begin(), m_declared.end(), std::back_inserter(m_allowed),
                 [this](const PageDeclaration& page) { return mayOpen(m_desk, page); });
    build();
    const auto begin =
        std::find_if(m_allowed.begin(), m_allowed.end(), [](const PageDeclaration& page) { return page.beginsHere; });
    const Visit there = m_visit.page.isEmpty() && !m_allowed.empty()
                            ? Visit{.page = (begin == m_allowed.end() ? m_allowed.begin() : begin)->id}
                            : m_visit;
    m_visit = {};
    go(there);
    if (helping)
        toggleHelp();
    refreshWork();
}

void MainWindow::refreshWork() {
    if (!m_desk.isSignedIn() || !m_work || m_readingWork == m_rail)
        return;
    m_readingWork = m_rail;
    m_desk.read(
        m_rail, [](services::Session& session) { return services::myWork(session); },
        [this](const Result<services::MyWork>& work) {
            m_readingWork = nullptr;
            if (work.ok())
                showCounts(*work);
            for (Page* open : qAsConst(m_pages))
                open->takeWork(work);
        });
}

void MainWindow::showCounts(const services::MyWork& work) {
    QHash<QString, int> counts;
    for (const WorkLine& line : workLines(work, m_desk.businessDay()))
        counts[line.page] += line.count;
    for (const PageDeclaration& page : m_allowed)
        m_rail->setBadge(page.id, counts.value(page.id));
}

void MainWindow::build() {
    delete m_work;
    m_pages.clear();
    m_work = new QWidget(this);
    m_work->setAutoFillBackground(true);
    auto* across = new QHBoxLayout(m_work);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(0);
    m_rail = new Rail;
    m_rail->setPages(m_allowed);
    connect(m_rail, &Rail::pageChosen, this, [this](const QString& id) { go({.page = id}); });
    m_stack = new PageStack;
    m_keys = new KeyStrip;
    m_status = new StatusStrip(m_desk);
    auto* down = new QVBoxLayout;
    down->setSpacing(0);
    down->addWidget(buildTopBar());
    down->addWidget(m_stack, 1);
    down->addWidget(m_keys);
    down->addWidget(m_status);
    across->addWidget(m_rail);
    across->addLayout(down, 1);
    m_toast = new Toast(m_work);
    m_pending = new PendingPanel(m_desk, m_work);
    connect(m_status, &StatusStrip::pendingClicked, m_pending, &PendingPanel::toggle);
    buildPanels();
    readGuide();
    connect(m_status, &StatusStrip::said, this, [this](const QString& text) { m_toast->mention(text); });
    const auto goToPage = [this](const QString& id) {
        if (declarationOf(id))
            go({.page = id});
        else
            m_toast->mention(tr("That page is not one of yours."));
    };
    connect(m_status, &StatusStrip::pageWanted, this, goToPage);
    connect(m_status, &StatusStrip::alarmsChanged, m_pending, &PendingPanel::showAlarms);
    connect(m_pending, &PendingPanel::pageWanted, this, goToPage);
    addCommands();
    place();
    m_work->show();
}

void MainWindow::buildPanels() {
    m_help = new HelpPanel(m_work);
    connect(m_help, &HelpPanel::opened, this, &MainWindow::keepFocus);
    connect(m_help, &HelpPanel::closed, this, &MainWindow::giveBackFocus);
    connect(m_search, &SearchPalette::helpChosen, this, [this](const QString& section) {
        showHelp(section);
        m_help->open();
    });
    m_ownPassword = new PasswordPanel(m_desk, m_work);
    connect(m_ownPassword, &PasswordPanel::opened, this, &MainWindow::keepFocus);
    connect(m_ownPassword, &PasswordPanel::closed, this, &MainWindow::giveBackFocus);
    connect(m_ownPassword, &PasswordPanel::changed, this, [this] { m_toast->say(tr("Your password is changed.")); });
}

QWidget* MainWindow::buildTopBar() {
    auto* bar = new QFrame;
    bar->setProperty("role", "bar");
    bar->setFixedHeight(topBarHeight);
    m_title = makeLabel(TextRole::PageTitle);
    m_context = makeLabel(TextRole::Label, {}, "text2");
    m_search = new SearchPalette(m_desk, bar);
    m_search->setPages(m_allowed);
    m_person = makeLabel(TextRole::Emphasis, m_desk.who().name);
    connect(m_search, &SearchPalette::accountChosen, this, &MainWindow::openAccount);
    connect(m_search, &SearchPalette::left, this, [this] { page()->focusFirst(); });
    connect(m_search, &SearchPalette::pageChosen, this, [this](const QString& id) { go({.page = id}); });
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(16, 0, 16, 0);
    layout->setSpacing(10);
    layout->addWidget(m_title);
    layout->addWidget(m_context);
    layout->addStretch(1);
    layout->addWidget(m_search, 2);
    layout->addStretch(1);
    layout->addWidget(new IconLabel("user", 18));
    layout->addWidget(m_person);
    layout->addWidget(makeLabel(TextRole::Label, m_desk.who().number, "text2"));
    return bar;
}

QAction* MainWindow::addCommand(const QString& text, const QKeySequence& keys, std::function<void()> act) {
    auto* action = new QAction(text, m_work);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WindowShortcut);
    action->setAutoRepeat(false);
    connect(action, &QAction::triggered, this, std::move(act));
    m_work->addAction(action);
    m_commands << action;
    return action;
}

void MainWindow::addCommands() {
    m_commands.clear();
    addCommand(tr("Search or command"), Qt::CTRL | Qt::Key_K, [this] { m_search->setFocus(Qt::ShortcutFocusReason); });
    addCommand(tr("Help for this page"), Qt::Key_F1, [this] { toggleHelp(); });
    m_back = addCommand(tr("Back"), Qt::ALT | Qt::Key_Left, [this] { back(); });
    addCommand(tr("Light or dark"), Qt::CTRL | Qt::SHIFT | Qt::Key_D, [this] {
        Preferences changed = m_preferences;
        changed.mode = changed.mode == ThemeMode::Light ? ThemeMode::Dark : ThemeMode::Light;
        use(changed);
    });
    addCommand(tr("Chinese or English"), Qt::CTRL | Qt::SHIFT | Qt::Key_L, [this] {
        Preferences changed = m_preferences;
        changed.language = changed.language == QLatin1String("en") ? QStringLiteral("zh_CN") : QStringLiteral("en");
        use(changed);
    });
    addCommand(tr("Tight or normal rows"), {}, [this] {
        Preferences changed = m_preferences;
        changed.density = changed.density == Density::Normal ? Density::Compact : Density::Normal;
        use(changed);
    });
    addCommand(tr("Receipts on a roll of 80 mm or on A5"), {}, [this] { turnSheet(&PrintQueue::Sheets::receipt); });
    addCommand(tr("Bills on A5 or on a roll of 80 mm"), {}, [this] { turnSheet(&PrintQueue::Sheets::bill); });
    addCommand(tr("What is on its way"), Qt::CTRL | Qt::Key_J, [this] { m_pending->toggle(); });
    addCommand(tr("Lock this seat"), Qt::CTRL | Qt::Key_L, [this] { lock(); });
    addCommand(tr("Change my password"), {}, [this] { m_ownPassword->open(); });
    addCommand(tr("Sign out"), {}, [this] { m_desk.signOut(); });
    m_back->setEnabled(!m_visited.empty());
    m_search->setCommands(m_commands);
}

void MainWindow::turnSheet(SheetSize PrintQueue::Sheets::*of) {
    Preferences changed = m_preferences;
    SheetSize& sheet = changed.sheets.*of;
    sheet = sheet == SheetSize::Roll80 ? SheetSize::A5Portrait : SheetSize::Roll80;
    use(changed);
    m_toast->say(sheet == SheetSize::Roll80 ? tr("Printed on a roll of 80 mm from now on.")
                                            : tr("Printed on A5 from now on."),
                 [this, of] { turnSheet(of); });
}

Page* MainWindow::page() const {
    return m_stack ? qobject_cast<Page*>(m_stack->currentWidget()) : nullptr;
}

const PageDeclaration* MainWindow::declarationOf(const QString& id) const {
    const auto found =
        std::find_if(m_allowed.begin(), m_allowed.end(), [&](const PageDeclaration& p) { return p.id == id; });
    return found == m_allowed.end() ? nullptr : &*found;
}

Page* MainWindow::pageOf(const QString& id) {
    if (Page* open = m_pages.value(id))
        return open;
    Page* made = declarationOf(id)->make(m_desk, m_stack);
    made->setAccessibleName(declarationOf(id)->translatedTitle());
    connect(made, &Page::visitWanted, this, &MainWindow::go);
    connect(made, &Page::contextChanged, this, &MainWindow::showTitle);
    connect(made, &Page::workWanted, this, &MainWindow::refreshWork);
    connect(made, &Page::secondPersonWanted, this, &MainWindow::askSecondPerson);
    connect(made, &Page::searchWanted, this, [this] { m_search->setFocus(Qt::ShortcutFocusReason); });
    connect(made, &Page::mentionWanted, m_toast, &Toast::mention);
    connect(made, &Page::toastWanted, this,
            [this](const QString& text, const std::function<void()>& undo) { m_toast->say(text, undo); });
    m_pages.insert(id, made);
    m_stack->addWidget(made);
    return made;
}

void MainWindow::go(const Visit& visit) {
    if (!m_work || !declarationOf(visit.page))
        return;
    if (page() && !m_visit.page.isEmpty())
        page()->describe(m_visit);
    if (!m_visit.page.isEmpty() && m_visit.page != visit.page)
        m_visited.push_back(m_visit);
    m_back->setEnabled(!m_visited.empty());
    m_visit = visit;
    Page* there = pageOf(visit.page);
    m_stack->setCurrentWidget(there);
    m_rail->setCurrent(visit.page);
    m_keys->showKeysOf(there);
    m_search->setPage(there, visit.page);
    showTitle();
    there->enter(visit);
    there->focusFirst();
    if (m_help->isVisible())
        showHelp(visit.page);
}

// Of pages that somebody may not open he need not read.
void MainWindow::readGuide() {
    m_guide = guideIn(m_preferences.language);
    std::erase_if(m_guide, [this](const GuideSection& section) {
        const auto declared = std::find_if(m_declared.begin(), m_declared.end(),
                                           [&](const PageDeclaration& page) { return page.id == section.id; });
        return declared != m_declared.end() && !mayOpen(m_desk, *declared);
    });
    m_search->setGuide(m_guide);
}

void MainWindow::toggleHelp() {
    if (m_help->isVisible()) {
        m_help->close();
        return;
    }
    showHelp(m_visit.page);
    m_help->open();
}

void MainWindow::showHelp(const QString& section) {
    const auto found =
        std::find_if(m_guide.begin(), m_guide.end(), [&](const GuideSection& s) { return s.id == section; });
    const bool here = section == m_visit.page && page();
    const QString title = here ? declarationOf(section)->translatedTitle() : QString();
    m_help->show(found == m_guide.end() ? GuideSection{section, title, {}, {}} : *found,
                 here ? page()->actions() : QList<QAction*>());
}

// The search is left for good once something was chosen in it.
void MainWindow::keepFocus() {
    m_before.keep(focusWidget() == m_search ? nullptr : focusWidget());
}

void MainWindow::giveBackFocus() {
    if (!m_before.giveBack() && page())
        page()->focusFirst();
}

void MainWindow::back() {
    if (m_visited.empty())
        return;
    const Visit before = m_visited.back();
    m_visited.pop_back();
    m_visit = {};
    go(before);
}

void MainWindow::showTitle() {
    const PageDeclaration* shown = declarationOf(m_visit.page);
    m_title->setText(shown ? shown->translatedTitle() : QString());
    m_context->setText(page() ? page()->context() : QString());
}

void MainWindow::openAccount(AccountId account, bool counter) {
    const QString here = m_visit.page;
    const QString wanted =
        counter || here == QLatin1String("counter") ? QStringLiteral("counter") : QStringLiteral("customer");
    const QString there = declarationOf(wanted) ? wanted : QStringLiteral("customer");
    if (here == there && page()) {
        m_visit.account = account;
        page()->enter(m_visit);
        page()->focusFirst();
        return;
    }
    go({.page = there, .account = account});
}

void MainWindow::scanned(const QString& text) {
    if (!m_work || m_veil || m_approval)
        return;
    if (page() && page()->takeScan(text))
        return;
    m_search->setFocus();
    m_search->setText(text);
    Q_EMIT m_search->textEdited(text);
}

void MainWindow::lock() {
    if (m_signIn && m_desk.isSignedIn())
        m_desk.signOut();
    if (!m_work || m_veil || !m_desk.isSignedIn() || (m_approval && m_approval->isBusy()))
        return;
    closeApproval();
    m_veil = new SignIn(m_desk, this);
    m_veil->lockFor(m_desk.who());
    m_underVeil.keep(focusWidget());
    m_work->setEnabled(false);
    connect(m_veil, &SignIn::done, this, [this] {
        m_veil->deleteLater();
        m_veil = nullptr;
        m_work->setEnabled(true);
        m_underVeil.giveBack();
    });
    place();
    m_veil->show();
    m_veil->raise();
    m_veil->focusFirst();
}

void MainWindow::askSecondPerson(const SecondPersonTask& task) {
    if (m_veil || m_approval)
        return;
    m_approval = new Approval(m_desk, task, this);
    m_underVeil.keep(focusWidget());
    m_work->setEnabled(false);
    connect(m_approval, &Approval::left, this, &MainWindow::closeApproval);
    connect(m_approval, &Approval::done, this, [this, page = QPointer<Page>(page()), done = task.done] {
        closeApproval();
        if (page && done)
            done();
    });
    place();
    m_approval->show();
    m_approval->raise();
    m_approval->focusFirst();
}

void MainWindow::closeApproval() {
    if (!m_approval)
        return;
    m_approval->hide();
    m_approval->deleteLater();
    m_approval = nullptr;
    m_work->setEnabled(true);
    m_underVeil.giveBack();
}

void MainWindow::use(const Preferences& preferences) {
    const bool newLanguage = preferences.language != m_preferences.language;
    m_preferences = preferences;
    m_preferences.save(m_preferencesFile);
    if (m_desk.hasPrinter())
        m_desk.printer().setSheets(m_preferences.sheets);
    if (newLanguage) {
        useLanguage(m_preferences.language);
        chooseFontFamilies(m_preferences.language);
    }
    Theme(m_preferences.mode, m_preferences.density).apply();
    if (!newLanguage)
        return; // colours and heights follow by themselves, and what is half typed stays
    if (m_desk.isSignedIn()) {
        if (page())
            page()->describe(m_visit);
        showWork(); // texts are made with the widgets
    } else {
        showSignIn();
    }
}

void MainWindow::setTraining(bool training) {
    m_training = training;
    setWindowTitle(training ? tr("Meterhall, training town") : tr("Meterhall"));
    place();
    update();
}

void MainWindow::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    place();
}

void MainWindow::place() {
    const QRect inner = m_training ? rect().adjusted(trainingEdge, trainingEdge, -trainingEdge, -trainingEdge) : rect();
    for (QWidget* part :
         {m_work, static_cast<QWidget*>(m_signIn), static_cast<QWidget*>(m_veil), static_cast<QWidget*>(m_approval)}) {
        if (part)
            part->setGeometry(inner);
    }
    if (!m_work || !m_help)
        return;
    const int foot = inner.height() - footHeight;
    m_toast->placeAt({98, foot - 12});
    m_pending->placeAt({98, foot - 12});
    const int right = inner.width() - panelGap;
    const int top = topBarHeight + panelGap;
    m_help->setGeometry(right - helpWidth, top, helpWidth, foot - panelGap - top);
    m_ownPassword->placeAt({right, top});
}

void MainWindow::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), tone(m_training ? Token::Unknown : Token::Window));
}

void MainWindow::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && m_work && m_help->isVisible()) {
        m_help->close();
        return;
    }
    if (event->key() == Qt::Key_Escape && page() && page()->stepBack())
        return;
    if (event->matches(QKeySequence::Undo) && m_toast && m_toast->canUndo()) { // unless the page has an undo of its own
        m_toast->undo();
        return;
    }
    QWidget::keyPressEvent(event);
}

bool MainWindow::eventFilter(QObject*, QEvent* event) {
    const auto type = event->type();
    if ((type == QEvent::KeyPress || type == QEvent::MouseButtonPress) && m_preferences.lockAfterMinutes > 0)
        m_idle.start(m_preferences.lockAfterMinutes * 60'000);
    return false;
}

} // namespace meterhall::ui
