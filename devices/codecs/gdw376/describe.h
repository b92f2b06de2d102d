#pragma once

#include "devices/codecs/gdw376/units.h"

#include <QJsonArray>
#include <QJsonObject>

/// Frames as JSON, for the command line, the decode page and the comparison with published frames.
namespace meterhall::gdw376 {

/// All fields of the link layer; `bytes` has the shape of a frame.
QJsonObject describeHead(ByteView bytes, std::size_t offset, std::size_t trailing);

/// First data unit, forwarded bytes, time label, all units.
QJsonObject describeBody(const Frame& frame);

QJsonArray explain(const Frame& frame, std::size_t offset);

/// The bytes that an AFN 10 frame hands through; empty for every other frame.
ByteView forwardedBytes(const Frame& frame);

} // namespace meterhall::gdw376
