#include "tests/ui/shell/seated_window.h"

#include <QApplication>
#include <QLabel>
#include <QTest>
#include <QVBoxLayout>

namespace meterhall::tests {

PlainPage::PlainPage(ui::Desk& desk, QWidget* parent)
    : Page(desk, parent)
    , field(new QLineEdit) {
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(field);
    addKey(QStringLiteral("Do it"), Qt::Key_F5, [this] { ++done; });
    addKey(QStringLiteral("Stars * and | bars"), Qt::CTRL | Qt::Key_Return, [] {});
    addKey(QStringLiteral("Not for this person"), Qt::Key_F9, [] {})->setVisible(false);
}

SeatedWindow::SeatedWindow(SmallTown& town, SmallTown::Person person)
    : m_printer(ui::printToFolder(town.folder() + QStringLiteral("/papers")))
    , m_desk(town.workplaceFor(person)) {
    town.signOut();
    m_desk.setPrinter(&m_printer);
    ui::Theme().apply();
    ui::useLanguage(QStringLiteral("en"));
    const auto make = [](ui::Desk& desk, QWidget* parent) -> ui::Page* { return new PlainPage(desk, parent); };
    m_window = std::make_unique<ui::MainWindow>(
        m_desk,
        std::vector<ui::PageDeclaration>{
            {.id = QStringLiteral("home"), .title = "Home", .icon = "home", .order = 10, .make = make},
            {.id = QStringLiteral("counter"), .title = "Counter", .icon = "counter", .order = 20, .make = make},
            {.id = QStringLiteral("billing"),
             .title = "Billing",
             .icon = "billing",
             .order = 30,
             .anyOf = {Service::DraftBills},
             .make = make}},
        town.folder() + QStringLiteral("/preferences.ini"));
    ui::Preferences english = m_window->preferences();
    english.language = QStringLiteral("en");
    m_window->use(english);
    m_window->resize(1440, 900);
    m_window->show();
    m_window->activateWindow();
    if (!QTest::qWaitForWindowActive(m_window.get()))
        qFatal("no window");
}

SeatedWindow::~SeatedWindow() = default;

void SeatedWindow::press(Qt::Key key, Qt::KeyboardModifiers modifiers) {
    QWidget* focused = QApplication::focusWidget();
    QTest::keyClick(focused ? focused : static_cast<QWidget*>(m_window.get()), key, modifiers);
}

void SeatedWindow::type(const QString& text) {
    for (const QChar c : text)
        QTest::keyClick(QApplication::focusWidget(), c.toLatin1());
}

void SeatedWindow::signIn(const QString& number, const QByteArray& password) {
    type(number);
    press(Qt::Key_Tab);
    type(QString::fromUtf8(password));
    press(Qt::Key_Return);
    settle();
}

void SeatedWindow::settle() {
    for (int round = 0; round < 3; ++round) {
        QTRY_VERIFY_WITH_TIMEOUT(m_desk.isQuiet(), 30000);
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

bool SeatedWindow::isSaid(const QString& words) const {
    for (const auto* label : m_window->findChildren<QLabel*>()) {
        if (label->isVisible() && label->text().contains(words))
            return true;
    }
    return false;
}

} // namespace meterhall::tests
