// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth_world.h"

#include "platform/gateway/identity_headers.h"
#include "platform/gateway/probe_client.h"

#include <QTcpServer>
#include <QTest>

#include <rapidcheck.h>

#include <thread>

using namespace testing;

namespace {

HttpHeaders bearer(const QByteArray &token)
{
    return {{"Authorization", "Bearer " + token}};
}

QString code(const HttpResponse &response)
{
    return Platform::json(response).value("code"_L1).toString();
}

} // namespace

class TestGatewayEndpoint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allowIsExactly200WithEveryIdentityHeader()
    {
        Platform platform;
        const QByteArray token = platform.token(1);
        for (const auto &ask : {&Platform::nginx, &Platform::forward}) {
            HttpRequest request = ask("GET", "/api/v1/orders?page=2", bearer(token));
            request.headers.add("X-Request-Id", "gw-77");
            const HttpResponse response = platform.send(request);
            QCOMPARE(response.status, 200);
            QVERIFY(response.body.isEmpty());
            for (const QByteArray &name : identityHeaderNames())
                QVERIFY2(response.headers.count(name) == 1 && !response.headers.value(name).isEmpty(), name.constData());
            QCOMPARE(response.headers.value("X-Partner-Id"), QByteArray("prt_1"));
            QCOMPARE(response.headers.value("X-Credential-Id"), Platform::clientId(1));
            QCOMPARE(response.headers.value("X-Credential-Generation"), QByteArray("1"));
            QCOMPARE(response.headers.value("X-Realm"), QByteArray("prd"));
            QCOMPARE(response.headers.value("X-Scopes"), QByteArray("orders:read accounts:read"));
            QCOMPARE(response.headers.value("X-Request-Id"), QByteArray("gw-77"));
            QVERIFY(response.headers.contains("RateLimit"));
            QVERIFY(response.holdUntilSent);
        }
        const auto records = platform.calls.takeNow().records;
        QCOMPARE(records.size(), std::size_t(2));
        QCOMPARE(records[0].source, u"198.51.100.4"_s);
        QCOMPARE(records[0].requestId, u"gw-77"_s);
        QCOMPARE(records[0].path, u"/api/v1/orders"_s);
        QCOMPARE(records[0].gateway, u"local socket"_s);
    }

    void apiKeysWorkBothWays()
    {
        Platform platform;
        const QByteArray key = Platform::text(2, 1, CredentialTextType::ApiKey);
        QCOMPARE(platform.send(Platform::nginx("GET", "/api/v1/orders", {{"X-Api-Key", key}})).status, 200);
        QCOMPARE(platform.send(Platform::nginx("GET", "/api/v1/orders", bearer(key))).status, 200);
        HttpHeaders both = bearer(key);
        both.add("X-Api-Key", key);
        QCOMPARE(platform.send(Platform::nginx("GET", "/api/v1/orders", both)).status, 401);
        QCOMPARE(platform.send(Platform::nginx("GET", "/api/v1/orders", {{"X_Api_Key", key}})).status, 401);
        QCOMPARE(platform.send(Platform::nginx("GET", "/api/v1/orders", {{"Authorization", "Basic " + key}})).status, 401);
    }

    void dialects()
    {
        Platform platform;
        const QByteArray token = platform.token(1, "&scope=orders:read");
        // nginx passes 401 and 403 only.
        HttpResponse nginx = platform.send(Platform::nginx("GET", "/api/v1/invoices", bearer(token)));
        QCOMPARE(nginx.status, 403);
        QCOMPARE(nginx.headers.value("X-Authz-Status"), QByteArray("403"));
        QCOMPARE(nginx.headers.value("X-Authz-Code"), QByteArray("scope_missing"));
        QVERIFY(nginx.body.isEmpty());
        HttpResponse forward = platform.send(Platform::forward("GET", "/api/v1/invoices", bearer(token)));
        QCOMPARE(forward.status, 403);
        QCOMPARE(forward.headers.value("Content-Type"), QByteArray("application/problem+json"));
        QCOMPARE(code(forward), u"scope_missing"_s);
        QCOMPARE(Platform::json(forward).value("scope"_L1).toString(), u"invoices:read"_s);
        QVERIFY(forward.headers.value("WWW-Authenticate").contains("insufficient_scope"));

        PartnerRule partner = World::partner();
        partner.productionLimits = {0.5, 1, 0};
        platform.set(partner);
        QCOMPARE(platform.send(Platform::nginx("GET", "/api/v1/orders", bearer(token))).status, 200);
        nginx = platform.send(Platform::nginx("GET", "/api/v1/orders", bearer(token)));
        QCOMPARE(nginx.status, 403);
        QCOMPARE(nginx.headers.value("X-Authz-Status"), QByteArray("429"));
        QCOMPARE(nginx.headers.value("Retry-After"), QByteArray("2"));
        forward = platform.send(Platform::forward("GET", "/api/v1/orders", bearer(token)));
        QCOMPARE(forward.status, 429);
        QCOMPARE(forward.headers.value("Retry-After"), QByteArray("2"));
        QCOMPARE(Platform::json(forward).value("retry_after"_L1).toInt(), 2);
        platform.clock.advance(2s);
        QCOMPARE(platform.send(Platform::forward("GET", "/api/v1/orders", bearer(token))).status, 200);

        nginx = platform.send(Platform::nginx("GET", "/api/v1/../orders", bearer(token)));
        QCOMPARE(nginx.status, 403);
        QCOMPARE(nginx.headers.value("X-Authz-Status"), QByteArray("400"));
    }

    // What nginx asks for after a refusal becomes the true answer.
    void problemBodies()
    {
        Platform platform;
        HttpRequest ask = Platform::nginx("GET", "/api/v1/orders");
        ask.rawTarget = "/gateway/v1/problem";
        ask.headers.add("X-Authz-Code", "rate_limited");
        ask.headers.add("X-Authz-Retry-After", "7");
        ask.headers.add("X-Authz-Decision-Id", "dec_1");
        const HttpResponse response = platform.send(ask);
        QCOMPARE(response.status, 429);
        QCOMPARE(response.headers.value("Retry-After"), QByteArray("7"));
        QCOMPARE(Platform::json(response).value("decision_id"_L1).toString(), u"dec_1"_s);
        ask.headers.set("X-Authz-Code", "made_up");
        QCOMPARE(platform.send(ask).status, 403);
        ask.listener = ListenerKind::Tcp;
        QCOMPARE(code(platform.send(ask)), u"gateway_untrusted"_s);
    }

    void onlyRegisteredGatewaysGetADecision()
    {
        Platform platform;
        const QByteArray token = platform.token(1);
        HttpRequest request = Platform::forward("GET", "/api/v1/orders", bearer(token));
        request.listener = ListenerKind::Tcp;
        request.peerAddress = "127.0.0.1";
        QCOMPARE(code(platform.send(request)), u"gateway_untrusted"_s);
        request.peerCertificate = PeerCertificate{"der", QByteArray(32, 't'), true};
        QCOMPARE(code(platform.send(request)), u"gateway_untrusted"_s);
        GatewayRule rule;
        rule.name = u"edge"_s;
        rule.thumbprint = QByteArray(32, 't');
        QVERIFY(GatewayRegistry::add(gatewayRegistryFile(platform.dir.path()), rule).has_value());
        GatewayRegistry fresh(gatewayRegistryFile(platform.dir.path()));
        QCOMPARE(fresh.find(QByteArray(32, 't'))->name, u"edge"_s);
        Router router;
        mountGateway(router, std::make_shared<GatewayService>(GatewayParts{*platform.authorizer, *platform.tokens, fresh, platform.clock, "pcx"}));
        const auto status = [&](const HttpRequest &asked) {
            int found = 0;
            HttpRequest copy = asked;
            copy.receivedAt = std::chrono::steady_clock::time_point(platform.clock.now().steady);
            router.dispatch(copy, [&found](const HttpResponse &response) { found = response.status; });
            return found;
        };
        QCOMPARE(status(request), 200);
        request.peerCertificate->verified = false; // self-signed: somebody's key, but not one we know
        QCOMPARE(status(request), 403);
        QVERIFY(platform.calls.takeNow().records.size() == 1); // the untrusted question left no record
    }

    void registryKeepsWhatItIsTold()
    {
        QTemporaryDir dir;
        const QString file = gatewayRegistryFile(dir.path());
        GatewayRule rule{u"edge"_s, QByteArray(32, 'a'), Realm::Sandbox, u"https://edge.example/api/v1/probe"_s, u"/ca.pem"_s,
                         toDateTime(noon()), toDateTime(noon() + 24h)};
        QVERIFY(GatewayRegistry::read(file)->empty());
        QVERIFY(GatewayRegistry::add(file, rule).has_value());
        QVERIFY(!GatewayRegistry::add(file, rule).has_value());
        QCOMPARE(GatewayRegistry::read(file)->front(), rule);
        GatewayRegistry registry(file);
        QCOMPARE(registry.all().size(), std::size_t(1));
        QVERIFY(GatewayRegistry::remove(file, u"edge"_s).has_value());
        QVERIFY(!GatewayRegistry::remove(file, u"edge"_s).has_value());
        QTRY_VERIFY_WITH_TIMEOUT(registry.all().empty(), 5000); // taken over by itself
        QFile damaged(file);
        QVERIFY(damaged.open(QIODevice::WriteOnly));
        damaged.write("{\"gateways\":[{\"name\":\"x\",\"thumbprint\":\"00\"}]}");
        damaged.close();
        QVERIFY(!GatewayRegistry::read(file).has_value());
        QVERIFY(GatewayRegistry(file).all().empty());
    }

    void realmOfAGatewayIsAWall()
    {
        Platform platform;
        GatewayRule rule;
        rule.name = u"sandbox"_s;
        rule.thumbprint = QByteArray(32, 's');
        rule.realm = Realm::Sandbox;
        QVERIFY(GatewayRegistry::add(gatewayRegistryFile(platform.dir.path()), rule).has_value());
        HttpRequest request = Platform::forward("GET", "/api/v1/orders", bearer(platform.token(1)));
        request.listener = ListenerKind::Tcp;
        request.peerCertificate = PeerCertificate{"der", QByteArray(32, 's'), true};
        QCOMPARE(code(platform.send(request)), u"realm_wrong"_s);
    }

    void suspiciousHeadersAreRefused_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("value");
        for (const QByteArray &name : identityHeaderNames()) {
            QTest::addRow("%s", name.constData()) << name << QByteArray("x");
            QTest::addRow("%s aliased", name.constData()) << QByteArray(name).replace('-', '_') << QByteArray("x");
        }
        QTest::newRow("second method") << QByteArray("x-original-method") << QByteArray("GET");
        QTest::newRow("second uri") << QByteArray("X-Original-URI") << QByteArray("/api/v1/orders");
        QTest::newRow("aliased uri") << QByteArray("X_Original_URI") << QByteArray("/api/v1/orders");
        QTest::newRow("second source") << QByteArray("X-Original-For") << QByteArray("192.0.2.1");
        QTest::newRow("other dialect") << QByteArray("X-Forwarded-Uri") << QByteArray("/api/v1/orders");
        QTest::newRow("other dialect aliased") << QByteArray("X_Forwarded_Uri") << QByteArray("/api/v1/orders");
        QTest::newRow("status") << QByteArray("X-Authz-Status") << QByteArray("200");
    }

    void suspiciousHeadersAreRefused()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, value);
        Platform platform;
        HttpHeaders headers = bearer(platform.token(1));
        headers.add(name, value);
        const HttpResponse response = platform.send(Platform::nginx("GET", "/api/v1/orders", headers));
        QCOMPARE(response.status, 403);
        QCOMPARE(response.headers.value("X-Authz-Status"), QByteArray("400"));
    }

    void questionsAreCheckedForShape()
    {
        Platform platform;
        const HttpHeaders good = bearer(platform.token(1));
        const auto status = [&](const QByteArray &method, const QByteArray &source) {
            HttpRequest request = Platform::forward(method, "/api/v1/orders", good);
            request.headers.set("X-Forwarded-For", source);
            return platform.send(request).status;
        };
        QCOMPARE(status("GET", "198.51.100.4"), 200);
        QCOMPARE(status("GET", "2001:db8::1"), 200);
        QCOMPARE(status("GET", "198.51.100.4, 10.0.0.1"), 400);
        QCOMPARE(status("GET", "unknown"), 400);
        QCOMPARE(status("GET /", "198.51.100.4"), 400);
        QCOMPARE(status("", "198.51.100.4"), 400);
        HttpRequest bare = Platform::get("/gateway/v1/authorize", good);
        bare.listener = ListenerKind::UnixSocket;
        QCOMPARE(platform.send(bare).status, 400);
    }

    void lateQuestionsAreNotCounted()
    {
        Platform platform;
        HttpRequest request = Platform::forward("GET", "/api/v1/orders", bearer(platform.token(1)));
        request.requestId = "r";
        request.receivedAt = std::chrono::steady_clock::time_point(platform.clock.now().steady);
        platform.clock.advance(GatewayService::deadline + 1ms);
        std::optional<HttpResponse> answer;
        platform.router.dispatch(request, [&](HttpResponse response) { answer = std::move(response); });
        QCOMPARE(answer->status, 429);
        QCOMPARE(code(*answer), u"overloaded"_s);
        QCOMPARE(platform.world.counters.quotaUsed(u"prt_1"_s, Realm::Production, QTimeZone::utc(), noon()), 0);
        QVERIFY(platform.calls.takeNow().records.empty());
    }

    void deprecatedRoutesSaySo()
    {
        Platform platform;
        const HttpResponse response = platform.send(Platform::nginx("GET", "/api/v1/orders/x/status", bearer(platform.token(1))));
        QCOMPARE(response.status, 200);
        QCOMPARE(response.headers.value("Deprecation"), QByteArray("@1772323200"));
        QCOMPARE(response.headers.value("Sunset"), QByteArray("Wed, 30 Jun 2027 00:00:00 GMT"));
    }

    void demoShowsEachPartnerItsOwnOnly()
    {
        Platform platform;
        platform.set(World::partner(2));
        platform.set(platform.world.credential(8, CredentialKind::ApiKey, Realm::Production, 2));
        const auto list = [&](const QByteArray &key, const QByteArray &path) {
            return platform.send(Platform::get(path, {{"X-Api-Key", key}}));
        };
        const QByteArray mine = Platform::text(2, 1, CredentialTextType::ApiKey);
        const QByteArray theirs = Platform::text(8, 1, CredentialTextType::ApiKey);
        const HttpResponse orders = list(mine, "/api/v1/orders");
        QCOMPARE(orders.status, 200);
        QCOMPARE(list(mine, "/api/v1/orders").body, orders.body);
        QVERIFY(list(theirs, "/api/v1/orders").body != orders.body);
        const QByteArray id = Platform::json(orders).value("items"_L1)[0].toObject().value("id"_L1).toString().toLatin1();
        QCOMPARE(list(mine, "/api/v1/orders/" + id).status, 200);
        const HttpResponse foreign = list(theirs, "/api/v1/orders/" + id);
        const HttpResponse unknown = list(theirs, "/api/v1/orders/ord_nothing");
        QCOMPARE(foreign.status, 404);
        QCOMPARE(foreign.body, unknown.body);
        // Nothing a caller says about itself selects data.
        QCOMPARE(list(mine, "/api/v1/orders?partner_id=prt_2").body, orders.body);
        QCOMPARE(platform.send(Platform::get("/api/v1/orders", {{"X-Api-Key", mine}, {"X-Partner-Id", "prt_2"}})).status, 400);
    }

    void demoTakesOrders()
    {
        Platform platform;
        CredentialRule writer = platform.world.credential(2, CredentialKind::ApiKey);
        writer.scopes.append(u"orders:write"_s);
        platform.set(writer);
        HttpRequest request = Platform::get("/api/v1/orders", {{"X-Api-Key", Platform::text(2, 1, CredentialTextType::ApiKey)}});
        request.method = HttpMethod::Post;
        request.body = R"({"product_id":"prd_001","quantity":2})";
        QCOMPARE(platform.send(request).status, 201);
        request.body = R"({"product_id":"prd_999","quantity":2})";
        QCOMPARE(platform.send(request).status, 422);
        request.body = QByteArray(100'000, 'x');
        QCOMPARE(platform.send(request).status, 413);
    }

    // The demo API and the gateway endpoint are one decision: for any call both say the same.
    void demoAndGatewayDecideAlike()
    {
        Platform platform;
        PartnerRule partner = World::partner();
        partner.productionLimits = {1e6, 1000000, 0};
        partner.resources = {{u"account_id"_s, {u"a1"_s}}};
        platform.set(partner);
        CredentialRule revoked = platform.world.credential(7);
        revoked.state = CredentialState::Revoked;
        platform.set(revoked);
        const QByteArray token = platform.token(1);
        const std::vector<HttpHeaders> credentials{
            {}, bearer(token), bearer(token + "x"), bearer(platform.token(1, "&scope=accounts:read")), bearer(Platform::text(1)),
            {{"X-Api-Key", Platform::text(2, 1, CredentialTextType::ApiKey)}}, {{"X-Api-Key", "garbage"}},
            {{"X-Api-Key", Platform::text(7, 1, CredentialTextType::ApiKey)}}, {{"X-Api-Key", Platform::text(2, 2, CredentialTextType::ApiKey)}},
            {{"X-Api-Key", Platform::text(2, 1, CredentialTextType::ApiKey)}, {"Authorization", "Bearer " + token}},
            {{"Authorization", "Bearer " + token}, {"X-Partner-Id", "prt_2"}}};
        static const QByteArrayList paths{"/api/v1/orders", "/api/v1/orders/x", "/api/v1/invoices", "/api/v1/accounts/a1/balance",
                                          "/api/v1/accounts/a2/balance", "/api/v1/nothing", "/api/v1/orders/", "/api/v1",
                                          "/api/v1/orders?x=1", "/api/v1/probe", "/api/v1/%6frders", "/api/v1/orders/x/status"};
        static const std::vector<HttpMethod> methods{HttpMethod::Get, HttpMethod::Post, HttpMethod::Delete, HttpMethod::Head, HttpMethod::Put};
        QVERIFY(rc::check("same call, same answer", [&] {
            const HttpHeaders headers = credentials[*rc::gen::inRange<std::size_t>(0, credentials.size())];
            const QByteArray path = paths[*rc::gen::inRange<qsizetype>(0, paths.size())];
            const HttpMethod method = methods[*rc::gen::inRange<std::size_t>(0, methods.size())];
            HttpRequest direct = Platform::get(path, headers);
            direct.method = method;
            direct.peerAddress = "198.51.100.4";
            (void)platform.calls.takeNow();
            (void)platform.send(direct);
            platform.clock.advance(1s);
            (void)platform.send(Platform::forward(methodName(method), path, headers));
            platform.clock.advance(1s);
            (void)platform.send(Platform::nginx(methodName(method), path, headers));
            auto records = platform.calls.takeNow().records;
            RC_PRE(records.size() == 3);
            for (CallRecord &each : records) {
                each.id.clear();
                each.at = {};
                each.micros = 0;
                each.gateway.clear();
            }
            RC_ASSERT(records[0] == records[1]);
            RC_ASSERT(records[0] == records[2]);
        }));
    }

    void revocationIsProven()
    {
        Platform platform;
        const RevocationProbe probe(*platform.authorizer, *platform.tokens, *platform.holder, *platform.gateways, platform.clock);
        RevocationProbe::Run run = probe.begin(id16(2), 0);
        QCOMPARE(run.generation, 1);
        run.before = probe.ask(run);
        QVERIFY(run.before.front().accepted);
        QVERIFY(!RevocationProbe::proofOf(run).proven);
        CredentialRule rule = platform.world.credential(2);
        rule.state = CredentialState::Revoked;
        const auto waited = platform.holder->publishAndWait([&](const Policy &policy) { return policy.withCredential(rule); }, 10s);
        QVERIFY(waited.drained);
        run.after = probe.ask(run);
        QCOMPARE(run.after.front().status, 401);
        QCOMPARE(run.after.front().snapshot, waited.number);
        const RevocationProof proof = RevocationProbe::proofOf(run);
        QVERIFY(proof.proven);
        QVERIFY(proof.before.front().decisionId != proof.after.front().decisionId);
        QVERIFY(probe.begin("nobody0000000000", 1).token.isEmpty());
        // A probe token opens the probe route and no other, here as behind a gateway.
        run = probe.begin(id16(1), 1);
        const HttpHeaders headers = bearer(run.token.view().toByteArray());
        QCOMPARE(platform.send(Platform::get("/api/v1/probe", headers)).status, 204);
        QCOMPARE(platform.send(Platform::get("/api/v1/orders", headers)).status, 403);
    }

    void gatewaysAreAskedOverHttp()
    {
        QTcpServer server; // stands for a gateway: answers once with what the shipped configurations pass on
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const QString url = u"http://127.0.0.1:%1/api/v1/probe"_s.arg(server.serverPort());
        ProbeAnswer answer;
        std::thread asker([&] { answer = probeGateway(url, {}, Secret::copyOf("token-1"), 10s); });
        QVERIFY(server.waitForNewConnection(10'000));
        QTcpSocket *socket = server.nextPendingConnection();
        QByteArray asked;
        while (!asked.contains("\r\n\r\n") && socket->waitForReadyRead(10'000))
            asked += socket->readAll();
        QVERIFY(asked.startsWith("GET /api/v1/probe HTTP/1.1\r\n"));
        QVERIFY(asked.contains("Authorization: Bearer token-1\r\n"));
        socket->write("HTTP/1.1 204 No Content\r\nX-Decision-Id: dec_9\r\nX-Policy-Snapshot: 42\r\n\r\n");
        QVERIFY(socket->waitForBytesWritten(10'000));
        socket->disconnectFromHost();
        asker.join();
        QCOMPARE(answer.status, 204);
        QCOMPARE(answer.decisionId, u"dec_9"_s);
        QCOMPARE(answer.snapshot, 42);
        server.close();
        QCOMPARE(probeGateway(url, {}, Secret::copyOf("t"), 300ms).status, 0);
        QCOMPARE(probeGateway(u"ftp://127.0.0.1/"_s, {}, Secret::copyOf("t"), 300ms).status, 0);
    }
};

QTEST_GUILESS_MAIN(TestGatewayEndpoint)
#include "tst_gateway_endpoint.moc"
