#include "ui/pages/tariffs/tariffs_page.h"

#include "core/tariffs/tariff_json.h"
#include "ui/pages/parts/watched_work.h"
#include "ui/pages/parts/why_card.h"
#include "ui/pages/tariffs/form_blocks.h"
#include "ui/pages/tariffs/replay_panel.h"
#include "ui/pages/tariffs/sheet_panel.h"
#include "ui/pages/tariffs/tariff_form.h"
#include "ui/pages/tariffs/tariff_words.h"
#include "ui/pages/tariffs/template_panel.h"
#include "ui/shell/desk.h"
#include "ui/shell/error_bar.h"
#include "ui/theme/theme.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/card.h"
#include "ui/widgets/commodity_look.h"
#include "ui/widgets/key_cap.h"
#include "ui/widgets/ledger_table.h"
#include "ui/widgets/number_edit.h"
#include "ui/widgets/text_forms.h"

#include <QFile>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QLabel>
#include <QSaveFile>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace meterhall::ui {

using services::Session;
using services::ShownTariff;
using services::TariffChoice;
using services::TariffRow;
using services::TariffState;

namespace {

constexpr int tariffListWidth = 352;
constexpr int costFieldWidth = 130;

std::vector<Column> tariffColumns() {
    return {{.title = TariffsPage::tr("Tariff"), .width = 120, .flexible = true, .mayElide = true},
            {.title = TariffsPage::tr("From"), .width = 92},
            {.title = TariffsPage::tr("State"), .width = 128}};
}

std::vector<Column> differenceColumns() {
    return {{.title = TariffsPage::tr("What"), .width = 240, .flexible = true, .mayElide = true},
            {.title = TariffsPage::tr("Before"), .width = 150, .mayElide = true},
            {.title = TariffsPage::tr("Now"), .width = 150, .mayElide = true}};
}

LedgerRow versionLine(std::int64_t id, const TariffRow& tariff, const services::TariffVersionRow& version) {
    const StateWords state = stateOfVersion(version.state);
    return {.id = id,
            .cells = {{.text = tariff.name.isEmpty() ? tariff.code : tariff.name,
                       .second = version.priceOrder,
                       .icon = tariff.commodity ? commodityIcon(*tariff.commodity) : nullptr,
                       .iconTone = tariff.commodity ? commodityToken(*tariff.commodity) : Token::Text2,
                       .order = id},
                      {.text = version.effectiveFrom.toString()},
                      {.text = state.text, .badge = state.state}}};
}

QString nameOf(const ShownTariff& shown) {
    return shown.tariff.name.isEmpty() ? shown.tariff.code : shown.tariff.name;
}

/// A draft has no id.
TariffChoice choiceOf(const ShownTariff& shown) {
    return {shown.tariff.code,
            shown.state == TariffState::Draft ? std::optional<TariffVersionId>() : std::optional(shown.version.id)};
}

/// By which a page that is made anew finds the replay again.
QString replayNameOf(const ShownTariff& shown) {
    const TariffChoice of = choiceOf(shown);
    return QStringLiteral("replay %1 %2").arg(of.code, of.version ? of.version->toString() : QStringLiteral("draft"));
}

/// What is compared with: the version before in the form of a file, empty where there is none.
QJsonObject fileBefore(const ShownTariff& shown) {
    return shown.before ? exportTariff(shown.tariff, *shown.before) : QJsonObject();
}

} // namespace

