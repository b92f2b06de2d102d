#include "core/security/sealed_text.h"

#include "core/security/crypto.h"

namespace meterhall {

namespace {

constexpr std::uint8_t magic = 'M';
constexpr std::uint8_t form = 1;
constexpr std::size_t headerBytes = 6;
constexpr std::size_t maxTextBytes = 4096;
constexpr qsizetype shortestPrefix = 3;
constexpr qsizetype shortestPhone = 7;
constexpr qsizetype longestPhone = 20;
constexpr qsizetype endDigits = 4;

void appendBigEndian(Bytes& bytes, std::uint64_t value, int count) {
    for (int shift = (count - 1) * 8; shift >= 0; shift -= 8)
        bytes.push_back(static_cast<std::uint8_t>(value >> shift));
}

void appendText(Bytes& bytes, std::string_view text) {
    appendBigEndian(bytes, text.size(), 4);
    bytes.insert(bytes.end(), text.begin(), text.end());
}

/// Header and place, each part with its length, so that no two places read alike.
Bytes associated(ByteView header, const SealedPlace& place) {
    Bytes bytes(header.begin(), header.end());
    appendText(bytes, place.table);
    appendText(bytes, place.column);
    appendBigEndian(bytes, static_cast<std::uint64_t>(place.row), 8);
    return bytes;
}

Result<std::uint32_t> keyNumberOf(ByteView sealed) {
    if (sealed.size() < headerBytes + aesGcmNonceBytes + aesGcmTagBytes || sealed[0] != magic || sealed[1] != form)
        return SealError::BadForm;
    if (sealed.size() > headerBytes + aesGcmNonceBytes + maxTextBytes + aesGcmTagBytes)
        return SealError::TooLong;
    return static_cast<std::uint32_t>(sealed[2]) << 24 | static_cast<std::uint32_t>(sealed[3]) << 16 |
           static_cast<std::uint32_t>(sealed[4]) << 8 | sealed[5];
}

/// Digits only; "+86 138…" and "0086138…" are "138…".
QString phoneDigits(QStringView phone) {
    QString digits;
    for (const QChar character : phone)
        if (character >= u'0' && character <= u'9')
            digits.append(character);
    if (digits.startsWith(QLatin1StringView("0086")))
        return digits.sliced(4);
    return phone.trimmed().startsWith(u'+') && digits.startsWith(QLatin1StringView("86")) ? digits.sliced(2) : digits;
}

/// "0571-82517566" is also known as 82517566 in its own town.
QString localDigits(QStringView phone) {
    const qsizetype dash = phone.indexOf(u'-');
    constexpr qsizetype shortestAreaCode = 3;
    constexpr qsizetype longestAreaCode = 4;
    if (!phone.startsWith(u'0') || dash < shortestAreaCode || dash > longestAreaCode)
        return {};
    const QString digits = phoneDigits(phone.sliced(dash));
    return digits.size() >= shortestPhone ? digits : QString();
}

} // namespace

SealingKeys::~SealingKeys() {
    for (auto& [number, key] : m_keys)
        wipe(key);
}

Result<void> SealingKeys::add(std::uint32_t number, ByteView key) {
    if (number == 0 || key.size() != keyBytes || m_keys.contains(number))
        return Error(SealError::BadKey, {QString::number(number)});
    m_keys.emplace(number, Bytes(key.begin(), key.end()));
    return {};
}

Result<std::uint32_t> SealingKeys::addNew() {
    const std::uint32_t number = current() + 1;
    MH_TRY(Bytes key, randomBytes(keyBytes));
    MH_CHECK(add(number, key));
    wipe(key);
    return number;
}

void SealingKeys::forget(std::uint32_t number) {
    const auto found = m_keys.find(number);
    if (found == m_keys.end())
        return;
    wipe(found->second);
    m_keys.erase(found);
}

Result<Bytes> SealingKeys::derived(std::uint32_t number, std::string_view purpose) const {
    if (m_keys.empty())
        return SealError::NoKey;
    const auto found = m_keys.find(number);
    if (found == m_keys.end())
        return Error(SealError::UnknownKey, {QString::number(number)});
    const QByteArray label = "meterhall " + QByteArray(purpose.data(), static_cast<qsizetype>(purpose.size()));
    MH_TRY(const Digest digest, hmacSha256(found->second, viewOf(label)));
    return Bytes(digest.begin(), digest.end());
}

Result<Bytes> SealingKeys::seal(const QString& text, const SealedPlace& place) const {
    if (text.isEmpty())
        return Bytes();
    QByteArray plain = text.toUtf8();
    if (plain.size() > qsizetype(maxTextBytes))
        return SealError::TooLong;
    MH_TRY(Bytes key, derived(current(), "seal"));
    MH_TRY(const Bytes nonce, randomBytes(aesGcmNonceBytes));
    Bytes sealed{magic, form};
    appendBigEndian(sealed, current(), 4);
    MH_TRY(const Bytes secret, aesGcmEncrypt(key, nonce, associated(sealed, place), viewOf(plain)));
    wipe(key);
    sealed.insert(sealed.end(), nonce.begin(), nonce.end());
    sealed.insert(sealed.end(), secret.begin(), secret.end());
    return sealed;
}

Result<QString> SealingKeys::open(ByteView sealed, const SealedPlace& place) const {
    if (sealed.empty())
        return QString();
    MH_TRY(const std::uint32_t number, keyNumberOf(sealed));
    MH_TRY(Bytes key, derived(number, "seal"));
    const ByteView header = sealed.first(headerBytes);
    const ByteView nonce = sealed.subspan(headerBytes, aesGcmNonceBytes);
    MH_TRY(Bytes plain,
           aesGcmDecrypt(key, nonce, associated(header, place), sealed.subspan(headerBytes + aesGcmNonceBytes)));
    wipe(key);
    const QString text = QString::fromUtf8(reinterpret_cast<const char*>(plain.data()), qsizetype(plain.size()));
    wipe(plain);
    return text;
}

Bytes SealingKeys::markOf(std::uint32_t number) {
    Bytes mark;
    appendBigEndian(mark, number, 4);
    return mark;
}

bool SealingKeys::needsSealingAgain(ByteView sealed) const {
    const auto number = keyNumberOf(sealed);
    return number.ok() && *number != current();
}

Result<QString> SealingKeys::token(ByteView tokenKey, QLatin1StringView kind, QStringView digits) const {
    const QByteArray message = (kind + digits.toString()).toLatin1();
    MH_TRY(const Digest digest, hmacSha256(tokenKey, viewOf(message)));
    return toHex(ByteView(digest).first(8));
}

Result<QStringList> SealingKeys::phoneTokens(QStringView phone, std::uint32_t number) const {
    const QString digits = phoneDigits(phone).left(longestPhone);
    if (digits.size() < shortestPhone)
        return QStringList();
    MH_TRY(const Bytes key, derived(number, "tokens"));
    QStringList tokens;
    for (const QString& way : {digits, localDigits(phone.trimmed())})
        for (qsizetype size = shortestPrefix; size <= way.size(); ++size) {
            MH_TRY(const QString prefix, token(key, QLatin1StringView("phone:"), QStringView(way).first(size)));
            tokens.append(prefix);
        }
    MH_TRY(const QString end, token(key, QLatin1StringView("phone-end:"), QStringView(digits).last(endDigits)));
    tokens.append(end);
    return tokens;
}

Result<QStringList> SealingKeys::phoneQuery(QStringView typed) const {
    const QString digits = phoneDigits(typed).left(longestPhone);
    if (digits.size() < shortestPrefix)
        return SealError::TooFewDigits;
    if (m_keys.empty())
        return SealError::NoKey;
    QStringList tokens;
    for (const auto& [number, secret] : m_keys) {
        MH_TRY(const Bytes key, derived(number, "tokens"));
        MH_TRY(const QString prefix, token(key, QLatin1StringView("phone:"), digits));
        tokens.append(prefix);
        if (digits.size() == endDigits) {
            MH_TRY(const QString end, token(key, QLatin1StringView("phone-end:"), digits));
            tokens.append(end);
        }
    }
    return tokens;
}

} // namespace meterhall
