#pragma once

#include <QFrame>

#include <functional>

class QLabel;
class QPushButton;

namespace meterhall::ui {

/// What was in doubt when the program last ended, what became of it, and the one thing to do now.
class DoubtBar : public QFrame {
    Q_OBJECT

public:
    explicit DoubtBar(QWidget* parent = nullptr);
    void show(const QString& text, const QString& actionText, std::function<void()> action);
    void clear();
    bool isShown() const { return !isHidden(); }

Q_SIGNALS:
    /// It was acted upon or put away.
    void settled();

private:
    QLabel* m_text;
    QPushButton* m_action;
    std::function<void()> m_act;
};

} // namespace meterhall::ui
