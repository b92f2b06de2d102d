#pragma once

#include "core/base/bytes.h"

#include <QStringList>

#include <map>

namespace meterhall {

METERHALL_ERRORS(SealError, "seal", NoKey, UnknownKey, BadForm, TooLong, BadKey, KeyFileMissing, KeyFileOpenToOthers,
                 BadKeyFile, KeyFileNotWritten, TooFewDigits, KeyNeeded)

/// Where a sealed text lives. It opens there and nowhere else: the place is authenticated with the text.
struct SealedPlace {
    std::string_view table;
    std::string_view column;
    std::int64_t row = 0;
};

/// The keys of a workplace, by number. One is current and seals; the others open what they sealed until it has been
/// sealed again. From each the sealing key and the token key are derived, so that neither says anything of the other.
class SealingKeys {
public:
    static constexpr std::size_t keyBytes = 32;

    SealingKeys() = default;
    SealingKeys(const SealingKeys&) = default;
    SealingKeys& operator=(const SealingKeys&) = default;
    SealingKeys(SealingKeys&&) noexcept = default;
    SealingKeys& operator=(SealingKeys&&) noexcept = default;
    ~SealingKeys();

    /// Numbers 1 and up; the highest is current.
    Result<void> add(std::uint32_t number, ByteView key);
    /// A random key above all others, which becomes current. Rotation (core/services/resealing.h): add, seal every row
    /// again, tell the tokens anew, forget the old one.
    Result<std::uint32_t> addNew();
    void forget(std::uint32_t number);

    bool empty() const { return m_keys.empty(); }
    std::uint32_t current() const { return m_keys.empty() ? 0 : m_keys.rbegin()->first; }
    const std::map<std::uint32_t, Bytes>& all() const { return m_keys; }

    /// Form: 'M' 1, key number (4 bytes, high first), nonce (12), AES-256-GCM text, tag (16). An empty text gives no
    /// bytes: there is nothing to hide.
    Result<Bytes> seal(const QString& text, const SealedPlace& place) const;
    /// CryptoError::Tampered when it was changed or comes from another place.
    Result<QString> open(ByteView sealed, const SealedPlace& place) const;
    /// Sealed with a key that is no longer current.
    bool needsSealingAgain(ByteView sealed) const;
    /// The bytes from the third on that tell what this key sealed from what another did.
    static Bytes markOf(std::uint32_t number);

    /// Codes under which a phone is found without being readable: HMAC-SHA-256 cut to 64 bit, 16 hex digits. One for
    /// each prefix of three digits and more, one for the last four, and the prefixes without the area code of a number
    /// written 0571-82517566. Fewer than seven digits are no phone and give none. The country code of China is left
    /// out.
    Result<QStringList> phoneTokens(QStringView phone) const { return phoneTokens(phone, current()); }
    /// Those of another key than the current one.
    Result<QStringList> phoneTokens(QStringView phone, std::uint32_t key) const;
    /// The codes to look for when this was typed: as a prefix, and four digits also as an end; under every key, because
    /// accounts keep their old codes until they were sealed again.
    Result<QStringList> phoneQuery(QStringView digits) const;

private:
    Result<Bytes> derived(std::uint32_t number, std::string_view purpose) const;
    Result<QString> token(ByteView tokenKey, QLatin1StringView kind, QStringView digits) const;

    std::map<std::uint32_t, Bytes> m_keys;
};

} // namespace meterhall
