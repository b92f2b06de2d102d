#include "ui/first_run/first_run_window.h"

#include "ui/first_run/background.h"
#include "ui/first_run/database_step.h"
#include "ui/first_run/draft.h"
#include "ui/first_run/finish_step.h"
#include "ui/first_run/machine_step.h"
#include "ui/first_run/people_step.h"
#include "ui/first_run/printer_step.h"
#include "ui/first_run/step_list.h"
#include "ui/first_run/tariff_step.h"
#include "ui/first_run/utility_step.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/icon_label.h"
#include "ui/widgets/key_cap.h"

#include <QCloseEvent>
#include <QFile>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>

namespace meterhall::ui {

namespace {

constexpr int headHeight = 52;
constexpr int footHeight = 36;

QScrollArea* scrolling(QWidget* step) {
    auto* area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(step);
    step->setAutoFillBackground(false);
    area->viewport()->setAutoFillBackground(false);
    return area;
}

} // namespace

FirstRunWindow::FirstRunWindow(FirstRunPlaces places, SaveWorkplace save, QString preferencesFile)
    : m_places(std::move(places))
    , m_save(std::move(save))
    , m_preferencesFile(std::move(preferencesFile))
    , m_preferences(Preferences::load(m_preferencesFile)) {
    setMinimumSize(1024, 680);
    setWindowIcon(icon("meterhall", Token::Accent));
    FirstRunDraft draft = FirstRunDraft::load(m_places.draftFile(), firstAnswers(m_places));
    m_answers = std::move(draft.answers);
    m_reached = std::max(0, draft.step);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    build();
    go(std::min(m_reached, int(m_steps.size()) - 1));
}

FirstRunWindow::~FirstRunWindow() {
    m_answers.wipePasswords();
}

void FirstRunWindow::build() {
    delete m_frame;
    for (QAction* action : qAsConst(m_actions))
        delete action;
    m_actions.clear();
    setWindowTitle(tr("Meterhall, first start"));
    m_frame = buildFrame();
    buildActions();
    buildSteps();
    layout()->addWidget(m_frame);
    m_frame->show();
}

QWidget* FirstRunWindow::buildFrame() {
    auto* frame = new QWidget;
    auto* head = new QFrame;
    head->setProperty("role", "bar");
    head->setFixedHeight(headHeight);
    auto* headRow = new QHBoxLayout(head);
    headRow->setContentsMargins(16, 0, 16, 0);
    headRow->setSpacing(10);
    headRow->addWidget(new IconLabel("meterhall", 26, Token::Accent));
    headRow->addWidget(makeLabel(TextRole::PageTitle, tr("First start")));
    headRow->addStretch();
    m_list = new StepList;
    connect(m_list, &StepList::chosen, this, &FirstRunWindow::jump);
    m_title = makeLabel(TextRole::CardTitle);
    m_explained = makeLabel(TextRole::Label, {}, "text2");
    m_explained->setWordWrap(true);
    m_stack = new QStackedWidget;
    auto* card = new Card;
    card->body()->setContentsMargins(20, 14, 20, 12);
    card->body()->addWidget(m_title);
    card->body()->addWidget(m_explained);
    card->body()->addWidget(m_stack, 1);
    auto* buttons = new QHBoxLayout;
    m_backButton = new KeyButton(QString());
    m_nextButton = new KeyButton(QString());
    m_nextButton->setKind("primary");
    buttons->addStretch();
    buttons->addWidget(m_backButton);
    buttons->addWidget(m_nextButton);
    card->body()->addLayout(buttons);
    auto* middle = new QHBoxLayout;
    middle->setContentsMargins(14, 14, 14, 14);
    middle->setSpacing(10);
    middle->addWidget(m_list);
    middle->addWidget(card, 1);
    auto* foot = new QFrame;
    foot->setProperty("role", "keys");
    foot->setFixedHeight(footHeight);
    m_keys = new QHBoxLayout(foot);
    m_keys->setContentsMargins(14, 0, 14, 0);
    m_keys->setSpacing(16);
    auto* down = new QVBoxLayout(frame);
    down->setContentsMargins(0, 0, 0, 0);
    down->setSpacing(0);
    down->addWidget(head);
    down->addLayout(middle, 1);
    down->addWidget(foot);
    return frame;
}

QAction* FirstRunWindow::addGlobal(const QString& text, const QKeySequence& keys, std::function<void()> act) {
    auto* action = new QAction(text, this);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WindowShortcut);
    action->setAutoRepeat(false);
    connect(action, &QAction::triggered, this, std::move(act));
    addAction(action);
    m_actions << action;
    return action;
}

