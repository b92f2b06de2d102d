#pragma once

#include "ui/theme/icon.h"

#include <QFrame>
#include <QTimer>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace meterhall::ui {

class Desk;

/// Seat, shift, server, jobs, what is on its way, and the clock. Every item is a button.
class StatusStrip : public QFrame {
    Q_OBJECT

public:
    explicit StatusStrip(Desk& desk, QWidget* parent = nullptr);
    /// "Shift since 08:30", or "No shift".
    void setShift(const QString& text, State state);
    void setPrinter(const QString& text, State state);

Q_SIGNALS:
    void shiftClicked();
    void jobsClicked();
    void outboxClicked();

private:
    QPushButton* addItem(const char* iconName);
    void showItem(QPushButton* item, const QString& text, const char* iconName, Token token);
    void ping();
    void showServer(bool answered, qint64 milliseconds);
    void showRuns();
    void showOutbox();

    Desk& m_desk;
    QHBoxLayout* m_layout;
    QPushButton* m_seat;
    QPushButton* m_shift;
    QPushButton* m_server;
    QPushButton* m_printer;
    QPushButton* m_outbox;
    QPushButton* m_jobs;
    QLabel* m_clock;
    QTimer m_tick;
    bool m_pinging = false;
    qint64 m_pingedAt = 0;
};

} // namespace meterhall::ui
