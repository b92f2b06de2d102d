#pragma once

#include "ui/first_run/answers.h"
#include "ui/first_run/first_run_work.h"
#include "ui/shell/preferences.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QStackedWidget;

namespace meterhall::ui {

class FinishStep;
class FirstRunStep;
class KeyButton;
class StepList;

/// 首次启动: what this computer is asked before it knows where it works. One page with its steps at the left; what was
/// typed, but for passwords, survives closing the window.
class FirstRunWindow : public QWidget {
    Q_OBJECT

public:
    FirstRunWindow(FirstRunPlaces places, SaveWorkplace save, QString preferencesFile);
    ~FirstRunWindow() override;

    FirstRunStep* step() const;
    /// From 0, among the steps there are for this purpose.
    int at() const { return m_at; }
    bool isWorking() const { return m_working; }
    bool isDone() const { return m_done; }

Q_SIGNALS:
    /// Everything stands and the workplace file is there. `number`: who may sign in first.
    void finished();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    void build();
    QWidget* buildFrame();
    void buildSteps();
    void buildActions();
    QAction* addGlobal(const QString& text, const QKeySequence& keys, std::function<void()> act);
    void chooseSteps();
    void go(int step);
    void next(bool byEnter);
    void back();
    void jump(int step);
    bool complain(bool byEnter);
    void keepDraft();
    void run();
    void ended(const Result<void>& result);
    void showKeys();
    void speak(const QString& language);
    void use(const Preferences& preferences);
    FinishStep& finish() const;

    FirstRunPlaces m_places;
    SaveWorkplace m_save;
    QString m_preferencesFile;
    Preferences m_preferences;
    FirstRunAnswers m_answers;
    int m_at = 0;
    int m_reached = 0;
    bool m_working = false;
    bool m_leaving = false; ///< a step looks into something before it goes on
    bool m_done = false;

    QWidget* m_frame = nullptr; ///< everything; made anew for every language
    StepList* m_list = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_explained = nullptr;
    QStackedWidget* m_stack = nullptr;
    QHBoxLayout* m_keys = nullptr;
    KeyButton* m_nextButton = nullptr;
    KeyButton* m_backButton = nullptr;
    QList<QAction*> m_actions;
    QAction* m_next = nullptr;
    QAction* m_back = nullptr;
    std::vector<FirstRunStep*> m_all;
    std::vector<FirstRunStep*> m_steps; ///< those for this purpose
};

} // namespace meterhall::ui
