// SPDX-License-Identifier: GPL-3.0-or-later
#include "http_fixture.h"

#include "contract/crypto/hashing.h"

#include <QFile>
#include <QTest>

#include <openssl/ssl.h>

using namespace pc::platform;
using namespace pc::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray whoAmI = "GET /who HTTP/1.1\r\nHost: localhost\r\n\r\n";

void addWho(Router &router)
{
    router.add(HttpMethod::Get, "/who", [](const HttpRequest &request, const Responder &respond) {
        if (!request.peerCertificate) {
            respond(textResponse("none"));
            return;
        }
        const PeerCertificate &certificate = *request.peerCertificate;
        const bool matches = pc::sha256({certificate.der}) == certificate.thumbprintSha256;
        respond(textResponse(QByteArray(certificate.verified ? "verified " : "unverified ") +
                             (matches ? "match" : "differ")));
    });
}

/// What a client with this certificate is told; empty when it gets no connection. With TLS 1.3 the refusal of
/// a client certificate arrives only after the client thinks that the handshake is done.
QByteArray askAs(const HttpFixture &fixture, const QString &certificate, int version)
{
    TlsClientOptions options = fixture.clientOptions();
    options.minimumVersion = options.maximumVersion = version;
    if (!certificate.isEmpty()) {
        options.certificateFile = fixture.file(certificate + u".pem"_s);
        options.keyFile = fixture.file(certificate + u".key"_s);
    }
    const auto client = RawClient::tls(fixture.port(), options);
    if (!client || !client->send(whoAmI))
        return {};
    const auto answer = client->response();
    return answer ? answer->body : QByteArray();
}

} // namespace

class TestHttpTls : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void versions_data();
    void versions();
    void thirteenIsPreferred();
    void plainHttpGetsNothing();
    void clientCertificates_data();
    void clientCertificates();
    void unusableFilesAreNamed();
    void aNewCertificateNeedsNoRestart();
};

void TestHttpTls::versions_data()
{
    QTest::addColumn<int>("version");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("1.0") << TLS1_VERSION << false;
    QTest::newRow("1.1") << TLS1_1_VERSION << false;
    QTest::newRow("1.2") << TLS1_2_VERSION << true;
    QTest::newRow("1.3") << TLS1_3_VERSION << true;
}

void TestHttpTls::versions()
{
    QFETCH(int, version);
    QFETCH(bool, accepted);
    HttpFixture fixture;
    addWho(fixture.router());
    fixture.start();
    QCOMPARE(askAs(fixture, {}, version), accepted ? QByteArray("none") : QByteArray());
}

void TestHttpTls::thirteenIsPreferred()
{
    HttpFixture fixture;
    addWho(fixture.router());
    fixture.start();
    const auto client = fixture.connect();
    QVERIFY(client);
    QCOMPARE(client->tlsVersion(), QByteArray("TLSv1.3"));
}

void TestHttpTls::plainHttpGetsNothing()
{
    HttpFixture fixture;
    addWho(fixture.router());
    fixture.start();
    const auto client = RawClient::plain(fixture.port());
    QVERIFY(client);
    QVERIFY(client->send(whoAmI));
    QVERIFY(!client->readAll().contains("HTTP/"));
    QVERIFY(fixture.logText().contains("tls_handshake_failed"));
}

void TestHttpTls::clientCertificates_data()
{
    QTest::addColumn<int>("mode");
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QByteArray>("told");
    const int notAsked = static_cast<int>(ClientCertificates::NotAsked);
    const int optional = static_cast<int>(ClientCertificates::Optional);
    const int selfSigned = static_cast<int>(ClientCertificates::OptionalOrSelfSigned);
    QTest::newRow("not asked, shown") << notAsked << u"known"_s << QByteArray("none");
    QTest::newRow("asked, none") << optional << QString() << QByteArray("none");
    QTest::newRow("asked, known CA") << optional << u"known"_s << QByteArray("verified match");
    QTest::newRow("asked, unknown CA of the same name") << optional << u"stranger"_s << QByteArray();
    QTest::newRow("asked, self-signed") << optional << u"self"_s << QByteArray();
    QTest::newRow("asked, the server's own certificate") << optional << u"server"_s << QByteArray();
    QTest::newRow("self-signed allowed, none") << selfSigned << QString() << QByteArray("none");
    QTest::newRow("self-signed allowed, self-signed")
        << selfSigned << u"self"_s << QByteArray("unverified match");
    QTest::newRow("self-signed allowed, known CA")
        << selfSigned << u"known"_s << QByteArray("verified match");
    QTest::newRow("self-signed allowed, unknown CA") << selfSigned << u"stranger"_s << QByteArray();
}

