#pragma once

#include <QFrame>
#include <QTimer>

#include <functional>

class QLabel;
class QPushButton;

namespace meterhall::ui {

/// Good news with Undo, bottom left above the key strip, one at a time, for eight seconds. Undo stays possible by its
/// key until the next toast.
class Toast : public QFrame {
    Q_OBJECT

public:
    explicit Toast(QWidget* parent);
    void say(const QString& text, std::function<void()> undo = {});
    /// Says something that has no undo; what could be taken back before still can, by its key.
    void mention(const QString& text);
    bool canUndo() const { return bool(m_undo); }
    void undo();
    QString text() const;
    /// Keeps its lower left corner there.
    void placeAt(const QPoint& bottomLeft);

private:
    void appear(const QString& text);

    QLabel* m_text;
    QPushButton* m_button;
    QTimer m_timer;
    std::function<void()> m_undo;
    QPoint m_bottomLeft;
};

} // namespace meterhall::ui
