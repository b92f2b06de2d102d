#include "devices/codecs/dtu/profile.h"

#include <QJsonDocument>
#include <QSet>

namespace meterhall::dtu {

namespace {
Error bad(const QString& what) {
    return Error(DtuError::BadProfile, {what});
}

Result<void> onlyKnown(const QJsonObject& json, const QSet<QString>& known) {
    for (const QString& field : json.keys()) {
        if (!known.contains(field))
            return Error(DtuError::UnknownField, {field});
    }
    return {};
}

Result<int> wholeNumber(const QJsonObject& json, const QString& field, int otherwise) {
    if (!json.contains(field))
        return otherwise;
    const int number = json[field].toInt(-1);
    if (number < 1 || number > 1'000'000)
        return bad(field);
    return number;
}

QString latin1(ByteView bytes) {
    return QString::fromLatin1(reinterpret_cast<const char*>(bytes.data()), qsizetype(bytes.size()));
}
} // namespace

Result<Matcher> Matcher::fromJson(const QJsonObject& json, bool needsId) {
    MH_CHECK(onlyKnown(
        json, {QStringLiteral("regex"), QStringLiteral("bytes"), QStringLiteral("idForm"), QStringLiteral("reply")}));
    const bool isRegex = json.contains(QStringLiteral("regex"));
    if (isRegex == json.contains(QStringLiteral("bytes")))
        return bad(QStringLiteral("either regex or bytes"));
    auto matcher = isRegex ? fromRegex(json[QStringLiteral("regex")].toString())
                           : fromBytes(json[QStringLiteral("bytes")].toString(),
                                       json[QStringLiteral("idForm")].toString(QStringLiteral("hex")));
    if (matcher.ok() && needsId && !matcher->hasId())
        return bad(QStringLiteral("a registration must tell an id"));
    return matcher;
}

Result<Matcher> Matcher::fromRegex(const QString& pattern) {
    Matcher matcher;
    matcher.m_regex = QRegularExpression(pattern, QRegularExpression::DotMatchesEverythingOption);
    // What matches nothing at all would be found everywhere.
    if (pattern.isEmpty() || !matcher.m_regex.isValid() || matcher.m_regex.match(QString()).hasMatch())
        return bad(QStringLiteral("regex ") + pattern.left(60));
    return matcher;
}

Result<Matcher> Matcher::fromBytes(const QString& pattern, const QString& idForm) {
    Matcher matcher;
    if (idForm == QStringLiteral("ascii"))
        matcher.m_idForm = IdForm::Ascii;
    else if (idForm == QStringLiteral("digits"))
        matcher.m_idForm = IdForm::Digits;
    else if (idForm != QStringLiteral("hex"))
        return bad(QStringLiteral("idForm ") + idForm);
    for (const QString& token : pattern.split(u' ', Qt::SkipEmptyParts)) {
        if (token == QStringLiteral("??")) {
            matcher.m_places.push_back({Part::Any, 0});
        } else if (token == QStringLiteral("id")) {
            matcher.m_places.push_back({Part::Id, 0});
        } else {
            const auto byte = fromHex(token);
            if (!byte.ok() || byte->size() != 1)
                return bad(QStringLiteral("bytes ") + token.left(20));
            matcher.m_places.push_back({Part::Fixed, byte->front()});
        }
    }
    const auto isFixed = [](const Place& place) { return place.part == Part::Fixed; };
    const bool tellsApart = std::any_of(matcher.m_places.begin(), matcher.m_places.end(), isFixed);
    if (!tellsApart || matcher.m_places.size() > maxWords)
        return bad(QStringLiteral("bytes must hold a fixed byte, and %1 at most").arg(maxWords));
    return matcher;
}

bool Matcher::hasId() const {
    if (m_places.empty())
        return m_regex.namedCaptureGroups().contains(QStringLiteral("id"));
    return std::any_of(m_places.begin(), m_places.end(), [](const Place& place) { return place.part == Part::Id; });
}

Match Matcher::match(ByteView bytes) const {
    if (bytes.empty())
        return {};
    const ByteView seen = bytes.first(std::min(bytes.size(), maxWords));
    Match match = m_places.empty() ? matchRegex(seen) : matchBytes(seen);
    // Nothing longer is looked at, so nothing longer is waited for.
    if (match.result == MatchResult::Partly && bytes.size() >= maxWords)
        match.result = MatchResult::No;
    return match;
}

Match Matcher::matchBytes(ByteView bytes) const {
    Bytes id;
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        if (i == bytes.size())
            return {MatchResult::Partly, 0, {}};
        if (m_places[i].part == Part::Fixed && m_places[i].byte != bytes[i])
            return {};
        if (m_places[i].part == Part::Id)
            id.push_back(bytes[i]);
    }
    const auto text = idText(id);
    if (!text)
        return {};
    return {MatchResult::Yes, m_places.size(), *text};
}

