#include "core/security/crypto.h"

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/kdf.h>
#include <openssl/params.h>
#include <openssl/rand.h>

namespace meterhall {

namespace {

constexpr std::uint64_t maxScryptBytes = 256ULL * 1024 * 1024;
constexpr int maxLanes = 16;

struct FreeKdf {
    void operator()(EVP_KDF* kdf) const { EVP_KDF_free(kdf); }
    void operator()(EVP_KDF_CTX* context) const { EVP_KDF_CTX_free(context); }
};

bool isAllowed(const ScryptCost& cost) {
    if (cost.logN < 1 || cost.logN > 24 || cost.r < 1 || cost.r > 64 || cost.p < 1 || cost.p > maxLanes)
        return false;
    return (128ULL * static_cast<std::uint64_t>(cost.r) << cost.logN) <= maxScryptBytes;
}

// OpenSSL takes its inputs as pointers to changeable memory, and reads them only.
OSSL_PARAM octets(const char* name, ByteView bytes) {
    static std::uint8_t nothing = 0;
    void* data = bytes.empty() ? &nothing : const_cast<std::uint8_t*>(bytes.data());
    return OSSL_PARAM_construct_octet_string(name, data, bytes.size());
}

} // namespace

Result<Bytes> randomBytes(std::size_t count) {
    Bytes bytes(count);
    if (RAND_bytes(bytes.data(), static_cast<int>(count)) != 1)
        return CryptoError::LibraryFailed;
    return bytes;
}

Result<Digest> hmacSha256(ByteView key, ByteView message) {
    Digest digest{};
    unsigned length = 0;
    if (HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), message.data(), message.size(), digest.data(),
             &length) == nullptr ||
        length != digest.size())
        return CryptoError::LibraryFailed;
    return digest;
}

bool equalInConstantTime(ByteView one, ByteView other) {
    return one.size() == other.size() && CRYPTO_memcmp(one.data(), other.data(), one.size()) == 0;
}

void wipe(Bytes& secret) {
    OPENSSL_cleanse(secret.data(), secret.size());
    secret.clear();
}

Result<Bytes> scrypt(ByteView password, ByteView salt, const ScryptCost& cost, std::size_t length) {
    if (!isAllowed(cost))
        return CryptoError::BadCost;
    const std::unique_ptr<EVP_KDF, FreeKdf> kdf(EVP_KDF_fetch(nullptr, "SCRYPT", nullptr));
    const std::unique_ptr<EVP_KDF_CTX, FreeKdf> context(kdf ? EVP_KDF_CTX_new(kdf.get()) : nullptr);
    if (!context)
        return CryptoError::LibraryFailed;
    std::uint64_t n = 1ULL << cost.logN;
    auto r = static_cast<std::uint32_t>(cost.r);
    auto p = static_cast<std::uint32_t>(cost.p);
    std::uint64_t memory = 2 * maxScryptBytes;
    const OSSL_PARAM parameters[] = {octets(OSSL_KDF_PARAM_PASSWORD, password),
                                     octets(OSSL_KDF_PARAM_SALT, salt),
                                     OSSL_PARAM_construct_uint64(OSSL_KDF_PARAM_SCRYPT_N, &n),
                                     OSSL_PARAM_construct_uint32(OSSL_KDF_PARAM_SCRYPT_R, &r),
                                     OSSL_PARAM_construct_uint32(OSSL_KDF_PARAM_SCRYPT_P, &p),
                                     OSSL_PARAM_construct_uint64(OSSL_KDF_PARAM_SCRYPT_MAXMEM, &memory),
                                     OSSL_PARAM_construct_end()};
    Bytes derived(length);
    if (EVP_KDF_derive(context.get(), derived.data(), derived.size(), parameters) != 1)
        return CryptoError::LibraryFailed;
    return derived;
}

} // namespace meterhall
