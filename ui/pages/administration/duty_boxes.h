#pragma once

#include "core/security/duty.h"

#include <QWidget>

#include <vector>

class QCheckBox;
class QLabel;

namespace meterhall::ui {

/// "Shift lead".
QString dutyText(Duty duty);
/// "Cashier, shift lead"; a dash for none.
QString dutiesText(const Duties& duties);

/// Which duties somebody holds. Duties that may not meet are said below in the words of the error they would make.
class DutyBoxes : public QWidget {
    Q_OBJECT

public:
    explicit DutyBoxes(QWidget* parent = nullptr);
    void setDuties(const Duties& duties);
    Duties duties() const;
    /// Nothing is chosen yet: that is not told before somebody wants to go on.
    void showProblem(bool always);
    void focusFirst();

Q_SIGNALS:
    void changed();

private:
    struct Box {
        Duty duty;
        QCheckBox* box;
    };
    std::vector<Box> m_boxes;
    QLabel* m_problem;
};

} // namespace meterhall::ui
