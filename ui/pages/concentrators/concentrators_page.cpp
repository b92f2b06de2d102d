#include "ui/pages/concentrators/concentrators_page.h"

#include "ui/pages/concentrators/frames_panel.h"
#include "ui/pages/concentrators/station_card.h"
#include "ui/pages/concentrators/terminal_words.h"
#include "ui/shell/desk.h"
#include "ui/shell/error_bar.h"
#include "ui/shell/station_line.h"
#include "ui/theme/theme.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/card.h"
#include "ui/widgets/ledger_table.h"
#include "ui/widgets/text_forms.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>

namespace meterhall::ui {

using services::MeterOfTerminal;
using services::ReadingRunRow;
using services::TerminalOverview;

namespace {

constexpr int visibleRuns = 3;
constexpr int runsAtOnce = 50;

std::vector<Column> terminalColumns() {
    return {{.title = ConcentratorsPage::tr("Concentrator"), .width = 150, .flexible = true},
            {.title = ConcentratorsPage::tr("State"), .width = 128},
            {.title = ConcentratorsPage::tr("Read"), .width = 84, .number = true},
            {.title = ConcentratorsPage::tr("Meters"), .width = 76, .number = true}};
}

std::vector<Column> unreadColumns() {
    return {{.title = ConcentratorsPage::tr("Meter"), .width = 170},
            {.title = ConcentratorsPage::tr("Why"), .width = 220, .flexible = true, .mayElide = true},
            {.title = ConcentratorsPage::tr("Tries"), .width = 60, .number = true},
            {.title = ConcentratorsPage::tr("Last reading"), .width = 116, .number = true}};
}

std::vector<Column> readingRunColumns() {
    return {{.title = ConcentratorsPage::tr("Begun"), .width = 144},
            {.title = ConcentratorsPage::tr("What was read"), .width = 130, .flexible = true},
            {.title = ConcentratorsPage::tr("By"), .width = 96},
            {.title = ConcentratorsPage::tr("Asked"), .width = 72, .number = true},
            {.title = ConcentratorsPage::tr("Read"), .width = 72, .number = true},
            {.title = ConcentratorsPage::tr("Unread"), .width = 76, .number = true}};
}

LedgerRow terminalRow(std::int64_t id, const TerminalOverview& terminal, const QString& heard) {
    const TerminalState state = stateOfTerminal(terminal);
    const auto& run = terminal.lastRun;
    return {.id = id,
            .cells = {{.text = terminal.name, .second = heard},
                      {.text = state.words, .badge = state.state, .order = -troubleOf(terminal)},
                      {.text = run ? countText(run->read) : QStringLiteral("—"),
                       .second = run ? ConcentratorsPage::tr("of %1").arg(countText(run->asked)) : QString(),
                       .order = run ? run->read : -1},
                      {.text = countText(terminal.meters), .order = terminal.meters}}};
}

LedgerRow unreadRow(const MeterOfTerminal& meter, Date today) {
    return {.id = meter.meter.raw(),
            .cells = {{.text = meter.number, .second = meter.holder},
                      {.text = causeText(meter.outcome->cause), .second = meter.outcome->evidence},
                      {.text = countText(meter.outcome->tries), .order = meter.outcome->tries},
                      {.text = meter.dial ? numberText(*meter.dial) : QStringLiteral("—"),
                       .second = meter.receivedOn ? shortDayText(*meter.receivedOn, today) : QString()}}};
}

LedgerRow runRow(const ReadingRunRow& run, const UtilityZone& zone) {
    const bool over = run.finishedAt.has_value();
    return {.id = run.run,
            .cells = {{.text = momentText(run.startedAt, zone)},
                      {.text = runScopeText(run)},
                      {.text = run.startedBy.name},
                      {.text = countText(run.asked), .order = run.asked},
                      {.text = over ? countText(run.read) : QStringLiteral("—"), .order = run.read},
                      {.text = over ? countText(run.unread) : ConcentratorsPage::tr("not over"),
                       .tone = over && run.unread > 0 ? Token::Warn : Token::Text,
                       .order = run.unread}}};
}

} // namespace

ConcentratorsPage::ConcentratorsPage(Desk& desk, QWidget* parent)
    : Page(desk, parent)
    , m_error(new ErrorBar)
    , m_station(new StationCard(desk))
    , m_listCard(new Card(tr("Concentrators")))
    , m_list(new LedgerTable(terminalColumns(), RowHeight::TwoLine))
    , m_headCard(new Card(tr("Nothing is selected")))
    , m_state(new Badge)
    , m_figures(makeLabel(TextRole::Emphasis))
    , m_heard(makeLabel(TextRole::Label, {}, "text2"))
    , m_causes(makeLabel(TextRole::Label, {}, "text2"))
    , m_metersCard(new Card(tr("Not read")))
    , m_meters(new LedgerTable(unreadColumns(), RowHeight::TwoLine))
    , m_runs(new LedgerTable(readingRunColumns())) {
    if (const ReadingStation* station = desk.station())
        m_frames = new FramesPanel(*station, desk.zone());
    addKeys();
    auto* across = new QHBoxLayout(this);
    across->setContentsMargins(14, 14, 14, 14);
    across->setSpacing(10);
    across->addWidget(buildLeft(), 2);
    across->addWidget(buildRight(), 3);
    connect(m_list, &LedgerTable::currentChanged, this, [this] {
        if (!m_filling)
            showSelected();
    });
    connect(m_meters, &LedgerTable::currentChanged, this, &ConcentratorsPage::allow);
    if (const ReadingStation* station = desk.station())
        followStation(*station);
    allow();
}

void ConcentratorsPage::addKeys() {
    m_readAll = addKey(
        tr("Read all"), Qt::CTRL | Qt::Key_Return, [this] { begin({}); }, "play");
    m_readTerminal = addKey(tr("Read this concentrator"), Qt::Key_F6, [this] {
        if (const TerminalOverview* terminal = selected())
            begin({.terminal = terminal->name});
    });
    m_readMeter = addKey(tr("Read this meter"), Qt::Key_F7, [this] { readSelectedMeter(); });
    m_cancel = addKey(
        tr("End the run"), Qt::Key_F8, [this] { desk().station()->cancel(); }, "stop");
    addKey(tr("Find"), Qt::Key_F2, [this] { Q_EMIT searchWanted(); });
    addLookAgain(Qt::Key_F5, [this] { lookAgain(); });
    addKey(tr("Concentrators"), Qt::CTRL | Qt::Key_1, [this] { m_list->setFocus(); });
    addKey(tr("Unread meters"), Qt::CTRL | Qt::Key_2, [this] { m_meters->setFocus(); });
    addKey(tr("Runs"), Qt::CTRL | Qt::Key_3, [this] { m_runs->setFocus(); });
    if (m_frames)
        addKey(tr("Frames"), Qt::CTRL | Qt::Key_M, [this] { m_frames->focusTable(); });
}

void ConcentratorsPage::followStation(const ReadingStation& station) {
    connect(&station, &ReadingStation::changed, this, &ConcentratorsPage::stationChanged);
    connect(&station, &ReadingStation::started, this, &ConcentratorsPage::stationChanged);
    connect(&station, &ReadingStation::progressed, this, &ConcentratorsPage::stationChanged);
    connect(&station, &ReadingStation::finished, this, &ConcentratorsPage::runFinished);
    connect(&station, &ReadingStation::failed, this, [this](const Error& error) {
        m_error->show(error);
        stationChanged();
        lookAgain();
    });
}

QWidget* ConcentratorsPage::buildLeft() {
    m_list->setEmptyText(tr("No concentrator is in the archive."));
    m_listCard->setHint(tr("the worst first"));
    m_listCard->addFlush(m_list, 1);
    auto* left = new QWidget;
    auto* layout = new QVBoxLayout(left);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    layout->addWidget(m_listCard, 1);
    if (m_frames)
        layout->addWidget(m_frames, 1);
    return left;
}

QWidget* ConcentratorsPage::buildRight() {
    auto* right = new QWidget;
    auto* layout = new QVBoxLayout(right);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_headCard->addToTitle(m_state);
    for (QLabel* line : {m_figures, m_heard, m_causes}) {
        line->setWordWrap(true);
        m_headCard->body()->addWidget(line);
    }
    m_headCard->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_metersCard->addFlush(m_meters, 1);
    auto* runs = new Card(tr("Latest runs"));
    m_runs->setVisibleRows(visibleRuns);
    m_runs->setEmptyText(tr("No run yet."));
    runs->addFlush(m_runs);
    runs->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    layout->addWidget(m_error);
    layout->addWidget(m_station);
    layout->addWidget(m_headCard);
    layout->addWidget(m_metersCard, 1);
    layout->addWidget(runs);
    return right;
}

QString ConcentratorsPage::context() const {
    const int unread = std::accumulate(m_terminals.begin(), m_terminals.end(), 0, [](int sum, const auto& terminal) {
        return sum + (terminal.lastRun ? terminal.lastRun->unread : 0);
    });
    return unread == 0 ? QString() : tr("%n meters unread", nullptr, unread);
}

void ConcentratorsPage::enter(const Visit& visit) {
    m_wanted = visit.text;
    stationChanged();
    if (m_frames)
        m_frames->refresh();
    lookAgain();
}

bool ConcentratorsPage::stepBack() {
    const bool shown = m_error->isShown();
    m_error->clear();
    return shown;
}

void ConcentratorsPage::focusFirst() {
    m_list->setFocus();
}

const TerminalOverview* ConcentratorsPage::selected() const {
    const std::int64_t id = m_list->currentId();
    return id > 0 && std::size_t(id) <= m_terminals.size() ? &m_terminals[std::size_t(id - 1)] : nullptr;
}

void ConcentratorsPage::begin(const services::ReadingScope& scope) {
    m_error->clear();
    desk().station()->start(scope);
}

void ConcentratorsPage::readSelectedMeter() {
    if (const LedgerRow* row = m_meters->model().row(m_meters->model().rowOf(m_meters->currentId())))
        begin({.meter = row->cells.front().text});
}

void ConcentratorsPage::stationChanged() {
    m_station->refresh();
    if (const TerminalOverview* terminal = selected())
        showHead(*terminal);
    allow();
}

void ConcentratorsPage::runFinished(const ReadingStation::Run& run) {
    stationChanged();
    lookAgain();
    Q_EMIT workWanted();
    Q_EMIT toastWanted(tr("%1: %2 read, %3 not read.")
                           .arg(StationLine::titleOf(run.scope), countText(run.read), countText(run.failed)),
                       {});
}

void ConcentratorsPage::allow() {
    const ReadingStation* station = desk().station();
    const bool mayRead = station && desk().may(Service::StartReadingRun);
    const bool isIdle = mayRead && !station->run();
    m_readAll->setEnabled(isIdle && !m_terminals.empty());
    m_readTerminal->setEnabled(isIdle && selected());
    m_readMeter->setEnabled(isIdle && m_meters->currentId() > 0);
    m_cancel->setEnabled(mayRead && station->run() && !station->run()->cancelled);
    for (QAction* action : {m_readAll, m_readTerminal, m_readMeter, m_cancel})
        action->setVisible(mayRead);
}

void ConcentratorsPage::lookAgain() {
    desk().read(
        this, [](services::Session& session) { return services::terminalOverviews(session); },
        [this](Result<std::vector<TerminalOverview>> terminals) {
            if (!terminals.ok()) {
                m_error->show(terminals.error());
                return;
            }
            showTerminals(std::move(*terminals));
            tellRead();
        });
    desk().read(
        this, [](services::Session& session) { return services::readingRuns(session, {}, runsAtOnce); },
        [this](const Result<std::vector<ReadingRunRow>>& runs) {
            if (runs.ok())
                showRuns(*runs);
            else
                m_error->show(runs.error());
        });
}

void ConcentratorsPage::showTerminals(std::vector<TerminalOverview> terminals) {
    if (const TerminalOverview* before = selected(); before && m_wanted.isEmpty())
        m_wanted = before->name;
    std::stable_sort(terminals.begin(), terminals.end(),
                     [](const TerminalOverview& a, const TerminalOverview& b) { return troubleOf(a) > troubleOf(b); });
    m_terminals = std::move(terminals);
    std::vector<LedgerRow> rows;
    int chosen = 0;
    for (const TerminalOverview& terminal : m_terminals) {
        if (terminal.name == m_wanted)
            chosen = int(rows.size());
        const QString heard =
            terminal.heardAt ? tr("heard %1").arg(momentText(*terminal.heardAt, desk().zone())) : tr("never heard");
        rows.push_back(terminalRow(std::int64_t(rows.size()) + 1, terminal, heard));
    }
    m_wanted.clear();
    m_filling = true;
    m_list->model().setRows(std::move(rows));
    m_list->selectRow(chosen);
    m_filling = false;
    showSelected();
    Q_EMIT contextChanged();
}

void ConcentratorsPage::showRuns(const std::vector<ReadingRunRow>& runs) {
    std::vector<LedgerRow> rows;
    rows.reserve(runs.size());
    for (const ReadingRunRow& run : runs)
        rows.push_back(runRow(run, desk().zone()));
    m_runs->model().setRows(std::move(rows));
}

void ConcentratorsPage::showSelected() {
    const TerminalOverview* terminal = selected();
    m_headCard->setVisible(terminal != nullptr);
    m_metersCard->setVisible(terminal != nullptr);
    const int question = ++m_question;
    allow();
    if (!terminal)
        return;
    showHead(*terminal);
    desk().read(
        this, [name = terminal->name](services::Session& session) { return services::metersOfTerminal(session, name); },
        [this, question](const Result<std::vector<MeterOfTerminal>>& meters) {
            if (question != m_question)
                return;
            if (!meters.ok())
                m_error->show(meters.error());
            else if (const TerminalOverview* shown = selected())
                showMeters(*shown, *meters);
        });
}

void ConcentratorsPage::showHead(const TerminalOverview& terminal) {
    const TerminalState state = stateOfTerminal(terminal);
    m_headCard->setTitle(terminal.name);
    m_headCard->setHint(carrierText(terminal.carrier));
    m_state->show(state.state, state.words);
    m_figures->setText(terminal.lastRun
                           ? tr("%1 of %2 meters read in the run of %3")
                                 .arg(countText(terminal.lastRun->read), countText(terminal.lastRun->asked),
                                      momentText(terminal.lastRun->startedAt, desk().zone()))
                           : tr("No run has asked all of its %n meters yet.", nullptr, terminal.meters));
    const QString heard = terminal.heardAt ? tr("Last heard %1").arg(momentText(*terminal.heardAt, desk().zone()))
                                           : tr("Nothing was ever heard from it");
    const bool isHere = desk().station() && desk().station()->online().contains(terminal.name);
    m_heard->setText(isHere            ? tr("%1, connected to the station of this seat").arg(heard)
                     : terminal.heldBy ? tr("%1, %2 talks to it now").arg(heard, *terminal.heldBy)
                                       : tr("%1, no station talks to it now").arg(heard));
    QStringList causes;
    if (terminal.lastRun) {
        for (const auto& [cause, count] : terminal.lastRun->causes)
            causes << tr("%1: %2").arg(causeText(cause), countText(count));
    }
    m_causes->setText(causes.join(tr("; ")));
    m_causes->setVisible(!causes.isEmpty());
}

void ConcentratorsPage::showMeters(const TerminalOverview& terminal, const std::vector<MeterOfTerminal>& meters) {
    std::vector<LedgerRow> rows;
    bool asked = false;
    for (const MeterOfTerminal& meter : meters) {
        asked = asked || meter.outcome;
        if (meter.outcome && !meter.outcome->read)
            rows.push_back(unreadRow(meter, desk().businessDay()));
    }
    m_meters->setEmptyText(meters.empty() ? tr("No meter hangs behind it.")
                           : asked        ? tr("Every meter that was asked was read.")
                                          : tr("None of its meters was asked yet."));
    m_metersCard->setTitle(rows.empty() ? tr("Not read") : tr("%n meters not read", nullptr, int(rows.size())));
    m_metersCard->setHint(terminal.name);
    m_meters->model().setRows(std::move(rows));
    m_meters->selectRow(0);
    allow();
}

} // namespace meterhall::ui