std::optional<QString> Matcher::idText(ByteView id) const {
    if (m_idForm == IdForm::Ascii) {
        const bool isPrintable = std::all_of(id.begin(), id.end(), [](std::uint8_t b) { return b > 0x20 && b < 0x7F; });
        return isPrintable ? std::optional(latin1(id)) : std::nullopt;
    }
    const QString text = toHex(id);
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    if (m_idForm == IdForm::Digits && !std::all_of(text.begin(), text.end(), isDigit))
        return std::nullopt;
    return text;
}

Match Matcher::matchRegex(ByteView bytes) const {
    const auto found = m_regex.match(latin1(bytes), 0, QRegularExpression::PartialPreferCompleteMatch,
                                     QRegularExpression::AnchorAtOffsetMatchOption);
    if (found.hasMatch() && found.capturedLength() > 0)
        return {MatchResult::Yes, std::size_t(found.capturedLength()), found.captured(QStringLiteral("id"))};
    return {found.hasPartialMatch() ? MatchResult::Partly : MatchResult::No, 0, {}};
}

Result<Reply> Reply::fromJson(const QJsonObject& json) {
    MH_CHECK(onlyKnown(json, {QStringLiteral("text"), QStringLiteral("hex")}));
    Reply reply;
    if (json.contains(QStringLiteral("text"))) {
        reply.m_text = json[QStringLiteral("text")].toString();
        if (reply.m_text.isEmpty())
            return bad(QStringLiteral("reply text"));
        return reply;
    }
    MH_TRY(reply.m_bytes, fromHex(json[QStringLiteral("hex")].toString()));
    if (reply.m_bytes.empty())
        return bad(QStringLiteral("reply without text or hex"));
    return reply;
}

Bytes Reply::bytes(const QString& id) const {
    if (m_text.isEmpty())
        return m_bytes;
    const QByteArray text = QString(m_text).replace(QStringLiteral("{id}"), id).toLatin1();
    return Bytes(text.begin(), text.end());
}

namespace {
Result<std::optional<Reply>> replyIn(const QJsonObject& matcher) {
    const QString field = QStringLiteral("reply");
    if (!matcher.contains(field))
        return std::optional<Reply>();
    MH_TRY(Reply reply, Reply::fromJson(matcher[field].toObject()));
    return std::optional<Reply>(std::move(reply));
}
} // namespace

Result<Profile> Profile::fromJson(const QJsonObject& json) {
    const QString heartbeat = QStringLiteral("heartbeat");
    MH_CHECK(onlyKnown(json, {QStringLiteral("id"), QStringLiteral("title"), QStringLiteral("registration"), heartbeat,
                              QStringLiteral("frames"), QStringLiteral("heartbeatSeconds"),
                              QStringLiteral("missedHeartbeats"), QStringLiteral("examples")}));
    Profile profile;
    profile.id = json[QStringLiteral("id")].toString();
    if (profile.id.isEmpty())
        return bad(QStringLiteral("id"));
    const QJsonObject registration = json[QStringLiteral("registration")].toObject();
    MH_TRY(profile.registration, Matcher::fromJson(registration, true));
    MH_TRY(profile.registrationReply, replyIn(registration));
    if (json.contains(heartbeat)) {
        const QJsonObject beat = json[heartbeat].toObject();
        MH_TRY(profile.heartbeat, Matcher::fromJson(beat, false));
        MH_TRY(profile.heartbeatReply, replyIn(beat));
    }
    const QString frames = json[QStringLiteral("frames")].toString(QStringLiteral("cjt188"));
    if (frames != QStringLiteral("cjt188") && frames != QStringLiteral("none"))
        return bad(QStringLiteral("frames ") + frames);
    profile.frames = frames == QStringLiteral("none") ? Frames::None : Frames::Cjt188;
    MH_TRY(const int seconds, wholeNumber(json, QStringLiteral("heartbeatSeconds"), 60));
    profile.heartbeatEvery = Duration::seconds(seconds);
    MH_TRY(profile.missedHeartbeats, wholeNumber(json, QStringLiteral("missedHeartbeats"), 3));
    return profile;
}

Result<Profile> Profile::fromText(const QByteArray& text) {
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (!document.isObject())
        return bad(error.errorString());
    return fromJson(document.object());
}

} // namespace meterhall::dtu
