// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/crypto/signing_key.h"

#include "contract/codec/base64url.h"
#include "contract/crypto/byte_pointer.h"
#include "contract/crypto/hashing.h"
#include "contract/crypto/p256.h"
#include "contract/crypto/pem.h"

#include <QtGlobal>

#include <openssl/core_names.h>
#include <openssl/obj_mac.h>

#include <utility>

namespace pc {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype signatureSize = 64;
constexpr qsizetype halfSize = 32;
constexpr qsizetype edKeySize = 32;

std::shared_ptr<EVP_PKEY> shared(ossl::PkeyPtr key)
{
    return std::shared_ptr<EVP_PKEY>(std::move(key));
}

QByteArray rawPublic(const EVP_PKEY *key, SignatureAlgorithm algorithm)
{
    if (algorithm == SignatureAlgorithm::Es256)
        return p256::pointOf(key);
    QByteArray raw(edKeySize, Qt::Uninitialized);
    size_t size = static_cast<size_t>(raw.size());
    if (EVP_PKEY_get_raw_public_key(key, reinterpret_cast<unsigned char *>(raw.data()), &size) != 1 ||
        size != static_cast<size_t>(edKeySize))
        return {};
    return raw;
}

bool isP256(const EVP_PKEY *key)
{
    char name[80] = {};
    size_t size = 0;
    return EVP_PKEY_get_base_id(key) == EVP_PKEY_EC &&
           EVP_PKEY_get_utf8_string_param(key, OSSL_PKEY_PARAM_GROUP_NAME, name, sizeof name, &size) == 1 &&
           QByteArrayView(name) == QByteArrayView(SN_X9_62_prime256v1);
}

/// DER to r ‖ s.
QByteArray toRawSignature(const QByteArray &der)
{
    const auto *at = bytesOf(der);
    const ossl::EcdsaSigPtr parts(d2i_ECDSA_SIG(nullptr, &at, static_cast<long>(der.size())));
    QByteArray raw(signatureSize, '\0');
    auto *out = reinterpret_cast<unsigned char *>(raw.data());
    if (!parts || BN_bn2binpad(ECDSA_SIG_get0_r(parts.get()), out, static_cast<int>(halfSize)) < 0 ||
        BN_bn2binpad(ECDSA_SIG_get0_s(parts.get()), out + halfSize, static_cast<int>(halfSize)) < 0)
        return {};
    return raw;
}

/// r ‖ s to DER.
QByteArray toDerSignature(QByteArrayView raw)
{
    const ossl::EcdsaSigPtr parts(ECDSA_SIG_new());
    ossl::BigNumPtr r(BN_bin2bn(bytesOf(raw), static_cast<int>(halfSize), nullptr));
    ossl::BigNumPtr s(BN_bin2bn(bytesOf(raw.sliced(halfSize)), static_cast<int>(halfSize), nullptr));
    if (!parts || !r || !s || ECDSA_SIG_set0(parts.get(), r.get(), s.get()) != 1)
        return {};
    Q_UNUSED(r.release()) // now owned by `parts`
    Q_UNUSED(s.release())
    unsigned char *der = nullptr;
    const int size = i2d_ECDSA_SIG(parts.get(), &der);
    const QByteArray out = size > 0 ? QByteArray(reinterpret_cast<const char *>(der), size) : QByteArray();
    OPENSSL_free(der);
    return out;
}

const EVP_MD *digestOf(SignatureAlgorithm algorithm)
{
    return algorithm == SignatureAlgorithm::Es256 ? EVP_sha256() : nullptr; // Ed25519 hashes by itself
}

using DigestInit = int (*)(EVP_MD_CTX *, EVP_PKEY_CTX **, const EVP_MD *, ENGINE *, EVP_PKEY *);

ossl::MdCtxPtr begun(DigestInit init, SignatureAlgorithm algorithm, EVP_PKEY *key)
{
    ossl::MdCtxPtr context(EVP_MD_CTX_new());
    if (!context || init(context.get(), nullptr, digestOf(algorithm), nullptr, key) != 1)
        return {};
    return context;
}

/// OpenSSL looks its algorithms up at each beginning, which costs a good part of a signature: so each begins
/// with a copy of one beginning. A context without a digest cannot be copied by every release.
std::shared_ptr<EVP_MD_CTX> preparedFor(DigestInit init, SignatureAlgorithm algorithm, EVP_PKEY *key)
{
    return algorithm == SignatureAlgorithm::Es256 ? std::shared_ptr<EVP_MD_CTX>(begun(init, algorithm, key))
                                                  : nullptr;
}

ossl::MdCtxPtr copyOf(const std::shared_ptr<EVP_MD_CTX> &prepared)
{
    ossl::MdCtxPtr context(EVP_MD_CTX_new());
    if (!context || EVP_MD_CTX_copy_ex(context.get(), prepared.get()) != 1)
        return {};
    return context;
}

QString thumbprintOf(SignatureAlgorithm algorithm, const QByteArray &raw)
{
    // RFC 7638 section 3: the required members only, in lexicographic order, no white space.
    QByteArray json;
    if (algorithm == SignatureAlgorithm::Ed25519) {
        json = R"({"crv":"Ed25519","kty":"OKP","x":")" + toBase64Url(raw) + "\"}";
    } else {
        json = R"({"crv":"P-256","kty":"EC","x":")" + toBase64Url(raw.sliced(1, 32)) + R"(","y":")" +
               toBase64Url(raw.sliced(33, 32)) + "\"}";
    }
    return QString::fromLatin1(toBase64Url(sha256({json})));
}

} // namespace