TariffsPage::TariffsPage(Desk& desk, QWidget* parent)
    : Page(desk, parent)
    , m_error(new ErrorBar)
    , m_list(new LedgerTable(tariffColumns(), RowHeight::TwoLine))
    , m_head(new Card(tr("Nothing is selected")))
    , m_state(new Badge)
    , m_proved(new Badge)
    , m_replayed(new Badge)
    , m_facts(makeLabel(TextRole::Label, {}, "text2"))
    , m_stack(new QStackedWidget)
    , m_form(new TariffForm)
    , m_differences(new LedgerTable(differenceColumns()))
    , m_sheet(new SheetPanel)
    , m_template(new TemplatePanel)
    , m_use(new QuantityEdit({}, 6))
    , m_position(new QuantityEdit({}, 6))
    , m_why(new WhyCard) {
    addKeys();
    auto* across = new QHBoxLayout(this);
    across->setContentsMargins(14, 14, 14, 14);
    across->setSpacing(10);
    across->addWidget(buildLeft());
    across->addWidget(buildRight(), 1);
    connect(m_list, &LedgerTable::currentChanged, this, [this] {
        if (!m_filling)
            readChosen();
    });
    connect(m_list, &LedgerTable::activated, this, [this] { choose(View::Prices); });
    connect(m_form, &TariffForm::edited, this, [this](const QJsonObject& file) {
        if (m_shown)
            save(m_shown->tariff.code, file, {});
    });
    connect(m_sheet, &SheetPanel::selectedChanged, this, &TariffsPage::showRow);
    for (QuantityEdit* edit : {m_use, m_position})
        connect(edit, &QLineEdit::returnPressed, this, &TariffsPage::askCost);
    choose(View::Prices);
    sayWhatToChoose();
}

void TariffsPage::addKeys() {
    m_do = addKey(
        tr("Do it"), Qt::CTRL | Qt::Key_Return, [this] { act(); }, "check", Token::AccentText);
    addKey(tr("Versions"), Qt::CTRL | Qt::Key_1, [this] { m_list->setFocus(); });
    addDraftKeys();
    m_replay = addKey(
        tr("Replay"), Qt::CTRL | Qt::Key_R, [this] { startReplay(); }, "refresh");
    m_export = addKey(tr("Export"), Qt::CTRL | Qt::Key_E, [this] { chooseExport(); });
    m_askCost = addKey(tr("What does it cost"), Qt::Key_F9, [this] { m_use->setFocus(); });
    addKey(tr("Find"), Qt::Key_F2, [this] { Q_EMIT searchWanted(); });
    addLookAgain(Qt::Key_F5, [this] { lookAgain(); });
}

void TariffsPage::addDraftKeys() {
    m_edit = addKey(
        tr("Change as a draft"), Qt::Key_F4, [this] { beginDraft(); }, "edit");
    m_new = addKey(
        tr("New from a template"), Qt::Key_F6, [this] { beginTemplate(); }, "plus");
    m_import = addKey(
        tr("Import"), Qt::Key_F7, [this] { chooseImport(); }, "import");
    m_drop = addKey(
        tr("Drop the draft"), Qt::Key_F8, [this] { dropDraft(); }, "trash");
    m_bringBack = addKey(
        tr("Bring the draft back"), Qt::CTRL | Qt::Key_Z, [this] { bringBack(); }, "undo");
    m_addTier = addKey(tr("Add a tier"), Qt::ALT | Qt::Key_Down, [this] { changeTiers(withTier(m_shown->file)); });
    m_removeTier =
        addKey(tr("Remove the last tier"), Qt::ALT | Qt::Key_Up, [this] { changeTiers(withoutTier(m_shown->file)); });
}

QWidget* TariffsPage::buildLeft() {
    auto* card = new Card(tr("Tariffs and versions"));
    card->setFixedWidth(tariffListWidth);
    m_list->setEmptyText(desk().may(Service::EnterTariff) ? tr("No tariff yet. F6 takes a published one to begin with.")
                                                          : tr("No tariff yet."));
    card->addFlush(m_list, 1);
    return card;
}

