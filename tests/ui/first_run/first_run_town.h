#pragma once

#include "tests/storage_support/empty_place.h"
#include "ui/first_run/first_run_step.h"
#include "ui/first_run/first_run_window.h"

#include <memory>

namespace meterhall::tests {

/// A computer that does not know where it works yet, with somebody at its keyboard.
class FirstRunTown {
public:
    explicit FirstRunTown(bool onSqlite);
    ~FirstRunTown();

    EmptyPlace& place() { return *m_place; }
    ui::FirstRunPlaces places() const;
    QString workplaceFile() const { return m_place->folder() + QStringLiteral("/conf/workplace.ini"); }
    QString draftFile() const { return places().draftFile(); }

    /// Opens the window; a second time closes the first one before.
    void open();
    void close() { m_window.reset(); }
    ui::FirstRunWindow& window() { return *m_window; }
    template <class Step>
    Step& step() {
        return *qobject_cast<Step*>(m_window->step());
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void type(const QString& text);
    /// Tab after Tab to the field of this name; what stands in it is selected.
    bool tabTo(const QString& name);
    /// To the field of this name, and types over what stands there.
    bool fillIn(const QString& name, const QString& text);
    /// Ctrl+Enter, and waits until that step is shown.
    bool nextIs(int step);
    /// From the second step: says where the database is.
    void nameDatabase();

    /// Files under the folder in which the text stands.
    QStringList filesWith(const QByteArray& text) const;

private:
    QWidget* focused();

    std::unique_ptr<EmptyPlace> m_place;
    std::unique_ptr<ui::FirstRunWindow> m_window;
};

} // namespace meterhall::tests
