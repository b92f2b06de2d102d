#include "core/storage/sha256.h"

#include <openssl/evp.h>

namespace meterhall::storage {

void Sha256::FreeContext::operator()(evp_md_ctx_st* context) const {
    EVP_MD_CTX_free(context);
}

Sha256::Sha256()
    : m_context(EVP_MD_CTX_new()) {
    begin();
}

// EVP_sha256 is looked up by name in the provider each time in OpenSSL 3; a kept context skips that.
void Sha256::begin() {
    [[maybe_unused]] const int started = EVP_DigestInit_ex(m_context.get(), EVP_sha256(), nullptr);
    Q_ASSERT(started == 1);
}

Sha256& Sha256::add(ByteView bytes) {
    EVP_DigestUpdate(m_context.get(), bytes.data(), bytes.size());
    return *this;
}

Sha256& Sha256::add(std::string_view bytes) {
    EVP_DigestUpdate(m_context.get(), bytes.data(), bytes.size());
    return *this;
}

Sha256& Sha256::addInteger(std::int64_t value) {
    std::array<std::uint8_t, 8> bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<std::uint8_t>(static_cast<std::uint64_t>(value) >> (56 - 8 * i));
    return add(ByteView(bytes));
}

Sha256& Sha256::addPrefixed(std::string_view bytes) {
    std::array<std::uint8_t, 4> length{};
    for (std::size_t i = 0; i < length.size(); ++i)
        length[i] = static_cast<std::uint8_t>(bytes.size() >> (24 - 8 * i));
    return add(ByteView(length)).add(bytes);
}

Hash Sha256::finish() {
    Hash hash{};
    EVP_DigestFinal_ex(m_context.get(), hash.data(), nullptr);
    // The same algorithm again: null keeps what is set, without another look-up.
    EVP_DigestInit_ex(m_context.get(), nullptr, nullptr);
    return hash;
}

const Hash& emptyHash() {
    static const Hash hash = Sha256().finish();
    return hash;
}

} // namespace meterhall::storage
