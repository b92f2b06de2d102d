#pragma once

#include <QWidget>

#include <optional>
#include <vector>

namespace meterhall::ui {

/// The part of a month's use that lay in one tier; tiers count from 1, 0 is use without a ladder.
struct UsePart {
    int tier = 0;
    std::int64_t micro = 0;
};

/// A line before a month: the ladder restarts, a meter was exchanged.
struct UseMark {
    QString words;
    bool dashed = false; ///< else dotted
};

/// One place on the axis. A month nothing is known of is a gap, never a zero.
struct UseColumn {
    QString axis;               ///< "26-11"
    QString words;              ///< "2026-11: 88 m³ (tier 2 88)"
    std::vector<UsePart> parts; ///< lowest tier first
    bool known = false;
    std::vector<UseMark> marks{};
};

/// Use by month as bars that are split by tier: solid, diagonal, crossed. The arrow keys go from month to month, and
/// what the chosen one came to stands below; the tool tip says the same.
class UseChart : public QWidget {
    Q_OBJECT

public:
    explicit UseChart(QWidget* parent = nullptr);
    /// `gapWords` stand where months are missing: "no bill".
    void show(std::vector<UseColumn> columns, const QString& gapWords);
    /// The words of the chosen month.
    QString reading() const;
    std::optional<std::size_t> chosen() const { return m_chosen; }
    QSize sizeHint() const override { return {420, 220}; }
    QSize minimumSizeHint() const override { return {340, 150}; }

    /// A round number at or above `micro` that has four equal steps: 100 for 88.
    static std::int64_t topOf(std::int64_t micro);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;

private:
    void choose(int column);
    QRect plot() const;
    QRect slot(std::size_t column) const;
    int heightOf(std::int64_t micro) const;
    std::optional<std::size_t> columnAt(const QPoint& point) const;
    void paintAxis(QPainter& painter) const;
    void paintBars(QPainter& painter) const;
    void paintGaps(QPainter& painter) const;
    void paintMarks(QPainter& painter) const;

    std::vector<UseColumn> m_columns;
    QString m_gapWords;
    std::int64_t m_top = 1;
    std::optional<std::size_t> m_chosen;
};

} // namespace meterhall::ui
