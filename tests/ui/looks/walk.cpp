#include "tests/ui/looks/walk.h"

#include "ui/shell/key_strip.h"
#include "ui/shell/rail.h"
#include "ui/shell/search_palette.h"
#include "ui/shell/status_strip.h"
#include "ui/shell/toast.h"
#include "ui/widgets/key_cap.h"
#include "ui/widgets/ledger_table.h"

#include <QAbstractButton>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QTableView>
#include <QTest>

namespace meterhall::tests {

namespace {

constexpr int answersWithin = 700;  // ms; a button is down for 100 before it clicks
constexpr int quietWithin = 60'000; // ms; less than a test may take
constexpr int freshTowns = 8;

// So wide that the strip shows every key.
constexpr QSize wideWindow(3400, 1300);

// The window's, not the application's: the offscreen platform deactivates windows at times.
QString focusText(const QWidget& window) {
    const QWidget* focused = window.focusWidget();
    if (!focused)
        return {};
    QString text = QString::fromLatin1(focused->metaObject()->className()) + focused->accessibleName();
    if (const auto* edit = qobject_cast<const QLineEdit*>(focused))
        text += edit->selectedText();
    return text + QString::number(reinterpret_cast<quintptr>(focused));
}

// Counts and times in a name change; it is the same button.
QString handleName(const QString& kind, QString name) {
    static const QRegularExpression digits(QStringLiteral("\\d+"));
    return QStringLiteral("%1 '%2'").arg(kind.section(QStringLiteral("::"), -1),
                                         name.replace(digits, QStringLiteral("#")));
}

QString contentOf(const QWidget& widget) {
    if (const auto* label = qobject_cast<const QLabel*>(&widget))
        return label->text();
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget))
        return button->text() + (button->isChecked() ? u'1' : u'0');
    if (const auto* edit = qobject_cast<const QLineEdit*>(&widget))
        return edit->text() + edit->placeholderText() + (edit->isReadOnly() ? u'1' : u'0');
    if (const auto* edit = qobject_cast<const QPlainTextEdit*>(&widget))
        return edit->toPlainText();
    if (const auto* combo = qobject_cast<const QComboBox*>(&widget))
        return combo->currentText();
    return widget.accessibleName() + widget.accessibleDescription();
}

QString contentOf(ui::LedgerTable& table) {
    constexpr int rowsRead = 40;
    QStringList said{QString::number(table.currentId()),          table.model().filter(),
                     QString::number(table.model().sortColumn()), QString::number(int(table.model().sortOrder())),
                     QString::number(table.model().rowCount()),   table.totals().join(u',')};
    for (const std::int64_t ticked : table.model().ticked())
        said << QString::number(ticked);
    for (int row = 0; row < std::min(rowsRead, table.model().rowCount()); ++row) {
        const ui::LedgerRow* line = table.model().row(row);
        for (std::size_t column = 0; line && column < line->cells.size(); ++column)
            said << line->cells[column].text << line->cells[column].second;
    }
    return said.join(u'|');
}

} // namespace

Walk::Walk(bool onSqlite, Scene scene, bool shell)
    : m_onSqlite(onSqlite)
    , m_scene(std::move(scene))
    , m_shell(shell) {}

Walk::~Walk() = default;

void Walk::begin() {
    m_at.reset();
    m_at = std::make_unique<PageTown>(m_onSqlite);
    m_seated = false;
    fillTown(m_at->town());
    open();
}

void Walk::open() {
    bool fresh = false;
    if (!m_seated || !m_at->desk().isSignedIn() || m_at->window().isLocked()) {
        m_at->sitDown(m_scene.person);
        fresh = true;
    }
    m_at->window().use({.language = QStringLiteral("en"), .lockAfterMinutes = 0});
    if (fresh && m_plant)
        m_plant(m_at->window());
    m_seated = true;
    m_at->window().resize(wideWindow);
    show(*m_at, m_scene);
}

bool Walk::isAtScene() {
    return m_at->desk().isSignedIn() && !m_at->window().isLocked() && !m_at->window().search().isOpen() &&
           m_at->window().page() && m_at->window().page()->isEnabled() &&
           m_at->window().page()->accessibleName() == m_page;
}

void Walk::go() {
    begin();
    m_page = m_at->window().page()->accessibleName();
    QStringList wanted;
    for (const Handle& handle : handles())
        wanted << handle.name;
    for (int towns = 1; towns <= freshTowns; ++towns) {
        bool opened = true; // the scene is as it was arranged
        while (true) {
            const std::vector<Handle> now = handles();
            const auto next = std::find_if(now.begin(), now.end(),
                                           [this](const Handle& one) { return !m_pressed.contains(one.name); });
            if (next != now.end()) {
                press(*next);
                opened = false;
            }
            if (next == now.end() && opened)
                break;
            if (next == now.end() || !isAtScene()) {
                open();
                opened = true;
            }
        }
        m_unreached.clear();
        for (const QString& name : qAsConst(wanted)) {
            if (!m_pressed.contains(name))
                m_unreached << name;
        }
        if (m_unreached.isEmpty())
            return;
        begin();
    }
}

bool Walk::belongs(const QWidget& widget) const {
    if (m_at->window().page() && m_at->window().page()->isAncestorOf(&widget))
        return true;
    if (m_at->window().keys().isAncestorOf(&widget))
        return true;
    return m_shell;
}

