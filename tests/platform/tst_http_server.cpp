// SPDX-License-Identifier: GPL-3.0-or-later
#include "http_fixture.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <atomic>
#include <thread>

#include <sys/stat.h>
#include <unistd.h>

using namespace pc::platform;
using namespace pc::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray host = "Host: localhost\r\n";

QByteArray get(const QByteArray &target)
{
    return "GET " + target + " HTTP/1.1\r\n" + host + "\r\n";
}

QByteArray post(const QByteArray &target, const QByteArray &body, const QByteArray &fields = {})
{
    return "POST " + target + " HTTP/1.1\r\n" + host + "Content-Type: application/json\r\nContent-Length: " +
           QByteArray::number(body.size()) + "\r\n" + fields + "\r\n" + body;
}

/// Routes that every test may use.
void addRoutes(Router &router)
{
    router.add(HttpMethod::Get, "/hello", [](const HttpRequest &, const Responder &respond) { respond(textResponse("hello")); });
    router.add(HttpMethod::Get, "/items/{id}", [](const HttpRequest &request, const Responder &respond) {
        respond(textResponse(request.pathParameter("id").toUtf8()));
    });
    router.add(HttpMethod::Post, "/echo",
               [](const HttpRequest &request, const Responder &respond) { respond(jsonResponse(request.body)); });
    router.add(HttpMethod::Get, "/later", [](const HttpRequest &, const Responder &respond) {
        std::thread([respond] {
            std::this_thread::sleep_for(20ms);
            respond(textResponse("later"));
            respond(textResponse("twice"));
        }).detach();
    });
}

/// Waits for a condition that server threads bring about.
template <typename Condition>
bool eventually(Condition condition)
{
    QElapsedTimer timer;
    timer.start();
    while (!condition()) {
        if (timer.elapsed() > 5000)
            return false;
        std::this_thread::sleep_for(1ms);
    }
    return true;
}

} // namespace

class TestHttpServer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void answersWithItsOwnFields();
    void keepsTheConnection();
    void http10Closes();
    void headHasNoBody();
    void pipelinedRequestsAreAnsweredInOrder();
    void answersFromAnotherThreadOnce();
    void refuses_data();
    void refuses();
    void bodyLimits();
    void largeRefusedBodyStillGetsTheAnswer();
    void expectContinue();
    void slowHeaderGets408();
    void slowBodyGets408();
    void idleIsClosedQuietly();
    void silentHandlerIsAnsweredFor();
    void forgottenResponderGives500();
    void throwingHandlerGives500();
    void heldUntilTheBytesAreWritten();
    void heldIsReleasedWhenTheClientIsGone();
    void streamsInPiecesAtTheReadersPace();
    void failedStreamIsSeenToBeCut();
    void abortAtEveryByteLeavesTheServerWell();
    void twoHundredConnections();
    void connectionLimitMakesOthersWait();
    void unixSocketIsPrivateAndKnowsItsPeer();
    void stopDrains();
    void responderOutlivesTheServer();
    void secretsStayOutOfTheLog();
};

void TestHttpServer::answersWithItsOwnFields()
{
    HttpFixture fixture;
    addRoutes(fixture.router());
    fixture.start();
    const auto answer = fixture.ask(get("/items/a%20b"));
    QVERIFY(answer);
    QCOMPARE(answer->status, 200);
    QCOMPARE(answer->body, QByteArray("a b"));
    QVERIFY(answer->headers.value("X-Request-Id").startsWith("req_"));
    QCOMPARE(answer->headers.value("Cache-Control"), QByteArray("no-store"));
    QVERIFY(!answer->headers.contains("Server"));
    QVERIFY(!answer->headers.contains("Connection"));
    const auto other = fixture.ask(get("/nowhere"));
    QVERIFY(other);
    QCOMPARE(other->status, 404);
    const QJsonObject problem = QJsonDocument::fromJson(other->body).object();
    QCOMPARE(problem.value(u"request_id"_s).toString().toLatin1(), other->headers.value("X-Request-Id"));
    QVERIFY(other->headers.value("X-Request-Id") != answer->headers.value("X-Request-Id"));
}