void TestHttpTls::clientCertificates()
{
    QFETCH(int, mode);
    QFETCH(QString, certificate);
    QFETCH(QByteArray, told);
    HttpFixture fixture;
    addWho(fixture.router());
    fixture.clientCertificates = static_cast<ClientCertificates>(mode);
    fixture.makeClientCertificate(u"known"_s, true);
    fixture.makeClientCertificate(u"stranger"_s, false);
    fixture.makeSelfSigned(u"self"_s);
    fixture.start();
    QCOMPARE(askAs(fixture, certificate, TLS1_3_VERSION), told);
    QCOMPARE(askAs(fixture, certificate, TLS1_2_VERSION), told);
}

void TestHttpTls::unusableFilesAreNamed()
{
    HttpFixture fixture; // for its files
    const Log log{Log::Sink()};
    HttpServer server(1, log);
    TcpListenerOptions options;
    options.address = u"127.0.0.1"_s;
    options.router = std::make_shared<Router>();
    options.tls.certificateChainFile = fixture.file(u"missing.pem"_s);
    options.tls.privateKeyFile = fixture.file(u"server.key"_s);
    auto refused = server.listenTcp(options);
    QVERIFY(!refused);
    QVERIFY(refused.error().contains(u"missing.pem"_s));
    options.tls.certificateChainFile = fixture.file(u"server.pem"_s);
    options.address = u"localhost"_s;
    refused = server.listenTcp(options);
    QVERIFY(!refused);
    QVERIFY(refused.error().contains(u"numeric"_s));
    UnixListenerOptions local;
    local.path = fixture.caFile(); // an ordinary file is not replaced
    local.router = options.router;
    QVERIFY(!server.listenUnix(local));
    local.path = u"/tmp/"_s + QString(200, u'x');
    QVERIFY(!server.listenUnix(local));
}

void TestHttpTls::aNewCertificateNeedsNoRestart()
{
    HttpFixture fixture;
    addWho(fixture.router());
    fixture.start();
    const auto before = fixture.connect();
    QVERIFY(before);
    const auto answers = [](RawClient &client) {
        if (!client.send(whoAmI))
            return false;
        const auto answer = client.response();
        return answer && answer->status == 200;
    };
    QVERIFY(answers(*before));
    const auto bytes = [&fixture](const char *name) {
        QFile file(fixture.file(QString::fromLatin1(name)));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const auto write = [&fixture](const char *name, const QByteArray &text) {
        QFile file(fixture.file(QString::fromLatin1(name)));
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
    };
    const QByteArray certificate = bytes("server.pem");
    const QByteArray key = bytes("server.key");
    fixture.makeClientCertificate(u"server"_s, false); // one that no client of ours takes
    QVERIFY(answers(*fixture.connect()));              // not before it is told so
    QVERIFY(fixture.server().reloadTls());
    QVERIFY(!fixture.connect());
    QVERIFY(answers(*before)); // what has begun goes on
    QVERIFY(write("server.pem", "no certificate"));
    QVERIFY(!fixture.server().reloadTls());
    QVERIFY(write("server.pem", certificate) && write("server.key", key));
    QVERIFY(fixture.server().reloadTls());
    const auto after = fixture.connect();
    QVERIFY(after);
    QVERIFY(answers(*after));
    QVERIFY(answers(*before));
}

QTEST_GUILESS_MAIN(TestHttpTls)
#include "tst_http_tls.moc"
