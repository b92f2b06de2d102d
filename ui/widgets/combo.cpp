#include "ui/widgets/combo.h"

#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace meterhall::ui {

namespace {
constexpr int arrowSize = 16;
constexpr int arrowRoom = 26; ///< from the right edge to where the arrow begins
} // namespace

void Combo::paintEvent(QPaintEvent* event) {
    QComboBox::paintEvent(event);
    QPainter painter(this);
    painter.drawPixmap(
        width() - arrowRoom, (height() - arrowSize) / 2,
        iconPixmap("chevron-down", arrowSize, isEnabled() ? Token::Text2 : Token::Text3, devicePixelRatioF()));
}

} // namespace meterhall::ui
