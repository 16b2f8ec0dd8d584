// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/data_dir/tls_files.h"

#include "contract/crypto/openssl_ptr.h"
#include "contract/crypto/tls_ca.h"

#include <QDir>
#include <QFile>

#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <ctime>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

constexpr int renewWithinDays = 30;

template <typename T>
using Result = tl::expected<T, QString>;

Result<QByteArray> readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tl::make_unexpected(u"cannot read %1: %2"_s.arg(path, file.errorString()));
    return file.readAll();
}

QString reason(const pc::CryptoError &error)
{
    return QString::fromLatin1(error.what);
}

Result<pc::CertificateAuthority> loadAuthority(const TlsFiles &files)
{
    Result<QByteArray> certificate = readFile(files.caFile);
    if (!certificate)
        return tl::make_unexpected(certificate.error());
    Result<QByteArray> key = readFile(files.caKeyFile);
    if (!key)
        return tl::make_unexpected(key.error());
    auto authority = pc::CertificateAuthority::fromPem(*certificate, pc::Secret::takeFrom(*key));
    if (!authority)
        return tl::make_unexpected(u"%1 cannot be used: %2"_s.arg(files.caFile, reason(authority.error())));
    return *authority;
}

Result<pc::CertificateAuthority> createAuthority(const TlsFiles &files, const QDateTime &now)
{
    pc::SystemRandom random;
    auto authority =
        pc::CertificateAuthority::create(u"Partner platform private CA"_s, now, pc::caMaxDays, random);
    if (!authority)
        return tl::make_unexpected(u"cannot make a CA: %1"_s.arg(reason(authority.error())));
    // The key first: a certificate without its key would be taken for a finished CA at the next start.
    const pc::Secret key = authority->privateKeyPem();
    if (Result<void> written = writePrivateFile(files.caKeyFile, key.view()); !written)
        return tl::make_unexpected(written.error());
    if (Result<void> written = writePrivateFile(files.caFile, authority->certificatePem()); !written)
        return tl::make_unexpected(written.error());
    return *authority;
}

bool covers(const QByteArray &pem, const QStringList &dnsNames, const QStringList &ipAddresses,
            const QDateTime &now)
{
    const auto notAfter = pc::certificateNotAfter(pem);
    if (!notAfter || *notAfter < now.addDays(renewWithinDays))
        return false;
    const pc::ossl::BioPtr bio(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
    const pc::ossl::X509Ptr certificate(PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr));
    if (!certificate)
        return false;
    // Made while the clock was ahead: nobody accepts it yet.
    std::time_t seconds = now.toSecsSinceEpoch();
    if (X509_cmp_time(X509_get0_notBefore(certificate.get()), &seconds) >= 0)
        return false;
    const bool names = std::all_of(dnsNames.begin(), dnsNames.end(), [&](const QString &name) {
        const QByteArray latin = name.toLatin1();
        return X509_check_host(certificate.get(), latin.constData(), static_cast<std::size_t>(latin.size()),
                               0, nullptr) == 1;
    });
    return names && std::all_of(ipAddresses.begin(), ipAddresses.end(), [&](const QString &address) {
               return X509_check_ip_asc(certificate.get(), address.toLatin1().constData(), 0) == 1;
           });
}

bool signedBy(const QByteArray &pem, const pc::CertificateAuthority &authority)
{
    const auto parse = [](const QByteArray &text) {
        const pc::ossl::BioPtr bio(BIO_new_mem_buf(text.constData(), static_cast<int>(text.size())));
        return pc::ossl::X509Ptr(PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr));
    };
    const pc::ossl::X509Ptr leaf = parse(pem);
    const pc::ossl::X509Ptr issuer = parse(authority.certificatePem());
    return leaf && issuer && X509_verify(leaf.get(), X509_get0_pubkey(issuer.get())) == 1;
}

Result<void> issueServerCertificate(const TlsFiles &files, const pc::CertificateAuthority &authority,
                                    const QStringList &dnsNames, const QStringList &ipAddresses,
                                    const QDateTime &now)
{
    pc::SystemRandom random;
    pc::CertificateRequest request;
    request.commonName = u"Partner platform"_s;
    request.dnsNames = dnsNames;
    request.ipAddresses = ipAddresses;
    request.days = pc::leafMaxDays;
    auto issued = authority.issue(request, now, random);
    if (!issued)
        return tl::make_unexpected(u"cannot make a server certificate: %1"_s.arg(reason(issued.error())));
    if (Result<void> written = writePrivateFile(files.keyFile, issued->privateKeyPem.view()); !written)
        return written;
    return writePrivateFile(files.certificateFile, issued->certificatePem);
}

} // namespace

TlsFiles tlsFilesOf(const QString &dataDirectory)
{
    const QString directory = dataDirectory + u"/tls/"_s;
    return {directory + u"ca.pem"_s, directory + u"ca.key"_s, directory + u"server.pem"_s,
            directory + u"server.key"_s, false};
}

Result<TlsFiles> ensureTlsFiles(const DataDirectory &data, const QStringList &dnsNames,
                                const QStringList &ipAddresses, const QDateTime &now)
{
    TlsFiles files = tlsFilesOf(data.path());
    if (!QDir(data.path()).mkpath(u"tls"_s))
        return tl::make_unexpected(u"cannot create %1"_s.arg(data.file(u"tls")));
    Result<pc::CertificateAuthority> authority =
        QFile::exists(files.caFile) ? loadAuthority(files) : createAuthority(files, now);
    if (!authority)
        return tl::make_unexpected(authority.error());

    const QByteArray current = readFile(files.certificateFile).value_or(QByteArray());
    const bool usable = QFile::exists(files.keyFile) && covers(current, dnsNames, ipAddresses, now) &&
                        signedBy(current, *authority);
    if (!usable) {
        if (Result<void> issued = issueServerCertificate(files, *authority, dnsNames, ipAddresses, now);
            !issued)
            return tl::make_unexpected(issued.error());
        files.renewed = true;
    }
    return files;
}

} // namespace pc::platform