QWidget* TariffsPage::buildRight() {
    auto* right = new QWidget;
    auto* down = new QVBoxLayout(right);
    down->setContentsMargins(0, 0, 0, 0);
    down->setSpacing(8);
    m_differences->setName(tr("Differences"));
    m_differences->setEmptyText(tr("Nothing differs from the version before."));
    m_replayPanel = new ReplayPanel(m_replay, desk().zone());
    for (QWidget* view : {static_cast<QWidget*>(m_form), static_cast<QWidget*>(m_differences),
                          static_cast<QWidget*>(m_sheet), static_cast<QWidget*>(m_replayPanel)})
        m_stack->addWidget(view);
    auto* card = new Card;
    card->addFlush(m_stack, 1);
    m_template->hide();
    m_tabRow = new QWidget;
    auto* tabs = new QHBoxLayout(m_tabRow);
    tabs->setContentsMargins(0, 0, 0, 0);
    tabs->setSpacing(8);
    for (QAction* action : {addView(tr("Prices"), Qt::CTRL | Qt::Key_2, View::Prices),
                            addView(tr("Differences"), Qt::CTRL | Qt::Key_D, View::Differences),
                            addView(tr("Boundary sheet"), Qt::CTRL | Qt::Key_B, View::Sheet),
                            addView(tr("Outcome of the replay"), Qt::CTRL | Qt::Key_3, View::Replay)}) {
        auto* button = new KeyButton(action);
        button->setFocusPolicy(Qt::NoFocus);
        tabs->addWidget(button);
        m_tabs.emplace_back(View(m_tabs.size()), button);
    }
    tabs->addStretch();
    down->addWidget(m_error);
    down->addWidget(buildHead());
    down->addWidget(m_tabRow);
    down->addWidget(card, 1);
    down->addWidget(m_template, 1);
    m_costRow = buildCost();
    down->addWidget(m_costRow);
    down->addWidget(m_why);
    return right;
}

QWidget* TariffsPage::buildHead() {
    m_head->addToTitle(m_state);
    m_facts->setWordWrap(true);
    auto* gate = new QHBoxLayout;
    gate->setSpacing(10);
    m_doButton = new KeyButton(m_do);
    m_doButton->setKind("primary");
    m_doButton->setFocusPolicy(Qt::NoFocus);
    gate->addWidget(m_proved);
    gate->addWidget(m_replayed);
    gate->addStretch();
    gate->addWidget(m_doButton);
    m_head->body()->addWidget(m_facts);
    m_head->body()->addLayout(gate);
    m_head->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    return m_head;
}

QWidget* TariffsPage::buildCost() {
    auto* line = new QWidget;
    auto* across = new QHBoxLayout(line);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(10);
    for (const auto& [edit, title] :
         {std::pair(m_use, tr("What does this use cost")), std::pair(m_position, tr("when the ladder stands at"))}) {
        edit->setFixedWidth(costFieldWidth);
        edit->setAccessibleName(title);
        across->addWidget(makeLabel(TextRole::Label, title, "text2"));
        across->addWidget(edit);
    }
    across->addStretch();
    return line;
}

QAction* TariffsPage::addView(const QString& text, const QKeySequence& keys, View view) {
    return addKey(text, keys, [this, view] {
        choose(view);
        if (view == View::Prices)
            m_form->focusFirst();
        else if (view == View::Differences)
            m_differences->setFocus();
        else if (view == View::Sheet)
            m_sheet->focusTable();
        else
            m_replayPanel->focusTable();
    });
}

QString TariffsPage::context() const {
    return m_shown ? tr("%1, %2").arg(nameOf(*m_shown), m_shown->version.priceOrder) : QString();
}

void TariffsPage::enter(const Visit& visit) {
    if (!visit.text.isEmpty())
        m_wanted = TariffChoice{visit.text, {}};
    lookAgain();
}

bool TariffsPage::stepBack() {
    if (m_template->isVisible()) {
        choose(m_view);
        m_list->setFocus();
        return true;
    }
    if (WatchedWork* work = replay(); m_view == View::Replay && work && work->isAtWork()) {
        work->run().cancel();
        return true;
    }
    const bool shown = m_error->isShown();
    m_error->clear();
    return shown;
}

void TariffsPage::focusFirst() {
    m_list->setFocus();
}

std::optional<TariffChoice> TariffsPage::choice() const {
    const std::int64_t id = m_list->currentId();
    return id > 0 && std::size_t(id) <= m_choices.size() ? std::optional(m_choices[std::size_t(id - 1)]) : std::nullopt;
}

