#pragma once

#include "ui/theme/tokens.h"

#include <QIcon>

namespace meterhall::ui {

/// An icon of our set (resources/icons/<name>.svg) drawn in a token's colour of whatever theme is applied when it is
/// painted; on a chosen or disabled control in the colour that belongs there. An unknown name is a programming error.
QIcon icon(const char* name, Token token = Token::Text2);
/// The same as a picture of `size` device-independent pixels.
QPixmap iconPixmap(const char* name, int size, Token token, qreal devicePixelRatio = 1);
/// With a colour of its own, for what is not on a ground of the theme: the rail.
QPixmap iconPixmap(const char* name, int size, const QColor& color, qreal devicePixelRatio = 1);
bool hasIcon(const QString& name);

/// How a thing stands: always shown by colour, shape and word together.
enum class State : std::uint8_t { Ok, Warn, Danger, Unknown, Running, Waiting, Off, Info };
struct StateLook {
    Token text;
    Token pill;
    const char* icon;
};
StateLook lookOf(State state);

} // namespace meterhall::ui
