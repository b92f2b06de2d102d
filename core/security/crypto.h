#pragma once

#include "core/base/bytes.h"

#include <array>

namespace meterhall {

METERHALL_ERRORS(CryptoError, "crypto", LibraryFailed, BadCost, BadEncodedHash, Tampered, BadKeyLength)

using Digest = std::array<std::uint8_t, 32>;

/// From the operating system's generator. The one thing core does not take as a parameter: a salt or a nonce that a
/// caller could choose is one he could choose wrongly.
Result<Bytes> randomBytes(std::size_t count);

/// HMAC-SHA-256 (RFC 2104).
Result<Digest> hmacSha256(ByteView key, ByteView message);

/// In a time that says nothing about where they differ.
bool equalInConstantTime(ByteView one, ByteView other);

/// Overwrites a secret in a way the compiler does not remove.
void wipe(Bytes& secret);

/// Work of one scrypt call (RFC 7914): memory is 128 x r x 2^logN bytes.
struct ScryptCost {
    int logN = 16;
    int r = 8;
    int p = 2;

    bool operator==(const ScryptCost&) const = default;
};

/// At most 256 MiB and 16 lanes, so that a forged stored form cannot stall the program.
Result<Bytes> scrypt(ByteView password, ByteView salt, const ScryptCost& cost, std::size_t length);

constexpr std::size_t aesGcmKeyBytes = 32;
constexpr std::size_t aesGcmNonceBytes = 12;
constexpr std::size_t aesGcmTagBytes = 16;

/// AES-256-GCM (NIST SP 800-38D): the text's bytes, then the tag. A nonce is used once with a key.
Result<Bytes> aesGcmEncrypt(ByteView key, ByteView nonce, ByteView associated, ByteView text);
/// CryptoError::Tampered when key, nonce, associated bytes, text and tag do not belong together.
Result<Bytes> aesGcmDecrypt(ByteView key, ByteView nonce, ByteView associated, ByteView textAndTag);

} // namespace meterhall
