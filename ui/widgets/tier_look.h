#pragma once

#include "ui/theme/tokens.h"

#include <QRect>

class QPainter;

namespace meterhall::ui {

/// How the tiers of a ladder look, the same everywhere. Tiers count from 1; 0 is use without a ladder.
Token tierToken(int tier);
/// Told apart without colour: solid, diagonal, crossed.
Qt::BrushStyle tierPattern(int tier);
/// A bar or a swatch of it.
void paintTier(QPainter& painter, const QRect& box, int tier);

} // namespace meterhall::ui
