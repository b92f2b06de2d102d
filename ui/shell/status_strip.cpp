#include "ui/shell/status_strip.h"

#include "ui/printing/print_queue.h"
#include "ui/shell/desk.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/text_forms.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

#include <utility>

namespace meterhall::ui {

namespace {
constexpr qint64 slowMilliseconds = 200;
constexpr qint64 unknownMilliseconds = 3000;
constexpr qint64 alarmMilliseconds = 60'000;
} // namespace

StatusStrip::StatusStrip(Desk& desk, QWidget* parent)
    : QFrame(parent)
    , m_desk(desk)
    , m_layout(new QHBoxLayout(this))
    , m_seat(addItem("pin"))
    , m_shift(addItem("clock"))
    , m_server(addItem("server"))
    , m_printer(addItem("printer"))
    , m_alarms(addItem("bell"))
    , m_outbox(addItem("running"))
    , m_jobs(addItem("running"))
    , m_clock(makeLabel(TextRole::Hint, {}, "text2")) {
    setProperty("role", "status");
    setFixedHeight(28);
    m_layout->setContentsMargins(8, 0, 14, 0);
    m_layout->setSpacing(2);
    m_layout->addStretch();
    m_layout->addWidget(m_clock);
    showItem(m_seat, tr("%1, seat %2").arg(desk.workplace().hall.name).arg(desk.workplace().seat), "pin", Token::Text2);
    m_alarms->hide();
    m_outbox->hide();
    m_jobs->hide();
    m_shift->hide();
    m_server->hide();
    for (QPushButton* item : {m_alarms, m_outbox, m_jobs, m_printer})
        connect(item, &QPushButton::clicked, this, &StatusStrip::pendingClicked);
    connect(m_seat, &QPushButton::clicked, this, &StatusStrip::sayWhere);
    connect(m_server, &QPushButton::clicked, this, [this] {
        m_asked = true;
        ping();
    });
    connect(m_shift, &QPushButton::clicked, this, [this] { Q_EMIT pageWanted(QStringLiteral("day-close")); });
    connect(&m_desk.printer(), &PrintQueue::changed, this, &StatusStrip::showPapers);
    connect(&m_desk, &Desk::runsChanged, this, &StatusStrip::showRuns);
    connect(&m_desk, &Desk::outboxChanged, this, &StatusStrip::showOutbox);
    connect(&m_desk, &Desk::signedIn, this, [this] { m_alarmsAskedAt = 0; });
    connect(&m_desk, &Desk::signedOut, this, [this] { showAlarms({}); });
    connect(&m_tick, &QTimer::timeout, this, &StatusStrip::tick);
    m_tick.start(1000);
    showPapers();
    tick();
}

QPushButton* StatusStrip::addItem(const char* iconName) {
    auto* item = new QPushButton(icon(iconName), {});
    item->setProperty("kind", "status");
    item->setIconSize({16, 16});
    item->setFocusPolicy(Qt::NoFocus);
    m_layout->addWidget(item);
    return item;
}

void StatusStrip::showItem(QPushButton* item, const QString& text, const char* iconName, Token token) {
    item->setText(text);
    item->setIcon(icon(iconName, token));
    item->setVisible(!text.isEmpty());
}

void StatusStrip::sayWhere() {
    const services::Workplace& here = m_desk.workplace();
    Q_EMIT said(here.hall.hotline.isEmpty()
                    ? tr("This is seat %1 of %2.").arg(here.seat).arg(here.hall.name)
                    : tr("This is seat %1 of %2, telephone %3.").arg(here.seat).arg(here.hall.name, here.hall.hotline));
}

void StatusStrip::showShift(const std::optional<services::ShiftAtSeat>& shift) {
    if (!shift)
        showItem(m_shift, tr("No shift"), "clock", Token::Text2);
    else if (shift->countedAt)
        showItem(m_shift, tr("Drawer counted"), "clock", Token::Warn);
    else
        showItem(m_shift, tr("Shift since %1").arg(clockText(shift->since, m_desk.zone())), "clock", Token::Text2);
}

void StatusStrip::showPapers() {
    const int failed = m_desk.printer().failed();
    const int waiting = m_desk.printer().waiting();
    if (failed > 0)
        showItem(m_printer, tr("%n paper(s) did not come out", nullptr, failed), "printer", Token::Danger);
    else if (waiting > 0)
        showItem(m_printer, tr("Printing"), "printer", Token::Accent);
    else
        showItem(m_printer, tr("Printer ready"), "printer", Token::Ok);
}

// The clock moves every second; the database is asked every five, and its silence is shown while it lasts.
void StatusStrip::tick() {
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(m_desk.now().microseconds() / 1000);
    m_clock->setText(QLocale().toString(now, tr("yyyy-MM-dd ddd HH:mm")));
    const qint64 millis = QDateTime::currentMSecsSinceEpoch();
    if (m_desk.isSignedIn() && millis - m_alarmsAskedAt >= alarmMilliseconds)
        askAlarms();
    if (m_pinging) {
        if (millis - m_pingedAt > unknownMilliseconds)
            showServer(false, 0);
        return;
    }
    if (m_desk.isSignedIn() && millis - m_pingedAt >= 5000)
        ping();
}

void StatusStrip::ping() {
    if (m_pinging)
        return;
    m_pinging = true;
    m_pingedAt = QDateTime::currentMSecsSinceEpoch();
    m_desk.read(
        this, [](services::Session& session) { return services::seatDesk(session); },
        [this](const Result<services::SeatDesk>& seat) {
            m_pinging = false;
            const bool answered = seat.ok() || seat.failedWith(SecurityError::NotAllowed);
            const qint64 took = QDateTime::currentMSecsSinceEpoch() - m_pingedAt;
            showServer(answered, took);
            if (std::exchange(m_asked, false))
                Q_EMIT said(answered ? tr("The database answered within %1 ms.").arg(took)
                                     : tr("The database did not answer."));
            if (seat.ok())
                showShift(seat->shift);
        });
}

void StatusStrip::askAlarms() {
    m_alarmsAskedAt = QDateTime::currentMSecsSinceEpoch();
    m_desk.read(
        this, [](services::Session& session) { return services::alarms(session); },
        [this](const Result<std::vector<services::Alarm>>& alarms) {
            if (alarms.ok())
                showAlarms(*alarms);
        });
}

void StatusStrip::showAlarms(const std::vector<services::Alarm>& alarms) {
    int wrong = 0;
    for (const services::Alarm& alarm : alarms)
        wrong += alarm.count;
    showItem(m_alarms, wrong > 0 ? tr("%n alarm(s)", nullptr, wrong) : QString(), "bell", Token::Danger);
    Q_EMIT alarmsChanged(alarms);
}

void StatusStrip::showServer(bool answered, qint64 milliseconds) {
    if (!answered)
        showItem(m_server, tr("Database: no answer yet, trying"), "unknown", Token::Unknown);
    else if (milliseconds > slowMilliseconds)
        showItem(m_server, tr("Database slow: %1 ms").arg(milliseconds), "server", Token::Warn);
    else
        showItem(m_server, tr("Database %1 ms").arg(milliseconds), "server", Token::Ok);
}

void StatusStrip::showRuns() {
    QStringList words;
    for (const QPointer<LongRun>& run : m_desk.runs()) {
        if (!run || run->phase() == LongRun::Phase::Finished || run->phase() == LongRun::Phase::Cancelled)
            continue;
        if (run->phase() == LongRun::Phase::Failed)
            words << tr("%1: stopped").arg(run->title());
        else if (run->phase() == LongRun::Phase::Paused)
            words << tr("%1: paused").arg(run->title());
        else
            words << (run->percent() < 0 ? tr("%1: %2 done").arg(run->title(), countText(run->progress().done))
                                         : tr("%1: %2 %").arg(run->title()).arg(run->percent()));
    }
    showItem(m_jobs, words.join(QStringLiteral("  ")), "running", Token::Accent);
}

void StatusStrip::showOutbox() {
    int waiting = 0;
    int failed = 0;
    for (const OutboxEntry& entry : m_desk.outbox()) {
        waiting += entry.done ? 0 : 1;
        failed += entry.done && entry.error ? 1 : 0;
    }
    if (failed > 0)
        showItem(m_outbox, tr("%n not done", nullptr, failed), "danger", Token::Danger);
    else if (waiting > 0)
        showItem(m_outbox, tr("%n on the way", nullptr, waiting), "running", Token::Accent);
    else
        showItem(m_outbox, {}, "running", Token::Accent);
}

} // namespace meterhall::ui
