#pragma once

#include <QFrame>

#include <vector>

class QVBoxLayout;

namespace meterhall::ui {

class StepRow;

/// The steps at the left: which are done, where we are, what comes. Clicking goes to a step that was reached.
class StepList : public QFrame {
    Q_OBJECT

public:
    explicit StepList(QWidget* parent = nullptr);
    void setTitles(const QStringList& titles);
    /// Steps up to `reached` may be gone to.
    void setCurrent(int current, int reached);

Q_SIGNALS:
    void chosen(int step);

private:
    QVBoxLayout* m_layout;
    std::vector<StepRow*> m_rows;
};

} // namespace meterhall::ui
