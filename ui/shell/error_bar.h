#pragma once

#include "core/base/error.h"

#include <QFrame>

#include <functional>

class QLabel;
class QPushButton;

namespace meterhall::ui {

/// An error on top of the card it concerns: what happened, what it means for the money, what to do now, and the code to
/// read on the telephone. It stays until it is solved or closed.
class ErrorBar : public QFrame {
    Q_OBJECT

public:
    explicit ErrorBar(QWidget* parent = nullptr);
    /// `action` is offered as a button when it has a text.
    void show(const Error& error, const QString& actionText = {}, std::function<void()> action = {});
    void clear();
    bool isShown() const { return !isHidden(); }

private:
    QLabel* m_happened;
    QLabel* m_rest;
    QLabel* m_code;
    QPushButton* m_action;
    std::function<void()> m_act;
};

} // namespace meterhall::ui
