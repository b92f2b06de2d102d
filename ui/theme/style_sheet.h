#pragma once

#include <QString>

namespace meterhall::ui {

class Theme;

/// Shapes only: QPalette carries the colours, and what the delegate and the painted widgets draw is theirs. A `@token`
/// in the template is that token's colour, `@control` and its kin are heights.
QString styleSheetFor(const Theme& theme);

} // namespace meterhall::ui
