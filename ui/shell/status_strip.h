#pragma once

#include "core/services/seat_desk.h"
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

Q_SIGNALS:
    /// What somebody wanted to know, in words.
    void said(const QString& text);
    /// The page where that is looked after.
    void pageWanted(const QString& page);
    /// Jobs, papers or writes: what is on its way.
    void pendingClicked();

private:
    QPushButton* addItem(const char* iconName);
    void showItem(QPushButton* item, const QString& text, const char* iconName, Token token);
    void tick();
    void ping();
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
    QPushButton* m_outbox;
    QPushButton* m_jobs;
    QLabel* m_clock;
    QTimer m_tick;
    bool m_pinging = false;
    bool m_asked = false; ///< somebody wants to hear the answer
    qint64 m_pingedAt = 0;
};

} // namespace meterhall::ui
