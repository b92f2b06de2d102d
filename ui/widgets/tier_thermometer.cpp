#include "ui/widgets/tier_thermometer.h"

#include "ui/theme/icon.h"
#include "ui/theme/theme.h"
#include "ui/widgets/tier_look.h"

#include <QPainter>

namespace meterhall::ui {

namespace {

constexpr int markerHeight = 22;
constexpr int barTop = markerHeight + 10;
constexpr int barHeight = 22;
constexpr int gapBetween = 2;

// The endless tier is drawn as wide as the one below it, but never less than what is used of it.
std::int64_t drawnEnd(const Thermometer& shown) {
    const std::size_t count = shown.tiers.size();
    const std::int64_t last = count > 1 ? shown.tiers[count - 2].upperMicro.value_or(0) : 0;
    const std::int64_t below = count > 2 ? shown.tiers[count - 3].upperMicro.value_or(0) : 0;
    const std::int64_t need = std::max(shown.usedMicro, shown.towardMicro.value_or(0));
    return std::max({last + (last - below), need + need / 20, std::int64_t(1)});
}

std::int64_t lowerOf(const Thermometer& shown, std::size_t tier) {
    return tier == 0 ? 0 : shown.tiers[tier - 1].upperMicro.value_or(0);
}

std::int64_t upperOf(const Thermometer& shown, std::size_t tier) {
    return shown.tiers[tier].upperMicro.value_or(drawnEnd(shown));
}

} // namespace

TierThermometer::TierThermometer(QWidget* parent)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void TierThermometer::show(const Thermometer& shown) {
    m_shown = shown;
    setAccessibleName(shown.marker);
    setAccessibleDescription(shown.sentence);
    update();
}

std::vector<std::pair<int, int>> TierThermometer::spans(const Thermometer& shown, int width, int least) {
    std::vector<std::pair<int, int>> spans;
    const int count = int(shown.tiers.size());
    if (count == 0)
        return spans;
    const std::int64_t end = upperOf(shown, std::size_t(count - 1));
    const int free = std::max(0, width - count * least - (count - 1) * gapBetween);
    int left = 0;
    for (int tier = 0; tier < count; ++tier) {
        const std::int64_t share = upperOf(shown, std::size_t(tier)) - lowerOf(shown, std::size_t(tier));
        const int own = least + int(Int128(free) * share / end);
        spans.emplace_back(left, own);
        left += own + gapBetween;
    }
    return spans;
}

int TierThermometer::positionOf(std::int64_t micro, const std::vector<std::pair<int, int>>& spans) const {
    for (std::size_t tier = 0; tier < spans.size(); ++tier) {
        const std::int64_t lower = lowerOf(m_shown, tier);
        const std::int64_t upper = upperOf(m_shown, tier);
        if (micro <= upper && upper > lower)
            return spans[tier].first +
                   int(Int128(spans[tier].second) * std::max<std::int64_t>(0, micro - lower) / (upper - lower));
    }
    return spans.empty() ? 0 : spans.back().first + spans.back().second;
}

void TierThermometer::paintEvent(QPaintEvent*) {
    if (m_shown.tiers.empty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto where = spans(m_shown, width());
    paintBar(painter, where);
    paintWords(painter, where);
    paintMarker(painter, positionOf(m_shown.usedMicro, where));
}

void TierThermometer::paintBar(QPainter& painter, const std::vector<std::pair<int, int>>& spans) const {
    const int used = positionOf(m_shown.usedMicro, spans);
    painter.setPen(Qt::NoPen);
    for (std::size_t tier = 0; tier < spans.size(); ++tier) {
        const QRect whole(spans[tier].first, barTop, spans[tier].second, barHeight);
        QColor ground = tone(tierToken(int(tier) + 1));
        ground.setAlphaF(0.16F);
        painter.setBrush(ground);
        painter.drawRoundedRect(whole, 3, 3);
        const int filled = std::clamp(used - whole.left(), 0, whole.width());
        if (filled == 0)
            continue;
        const QRect full(whole.topLeft(), QSize(filled, barHeight));
        painter.setBrush(tone(tierToken(int(tier) + 1)));
        painter.drawRoundedRect(full, 3, 3);
        if (tier > 0) {
            QColor hatch = tone(Token::Surface);
            hatch.setAlphaF(0.22F);
            painter.setBrush(QBrush(hatch, tierPattern(int(tier) + 1)));
            painter.drawRoundedRect(full, 3, 3);
        }
    }
    if (!m_shown.towardMicro)
        return;
    const int toward = positionOf(*m_shown.towardMicro, spans);
    const int middle = barTop + barHeight / 2;
    painter.setPen(QPen(tone(Token::Text2), 1.6, Qt::DashLine));
    painter.drawLine(used, middle, toward, middle);
    painter.setPen(QPen(tone(Token::Text2), 1.6));
    painter.setBrush(tone(Token::Surface));
    painter.drawEllipse(QPoint(toward, middle), 5, 5);
}

void TierThermometer::paintWords(QPainter& painter, const std::vector<std::pair<int, int>>& spans) const {
    const QFontMetrics hint(fontOf(TextRole::Hint));
    const int top = barTop + barHeight + 4;
    for (std::size_t tier = 0; tier < spans.size(); ++tier) {
        const ThermometerTier& words = m_shown.tiers[tier];
        const int nameWidth = hint.horizontalAdvance(words.name);
        const int room = tier + 1 < spans.size() ? spans[tier].second : width() - spans[tier].first;
        if (nameWidth + 8 + hint.horizontalAdvance(words.price) > room)
            continue; // the tool tip says it
        painter.setFont(fontOf(TextRole::Hint));
        painter.setPen(tone(Token::Text2));
        painter.drawText(QRect(spans[tier].first, top, nameWidth + 2, 20), Qt::AlignVCenter, words.name);
        painter.setPen(tone(Token::Text));
        painter.drawText(QRect(spans[tier].first + nameWidth + 8, top, 80, 20), Qt::AlignVCenter, words.price);
    }
    painter.drawPixmap(0, top + 31, iconPixmap("info", 14, Token::Text2, devicePixelRatioF()));
    painter.setFont(fontOf(TextRole::Label));
    painter.setPen(tone(Token::Text));
    painter.drawText(QRect(20, top + 26, width() - 20, 24), Qt::AlignVCenter,
                     QFontMetrics(painter.font()).elidedText(m_shown.sentence, Qt::ElideRight, width() - 20));
}

void TierThermometer::paintMarker(QPainter& painter, int x) const {
    QFont font = fontOf(TextRole::Hint);
    font.setWeight(QFont::DemiBold);
    const int markerWidth = QFontMetrics(font).horizontalAdvance(m_shown.marker) + 16;
    const int left = std::clamp(x - markerWidth / 2, 0, std::max(0, width() - markerWidth));
    painter.setPen(Qt::NoPen);
    painter.setBrush(tone(Token::Text));
    painter.drawRoundedRect(QRect(left, 0, markerWidth, markerHeight), 4, 4);
    painter.drawPolygon(QPolygon({{x - 5, markerHeight}, {x + 5, markerHeight}, {x, markerHeight + 7}}));
    painter.setFont(font);
    painter.setPen(tone(Token::Surface));
    painter.drawText(QRect(left, 0, markerWidth, markerHeight), Qt::AlignCenter, m_shown.marker);
}

} // namespace meterhall::ui
