// SPDX-License-Identifier: GPL-3.0-or-later
// How answers and connections end, what is told of them, and what a listener is made on.
#include "tests/platform/http/http_fixture.h"
#include "tests/platform/http/http_words.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <atomic>
#include <csignal>
#include <mutex>

#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace pc::platform;
using namespace pc::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// An answer in pieces, the last of them marked as such.
HttpResponse inPieces(const QByteArrayList &pieces)
{
    HttpResponse response;
    auto at = std::make_shared<qsizetype>(0);
    response.stream = [pieces, at](const std::function<void(BodyChunk)> &deliver) {
        const qsizetype i = (*at)++;
        deliver({pieces.value(i), i + 1 < pieces.size() ? BodyChunk::Kind::More : BodyChunk::Kind::Last});
    };
    return response;
}

Handler always(const std::function<HttpResponse()> &make)
{
    return [make](const HttpRequest &, const Responder &respond) { respond(make()); };
}

/// The lines of the log that tell of `event`.
QList<QJsonObject> linesOf(const HttpFixture &fixture, const QString &event)
{
    QList<QJsonObject> found;
    for (const QByteArray &line : fixture.logText().split('\n')) {
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        if (object.value(u"event"_s) == event)
            found.append(object);
    }
    return found;
}

/// Within a time that is shorter than what the server would wait for a client that says nothing.
bool soon(const std::function<bool()> &condition)
{
    QElapsedTimer timer;
    timer.start();
    while (!condition()) {
        if (timer.elapsed() > 1500)
            return false;
        std::this_thread::sleep_for(1ms);
    }
    return true;
}

} // namespace

