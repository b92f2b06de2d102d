#pragma once

#include "core/services/alarms.h"
#include "core/services/seat_desk.h"
#include "ui/theme/icon.h"

#include <QFrame>
#include <QTimer>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace meterhall::ui {

class Desk;

/// Seat, shift, server, alarms, jobs, what is on its way, and the clock. Every item is a button.
class StatusStrip : public QFrame {
    Q_OBJECT

public:
    explicit StatusStrip(Desk& desk, QWidget* parent = nullptr);

Q_SIGNALS:
    /// What somebody wanted to know, in words.
    void said(const QString& text);
    /// The page where that is looked after.
    void pageWanted(const QString& page);
    /// Alarms, jobs, papers or writes: what is wrong or on its way.
    void pendingClicked();
    /// They were looked up again.
    void alarmsChanged(const std::vector<meterhall::services::Alarm>& alarms);

private:
    QPushButton* addItem(const char* iconName);
    void showItem(QPushButton* item, const QString& text, const char* iconName, Token token);
    void tick();
    void ping();
    void askAlarms();
    void showAlarms(const std::vector<services::Alarm>& alarms);
    void sayWhere();
    void showShift(const std::optional<services::ShiftAtSeat>& shift);
    void showPapers();
    void showServer(bool answered, qint64 milliseconds);
    void showRuns();
    void showOutbox();

    Desk& m_desk;
    QHBoxLayout* m_layout;
    QPushButton* m_seat;
    QPushButton* m_shift;
    QPushButton* m_server;
    QPushButton* m_printer;
    QPushButton* m_alarms;
    QPushButton* m_outbox;
    QPushButton* m_jobs;
    QLabel* m_clock;
    QTimer m_tick;
    bool m_pinging = false;
    bool m_asked = false; ///< somebody wants to hear the answer
    qint64 m_pingedAt = 0;
    qint64 m_alarmsAskedAt = 0;
};

} // namespace meterhall::ui
