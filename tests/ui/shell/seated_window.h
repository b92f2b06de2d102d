#pragma once

#include "tests/small_town/small_town.h"
#include "ui/printing/print_queue.h"
#include "ui/shell/desk.h"
#include "ui/shell/main_window.h"

#include <QLineEdit>

#include <memory>

namespace meterhall::tests {

/// A page with one field and two keys, which stands for any other. It is called "home", so that the guide knows it.
class PlainPage : public ui::Page {
    Q_OBJECT

public:
    PlainPage(ui::Desk& desk, QWidget* parent);
    void focusFirst() override { field->setFocus(); }

    QLineEdit* field;
    int done = 0;
};

/// The window at somebody's seat, with nothing but a plain page in it and nobody signed in yet.
class SeatedWindow {
public:
    SeatedWindow(SmallTown& town, SmallTown::Person person);
    ~SeatedWindow();

    ui::Desk& desk() { return m_desk; }
    ui::MainWindow& window() { return *m_window; }
    PlainPage* page() { return qobject_cast<PlainPage*>(m_window->page()); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void type(const QString& text);
    /// Number and password into the sign-in, then waits for the answer.
    void signIn(const QString& number, const QByteArray& password);
    void settle();
    /// Whether a visible label says it.
    bool isSaid(const QString& words) const;

private:
    ui::PrintQueue m_printer;
    ui::Desk m_desk;
    std::unique_ptr<ui::MainWindow> m_window;
};

} // namespace meterhall::tests
