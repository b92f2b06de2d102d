#pragma once

#include "core/services/reading_review.h"

#include <QWidget>

namespace meterhall::ui {

/// One use as a bar. An unknown use is a gap, not a zero.
struct DialUse {
    QString label;
    std::optional<std::int64_t> micro{};
    bool hollow = false; ///< estimated, rejected, or doubted and never accepted
};

/// Uses of a place one after the other, the last of them the one that is looked at, over the band the rules would not
/// doubt.
struct DialUses {
    std::vector<DialUse> bars;
    std::optional<PlausibleUse> band{};
    bool byBill = false; ///< bars are bills by month; else uses between readings by day
};
DialUses dialUsesOf(const services::ReadingCard& card);

/// Draws it. A bar that would flatten the others is cut off and says its number.
class DialUsesChart : public QWidget {
    Q_OBJECT

public:
    explicit DialUsesChart(QWidget* parent = nullptr);
    void show(const DialUses& history);
    QSize sizeHint() const override { return {320, 132}; }
    QSize minimumSizeHint() const override { return {260, 84}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintBand(QPainter& painter, const QRect& plot) const;
    void paintBar(QPainter& painter, const QRect& plot, std::size_t at) const;
    int heightOf(const QRect& plot, std::int64_t micro) const;
    QRect barAt(const QRect& plot, std::size_t at) const;

    DialUses m_shown;
    std::int64_t m_top = 1; ///< micro units at the upper edge
};

} // namespace meterhall::ui
