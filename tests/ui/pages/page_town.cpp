#include "tests/ui/pages/page_town.h"

#include "tests/support/test_case.h"
#include "ui/pages/pages.h"

#include <QDir>
#include <QKeyEvent>
#include <QSignalSpy>
#include <QTest>
#include <QWindow>

namespace meterhall::tests {

PageTown::PageTown(bool onSqlite)
    : m_town(onSqlite) {}

PageTown::~PageTown() {
    standUp();
}

void PageTown::standUp() {
    m_window.reset();
    m_desk.reset();
    m_printer.reset();
}

void PageTown::sitDown(SmallTown::Person person, std::function<void()> beforeWork) {
    standUp();
    m_town.signOut();
    m_printer = std::make_unique<ui::PrintQueue>(
        m_sink ? m_sink : ui::printToFolder(m_town.folder() + QStringLiteral("/papers")));
    m_desk = std::make_unique<ui::Desk>(m_town.workplaceFor(person), ui::DeskOptions{2, std::move(beforeWork)});
    m_desk->setPrinter(m_printer.get());
    m_desk->setStation(m_station);
    ui::Theme().apply();
    ui::useLanguage(QStringLiteral("en")); // whatever the test before was about
    m_window =
        std::make_unique<ui::MainWindow>(*m_desk, ui::allPages(), m_town.folder() + QStringLiteral("/preferences.ini"));
    m_window->resize(1440, 900);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QSignalSpy signedIn(m_desk.get(), &ui::Desk::signedIn);
    type(m_town.numberOf(person));
    press(Qt::Key_Tab);
    type(QString::fromUtf8(SmallTown::password()));
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(!signedIn.isEmpty() && m_window->page(), 30000);
    settle();
    forgetPresses();
}

void PageTown::press(Qt::Key key, Qt::KeyboardModifiers modifiers) {
    ++m_presses;
    QWidget* focused = QApplication::focusWidget();
    QTest::keyClick(focused ? focused : static_cast<QWidget*>(m_window.get()), key, modifiers);
}

void PageTown::type(const QString& text) {
    for (const QChar c : text) {
        ++m_presses;
        QTest::keyClick(QApplication::focusWidget(), c.toLatin1());
    }
}

void PageTown::scan(const QString& text) {
    quint64 pressedAt = 1'000'000'000; // of the scanner's own clock: how fast it is must not hang on this machine
    const auto press = [&](int key, const QString& typed) {
        pressedAt += 5;
        for (const QEvent::Type type : {QEvent::ShortcutOverride, QEvent::KeyPress, QEvent::KeyRelease}) {
            QKeyEvent event(type, key, Qt::NoModifier, typed);
            event.setTimestamp(pressedAt);
            QCoreApplication::sendEvent(m_window->windowHandle(), &event);
        }
    };
    for (const QChar c : text)
        press(c.unicode(), c);
    press(Qt::Key_Return, QStringLiteral("\r"));
    settle();
}

bool PageTown::isQuiet() const {
    return m_desk->isQuiet() && m_printer->waiting() == 0;
}

// A restore drill under sanitizers, on a machine that does other things as well.
static constexpr int longestWait = 60'000; // ms

// An answer may ask the next question, so quiet has to last.
void PageTown::settle() {
    for (int round = 0; round < 3; ++round) {
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->isQuiet(), longestWait);
        QCoreApplication::processEvents();
    }
    QTRY_VERIFY_WITH_TIMEOUT(isQuiet(), longestWait);
}

QStringList PageTown::printed() const {
    return QDir(m_town.folder() + QStringLiteral("/papers")).entryList(QDir::Files, QDir::Name);
}

} // namespace meterhall::tests

METERHALL_TEST_APPLICATION(QApplication)