void FirstRunWindow::buildActions() {
    m_next = addGlobal(tr("Next"), Qt::CTRL | Qt::Key_Return, [this] { next(false); });
    m_next->setShortcuts({Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter});
    m_back = addGlobal(tr("Back"), Qt::ALT | Qt::Key_Left, [this] { back(); });
    addGlobal(tr("Light or dark"), Qt::CTRL | Qt::SHIFT | Qt::Key_D, [this] {
        Preferences changed = m_preferences;
        changed.mode = changed.mode == ThemeMode::Light ? ThemeMode::Dark : ThemeMode::Light;
        use(changed);
    });
    addGlobal(tr("Chinese or English"), Qt::CTRL | Qt::SHIFT | Qt::Key_L, [this] {
        speak(m_preferences.language == QLatin1String("en") ? QStringLiteral("zh_CN") : QStringLiteral("en"));
    });
    connect(m_nextButton, &QPushButton::clicked, m_next, &QAction::trigger);
    connect(m_backButton, &QPushButton::clicked, m_back, &QAction::trigger);
}

void FirstRunWindow::buildSteps() {
    m_all = {new MachineStep(m_preferences.language),
             new DatabaseStep(m_places),
             new UtilityStep,
             new TariffStep(m_places),
             new PeopleStep,
             new PrinterStep(m_places),
             new FinishStep};
    for (FirstRunStep* made : m_all) {
        m_stack->addWidget(scrolling(made));
        made->fill(m_answers);
        connect(made, &FirstRunStep::nextWanted, this, [this] { next(false); });
        connect(made, &FirstRunStep::languageWanted, this, &FirstRunWindow::speak, Qt::QueuedConnection);
        for (QAction* action : made->actions())
            connect(action, &QAction::changed, this, &FirstRunWindow::showKeys, Qt::QueuedConnection);
    }
    chooseSteps();
}

void FirstRunWindow::chooseSteps() {
    m_steps.clear();
    std::copy_if(m_all.begin(), m_all.end(), std::back_inserter(m_steps),
                 [this](const FirstRunStep* candidate) { return candidate->isFor(m_answers.purpose); });
    QStringList titles;
    for (FirstRunStep* known : m_steps) {
        known->fill(m_answers);
        titles += known->title();
    }
    m_reached = std::min(m_reached, int(m_steps.size()) - 1);
    m_list->setTitles(titles);
}

FirstRunStep* FirstRunWindow::step() const {
    return m_steps[std::size_t(m_at)];
}

FinishStep& FirstRunWindow::finish() const {
    return *static_cast<FinishStep*>(m_all.back());
}

void FirstRunWindow::go(int to) {
    m_at = std::clamp(to, 0, int(m_steps.size()) - 1);
    m_reached = std::max(m_reached, m_at);
    FirstRunStep* shown = step();
    shown->form().clearComplaint();
    shown->fill(m_answers);
    m_stack->setCurrentWidget(shown->parentWidget()->parentWidget()); // the scrolling around it
    m_title->setText(shown->title());
    m_explained->setText(shown->explained());
    m_explained->setVisible(!m_explained->text().isEmpty());
    m_list->setCurrent(m_at, m_reached);
    showKeys();
    if (QWidget* first = shown->firstField())
        first->setFocus();
}

bool FirstRunWindow::complain(bool byEnter) {
    FirstRunStep* here = step();
    here->form().clearComplaint();
    const auto wrong = here->problem();
    if (!wrong)
        return false;
    const auto* field = qobject_cast<QLineEdit*>(wrong->field);
    const bool isNext = byEnter && field && field->text().isEmpty() && !field->hasFocus();
    wrong->field->setFocus();
    if (!isNext) // Enter in a form goes to the next empty field without a word
        here->form().complain(wrong->field, wrong->words);
    return true;
}

void FirstRunWindow::next(bool byEnter) {
    if (m_working || m_leaving)
        return;
    if (m_done) {
        Q_EMIT finished();
        return;
    }
    if (step() == &finish()) {
        if (!byEnter) // it is weighty
            run();
        return;
    }
    if (complain(byEnter))
        return;
    const FirstRunStep* left = step();
    step()->take(m_answers);
    step()->leave([this, left] {
        if (step() != left || m_working)
            return;
        chooseSteps();
        go(m_at + 1);
        keepDraft();
    });
}

