#pragma once

#include "core/services/administration.h"

#include <QWidget>

class QAction;
class QGridLayout;
class QLabel;

namespace meterhall::ui {

class Badge;

/// The selected operator: duties, state, last sign-in, and what can be done about him.
class OperatorFacts : public QWidget {
    Q_OBJECT

public:
    OperatorFacts(const std::vector<QAction*>& actions, const UtilityZone& zone, QWidget* parent = nullptr);
    /// `own`: whoever looks is this operator, and may do nothing here.
    void show(const services::OperatorRow& row, bool own);

private:
    QLabel* addFact(QGridLayout* grid, const QString& title);

    UtilityZone m_zone;
    QLabel* m_name;
    QLabel* m_number;
    Badge* m_state;
    QLabel* m_duties = nullptr;
    QLabel* m_lastSignIn = nullptr;
    QLabel* m_password = nullptr;
    QLabel* m_own;
};

} // namespace meterhall::ui
