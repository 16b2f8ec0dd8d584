// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/http/http_fixture.h"
#include "tests/platform/http/http_words.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

using namespace pc::platform;
using namespace pc::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestHttpServer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void answersWithItsOwnFields();
    void everyFormOfATarget();
    void keepsTheConnection();
    void anIgnoredBodyIsReadAndDropped();
    void http10Closes();
    void headHasNoBody();
    void pipelinedRequestsAreAnsweredInOrder();
    void aBufferFullOfRequestsIsAnswered();
    void anAnswerWaitsForASlowReader();
    void connectionsAreSpreadOverTheThreads();
    void answersFromAnotherThreadOnce();
    void silentHandlerIsAnsweredFor();
    void forgottenResponderGives500();
    void throwingHandlerGives500();
    void whatAThrowingHandlerAnsweredIsDropped();
    void heldUntilTheBytesAreWritten();
    void heldIsReleasedWhenTheClientIsGone();
    void streamsInPiecesAtTheReadersPace();
    void failedStreamIsSeenToBeCut();
    void stopDrains();
    void responderOutlivesTheServer();
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

// RFC 9112 section 3.2: every form of a request target, on one connection.
void TestHttpServer::everyFormOfATarget()
{
    HttpFixture fixture;
    addRoutes(fixture.router());
    fixture.router().add(HttpMethod::Get, "/host", [](const HttpRequest &request, const Responder &respond) {
        respond(textResponse(request.headers.value("Host")));
    });
    fixture.start();
    const auto client = fixture.connect();
    const auto ask = [&client](const QByteArray &request) {
        client->send(request);
        return client->response().value_or(RawResponse());
    };
    QCOMPARE(ask(get("/host")).body, QByteArray("localhost"));
    QCOMPARE(ask(get("https://api.example/host")).body, QByteArray("api.example"));
    QCOMPARE(ask(get("http://[::1]:80/host?a=b")).body, QByteArray("[::1]:80"));
    QCOMPARE(ask(get("https://api.example")).status, 404);
    const RawResponse options = ask("OPTIONS * HTTP/1.1\r\n" + host + "\r\n");
    QCOMPARE(options.status, 204);
    QVERIFY(options.headers.value("Allow").contains("GET"));
    QCOMPARE(ask("CONNECT localhost:1 HTTP/1.1\r\n" + host + "\r\n").status, 501);
    QCOMPARE(ask(get("/hello")).status, 200);
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

/// Of a question with a body that does not matter nobody gets to see the body; the next request follows it.
void TestHttpServer::anIgnoredBodyIsReadAndDropped()
{
    HttpFixture fixture;
    RouteOptions any = Router::defaultOptions(HttpMethod::Post);
    any.body = BodyKind::Ignored;
    fixture.router().add(
        HttpMethod::Post, "/any",
        [](const HttpRequest &request, const Responder &respond) {
            respond(textResponse("[" + request.body + "]"));
        },
        any);
    fixture.start();
    const auto client = fixture.connect();
    for (const char *body : {"{\"a\":1}", "not json", ""}) {
        QVERIFY(client->send(post("/any", body)));
        const auto answer = client->response();
        QVERIFY(answer);
        QCOMPARE(answer->status, 200);
        QCOMPARE(answer->body, QByteArray("[]"));
    }
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

/// As many as fit: each is answered after the one before, not inside it.
void TestHttpServer::aBufferFullOfRequestsIsAnswered()
{
    constexpr int count = 5000;
    HttpFixture fixture;
    addRoutes(fixture.router());
    fixture.start(1);
    const auto client = RawClient::unixSocket(fixture.unixSocket());
    QVERIFY(client);
    std::thread sender([&client] { (void)client->send(get("/hello").repeated(count)); });
    int answered = 0;
    while (answered < count && client->response())
        ++answered;
    sender.join();
    QCOMPARE(answered, count);
}

/// What the kernel does not take at once follows when it does, and nothing twice.
void TestHttpServer::anAnswerWaitsForASlowReader()
{
    QByteArray body;
    for (int i = 0; body.size() < 3'000'000; ++i)
        body += QByteArray::number(i) + ' ';
    HttpFixture fixture;
    fixture.router().add(HttpMethod::Get, "/large", [&body](const HttpRequest &, const Responder &respond) {
        respond(textResponse(body));
    });
    fixture.start(1);
    const auto client = RawClient::unixSocket(fixture.unixSocket());
    QVERIFY(client && client->send(get("/large")));
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    for (int again = 0; again < 2; ++again) {
        const auto response = client->response();
        QVERIFY(response && response->bodyComplete);
        QVERIFY(response->body == body);
        if (again == 0)
            QVERIFY(client->send(get("/large")));
    }
}

void TestHttpServer::connectionsAreSpreadOverTheThreads()
{
    std::mutex mutex;
    std::map<std::thread::id, int> connectionsOf;
    HttpFixture fixture;
    fixture.router().add(HttpMethod::Get, "/who",
                         [&mutex, &connectionsOf](const HttpRequest &, const Responder &respond) {
                             const std::lock_guard lock(mutex);
                             ++connectionsOf[std::this_thread::get_id()];
                             respond(textResponse("here"));
                         });
    fixture.start(3);
    // Who may only reach the port has no say in it.
    std::vector<std::unique_ptr<RawClient>> strangers;
    for (int i = 0; i < 7; ++i) {
        strangers.push_back(fixture.connect());
        QVERIFY(strangers.back());
    }
    std::vector<std::unique_ptr<RawClient>> clients;
    const auto connectOne = [&] {
        clients.push_back(RawClient::unixSocket(fixture.unixSocket()));
        QVERIFY(clients.back() && clients.back()->send(get("/who")));
        QVERIFY(clients.back()->response());
    };
    for (int i = 0; i < 9; ++i)
        connectOne();
    std::vector<int> counts;
    for (const auto &[thread, count] : connectionsOf)
        counts.push_back(count);
    QCOMPARE(counts, (std::vector<int>{3, 3, 3}));
    // A place that became free is taken by the next.
    connectionsOf.clear();
    clients.erase(clients.begin(), clients.begin() + 3);
    QVERIFY(eventually([&fixture] { return fixture.server().connectionCount() == 13; }));
    for (int i = 0; i < 3; ++i)
        connectOne();
    for (const auto &client : clients) {
        QVERIFY(client->send(get("/who")));
        QVERIFY(client->response());
    }
    counts.clear();
    for (const auto &[thread, count] : connectionsOf)
        counts.push_back(count);
    std::sort(counts.begin(), counts.end());
    QCOMPARE(counts, (std::vector<int>{4, 4, 4})); // three that connected, nine that asked again
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

void TestHttpServer::whatAThrowingHandlerAnsweredIsDropped()
{
    HttpFixture fixture;
    auto snapshot = std::make_shared<int>(7);
    const std::weak_ptr<int> watch = snapshot;
    fixture.router().add(HttpMethod::Get, "/throw",
                         [&snapshot](const HttpRequest &, const Responder &respond) {
                             HttpResponse response = textResponse("half");
                             response.holdUntilSent = std::exchange(snapshot, nullptr);
                             respond(std::move(response));
                             throw std::runtime_error("afterwards");
                         });
    fixture.start();
    const auto client = fixture.connect();
    QVERIFY(client->send(get("/throw")));
    const auto answer = client->response();
    QVERIFY(answer);
    QCOMPARE(answer->status, 500);
    QVERIFY(!answer->body.contains("half"));
    // The connection stays, and nothing waits for it.
    QTRY_VERIFY(watch.expired());
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
    fixture.router().add(HttpMethod::Get, "/rows",
                         [&produced, alive](const HttpRequest &, const Responder &respond) mutable {
                             HttpResponse response;
                             response.headers.set("Content-Type", "application/x-ndjson");
                             response.stream = [&produced, keep = std::exchange(alive, nullptr)](
                                                   const std::function<void(BodyChunk)> &deliver) {
                                 const int row = produced++;
                                 std::thread([row, deliver] {
                                     deliver({QByteArray(10'000, 'r') + '\n',
                                              row == 999 ? BodyChunk::Kind::Last : BodyChunk::Kind::More});
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

QTEST_GUILESS_MAIN(TestHttpServer)
#include "tst_http_server.moc"
