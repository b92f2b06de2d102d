#pragma once

#include "core/money/cash.h"

#include <QWidget>

namespace meterhall::ui {

/// Which notes and coins make the change. Tab on the amount takes the next mix.
class CashHelper : public QWidget {
    Q_OBJECT

public:
    explicit CashHelper(Currency currency, QWidget* parent = nullptr);
    void show(const ChangeMix& mix);
    QSize sizeHint() const override { return {380, 58}; }
    QSize minimumSizeHint() const override { return {320, 58}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Currency m_currency;
    ChangeMix m_mix;
};

/// "2 × 20, 1 × 5": a mix in words.
QString mixText(const ChangeMix& mix);

} // namespace meterhall::ui
