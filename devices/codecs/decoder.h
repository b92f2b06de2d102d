#pragma once

#include "devices/codecs/cjt188/model.h"
#include "devices/codecs/dlt645/model.h"
#include "devices/codecs/scan.h"

#include <QJsonArray>
#include <QJsonObject>

#include <optional>
#include <vector>

namespace meterhall::devices {

struct VectorDifference;

struct DecodeOptions {
    bool explain = false;      ///< adds what each byte meant
    cjt188::Model model{};     ///< edition and status masks
    dlt645::Settings dlt645{}; ///< edition
};

/// Where a frame stood in what was given.
struct Place {
    std::size_t offset = 0;
    std::size_t trailing = 0; ///< bytes behind its end
};

/// A whole frame as JSON.
struct Decoded {
    QJsonObject frame;   ///< header fields and what the data say
    QJsonArray records;  ///< {"quantity","unit","value","function","storage","tariff","subunit","raw"}
    QJsonArray explain;  ///< what each byte meant; empty unless asked for
    QJsonObject inner{}; ///< a frame handed through inside, decoded
    /// Why the frame is no good answer although its check holds; what could be read of it is there.
    std::optional<ErrorCode> refusal{};
};

/// A protocol that the decode page, the command line and the comparison with published frames know. One to each
/// devices/codecs/<name>/decoder.cpp, which defines `const Decoder <name>Decoder`; the table is written by CMake.
struct Decoder {
    QStringView name;
    /// On a mixed line the lower rank wins where two protocols see a frame at the same place.
    int rank = 0;
    /// The first whole frame. On a mixed line only what cannot well be another protocol's.
    Found (*find)(ByteView bytes, bool isMixedLine) = nullptr;
    /// The first place with the shape of a frame, whatever its check says.
    Found (*findShape)(ByteView bytes) = nullptr;
    /// Header fields of what `find` or `findShape` marked out.
    QJsonObject (*describeHead)(ByteView frame, Place place) = nullptr;
    Decoded (*decode)(ByteView frame, Place place, const DecodeOptions& options) = nullptr;
    ErrorCode notAFrame;
    ErrorCode badCheck;
    /// Where published frames are described in another project's words: `expect` against a whole decoded object
    /// ("frame", "records"). Null, or nothing when these are not such words: every field of `expect` is one of `frame`.
    std::optional<std::vector<VectorDifference>> (*compare)(const QJsonObject& expect,
                                                            const QJsonObject& decoded) = nullptr;
};

/// All of them, by name.
std::span<const Decoder* const> decoders();

} // namespace meterhall::devices