void TestHttpServer::keepsTheConnection()
{
    HttpFixture fixture;
    addRoutes(fixture.router());
    fixture.start();
    const auto client = fixture.connect();
    for (int i = 0; i < 50; ++i) {
        QVERIFY(client->send(i % 2 == 0 ? get("/hello") : post("/echo", "{}")));
        const auto answer = client->response();
        QVERIFY(answer);
        QCOMPARE(answer->status, 200);
    }
    QCOMPARE(fixture.server().connectionCount(), 1);
    QVERIFY(client->send("GET /hello HTTP/1.1\r\n" + host + "Connection: close\r\n\r\n"));
    const auto last = client->response();
    QVERIFY(last);
    QCOMPARE(last->headers.value("Connection"), QByteArray("close"));
    QVERIFY(client->closedWithin(3000));
}

void TestHttpServer::http10Closes()
{
    HttpFixture fixture;
    addRoutes(fixture.router());
    fixture.start();
    const auto client = fixture.connect();
    QVERIFY(client->send("GET /hello HTTP/1.0\r\n\r\n"));
    const auto answer = client->response();
    QVERIFY(answer);
    QCOMPARE(answer->status, 200);
    QVERIFY(client->closedWithin(3000));
}

void TestHttpServer::headHasNoBody()
{
    HttpFixture fixture;
    addRoutes(fixture.router());
    fixture.start();
    const auto client = fixture.connect();
    QVERIFY(client->send("HEAD /hello HTTP/1.1\r\n" + host + "\r\n" + get("/hello")));
    const auto head = client->response(true);
    QVERIFY(head);
    QCOMPARE(head->headers.value("Content-Length"), QByteArray("5"));
    const auto next = client->response();
    QVERIFY(next);
    QCOMPARE(next->body, QByteArray("hello"));
}

void TestHttpServer::pipelinedRequestsAreAnsweredInOrder()
{
    HttpFixture fixture;
    addRoutes(fixture.router());
    fixture.start(4);
    const auto client = fixture.connect();
    QByteArray requests;
    for (int i = 0; i < 100; ++i) {
        requests += i % 10 == 3 ? get("/later") : get("/items/" + QByteArray::number(i));
        requests += post("/echo", "{\"n\":" + QByteArray::number(i) + "}");
    }
    QVERIFY(client->send(requests));
    for (int i = 0; i < 100; ++i) {
        const auto first = client->response();
        QVERIFY(first);
        QCOMPARE(first->body, i % 10 == 3 ? QByteArray("later") : QByteArray::number(i));
        const auto second = client->response();
        QVERIFY(second);
        QCOMPARE(second->body, QByteArray("{\"n\":" + QByteArray::number(i) + "}"));
    }
}

void TestHttpServer::answersFromAnotherThreadOnce()
{
    HttpFixture fixture;
    addRoutes(fixture.router());
    fixture.start();
    const auto client = fixture.connect();
    for (int i = 0; i < 5; ++i) {
        QVERIFY(client->send(get("/later")));
        const auto answer = client->response();
        QVERIFY(answer);
        QCOMPARE(answer->body, QByteArray("later"));
    }
    QVERIFY(!client->closedWithin(50));
}

