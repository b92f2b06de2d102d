#pragma once

#include "ui/shell/desk.h"
#include "ui/shell/page.h"

namespace meterhall::ui {

/// One section of the page; one is shown at a time. It declares the keys of its own at the page, where they are there
/// only while it is shown.
class Section : public QWidget {
    Q_OBJECT

public:
    Section(Page& page, const QString& title);

    const QString& title() const { return m_title; }
    /// It is shown; reads what it shows.
    virtual void enter() = 0;
    virtual void focusFirst() = 0;
    /// Esc: true when something was closed.
    virtual bool stepBack() { return false; }
    /// What Ctrl+Enter does now; empty: nothing.
    virtual QString actText() const { return {}; }
    virtual void act() {}
    void setChosen(bool chosen);

Q_SIGNALS:
    void changed(); ///< what Ctrl+Enter does
    void failed(const meterhall::Error& error);
    void solved(); ///< whatever was said before is over
    void done(const QString& said);

protected:
    Desk& desk() const { return m_page.desk(); }
    bool isBusy() const { return m_busy; }
    void tellRead() { m_page.tellRead(); }

    /// Reads what is shown; `show` takes the newest answer, and what was asked before that is nobody's.
    template <class Job, class Show>
    void readShown(Job job, Show show) {
        const int question = ++m_question;
        desk().read(this, std::move(job), [this, question, show = std::move(show)](auto answer) {
            if (question != m_question)
                return;
            if (!answer.ok()) {
                Q_EMIT failed(answer.error());
                return;
            }
            show(std::move(*answer));
            tellRead();
        });
    }
    QAction* addKey(const QString& text, const QKeySequence& keys, std::function<void()> act,
                    const char* icon = nullptr);

    /// One write at a time; `after` takes what it gave when it went well.
    template <class Job, class After>
    void write(const QString& words, Job job, After after) {
        if (m_busy)
            return;
        setBusy(true);
        Q_EMIT solved();
        desk().write(words, this, std::move(job), [this, after = std::move(after)](const auto& result) {
            setBusy(false);
            if (result.ok())
                after(result);
            else
                Q_EMIT failed(result.error());
        });
    }

private:
    void setBusy(bool busy);

    Page& m_page;
    QString m_title;
    QList<QAction*> m_keys;
    int m_question = 0;
    bool m_busy = false;
};

} // namespace meterhall::ui
