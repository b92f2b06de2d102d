#pragma once

#include "devices/codecs/dlt645/data.h"

#include <QJsonArray>
#include <QJsonObject>

/// Frames as JSON, for the command line, the decode page and the comparison with published frames. Not for readings.
namespace meterhall::dlt645 {

/// Fields of the link layer, and whether the sum holds; `bytes` has the shape of a frame. `offset` and `trailing`
/// say where it stood in what was given.
QJsonObject describeHead(ByteView bytes, std::size_t offset, std::size_t trailing);

/// What the data say: joins the fields of the head.
QJsonObject describeData(const Frame& frame, const Data& data);

/// One object per value: quantity, unit, value, function, storage, tariff, subunit (the phase), raw.
QJsonArray describeRecords(const Data& data);

/// What each byte meant.
QJsonArray explain(const Frame& frame, const Data& data, std::size_t offset);

} // namespace meterhall::dlt645