void TariffsPage::lookAgain() {
    desk().read(
        this, [](Session& session) { return services::tariffs(session); },
        [this](const Result<std::vector<TariffRow>>& rows) {
            if (!rows.ok()) {
                m_error->show(rows.error());
                return;
            }
            showList(*rows);
            tellRead();
        });
}

void TariffsPage::showList(const std::vector<TariffRow>& rows) {
    const auto before = m_wanted ? m_wanted : choice();
    m_wanted.reset();
    m_choices.clear();
    std::vector<LedgerRow> lines;
    int chosen = 0;
    for (const TariffRow& tariff : rows) {
        for (const services::TariffVersionRow& version : tariff.versions) {
            m_choices.push_back({tariff.code, version.id});
            const bool sameTariff = before && before->code == tariff.code;
            const bool isFirst = lines.empty() || m_choices[lines.size() - 1].code != tariff.code;
            if (sameTariff && (isFirst || before->version == version.id))
                chosen = int(lines.size());
            lines.push_back(versionLine(std::int64_t(lines.size()) + 1, tariff, version));
        }
    }
    m_filling = true;
    m_list->model().setRows(std::move(lines));
    m_list->selectRow(chosen);
    m_filling = false;
    readChosen();
}

void TariffsPage::readChosen() {
    const int question = ++m_question;
    const auto wanted = choice();
    allow();
    if (!wanted)
        return;
    desk().read(
        this, [wanted = *wanted](Session& session) { return services::shownTariff(session, wanted); },
        [this, question](Result<ShownTariff> shown) {
            if (question != m_question)
                return;
            if (shown.ok())
                showChosen(std::move(*shown));
            else
                m_error->show(shown.error());
        });
}

void TariffsPage::showChosen(ShownTariff shown) {
    m_shown = std::move(shown);
    const bool editable = m_shown->state == TariffState::Draft && desk().may(Service::EnterTariff);
    m_form->show(m_shown->file, fileBefore(*m_shown), editable, policySentences(m_shown->version));
    m_sheet->show(m_shown->sheet, unitText(unitCode(m_shown->version.unit)));
    showHead();
    showDifferences();
    showReplay();
    if (WatchedWork* work = replay(); work && work->isAtWork())
        watch(work); // begun before this page was
    sayWhatToChoose();
    allow();
    Q_EMIT contextChanged();
}

void TariffsPage::showHead() {
    const StateWords state = stateOfVersion(m_shown->state);
    m_head->setTitle(nameOf(*m_shown));
    m_head->setHint(tr("%1, from %2").arg(m_shown->tariff.code, m_shown->version.effectiveFrom.toString()));
    m_state->show(state.state, state.text);
    showProved(*m_proved, m_shown->sheet);
    const QString by = m_shown->state == TariffState::Draft ? tr("last changed by %1").arg(m_shown->enteredBy.name)
                                                            : tr("entered by %1").arg(m_shown->enteredBy.name);
    QStringList facts{tr("%n accounts are on this tariff", nullptr, int(m_shown->accounts)), by};
    if (m_shown->activatedBy)
        facts += tr("put in force by %1").arg(m_shown->activatedBy->name);
    const int days = m_shown->version.effectiveFrom.daysSince(desk().businessDay());
    if (days > 0)
        facts += tr("counts in %n days", nullptr, days);
    else if (m_shown->state == TariffState::Draft || m_shown->state == TariffState::Proved)
        facts += tr("its day is past: bills that are issued keep their prices");
    m_facts->setText(facts.join(tr("; ")));
}

void TariffsPage::showDifferences() {
    std::vector<LedgerRow> lines;
    const QJsonObject before = fileBefore(*m_shown);
    if (!before.isEmpty()) {
        for (const services::TariffDifference& found : services::differencesOf(before, m_shown->file))
            lines.push_back({.id = std::int64_t(lines.size()) + 1,
                             .cells = {{.text = pathText(found.path, found.after.isEmpty() ? before : m_shown->file)},
                                       {.text = valueText(found.path, found.before)},
                                       {.text = valueText(found.path, found.after)}}});
    }
    m_differences->setEmptyText(before.isEmpty() ? tr("There is no version in force before this one.")
                                                 : tr("Nothing differs from the version before."));
    m_differences->model().setRows(std::move(lines));
}