CryptoResult<VerifyKey> VerifyKey::fromRaw(SignatureAlgorithm algorithm, QByteArrayView raw)
{
    VerifyKey key;
    key.m_algorithm = algorithm;
    key.m_raw = raw.toByteArray();
    if (algorithm == SignatureAlgorithm::Es256)
        key.m_key = shared(p256::publicKey(raw));
    else if (raw.size() == edKeySize)
        key.m_key = shared(ossl::PkeyPtr(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, bytesOf(raw),
                                                                     static_cast<size_t>(edKeySize))));
    if (!key.m_key)
        return malformed("not a public key of this algorithm");
    key.m_thumbprint = thumbprintOf(algorithm, key.m_raw);
    key.m_prepared = preparedFor(EVP_DigestVerifyInit, algorithm, key.m_key.get());
    return key;
}

CryptoResult<VerifyKey> VerifyKey::fromJwk(const QJsonObject &jwk)
{
    const auto text = [&jwk](QLatin1StringView name) { return jwk.value(name).toString(); };
    const auto number = [&text](QLatin1StringView name) { return fromBase64Url(text(name).toUtf8()); };
    if (jwk.contains("d"_L1))
        return malformed("a private key where a public one belongs");
    if (jwk.contains("use"_L1) && text("use"_L1) != "sig"_L1)
        return unsupported("the key is not for signatures");
    const bool ed = text("kty"_L1) == "OKP"_L1 && text("crv"_L1) == "Ed25519"_L1;
    const bool ec = text("kty"_L1) == "EC"_L1 && text("crv"_L1) == "P-256"_L1;
    if (!ed && !ec)
        return unsupported("only Ed25519 and P-256 keys are taken");
    if (jwk.contains("alg"_L1) && text("alg"_L1) != (ed ? "EdDSA"_L1 : "ES256"_L1))
        return unsupported("the key's algorithm does not fit its type");
    const auto x = number("x"_L1);
    if (!x || x->size() != 32)
        return malformed("a key without coordinates");
    if (ed)
        return fromRaw(SignatureAlgorithm::Ed25519, *x);
    const auto y = number("y"_L1);
    if (!y || y->size() != 32)
        return malformed("a key without coordinates");
    const QByteArray point = QByteArray(1, '\x04') + *x + *y;
    return fromRaw(SignatureAlgorithm::Es256, point);
}

QJsonObject VerifyKey::toJwk() const
{
    const auto part = [this](qsizetype at) { return QString::fromLatin1(toBase64Url(m_raw.sliced(at, 32))); };
    QJsonObject jwk{{u"use"_s, u"sig"_s}, {u"kid"_s, thumbprint()}};
    if (m_algorithm == SignatureAlgorithm::Ed25519) {
        jwk.insert("kty"_L1, u"OKP"_s);
        jwk.insert("crv"_L1, u"Ed25519"_s);
        jwk.insert("alg"_L1, u"EdDSA"_s);
        jwk.insert("x"_L1, part(0));
    } else {
        jwk.insert("kty"_L1, u"EC"_s);
        jwk.insert("crv"_L1, u"P-256"_s);
        jwk.insert("alg"_L1, u"ES256"_s);
        jwk.insert("x"_L1, part(1));
        jwk.insert("y"_L1, part(33));
    }
    return jwk;
}

