#pragma once

#include "core/services/counter.h"
#include "ui/widgets/card.h"

namespace meterhall::ui {

class DigitsEdit;
class KeyButton;
class MoneyEdit;

/// 开班: the float as it was counted, and the numbers of the receipt papers received.
class StartPanel : public Card {
    Q_OBJECT

public:
    explicit StartPanel(Currency currency, QWidget* parent = nullptr);
    /// What was typed when all of it can be; else the reasons stand under the fields and the first of them has the
    /// focus.
    std::optional<services::ShiftStart> take();
    void clear();
    void focusFirst();
    void setBusy(bool busy);

Q_SIGNALS:
    void wanted(); ///< by the mouse

private:
    void showPapers(bool all);
    QString papersProblem(bool all) const;

    MoneyEdit* m_float;
    QLabel* m_floatProblem;
    DigitsEdit* m_from;
    DigitsEdit* m_to;
    QLabel* m_papers;
    KeyButton* m_button;
};

} // namespace meterhall::ui
