#pragma once

#include <QWidget>

namespace meterhall::ui {

/// Which pattern is which tier, beside a chart.
class TierLegend : public QWidget {
    Q_OBJECT

public:
    explicit TierLegend(QWidget* parent = nullptr);
    /// Tiers 1 to `tiers`; none without a ladder.
    void show(int tiers);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int m_tiers = 0;
};

} // namespace meterhall::ui
