// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/crypto/tls_ca.h"

#include "contract/crypto/hashing.h"
#include "contract/crypto/p256.h"
#include "contract/crypto/pem.h"

#include <QTimeZone>

#include <openssl/x509v3.h>

#include <algorithm>

namespace pc {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 backdateSeconds = 300;
constexpr qint64 secondsPerDay = 86400;

bool isCommonName(const QString &name)
{
    return !name.isEmpty() && name.size() <= 64 &&
           std::all_of(name.begin(), name.end(), [](QChar c) { return c >= u' ' && c <= u'~'; });
}

bool isDnsName(const QString &name)
{
    if (name.isEmpty() || name.size() > 253)
        return false;
    const QStringList labels = name.split(u'.');
    return std::all_of(labels.begin(), labels.end(), [](const QString &label) {
        return !label.isEmpty() && label.size() <= 63 && !label.startsWith(u'-') && !label.endsWith(u'-') &&
               std::all_of(label.begin(), label.end(), [](QChar c) {
                   return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') ||
                          c == u'-';
               });
    });
}

using NamesPtr = std::unique_ptr<GENERAL_NAMES, ossl::Deleter<GENERAL_NAMES_free>>;
using NamePtr = std::unique_ptr<GENERAL_NAME, ossl::Deleter<GENERAL_NAME_free>>;
using OctetsPtr = std::unique_ptr<ASN1_OCTET_STRING, ossl::Deleter<ASN1_OCTET_STRING_free>>;
using Ia5Ptr = std::unique_ptr<ASN1_IA5STRING, ossl::Deleter<ASN1_IA5STRING_free>>;

bool addDnsName(GENERAL_NAMES *names, const QString &dns)
{
    const QByteArray text = dns.toLatin1();
    Ia5Ptr value(ASN1_IA5STRING_new());
    NamePtr name(GENERAL_NAME_new());
    if (!value || !name || ASN1_STRING_set(value.get(), text.constData(), static_cast<int>(text.size())) != 1)
        return false;
    GENERAL_NAME_set0_value(name.get(), GEN_DNS, value.release());
    if (sk_GENERAL_NAME_push(names, name.get()) == 0)
        return false;
    Q_UNUSED(name.release())
    return true;
}

bool addAddress(GENERAL_NAMES *names, const QString &address)
{
    OctetsPtr value(a2i_IPADDRESS(address.toLatin1().constData()));
    NamePtr name(GENERAL_NAME_new());
    if (!value || !name)
        return false;
    GENERAL_NAME_set0_value(name.get(), GEN_IPADD, value.release());
    if (sk_GENERAL_NAME_push(names, name.get()) == 0)
        return false;
    Q_UNUSED(name.release())
    return true;
}

bool addExtension(X509 *certificate, X509 *issuer, int nid, const char *value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const ossl::X509ExtensionPtr extension(X509V3_EXT_conf_nid(nullptr, &context, nid, value));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

bool setTime(ASN1_TIME *field, const QDateTime &when)
{
    return ASN1_TIME_set(field, static_cast<time_t>(when.toSecsSinceEpoch())) != nullptr;
}

QDateTime timeOf(const ASN1_TIME *field)
{
    tm parts{};
    if (ASN1_TIME_to_tm(field, &parts) != 1)
        return {};
    return QDateTime(QDate(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday),
                     QTime(parts.tm_hour, parts.tm_min, parts.tm_sec), QTimeZone::utc())
        .toUTC();
}

bool setSerial(X509 *certificate, RandomSource &random)
{
    // RFC 5280 section 4.1.2.2: positive, at most 20 bytes. 16 random bytes, first bit clear, not zero.
    unsigned char bytes[16];
    random.fill(reinterpret_cast<char *>(bytes), sizeof bytes);
    bytes[0] = static_cast<unsigned char>((bytes[0] & 0x7f) | 0x40);
    const ossl::BigNumPtr number(BN_bin2bn(bytes, sizeof bytes, nullptr));
    return number && BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate)) != nullptr;
}

