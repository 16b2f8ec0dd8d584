// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/http/http_fixture.h"

#include "contract/crypto/hashing.h"
#include "platform/http/byte_stream.h"
#include "platform/http/tls_context.h"

#include <QFile>
#include <QTest>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ssl/context.hpp>
#include <openssl/ssl.h>

#include <netinet/tcp.h>
#include <sys/socket.h>

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
    void theContextIsAsPromised();
    void otherProtocolsAreNotChosen();
    void aKeyOfAnotherIsRefused();
    void aConnectionKnowsItsPeer();
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

namespace {

TlsOptions optionsOf(const HttpFixture &fixture, ClientCertificates clients)
{
    TlsOptions options;
    options.certificateChainFile = fixture.file(u"server.pem"_s);
    options.privateKeyFile = fixture.file(u"server.key"_s);
    options.clientCertificates = clients;
    options.clientCaFile = fixture.caFile();
    return options;
}

/// A handshake in memory; what the client's end chose of `protocols` (in the format of ALPN).
QByteArray chosenOf(SSL_CTX *server, const QByteArray &protocols)
{
    SSL_CTX *client = SSL_CTX_new(TLS_client_method());
    SSL *a = SSL_new(client);
    SSL *b = SSL_new(server);
    SSL_set_alpn_protos(a, reinterpret_cast<const unsigned char *>(protocols.constData()),
                        static_cast<unsigned>(protocols.size()));
    BIO *left = nullptr;
    BIO *right = nullptr;
    BIO_new_bio_pair(&left, 0, &right, 0);
    SSL_set_bio(a, left, left);
    SSL_set_bio(b, right, right);
    SSL_set_connect_state(a);
    SSL_set_accept_state(b);
    for (int i = 0; i < 50 && !(SSL_is_init_finished(a) && SSL_is_init_finished(b)); ++i) {
        SSL_do_handshake(a);
        SSL_do_handshake(b);
    }
    QByteArray chosen = "no handshake";
    if (SSL_is_init_finished(a)) {
        const unsigned char *name = nullptr;
        unsigned size = 0;
        SSL_get0_alpn_selected(a, &name, &size);
        chosen = QByteArray(reinterpret_cast<const char *>(name), static_cast<qsizetype>(size));
    }
    SSL_free(a);
    SSL_free(b);
    SSL_CTX_free(client);
    return chosen;
}

} // namespace

/// What tls_context.h says of every connection, asked of OpenSSL.
void TestHttpTls::theContextIsAsPromised()
{
    HttpFixture fixture; // for its files
    for (const ClientCertificates clients : {ClientCertificates::NotAsked, ClientCertificates::Optional,
                                             ClientCertificates::OptionalOrSelfSigned}) {
        const auto context = makeTlsContext(optionsOf(fixture, clients));
        QVERIFY(context);
        SSL_CTX *native = (*context)->native_handle();
        QCOMPARE(int(SSL_CTX_get_min_proto_version(native)), TLS1_2_VERSION);
        for (const std::uint64_t option :
             {std::uint64_t(SSL_OP_NO_RENEGOTIATION), std::uint64_t(SSL_OP_NO_COMPRESSION),
              std::uint64_t(SSL_OP_NO_TICKET), std::uint64_t(SSL_OP_CIPHER_SERVER_PREFERENCE)})
            QVERIFY((SSL_CTX_get_options(native) & option) != 0);
        QCOMPARE(SSL_CTX_get_session_cache_mode(native), SSL_SESS_CACHE_OFF);
        QCOMPARE(SSL_CTX_get_num_tickets(native), std::size_t(0)); // nobody comes back without a handshake
        QVERIFY((SSL_CTX_get_mode(native) & SSL_MODE_RELEASE_BUFFERS) != 0);
        STACK_OF(SSL_CIPHER) *ciphers = SSL_CTX_get_ciphers(native);
        QVERIFY(sk_SSL_CIPHER_num(ciphers) > 0);
        for (int i = 0; i < sk_SSL_CIPHER_num(ciphers); ++i) {
            const SSL_CIPHER *cipher = sk_SSL_CIPHER_value(ciphers, i);
            QVERIFY2(SSL_CIPHER_is_aead(cipher) == 1, SSL_CIPHER_get_name(cipher));
            const int exchange = SSL_CIPHER_get_kx_nid(cipher); // any: one of TLS 1.3
            QVERIFY2(exchange == NID_kx_ecdhe || exchange == NID_kx_any, SSL_CIPHER_get_name(cipher));
        }
        const bool asked = clients != ClientCertificates::NotAsked;
        QCOMPARE(SSL_CTX_get_verify_mode(native), asked ? SSL_VERIFY_PEER : SSL_VERIFY_NONE);
        // With names, client software keeps a self-signed certificate to itself.
        QCOMPARE(std::max(sk_X509_NAME_num(SSL_CTX_get_client_CA_list(native)), 0),
                 clients == ClientCertificates::Optional ? 1 : 0);
    }
}

