// SPDX-License-Identifier: GPL-3.0-or-later
// What one peer address that nobody knows can take from the others.
#include "tests/platform/http/http_fixture.h"
#include "tests/platform/http/http_words.h"

#include <QTest>

#include <mutex>
#include <optional>
#include <utility>
#include <vector>

using namespace pc::platform;
using namespace pc::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto stranger = "127.0.0.2";

/// A route that wants "X-Name" of its callers before it reads a body.
void addGuarded(Router &router, std::chrono::milliseconds bodyTimeout = {})
{
    RouteOptions options = Router::defaultOptions(HttpMethod::Post);
    options.bodyTimeout = bodyTimeout;
    options.admit = [](const HttpRequest &request) -> Admission {
        const QByteArray name = request.headers.value("X-Name");
        if (name.isEmpty())
            return {problemResponse(request, 401, "unauthorized", u"Who are you?"_s), {}};
        return {std::nullopt, "operator:" + name};
    };
    router.add(
        HttpMethod::Post, "/guarded",
        [](const HttpRequest &request, const Responder &respond) { respond(jsonResponse(request.body)); },
        options);
}

} // namespace

class TestHttpStrangers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void idleOnesOfOneAddressLeaveTheOthersAlone()
    {
        HttpFixture fixture;
        addRoutes(fixture.router());
        fixture.limits().connections = {64, 16, 16};
        fixture.start();
        const auto before = fixture.connect();
        QVERIFY(before->send(get("/hello")));
        QCOMPARE(before->response().value_or(RawResponse()).status, 200);
        std::vector<std::unique_ptr<RawClient>> idle;
        for (int i = 0; i < 200; ++i)
            idle.push_back(RawClient::plain(fixture.port(), stranger));
        QCOMPARE(fixture.ask(get("/hello")).value_or(RawResponse()).status, 200);
        QVERIFY(before->send(get("/hello"))); // was not closed for them
        QCOMPARE(before->response().value_or(RawResponse()).status, 200);
        QVERIFY(eventually([&] { return fixture.server().connectionCount() <= 18; }));
        // At the attacked address itself there is still a way in: the oldest go.
        const auto honest = fixture.connect(stranger);
        QVERIFY(honest);
        QVERIFY(honest->send(get("/hello")));
        QCOMPARE(honest->response().value_or(RawResponse()).status, 200);
    }

    void slowHandshakesAndHeadersAreCutOff()
    {
        HttpFixture fixture;
        addRoutes(fixture.router());
        fixture.limits().handshakeTimeout = 500ms;
        fixture.limits().strangerIdleTimeout = 300ms;
        fixture.start();
        const auto silent = RawClient::plain(fixture.port(), stranger);
        QVERIFY(silent->closedWithin(3000));
        const auto half = RawClient::plain(fixture.port(), stranger);
        QVERIFY(half->send(QByteArray("\x16\x03\x01\x02", 4))); // the begin of a hello
        QVERIFY(half->closedWithin(3000));
        const auto shaken = fixture.connect(stranger);
        QVERIFY(shaken->closedWithin(3000)); // no request came
    }

    void whoeverProvedThemselvesMayStayLonger()
    {
        HttpFixture fixture;
        addGuarded(fixture.router());
        fixture.limits().strangerIdleTimeout = 200ms;
        fixture.limits().idleTimeout = 20s;
        fixture.start();
        const auto known = fixture.connect();
        QVERIFY(known->send(post("/guarded", "{}", "X-Name: anna\r\n")));
        QCOMPARE(known->response().value_or(RawResponse()).status, 200);
        QVERIFY(!known->closedWithin(600));
    }

    void bodiesOfStrangersAreNotRead()
    {
        HttpFixture fixture;
        addGuarded(fixture.router());
        fixture.start();
        const QByteArray head = "POST /guarded HTTP/1.1\r\n" + host +
                                "Content-Type: application/json\r\nContent-Length: 1000000\r\n";
        for (const QByteArray &expect : {QByteArray(), QByteArray("Expect: 100-continue\r\n")}) {
            const auto client = fixture.connect(stranger);
            QVERIFY(client->send(head + expect + "\r\n")); // and no body: the answer must not wait for it
            QCOMPARE(client->response().value_or(RawResponse()).status, 401);
            QVERIFY(client->closedWithin(4000));
        }
        const auto known = fixture.connect();
        QVERIFY(known->send(post("/guarded", "{}", "Expect: 100-continue\r\nX-Name: anna\r\n")));
        auto answer = known->response();
        if (answer && answer->status == 100)
            answer = known->response();
        QCOMPARE(answer.value_or(RawResponse()).status, 200);
    }

    void aRouteMayGiveItsBodyLessTime()
    {
        HttpFixture fixture;
        addGuarded(fixture.router(), 200ms);
        fixture.start();
        const auto client = fixture.connect();
        QElapsedTimer timer;
        timer.start();
        QVERIFY(client->send(post("/guarded", "{\"a\":1}", "X-Name: anna\r\n").chopped(2)));
        QCOMPARE(client->response().value_or(RawResponse()).status, 408);
        QVERIFY(timer.elapsed() < 4000);
    }

    void oneCallerCannotHoldAllPlaces()
    {
        HttpFixture fixture;
        fixture.limits().perOperator = 4;
        std::mutex mutex;
        std::vector<Responder> held;
        RouteOptions options = Router::defaultOptions(HttpMethod::Get);
        options.admit = [](const HttpRequest &request) -> Admission {
            return {std::nullopt, request.headers.value("X-Name")};
        };
        fixture.router().add(
            HttpMethod::Get, "/feed",
            [&](const HttpRequest &, const Responder &respond) {
                const std::lock_guard lock(mutex);
                held.push_back(respond);
            },
            options);
        fixture.start();
        const auto ask = [&](const QByteArray &name) {
            auto client = fixture.connect();
            client->send("GET /feed HTTP/1.1\r\n" + host + "X-Name: " + name + "\r\n\r\n");
            return client;
        };
        std::vector<std::unique_ptr<RawClient>> feeds;
        for (int i = 0; i < 4; ++i)
            feeds.push_back(ask("anna"));
        const auto heldCount = [&] {
            const std::lock_guard lock(mutex);
            return held.size();
        };
        QVERIFY(eventually([&] { return heldCount() == 4; }));
        for (int i = 0; i < 20; ++i) {
            const auto more = ask("anna");
            const auto refused = more->response();
            QVERIFY(refused);
            QCOMPARE(refused->status, 503);
            QCOMPARE(refused->headers.value("Retry-After"), QByteArray("5"));
            QVERIFY(refused->body.contains("4 connections"));
            QCOMPARE(refused->headers.value("Connection"), QByteArray("close"));
        }
        feeds.push_back(ask("bert"));
        QVERIFY(eventually([&] { return heldCount() == 5; }));
        const std::lock_guard lock(mutex);
        held.clear();
    }

    void requestsBeyondThePaceWaitForTheirTurn()
    {
        HttpFixture fixture;
        addRoutes(fixture.router());
        fixture.limits().requests = {50, 5, 100};
        fixture.start();
        const auto fast = fixture.connect(stranger);
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 20; ++i) {
            QVERIFY(fast->send(get("/hello")));
            QCOMPARE(fast->response().value_or(RawResponse()).status, 200);
        }
        QVERIFY2(timer.elapsed() >= 250, qPrintable(QString::number(timer.elapsed())));
        timer.start();
        const auto other = fixture.connect();
        for (int i = 0; i < 4; ++i) {
            QVERIFY(other->send(get("/hello")));
            QCOMPARE(other->response().value_or(RawResponse()).status, 200);
        }
        QVERIFY(timer.elapsed() < 2000);
    }

    void handshakesBeyondThePaceWaitButNotBesideAGateway()
    {
        HttpFixture fixture;
        addRoutes(fixture.router());
        fixture.limits().handshakes = {4, 3, 100};
        fixture.clientCertificates = ClientCertificates::Optional;
        fixture.gatewayOf = [](const PeerCertificate &certificate) {
            return certificate.verified ? QByteArray("edge") : QByteArray();
        };
        fixture.makeClientCertificate(u"edge"_s, true);
        fixture.start();
        const auto tenFrom = [&](const QByteArray &source) {
            QElapsedTimer timer;
            timer.start();
            for (int i = 0; i < 10; ++i) {
                if (!fixture.connect(source))
                    return qint64(-1);
            }
            return timer.elapsed();
        };
        QVERIFY(tenFrom(stranger) >= 1500);
        TlsClientOptions gateway = fixture.clientOptions();
        gateway.source = "127.0.0.3";
        gateway.certificateFile = fixture.file(u"edge.pem"_s);
        gateway.keyFile = fixture.file(u"edge.key"_s);
        const auto proven = RawClient::tls(fixture.port(), gateway);
        QVERIFY(proven);
        QVERIFY(proven->send(get("/hello")));
        QCOMPARE(proven->response().value_or(RawResponse()).status, 200);
        const qint64 beside = tenFrom("127.0.0.3");
        QVERIFY2(beside >= 0 && beside < 1500, qPrintable(QString::number(beside)));
    }

    /// A handler whose work waits can ask whether anybody still waits for it, from any thread, whatever else
    /// the client had sent before it went; and after the connection has ended, too.
    void aHandlerLearnsThatItsClientIsGone_data()
    {
        QTest::addColumn<bool>("overTls");
        QTest::addColumn<bool>("reset");
        QTest::addColumn<QByteArray>("behind"); // not read while the first request is in work
        for (const bool overTls : {true, false}) {
            for (const bool reset : {true, false}) {
                QTest::addRow("%s, %s", overTls ? "TLS" : "socket", reset ? "reset" : "closed")
                    << overTls << reset << QByteArray();
                QTest::addRow("%s, %s, with another request unread", overTls ? "TLS" : "socket",
                              reset ? "reset" : "closed")
                    << overTls << reset << get("/hello");
            }
        }
    }
    void aHandlerLearnsThatItsClientIsGone()
    {
        QFETCH(bool, overTls);
        QFETCH(bool, reset);
        QFETCH(QByteArray, behind);
        HttpFixture fixture;
        addRoutes(fixture.router());
        std::mutex mutex;
        std::optional<HttpRequest> seen;
        Responder held;
        fixture.router().add(HttpMethod::Get, "/wait",
                             [&](const HttpRequest &request, const Responder &respond) {
                                 const std::lock_guard lock(mutex);
                                 seen = request;
                                 held = respond;
                             });
        fixture.start();
        auto client = overTls ? fixture.connect() : RawClient::unixSocket(fixture.unixSocket());
        QVERIFY(client && client->send(get("/wait") + behind));
        const auto isGone = [&] {
            const std::lock_guard lock(mutex);
            return seen && seen->isPeerGone();
        };
        QVERIFY(eventually([&] {
            const std::lock_guard lock(mutex);
            return seen.has_value();
        }));
        QVERIFY(!isGone());
        if (reset)
            client->reset();
        client.reset();
        QVERIFY(eventually(isGone));
        {
            const std::lock_guard lock(mutex);
            std::exchange(held, {})(textResponse("late"));
        }
        QVERIFY(eventually([&] { return fixture.server().connectionCount() == 0; }));
        QVERIFY(isGone());
    }
};

QTEST_GUILESS_MAIN(TestHttpStrangers)
#include "tst_http_strangers.moc"
