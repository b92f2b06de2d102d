#include "ui/widgets/tier_legend.h"

#include "ui/theme/theme.h"
#include "ui/widgets/tier_look.h"

#include <QPainter>

#include <algorithm>

namespace meterhall::ui {

namespace {
constexpr int swatch = 12;
constexpr int swatchGap = 5;
constexpr int between = 12;
} // namespace

TierLegend::TierLegend(QWidget* parent)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void TierLegend::show(int tiers) {
    m_tiers = std::clamp(tiers, 0, 4);
    updateGeometry();
    update();
}

QSize TierLegend::sizeHint() const {
    const QFontMetrics metrics(fontOf(TextRole::Hint));
    int wide = 0;
    for (int tier = 1; tier <= m_tiers; ++tier)
        wide += swatch + swatchGap + metrics.horizontalAdvance(tr("Tier %1").arg(tier)) + (tier > 1 ? between : 0);
    return {wide, 18};
}

void TierLegend::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setFont(fontOf(TextRole::Hint));
    int left = 0;
    for (int tier = 1; tier <= m_tiers; ++tier) {
        paintTier(painter, QRect(left, (height() - swatch) / 2, swatch, swatch), tier);
        left += swatch + swatchGap;
        const QString words = tr("Tier %1").arg(tier);
        const int wide = painter.fontMetrics().horizontalAdvance(words);
        painter.setPen(tone(Token::Text2));
        painter.drawText(QRect(left, 0, wide + 2, height()), Qt::AlignVCenter, words);
        left += wide + between;
    }
}

} // namespace meterhall::ui