void FirstRunWindow::back() {
    if (m_working || m_done || m_at == 0)
        return;
    jump(m_at - 1);
}

void FirstRunWindow::jump(int to) {
    if (m_working || m_done || to > m_reached || to == m_at)
        return;
    step()->take(m_answers);
    chooseSteps();
    go(to);
    keepDraft();
}

void FirstRunWindow::keepDraft() {
    if (!m_done)
        FirstRunDraft{m_answers, m_at}.save(m_places.draftFile());
}

void FirstRunWindow::run() {
    for (int i = 0; i < int(m_steps.size()); ++i) { // passwords may be missing after an interruption
        if (!m_steps[std::size_t(i)]->problem())
            continue;
        go(i);
        complain(false);
        return;
    }
    m_working = true;
    finish().begin();
    showKeys();
    const auto tell = [window = QPointer<FirstRunWindow>(this)](int task, TaskState state) {
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [window, task, state] {
                if (window)
                    window->finish().showTask(task, state);
            },
            Qt::QueuedConnection);
    };
    const auto answers = std::make_shared<FirstRunAnswers>(m_answers);
    inBackground(
        this, [answers, places = m_places, save = m_save, tell] { return doFirstRun(*answers, places, save, tell); },
        [this, answers](const Result<void>& result) {
            answers->wipePasswords();
            ended(result);
        });
}

void FirstRunWindow::ended(const Result<void>& result) {
    m_working = false;
    if (!result.ok()) {
        finish().failed(result.error());
        showKeys();
        return;
    }
    m_done = true;
    QFile::remove(m_places.draftFile());
    m_answers.wipePasswords();
    for (FirstRunStep* known : m_all) { // the fields with them
        if (known != &finish())
            known->fill(m_answers);
    }
    finish().succeeded();
    m_list->setCurrent(-1, int(m_steps.size()));
    showKeys();
}

void FirstRunWindow::showKeys() {
    while (QLayoutItem* item = m_keys->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const bool last = step() == &finish();
    m_next->setText(m_done ? tr("Go on to the sign-in") : last ? tr("Set it up") : tr("Next"));
    m_next->setEnabled(!m_working);
    m_back->setEnabled(m_at > 0 && !m_working && !m_done);
    for (const auto& [button, action] : {std::pair(m_nextButton, m_next), std::pair(m_backButton, m_back)}) {
        button->setText(action->text());
        button->setKey(keyText(action->shortcut()));
        button->setEnabled(action->isEnabled());
    }
    QList<QAction*> offered{m_next, m_back};
    offered += step()->actions();
    offered += m_actions.mid(2);
    for (QAction* action : qAsConst(offered)) {
        if (!action->isEnabled())
            continue;
        auto* hint = new KeyHint(keyText(action->shortcut()), action->text());
        connect(hint, &KeyHint::clicked, action, &QAction::trigger, Qt::QueuedConnection);
        m_keys->addWidget(hint);
    }
    m_keys->addStretch();
}

void FirstRunWindow::speak(const QString& language) {
    if (m_working)
        return;
    Preferences changed = m_preferences;
    changed.language = language;
    use(changed);
}

void FirstRunWindow::use(const Preferences& preferences) {
    const bool newLanguage = preferences.language != m_preferences.language;
    m_preferences = preferences;
    m_preferences.save(m_preferencesFile);
    if (newLanguage) {
        useLanguage(m_preferences.language);
        chooseFontFamilies(m_preferences.language);
    }
    Theme(m_preferences.mode, m_preferences.density).apply();
    if (!newLanguage || m_done)
        return;
    step()->take(m_answers);
    build(); // texts are made with the widgets
    go(m_at);
}

void FirstRunWindow::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && !event->isAutoRepeat() && (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier) {
        if (!step()->takeEnter())
            next(true);
        return;
    }
    if (event->key() == Qt::Key_Escape) {
        step()->stepBack();
        return;
    }
    QWidget::keyPressEvent(event);
}

void FirstRunWindow::closeEvent(QCloseEvent* event) {
    if (m_working) { // a few seconds; then it says how it went
        event->ignore();
        return;
    }
    if (!m_done) {
        step()->take(m_answers);
        keepDraft();
    }
    event->accept();
}

} // namespace meterhall::ui
