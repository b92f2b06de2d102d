#pragma once

#include "devices/codecs/cjt188/model.h"
#include "devices/codecs/scan.h"

#include <QJsonObject>

#include <vector>

namespace meterhall::devices {

METERHALL_ERRORS(DecodeError, "decode", UnknownProtocol, NoFolder, NothingCompared, BadLine)

enum class Protocol : std::uint8_t { Cjt188, Gdw376, Auto };
/// "cjt188", "gdw376", "auto".
Result<Protocol> parseProtocol(QStringView name);

struct DecodeOptions {
    bool explain = false;  ///< adds what each byte meant
    cjt188::Model model{}; ///< edition and status masks
};

/// One object per frame, {"id","ok","error","frame","records","trailing_bytes"}; bytes without a frame give one object
/// with ok = false whose "frame" holds what could be made out, at least {"framed": false}.
std::vector<QJsonObject> decodeBytes(const QString& id, ByteView bytes, Protocol protocol,
                                     const DecodeOptions& options = {});

} // namespace meterhall::devices