void TestHttpTls::otherProtocolsAreNotChosen()
{
    HttpFixture fixture;
    const auto context = makeTlsContext(optionsOf(fixture, ClientCertificates::NotAsked));
    QVERIFY(context);
    SSL_CTX *native = (*context)->native_handle();
    const QByteArray h2 = QByteArray("\x02h2");
    const QByteArray http11 = QByteArray("\x08http/1.1");
    QCOMPARE(chosenOf(native, h2 + http11), QByteArray("http/1.1"));
    QCOMPARE(chosenOf(native, http11), QByteArray("http/1.1"));
    QCOMPARE(chosenOf(native, h2), QByteArray()); // no agreement, and no end of it
}

void TestHttpTls::aKeyOfAnotherIsRefused()
{
    HttpFixture fixture;
    fixture.makeClientCertificate(u"other"_s, true);
    TlsOptions options = optionsOf(fixture, ClientCertificates::NotAsked);
    options.privateKeyFile = fixture.file(u"other.key"_s);
    const auto mixed = makeTlsContext(options);
    QVERIFY(!mixed);
    QVERIFY(mixed.error().contains(u"other.key"_s));
    options.privateKeyFile = fixture.file(u"none.key"_s);
    QVERIFY(!makeTlsContext(options));
    options = optionsOf(fixture, ClientCertificates::Optional);
    options.clientCaFile = fixture.file(u"none.pem"_s);
    const auto lacking = makeTlsContext(options);
    QVERIFY(!lacking);
    QVERIFY(lacking.error().contains(u"none.pem"_s));
    options.clientCertificates = ClientCertificates::NotAsked;
    QVERIFY(makeTlsContext(options)); // then nobody needs it
}

void TestHttpTls::aConnectionKnowsItsPeer()
{
    namespace ip = boost::asio::ip;
    HttpFixture fixture;
    const auto context = makeTlsContext(optionsOf(fixture, ClientCertificates::NotAsked));
    QVERIFY(context);
    boost::asio::io_context io;
    ip::tcp::acceptor acceptor(io, ip::tcp::endpoint(ip::make_address("127.0.0.1"), 0));
    ip::tcp::socket client(io);
    client.connect(acceptor.local_endpoint());
    TcpSocket socket(io.get_executor());
    acceptor.accept(socket);
    const auto transport = makeTlsTransport(std::move(socket), **context);
    const PeerInfo peer = transport->peer();
    QCOMPARE(peer.listener, ListenerKind::Tcp);
    QCOMPARE(peer.address, QByteArray("127.0.0.1"));
    QCOMPARE(peer.network, QByteArray("127.0.0.1"));
    QCOMPARE(peer.port, client.local_endpoint().port());
    QVERIFY(!peer.certificate && !peer.uid);
    int noDelay = 0;
    socklen_t size = sizeof(noDelay);
    QCOMPARE(::getsockopt(transport->descriptor(), IPPROTO_TCP, TCP_NODELAY, &noDelay, &size), 0);
    QVERIFY(noDelay != 0); // small answers go at once
    QCOMPARE(addressText(ip::make_address("::ffff:192.0.2.7")), QByteArray("192.0.2.7"));
    QCOMPARE(addressText(ip::make_address("2001:db8::1")), QByteArray("2001:db8::1"));
    transport->close();
}

QTEST_GUILESS_MAIN(TestHttpTls)
#include "tst_http_tls.moc"
