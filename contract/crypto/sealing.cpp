// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/crypto/sealing.h"

#include "contract/crypto/byte_pointer.h"
#include "contract/crypto/hashing.h"
#include "contract/crypto/p256.h"

#include <openssl/core_names.h>

#include <optional>
#include <utility>

namespace pc {

namespace {

constexpr char version = 0x01;
constexpr auto domain = "pc.sealing.v1";
constexpr qsizetype keySize = 32;
constexpr qsizetype nonceSize = 12;
constexpr qsizetype tagSize = 16;
constexpr qsizetype headerSize = 1 + sealingPublicKeySize;

QByteArray associatedData(const SealingContext &context)
{
    return lengthPrefixed({domain, context.credentialId.toUtf8(), QByteArray::number(context.generation),
                           context.idempotencyKey.toUtf8()});
}

std::optional<Secret> sharedSecret(EVP_PKEY *own, EVP_PKEY *peer)
{
    const ossl::PkeyCtxPtr context(EVP_PKEY_CTX_new_from_pkey(nullptr, own, nullptr));
    Secret shared(32);
    size_t size = static_cast<size_t>(shared.size());
    if (!context || EVP_PKEY_derive_init(context.get()) != 1 ||
        EVP_PKEY_derive_set_peer(context.get(), peer) != 1 ||
        EVP_PKEY_derive(context.get(), bytesOf(shared), &size) != 1 ||
        size != static_cast<size_t>(shared.size()))
        return std::nullopt;
    return shared;
}

/// Key and nonce, one after the other.
std::optional<Secret> keyMaterial(const Secret &shared, const QByteArray &info)
{
    const ossl::PkeyCtxPtr context(EVP_PKEY_CTX_new_from_name(nullptr, "HKDF", nullptr));
    Secret material(keySize + nonceSize);
    size_t size = static_cast<size_t>(material.size());
    if (!context || EVP_PKEY_derive_init(context.get()) != 1 ||
        EVP_PKEY_CTX_set_hkdf_md(context.get(), EVP_sha256()) != 1 ||
        EVP_PKEY_CTX_set1_hkdf_key(context.get(), bytesOf(shared.view()), static_cast<int>(shared.size())) !=
            1 ||
        EVP_PKEY_CTX_add1_hkdf_info(context.get(), bytesOf(info), static_cast<int>(info.size())) != 1 ||
        EVP_PKEY_derive(context.get(), bytesOf(material), &size) != 1 ||
        size != static_cast<size_t>(material.size()))
        return std::nullopt;
    return material;
}

std::optional<Secret> agree(EVP_PKEY *own, EVP_PKEY *peer, QByteArrayView sender, QByteArrayView recipient)
{
    const auto shared = sharedSecret(own, peer);
    return shared ? keyMaterial(*shared, lengthPrefixed({domain, sender, recipient})) : std::nullopt;
}

/// Ciphertext and tag, one after the other; nothing when the library fails.
std::optional<QByteArray> encrypt(const Secret &material, const Secret &plain, const QByteArray &aad)
{
    const ossl::CipherCtxPtr context(EVP_CIPHER_CTX_new());
    QByteArray out(plain.size() + tagSize, Qt::Uninitialized);
    auto *bytes = reinterpret_cast<unsigned char *>(out.data());
    int written = 0;
    if (!context ||
        EVP_EncryptInit_ex2(context.get(), EVP_aes_256_gcm(), bytesOf(material.view()),
                            bytesOf(material.view().sliced(keySize)), nullptr) != 1 ||
        EVP_EncryptUpdate(context.get(), nullptr, &written, bytesOf(aad), static_cast<int>(aad.size())) !=
            1 ||
        EVP_EncryptUpdate(context.get(), bytes, &written, bytesOf(plain.view()),
                          static_cast<int>(plain.size())) != 1 ||
        EVP_EncryptFinal_ex(context.get(), bytes + plain.size(), &written) != 1 ||
        EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_GET_TAG, static_cast<int>(tagSize),
                            bytes + plain.size()) != 1)
        return std::nullopt;
    return out;
}

std::optional<Secret> decrypt(const Secret &material, QByteArrayView body, const QByteArray &aad)
{
    const ossl::CipherCtxPtr context(EVP_CIPHER_CTX_new());
    const QByteArrayView cipherText = body.chopped(tagSize);
    QByteArray tag = body.last(tagSize).toByteArray();
    Secret plain(cipherText.size());
    int written = 0;
    if (!context ||
        EVP_DecryptInit_ex2(context.get(), EVP_aes_256_gcm(), bytesOf(material.view()),
                            bytesOf(material.view().sliced(keySize)), nullptr) != 1 ||
        EVP_DecryptUpdate(context.get(), nullptr, &written, bytesOf(aad), static_cast<int>(aad.size())) !=
            1 ||
        EVP_DecryptUpdate(context.get(), bytesOf(plain), &written, bytesOf(cipherText),
                          static_cast<int>(cipherText.size())) != 1 ||
        EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_SET_TAG, static_cast<int>(tagSize), tag.data()) !=
            1 ||
        EVP_DecryptFinal_ex(context.get(), bytesOf(plain) + plain.size(), &written) != 1)
        return std::nullopt; // the destructor wipes what was decrypted without a valid tag
    return plain;
}

} // namespace

