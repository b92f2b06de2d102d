#pragma once

#include "core/services/administration.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace meterhall::ui {

class DutyBoxes;
class NewSecret;

/// What a new operator needs. The first password is given out by whoever adds him and must be changed.
class AddOperatorForm : public QWidget {
    Q_OBJECT

public:
    explicit AddOperatorForm(QWidget* parent = nullptr);
    /// All of it when it can be; else the reasons stand under the fields. The password is not kept here.
    std::optional<services::NewOperator> take();
    void clear();
    void focusFirst();

private:
    QLineEdit* m_number;
    QLineEdit* m_name;
    QLabel* m_problem;
    DutyBoxes* m_duties;
    NewSecret* m_secret;
};

/// Before and after of somebody's duties.
class DutiesForm : public QWidget {
    Q_OBJECT

public:
    explicit DutiesForm(QWidget* parent = nullptr);
    void show(const services::OperatorRow& row);
    /// Other ones than before, that one person may hold.
    std::optional<Duties> take();
    bool isChanged() const;
    void focusFirst();
    QString afterText() const;

Q_SIGNALS:
    void changed();

private:
    void showAfter();

    Duties m_held;
    DutyBoxes* m_duties;
    QLabel* m_before;
    QLabel* m_after;
};

/// Why somebody is deactivated, or reactivated.
class ReasonForm : public QWidget {
    Q_OBJECT

public:
    explicit ReasonForm(QWidget* parent = nullptr);
    void show(const services::OperatorRow& row);
    std::optional<QString> take();
    void focusFirst();

private:
    QLabel* m_means;
    QLineEdit* m_reason;
    QLabel* m_problem;
};

} // namespace meterhall::ui
