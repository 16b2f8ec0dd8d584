// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/crypto/secret_box.h"

#include "contract/crypto/byte_pointer.h"
#include "contract/crypto/openssl_ptr.h"

namespace pc {

namespace {

constexpr qsizetype boxKeySize = 32;
constexpr qsizetype boxNonceSize = 12;
constexpr qsizetype boxTagSize = 16;

} // namespace

QByteArray closeBox(const Secret &key, QByteArrayView plain, QByteArrayView about, RandomSource &random)
{
    const Secret nonce = randomBytes(random, boxNonceSize);
    QByteArray box(boxNonceSize + plain.size() + boxTagSize, Qt::Uninitialized);
    std::copy(nonce.view().begin(), nonce.view().end(), box.begin());
    auto *bytes = reinterpret_cast<unsigned char *>(box.data()) + boxNonceSize;
    const ossl::CipherCtxPtr context(EVP_CIPHER_CTX_new());
    int written = 0;
    if (key.size() != boxKeySize || !context ||
        EVP_EncryptInit_ex2(context.get(), EVP_aes_256_gcm(), bytesOf(key.view()), bytesOf(nonce.view()),
                            nullptr) != 1 ||
        EVP_EncryptUpdate(context.get(), nullptr, &written, bytesOf(about), static_cast<int>(about.size())) !=
            1 ||
        EVP_EncryptUpdate(context.get(), bytes, &written, bytesOf(plain), static_cast<int>(plain.size())) !=
            1 ||
        EVP_EncryptFinal_ex(context.get(), bytes + plain.size(), &written) != 1 ||
        EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_GET_TAG, static_cast<int>(boxTagSize),
                            bytes + plain.size()) != 1)
        qFatal("AES-256-GCM failed");
    return box;
}

std::optional<Secret> openBox(const Secret &key, QByteArrayView box, QByteArrayView about)
{
    if (key.size() != boxKeySize || box.size() < boxNonceSize + boxTagSize)
        return std::nullopt;
    const QByteArrayView cipherText = box.sliced(boxNonceSize).chopped(boxTagSize);
    QByteArray tag = box.last(boxTagSize).toByteArray();
    Secret plain(cipherText.size());
    const ossl::CipherCtxPtr context(EVP_CIPHER_CTX_new());
    int written = 0;
    if (!context ||
        EVP_DecryptInit_ex2(context.get(), EVP_aes_256_gcm(), bytesOf(key.view()),
                            bytesOf(box.first(boxNonceSize)), nullptr) != 1 ||
        EVP_DecryptUpdate(context.get(), nullptr, &written, bytesOf(about), static_cast<int>(about.size())) !=
            1 ||
        EVP_DecryptUpdate(context.get(), bytesOf(plain), &written, bytesOf(cipherText),
                          static_cast<int>(cipherText.size())) != 1 ||
        EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_SET_TAG, static_cast<int>(boxTagSize), tag.data()) !=
            1 ||
        EVP_DecryptFinal_ex(context.get(), bytesOf(plain) + plain.size(), &written) != 1)
        return std::nullopt; // the destructor wipes what was decrypted without a valid tag
    return plain;
}

} // namespace pc
