// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/crypto/crypto_error.h"
#include "contract/crypto/random_source.h"

#include <QJsonObject>

#include <memory>

struct evp_md_ctx_st;
struct evp_pkey_st; // OpenSSL's EVP_PKEY; its headers stay out of ours

namespace pc {

/// The only two signature algorithms here. A key has one; no input can ask for another.
enum class SignatureAlgorithm {
    Ed25519, ///< "EdDSA" in JOSE; RFC 8032
    Es256    ///< ECDSA on P-256 with SHA-256; signatures as r ‖ s, 64 bytes (RFC 7518 section 3.4)
};

/// A public key. Cheap to copy, safe to use from several threads.
class VerifyKey
{
public:
    /// Ed25519: 32 bytes. Es256: 65 bytes, uncompressed point; it must lie on the curve.
    [[nodiscard]] static CryptoResult<VerifyKey> fromRaw(SignatureAlgorithm algorithm, QByteArrayView raw);
    /// RFC 7517, kty OKP/Ed25519 (RFC 8037) or EC/P-256. A stated `alg` or `use` must fit; other members are
    /// ignored.
    [[nodiscard]] static CryptoResult<VerifyKey> fromJwk(const QJsonObject &jwk);

    [[nodiscard]] SignatureAlgorithm algorithm() const { return m_algorithm; }
    [[nodiscard]] const QByteArray &raw() const { return m_raw; }
    /// RFC 7638 with SHA-256, base64url: used as `kid` everywhere.
    [[nodiscard]] const QString &thumbprint() const { return m_thumbprint; }
    /// With kty, crv, x (y), alg, use "sig" and kid.
    [[nodiscard]] QJsonObject toJwk() const;

    [[nodiscard]] bool verify(QByteArrayView message, QByteArrayView signature) const;

private:
    friend class SigningKey;
    VerifyKey() = default;
    SignatureAlgorithm m_algorithm = SignatureAlgorithm::Ed25519;
    QByteArray m_raw;
    QString m_thumbprint;
    std::shared_ptr<evp_pkey_st> m_key;
    std::shared_ptr<evp_md_ctx_st> m_prepared; ///< of Es256: what verify() begins with
};

/// A private key. Move-only; sign() may be called from several threads.
class SigningKey
{
public:
    [[nodiscard]] static SigningKey generate(SignatureAlgorithm algorithm, RandomSource &random);
    /// 32 bytes: the Ed25519 seed, or the P-256 scalar.
    [[nodiscard]] static CryptoResult<SigningKey> fromRaw(SignatureAlgorithm algorithm, const Secret &raw);
    /// Unencrypted PKCS #8 or SEC 1 PEM. Other key types are Unsupported.
    [[nodiscard]] static CryptoResult<SigningKey> fromPem(const Secret &pem);
    /// Unencrypted PKCS #8: for a file of mode 0400, never for a database.
    [[nodiscard]] Secret toPem() const;

    [[nodiscard]] const VerifyKey &verifyKey() const { return m_public; }
    /// 64 bytes for either algorithm.
    [[nodiscard]] QByteArray sign(QByteArrayView message) const;

private:
    SigningKey() = default;
    VerifyKey m_public;
    std::shared_ptr<evp_pkey_st> m_key;
    std::shared_ptr<evp_md_ctx_st> m_prepared; ///< of Es256: what sign() begins with
};

} // namespace pc
