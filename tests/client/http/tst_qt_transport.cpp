// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/http/qt_transport.h"
#include "tests/support/tls_server.h"

#include <QFile>
#include <QNetworkProxy>
#include <QPointer>
#include <QScopeGuard>
#include <QSslSocket>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <stdexcept>

using namespace pc;
using namespace pc::client;
using namespace pc::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// HTTPS against a real TLS server that misbehaves on purpose.
class TestQtTransport final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void askedAndAnswered()
    {
        TlsServer server([](const QByteArray &, QSslSocket &socket) {
            socket.write(TlsServer::answer(200, R"({"a":1})", "ETag: \"4\"\r\nX-Request-Id: req_9\r\n"));
        });
        const auto result = send(server, request("GET", {}));
        QVERIFY2(result, qPrintable(result ? QString() : result.error().detail));
        QCOMPARE(result->status, 200);
        QCOMPARE(result->body, QByteArray(R"({"a":1})"));
        QCOMPARE(result->header("etag"), QByteArray("\"4\""));
        const QByteArray &sent = server.requests().first();
        QVERIFY(sent.startsWith("GET /admin/v1/x?q=a%2Bb HTTP/1.1\r\n"));
        // Names of header fields have no case (RFC 9110, section 5.1), and Qt 6.8 writes them in lower case.
        QVERIFY(sent.toLower().contains("\r\nauthorization: bearer token-1\r\n"));
        QVERIFY(sent.contains(": Bearer token-1\r\n"));
        QVERIFY(sent.toLower().contains("\r\nx-test: yes\r\n"));
        QVERIFY(sent.toLower().contains("\r\naccept-encoding: identity\r\n")); // its length is checked
        QVERIFY(sent.toLower().contains("\r\nuser-agent: partner-console/"));
    }

    /// A token says who asks: whatever a platform would have kept for it is not sent back.
    void cookiesAreForgotten()
    {
        TlsServer server([](const QByteArray &, QSslSocket &socket) {
            socket.write(TlsServer::answer(200, "{}", "Set-Cookie: a=b; Path=/\r\n"));
        });
        auto transport = QtTransport::make(server.url(), server.caFile());
        QVERIFY(transport);
        for (int time = 0; time < 2; ++time)
            QVERIFY(wait(**transport, request("GET", {})));
        QCOMPARE(server.requests().size(), 2);
        QVERIFY(!server.requests().last().toLower().contains("\r\ncookie:"));
    }

    /// HTTP/2 would put several exchanges on one connection, where one that hangs holds the others.
    void onlyHttp1IsOffered()
    {
        QTcpServer peer; // reads the first flight of TLS, which is not encrypted
        QVERIFY(peer.listen(QHostAddress::LocalHost));
        auto transport = QtTransport::make(QUrl(u"https://127.0.0.1:%1"_s.arg(peer.serverPort())), QString());
        QVERIFY(transport);
        const auto exchange = (*transport)->send(request("GET", {}), [](const TransportResult &) {});
        QTRY_VERIFY(peer.hasPendingConnections());
        QTcpSocket *socket = peer.nextPendingConnection();
        QTRY_VERIFY(socket->bytesAvailable() > 100);
        QVERIFY(!socket->readAll().contains(QByteArray("\x02h2", 3)));
    }

    /// Every status is an answer here, with its body.
    void refusalsKeepTheirBody()
    {
        for (const int status : {400, 401, 403, 404, 409, 410, 412, 422, 428, 429, 500, 503, 507}) {
            TlsServer server([status](const QByteArray &, QSslSocket &socket) {
                socket.write(TlsServer::answer(status, R"({"code":"x"})"));
            });
            const auto result = send(server, request("POST", "{}"));
            QVERIFY2(result,
                     qPrintable(u"%1: %2"_s.arg(status).arg(result ? QString() : result.error().detail)));
            QCOMPARE(result->status, status);
            QCOMPARE(result->body, QByteArray(R"({"code":"x"})"));
        }
    }

    /// The access manager would follow a 307 with token and body. Here it is an answer, and the other server
    /// hears nothing.
    void redirectsAreNotFollowed()
    {
        TlsServer elsewhere(
            [](const QByteArray &, QSslSocket &socket) { socket.write(TlsServer::answer(200, "{}")); });
        for (const int status : {301, 302, 303, 307, 308}) {
            TlsServer server([&](const QByteArray &, QSslSocket &socket) {
                socket.write(
                    TlsServer::answer(status, {}, "Location: " + elsewhere.url().toEncoded() + "/y\r\n"));
            });
            const auto result = send(server, request("POST", R"({"secret":1})"));
            QVERIFY2(result,
                     qPrintable(u"%1: %2"_s.arg(status).arg(result ? QString() : result.error().detail)));
            QCOMPARE(result->status, status);
            QCOMPARE(server.requests().size(), 1);
        }
        QCOMPARE(elsewhere.bytesReceived(), 0);
    }

    /// Not one byte of a request reaches a peer that another authority vouches for.
    void anUntrustedPeerGetsNothing()
    {
        TlsServer server(
            [](const QByteArray &, QSslSocket &socket) { socket.write(TlsServer::answer(200, "{}")); });
        for (const QString &ca : {server.otherCaFile(), QString()}) {
            const auto result = sendWith(server.url(), ca, request("POST", "{}"));
            QVERIFY(!result);
            QCOMPARE(result.error().fault, TransportFault::Tls);
            QVERIFY(!result.error().detail.isEmpty());
        }
        QCOMPARE(server.bytesReceived(), 0);
    }

    void theNameMustMatch()
    {
        TlsServer server(
            [](const QByteArray &, QSslSocket &socket) { socket.write(TlsServer::answer(200, "{}")); });
        QUrl url = server.url();
        url.setHost(u"localhost"_s); // the certificate is for 127.0.0.1
        const auto result = sendWith(url, server.caFile(), request("GET", {}));
        QVERIFY(!result);
        QCOMPARE(result.error().fault, TransportFault::Tls);
        QCOMPARE(server.bytesReceived(), 0);
    }

    /// The trap that was measured: with a body that can be rewound Qt repeats a write whose answer was lost.
    void aWriteIsSentOnce_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::newRow("POST") << QByteArray("POST");
        QTest::newRow("PUT") << QByteArray("PUT");
        QTest::newRow("PATCH") << QByteArray("PATCH");
    }
    void aWriteIsSentOnce()
    {
        QFETCH(QByteArray, method);
        // A first answer makes the connection one that is reused: that is where Qt repeats.
        TlsServer server([](const QByteArray &sent, QSslSocket &socket) {
            if (sent.startsWith("GET"))
                socket.write(TlsServer::answer(200, "{}"));
            else
                socket.abort();
        });
        auto transport = QtTransport::make(server.url(), server.caFile());
        QVERIFY(transport.has_value());
        QVERIFY(wait(**transport, request("GET", {})));
        const auto result = wait(**transport, request(method, R"({"n":1})"));
        QVERIFY(!result);
        QCOMPARE(result.error().fault, TransportFault::Lost);
        QTest::qWait(200); // would be long enough for a repeat
        int writes = 0;
        for (const QByteArray &sent : server.requests())
            writes += sent.startsWith(method) ? 1 : 0;
        QCOMPARE(writes, 1);
    }

    void aCutBodyIsLost()
    {
        TlsServer server([](const QByteArray &, QSslSocket &socket) {
            socket.write(
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"a\":1}");
            socket.disconnectFromHost();
        });
        const auto result = send(server, request("GET", {}));
        QVERIFY(!result);
        QCOMPARE(result.error().fault, TransportFault::Lost);
    }

    void nobodyThereIsUnreachable()
    {
        QUrl url;
        QString ca;
        QTemporaryDir dir;
        {
            TlsServer server([](const QByteArray &, QSslSocket &) {});
            url = server.url();
            ca = dir.filePath(u"ca.pem"_s);
            QVERIFY(QFile::copy(server.caFile(), ca));
        }
        const auto result = sendWith(url, ca, request("POST", "{}"));
        QVERIFY(!result);
        QCOMPARE(result.error().fault, TransportFault::Unreachable);
    }

    void silenceTimesOut()
    {
        TlsServer server([](const QByteArray &, QSslSocket &) {});
        HttpRequest out = request("GET", {});
        out.timeout = 200ms;
        QElapsedTimer timer;
        timer.start();
        const auto result = send(server, std::move(out));
        QVERIFY(!result);
        QCOMPARE(result.error().fault, TransportFault::TimedOut);
        QVERIFY2(timer.elapsed() >= 150 && timer.elapsed() < 3000,
                 qPrintable(QString::number(timer.elapsed())));
    }

    /// Too much is said as such: neither a time-out nor a loss, and what was asked is asked once.
    void anAnswerBeyondTheLimitIsTooLarge_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<qint64>("over");
        QTest::addColumn<bool>("fits");
        QTest::newRow("a read, at the limit") << QByteArray("GET") << qint64(0) << true;
        QTest::newRow("a read") << QByteArray("GET") << qint64(1) << false;
        QTest::newRow("a write") << QByteArray("POST") << qint64(1) << false;
    }
    void anAnswerBeyondTheLimitIsTooLarge()
    {
        QFETCH(QByteArray, method);
        QFETCH(qint64, over);
        QFETCH(bool, fits);
        TlsServer server([over](const QByteArray &, QSslSocket &socket) {
            socket.write(TlsServer::answer(200, QByteArray(QtTransport::maxBody + over, 'x')));
        });
        HttpRequest out = request(method, method == "POST" ? QByteArray("{}") : QByteArray());
        out.timeout = 30s;
        const auto result = send(server, std::move(out));
        QCOMPARE(result.has_value(), fits);
        if (!fits) {
            QCOMPARE(result.error().fault, TransportFault::TooLarge);
            QVERIFY(result.error().detail.contains(u"larger"_s));
        }
        QCOMPARE(server.requests().size(), 1);
    }

    void aDroppedExchangeIsSilent()
    {
        TlsServer server(
            [](const QByteArray &, QSslSocket &socket) { socket.write(TlsServer::answer(200, "{}")); });
        auto transport = QtTransport::make(server.url(), server.caFile());
        int answers = 0;
        {
            const auto exchange =
                (*transport)->send(request("GET", {}), [&](const TransportResult &) { ++answers; });
            QCOMPARE(answers, 0);
        }
        QVERIFY(wait(**transport, request("GET", {})));
        QCOMPARE(answers, 0);
    }

    void theTransportMayGoFirst()
    {
        TlsServer server([](const QByteArray &, QSslSocket &) {});
        auto transport = QtTransport::make(server.url(), server.caFile());
        int answers = 0;
        auto exchange = (*transport)->send(request("GET", {}), [&](const TransportResult &) { ++answers; });
        QTRY_COMPARE(server.requests().size(), 1);
        transport->reset();
        exchange.reset();
        QCOMPARE(answers, 0);
    }

    void aSinkGetsTheBodyInPieces()
    {
        const QByteArray line = QByteArray(1000, 'x') + '\n';
        QPointer<QSslSocket> peer;
        TlsServer server([&](const QByteArray &, QSslSocket &socket) {
            peer = &socket;
            socket.write(
                "HTTP/1.1 200 OK\r\nContent-Type: application/x-ndjson\r\nContent-Length: 500500\r\n\r\n");
            socket.write(line.repeated(100));
        });
        QByteArray received;
        int pieces = 0;
        HttpRequest out = request("GET", {});
        out.sink = [&](const QByteArray &bytes) {
            received += bytes;
            if (++pieces == 1)
                peer->write(line.repeated(400)); // the rest, once the beginning was handed on
        };
        const auto result = send(server, std::move(out));
        QVERIFY2(result, qPrintable(result ? QString() : result.error().detail));
        QVERIFY(result->body.isEmpty());
        QCOMPARE(received.size(), 500 * 1001);
        QVERIFY(pieces > 1);
    }

    /// Only what was asked for comes in pieces: a refusal is an answer as any.
    void aSinkIsForWhatWasAskedFor()
    {
        TlsServer server([](const QByteArray &, QSslSocket &socket) {
            socket.write(TlsServer::answer(403, R"({"code":"forbidden"})"));
        });
        HttpRequest out = request("GET", {});
        int pieces = 0;
        out.sink = [&pieces](const QByteArray &) { ++pieces; };
        const auto result = send(server, std::move(out));
        QVERIFY(result);
        QCOMPARE(result->status, 403);
        QCOMPARE(result->body, QByteArray(R"({"code":"forbidden"})"));
        QCOMPARE(pieces, 0);
    }

    /// Whoever gets a piece may let go of the whole.
    void aSinkMayEndItsExchange()
    {
        TlsServer server([](const QByteArray &, QSslSocket &socket) {
            socket.write(TlsServer::answer(200, QByteArray(1000, 'x')));
        });
        auto transport = QtTransport::make(server.url(), server.caFile());
        QVERIFY(transport);
        std::unique_ptr<Exchange> exchange;
        int pieces = 0;
        int answers = 0;
        HttpRequest out = request("GET", {});
        out.sink = [&](const QByteArray &) {
            ++pieces;
            exchange.reset();
        };
        exchange = (*transport)->send(std::move(out), [&](const TransportResult &) { ++answers; });
        QTRY_COMPARE(pieces, 1);
        QVERIFY(wait(**transport, request("GET", {})));
        QCOMPARE(pieces, 1);
        QCOMPARE(answers, 0);
    }

    /// A body larger than any buffer on its way arrives as it was, once.
    void aLargeBodyArrivesWhole()
    {
        TlsServer server(
            [](const QByteArray &, QSslSocket &socket) { socket.write(TlsServer::answer(200, "{}")); });
        QByteArray body;
        for (int i = 0; body.size() < 300'000; ++i)
            body += QByteArray::number(i) + ',';
        HttpRequest large = request("POST", body);
        QList<qint64> told;
        large.progress = [&told, &body](qint64 sent, qint64 total) {
            QCOMPARE(total, body.size());
            told.append(sent);
        };
        QVERIFY(send(server, std::move(large)));
        QCOMPARE(server.requests().size(), 1);
        QVERIFY(!told.isEmpty());
        QVERIFY(std::is_sorted(told.begin(), told.end()));
        QCOMPARE(told.last(), body.size());
        QVERIFY(server.requests().first().endsWith(QByteArray("\r\n\r\n" + body)));
        const QByteArray length = "\r\ncontent-length: " + QByteArray::number(body.size()) + "\r\n";
        QVERIFY(server.requests().first().toLower().contains(length));
    }

    /// What runs on this machine is asked directly, whatever proxy the desktop has; the rest through it.
    void thisMachineNeedsNoProxy()
    {
        QTcpServer proxy;
        QVERIFY(proxy.listen(QHostAddress::LocalHost));
        QNetworkProxy::setApplicationProxy(
            QNetworkProxy(QNetworkProxy::HttpProxy, u"127.0.0.1"_s, proxy.serverPort()));
        const auto undo = qScopeGuard([] { QNetworkProxy::setApplicationProxy(QNetworkProxy::NoProxy); });
        TlsServer server(
            [](const QByteArray &, QSslSocket &socket) { socket.write(TlsServer::answer(200, "{}")); });
        QVERIFY(send(server, request("GET", {})));
        QUrl named = server.url();
        named.setHost(u"localhost"_s);
        const auto reached = sendWith(named, server.caFile(), request("GET", {}));
        QVERIFY(!reached); // the certificate has another name: so it was reached
        QCOMPARE(reached.error().fault, TransportFault::Tls);
        QVERIFY(!proxy.hasPendingConnections());
        for (const char *far : {"https://api.invalid", "https://192.0.2.1"}) {
            auto transport = QtTransport::make(QUrl(QString::fromLatin1(far)), {});
            QVERIFY(transport);
            const auto exchange = (*transport)->send(request("GET", {}), [](const TransportResult &) {});
            QTRY_VERIFY(proxy.hasPendingConnections());
            QTcpSocket *asked = proxy.nextPendingConnection();
            QTRY_VERIFY(asked->bytesAvailable() > 0);
            const QByteArray wanted = "CONNECT " + QByteArray(far).mid(8) + ":443 ";
            QVERIFY(asked->readAll().startsWith(wanted));
        }
    }

    void onlyPlainHttpsUrlsAreTaken_data()
    {
        QTest::addColumn<QString>("url");
        for (const char *url :
             {"http://127.0.0.1:1", "https://", "https://user:pass@host", "https://host/path",
              "https://host?x=1", "https://host#f", "ftp://host", "nonsense", "https://user@host",
              "https://host/?", "https://host:99999", "//host"})
            QTest::newRow(url) << QString::fromLatin1(url);
    }
    void onlyPlainHttpsUrlsAreTaken()
    {
        QFETCH(QString, url);
        const auto transport = QtTransport::make(QUrl(url), {});
        QVERIFY(!transport);
        QCOMPARE(transport.error().fault, TransportSetupFault::BadUrl);
        QVERIFY(!transport.error().detail.contains(u"pass"_s));
    }

    void aPlainUrlIsTaken()
    {
        for (const char *url : {"https://host", "https://host/", "https://host:8443", "https://[::1]:8443/"})
            QVERIFY2(QtTransport::make(QUrl(QString::fromLatin1(url)), {}), url);
    }

    void theCaFileIsChecked()
    {
        QTemporaryDir dir;
        const QUrl url(u"https://127.0.0.1:1"_s);
        QCOMPARE(QtTransport::make(url, dir.filePath(u"none"_s)).error().fault,
                 TransportSetupFault::CaUnreadable);
        QFile file(dir.filePath(u"x.pem"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("not a certificate");
        file.close();
        QCOMPARE(QtTransport::make(url, file.fileName()).error().fault, TransportSetupFault::CaInvalid);
    }

private:
    static HttpRequest request(const QByteArray &method, const QByteArray &body)
    {
        HttpRequest out;
        out.method = method;
        out.path = u"/admin/v1/x"_s;
        out.query = {{u"q"_s, u"a+b"_s}};
        out.headers = {{"X-Test", "yes"}};
        out.bearer = Secret::copyOf("token-1");
        out.body = body;
        out.write = method != "GET";
        out.timeout = 5s;
        return out;
    }
    static TransportResult wait(Transport &transport, HttpRequest out)
    {
        std::optional<TransportResult> result;
        const auto exchange =
            transport.send(std::move(out), [&](TransportResult r) { result = std::move(r); });
        (void)QTest::qWaitFor([&] { return result.has_value(); }, 10000);
        if (!result) // not an error that a test may expect
            throw std::runtime_error("the transport did not answer");
        return std::move(*result);
    }
    static TransportResult sendWith(const QUrl &url, const QString &ca, HttpRequest out)
    {
        auto transport = QtTransport::make(url, ca);
        if (!transport)
            return tl::make_unexpected(TransportError{TransportFault::TooLarge, transport.error().detail});
        return wait(**transport, std::move(out));
    }
    static TransportResult send(const TlsServer &server, HttpRequest out)
    {
        return sendWith(server.url(), server.caFile(), std::move(out));
    }
};

QTEST_GUILESS_MAIN(TestQtTransport)
#include "tst_qt_transport.moc"