void TestHttpServer::refuses_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("closes");
    const auto row = [](const char *name, const QByteArray &request, int status, bool closes) {
        QTest::newRow(name) << request << status << closes;
    };
    row("unknown path", get("/nowhere"), 404, false);
    row("unknown method", "BREW /hello HTTP/1.1\r\n" + host + "\r\n", 501, false);
    row("wrong method", post("/hello", "{}"), 405, true);
    row("wrong method without body", "DELETE /hello HTTP/1.1\r\n" + host + "\r\n", 405, false);
    row("options", "OPTIONS /hello HTTP/1.1\r\n" + host + "\r\n", 405, false);
    row("dot segments", get("/a/../hello"), 400, false);
    row("encoded slash", get("/items/a%2Fb"), 400, false);
    row("absolute form", get("https://localhost/hello"), 400, false);
    row("bad query", get("/hello?a=%zz"), 400, false);
    row("no host", "GET /hello HTTP/1.1\r\n\r\n", 400, true);
    row("two hosts", "GET /hello HTTP/1.1\r\n" + host + host + "\r\n", 400, true);
    row("not HTTP", "hello\r\n\r\n", 400, true);
    row("HTTP/2", "PRI * HTTP/2.0\r\n\r\n", 505, true);
    row("header too large", "GET /hello HTTP/1.1\r\n" + host + "X: " + QByteArray(17'000, 'x') + "\r\n\r\n", 431, true);
    row("target too large", get("/" + QByteArray(17'000, 'a')), 431, true);
    row("many fields", "GET /hello HTTP/1.1\r\n" + host + QByteArray("X: y\r\n").repeated(4000) + "\r\n", 431, true);
    row("body on GET", "GET /hello HTTP/1.1\r\n" + host + "Content-Length: 2\r\n\r\nab", 400, true);
    row("no content type", "POST /echo HTTP/1.1\r\n" + host + "Content-Length: 2\r\n\r\n{}", 415, true);
    row("wrong content type",
        "POST /echo HTTP/1.1\r\n" + host + "Content-Type: text/plain\r\nContent-Length: 2\r\n\r\n{}", 415, true);
    row("wrong charset",
        "POST /echo HTTP/1.1\r\n" + host + "Content-Type: application/json; charset=latin1\r\nContent-Length: 2\r\n\r\n{}", 415,
        true);
    row("content coding", post("/echo", "{}", "Content-Encoding: gzip\r\n"), 415, true);
    row("too large by length", post("/echo", QByteArray(1'048'577, ' ')), 413, true);
    row("unknown transfer coding",
        "POST /echo HTTP/1.1\r\n" + host + "Content-Type: application/json\r\nTransfer-Encoding: gzip\r\n\r\n", 501, true);
    row("hidden transfer coding",
        "POST /echo HTTP/1.1\r\n" + host + "Content-Type: application/json\r\nTransfer-Encoding: gzip, chunked\r\n\r\n", 501,
        true);
    row("unknown expectation", post("/echo", "{}", "Expect: tea\r\n"), 417, true);
    row("length and chunks",
        "POST /echo HTTP/1.1\r\n" + host + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400, true);
}

void TestHttpServer::refuses()
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

void TestHttpServer::bodyLimits()
{
    HttpFixture fixture;
    RouteOptions small;
    small.body = BodyKind::Form;
    small.bodyLimit = 10;
    fixture.router().add(
        HttpMethod::Post, "/form",
        [](const HttpRequest &request, const Responder &respond) { respond(textResponse(request.body)); }, small);
    fixture.start();
    const QByteArray start = "POST /form HTTP/1.1\r\n" + host + "Content-Type: application/x-www-form-urlencoded\r\n";
    QCOMPARE(fixture.ask(start + "Content-Length: 10\r\n\r\n0123456789").value_or(RawResponse()).status, 200);
    QCOMPARE(fixture.ask(start + "Content-Length: 11\r\n\r\n01234567890").value_or(RawResponse()).status, 413);
    const QByteArray chunked = start + "Transfer-Encoding: chunked\r\n\r\n";
    const auto fits = fixture.ask(chunked + "5\r\n01234\r\n5\r\n56789\r\n0\r\n\r\n");
    QVERIFY(fits);
    QCOMPARE(fits->body, QByteArray("0123456789"));
    QCOMPARE(fixture.ask(chunked + "5\r\n01234\r\n6\r\n567890\r\n0\r\n\r\n").value_or(RawResponse()).status, 413);
}

void TestHttpServer::largeRefusedBodyStillGetsTheAnswer()
{
    HttpFixture fixture;
    addRoutes(fixture.router());
    fixture.start();
    const auto client = fixture.connect();
    client->send("POST /echo HTTP/1.1\r\n" + host + "Content-Type: application/json\r\nContent-Length: 8000000\r\n\r\n");
    for (int i = 0; i < 8; ++i)
        client->send(QByteArray(1'000'000, 'x'));
    const auto answer = client->response();
    QVERIFY2(answer, "the refusal was lost in a reset");
    QCOMPARE(answer->status, 413);
}

void TestHttpServer::expectContinue()
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
    QVERIFY(client->send("POST /echo HTTP/1.1\r\n" + host + "Content-Type: application/json\r\nContent-Length: 2000000\r\n"
                         "Expect: 100-continue\r\n\r\n"));
    const auto refused = client->response();
    QVERIFY(refused);
    QCOMPARE(refused->status, 413);
}

void TestHttpServer::slowHeaderGets408()
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

void TestHttpServer::slowBodyGets408()
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

void TestHttpServer::idleIsClosedQuietly()
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

void TestHttpServer::silentHandlerIsAnsweredFor()
{
    HttpFixture fixture;
    std::vector<Responder> kept;
    std::mutex mutex;
    fixture.router().add(HttpMethod::Get, "/never", [&](const HttpRequest &, const Responder &respond) {
        const std::lock_guard lock(mutex);
        kept.push_back(respond);
    });
    addRoutes(fixture.router());
    fixture.limits().handlerTimeout = 200ms;
    fixture.start();
    const auto client = fixture.connect();
    QVERIFY(client->send(get("/never")));
    const auto answer = client->response();
    QVERIFY(answer);
    QCOMPARE(answer->status, 503);
    // The late answer must not be taken for the next request's.
    QVERIFY(client->send(get("/later")));
    {
        const std::lock_guard lock(mutex);
        kept.front()(textResponse("late"));
        kept.clear();
    }
    const auto next = client->response();
    QVERIFY(next);
    QCOMPARE(next->body, QByteArray("later"));
}

void TestHttpServer::forgottenResponderGives500()
{
    HttpFixture fixture;
    fixture.router().add(HttpMethod::Get, "/forget", [](const HttpRequest &, const Responder &) {});
    fixture.start();
    const auto answer = fixture.ask(get("/forget"));
    QVERIFY(answer);
    QCOMPARE(answer->status, 500);
    QVERIFY(answer->body.contains(answer->headers.value("X-Request-Id")));
}

void TestHttpServer::throwingHandlerGives500()
{
    HttpFixture fixture;
    fixture.router().add(HttpMethod::Get, "/throw", [](const HttpRequest &, const Responder &) {
        throw std::runtime_error("detail for the log");
    });
    addRoutes(fixture.router());
    fixture.start();
    const auto client = fixture.connect();
    QVERIFY(client->send(get("/throw")));
    const auto answer = client->response();
    QVERIFY(answer);
    QCOMPARE(answer->status, 500);
    QVERIFY(!answer->body.contains("detail"));
    QVERIFY(fixture.logText().contains("detail for the log"));
    QVERIFY(client->send(get("/hello")));
    QCOMPARE(client->response().value_or(RawResponse()).status, 200);
}

void TestHttpServer::heldUntilTheBytesAreWritten()
{
    HttpFixture fixture;
    const auto snapshot = std::make_shared<int>(7);
    const std::weak_ptr<int> watch = snapshot;
    std::shared_ptr<int> next = snapshot;
    std::mutex mutex;
    const QByteArray large(8 * 1024 * 1024, 'x'); // more than socket buffers hold
    fixture.router().add(HttpMethod::Get, "/held", [&](const HttpRequest &, const Responder &respond) {
        HttpResponse response = textResponse(large);
        const std::lock_guard lock(mutex);
        response.holdUntilSent = std::exchange(next, nullptr);
        respond(std::move(response));
    });
    fixture.start();
    const_cast<std::shared_ptr<int> &>(snapshot).reset();
    const auto client = fixture.connect();
    QVERIFY(client->send(get("/held")));
    std::this_thread::sleep_for(300ms); // the server is stuck in the middle of the answer
    QVERIFY2(!watch.expired(), "let go before the answer was out");
    const auto answer = client->response();
    QVERIFY(answer);
    QCOMPARE(answer->body.size(), large.size());
    QVERIFY2(eventually([&] { return watch.expired(); }), "never let go");
    QVERIFY(client->send(get("/held"))); // the connection is still in order
    QVERIFY(client->response());
}

void TestHttpServer::heldIsReleasedWhenTheClientIsGone()
{
    HttpFixture fixture;
    std::weak_ptr<int> watch;
    std::mutex mutex;
    const QByteArray large(8 * 1024 * 1024, 'x');
    fixture.router().add(HttpMethod::Get, "/held", [&](const HttpRequest &, const Responder &respond) {
        const auto snapshot = std::make_shared<int>(7);
        {
            const std::lock_guard lock(mutex);
            watch = snapshot;
        }
        HttpResponse response = textResponse(large);
        response.holdUntilSent = snapshot;
        respond(std::move(response));
    });
    fixture.start();
    const auto client = fixture.connect();
    QVERIFY(client->send(get("/held")));
    const auto held = [&] {
        const std::lock_guard lock(mutex);
        return !watch.expired();
    };
    QVERIFY(eventually(held));
    client->reset();
    QVERIFY(eventually([&] { return !held(); }));
    QVERIFY(eventually([&] { return fixture.server().connectionCount() == 0; }));
}

void TestHttpServer::streamsInPiecesAtTheReadersPace()
{
    HttpFixture fixture;
    std::atomic<int> produced{0};
    auto alive = std::make_shared<int>(0);
    const std::weak_ptr<int> watch = alive;
    fixture.router().add(HttpMethod::Get, "/rows", [&produced, alive](const HttpRequest &, const Responder &respond) mutable {
        HttpResponse response;
        response.headers.set("Content-Type", "application/x-ndjson");
        response.stream = [&produced, keep = std::exchange(alive, nullptr)](const std::function<void(BodyChunk)> &deliver) {
            const int row = produced++;
            std::thread([row, deliver] {
                deliver({QByteArray(10'000, 'r') + '\n', row == 999 ? BodyChunk::Kind::Last : BodyChunk::Kind::More});
            }).detach();
        };
        respond(std::move(response));
    });
    addRoutes(fixture.router());
    fixture.start();
    const auto client = fixture.connect();
    QVERIFY(client->send(get("/rows") + get("/hello")));
    std::this_thread::sleep_for(300ms);
    QVERIFY2(produced < 1000, "rows were produced faster than anybody read them");
    const auto answer = client->response();
    QVERIFY(answer);
    QVERIFY(answer->bodyComplete);
    QCOMPARE(answer->body.count('\n'), 1000);
    QCOMPARE(answer->headers.value("Transfer-Encoding"), QByteArray("chunked"));
    const auto next = client->response();
    QVERIFY(next);
    QCOMPARE(next->body, QByteArray("hello"));
}

void TestHttpServer::failedStreamIsSeenToBeCut()
{
    HttpFixture fixture;
    fixture.router().add(HttpMethod::Get, "/cut", [](const HttpRequest &, const Responder &respond) {
        HttpResponse response;
        auto count = std::make_shared<int>(0);
        response.stream = [count](const std::function<void(BodyChunk)> &deliver) {
            deliver({"row\n", ++*count == 3 ? BodyChunk::Kind::Failed : BodyChunk::Kind::More});
        };
        respond(std::move(response));
    });
    fixture.router().add(HttpMethod::Get, "/dropped", [](const HttpRequest &, const Responder &respond) {
        HttpResponse response;
        response.stream = [](const std::function<void(BodyChunk)> &) {}; // loses its deliverer
        respond(std::move(response));
    });
    fixture.start();
    const auto answer = fixture.ask(get("/cut"));
    QVERIFY(answer);
    QCOMPARE(answer->body, QByteArray("row\nrow\n"));
    QVERIFY(!answer->bodyComplete);
    const auto dropped = fixture.ask(get("/dropped"));
    QVERIFY(dropped);
    QVERIFY(!dropped->bodyComplete);
}

void TestHttpServer::abortAtEveryByteLeavesTheServerWell()
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

void TestHttpServer::twoHundredConnections()
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

void TestHttpServer::connectionLimitMakesOthersWait()
{
    HttpFixture fixture;
    addRoutes(fixture.router());
    fixture.limits().connections = 2;
    fixture.start();
    auto first = RawClient::unixSocket(fixture.unixSocket());
    auto second = RawClient::unixSocket(fixture.unixSocket());
    const auto third = RawClient::unixSocket(fixture.unixSocket());
    QVERIFY(first && second && third);
    QVERIFY(first->send(get("/hello")));
    QVERIFY(first->response());
    QVERIFY(second->send(get("/hello")));
    QVERIFY(second->response());
    QVERIFY(third->send(get("/hello")));
    std::this_thread::sleep_for(100ms);
    QCOMPARE(fixture.server().connectionCount(), 2);
    // The other listener has a limit of its own.
    QCOMPARE(fixture.ask(get("/hello")).value_or(RawResponse()).status, 200);
    first.reset();
    QCOMPARE(third->response().value_or(RawResponse()).status, 200);
}

void TestHttpServer::unixSocketIsPrivateAndKnowsItsPeer()
{
    HttpFixture fixture;
    fixture.router().add(HttpMethod::Get, "/peer", [](const HttpRequest &request, const Responder &respond) {
        const bool isUnix = request.listener == ListenerKind::UnixSocket;
        respond(textResponse((isUnix ? "unix " : "tcp ") + request.peerAddress + ' ' +
                             (request.peerUid ? QByteArray::number(*request.peerUid) : QByteArray("none"))));
    });
    fixture.start();
    struct stat info{};
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

void TestHttpServer::stopDrains()
{
    HttpFixture fixture;
    std::atomic<bool> entered{false};
    fixture.router().add(HttpMethod::Get, "/slow", [&](const HttpRequest &, const Responder &respond) {
        entered = true;
        std::thread([respond] {
            std::this_thread::sleep_for(300ms);
            respond(textResponse("finished"));
        }).detach();
    });
    fixture.start();
    const auto idle = fixture.connect();
    const auto busy = fixture.connect();
    QVERIFY(busy->send(get("/slow")));
    QVERIFY(eventually([&] { return entered.load(); }));
    QElapsedTimer timer;
    timer.start();
    std::thread stopper([&] { fixture.stop(5s); });
    const auto answer = busy->response();
    stopper.join();
    QVERIFY(answer);
    QCOMPARE(answer->body, QByteArray("finished"));
    QCOMPARE(answer->headers.value("Connection"), QByteArray("close"));
    QVERIFY(idle->closedWithin(1000));
    QVERIFY2(timer.elapsed() < 4000, "waited for idle connections");
    QVERIFY(!RawClient::tls(fixture.port(), fixture.clientOptions()));
}

void TestHttpServer::responderOutlivesTheServer()
{
    Responder kept;
    std::atomic<bool> entered{false};
    {
        HttpFixture fixture;
        fixture.router().add(HttpMethod::Get, "/never", [&](const HttpRequest &, const Responder &respond) {
            kept = respond;
            entered = true;
        });
        fixture.start();
        const auto client = fixture.connect();
        QVERIFY(client->send(get("/never")));
        QVERIFY(eventually([&] { return entered.load(); }));
        fixture.stop(50ms);
        QVERIFY(client->closedWithin(1000));
    }
    kept(textResponse("too late")); // under the address sanitizer this would show
    kept = nullptr;
}

void TestHttpServer::secretsStayOutOfTheLog()
{
    HttpFixture fixture;
    addRoutes(fixture.router());
    fixture.start();
    const QByteArray secret = "Zx9Qw8Er7Ty6Ui5Op4As3Df2Gh1Jk0LzXcVbNm12345678901";
    const QByteArray credential = "pcx_cs_prd_0123456789abcdef_" + secret;
    const QByteArray jwt = "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl";
    const QList<QByteArray> requests{
        get("/hello?key=" + credential),
        "GET /hello HTTP/1.1\r\n" + host + "Authorization: Bearer " + jwt + "\r\nX-Api-Key: " + credential + "\r\n\r\n",
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

QTEST_GUILESS_MAIN(TestHttpServer)
#include "tst_http_server.moc"
