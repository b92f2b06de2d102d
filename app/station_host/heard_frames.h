#pragma once

#include "devices/hub/frame_log.h"
#include "ui/shell/reading_station.h"

namespace meterhall::app {

/// What crossed a line, frame by frame, as the window tells it in words. Bytes without a frame give one HeardFrame.
std::vector<ui::HeardFrame> heardFrames(const devices::LineFrame& line);

} // namespace meterhall::app