void TariffsPage::showRow() {
    const auto place = m_sheet->selected();
    if (!m_shown || !place || *place >= m_shown->sheet.rows.size())
        return;
    const services::SheetRow& row = m_shown->sheet.rows[*place];
    const bool ofBefore = row.point == services::SheetPoint::DayBeforeChange && m_shown->before;
    if (row.bill)
        m_why->show(services::arithmeticOf(*row.bill, ofBefore ? *m_shown->before : m_shown->version,
                                           m_shown->tariff.commodity));
    else
        sayWhatToChoose();
}

WatchedWork* TariffsPage::replay() const {
    return m_shown ? WatchedWork::latest(desk(), replayNameOf(*m_shown)) : nullptr;
}

// It is of the version as it is now; the answer keeps its text, for a draft may change meanwhile.
void TariffsPage::startReplay() {
    choose(View::Replay);
    if (WatchedWork* work = replay(); work && work->isAtWork()) {
        work->run().resume();
        return;
    }
    m_error->clear();
    const TariffChoice of = choiceOf(*m_shown);
    watch(WatchedWork::begin<ReplayedTariff>(
        desk(), replayNameOf(*m_shown), tr("Replay of %1").arg(nameOf(*m_shown)), Desk::RunOn::Reader,
        [of, file = m_shown->file](Session& session, const WorkProgress& progress) -> Result<ReplayedTariff> {
            MH_TRY(services::TariffReplay replay, services::replayTariff(session, {.draft = of}, progress));
            return ReplayedTariff{file, std::move(replay)};
        }));
    showReplay();
}

void TariffsPage::watch(WatchedWork* work) {
    if (work == m_watched)
        return;
    m_watched = work;
    connect(work, &WatchedWork::changed, this, [this, work] {
        if (work != replay())
            return; // of another version
        showReplay();
        if (const auto& error = work->run().error())
            m_error->show(*error);
    });
}

void TariffsPage::showReplay() {
    const WatchedWork* work = replay();
    m_replayPanel->show(work, m_shown->file, unitText(unitCode(m_shown->version.unit)));
    showReplayed(*m_replayed, work, m_shown->file);
}

void TariffsPage::sayWhatToChoose() {
    m_why->clear(tr("Choose a row of the boundary sheet, or type some use and press Enter."));
}

void TariffsPage::choose(View view) {
    m_view = view;
    m_template->hide();
    m_stack->parentWidget()->show();
    m_stack->setCurrentIndex(int(view));
    for (const auto& [shown, button] : m_tabs)
        button->setChosen(shown == view);
    allow();
}

void TariffsPage::allow() {
    const bool mayEnter = desk().may(Service::EnterTariff);
    const bool isNew = !m_template->isHidden();
    for (QWidget* ofVersion : {static_cast<QWidget*>(m_why), m_tabRow, m_costRow})
        ofVersion->setVisible(!isNew); // the list of templates takes their room
    m_askCost->setEnabled(!isNew);
    const bool isDraft = m_shown && m_shown->state == TariffState::Draft;
    const bool waits = m_shown && m_shown->state == TariffState::Proved;
    const bool canEnter = isDraft && mayEnter && m_shown->sheet.holds();
    const bool canForce = waits && (mayEnter || desk().may(Service::ActivateTariff));
    m_do->setText(isNew       ? tr("Begin a draft from it")
                  : canEnter  ? tr("Enter, and ask the second person")
                  : !canForce ? tr("Nothing to put in force")
                  : mayEnter  ? tr("Ask the second person")
                              : tr("Put in force from %1").arg(m_shown->version.effectiveFrom.toString()));
    m_do->setEnabled(!m_busy && (isNew || canEnter || canForce));
    m_edit->setEnabled(!m_busy && m_shown && !isDraft);
    m_drop->setEnabled(!m_busy && isDraft);
    m_bringBack->setEnabled(!m_busy && m_dropped);
    m_export->setEnabled(m_shown.has_value());
    m_replay->setEnabled(m_shown && !isNew);
    m_addTier->setEnabled(!m_busy && isDraft && withTier(m_shown->file));
    m_removeTier->setEnabled(!m_busy && isDraft && withoutTier(m_shown->file));
    for (QAction* action : {m_edit, m_new, m_import, m_drop, m_bringBack, m_addTier, m_removeTier})
        action->setVisible(mayEnter);
}

