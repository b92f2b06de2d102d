#pragma once

#include "core/services/seat_desk.h"
#include "ui/widgets/card.h"

#include <map>
#include <vector>

class QGridLayout;

namespace meterhall::ui {

class DigitsEdit;
class KeyButton;

/// The blind count: one line for each note and coin, and the sum of what was typed. What should be there is not known
/// here.
class CountPanel : public Card {
    Q_OBJECT

public:
    explicit CountPanel(QWidget* parent = nullptr);
    /// What is typed stays as long as it is the same shift.
    void show(const services::BlindCount& count);
    /// By face; empty fields are not in it. Nothing when no field was touched, which is said under the sum.
    std::optional<std::map<std::int64_t, int>> take();
    void focusFirst();
    void setBusy(bool busy);

Q_SIGNALS:
    void wanted(); ///< by the mouse

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Row {
        std::int64_t face;
        DigitsEdit* pieces;
        QLabel* amount;
    };
    void makeRows(const services::BlindCount& count);
    void showSum();
    bool step(QObject* from, int by);
    std::map<std::int64_t, int> pieces() const;

    std::optional<ShiftId> m_shift;
    Currency m_currency = Currency::cny();
    QWidget* m_fields = nullptr;
    std::vector<Row> m_rows;
    QLabel* m_sum;
    QLabel* m_problem;
    QLabel* m_papers;
    KeyButton* m_button;
};

} // namespace meterhall::ui
