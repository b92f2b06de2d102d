#include "ui/widgets/tier_look.h"

#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>
#include <array>

namespace meterhall::ui {

Token tierToken(int tier) {
    constexpr std::array tokens{Token::Tier1, Token::Tier1, Token::Tier2, Token::Tier3, Token::Tier4};
    return tokens[std::size_t(std::clamp(tier, 0, int(tokens.size()) - 1))];
}

Qt::BrushStyle tierPattern(int tier) {
    constexpr std::array patterns{Qt::SolidPattern, Qt::SolidPattern, Qt::BDiagPattern, Qt::DiagCrossPattern,
                                  Qt::Dense4Pattern};
    return patterns[std::size_t(std::clamp(tier, 0, int(patterns.size()) - 1))];
}

void paintTier(QPainter& painter, const QRect& box, int tier) {
    const QColor color = tone(tierToken(tier));
    painter.setPen(QPen(color, 1));
    painter.setBrush(tier > 1 ? tone(Token::Surface) : color);
    painter.drawRect(box.adjusted(0, 0, -1, -1));
    if (tier > 1) {
        painter.setBrush(QBrush(color, tierPattern(tier)));
        painter.drawRect(box.adjusted(0, 0, -1, -1));
    }
}

} // namespace meterhall::ui
