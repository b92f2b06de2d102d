#pragma once

#include "devices/codecs/decoder.h"

#include <vector>

namespace meterhall::devices {

METERHALL_ERRORS(DecodeError, "decode", UnknownProtocol, NoFolder, NothingCompared, BadLine, NoFile)

/// One protocol by name, or any of them.
class Protocol {
public:
    /// "cjt188", "gdw376" … or "auto".
    static Result<Protocol> parse(QStringView name);
    static Protocol any() { return Protocol(nullptr); }

    bool isAny() const { return m_decoder == nullptr; }
    /// Null for any.
    const Decoder* decoder() const { return m_decoder; }
    /// The names that `parse` takes.
    static QStringList names();

private:
    explicit Protocol(const Decoder* decoder)
        : m_decoder(decoder) {}
    const Decoder* m_decoder;
};

/// One object per frame, {"id","ok","error","protocol","frame","records","trailing_bytes"}; bytes without a frame give
/// one object with ok = false whose "frame" holds what could be made out, at least {"framed": false}.
std::vector<QJsonObject> decodeBytes(const QString& id, ByteView bytes, Protocol protocol,
                                     const DecodeOptions& options = {});

/// Every frame of a JSON lines file of {"id","hex"} objects, as the published frames are kept.
Result<std::vector<QJsonObject>> decodeFile(const QString& path, Protocol protocol, const DecodeOptions& options = {});

} // namespace meterhall::devices
