// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/crypto/crypto_error.h"
#include "contract/crypto/random_source.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <memory>

struct evp_pkey_st;
struct x509_st;

/// A private certificate authority (P-256, SHA-256, X.509 v3) for the platform's own TLS: its server
/// certificate on loopback or a given name, and the client certificates of gateways. Partners' certificates
/// are another matter (they bring a CSR).
namespace pc {

inline constexpr int caMaxDays = 3660;
inline constexpr int leafMaxDays = 397;

struct CertificateRequest
{
    enum class Use { Server, Client };
    Use use = Use::Server;
    QString commonName;      ///< 1 to 64 printable ASCII characters; for people, never matched against a host
    QStringList dnsNames;    ///< SAN; letters, digits, hyphens and dots (a wildcard is refused)
    QStringList ipAddresses; ///< SAN; v4 or v6
    int days = 90;           ///< 1 to leafMaxDays, and never longer than the CA
};

struct IssuedCertificate
{
    QByteArray certificatePem; ///< the leaf only; the CA's certificate is the trust anchor
    Secret privateKeyPem;      ///< PKCS #8
    QByteArray fingerprint;    ///< SHA-256 of the DER, 32 bytes ("x5t#S256")
    QDateTime notAfter;        ///< UTC
};

class CertificateAuthority
{
public:
    /// `days`: 1 to caMaxDays. Valid from five minutes before `now`, for clocks that differ.
    [[nodiscard]] static CryptoResult<CertificateAuthority>
    create(const QString &commonName, const QDateTime &now, int days, RandomSource &random);
    /// Malformed unless the certificate is a CA's, and the key is the one it was made for.
    [[nodiscard]] static CryptoResult<CertificateAuthority> fromPem(QByteArrayView certificatePem,
                                                                    const Secret &privateKeyPem);

    [[nodiscard]] QByteArray certificatePem() const;
    [[nodiscard]] Secret privateKeyPem() const;
    [[nodiscard]] QDateTime notAfter() const;

    /// A new key pair and its certificate. A server certificate needs at least one name or address.
    [[nodiscard]] CryptoResult<IssuedCertificate> issue(const CertificateRequest &request,
                                                        const QDateTime &now, RandomSource &random) const;

private:
    CertificateAuthority() = default;
    std::shared_ptr<evp_pkey_st> m_key;
    std::shared_ptr<x509_st> m_certificate;
};

/// End of validity of the first certificate in `pem`; nothing when there is none. For renewal before it is
/// too late.
[[nodiscard]] CryptoResult<QDateTime> certificateNotAfter(QByteArrayView pem);

/// SHA-256 of the DER of the first certificate in `pem`, 32 bytes.
[[nodiscard]] CryptoResult<QByteArray> certificateFingerprint(QByteArrayView pem);

} // namespace pc
