#pragma once

#include "core/money/money.h"

#include <QWidget>

#include <vector>

namespace meterhall::ui {

/// One step of the way from one sum to another.
struct WaterfallStep {
    QString name;
    Money amount = Money::zero(Currency::cny());
};

/// How one sum became another: the first, what changed it, the second, each a bar with its name and amount. Steps of
/// nothing stay as a line, so that one sees what did not change.
class Waterfall : public QWidget {
    Q_OBJECT

public:
    explicit Waterfall(QWidget* parent = nullptr);
    void show(WaterfallStep first, std::vector<WaterfallStep> steps, WaterfallStep last);
    void clear();
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Bar {
        QString name;
        QString amount;
        std::int64_t from = 0;
        std::int64_t to = 0;
        bool whole = false; ///< one of the two sums
    };
    void paintBar(QPainter& painter, const Bar& bar, const QRect& row) const;
    int nameWidth() const;
    int amountWidth() const;

    std::vector<Bar> m_bars;
};

} // namespace meterhall::ui
