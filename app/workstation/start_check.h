#pragma once

#include <QList>
#include <QTimer>

#include <functional>

namespace meterhall::ui {
class Desk;
class MainWindow;
} // namespace meterhall::ui

namespace meterhall::app {

/// What the time since this process began went into. By the clock since the machine booted, which does not jump.
///
/// The process began when the kernel made it, before anything of it was loaded (field 22 of /proc/self/stat, in steps
/// of 10 ms). Made first thing in main(), so that the first share is what the loader took.
class StartTimes {
public:
    StartTimes();

    struct Share {
        const char* what;
        double milliseconds;
    };
    /// Ends a share here; the next begins.
    void mark(const char* what);
    double sinceBegin() const;
    /// The shares since the last call: "loading 20, Qt 45". At its end a new list begins.
    QString takeShares();

private:
    double m_began;
    double m_marked; ///< where the last share ended
    QList<Share> m_shares;
};

/// For the smoke test of an installation: waits until the sign-in is painted and nothing is left to do, signs in with
/// METERHALL_PASSWORD, waits for the first page in the same way and then for what it shows, opens its help, says how
/// long each took since the process began, and ends the program. Its exit code is 1 when page or help are not there.
class StartCheck : public QObject {
public:
    StartCheck(StartTimes& times, ui::Desk& desk, ui::MainWindow& window, QString number);

protected:
    /// Calls what waits for a painting once the window has painted all of itself and the events of that are through.
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void whenPainted(std::function<void()> then);
    void signIn();
    void showFirstPage();
    void sayUsable();
    void sayComplete();
    void openHelp();

    StartTimes& m_times;
    ui::Desk& m_desk;
    ui::MainWindow& m_window;
    QString m_number;
    std::function<void()> m_painted;
    QTimer m_quiet;
    double m_signInMilliseconds = 0;
    double m_usable = 0;
};

} // namespace meterhall::app
