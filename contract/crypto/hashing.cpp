// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/crypto/hashing.h"

#include "contract/crypto/byte_pointer.h"
#include "contract/crypto/openssl_ptr.h"

#include <QtEndian>
#include <QtGlobal>

#include <openssl/core_names.h>

#include <utility>

namespace pc {

namespace {

// Fetched once and kept for the life of the process: an implicit fetch per digest costs more than the digest.
const EVP_MD *sha256Algorithm()
{
    static const EVP_MD *algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    return algorithm ? algorithm : EVP_sha256();
}

struct LengthPrefix
{
    explicit LengthPrefix(qsizetype size) { qToBigEndian(static_cast<quint32>(size), bytes); }
    unsigned char bytes[4];
};

QByteArray digest(std::initializer_list<QByteArrayView> parts, bool prefixed)
{
    ossl::MdCtxPtr context(EVP_MD_CTX_new());
    bool ok = context && EVP_DigestInit_ex(context.get(), sha256Algorithm(), nullptr) == 1;
    for (const QByteArrayView part : parts) {
        if (prefixed) {
            const LengthPrefix prefix(part.size());
            ok = ok && EVP_DigestUpdate(context.get(), prefix.bytes, sizeof prefix.bytes) == 1;
        }
        ok = ok && EVP_DigestUpdate(context.get(), part.data(), static_cast<size_t>(part.size())) == 1;
    }
    QByteArray out(sha256Size, Qt::Uninitialized);
    unsigned int size = 0;
    ok = ok && EVP_DigestFinal_ex(context.get(), reinterpret_cast<unsigned char *>(out.data()), &size) == 1;
    if (!ok)
        qFatal("SHA-256 is not available");
    return out;
}

EVP_MAC_CTX *asContext(void *pointer)
{
    return static_cast<EVP_MAC_CTX *>(pointer);
}

} // namespace

QByteArray sha256(std::initializer_list<QByteArrayView> parts)
{
    return digest(parts, false);
}

QByteArray sha256LengthPrefixed(std::initializer_list<QByteArrayView> parts)
{
    return digest(parts, true);
}

QByteArray lengthPrefixed(std::initializer_list<QByteArrayView> parts)
{
    QByteArray out;
    for (const QByteArrayView part : parts) {
        const LengthPrefix prefix(part.size());
        out.append(reinterpret_cast<const char *>(prefix.bytes), sizeof prefix.bytes);
        out.append(part);
    }
    return out;
}

HmacKey::HmacKey(const Secret &key)
{
    const ossl::MacPtr hmac(EVP_MAC_fetch(nullptr, "HMAC", nullptr));
    ossl::MacCtxPtr context(hmac ? EVP_MAC_CTX_new(hmac.get()) : nullptr);
    char digestName[] = "SHA256";
    const OSSL_PARAM params[] = {OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digestName, 0),
                                 OSSL_PARAM_construct_end()};
    // EVP_MAC_init takes a null key for "keep the key", so an empty one needs a pointer too.
    const unsigned char empty = 0;
    const unsigned char *bytes = key.isEmpty() ? &empty : bytesOf(key.view());
    if (!context || EVP_MAC_init(context.get(), bytes, static_cast<size_t>(key.size()), params) != 1)
        qFatal("HMAC-SHA-256 is not available");
    m_context = context.release();
}

HmacKey::~HmacKey()
{
    EVP_MAC_CTX_free(asContext(m_context));
}

HmacKey::HmacKey(HmacKey &&other) noexcept : m_context(std::exchange(other.m_context, nullptr)) {}

HmacKey &HmacKey::operator=(HmacKey &&other) noexcept
{
    std::swap(m_context, other.m_context);
    return *this;
}

QByteArray HmacKey::mac(QByteArrayView message) const
{
    const ossl::MacCtxPtr context(m_context ? EVP_MAC_CTX_dup(asContext(m_context)) : nullptr);
    QByteArray out(sha256Size, Qt::Uninitialized);
    size_t size = 0;
    const bool ok = context &&
                    (message.isEmpty() || EVP_MAC_update(context.get(), bytesOf(message),
                                                         static_cast<size_t>(message.size())) == 1) &&
                    EVP_MAC_final(context.get(), reinterpret_cast<unsigned char *>(out.data()), &size,
                                  static_cast<size_t>(out.size())) == 1;
    if (!ok || size != static_cast<size_t>(sha256Size))
        qFatal("HMAC-SHA-256 failed");
    return out;
}

QByteArray HmacKey::macLengthPrefixed(std::initializer_list<QByteArrayView> parts) const
{
    const ossl::MacCtxPtr context(m_context ? EVP_MAC_CTX_dup(asContext(m_context)) : nullptr);
    bool ok = context != nullptr;
    for (const QByteArrayView part : parts) {
        const LengthPrefix prefix(part.size());
        ok = ok && EVP_MAC_update(context.get(), prefix.bytes, sizeof prefix.bytes) == 1;
        ok = ok && (part.isEmpty() ||
                    EVP_MAC_update(context.get(), bytesOf(part), static_cast<size_t>(part.size())) == 1);
    }
    QByteArray out(sha256Size, Qt::Uninitialized);
    size_t size = 0;
    ok = ok && EVP_MAC_final(context.get(), reinterpret_cast<unsigned char *>(out.data()), &size,
                             static_cast<size_t>(out.size())) == 1;
    if (!ok || size != static_cast<size_t>(sha256Size))
        qFatal("HMAC-SHA-256 failed");
    return out;
}

} // namespace pc