void Walk::addButtons(QAccessibleInterface* node, std::vector<Handle>& found) {
    if (!node || !node->isValid() || node->state().invisible)
        return;
    auto* widget = qobject_cast<QWidget*>(node->object());
    QAccessibleActionInterface* actions = node->actionInterface();
    if (widget && actions && !node->state().disabled && belongs(*widget)) {
        for (const QString& verb :
             {QAccessibleActionInterface::pressAction(), QAccessibleActionInterface::toggleAction()}) {
            if (!actions->actionNames().contains(verb) || !qobject_cast<QAbstractButton*>(widget))
                continue;
            const QString kind = QString::fromLatin1(widget->metaObject()->className());
            found.push_back({handleName(kind, node->text(QAccessible::Name)), [widget, verb] {
                                 QAccessibleInterface* again = QAccessible::queryAccessibleInterface(widget);
                                 again->actionInterface()->doAction(verb);
                             }});
            break;
        }
    }
    for (int child = 0; child < node->childCount(); ++child)
        addButtons(node->child(child), found);
}

std::vector<Walk::Handle> Walk::handles() {
    std::vector<Handle> found;
    ui::MainWindow& window = m_at->window();
    addButtons(QAccessible::queryAccessibleInterface(&window), found);
    QList<QAction*> actions = window.page() ? window.page()->actions() : QList<QAction*>();
    if (m_shell) {
        for (const QAction* action : window.findChildren<QAction*>()) {
            if (action->shortcutContext() == Qt::WindowShortcut && action->parent() != window.page() &&
                qobject_cast<QWidget*>(action->parent()) && action->parent()->parent() == &window)
                actions << const_cast<QAction*>(action);
        }
    }
    for (QAction* action : qAsConst(actions)) {
        const QString hint = handleName(QString::fromLatin1(ui::KeyHint::staticMetaObject.className()), action->text());
        const bool isShown =
            std::any_of(found.begin(), found.end(), [&](const Handle& one) { return one.name == hint; });
        if (action->isEnabled() && action->isVisible() && !isShown)
            found.push_back({handleName(QStringLiteral("action"), action->text()), [action] { action->trigger(); }});
    }
    return found;
}

QStringList Walk::seen() {
    if (!m_at->desk().isSignedIn())
        return {QStringLiteral("signed out")};
    ui::MainWindow& window = m_at->window();
    static const QRegularExpression milliseconds(QStringLiteral("\\d+ ms"));
    QStringList all{focusText(window),
                    QApplication::clipboard()->text(),
                    m_at->printed().join(u','),
                    window.toast().isVisible() ? window.toast().text() : QString(),
                    QString::number(m_at->desk().isSignedIn()),
                    QString::number(m_at->desk().outbox().size()),
                    QString::number(m_at->printer().jobs().size()),
                    QString::number(int(window.preferences().mode)),
                    QString::number(int(window.preferences().density)),
                    window.preferences().language};
    for (QWidget* widget : window.findChildren<QWidget*>()) {
        if (!widget->isVisible() || (window.status().isAncestorOf(widget) && qobject_cast<QLabel*>(widget)))
            continue; // the clock goes on by itself
        auto* table = qobject_cast<ui::LedgerTable*>(widget);
        QString said = table ? contentOf(*table) : contentOf(*widget);
        if (window.status().isAncestorOf(widget))
            said.remove(milliseconds);
        all << QStringLiteral("%1 %2 %3 %4,%5 %6x%7")
                   .arg(QString::fromLatin1(widget->metaObject()->className()), said)
                   .arg(widget->isEnabled())
                   .arg(widget->x())
                   .arg(widget->y())
                   .arg(widget->width())
                   .arg(widget->height());
    }
    return all;
}

bool Walk::answers(const Handle& handle) {
    const QStringList before = seen();
    handle.press();
    const auto changed = [&] { return seen() != before; };
    const bool atOnce = QTest::qWaitFor(changed, answersWithin);
    if (!QTest::qWaitFor([this] { return m_at->isQuiet(); }, quietWithin)) {
        m_silent << handle.name + (m_at->desk().isQuiet() ? QStringLiteral(" leaves a paper printing")
                                                          : QStringLiteral(" leaves a question unanswered"));
        begin();
        return true;
    }
    m_at->settle();
    return atOnce || changed(); // a slow machine answers when the database did
}

void Walk::press(const Handle& handle) {
    m_pressed.insert(handle.name);
    QTest::keyClick(&m_at->window(), Qt::Key_Shift); // nobody's finger is still on Enter
    m_at->window().toast().hide();
    if (answers(handle))
        return;
    // A key that leads to a field says nothing when the field has the focus already: from elsewhere it must.
    QWidget* elsewhere = &m_at->window().search();
    (m_at->window().focusWidget() == elsewhere ? static_cast<QWidget*>(m_at->window().page()) : elsewhere)->setFocus();
    const auto now = handles();
    const auto again = std::find_if(now.begin(), now.end(), [&](const Handle& one) { return one.name == handle.name; });
    if (again == now.end() || !answers(*again))
        m_silent << handle.name;
}

} // namespace meterhall::tests