template <class Job, class After>
void TariffsPage::write(const QString& words, Job job, After after) {
    if (m_busy)
        return;
    m_busy = true;
    m_error->clear();
    allow();
    desk().write(words, this, std::move(job), [this, after = std::move(after)](const auto& result) {
        m_busy = false;
        if (result.ok()) {
            m_enter.kill();
            after(result);
        } else {
            m_enter.revive();
            m_error->show(result.error());
        }
        if (const auto next = result.ok() ? std::exchange(m_unsaved, {}) : std::nullopt)
            save(next->code, next->file, {});
        else
            lookAgain();
    });
}

void TariffsPage::save(const QString& code, const QJsonObject& file, const QString& said) {
    m_wanted = TariffChoice{code, {}};
    if (m_busy) {
        m_unsaved = Unsaved{code, file};
        return;
    }
    m_unsaved.reset();
    write(
        tr("Draft of %1").arg(code),
        [code, file](Session& session) { return services::saveTariffDraft(session, code, file); },
        [this, said](const Result<void>&) {
            if (!said.isEmpty())
                Q_EMIT toastWanted(said, {});
        });
}

void TariffsPage::beginDraft() {
    QJsonObject file = m_shown->file;
    const Date today = desk().businessDay();
    const Date first = AccountingMonth::containing(today).lastDay().addDays(1);
    file.insert(QLatin1String("effective_from"), first.toString());
    choose(View::Prices);
    save(m_shown->tariff.code, file, tr("A draft from %1. It saves itself.").arg(first.toString()));
}

void TariffsPage::dropDraft() {
    const QString code = m_shown->tariff.code;
    const QJsonObject file = m_shown->file;
    write(
        tr("Drop the draft of %1").arg(code),
        [code](Session& session) { return services::dropTariffDraft(session, code); },
        [this, code, file](const Result<void>&) {
            m_dropped = Unsaved{code, file};
            m_list->setFocus(); // a field would keep Ctrl Z for itself
            Q_EMIT toastWanted(tr("The draft of %1 is dropped.").arg(code), [this] { bringBack(); });
        });
}

void TariffsPage::bringBack() {
    if (const auto dropped = std::exchange(m_dropped, {}))
        save(dropped->code, dropped->file, tr("The draft of %1 is back.").arg(dropped->code));
}

void TariffsPage::changeTiers(std::optional<QJsonObject> file) {
    if (file)
        save(m_shown->tariff.code, *file, {});
}

void TariffsPage::act() {
    if (!m_template->isHidden()) {
        if (const auto wanted = m_template->take()) {
            choose(View::Prices);
            save(wanted->code, wanted->file, tr("A draft of %1. It saves itself.").arg(wanted->code));
        }
        return;
    }
    if (m_form->takeTyped())
        Q_EMIT toastWanted(tr("The last change is saved. Look at it, then enter the draft."), {});
    else if (m_shown->state == TariffState::Draft)
        enterDraft();
    else if (desk().may(Service::EnterTariff))
        askSecondPerson(m_shown->version.id, nameOf(*m_shown), m_shown->version.effectiveFrom);
    else
        putInForce();
}

void TariffsPage::enterDraft() {
    const QString code = m_shown->tariff.code;
    write(
        tr("Enter the draft of %1").arg(code),
        [code](Session& session) { return services::enterTariffDraft(session, code); },
        [this, name = nameOf(*m_shown), code,
         from = m_shown->version.effectiveFrom](const Result<TariffVersionId>& entered) {
            m_wanted = TariffChoice{code, *entered};
            askSecondPerson(*entered, name, from);
        });
}

