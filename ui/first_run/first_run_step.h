#pragma once

#include "ui/first_run/answers.h"
#include "ui/first_run/step_form.h"

#include <QAction>

namespace meterhall::ui {

/// What keeps somebody from going on.
struct StepProblem {
    QWidget* field;
    QString words;
};

/// One step of the first run. It is filled with answers, takes what was typed, and says what is still missing. Its
/// actions are its keys.
class FirstRunStep : public QWidget {
    Q_OBJECT

public:
    explicit FirstRunStep(QWidget* parent = nullptr);

    /// In the list at the left.
    virtual QString title() const = 0;
    virtual QString explained() const { return {}; }
    /// Steps that a further seat does not need are left out.
    virtual bool isFor(Purpose) const { return true; }
    virtual void fill(const FirstRunAnswers& answers) = 0;
    virtual void take(FirstRunAnswers& answers) const = 0;
    virtual std::optional<StepProblem> problem() const { return {}; }
    /// Asked when nothing is wrong: calls `goOn` now or after it has looked into something that takes time.
    virtual void leave(const std::function<void()>& goOn) { goOn(); }
    virtual QWidget* firstField() = 0;
    /// Enter, before it goes on: whether the step had something of its own to do with it.
    virtual bool takeEnter() { return false; }
    /// Esc: whether something was put back.
    virtual bool stepBack() { return false; }

    StepForm& form() const { return *m_form; }

Q_SIGNALS:
    void nextWanted();
    /// "en": everything is said in that language from now on.
    void languageWanted(const QString& language);

protected:
    QAction* addKey(const QString& text, const QKeySequence& keys, std::function<void()> act);

private:
    StepForm* m_form;
};

} // namespace meterhall::ui
