#pragma once

#include "ui/shell/focus_keeper.h"
#include "ui/shell/guide.h"
#include "ui/shell/page.h"
#include "ui/shell/preferences.h"

#include <QHash>
#include <QPointer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QStackedWidget;

namespace meterhall::ui {

class Approval;
class HelpPanel;
class KeyStrip;
class PasswordPanel;
class PendingPanel;
class Rail;
class ScanWatcher;
class SearchPalette;
class SignIn;
class StatusStrip;
class Toast;

/// The shell: sign-in, rail, search, one page at a time, the keys that work, and the status of the workplace.
class MainWindow : public QWidget {
    Q_OBJECT

public:
    MainWindow(Desk& desk, std::vector<PageDeclaration> pages, QString preferencesFile);

    Page* page() const;
    /// Makes the page if it was not open yet. A page somebody may not open is not opened.
    void go(const Visit& visit);
    SearchPalette& search() { return *m_search; }
    StatusStrip& status() { return *m_status; }
    KeyStrip& keys() { return *m_keys; }
    Toast& toast() { return *m_toast; }
    Rail& rail() { return *m_rail; }
    HelpPanel& help() { return *m_help; }
    /// What was there before, with its account: Alt+Left.
    void back();
    /// What the guide says of the page that is open, and its keys; once more: away with it.
    void toggleHelp();
    /// Whoever was given his password and has not chosen one of his own is signed out instead.
    void lock();
    bool isLocked() const { return m_veil != nullptr; }
    /// While a second person is asked for; else null.
    Approval* approval() const { return m_approval; }
    /// Changes language, theme or density while running and keeps the page.
    void use(const Preferences& preferences);
    const Preferences& preferences() const { return m_preferences; }
    /// The work of whoever is signed in; the sign-in calls it.
    void showWork();
    /// A violet frame and a word that nothing here is real.
    void setTraining(bool training);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void build();
    QWidget* buildTopBar();
    void buildPanels();
    void addCommands();
    QAction* addCommand(const QString& text, const QKeySequence& keys, std::function<void()> act);
    void showSignIn();
    Page* pageOf(const QString& id);
    const PageDeclaration* declarationOf(const QString& id) const;
    void showTitle();
    void turnSheet(SheetSize PrintQueue::Sheets::*of);
    void readGuide();
    void showHelp(const QString& section);
    void askSecondPerson(const SecondPersonTask& task);
    void closeApproval();
    void keepFocus();
    void giveBackFocus();
    void refreshWork();
    void showCounts(const services::MyWork& work);
    void openAccount(AccountId account, bool counter);
    void scanned(const QString& text);
    void place();

    Desk& m_desk;
    std::vector<PageDeclaration> m_declared;
    std::vector<PageDeclaration> m_allowed;
    QString m_preferencesFile;
    Preferences m_preferences;
    bool m_training = false;

    QWidget* m_work = nullptr; ///< everything but the sign-in; made anew for every person and language
    Rail* m_rail = nullptr;
    SearchPalette* m_search = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_context = nullptr;
    QLabel* m_person = nullptr;
    QStackedWidget* m_stack = nullptr;
    KeyStrip* m_keys = nullptr;
    StatusStrip* m_status = nullptr;
    Toast* m_toast = nullptr;
    PendingPanel* m_pending = nullptr;
    HelpPanel* m_help = nullptr;
    PasswordPanel* m_ownPassword = nullptr;
    std::vector<GuideSection> m_guide; ///< of the pages that are in the rail, and what is for everybody
    FocusKeeper m_before;              ///< under a panel
    FocusKeeper m_underVeil;
    SignIn* m_signIn = nullptr;
    SignIn* m_veil = nullptr;
    Approval* m_approval = nullptr;
    ScanWatcher* m_scanner;
    QHash<QString, Page*> m_pages;
    QList<QAction*> m_commands;
    QAction* m_back = nullptr; ///< off while nothing was there before
    Visit m_visit;
    std::vector<Visit> m_visited;
    QTimer m_idle;
    QPointer<Rail> m_readingWork; ///< whose counts are on their way
    QTimer m_workAgain;           ///< what waits for whoever is signed in, as counts in the rail
};

} // namespace meterhall::ui