bool VerifyKey::verify(QByteArrayView message, QByteArrayView signature) const
{
    if (!m_key || signature.size() != signatureSize)
        return false;
    const QByteArray encoded =
        m_algorithm == SignatureAlgorithm::Es256 ? toDerSignature(signature) : signature.toByteArray();
    const ossl::MdCtxPtr context =
        m_prepared ? copyOf(m_prepared) : begun(EVP_DigestVerifyInit, m_algorithm, m_key.get());
    return !encoded.isEmpty() && context &&
           EVP_DigestVerify(context.get(), bytesOf(encoded), static_cast<size_t>(encoded.size()),
                            bytesOf(message), static_cast<size_t>(message.size())) == 1;
}

SigningKey SigningKey::generate(SignatureAlgorithm algorithm, RandomSource &random)
{
    const Secret raw =
        algorithm == SignatureAlgorithm::Es256 ? p256::randomScalar(random) : randomBytes(random, edKeySize);
    auto key = fromRaw(algorithm, raw);
    if (!key)
        qFatal("A signing key could not be made");
    return std::move(*key);
}

CryptoResult<SigningKey> SigningKey::fromRaw(SignatureAlgorithm algorithm, const Secret &raw)
{
    SigningKey key;
    if (algorithm == SignatureAlgorithm::Es256) {
        const QByteArray point = p256::publicPoint(raw);
        if (!point.isEmpty())
            key.m_key = shared(p256::privateKey(raw, point));
    } else if (raw.size() == edKeySize) {
        key.m_key = shared(ossl::PkeyPtr(EVP_PKEY_new_raw_private_key(
            EVP_PKEY_ED25519, nullptr, bytesOf(raw.view()), static_cast<size_t>(edKeySize))));
    }
    if (!key.m_key)
        return malformed("not a private key of this algorithm");
    auto publicKey = VerifyKey::fromRaw(algorithm, rawPublic(key.m_key.get(), algorithm));
    if (!publicKey)
        return tl::unexpected<CryptoError>(publicKey.error());
    key.m_public = std::move(*publicKey);
    key.m_prepared = preparedFor(EVP_DigestSignInit, algorithm, key.m_key.get());
    return key;
}

CryptoResult<SigningKey> SigningKey::fromPem(const Secret &pem)
{
    SigningKey key;
    key.m_key = shared(pem::readPrivateKey(pem.view()));
    if (!key.m_key)
        return malformed("not an unencrypted private key in PEM");
    SignatureAlgorithm algorithm = SignatureAlgorithm::Ed25519;
    if (isP256(key.m_key.get()))
        algorithm = SignatureAlgorithm::Es256;
    else if (EVP_PKEY_get_base_id(key.m_key.get()) != EVP_PKEY_ED25519)
        return unsupported("only Ed25519 and P-256 keys are taken");
    auto publicKey = VerifyKey::fromRaw(algorithm, rawPublic(key.m_key.get(), algorithm));
    if (!publicKey)
        return tl::unexpected<CryptoError>(publicKey.error());
    key.m_public = std::move(*publicKey);
    key.m_prepared = preparedFor(EVP_DigestSignInit, algorithm, key.m_key.get());
    return key;
}

Secret SigningKey::toPem() const
{
    return pem::writePrivateKey(m_key.get());
}

QByteArray SigningKey::sign(QByteArrayView message) const
{
    const SignatureAlgorithm algorithm = m_public.algorithm();
    const ossl::MdCtxPtr context =
        m_prepared ? copyOf(m_prepared) : begun(EVP_DigestSignInit, algorithm, m_key.get());
    QByteArray signature(128, Qt::Uninitialized);
    size_t size = static_cast<size_t>(signature.size());
    if (!context || EVP_DigestSign(context.get(), reinterpret_cast<unsigned char *>(signature.data()), &size,
                                   bytesOf(message), static_cast<size_t>(message.size())) != 1)
        qFatal("Signing failed");
    signature.truncate(static_cast<qsizetype>(size));
    return algorithm == SignatureAlgorithm::Es256 ? toRawSignature(signature) : signature;
}

} // namespace pc
