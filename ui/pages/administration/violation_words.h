#pragma once

#include "core/services/verify.h"

#include <QFrame>

class QLabel;

namespace meterhall::ui {

/// "Bill 4711: does not come out again": what is stored and cannot be true.
QString violationText(const services::Violation& violation);

/// A red bar over the full width: how much does not hold, and the first of it.
class ViolationBar : public QFrame {
    Q_OBJECT

public:
    explicit ViolationBar(QWidget* parent = nullptr);
    /// Hidden when there are none. `happened` says of what.
    void show(const QString& happened, const std::vector<services::Violation>& violations);

private:
    QLabel* m_happened;
    QLabel* m_first;
    QLabel* m_todo;
};

} // namespace meterhall::ui