class TestHttpEndings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { std::signal(SIGPIPE, SIG_IGN); } // a peer that went is written to
    // RFC 9112 sections 6.3 and 9.3: an older client stays only when it asks to, and gets no chunks.
    void http10StaysWhenItAsksTo()
    {
        HttpFixture fixture;
        addRoutes(fixture.router());
        fixture.router().add(HttpMethod::Get, "/rows", always([] { return inPieces({"a\n", "", "b\n"}); }));
        fixture.start();
        const auto client = RawClient::unixSocket(fixture.unixSocket());
        for (int i = 0; i < 2; ++i) {
            QVERIFY(client->send("GET /hello HTTP/1.0\r\nConnection: keep-alive\r\n\r\n"));
            const auto answer = client->response();
            QVERIFY(answer);
            QCOMPARE(answer->body, QByteArray("hello"));
            QCOMPARE(answer->headers.value("Connection"), QByteArray("keep-alive"));
        }
        QVERIFY(client->send("GET /rows HTTP/1.0\r\nConnection: keep-alive\r\n\r\n"));
        const auto rows = client->response();
        QVERIFY(rows);
        QVERIFY(!rows->headers.contains("Transfer-Encoding"));
        QCOMPARE(rows->headers.value("Connection"), QByteArray("close"));
        QCOMPARE(rows->body, QByteArray("a\nb\n"));
    }

    void emptyPiecesAreNoEnd()
    {
        HttpFixture fixture;
        addRoutes(fixture.router());
        fixture.router().add(HttpMethod::Get, "/rows", always([] {
                                 return inPieces({"", "a", "", "", "b", ""});
                             }));
        fixture.router().add(HttpMethod::Get, "/none", always([] { return inPieces({}); }));
        fixture.start();
        const auto client = RawClient::unixSocket(fixture.unixSocket());
        QVERIFY(client->send(get("/rows") + get("/none") + get("/hello")));
        for (const QByteArray body : {"ab", "", "hello"}) {
            const auto answer = client->response();
            QVERIFY(answer);
            QVERIFY(answer->bodyComplete);
            QCOMPARE(answer->body, body);
        }
    }

    // RFC 9110 sections 9.3.2, 15.3.5 and 15.4.5: whatever a handler gave, no body follows.
    void answersWithoutABody()
    {
        HttpFixture fixture;
        addRoutes(fixture.router());
        std::atomic<int> asked{0};
        for (const int status : {200, 204, 304}) {
            const QByteArray name = QByteArray::number(status);
            fixture.router().add(HttpMethod::Get, "/text/" + name,
                                 always([status] { return textResponse("body", status); }));
            fixture.router().add(HttpMethod::Get, "/rows/" + name, always([status, &asked] {
                                     HttpResponse response = inPieces({"a"});
                                     response.status = status;
                                     response.stream = [&asked, next = response.stream](
                                                           std::function<void(BodyChunk)> deliver) {
                                         ++asked;
                                         next(std::move(deliver));
                                     };
                                     return response;
                                 }));
        }
        fixture.start();
        const auto client = RawClient::unixSocket(fixture.unixSocket());
        for (const char *target :
             {"/text/204", "/text/304", "/rows/204", "/rows/304", "/text/200", "/rows/200"}) {
            const bool head = QByteArray(target).endsWith("200");
            QVERIFY(client->send((head ? "HEAD " : "GET ") + QByteArray(target) + " HTTP/1.1\r\n" + host +
                                 "\r\n"));
            const auto answer = client->response(true);
            QVERIFY2(answer, target);
            QCOMPARE(answer->status, QByteArray(target).right(3).toInt());
            QVERIFY(client->send(get("/hello"))); // nothing is in front of the next answer
            QCOMPARE(client->response().value_or(RawResponse()).body, QByteArray("hello"));
        }
        QCOMPARE(asked.load(), 0);
    }

    void aFieldThatCannotGoOutIsOurFault()
    {
        HttpFixture fixture;
        addRoutes(fixture.router());
        fixture.router().add(HttpMethod::Get, "/bad", always([] {
                                 HttpResponse response = textResponse("secret");
                                 response.headers.add("X-A", "b\r\nSet-Cookie: c");
                                 return response;
                             }));
        fixture.start();
        const auto client = RawClient::unixSocket(fixture.unixSocket());
        QVERIFY(client->send(get("/bad") + get("/hello")));
        const auto answer = client->response();
        QVERIFY(answer);
        QCOMPARE(answer->status, 500);
        QVERIFY(answer->body.contains("\"internal\""));
        QVERIFY(!answer->headers.contains("Set-Cookie") && !answer->headers.contains("X-A"));
        QCOMPARE(client->response().value_or(RawResponse()).body, QByteArray("hello"));
        QCOMPARE(linesOf(fixture, u"response_header_invalid"_s).size(), 1);
    }

    /// Who does not read its answer is cut off, and what the answer held is let go.
    void whoDoesNotReadIsCut()
    {
        HttpFixture fixture;
        const QByteArray large(8 * 1024 * 1024, 'x');
        std::weak_ptr<int> watch;
        std::atomic<int> begun{0};
        fixture.router().add(HttpMethod::Get, "/plain", always([&] {
                                 ++begun;
                                 return textResponse(large);
                             }));
        fixture.router().add(HttpMethod::Get, "/held", always([&] {
                                 HttpResponse response = textResponse(large);
                                 const auto held = std::make_shared<int>(1);
                                 watch = held;
                                 response.holdUntilSent = held;
                                 ++begun;
                                 return response;
                             }));
        fixture.limits().writeTimeout = 100ms;
        fixture.limits().heldWriteTimeout = 100ms;
        fixture.start();
        int wanted = 0;
        for (const char *target : {"/plain", "/held"}) {
            const auto client = RawClient::unixSocket(fixture.unixSocket());
            QVERIFY(client->send(get(target)));
            ++wanted;
            QVERIFY(eventually([&] { return begun == wanted; }));
            QVERIFY2(soon([&] { return fixture.server().connectionCount() == 0; }), target);
        }
        QVERIFY(watch.expired());
    }

    /// A client that goes on holding its end of a finished connection holds nothing of ours.
    void whatIsFinishedIsGone()
    {
        HttpFixture fixture;
        addRoutes(fixture.router());
        fixture.limits().idleTimeout = 500ms;
        fixture.start();
        const QByteArray body = "{}";
        const auto asked = RawClient::unixSocket(fixture.unixSocket());
        QVERIFY(asked->send(post("/echo", body, "Connection: close\r\n")));
        QCOMPARE(asked->response().value_or(RawResponse()).body, body);
        QVERIFY(soon([&] { return fixture.server().connectionCount() == 0; }));
        const auto silent = RawClient::unixSocket(fixture.unixSocket());
        QVERIFY(eventually([&] { return fixture.server().connectionCount() == 1; }));
        QVERIFY(silent->closedWithin(3000));
        QVERIFY(soon([&] { return fixture.server().connectionCount() == 0; }));
    }

    /// Who asks faster than may wait is answered, and then let go.
    void thePaceHasAnEnd()
    {
        HttpFixture fixture;
        addRoutes(fixture.router());
        fixture.limits().requests = {0.01, 1, 0};
        fixture.start();
        const auto client = fixture.connect();
        for (int i = 0; i < 2; ++i) {
            QVERIFY(client->send(get("/hello")));
            QCOMPARE(client->response().value_or(RawResponse()).status, 200);
        }
        QVERIFY(client->closedWithin(3000));
    }

    /// Nobody who only waits keeps the server from stopping: in a handshake, or for its turn.
    void stoppingEndsWhoOnlyWaits()
    {
        HttpFixture fixture;
        addRoutes(fixture.router());
        fixture.limits().requests = {0.01, 1, 5};
        fixture.limits().handshakeTimeout = 60s;
        fixture.start();
        const auto paced = fixture.connect();
        for (int i = 0; i < 2; ++i) {
            QVERIFY(paced->send(get("/hello")));
            QCOMPARE(paced->response().value_or(RawResponse()).status, 200);
        }
        const auto silent = RawClient::plain(fixture.port());
        QVERIFY(eventually([&] { return fixture.server().connectionCount() == 2; }));
        std::this_thread::sleep_for(20ms); // both have come to where they wait
        QElapsedTimer timer;
        timer.start();
        fixture.stop(20s);
        QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(paced->closedWithin(1000));
        QVERIFY(silent->closedWithin(1000));
        QCOMPARE(fixture.server().connectionCount(), 0);
        fixture.stop(20s); // the second time does nothing
    }

    /// Half of the places at most are one gateway's.
    void oneGatewayHoldsHalfThePlaces()
    {
        HttpFixture fixture;
        addRoutes(fixture.router());
        std::mutex mutex;
        std::vector<Responder> held;
        fixture.router().add(HttpMethod::Get, "/wait", [&](const HttpRequest &, const Responder &respond) {
            const std::lock_guard lock(mutex);
            held.push_back(respond);
        });
        fixture.limits().connections = {7, 0, 7};
        fixture.clientCertificates = ClientCertificates::Optional;
        fixture.gatewayOf = [](const PeerCertificate &certificate) {
            return certificate.verified ? QByteArray("edge") : QByteArray();
        };
        fixture.makeClientCertificate(u"edge"_s, true);
        fixture.start();
        TlsClientOptions options = fixture.clientOptions();
        options.certificateFile = fixture.file(u"edge.pem"_s);
        options.keyFile = fixture.file(u"edge.key"_s);
        std::vector<std::unique_ptr<RawClient>> clients;
        const auto heldCount = [&] {
            const std::lock_guard lock(mutex);
            return held.size();
        };
        for (std::size_t i = 1; i <= 3; ++i) {
            clients.push_back(RawClient::tls(fixture.port(), options));
            QVERIFY(clients.back() && clients.back()->send(get("/wait")));
            QVERIFY(eventually([&] { return heldCount() == i; }));
        }
        const auto fourth = RawClient::tls(fixture.port(), options);
        QVERIFY(!fourth || !fourth->send(get("/hello")) || !fourth->response());
        QCOMPARE(fixture.ask(get("/hello")).value_or(RawResponse()).status, 200); // others are let in
        const std::lock_guard lock(mutex);
        held.clear();
    }

    /// A request that could not be read is refused in the language of what it asked for.
    void refusalsOfWhatCouldNotBeRead()
    {
        HttpFixture fixture;
        addRoutes(fixture.router());
        std::atomic<int> noticed{0};
        fixture.router().watch([&noticed](const HttpRequest &) { ++noticed; });
        fixture.router().refuseWith("/own", [](const HttpRequest &request, const HttpResponse &refusal) {
            return textResponse("ours " + request.headers.value("X-One"), refusal.status);
        });
        fixture.limits().headerBytes = 300;
        fixture.start();
        const auto told = [&](const QByteArray &request) {
            const auto client = RawClient::unixSocket(fixture.unixSocket());
            client->send(request);
            const RawResponse answer = client->response().value_or(RawResponse());
            return QByteArray(QByteArray::number(answer.status) + ' ' + answer.body.left(6));
        };
        const QByteArray start = " HTTP/1.1\r\nX-One: 1\r\n";
        QCOMPARE(told("GET /own/x" + start + "X: " + QByteArray(300, 'x') + "\r\n\r\n"),
                 QByteArray("431 ours 1"));
        QCOMPARE(told("GET /own" + start + "no field\r\n\r\n"), QByteArray("400 ours 1"));
        QCOMPARE(told("GET /own/" + QByteArray(400, 'x')), QByteArray("431 ours "));
        QVERIFY(told("GET /other" + start + "no field\r\n\r\n").startsWith("400 {"));
        QCOMPARE(noticed.load(), 0); // none of them was understood
        QVERIFY(told(get("/own/y")).startsWith("404 ours"));
        QVERIFY(told("GET /hello HTTP/1.1\r\n\r\n").startsWith("400 {")); // no Host
        QCOMPARE(noticed.load(), 2);
    }

    /// A route cannot give its body more time than the server has.
    void theServersOwnPatienceIsTheMost()
    {
        HttpFixture fixture;
        RouteOptions patient = Router::defaultOptions(HttpMethod::Post);
        patient.bodyTimeout = 60s;
        fixture.router().add(HttpMethod::Post, "/slow", always([] { return textResponse("done"); }), patient);
        fixture.limits().bodyTimeout = 100ms;
        fixture.start();
        const auto client = RawClient::unixSocket(fixture.unixSocket());
        QVERIFY(client->send(post("/slow", "{\"a\":1}").chopped(2)));
        QCOMPARE(client->response().value_or(RawResponse()).status, 408);
    }

    void theLogTellsOfEachAnswer()
    {
        HttpFixture fixture;
        addRoutes(fixture.router());
        RouteOptions quiet;
        quiet.quiet = true;
        fixture.router().add(HttpMethod::Get, "/quiet", always([] { return textResponse("shh"); }), quiet);
        fixture.router().add(HttpMethod::Get, "/failing", always([] { return textResponse("no", 400); }),
                             quiet);
        fixture.clientCertificates = ClientCertificates::OptionalOrSelfSigned;
        fixture.makeClientCertificate(u"known"_s, true);
        fixture.makeSelfSigned(u"self"_s);
        fixture.start();
        const auto over = [&](const QString &certificate, const QByteArray &request) {
            TlsClientOptions options = fixture.clientOptions();
            if (!certificate.isEmpty()) {
                options.certificateFile = fixture.file(certificate + u".pem"_s);
                options.keyFile = fixture.file(certificate + u".key"_s);
            }
            const auto client = RawClient::tls(fixture.port(), options);
            client->send(request);
            return client->response().value_or(RawResponse());
        };
        const RawResponse echoed = over({}, post("/echo", "{\"a\":1}"));
        QCOMPARE(echoed.status, 200);
        QCOMPARE(over(u"known"_s, get("/items/" + QByteArray("i~").repeated(150))).status, 200);
        QCOMPARE(over(u"self"_s, get("/nowhere?q=1")).status, 404);
        QCOMPARE(over({}, get("/quiet")).status, 200);
        QCOMPARE(over({}, get("/failing")).status, 400);
        QVERIFY(eventually([&] { return linesOf(fixture, u"access"_s).size() == 4; }));
        QMap<QString, QJsonObject> lines; // by route; in which order they are written is nobody's promise
        for (const QJsonObject &line : linesOf(fixture, u"access"_s))
            lines.insert(line.value(u"route"_s).toString(), line);
        QCOMPARE(lines.keys(), (QStringList{QString(), u"/echo"_s, u"/failing"_s, u"/items/{id}"_s}));
        const QJsonObject echo = lines[u"/echo"_s];
        const QJsonObject item = lines[u"/items/{id}"_s];
        const QJsonObject unknown = lines[QString()];
        QCOMPARE(echo.value(u"request_id"_s).toString().toLatin1(), echoed.headers.value("X-Request-Id"));
        QCOMPARE(echo.value(u"peer"_s).toString(), u"127.0.0.1"_s);
        QCOMPARE(echo.value(u"method"_s).toString(), u"POST"_s);
        QCOMPARE(echo.value(u"route"_s).toString(), u"/echo"_s);
        QCOMPARE(echo.value(u"path"_s).toString(), u"/echo"_s);
        QCOMPARE(echo.value(u"status"_s).toInt(), 200);
        QCOMPARE(echo.value(u"bytes_in"_s).toInt(), 7);
        QCOMPARE(echo.value(u"client_certificate"_s).toString(), u"none"_s);
        QVERIFY(echo.value(u"duration_us"_s).toInteger() >= 0);
        QVERIFY(echo.value(u"duration_us"_s).toInteger() < 60'000'000);
        QCOMPARE(item.value(u"path"_s).toString().size(), 256);
        QCOMPARE(item.value(u"client_certificate"_s).toString(), u"verified"_s);
        QCOMPARE(unknown.value(u"client_certificate"_s).toString(), u"unverified"_s);
        QCOMPARE(unknown.value(u"status"_s).toInt(), 404);
        QCOMPARE(lines[u"/failing"_s].value(u"status"_s).toInt(), 400);
    }

    void theLogCountsWhatWentOut()
    {
        HttpFixture fixture;
        fixture.router().add(HttpMethod::Get, "/text", always([] { return textResponse("hello"); }));
        fixture.router().add(HttpMethod::Get, "/rows", always([] { return inPieces({"hello", "you"}); }));
        fixture.start();
        const auto client = RawClient::unixSocket(fixture.unixSocket());
        QList<qint64> sizes;
        for (const char *target : {"/text", "/rows"}) {
            QVERIFY(
                client->send("GET " + QByteArray(target) + " HTTP/1.0\r\nConnection: keep-alive\r\n\r\n"));
            if (target == QByteArray("/text")) {
                const auto answer = client->response();
                QVERIFY(answer);
                qint64 size = 15 + 2 + 2 + answer->body.size(); // status line and its end, the empty line
                for (const HttpHeader &field : answer->headers.all())
                    size += field.name.size() + field.value.size() + 4;
                sizes.append(size);
            } else {
                sizes.append(client->readAll().size());
            }
        }
        QVERIFY(eventually([&] { return linesOf(fixture, u"access"_s).size() == 2; }));
        const QList<QJsonObject> lines = linesOf(fixture, u"access"_s);
        for (qsizetype i = 0; i < 2; ++i)
            QCOMPARE(lines.at(i).value(u"bytes_out"_s).toInteger(), sizes.at(i));
    }

    void aServerNeedsNoThreadsToldAndNoStart()
    {
        const QTemporaryDir dir;
        const Log log{Log::Sink()};
        UnixListenerOptions options;
        options.path = dir.filePath(u"s"_s);
        const auto router = std::make_shared<Router>();
        addRoutes(*router);
        options.router = router;
        {
            HttpServer server(0, log);
            QVERIFY(server.listenUnix(options));
            server.start();
            const auto client = RawClient::unixSocket(options.path);
            QVERIFY(client && client->send(get("/hello")));
            QCOMPARE(client->response().value_or(RawResponse()).body, QByteArray("hello"));
        }
        QVERIFY(!QFileInfo::exists(options.path));
        {
            HttpServer never(1, log);
            QVERIFY(never.listenUnix(options));
            QVERIFY(QFileInfo::exists(options.path));
        }
        QVERIFY(!QFileInfo::exists(options.path));
    }

    void aSocketFileIsAsItWasAskedFor()
    {
        const QTemporaryDir dir;
        const Log log{Log::Sink()};
        UnixListenerOptions options;
        options.router = std::make_shared<Router>();
        const auto modeOf = [](const QString &path) {
            struct stat info
            {
            };
            return ::lstat(path.toLocal8Bit().constData(), &info) == 0 ? info.st_mode : 0u;
        };
        options.path = dir.filePath(u"stale"_s);
        for (int time = 0; time < 2; ++time) { // the second takes the place of the first
            HttpServer server(1, log);
            options.mode = time == 0 ? 0600 : 0660;
            options.group = time == 0 ? std::nullopt : std::optional(::getegid());
            QVERIFY(server.listenUnix(options));
            QVERIFY(S_ISSOCK(modeOf(options.path)));
            QCOMPARE(modeOf(options.path) & 07777u, options.mode);
            if (time == 0) {
                HttpServer other(1, log);
                QVERIFY(other.listenUnix(options));
            }
        }
        const qsizetype most = qsizetype(sizeof(sockaddr_un::sun_path)) - 1;
        const qsizetype more = most - dir.path().size() - 1;
        for (const auto &[size, fits] : {std::pair(more, true), std::pair(more + 1, false)}) {
            options.path = dir.filePath(QString(size, u'x'));
            HttpServer server(1, log);
            const auto listening = server.listenUnix(options);
            QCOMPARE(listening.has_value(), fits);
            if (!fits)
                QVERIFY(listening.error().contains(u"longer than a Unix socket allows"_s));
        }
        const auto refused = [&](const QString &path) {
            HttpServer server(1, log);
            options.path = path;
            const auto listening = server.listenUnix(options);
            return listening ? QString() : listening.error();
        };
        QVERIFY(refused({}).contains(u"longer"_s));
        QVERIFY(refused(dir.filePath(u"none/s"_s)).contains(u"cannot listen on"_s));
        QFile plain(dir.filePath(u"plain"_s));
        QVERIFY(plain.open(QIODevice::WriteOnly));
        QVERIFY(refused(plain.fileName()).contains(u"is not a socket"_s));
        QVERIFY(plain.exists());
        QVERIFY(QFile::link(plain.fileName(), dir.filePath(u"link"_s)));
        QVERIFY(refused(dir.filePath(u"link"_s)).contains(u"is not a socket"_s));
    }

    /// A port is free again at once, and only for one at a time.
    void aPortIsTakenOnce()
    {
        HttpFixture fixture;
        addRoutes(fixture.router());
        fixture.start();
        const Log log{Log::Sink()};
        TcpListenerOptions options;
        options.address = u"127.0.0.1"_s;
        options.port = fixture.port();
        options.router = std::make_shared<Router>();
        options.tls.certificateChainFile = fixture.file(u"server.pem"_s);
        options.tls.privateKeyFile = fixture.file(u"server.key"_s);
        {
            HttpServer second(1, log);
            const auto taken = second.listenTcp(options);
            QVERIFY(!taken);
            QVERIFY(taken.error().contains(u"127.0.0.1 port %1"_s.arg(fixture.port())));
        }
        const auto client = fixture.connect(); // closed by the server first: its port rests
        QVERIFY(client->send("GET /hello HTTP/1.1\r\n" + host + "Connection: close\r\n\r\n"));
        QVERIFY(client->response());
        fixture.stop();
        HttpServer third(1, log);
        const auto again = third.listenTcp(options);
        QVERIFY2(again, again ? "" : qPrintable(again.error()));
        QCOMPARE(*again, fixture.port());
    }
};

QTEST_GUILESS_MAIN(TestHttpEndings)
#include "tst_http_endings.moc"
