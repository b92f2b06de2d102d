#include "tests/ui/first_run/first_run_town.h"

#include "app/workplace/workplace_file.h"
#include "tests/support/test_case.h"

#include <QApplication>
#include <QDateTime>
#include <QDirIterator>
#include <QFile>
#include <QLineEdit>
#include <QTest>

namespace meterhall::tests {

namespace {
constexpr int mostTabs = 60;
}

FirstRunTown::FirstRunTown(bool onSqlite)
    : m_place(std::make_unique<EmptyPlace>(onSqlite)) {}

FirstRunTown::~FirstRunTown() = default;

ui::FirstRunPlaces FirstRunTown::places() const {
    return {.workplaceFile = workplaceFile(),
            .dataFolder = m_place->folder() + QStringLiteral("/data"),
            .clock = [] { return Instant::fromMicroseconds(QDateTime::currentMSecsSinceEpoch() * 1000); },
            .passwordCost = {.logN = 10}};
}

void FirstRunTown::open() {
    m_window.reset();
    ui::Theme().apply();
    const QString preferences = m_place->folder() + QStringLiteral("/conf/preferences.ini");
    ui::Preferences english;
    english.language = QStringLiteral("en");
    english.save(preferences);
    ui::useLanguage(QStringLiteral("en"));
    m_window = std::make_unique<ui::FirstRunWindow>(
        places(),
        [file = workplaceFile()](const services::Workplace& workplace, const QString& printer) {
            return app::WorkplaceFile{.workplace = workplace, .printer = printer}.save(file);
        },
        preferences);
    m_window->resize(1280, 720);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

// The offscreen platform deactivates a window whose combo box makes its list, which no other platform does.
QWidget* FirstRunTown::focused() {
    if (m_window && !QApplication::activeWindow()) {
        m_window->activateWindow();
        if (!QTest::qWaitForWindowActive(m_window.get()))
            qFatal("the window does not become active");
    }
    QWidget* focused = QApplication::focusWidget();
    return focused ? focused : m_window.get();
}

void FirstRunTown::press(Qt::Key key, Qt::KeyboardModifiers modifiers) {
    QTest::keyClick(focused(), key, modifiers);
}

void FirstRunTown::type(const QString& text) {
    for (const QChar c : text)
        QTest::keyClick(focused(), c.toLatin1());
}

bool FirstRunTown::tabTo(const QString& name) {
    for (int tabs = 0; tabs < mostTabs; ++tabs) {
        if (focused()->accessibleName() == name)
            return true;
        press(Qt::Key_Tab);
    }
    qWarning("there is no field %s", qPrintable(name));
    return false;
}

bool FirstRunTown::fillIn(const QString& name, const QString& text) {
    if (!tabTo(name))
        return false;
    press(Qt::Key_A, Qt::ControlModifier);
    type(text);
    return true;
}

bool FirstRunTown::nextIs(int step) {
    press(Qt::Key_Return, Qt::ControlModifier);
    const bool there = QTest::qWaitFor([&] { return m_window->at() == step; }, 20000);
    if (!there)
        qWarning("step %d: %s", m_window->at(), qPrintable(m_window->step()->form().complaint()));
    return there;
}

void FirstRunTown::nameDatabase() {
    if (m_place->onSqlite()) {
        QVERIFY(fillIn(QStringLiteral("File"), m_place->file()));
        return;
    }
    press(Qt::Key_Right);
    QVERIFY(fillIn(QStringLiteral("Host"), m_place->socketFolder()));
    QVERIFY(fillIn(QStringLiteral("Port"), m_place->port()));
    QVERIFY(fillIn(QStringLiteral("Database"), m_place->database()));
    QVERIFY(fillIn(QStringLiteral("Database sign-in"), QStringLiteral("postgres")));
}

QStringList FirstRunTown::filesWith(const QByteArray& text) const {
    QStringList found;
    for (QDirIterator all(m_place->folder(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
         all.hasNext();) {
        QFile file(all.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(text))
            found += file.fileName();
    }
    return found;
}

} // namespace meterhall::tests

METERHALL_TEST_APPLICATION(QApplication)
