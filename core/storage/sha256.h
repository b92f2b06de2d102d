#pragma once

#include "core/base/bytes.h"

#include <array>
#include <memory>

struct evp_md_ctx_st;

namespace meterhall::storage {

using Hash = std::array<std::uint8_t, 32>;

/// SHA-256, one message after another with one object.
class Sha256 {
public:
    Sha256();

    Sha256& add(ByteView bytes);
    Sha256& add(std::string_view bytes);
    /// 8 bytes, high byte first.
    Sha256& addInteger(std::int64_t value);
    /// 4 bytes of length, then the bytes: so no two lists of texts run together.
    Sha256& addPrefixed(std::string_view bytes);
    /// Ends the message; the next add() begins a new one.
    Hash finish();

private:
    struct FreeContext {
        void operator()(evp_md_ctx_st* context) const;
    };
    void begin();

    std::unique_ptr<evp_md_ctx_st, FreeContext> m_context;
};

/// The previous hash of the first entry of a seat: SHA-256 of nothing.
const Hash& emptyHash();

} // namespace meterhall::storage
