#include "app/workstation/start_check.h"

#include "app/workstation/complaint.h"
#include "core/security/password.h"
#include "core/services/session.h"
#include "ui/shell/desk.h"
#include "ui/shell/help_panel.h"
#include "ui/shell/main_window.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QEvent>
#include <QFile>
#include <QFontInfo>
#include <QTextStream>

#include <algorithm>
#include <ctime>
#include <limits>
#include <unistd.h>

namespace meterhall::app {

namespace {

constexpr int quietPollMilliseconds = 2;
constexpr qsizetype shortestHelp = 100; ///< characters: more than a title

double sinceBoot() {
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

// The name of the program, which may hold spaces, ends with the last bracket; the field after it is the third.
double processBegan() {
    constexpr qsizetype startTime = 22 - 3;
    QFile stat(QStringLiteral("/proc/self/stat"));
    if (!stat.open(QIODevice::ReadOnly))
        return sinceBoot();
    const QByteArray line = stat.readAll();
    const QList<QByteArray> fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
    return fields.value(startTime).toDouble() * 1e3 / double(sysconf(_SC_CLK_TCK));
}

QTextStream& say(QTextStream& out) {
    out.setRealNumberNotation(QTextStream::FixedNotation);
    out.setRealNumberPrecision(0);
    return out << "meterhall: ";
}

// What the password alone costs: the same work again with nothing of ours beside it; the time least disturbed of three.
double hashMilliseconds(const services::Workplace& workplace) {
    double least = std::numeric_limits<double>::max();
    for (int i = 0; i < 3; ++i) {
        const double before = sinceBoot();
        const auto hashed = hashPassword(qgetenv("METERHALL_PASSWORD"), workplace.passwordCost);
        if (hashed.ok())
            least = std::min(least, sinceBoot() - before);
    }
    return least;
}

} // namespace

StartTimes::StartTimes()
    : m_began(processBegan())
    , m_marked(m_began) {
    mark("loading");
}

void StartTimes::mark(const char* what) {
    const double now = sinceBoot();
    m_shares.push_back({what, now - m_marked});
    m_marked = now;
}

double StartTimes::sinceBegin() const {
    return sinceBoot() - m_began;
}

QString StartTimes::takeShares() {
    QStringList words;
    for (const Share& share : std::exchange(m_shares, {}))
        words << QStringLiteral("%1 %2").arg(QLatin1String(share.what)).arg(share.milliseconds, 0, 'f', 0);
    return words.join(QStringLiteral(", "));
}

StartCheck::StartCheck(StartTimes& times, ui::Desk& desk, ui::MainWindow& window, QString number)
    : m_times(times)
    , m_desk(desk)
    , m_window(window)
    , m_number(std::move(number)) {
    qApp->installEventFilter(this);
    connect(&m_quiet, &QTimer::timeout, this, &StartCheck::sayComplete);
    whenPainted([this] { signIn(); });
}

bool StartCheck::eventFilter(QObject* watched, QEvent* event) {
    const auto* painted = event->type() == QEvent::Paint ? qobject_cast<QWidget*>(watched) : nullptr;
    if (m_painted && painted && painted->window() == &m_window)
        QTimer::singleShot(0, this, std::exchange(m_painted, {}));
    return false;
}

void StartCheck::whenPainted(std::function<void()> then) {
    m_painted = std::move(then);
    m_window.update();
}

void StartCheck::signIn() {
    m_times.mark("sign-in painted");
    QTextStream out(stdout);
    say(out) << "sign-in usable " << m_times.sinceBegin() << " ms after the process began (" << m_times.takeShares()
             << ")\n";
    m_signInMilliseconds = -m_times.sinceBegin();
    m_desk.signIn(m_number, qgetenv("METERHALL_PASSWORD"), [this](const Result<services::SignedIn>& who) {
        if (!who.ok()) {
            QApplication::exit(complain(who.error()));
            return;
        }
        m_times.mark("signing in");
        m_signInMilliseconds += m_times.sinceBegin();
        showFirstPage();
    });
}

void StartCheck::showFirstPage() {
    m_window.showWork();
    m_times.mark("page made");
    whenPainted([this] { sayUsable(); });
}

void StartCheck::sayUsable() {
    m_times.mark("page painted");
    m_usable = m_times.sinceBegin();
    QTextStream out(stdout);
    say(out) << "page " << m_window.page()->accessibleName() << " usable " << m_usable
             << " ms after the process began (" << m_times.takeShares() << ")\n";
    m_quiet.start(quietPollMilliseconds);
}

void StartCheck::sayComplete() {
    if (!m_desk.isQuiet())
        return;
    m_quiet.stop();
    const double complete = m_times.sinceBegin();
    QTextStream out(stdout);
    say(out) << "what it shows complete " << complete << " ms after the process began\n";
    say(out) << "without signing in: sign-in and page together " << m_usable - m_signInMilliseconds << " ms\n";
    if (m_desk.workplace().url.startsWith(QLatin1String("sqlite:")))
        say(out) << "of signing in, " << std::min(hashMilliseconds(m_desk.workplace()), m_signInMilliseconds)
                 << " ms are the password hash (scrypt), which has to be slow\n";
    out.flush();
    openHelp();
}

void StartCheck::openHelp() {
    m_window.toggleHelp();
    const QString text = m_window.help().text();
    const bool there = m_window.page()->isVisible() && m_window.help().isVisible() && text.size() > shortestHelp;
    QTextStream out(stdout);
    say(out) << "help of this page: " << text.size() << " characters, set in "
             << QFontInfo(ui::fontOf(ui::TextRole::Body)).family() << '\n';
    QApplication::exit(there ? 0 : 1);
}

} // namespace meterhall::app