bool setSubject(X509 *certificate, const QString &commonName)
{
    const QByteArray text = commonName.toLatin1();
    return X509_NAME_add_entry_by_NID(X509_get_subject_name(certificate), NID_commonName, MBSTRING_UTF8,
                                      reinterpret_cast<const unsigned char *>(text.constData()),
                                      static_cast<int>(text.size()), -1, 0) == 1;
}

ossl::PkeyPtr newKey(RandomSource &random)
{
    const Secret scalar = p256::randomScalar(random);
    return p256::privateKey(scalar, p256::publicPoint(scalar));
}

/// Everything but the extensions and the signature.
ossl::X509Ptr bareCertificate(const QString &commonName, EVP_PKEY *key, const QDateTime &notBefore,
                              const QDateTime &notAfter, RandomSource &random)
{
    ossl::X509Ptr certificate(X509_new());
    if (!certificate || X509_set_version(certificate.get(), X509_VERSION_3) != 1 ||
        !setSerial(certificate.get(), random) || !setSubject(certificate.get(), commonName) ||
        !setTime(X509_getm_notBefore(certificate.get()), notBefore) ||
        !setTime(X509_getm_notAfter(certificate.get()), notAfter) ||
        X509_set_pubkey(certificate.get(), key) != 1)
        return nullptr;
    return certificate;
}

QByteArray fingerprintOf(X509 *certificate)
{
    unsigned char *der = nullptr;
    const int size = i2d_X509(certificate, &der);
    const QByteArray digest =
        size > 0 ? sha256({QByteArrayView(reinterpret_cast<const char *>(der), size)}) : QByteArray();
    OPENSSL_free(der);
    return digest;
}

bool addLeafExtensions(X509 *certificate, X509 *issuer, const CertificateRequest &request)
{
    const bool server = request.use == CertificateRequest::Use::Server;
    const NamesPtr names(GENERAL_NAMES_new());
    bool ok = names != nullptr;
    for (const QString &dns : request.dnsNames)
        ok = ok && addDnsName(names.get(), dns);
    for (const QString &address : request.ipAddresses)
        ok = ok && addAddress(names.get(), address);
    if (ok && sk_GENERAL_NAME_num(names.get()) > 0)
        ok = X509_add1_ext_i2d(certificate, NID_subject_alt_name, names.get(), 0, X509V3_ADD_DEFAULT) == 1;
    return ok && addExtension(certificate, issuer, NID_basic_constraints, "critical,CA:FALSE") &&
           addExtension(certificate, issuer, NID_key_usage, "critical,digitalSignature") &&
           addExtension(certificate, issuer, NID_ext_key_usage, server ? "serverAuth" : "clientAuth") &&
           addExtension(certificate, issuer, NID_subject_key_identifier, "hash") &&
           addExtension(certificate, issuer, NID_authority_key_identifier, "keyid:always");
}

} // namespace

CryptoResult<CertificateAuthority>
CertificateAuthority::create(const QString &commonName, const QDateTime &now, int days, RandomSource &random)
{
    if (!isCommonName(commonName) || !now.isValid() || days < 1 || days > caMaxDays)
        return malformed("a certificate authority needs a name and a life of 1 to 3660 days");
    ossl::PkeyPtr key = newKey(random);
    // Its beginning protects nobody, and a machine whose clock is ahead at its first start must not be out of
    // reach when the clock is right again.
    const QDateTime begin =
        std::min(now.addSecs(-backdateSeconds), QDateTime(QDate(2020, 1, 1), QTime(0, 0), Qt::UTC));
    ossl::X509Ptr certificate =
        key ? bareCertificate(commonName, key.get(), begin, now.addSecs(days * secondsPerDay), random)
            : nullptr;
    if (!certificate ||
        X509_set_issuer_name(certificate.get(), X509_get_subject_name(certificate.get())) != 1 ||
        !addExtension(certificate.get(), certificate.get(), NID_basic_constraints,
                      "critical,CA:TRUE,pathlen:0") ||
        !addExtension(certificate.get(), certificate.get(), NID_key_usage, "critical,keyCertSign,cRLSign") ||
        !addExtension(certificate.get(), certificate.get(), NID_subject_key_identifier, "hash") ||
        X509_sign(certificate.get(), key.get(), EVP_sha256()) == 0)
        return internalFault("the certificate authority could not be made");
    CertificateAuthority authority;
    authority.m_key = std::move(key);
    authority.m_certificate = std::move(certificate);
    return authority;
}

