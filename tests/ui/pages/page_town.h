#pragma once

#include "tests/small_town/small_town.h"
#include "ui/printing/print_queue.h"
#include "ui/shell/desk.h"
#include "ui/shell/main_window.h"

#include <QApplication>

#include <memory>

namespace meterhall::tests {

/// A small town with a workstation in it: somebody sits at a real window over a real database, and everything is done
/// with keys, which are counted.
class PageTown {
public:
    explicit PageTown(bool onSqlite);
    ~PageTown();

    SmallTown& town() { return m_town; }
    /// Ends what runs, and sits down as somebody else. `beforeWork` makes a slow database.
    void sitDown(SmallTown::Person person, std::function<void()> beforeWork = {});
    /// A station beside the window, from the next time somebody sits down; outlives this.
    void setStation(ui::ReadingStation* station) { m_station = station; }
    /// Leaves the seat, so that services can be called there again.
    void standUp();
    ui::Desk& desk() { return *m_desk; }
    ui::MainWindow& window() { return *m_window; }
    ui::PrintQueue& printer() { return *m_printer; }
    /// Of whoever sits down next; a folder otherwise.
    void usePrinter(ui::PrintSink sink) { m_sink = std::move(sink); }
    /// The page that is shown.
    template <class Page>
    Page& page() {
        return *qobject_cast<Page*>(m_window->page());
    }

    /// Presses into whatever has the focus.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void type(const QString& text);
    /// As a scanner types: to the window, all at once, and Enter.
    void scan(const QString& text);
    int presses() const { return m_presses; }
    void forgetPresses() { m_presses = 0; }
    /// Until nothing waits on any thread and every answer was taken.
    /// No question is open and no paper is printing.
    bool isQuiet() const;
    void settle();
    QStringList printed() const;

private:
    SmallTown m_town;
    ui::PrintSink m_sink;
    ui::ReadingStation* m_station = nullptr;
    std::unique_ptr<ui::PrintQueue> m_printer;
    std::unique_ptr<ui::Desk> m_desk;
    std::unique_ptr<ui::MainWindow> m_window;
    int m_presses = 0;
};

} // namespace meterhall::tests
