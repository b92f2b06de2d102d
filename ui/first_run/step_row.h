#pragma once

#include <QAbstractButton>

namespace meterhall::ui {

/// A step in the list: its number or a tick, and its name.
class StepRow : public QAbstractButton {
    Q_OBJECT

public:
    StepRow(int number, const QString& title, QWidget* parent = nullptr);
    void setState(bool current, bool done, bool reachable);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int m_number;
    bool m_current = false;
    bool m_done = false;
};

} // namespace meterhall::ui
