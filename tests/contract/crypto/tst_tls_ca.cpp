// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/crypto/openssl_ptr.h"
#include "contract/crypto/pem.h"
#include "contract/crypto/signing_key.h"
#include "contract/crypto/tls_ca.h"
#include "tests/contract/crypto/test_random.h"
#include "tests/contract/properties.h"

#include <QTest>
#include <QTimeZone>

#include <openssl/ssl.h>
#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>

using namespace pc;
using namespace Qt::StringLiterals;

namespace {

using StorePtr = std::unique_ptr<X509_STORE, ossl::Deleter<X509_STORE_free>>;
using StoreCtxPtr = std::unique_ptr<X509_STORE_CTX, ossl::Deleter<X509_STORE_CTX_free>>;
using SslCtxPtr = std::unique_ptr<SSL_CTX, ossl::Deleter<SSL_CTX_free>>;
using SslPtr = std::unique_ptr<SSL, ossl::Deleter<SSL_free>>;

const QDateTime now(QDate(2026, 3, 1), QTime(12, 0), QTimeZone::utc());

CertificateAuthority authority(const QByteArray &seed = "ca", int days = 3650)
{
    TestRandom random(seed);
    return std::move(*CertificateAuthority::create(u"Test CA"_s, now, days, random));
}

CertificateRequest serverRequest()
{
    return {CertificateRequest::Use::Server,
            u"partner platform"_s,
            {u"localhost"_s, u"api.example.com"_s},
            {u"127.0.0.1"_s, u"::1"_s},
            90};
}

CertificateRequest clientRequest()
{
    return {CertificateRequest::Use::Client, u"gateway-1"_s, {}, {}, 90};
}

IssuedCertificate issue(const CertificateAuthority &ca, const CertificateRequest &request)
{
    TestRandom random("leaf");
    return std::move(*ca.issue(request, now, random));
}

/// X509_V_OK, or why OpenSSL's own verification refuses the leaf.
int verify(const CertificateAuthority &ca, const QByteArray &leafPem, int purpose, const char *host,
           const char *address = nullptr, const QDateTime &at = now)
{
    const StorePtr store(X509_STORE_new());
    const ossl::X509Ptr root = pem::readCertificate(ca.certificatePem());
    const ossl::X509Ptr leaf = pem::readCertificate(leafPem);
    X509_STORE_add_cert(store.get(), root.get());
    const StoreCtxPtr context(X509_STORE_CTX_new());
    X509_STORE_CTX_init(context.get(), store.get(), leaf.get(), nullptr);
    X509_VERIFY_PARAM *param = X509_STORE_CTX_get0_param(context.get());
    X509_VERIFY_PARAM_set_purpose(param, purpose);
    X509_VERIFY_PARAM_set_time(param, static_cast<time_t>(at.toSecsSinceEpoch()));
    X509_VERIFY_PARAM_set_flags(param, X509_V_FLAG_X509_STRICT);
    if (host)
        X509_VERIFY_PARAM_set1_host(param, host, 0);
    if (address)
        X509_VERIFY_PARAM_set1_ip_asc(param, address);
    return X509_verify_cert(context.get()) == 1 ? X509_V_OK : X509_STORE_CTX_get_error(context.get());
}

/// One end of a TLS connection, with its certificate and the CA it trusts.
SslPtr endpoint(const SslCtxPtr &context, const CertificateAuthority &trusted, const IssuedCertificate &own)
{
    const ossl::X509Ptr root = pem::readCertificate(trusted.certificatePem());
    const ossl::X509Ptr leaf = pem::readCertificate(own.certificatePem);
    const ossl::PkeyPtr key = pem::readPrivateKey(own.privateKeyPem.view());
    X509_STORE_add_cert(SSL_CTX_get_cert_store(context.get()), root.get());
    X509_VERIFY_PARAM_set_time(SSL_CTX_get0_param(context.get()),
                               static_cast<time_t>(now.toSecsSinceEpoch()));
    SSL_CTX_set_verify(context.get(), SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, nullptr);
    SSL_CTX_use_certificate(context.get(), leaf.get());
    SSL_CTX_use_PrivateKey(context.get(), key.get());
    return SslPtr(SSL_new(context.get()));
}

/// A real handshake in memory, client certificate included.
bool handshake(const CertificateAuthority &serverTrusts, const CertificateAuthority &clientTrusts,
               const IssuedCertificate &server, const IssuedCertificate &client, const char *host)
{
    const SslCtxPtr serverContext(SSL_CTX_new(TLS_server_method()));
    const SslCtxPtr clientContext(SSL_CTX_new(TLS_client_method()));
    const SslPtr a = endpoint(serverContext, serverTrusts, server);
    const SslPtr b = endpoint(clientContext, clientTrusts, client);
    SSL_set1_host(b.get(), host);
    SSL_set_accept_state(a.get());
    SSL_set_connect_state(b.get());
    BIO *one = nullptr;
    BIO *two = nullptr;
    BIO_new_bio_pair(&one, 0, &two, 0);
    SSL_set_bio(a.get(), one, one);
    SSL_set_bio(b.get(), two, two);
    bool done = false;
    for (int round = 0; round < 20 && !done; ++round) {
        const int first = SSL_do_handshake(b.get());
        const int second = SSL_do_handshake(a.get());
        done = first == 1 && second == 1;
    }
    return done;
}

} // namespace