void TariffsPage::putInForce() {
    const TariffVersionId version = m_shown->version.id;
    write(
        tr("Put %1 in force").arg(nameOf(*m_shown)),
        [version](Session& session) { return services::activateTariff(session, version); },
        [this, from = m_shown->version.effectiveFrom](const Result<void>&) {
            Q_EMIT toastWanted(tr("In force from %1.").arg(from.toString()), {});
        });
}

// Finance has come to this seat; the other's session activates, not that of whoever works here.
void TariffsPage::askSecondPerson(TariffVersionId version, const QString& what, Date from) {
    SecondPersonTask task{.what = tr("Put %1 in force").arg(what),
                          .rule = tr("Whoever enters prices does not put them in force: finance compares them with the "
                                     "price order and does it under their own name."),
                          .service = Service::ActivateTariff,
                          .job = [version](Session& session, const QString&) -> Result<void> {
                              return services::activateTariff(session, version);
                          },
                          .done =
                              [this, from] {
                                  m_enter.kill();
                                  Q_EMIT toastWanted(tr("In force from %1.").arg(from.toString()), {});
                                  lookAgain();
                              }};
    task.facts = {{tr("Tariff"), what}, {tr("In force from"), from.toString()}};
    if (m_shown) {
        task.facts.push_back({tr("Price order"), m_shown->version.priceOrder});
        task.facts.push_back({tr("Boundary sheet"), tr("%n rows proved", nullptr, int(m_shown->sheet.proved()))});
    }
    Q_EMIT secondPersonWanted(task);
}

void TariffsPage::beginTemplate() {
    m_error->clear();
    m_template->begin(AccountingMonth::containing(desk().businessDay()).lastDay().addDays(1));
    m_stack->parentWidget()->hide();
    m_template->show();
    m_template->focusFirst();
    allow();
}

void TariffsPage::chooseImport() {
    auto* dialog = new QFileDialog(this, tr("Import a tariff"), {}, tr("Tariffs (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &TariffsPage::importFile);
    dialog->open();
}

void TariffsPage::importFile(const QString& path) {
    QFile file(path);
    const QJsonDocument json =
        file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()) : QJsonDocument();
    const QString code = json.object().value(QLatin1String("id")).toString();
    if (code.isEmpty()) {
        m_error->show(TariffError::NotATariff);
        return;
    }
    choose(View::Prices);
    save(code, json.object(), tr("%1 is read as a draft.").arg(code));
}

void TariffsPage::chooseExport() {
    auto* dialog = new QFileDialog(this, tr("Export the tariff"), {}, tr("Tariffs (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("json"));
    dialog->selectFile(m_shown->tariff.code + QStringLiteral(".json"));
    connect(dialog, &QFileDialog::fileSelected, this, &TariffsPage::exportFile);
    dialog->open();
}

void TariffsPage::exportFile(const QString& path) {
    QSaveFile file(path);
    const QByteArray content = QJsonDocument(m_shown->file).toJson();
    if (file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.commit())
        Q_EMIT toastWanted(tr("Written to %1.").arg(path), {});
    else
        m_error->show(Error(BillingError::CannotRead, {path, file.errorString()}));
}

void TariffsPage::askCost() {
    const auto wanted = choice();
    const auto numberIn = [](const QuantityEdit& edit) {
        return edit.isEmpty() ? Result<BilledQuantity>(BilledQuantity::zero())
                              : BilledQuantity::parse(plainNumber(edit.text()));
    };
    const auto use = numberIn(*m_use);
    const auto before = numberIn(*m_position);
    if (!wanted || !use.ok() || !before.ok())
        return;
    const services::CostQuestion question{*use, *before};
    desk().read(
        this, [wanted = *wanted, question](Session& session) { return services::costOf(session, wanted, question); },
        [this](const Result<services::CostAnswer>& answer) {
            if (answer.ok())
                m_why->show(answer->arithmetic);
            else
                m_error->show(answer.error());
        });
}

} // namespace meterhall::ui
