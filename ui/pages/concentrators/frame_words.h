#pragma once

#include "ui/shell/reading_station.h"

namespace meterhall::ui {

/// A frame in words: "Meter 78110000000001: reading 123.45 m³, valve open".
QString frameText(const HeardFrame& frame);
/// The first bytes of a frame, in groups, with a sign that more follow.
QString frameBytesText(const HeardFrame& frame);

} // namespace meterhall::ui
