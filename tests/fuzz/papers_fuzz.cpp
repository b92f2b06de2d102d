// A stored paper is read from a database others can write to: what is no paper of ours is refused, and what is read
// has exactly the bytes it was read from.

#include "core/papers/paper.h"

using namespace meterhall;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const QByteArray stored(reinterpret_cast<const char*>(data), qsizetype(size));
    const auto paper = papers::paperFromCanonical(stored);
    if (paper.ok() && papers::canonicalForm(*paper) != stored)
        std::abort();
    return 0;
}
