#include "ui/shell/pending_panel.h"

#include "ui/errors/error_text.h"
#include "ui/printing/print_queue.h"
#include "ui/shell/alarm_lines.h"
#include "ui/shell/desk.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/icon_label.h"
#include "ui/widgets/text_forms.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>

namespace meterhall::ui {

namespace {
constexpr int panelWidth = 520;

QString wordsOf(const Error& error) {
    const ErrorText text = presented(error);
    return (text.happened + u' ' + text.money + u' ' + text.todo + u' ' + text.code).simplified();
}
} // namespace

PendingPanel::PendingPanel(Desk& desk, QWidget* parent)
    : QFrame(parent)
    , m_desk(desk)
    , m_rows(new QVBoxLayout(this)) {
    setProperty("role", "popup");
    setFocusPolicy(Qt::StrongFocus);
    m_rows->setContentsMargins(14, 12, 14, 12);
    m_rows->setSpacing(8);
    connect(&m_desk, &Desk::outboxChanged, this, &PendingPanel::fill);
    connect(&m_desk, &Desk::runsChanged, this, &PendingPanel::fill);
    connect(&m_desk.printer(), &PrintQueue::changed, this, &PendingPanel::fill);
    hide();
}

void PendingPanel::toggle() {
    setVisible(!isVisible());
    if (isVisible()) {
        raise();
        setFocus();
    }
}

void PendingPanel::placeAt(const QPoint& bottomLeft) {
    m_bottomLeft = bottomLeft;
    setFixedWidth(panelWidth);
    adjustSize();
    move(bottomLeft - QPoint(0, height()));
}

// New rows are laid out a moment later.
bool PendingPanel::event(QEvent* event) {
    const bool taken = QFrame::event(event);
    if (event->type() == QEvent::LayoutRequest)
        placeAt(m_bottomLeft);
    return taken;
}

void PendingPanel::showEvent(QShowEvent* event) {
    QFrame::showEvent(event);
    fill();
}

void PendingPanel::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        hide();
    else
        QFrame::keyPressEvent(event);
}

void PendingPanel::fill() {
    if (!isVisible())
        return;
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    addAlarms();
    m_rows->addWidget(makeLabel(TextRole::CardTitle, tr("On its way")));
    const int before = m_rows->count();
    addWrites();
    addPapers();
    addRuns();
    if (m_rows->count() == before)
        m_rows->addWidget(makeLabel(TextRole::Body, tr("Nothing waits: everything is stored and printed."), "text2"));
    placeAt(m_bottomLeft);
}

void PendingPanel::showAlarms(const std::vector<services::Alarm>& alarms) {
    if (alarms == m_alarms)
        return;
    m_alarms = alarms;
    fill();
}

void PendingPanel::addAlarms() {
    if (m_alarms.empty())
        return;
    m_rows->addWidget(makeLabel(TextRole::CardTitle, tr("Alarms")));
    for (const services::Alarm& alarm : m_alarms) {
        const AlarmLine line = lineOf(alarm, m_desk.zone());
        std::vector<Way> ways;
        if (!line.page.isEmpty())
            ways.push_back({tr("Go there"), [this, page = line.page] {
                                hide();
                                Q_EMIT pageWanted(page);
                            }});
        addRow("bell", line.text, line.detail, ways);
    }
}

void PendingPanel::addWrites() {
    for (const OutboxEntry& entry : m_desk.outbox()) {
        if (!entry.done)
            addRow("running", entry.what, tr("waiting for the database"), {});
        else if (entry.error)
            addRow("danger", entry.what, wordsOf(*entry.error),
                   {{tr("Seen"), [this, number = entry.number] { m_desk.forget(number); }}});
        else
            addRow("ok", entry.what, tr("done"),
                   {{tr("Seen"), [this, number = entry.number] { m_desk.forget(number); }}});
    }
}

void PendingPanel::addPapers() {
    for (const PrintQueue::Job& job : m_desk.printer().jobs()) {
        if (job.phase == PrintQueue::Phase::Printing)
            addRow("printer", job.name, tr("printing"), {});
        else if (job.phase == PrintQueue::Phase::Failed)
            addRow("danger", job.name, wordsOf(*job.error),
                   {{tr("Print again"), [this, number = job.number] { m_desk.printer().retry(number); }},
                    {tr("Without paper"), [this, number = job.number] { m_desk.printer().giveUp(number); }}});
    }
}

void PendingPanel::addRuns() {
    for (const QPointer<LongRun>& run : m_desk.runs()) {
        if (!run || run->phase() == LongRun::Phase::Finished || run->phase() == LongRun::Phase::Cancelled)
            continue;
        const auto& progress = run->progress();
        const QString far = progress.total ? tr("%1 of %2").arg(countText(progress.done), countText(*progress.total))
                                           : tr("%1 done").arg(countText(progress.done));
        if (run->phase() == LongRun::Phase::Failed)
            addRow("danger", run->title(), run->error() ? wordsOf(*run->error()) : QString(), {});
        else if (run->phase() == LongRun::Phase::Paused)
            addRow("pause", run->title(), far,
                   {{tr("Go on"), [run] { run->resume(); }}, {tr("Cancel"), [run] { run->cancel(); }}});
        else if (run->canPause())
            addRow("running", run->title(), far,
                   {{tr("Pause"), [run] { run->pause(); }}, {tr("Cancel"), [run] { run->cancel(); }}});
        else
            addRow("running", run->title(), far, {{tr("Cancel"), [run] { run->cancel(); }}});
    }
}

void PendingPanel::addRow(const char* iconName, const QString& title, const QString& detail,
                          const std::vector<Way>& ways) {
    auto* row = new QWidget;
    auto* across = new QHBoxLayout(row);
    across->setContentsMargins(0, 0, 0, 0);
    across->addWidget(new IconLabel(iconName, 18), 0, Qt::AlignTop);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(makeLabel(TextRole::Body, title));
    auto* more = makeLabel(TextRole::Hint, detail, "text2");
    more->setWordWrap(true);
    words->addWidget(more);
    across->addLayout(words, 1);
    for (const Way& way : ways) {
        auto* button = new QPushButton(way.text);
        connect(button, &QPushButton::clicked, this, way.go, Qt::QueuedConnection); // it refills the panel
        across->addWidget(button, 0, Qt::AlignTop);
    }
    m_rows->addWidget(row);
}

} // namespace meterhall::ui