SealingKey SealingKey::generate(RandomSource &random)
{
    SealingKey key;
    key.m_scalar = p256::randomScalar(random);
    key.m_publicKey = p256::publicPoint(key.m_scalar);
    return key;
}

CryptoResult<SealingKey> SealingKey::fromScalar(Secret scalar)
{
    SealingKey key;
    key.m_publicKey = p256::publicPoint(scalar);
    if (key.m_publicKey.isEmpty())
        return malformed("not a P-256 private scalar");
    key.m_scalar = std::move(scalar);
    return key;
}

CryptoResult<Secret> SealingKey::open(QByteArrayView sealed, const SealingContext &context) const
{
    if (sealed.isEmpty())
        return malformed("a sealed secret is empty");
    if (sealed[0] != version)
        return unsupported("unknown version of a sealed secret");
    if (sealed.size() <= sealingOverhead || sealed.size() > sealingOverhead + sealingMaxSecret)
        return malformed("a sealed secret has the wrong length");
    const QByteArrayView sender = sealed.sliced(1, sealingPublicKeySize);
    const ossl::PkeyPtr peer = p256::publicKey(sender);
    if (!peer)
        return malformed("the sender's key of a sealed secret is not a point on the curve");
    const ossl::PkeyPtr own = p256::privateKey(m_scalar, m_publicKey);
    const auto material = own ? agree(own.get(), peer.get(), sender, m_publicKey) : std::nullopt;
    if (!material)
        return internalFault("key agreement failed");
    auto plain = decrypt(*material, sealed.sliced(headerSize), associatedData(context));
    if (!plain)
        return rejected("the sealed secret is not for this key and this request, or was changed");
    return std::move(*plain);
}

bool isSealingPublicKey(QByteArrayView publicKey)
{
    return p256::publicKey(publicKey) != nullptr;
}

CryptoResult<QByteArray> seal(QByteArrayView publicKey, const Secret &secret, const SealingContext &context,
                              RandomSource &random)
{
    if (secret.isEmpty() || secret.size() > sealingMaxSecret)
        return malformed("a secret to be sealed has 1 to 4096 bytes");
    const ossl::PkeyPtr recipient = p256::publicKey(publicKey);
    if (!recipient)
        return malformed("the recipient's key is not a point on the curve");
    const SealingKey sender = SealingKey::generate(random);
    const ossl::PkeyPtr own = p256::privateKey(sender.scalar(), sender.publicKey());
    const auto material =
        own ? agree(own.get(), recipient.get(), sender.publicKey(), publicKey) : std::nullopt;
    const auto body = material ? encrypt(*material, secret, associatedData(context)) : std::nullopt;
    if (!body)
        return internalFault("sealing failed");
    return QByteArray(1, version) + sender.publicKey() + *body;
}

QByteArray ackDigest(const Secret &secret, const QString &credentialId, int generation)
{
    return sha256LengthPrefixed(
        {"pc.ack.v1", credentialId.toUtf8(), QByteArray::number(generation), secret.view()});
}

} // namespace pc