class TestTlsCa : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void serverCertificateVerifies()
    {
        const auto ca = authority();
        const auto leaf = issue(ca, serverRequest());
        QCOMPARE(verify(ca, leaf.certificatePem, X509_PURPOSE_SSL_SERVER, "localhost"), X509_V_OK);
        QCOMPARE(verify(ca, leaf.certificatePem, X509_PURPOSE_SSL_SERVER, "api.example.com"), X509_V_OK);
        QCOMPARE(verify(ca, leaf.certificatePem, X509_PURPOSE_SSL_SERVER, nullptr, "127.0.0.1"), X509_V_OK);
        QCOMPARE(verify(ca, leaf.certificatePem, X509_PURPOSE_SSL_SERVER, nullptr, "::1"), X509_V_OK);
    }

    void wrongPeersAreRefused()
    {
        const auto ca = authority();
        const auto server = issue(ca, serverRequest());
        const auto client = issue(ca, clientRequest());
        QCOMPARE(verify(ca, server.certificatePem, X509_PURPOSE_SSL_SERVER, "example.com"),
                 X509_V_ERR_HOSTNAME_MISMATCH);
        // The common name is for people.
        QCOMPARE(verify(ca, server.certificatePem, X509_PURPOSE_SSL_SERVER, "partner platform"),
                 X509_V_ERR_HOSTNAME_MISMATCH);
        QCOMPARE(verify(ca, server.certificatePem, X509_PURPOSE_SSL_SERVER, nullptr, "127.0.0.2"),
                 X509_V_ERR_IP_ADDRESS_MISMATCH);
        QCOMPARE(verify(ca, client.certificatePem, X509_PURPOSE_SSL_CLIENT, nullptr), X509_V_OK);
        QCOMPARE(verify(ca, client.certificatePem, X509_PURPOSE_SSL_SERVER, nullptr),
                 X509_V_ERR_INVALID_PURPOSE);
        QCOMPARE(verify(ca, server.certificatePem, X509_PURPOSE_SSL_CLIENT, nullptr),
                 X509_V_ERR_INVALID_PURPOSE);
        QVERIFY(verify(authority("other"), server.certificatePem, X509_PURPOSE_SSL_SERVER, "localhost") !=
                X509_V_OK);
        QCOMPARE(
            verify(ca, server.certificatePem, X509_PURPOSE_SSL_SERVER, "localhost", nullptr, now.addDays(91)),
            X509_V_ERR_CERT_HAS_EXPIRED);
        QCOMPARE(verify(ca, server.certificatePem, X509_PURPOSE_SSL_SERVER, "localhost", nullptr,
                        now.addSecs(-600)),
                 X509_V_ERR_CERT_NOT_YET_VALID);
    }

    void aLeafIsNoAuthority()
    {
        const auto ca = authority();
        const auto leaf = issue(ca, serverRequest());
        QVERIFY(!CertificateAuthority::fromPem(leaf.certificatePem, leaf.privateKeyPem));
    }

    void handshakesInMemory()
    {
        const auto ca = authority();
        const auto other = authority("other");
        const auto server = issue(ca, serverRequest());
        const auto client = issue(ca, clientRequest());
        QVERIFY(handshake(ca, ca, server, client, "localhost"));
        QVERIFY(handshake(ca, ca, server, client, "127.0.0.1"));
        QVERIFY(!handshake(ca, ca, server, client, "example.com"));
        QVERIFY(!handshake(ca, other, server, client, "localhost")); // client does not trust
        QVERIFY(
            !handshake(ca, ca, server, issue(other, clientRequest()), "localhost")); // server does not trust
        QVERIFY(!handshake(ca, ca, server, server, "localhost")); // not a client certificate
    }

    void survivesPem()
    {
        const auto ca = authority();
        const auto read = CertificateAuthority::fromPem(ca.certificatePem(), ca.privateKeyPem());
        QVERIFY(read.has_value());
        QCOMPARE(read->certificatePem(), ca.certificatePem());
        QCOMPARE(read->notAfter(), ca.notAfter());
        QCOMPARE(
            verify(ca, issue(*read, serverRequest()).certificatePem, X509_PURPOSE_SSL_SERVER, "localhost"),
            X509_V_OK);
        QVERIFY(!CertificateAuthority::fromPem(ca.certificatePem(), authority("other").privateKeyPem()));
        QVERIFY(!CertificateAuthority::fromPem("", Secret()));
    }

    void livesAreLimited()
    {
        TestRandom random("limits");
        QVERIFY(!CertificateAuthority::create(u"x"_s, now, caMaxDays + 1, random));
        QVERIFY(!CertificateAuthority::create(u"x"_s, now, 0, random));
        QVERIFY(!CertificateAuthority::create(QString(), now, 10, random));
        const auto ca = authority("short", 30);
        QCOMPARE(ca.notAfter(), now.addDays(30));
        const auto leaf = issue(ca, serverRequest()); // asked for 90 days
        QCOMPARE(leaf.notAfter, ca.notAfter());
        QCOMPARE(certificateNotAfter(leaf.certificatePem).value(), leaf.notAfter);
        QCOMPARE(ca.issue(serverRequest(), now.addDays(30), random).error().fault, CryptoFault::Rejected);
        auto request = serverRequest();
        request.days = leafMaxDays + 1;
        QVERIFY(!ca.issue(request, now, random));
        request.days = 0;
        QVERIFY(!ca.issue(request, now, random));
    }

    void namesAreChecked_data()
    {
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<QStringList>("addresses");
        QTest::newRow("nothing") << QStringList() << QStringList();
        QTest::newRow("wildcard") << QStringList{u"*.example.com"_s} << QStringList();
        QTest::newRow("space") << QStringList{u"a b"_s} << QStringList();
        QTest::newRow("empty label") << QStringList{u"a..b"_s} << QStringList();
        QTest::newRow("hyphen first") << QStringList{u"-a"_s} << QStringList();
        QTest::newRow("long label") << QStringList{QString(64, u'a')} << QStringList();
        QTest::newRow("configuration syntax") << QStringList{u"a,DNS:b"_s} << QStringList();
        QTest::newRow("not ASCII") << QStringList{u"m\u00fcnchen.example"_s} << QStringList();
        QTest::newRow("name as address") << QStringList() << QStringList{u"localhost"_s};
        QTest::newRow("network") << QStringList() << QStringList{u"127.0.0.0/8"_s};
    }

    void namesAreChecked()
    {
        QFETCH(QStringList, names);
        QFETCH(QStringList, addresses);
        TestRandom random("names");
        auto request = serverRequest();
        request.dnsNames = names;
        request.ipAddresses = addresses;
        QCOMPARE(authority().issue(request, now, random).error().fault, CryptoFault::Malformed);
    }

    void keysAndSerialsDiffer()
    {
        const auto ca = authority();
        SystemRandom random;
        const auto a = ca.issue(clientRequest(), now, random);
        const auto b = ca.issue(clientRequest(), now, random);
        QVERIFY(a->fingerprint != b->fingerprint);
        QCOMPARE(a->fingerprint.size(), 32);
        QCOMPARE(certificateFingerprint(a->certificatePem).value(), a->fingerprint);
        QVERIFY(!(a->privateKeyPem == b->privateKeyPem));
        const ossl::X509Ptr first = pem::readCertificate(a->certificatePem);
        const ossl::X509Ptr second = pem::readCertificate(b->certificatePem);
        QVERIFY(ASN1_INTEGER_cmp(X509_get0_serialNumber(first.get()), X509_get0_serialNumber(second.get())) !=
                0);
    }

    void parsersTakeAnything()
    {
        const auto ca = authority();
        const QByteArray certificate = ca.certificatePem();
        QByteArray key = ca.privateKeyPem().view().toByteArray();
        const Secret good = ca.privateKeyPem();
        QVERIFY(rc::check("random bytes and damaged PEM are not crashed on", [&] {
            RC_ASSERT(!CertificateAuthority::fromPem(*props::bytes(), good));
            RC_ASSERT(!certificateNotAfter(*props::bytes()));
            const auto damaged = CertificateAuthority::fromPem(props::mutated(certificate), good);
            RC_ASSERT((!damaged || !damaged->certificatePem().isEmpty()));
            const auto other = SigningKey::fromPem(Secret::copyOf(props::mutated(key)));
            RC_ASSERT((!other || other->verifyKey().raw().size() == 65));
        }));
    }

    void encryptedKeysDoNotAsk()
    {
        const QByteArray pem = "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIGbMFcGCSqGSIb3DQEFDTBK\n"
                               "-----END ENCRYPTED PRIVATE KEY-----\n";
        QVERIFY(!SigningKey::fromPem(Secret::copyOf(pem))); // returns at once: no prompt on the terminal
    }
};

QTEST_APPLESS_MAIN(TestTlsCa)
#include "tst_tls_ca.moc"
