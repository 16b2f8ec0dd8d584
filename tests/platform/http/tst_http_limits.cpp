// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/http/http_fixture.h"
#include "tests/platform/http/http_words.h"

#include "platform/http/request_reader.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QTest>

#include <atomic>
#include <mutex>
#include <thread>
#include <vector>

#include <sys/stat.h>
#include <unistd.h>

using namespace pc::platform;
using namespace pc::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestHttpLimits : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void refuses_data();
    void asManyFieldsAsMayBeAreTaken();
    void refuses();
    void bodyLimits();
    void largeRefusedBodyStillGetsTheAnswer();
    void expectContinue();
    void slowHeaderGets408();
    void slowBodyGets408();
    void idleIsClosedQuietly();
    void abortAtEveryByteLeavesTheServerWell();
    void twoHundredConnections();
    void connectionLimitMakesOthersWait();
    void unixSocketIsPrivateAndKnowsItsPeer();
    void secretsStayOutOfTheLog();
};

void TestHttpLimits::refuses_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("closes");
    const auto row = [](const char *name, const QByteArray &request, int status, bool closes) {
        QTest::newRow(name) << request << status << closes;
    };
    row("unknown path", get("/nowhere"), 404, false);
    row("unknown method", "BREW /hello HTTP/1.1\r\n" + host + "\r\n", 405, false);
    row("wrong method", post("/hello", "{}"), 405, true);
    row("wrong method without body", "DELETE /hello HTTP/1.1\r\n" + host + "\r\n", 405, false);
    row("options", "OPTIONS /hello HTTP/1.1\r\n" + host + "\r\n", 405, false);
    row("dot segments", get("/a/../hello"), 400, false);
    row("encoded slash", get("/items/a%2Fb"), 400, false);
    row("absolute form of another scheme", get("ftp://localhost/hello"), 400, false);
    row("absolute form with user information", get("https://me@localhost/hello"), 400, false);
    row("absolute form without a host", get("https:///hello"), 400, false);
    row("absolute form and no Host", "GET https://localhost/hello HTTP/1.1\r\n\r\n", 400, true);
    row("asterisk of another method", get("*"), 400, false);
    row("authority form", get("localhost:443"), 400, false);
    row("connect", "CONNECT localhost:443 HTTP/1.1\r\n" + host + "\r\n", 501, false);
    row("path parameter", get("/items/1;a=b"), 400, false);
    row("fragment", get("/hello#x"), 400, false);
    row("bad query", get("/hello?a=%zz"), 400, false);
    row("no host", "GET /hello HTTP/1.1\r\n\r\n", 400, true);
    row("two hosts", "GET /hello HTTP/1.1\r\n" + host + host + "\r\n", 400, true);
    row("not HTTP", "hello\r\n\r\n", 400, true);
    row("HTTP/2", "PRI * HTTP/2.0\r\n\r\n", 505, true);
    row("header too large", "GET /hello HTTP/1.1\r\n" + host + "X: " + QByteArray(17'000, 'x') + "\r\n\r\n",
        431, true);
    row("target too large", get("/" + QByteArray(17'000, 'a')), 431, true);
    row("many fields", "GET /hello HTTP/1.1\r\n" + host + QByteArray("X: y\r\n").repeated(4000) + "\r\n", 431,
        true);
    row("one field too many",
        "GET /hello HTTP/1.1\r\n" + host + QByteArray("X: y\r\n").repeated(RequestReader::mostFields) +
            "\r\n",
        431, true);
    row("body on GET", "GET /hello HTTP/1.1\r\n" + host + "Content-Length: 2\r\n\r\nab", 400, true);
    row("no content type", "POST /echo HTTP/1.1\r\n" + host + "Content-Length: 2\r\n\r\n{}", 415, true);
    row("wrong content type",
        "POST /echo HTTP/1.1\r\n" + host + "Content-Type: text/plain\r\nContent-Length: 2\r\n\r\n{}", 415,
        true);
    row("wrong charset",
        "POST /echo HTTP/1.1\r\n" + host +
            "Content-Type: application/json; charset=latin1\r\nContent-Length: 2\r\n\r\n{}",
        415, true);
    row("content coding", post("/echo", "{}", "Content-Encoding: gzip\r\n"), 415, true);
    row("too large by length", post("/echo", QByteArray(1'048'577, ' ')), 413, true);
    row("unknown transfer coding",
        "POST /echo HTTP/1.1\r\n" + host +
            "Content-Type: application/json\r\nTransfer-Encoding: gzip\r\n\r\n",
        501, true);
    row("hidden transfer coding",
        "POST /echo HTTP/1.1\r\n" + host +
            "Content-Type: application/json\r\nTransfer-Encoding: gzip, chunked\r\n\r\n",
        501, true);
    row("unknown expectation", post("/echo", "{}", "Expect: tea\r\n"), 417, true);
    row("length and chunks",
        "POST /echo HTTP/1.1\r\n" + host + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        400, true);
}

void TestHttpLimits::asManyFieldsAsMayBeAreTaken()
{
    HttpFixture fixture;
    addRoutes(fixture.router());
    fixture.start();
    const auto client = fixture.connect();
    QVERIFY(client->send("GET /hello HTTP/1.1\r\n" + host +
                         QByteArray("X: y\r\n").repeated(RequestReader::mostFields - 1) + "\r\n"));
    const auto answer = client->response();
    QVERIFY(answer);
    QCOMPARE(answer->status, 200);
}

void TestHttpLimits::refuses()
{
    QFETCH(QByteArray, request);
    QFETCH(int, status);
    QFETCH(bool, closes);
    HttpFixture fixture;
    addRoutes(fixture.router());
    fixture.start();
    const auto client = fixture.connect();
    client->send(request);
    const auto answer = client->response();
    QVERIFY(answer);
    QCOMPARE(answer->status, status);
    QCOMPARE(answer->headers.value("Content-Type"), QByteArray("application/problem+json"));
    QVERIFY(answer->headers.value("X-Request-Id").startsWith("req_"));
    if (closes) {
        QVERIFY(client->closedWithin(4000));
    } else {
        QVERIFY(client->send(get("/hello")));
        const auto next = client->response();
        QVERIFY(next);
        QCOMPARE(next->status, 200);
    }
}

void TestHttpLimits::bodyLimits()
{
    HttpFixture fixture;
    RouteOptions small;
    small.body = BodyKind::Form;
    small.bodyLimit = 10;
    fixture.router().add(
        HttpMethod::Post, "/form",
        [](const HttpRequest &request, const Responder &respond) { respond(textResponse(request.body)); },
        small);
    fixture.start();
    const QByteArray start =
        "POST /form HTTP/1.1\r\n" + host + "Content-Type: application/x-www-form-urlencoded\r\n";
    QCOMPARE(fixture.ask(start + "Content-Length: 10\r\n\r\n0123456789").value_or(RawResponse()).status, 200);
    QCOMPARE(fixture.ask(start + "Content-Length: 11\r\n\r\n01234567890").value_or(RawResponse()).status,
             413);
    const QByteArray chunked = start + "Transfer-Encoding: chunked\r\n\r\n";
    const auto fits = fixture.ask(chunked + "5\r\n01234\r\n5\r\n56789\r\n0\r\n\r\n");
    QVERIFY(fits);
    QCOMPARE(fits->body, QByteArray("0123456789"));
    QCOMPARE(fixture.ask(chunked + "5\r\n01234\r\n6\r\n567890\r\n0\r\n\r\n").value_or(RawResponse()).status,
             413);
}

void TestHttpLimits::largeRefusedBodyStillGetsTheAnswer()
{
    HttpFixture fixture;
    addRoutes(fixture.router());
    fixture.start();
    const auto client = fixture.connect();
    client->send("POST /echo HTTP/1.1\r\n" + host +
                 "Content-Type: application/json\r\nContent-Length: 8000000\r\n\r\n");
    for (int i = 0; i < 8; ++i)
        client->send(QByteArray(1'000'000, 'x'));
    const auto answer = client->response();
    QVERIFY2(answer, "the refusal was lost in a reset");
    QCOMPARE(answer->status, 413);
}

void TestHttpLimits::expectContinue()
{
    HttpFixture fixture;
    addRoutes(fixture.router());
    fixture.start();
    const auto client = fixture.connect();
    const QByteArray whole = post("/echo", "{\"a\":1}", "Expect: 100-continue\r\n");
    const qsizetype split = whole.indexOf("\r\n\r\n") + 4;
    QVERIFY(client->send(whole.first(split)));
    const auto interim = client->response();
    QVERIFY(interim);
    QCOMPARE(interim->status, 100);
    QVERIFY(client->send(whole.mid(split)));
    const auto answer = client->response();
    QVERIFY(answer);
    QCOMPARE(answer->body, QByteArray("{\"a\":1}"));
    // A refused one is told before it sends the body.
    QVERIFY(client->send("POST /echo HTTP/1.1\r\n" + host +
                         "Content-Type: application/json\r\nContent-Length: 2000000\r\n"
                         "Expect: 100-continue\r\n\r\n"));
    const auto refused = client->response();
    QVERIFY(refused);
    QCOMPARE(refused->status, 413);
}

void TestHttpLimits::slowHeaderGets408()
{
    HttpFixture fixture;
    addRoutes(fixture.router());
    fixture.limits().headerTimeout = 300ms;
    fixture.start();
    const auto client = fixture.connect();
    QElapsedTimer timer;
    timer.start();
    // A byte now and then must not buy more time.
    for (const char c : QByteArray("GET /hello HTTP/1.1\r\nX-Slow: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")) {
        if (timer.elapsed() > 280)
            break;
        QVERIFY(client->send(QByteArray(1, c)));
        std::this_thread::sleep_for(10ms);
    }
    const auto answer = client->response();
    QVERIFY(answer);
    QCOMPARE(answer->status, 408);
    QVERIFY(timer.elapsed() < 2000);
    QVERIFY(client->closedWithin(4000));
}

void TestHttpLimits::slowBodyGets408()
{
    HttpFixture fixture;
    addRoutes(fixture.router());
    fixture.limits().bodyTimeout = 200ms;
    fixture.start();
    const auto client = fixture.connect();
    const QByteArray request = post("/echo", "{\"a\":1}");
    QVERIFY(client->send(request.chopped(3)));
    const auto answer = client->response();
    QVERIFY(answer);
    QCOMPARE(answer->status, 408);
    QVERIFY(client->closedWithin(4000));
}

void TestHttpLimits::idleIsClosedQuietly()
{
    HttpFixture fixture;
    addRoutes(fixture.router());
    fixture.limits().idleTimeout = 200ms;
    fixture.start();
    const auto client = fixture.connect();
    QVERIFY(client->send(get("/hello")));
    QVERIFY(client->response());
    QVERIFY(client->closedWithin(3000));
    QVERIFY(eventually([&] { return fixture.server().connectionCount() == 0; }));
}

void TestHttpLimits::abortAtEveryByteLeavesTheServerWell()
{
    HttpFixture fixture;
    addRoutes(fixture.router());
    fixture.start();
    const QByteArray request = post("/echo", "{\"a\":1}", "Expect: 100-continue\r\n");
    for (qsizetype at = 0; at <= request.size(); ++at) {
        // The Unix socket spares a handshake per byte; the state machine is the same.
        const auto client = RawClient::unixSocket(fixture.unixSocket());
        QVERIFY(client);
        QVERIFY(client->send(request.first(at)));
        client->reset();
    }
    for (const int at : {1, 20, 60, 100}) {
        const auto client = fixture.connect();
        QVERIFY(client);
        QVERIFY(client->send(request.first(at)));
        client->reset();
    }
    QVERIFY(eventually([&] { return fixture.server().connectionCount() == 0; }));
    QCOMPARE(fixture.ask(get("/hello")).value_or(RawResponse()).status, 200);
}

void TestHttpLimits::twoHundredConnections()
{
    HttpFixture fixture;
    addRoutes(fixture.router());
    fixture.start(4);
    std::atomic<int> good{0};
    std::vector<std::unique_ptr<RawClient>> clients(200);
    std::vector<std::thread> threads;
    for (int t = 0; t < 8; ++t) {
        threads.emplace_back([&, t] {
            for (int i = t * 25; i < (t + 1) * 25; ++i)
                clients[static_cast<std::size_t>(i)] = fixture.connect();
            for (int round = 0; round < 3; ++round) {
                for (int i = t * 25; i < (t + 1) * 25; ++i) {
                    const auto &client = clients[static_cast<std::size_t>(i)];
                    const QByteArray body = "{\"n\":" + QByteArray::number(i) + "}";
                    if (!client || !client->send(post("/echo", body)))
                        continue;
                    const auto answer = client->response();
                    good += answer && answer->body == body ? 1 : 0;
                }
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(good.load(), 600);
    QCOMPARE(fixture.server().connectionCount(), 200);
    clients.clear();
    QVERIFY(eventually([&] { return fixture.server().connectionCount() == 0; }));
}

void TestHttpLimits::connectionLimitMakesOthersWait()
{
    HttpFixture fixture;
    addRoutes(fixture.router());
    fixture.limits().connections.total = 2;
    std::mutex mutex;
    std::vector<Responder> held; // both are in work
    fixture.router().add(HttpMethod::Get, "/held", [&](const HttpRequest &, const Responder &respond) {
        const std::lock_guard lock(mutex);
        held.push_back(respond);
    });
    fixture.start();
    auto first = RawClient::unixSocket(fixture.unixSocket());
    auto second = RawClient::unixSocket(fixture.unixSocket());
    QVERIFY(first && second);
    QVERIFY(first->send(get("/held")) && second->send(get("/held")));
    const auto heldCount = [&] {
        const std::lock_guard lock(mutex);
        return held.size();
    };
    QVERIFY(eventually([&] { return heldCount() == 2; }));
    const auto third = RawClient::unixSocket(fixture.unixSocket());
    QVERIFY(third);
    QVERIFY(third->send(get("/hello")));
    QVERIFY(!third->closedWithin(200)); // it waits in the kernel's queue
    QCOMPARE(fixture.server().connectionCount(), 2);
    // The other listener has a limit of its own.
    QCOMPARE(fixture.ask(get("/hello")).value_or(RawResponse()).status, 200);
    {
        const std::lock_guard lock(mutex);
        held.front()(textResponse("at last"));
    }
    // One is idle now, and gives way.
    QCOMPARE(third->response().value_or(RawResponse()).status, 200);
    const std::lock_guard lock(mutex);
    held.clear();
}

void TestHttpLimits::unixSocketIsPrivateAndKnowsItsPeer()
{
    HttpFixture fixture;
    fixture.router().add(HttpMethod::Get, "/peer", [](const HttpRequest &request, const Responder &respond) {
        const bool isUnix = request.listener == ListenerKind::UnixSocket;
        respond(textResponse((isUnix ? "unix " : "tcp ") + request.peerAddress + ' ' +
                             (request.peerUid ? QByteArray::number(*request.peerUid) : QByteArray("none"))));
    });
    fixture.start();
    struct stat info
    {
    };
    QCOMPARE(::stat(fixture.unixSocket().toLocal8Bit().constData(), &info), 0);
    QVERIFY(S_ISSOCK(info.st_mode));
    QCOMPARE(info.st_mode & 07777, 0600u);
    const auto client = RawClient::unixSocket(fixture.unixSocket());
    QVERIFY(client);
    QVERIFY(client->send(get("/peer")));
    const auto answer = client->response();
    QVERIFY(answer);
    QCOMPARE(answer->body, QByteArray("unix unix " + QByteArray::number(::geteuid())));
    const auto tcp = fixture.ask(get("/peer"));
    QVERIFY(tcp);
    QCOMPARE(tcp->body, QByteArray("tcp 127.0.0.1 none"));
    fixture.stop();
    QVERIFY2(!QFileInfo::exists(fixture.unixSocket()), "the socket file stayed");
}

void TestHttpLimits::secretsStayOutOfTheLog()
{
    HttpFixture fixture;
    addRoutes(fixture.router());
    fixture.start();
    const QByteArray secret = "Zx9Qw8Er7Ty6Ui5Op4As3Df2Gh1Jk0LzXcVbNm12345678901";
    const QByteArray credential = "pcx_cs_prd_0123456789abcdef_" + secret;
    const QByteArray jwt = "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl";
    const QList<QByteArray> requests{
        get("/hello?key=" + credential),
        "GET /hello HTTP/1.1\r\n" + host + "Authorization: Bearer " + jwt + "\r\nX-Api-Key: " + credential +
            "\r\n\r\n",
        get("/items/" + credential),
        get("/items/" + jwt),
        get("/nowhere/" + credential),
        get("/nowhere/%2e%2e/" + credential),
        post("/echo", "{\"secret\":\"" + credential + "\"}"),
        credential + " /hello HTTP/1.1\r\n" + host + "\r\n",
    };
    for (const QByteArray &request : requests)
        QVERIFY(fixture.ask(request));
    QVERIFY(eventually([&] { return fixture.logText().count("\"event\":\"access\"") == requests.size(); }));
    const QByteArray log = fixture.logText();
    QVERIFY2(!log.contains(secret.first(8)), log.constData());
    QVERIFY2(!log.contains("c2lnbmF0dXJl"), log.constData());
    QVERIFY(log.contains("\"route\":\"/items/{id}\""));
    for (const QByteArray &line : log.split('\n')) {
        if (!line.isEmpty())
            QVERIFY2(QJsonDocument::fromJson(line).isObject(), line.constData());
    }
}

QTEST_GUILESS_MAIN(TestHttpLimits)
#include "tst_http_limits.moc"
