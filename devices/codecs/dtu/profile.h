#pragma once

#include "core/base/bytes.h"
#include "core/base/time.h"

#include <QJsonObject>
#include <QRegularExpression>

#include <optional>

/// Radio modems ("DTU") that dial in, say who they are, keep alive with a beat of their own and pass meter frames
/// through untouched. How one kind of modem does that is a data file, resources/profiles/dtu/*.json:
///
///     {
///       "id": "dtu_text_register",
///       "title": {"zh_CN": "…", "en": "…"},
///       "registration": {"regex": "REG:(?<id>[0-9]{11})\r\n", "reply": {"text": "OK\r\n"}},
///       "heartbeat": {"regex": "PING\r\n", "reply": {"text": "PONG\r\n"}},
///       "frames": "cjt188",            // what the payload is made of: no heartbeat is looked for inside a frame
///       "heartbeatSeconds": 60,        // and after `missedHeartbeats` of them without a word the link is silent
///       "missedHeartbeats": 3,
///       "examples": [{"hex": "…", "events": ["registered 13800000000", "send 4F4B0D0A"]}]
///     }
///
/// A matcher is either "regex" (over the bytes as Latin-1; the group `id` is the terminal's id) or "bytes": two hex
/// digits for a fixed byte, "??" for any, "id" for a byte of the id, blanks between; with "idForm" "hex" (default),
/// "ascii" or "digits" (hexadecimal form that must be decimal digits). A reply is {"text"} or {"hex"}; in a text
/// "{id}" stands for the terminal's id. Every field but "id" and "registration" may be left out.
namespace meterhall::dtu {

METERHALL_ERRORS(DtuError, "dtu", BadProfile, UnknownField)

enum class MatchResult : std::uint8_t { No, Partly, Yes };

struct Match {
    MatchResult result = MatchResult::No;
    std::size_t size = 0; ///< bytes that belong to it, when Yes
    QString id;
};

/// Recognises one kind of words at the start of bytes.
class Matcher {
public:
    static Result<Matcher> fromJson(const QJsonObject& json, bool needsId);

    /// Looks at no more than `maxWords` bytes.
    Match match(ByteView bytes) const;

    static constexpr std::size_t maxWords = 256;

private:
    enum class Part : std::uint8_t { Fixed, Any, Id };
    enum class IdForm : std::uint8_t { Hex, Ascii, Digits };
    struct Place {
        Part part = Part::Fixed;
        std::uint8_t byte = 0;
    };

    static Result<Matcher> fromBytes(const QString& pattern, const QString& idForm);
    static Result<Matcher> fromRegex(const QString& pattern);
    Match matchBytes(ByteView bytes) const;
    Match matchRegex(ByteView bytes) const;
    std::optional<QString> idText(ByteView id) const;
    bool hasId() const;

    std::vector<Place> m_places; ///< empty when it is a regex
    IdForm m_idForm = IdForm::Hex;
    QRegularExpression m_regex;
};

/// What is sent back, with the id put in.
class Reply {
public:
    static Result<Reply> fromJson(const QJsonObject& json);
    Bytes bytes(const QString& id) const;

private:
    Bytes m_bytes;
    QString m_text;
};

enum class Frames : std::uint8_t { Cjt188, None };

struct Profile {
    QString id;
    Matcher registration;
    std::optional<Reply> registrationReply;
    std::optional<Matcher> heartbeat;
    std::optional<Reply> heartbeatReply;
    Frames frames = Frames::Cjt188;
    Duration heartbeatEvery = Duration::seconds(60);
    int missedHeartbeats = 3;

    /// Unknown fields are refused: a misspelt one must not be silently without effect.
    static Result<Profile> fromJson(const QJsonObject& json);
    static Result<Profile> fromText(const QByteArray& text);
};

} // namespace meterhall::dtu
