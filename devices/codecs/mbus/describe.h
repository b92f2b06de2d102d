#pragma once

#include "devices/codecs/mbus/application.h"

#include <QJsonArray>
#include <QJsonObject>

/// JSON forms of a frame, for the command line, the decode page and comparison with published frames.
namespace meterhall::mbus {

/// Link layer of any candidate, right sum or not: offset, frame, kind, checksum_ok, trailing_bytes, control,
/// control_name, address, ci.
QJsonObject describeHead(ByteView bytes, std::size_t offset, std::size_t trailing);

/// Header and what CI says: id, manufacturer, version, medium, access_number, status, signature …
QJsonObject describeApplication(const Application& application);

/// {"quantity","unit","value","function","storage","tariff","subunit","raw","understood"} each, and where they matter
/// "absent" (why there is no value), "modifiers", "inexact", "summer_time". Records in front of a broken one are
/// there; `broken` says what is wrong with that.
QJsonArray describeRecords(const Application& application, std::optional<MbusError>& broken);

/// What each byte means: {"at","hex","meaning"}, in order, without gaps.
QJsonArray explain(const Frame& frame, const Result<Application>& application, std::size_t offset);

} // namespace meterhall::mbus
