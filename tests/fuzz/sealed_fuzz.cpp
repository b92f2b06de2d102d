// Whoever can write into the database can hand us sealed texts, password hashes and key files of his own making: they
// are refused, and what is not refused reads back as it was written.

#include "core/security/key_source.h"
#include "core/security/password.h"

using namespace meterhall;

namespace {

void require(bool holds) {
    if (!holds)
        std::abort();
}

const SealingKeys& keys() {
    static const SealingKeys fixed = [] {
        SealingKeys made;
        require(made.add(1, Bytes(SealingKeys::keyBytes, 0x17)).ok());
        return made;
    }();
    return fixed;
}

void sealedBytesOpenOnlyWhenWeMadeThem(ByteView bytes) {
    const SealedPlace place{"customer", "phone_sealed", 7};
    const auto opened = keys().open(bytes, place);
    require(!opened.ok() || bytes.empty());
    if (bytes.size() > 2) { // the same bytes under a true header reach the cipher
        Bytes forged{'M', 1, 0, 0, 0, 1};
        forged.insert(forged.end(), bytes.begin(), bytes.end());
        require(!keys().open(forged, place).ok());
    }
}

void keyTextsComeBack(const QByteArray& text) {
    const auto parsed = keysFromText(text);
    if (parsed.ok())
        require(keysFromText(keysToText(*parsed))->all() == parsed->all());
}

void passwordFormsCostLittleToRefuse(const QString& text) {
    if (text.contains(QLatin1StringView("$ln="))) // an allowed cost may take its time: only the parser is tried here
        (void)needsRehash(text);
    else
        require(!verifyPassword("x", text).ok());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const QByteArray text(reinterpret_cast<const char*>(data), qsizetype(size));
    sealedBytesOpenOnlyWhenWeMadeThem({data, size});
    keyTextsComeBack(text);
    passwordFormsCostLittleToRefuse(QString::fromUtf8(text));
    (void)keys().phoneTokens(QString::fromUtf8(text));
    (void)checkPasswordStrength(text);
    return 0;
}
