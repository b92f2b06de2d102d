#include "core/security/password.h"

#include <QRegularExpression>

#include <openssl/crypto.h>

namespace meterhall {

namespace {

constexpr std::size_t saltBytes = 16;
constexpr std::size_t hashBytes = 32;
constexpr qsizetype maxPasswordBytes = 128;
constexpr qsizetype minCharacters = 10;
constexpr qsizetype minCharactersOfAnyKind = 16;
constexpr std::size_t minDifferent = 5;

struct StoredHash {
    ScryptCost cost;
    Bytes salt;
    Bytes hash;
};

QString base64(const Bytes& bytes) {
    const QByteArray raw(reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size()));
    return QString::fromLatin1(raw.toBase64(QByteArray::OmitTrailingEquals));
}

Result<Bytes> fromBase64(const QString& text) {
    const auto decoded = QByteArray::fromBase64Encoding(text.toLatin1(), QByteArray::OmitTrailingEquals |
                                                                             QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || decoded.decoded.size() < 8 || decoded.decoded.size() > 64)
        return CryptoError::BadEncodedHash;
    // Unused bits of the last letter: one hash has one form.
    if (QString::fromLatin1(decoded.decoded.toBase64(QByteArray::OmitTrailingEquals)) != text)
        return CryptoError::BadEncodedHash;
    const ByteView bytes = viewOf(decoded.decoded);
    return Bytes(bytes.begin(), bytes.end());
}

Result<StoredHash> parseStored(const QString& stored) {
    static const QRegularExpression form(QStringLiteral(
        "\\A\\$scrypt\\$ln=(\\d{1,2}),r=(\\d{1,2}),p=(\\d{1,2})\\$([A-Za-z0-9+/]{1,100})\\$([A-Za-z0-9+/]{1,100})\\z"));
    const auto match = form.match(stored);
    if (!match.hasMatch())
        return CryptoError::BadEncodedHash;
    MH_TRY(Bytes salt, fromBase64(match.captured(4)));
    MH_TRY(Bytes hash, fromBase64(match.captured(5)));
    const ScryptCost cost{match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt()};
    return StoredHash{cost, std::move(salt), std::move(hash)};
}

int kindsIn(const QString& password) {
    const auto has = [&](auto isKind) { return std::any_of(password.begin(), password.end(), isKind) ? 1 : 0; };
    return has([](QChar c) { return c.isUpper(); }) + has([](QChar c) { return c.isLower(); }) +
           has([](QChar c) { return c.isDigit(); }) +
           has([](QChar c) { return !c.isLetterOrNumber() || c.unicode() > 127; });
}

} // namespace

Result<QString> hashPassword(const QByteArray& password, const ScryptCost& cost) {
    MH_TRY(const Bytes salt, randomBytes(saltBytes));
    MH_TRY(const Bytes hash, scrypt(viewOf(password), salt, cost, hashBytes));
    return QStringLiteral("$scrypt$ln=%1,r=%2,p=%3$").arg(cost.logN).arg(cost.r).arg(cost.p) + base64(salt) + u'$' +
           base64(hash);
}

Result<bool> verifyPassword(const QByteArray& password, const QString& stored) {
    MH_TRY(const StoredHash expected, parseStored(stored));
    MH_TRY(const Bytes hash, scrypt(viewOf(password), expected.salt, expected.cost, expected.hash.size()));
    return equalInConstantTime(hash, expected.hash);
}

bool needsRehash(const QString& stored, const ScryptCost& today) {
    const auto parsed = parseStored(stored);
    if (!parsed.ok())
        return true;
    const ScryptCost& cost = parsed->cost;
    return cost.logN < today.logN || cost.r < today.r || cost.p < today.p || parsed->hash.size() < hashBytes;
}

QStringList brokenPasswordRules(const QByteArray& password) {
    const QString text = QString::fromUtf8(password);
    const auto characters = text.toUcs4();
    QStringList broken;
    if (password.size() > maxPasswordBytes)
        broken << QStringLiteral("too_long");
    if (characters.size() < minCharacters)
        broken << QStringLiteral("too_short");
    if (std::set(characters.begin(), characters.end()).size() < minDifferent)
        broken << QStringLiteral("repeats");
    if (kindsIn(text) < 3 && characters.size() < minCharactersOfAnyKind)
        broken << QStringLiteral("too_plain");
    return broken;
}

Result<void> checkPasswordStrength(const QByteArray& password) {
    const QStringList broken = brokenPasswordRules(password);
    return broken.isEmpty() ? Result<void>() : Result<void>(Error(SecurityError::WeakPassword, {broken.front()}));
}

void wipe(QByteArray& password) {
    OPENSSL_cleanse(password.data(), std::size_t(password.size()));
    password.clear();
}

} // namespace meterhall
