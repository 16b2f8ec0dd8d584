// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/http/http_fixture.h"

#include "contract/crypto/openssl_ptr.h"

#include <QDateTime>
#include <QFile>
#include <QTest>

#include <openssl/pem.h>
#include <openssl/x509.h>

namespace pc::test {

using namespace platform;

namespace {

void writeFile(const QString &path, QByteArrayView bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes.data(), bytes.size()) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

pc::CertificateAuthority makeAuthority(const QString &name)
{
    pc::SystemRandom random;
    auto authority = pc::CertificateAuthority::create(name, QDateTime::currentDateTimeUtc(), 30, random);
    if (!authority)
        qFatal("no CA: %s", authority.error().what);
    return *authority;
}

} // namespace

HttpFixture::HttpFixture()
    : m_authority(makeAuthority(QStringLiteral("Test CA"))), m_log([this](const QByteArray &line) {
          const std::lock_guard lock(m_mutex);
          m_logText += line;
      })
{
    pc::SystemRandom random;
    pc::CertificateRequest request;
    request.commonName = QStringLiteral("Test server");
    request.dnsNames = {QStringLiteral("localhost")};
    request.ipAddresses = {QStringLiteral("127.0.0.1")};
    const auto issued = m_authority->issue(request, QDateTime::currentDateTimeUtc(), random);
    if (!issued)
        qFatal("no certificate: %s", issued.error().what);
    writeFile(caFile(), m_authority->certificatePem());
    writeFile(file(QStringLiteral("server.pem")), issued->certificatePem);
    writeFile(file(QStringLiteral("server.key")), issued->privateKeyPem.view());
}

HttpFixture::~HttpFixture()
{
    m_server.reset(); // its threads log to this object
}

void HttpFixture::start(int threads)
{
    m_server = std::make_unique<HttpServer>(threads, m_log);
    TcpListenerOptions tcp;
    tcp.address = QStringLiteral("127.0.0.1");
    tcp.router = m_router;
    tcp.limits = m_limits;
    tcp.gatewayOf = gatewayOf;
    tcp.tls.certificateChainFile = file(QStringLiteral("server.pem"));
    tcp.tls.privateKeyFile = file(QStringLiteral("server.key"));
    tcp.tls.clientCertificates = clientCertificates;
    tcp.tls.clientCaFile = caFile();
    const auto port = m_server->listenTcp(tcp);
    if (!port)
        qFatal("%s", qPrintable(port.error()));
    m_port = *port;
    UnixListenerOptions local;
    local.path = unixSocket();
    local.router = m_router;
    local.limits = m_limits;
    if (const auto listening = m_server->listenUnix(local); !listening)
        qFatal("%s", qPrintable(listening.error()));
    m_server->start();
}

TlsClientOptions HttpFixture::clientOptions() const
{
    TlsClientOptions options;
    options.caFile = caFile();
    return options;
}

std::unique_ptr<RawClient> HttpFixture::connect(const QByteArray &source) const
{
    QString error;
    TlsClientOptions options = clientOptions();
    options.source = source;
    auto client = RawClient::tls(m_port, options, &error);
    if (!client)
        qWarning("no connection: %s", qPrintable(error));
    return client;
}

std::optional<RawResponse> HttpFixture::ask(const QByteArray &request) const
{
    const auto client = connect();
    if (!client)
        return std::nullopt;
    client->send(request);
    return client->response(request.startsWith("HEAD "));
}

void HttpFixture::makeClientCertificate(const QString &name, bool fromKnownCa)
{
    pc::SystemRandom random;
    const pc::CertificateAuthority stranger = makeAuthority(QStringLiteral("Test CA"));
    const pc::CertificateAuthority &authority = fromKnownCa ? *m_authority : stranger;
    pc::CertificateRequest request;
    request.use = pc::CertificateRequest::Use::Client;
    request.commonName = name;
    const auto issued = authority.issue(request, QDateTime::currentDateTimeUtc(), random);
    if (!issued)
        qFatal("no certificate: %s", issued.error().what);
    writeFile(file(name + QStringLiteral(".pem")), issued->certificatePem);
    writeFile(file(name + QStringLiteral(".key")), issued->privateKeyPem.view());
}

void HttpFixture::makeSelfSigned(const QString &name)
{
    const pc::ossl::PkeyPtr key(EVP_EC_gen("P-256"));
    const pc::ossl::X509Ptr certificate(X509_new());
    X509_set_version(certificate.get(), 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 7);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -60);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 3600);
    X509_NAME *subject = X509_get_subject_name(certificate.get());
    X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char *>("self"),
                               -1, -1, 0);
    X509_set_issuer_name(certificate.get(), subject);
    X509_set_pubkey(certificate.get(), key.get());
    X509_sign(certificate.get(), key.get(), EVP_sha256());

    const auto toFile = [&](const QString &suffix, auto write) {
        const pc::ossl::BioPtr bio(BIO_new(BIO_s_mem()));
        write(bio.get());
        char *data = nullptr;
        const long size = BIO_get_mem_data(bio.get(), &data);
        writeFile(file(name + suffix), QByteArrayView(data, size));
    };
    toFile(QStringLiteral(".pem"), [&](BIO *bio) { PEM_write_bio_X509(bio, certificate.get()); });
    toFile(QStringLiteral(".key"), [&](BIO *bio) {
        PEM_write_bio_PrivateKey(bio, key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    });
}

QByteArray HttpFixture::logText() const
{
    const std::lock_guard lock(m_mutex);
    return m_logText;
}

} // namespace pc::test
