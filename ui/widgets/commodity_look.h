#pragma once

#include "core/quantity/commodity.h"
#include "ui/theme/tokens.h"

namespace meterhall::ui {

/// A commodity in words, as an icon and in its colour; the same everywhere.
QString commodityText(Commodity commodity);
const char* commodityIcon(Commodity commodity);
Token commodityToken(Commodity commodity);
/// "m³": the code of a unit as it is read.
QString unitText(const QString& code);

} // namespace meterhall::ui
