#pragma once

#include "core/registry/ids.h"
#include "core/security/permissions.h"
#include "core/services/home.h"
#include "ui/shell/second_person.h"
#include "ui/theme/tokens.h"

#include <QAction>
#include <QWidget>

#include <functional>
#include <vector>

namespace meterhall::ui {

class Desk;

/// Where somebody wants to go: a page, and what it should show there.
struct Visit {
    QString page; ///< id of its declaration
    std::optional<AccountId> account{};
    std::int64_t subject = 0; ///< run, reading, shift: what the page says
    QString text{};
};

/// A page of the shell. Its actions are its keys: the strip at the foot, the palette and the help come from them.
class Page : public QWidget {
    Q_OBJECT

public:
    Page(Desk& desk, QWidget* parent);

    Desk& desk() const { return m_desk; }
    /// Words beside the title: "2026-11 book B07".
    virtual QString context() const { return {}; }
    /// It is shown; what it shows may have changed meanwhile.
    virtual void enter(const Visit&) {}
    /// What it shows now, so that somebody can come back to it.
    virtual void describe(Visit&) const {}
    /// What waits for whoever is signed in was looked up again; the shell does so now and then, and when it is asked.
    virtual void takeWork(const Result<services::MyWork>&) {}
    /// A scanner's burst that ended in Enter. False: not mine, the shell searches for it.
    virtual bool takeScan(const QString&) { return false; }
    /// Esc, from the innermost: true when something was closed or cleared.
    virtual bool stepBack() { return false; }
    /// Its first field gets the focus.
    virtual void focusFirst();

    /// Declares "Look again": `read` reads what is shown once more, and tellRead() is called when that is done.
    QAction* addLookAgain(const QKeySequence& keys, std::function<void()> read);
    /// What is shown was read. Says so when it was asked for.
    void tellRead();

    /// Declares an action with its key. The order of declaration is the order in the strip. `weighty` ones ignore
    /// auto-repeat.
    QAction* addKey(const QString& text, const QKeySequence& keys, std::function<void()> act,
                    const char* icon = nullptr, Token iconTone = Token::Text2);

Q_SIGNALS:
    void contextChanged();
    void visitWanted(const meterhall::ui::Visit& visit);
    /// The desk is clear: who is next?
    void searchWanted();
    void workWanted();
    /// Something needs a second person, who is at this seat.
    void secondPersonWanted(const meterhall::ui::SecondPersonTask& task);
    /// Something to know that nobody need do anything about.
    void mentionWanted(const QString& text);
    /// Good news with Undo; `undo` may be empty.
    void toastWanted(const QString& text, std::function<void()> undo);

private:
    Desk& m_desk;
    bool m_lookingAgain = false;
};

/// What the shell knows of a page before it is made.
struct PageDeclaration {
    QString id;
    const char* title; ///< QT_TRANSLATE_NOOP("Pages", …)
    const char* icon;
    int order = 0;                ///< in the rail, by the order of the day
    std::vector<Service> anyOf{}; ///< who may open it; empty: everybody
    bool beginsHere = false;      ///< whoever may open it begins his day here, not on the first page of the rail
    std::function<Page*(Desk&, QWidget* parent)> make;

    QString translatedTitle() const;
};

bool mayOpen(const Desk& desk, const PageDeclaration& page);

} // namespace meterhall::ui
