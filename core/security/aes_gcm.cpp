#include "core/security/crypto.h"

#include <openssl/evp.h>

namespace meterhall {

namespace {

struct FreeCipher {
    void operator()(EVP_CIPHER_CTX* context) const { EVP_CIPHER_CTX_free(context); }
};
using Cipher = std::unique_ptr<EVP_CIPHER_CTX, FreeCipher>;

int length(ByteView bytes) {
    return static_cast<int>(bytes.size());
}

} // namespace

Result<Bytes> aesGcmEncrypt(ByteView key, ByteView nonce, ByteView associated, ByteView text) {
    if (key.size() != aesGcmKeyBytes || nonce.size() != aesGcmNonceBytes)
        return CryptoError::BadKeyLength;
    const Cipher cipher(EVP_CIPHER_CTX_new());
    Bytes out(text.size() + aesGcmTagBytes);
    int written = 0;
    const bool good =
        cipher && EVP_EncryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, key.data(), nonce.data()) == 1 &&
        EVP_EncryptUpdate(cipher.get(), nullptr, &written, associated.data(), length(associated)) == 1 &&
        EVP_EncryptUpdate(cipher.get(), out.data(), &written, text.data(), length(text)) == 1 &&
        EVP_EncryptFinal_ex(cipher.get(), out.data() + text.size(), &written) == 1 &&
        EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_GET_TAG, aesGcmTagBytes, out.data() + text.size()) == 1;
    if (!good)
        return CryptoError::LibraryFailed;
    return out;
}

Result<Bytes> aesGcmDecrypt(ByteView key, ByteView nonce, ByteView associated, ByteView textAndTag) {
    if (key.size() != aesGcmKeyBytes || nonce.size() != aesGcmNonceBytes)
        return CryptoError::BadKeyLength;
    if (textAndTag.size() < aesGcmTagBytes)
        return CryptoError::Tampered;
    const ByteView text = textAndTag.first(textAndTag.size() - aesGcmTagBytes);
    Bytes tag(textAndTag.end() - aesGcmTagBytes, textAndTag.end());
    const Cipher cipher(EVP_CIPHER_CTX_new());
    Bytes out(text.size() + 1); // never an empty buffer
    int written = 0;
    const bool ready = cipher &&
                       EVP_DecryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, key.data(), nonce.data()) == 1 &&
                       EVP_DecryptUpdate(cipher.get(), nullptr, &written, associated.data(), length(associated)) == 1 &&
                       EVP_DecryptUpdate(cipher.get(), out.data(), &written, text.data(), length(text)) == 1 &&
                       EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_SET_TAG, aesGcmTagBytes, tag.data()) == 1;
    if (!ready)
        return CryptoError::LibraryFailed;
    if (EVP_DecryptFinal_ex(cipher.get(), out.data() + text.size(), &written) != 1) {
        wipe(out); // a text nobody vouches for is not handed out
        return CryptoError::Tampered;
    }
    out.resize(text.size());
    return out;
}

} // namespace meterhall