CryptoResult<CertificateAuthority> CertificateAuthority::fromPem(QByteArrayView certificatePem,
                                                                 const Secret &privateKeyPem)
{
    ossl::X509Ptr certificate = pem::readCertificate(certificatePem);
    ossl::PkeyPtr key = pem::readPrivateKey(privateKeyPem.view());
    if (!certificate || !key || X509_check_ca(certificate.get()) != 1 ||
        X509_check_private_key(certificate.get(), key.get()) != 1)
        return malformed("not a certificate authority's certificate with its key");
    CertificateAuthority authority;
    authority.m_key = std::move(key);
    authority.m_certificate = std::move(certificate);
    return authority;
}

QByteArray CertificateAuthority::certificatePem() const
{
    return pem::writeCertificate(m_certificate.get());
}

Secret CertificateAuthority::privateKeyPem() const
{
    return pem::writePrivateKey(m_key.get());
}

QDateTime CertificateAuthority::notAfter() const
{
    return timeOf(X509_get0_notAfter(m_certificate.get()));
}

CryptoResult<IssuedCertificate> CertificateAuthority::issue(const CertificateRequest &request,
                                                            const QDateTime &now, RandomSource &random) const
{
    const bool server = request.use == CertificateRequest::Use::Server;
    if (!isCommonName(request.commonName) || !now.isValid() || request.days < 1 || request.days > leafMaxDays)
        return malformed("a certificate needs a name and a life of 1 to 397 days");
    if (!std::all_of(request.dnsNames.begin(), request.dnsNames.end(), isDnsName))
        return malformed("not a host name");
    if (server && request.dnsNames.isEmpty() && request.ipAddresses.isEmpty())
        return malformed("a server certificate needs a host name or an address");
    for (const QString &address : request.ipAddresses) {
        if (!OctetsPtr(a2i_IPADDRESS(address.toLatin1().constData())))
            return malformed("not an address");
    }
    if (now >= notAfter())
        return rejected("the certificate authority has expired");
    const QDateTime until = std::min(now.addSecs(request.days * secondsPerDay), notAfter());

    const ossl::PkeyPtr key = newKey(random);
    const ossl::X509Ptr certificate =
        key ? bareCertificate(request.commonName, key.get(), now.addSecs(-backdateSeconds), until, random)
            : nullptr;
    if (!certificate ||
        X509_set_issuer_name(certificate.get(), X509_get_subject_name(m_certificate.get())) != 1 ||
        !addLeafExtensions(certificate.get(), m_certificate.get(), request) ||
        X509_sign(certificate.get(), m_key.get(), EVP_sha256()) == 0)
        return internalFault("the certificate could not be made");

    IssuedCertificate issued;
    issued.certificatePem = pem::writeCertificate(certificate.get());
    issued.privateKeyPem = pem::writePrivateKey(key.get());
    issued.fingerprint = fingerprintOf(certificate.get());
    issued.notAfter = timeOf(X509_get0_notAfter(certificate.get()));
    if (issued.certificatePem.isEmpty() || issued.privateKeyPem.isEmpty() || issued.fingerprint.isEmpty())
        return internalFault("the certificate could not be written");
    return issued;
}

CryptoResult<QDateTime> certificateNotAfter(QByteArrayView pem)
{
    const ossl::X509Ptr certificate = pem::readCertificate(pem);
    if (!certificate)
        return malformed("not a certificate");
    return timeOf(X509_get0_notAfter(certificate.get()));
}

CryptoResult<QByteArray> certificateFingerprint(QByteArrayView pem)
{
    const ossl::X509Ptr certificate = pem::readCertificate(pem);
    if (!certificate)
        return malformed("not a certificate");
    return fingerprintOf(certificate.get());
}

} // namespace pc
