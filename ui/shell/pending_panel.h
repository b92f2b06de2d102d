#pragma once

#include "core/services/alarms.h"

#include <QFrame>

#include <functional>
#include <vector>

class QVBoxLayout;

namespace meterhall::ui {

class Desk;

/// What is wrong, on its way or did not arrive, above the status strip: alarms, writes whose page is gone, papers that
/// did not come out, long runs. Everything in it has its one way on.
class PendingPanel : public QFrame {
    Q_OBJECT

public:
    PendingPanel(Desk& desk, QWidget* parent);
    void toggle();
    /// Keeps its lower left corner there.
    void placeAt(const QPoint& bottomLeft);
    void showAlarms(const std::vector<services::Alarm>& alarms);

Q_SIGNALS:
    /// Where an alarm is looked after.
    void pageWanted(const QString& page);

protected:
    bool event(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Way {
        QString text;
        std::function<void()> go;
    };
    void fill();
    void addRow(const char* iconName, const QString& title, const QString& detail, const std::vector<Way>& ways);
    void addAlarms();
    void addWrites();
    void addPapers();
    void addRuns();

    Desk& m_desk;
    QVBoxLayout* m_rows;
    QPoint m_bottomLeft;
    std::vector<services::Alarm> m_alarms;
};

} // namespace meterhall::ui
