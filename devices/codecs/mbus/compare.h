#pragma once

#include "devices/codecs/vectors.h"

namespace meterhall::mbus {

/// `expect` as libmbus prints it: "slave" (header), "records" and "records_normalized" (its base units), or
/// "application_error". Records are matched by function, storage, tariff, subunit and quantity, in order; numbers may
/// differ by 1e-6 relative, since libmbus prints six decimals of a binary fraction. Where libmbus shows something that
/// the standard forbids (a date that is none, the code for "not available") no value is right too. Differences come
/// back without id and file; nothing when the expectation is not in libmbus' words.
std::optional<std::vector<devices::VectorDifference>> comparePublished(const QJsonObject& expect,
                                                                       const QJsonObject& decoded);

} // namespace meterhall::mbus
