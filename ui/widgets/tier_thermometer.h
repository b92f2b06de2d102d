#pragma once

#include "core/base/decimal.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace meterhall::ui {

/// One tier of a ladder as it is drawn. The bound is inclusive and written as "to 350".
struct ThermometerTier {
    QString name;
    std::optional<std::int64_t> upperMicro; ///< none: without end
    QString price;
};

/// What is drawn: where an account stands on its ladder, and where it is going.
struct Thermometer {
    std::vector<ThermometerTier> tiers;
    std::int64_t usedMicro = 0;
    std::optional<std::int64_t> towardMicro{}; ///< forecast, or with the quantity that is being bought
    QString marker;                            ///< "Used this year 463 m³"
    QString sentence;                          ///< units left, next price, expected date, when it restarts
};

/// 阶梯位置: the bar is scaled to the real bounds and filled to the use; narrow tiers keep 28 px and lose their words.
class TierThermometer : public QWidget {
    Q_OBJECT

public:
    explicit TierThermometer(QWidget* parent = nullptr);
    void show(const Thermometer& shown);
    QSize sizeHint() const override { return {400, 108}; }
    QSize minimumSizeHint() const override { return {240, 108}; }

    /// The left edge and width of each tier in a bar of `width` px, every one at least `least` wide: for tests too.
    static std::vector<std::pair<int, int>> spans(const Thermometer& shown, int width, int least = 28);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int positionOf(std::int64_t micro, const std::vector<std::pair<int, int>>& spans) const;
    void paintBar(QPainter& painter, const std::vector<std::pair<int, int>>& spans) const;
    void paintWords(QPainter& painter, const std::vector<std::pair<int, int>>& spans) const;
    void paintMarker(QPainter& painter, int x) const;

    Thermometer m_shown;
};

} // namespace meterhall::ui
