// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/oauth/oauth_fixture.h"

#include "platform/gateway/identity_headers.h"

#include <QTest>

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
        for (const auto &ask : {&Platform::nginx, &Platform::forward, &Platform::envoy}) {
            HttpRequest request = ask("GET", "/api/v1/orders?page=2", bearer(token));
            request.headers.add("X-Request-Id", "gw-77");
            const HttpResponse response = platform.send(request);
            QCOMPARE(response.status, 200);
            QVERIFY(response.body.isEmpty());
            for (const QByteArray &name : identityHeaderNames())
                QVERIFY2(response.headers.count(name) == 1 && !response.headers.value(name).isEmpty(),
                         name.constData());
            QCOMPARE(response.headers.value("X-Partner-Id"), QByteArray("prt_1"));
            QCOMPARE(response.headers.value("X-Credential-Id"), Platform::clientId(1));
            QCOMPARE(response.headers.value("X-Credential-Generation"), QByteArray("1"));
            QCOMPARE(response.headers.value("X-Realm"), QByteArray("prd"));
            QCOMPARE(response.headers.value("X-Scopes"), QByteArray("orders:read accounts:read"));
            QCOMPARE(response.headers.value("X-Request-Id"), QByteArray("gw-77"));
            QVERIFY(response.headers.contains("RateLimit"));
            QVERIFY(response.holdUntilSent);
        }
        const auto records = platform.takeCalls();
        QCOMPARE(records.size(), std::size_t(3));
        QCOMPARE(records[2].method, u"GET"_s);
        QCOMPARE(records[2].path, u"/api/v1/orders"_s);
        QCOMPARE(records[2].source, u"198.51.100.4"_s);
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
        QCOMPARE(platform.send(Platform::nginx("GET", "/api/v1/orders", {{"Authorization", "Basic " + key}}))
                     .status,
                 401);
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

        PartnerRule partner = Fixture::partner();
        partner.limits.production = {0.5, 1, 0};
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

    // Envoy hands every status on as it is, and asks by the call's own method and target.
    void envoyAsksWithTheCallItself()
    {
        Platform platform;
        const HttpHeaders read = bearer(platform.token(1, "&scope=orders:read"));
        QCOMPARE(platform.send(Platform::envoy("GET", "/api/v1/orders?a=/b&%", read)).status, 200);
        QCOMPARE(platform.send(Platform::envoy("HEAD", "/api/v1/orders", read)).status, 200);
        const HttpResponse scope = platform.send(Platform::envoy("GET", "/api/v1/invoices", read));
        QCOMPARE(scope.status, 403);
        QCOMPARE(code(scope), u"scope_missing"_s);
        QCOMPARE(code(platform.send(Platform::envoy("DELETE", "/api/v1/orders", read))), u"route_unknown"_s);
        QCOMPARE(code(platform.send(Platform::envoy("OPTIONS", "/api/v1/orders", read))), u"route_unknown"_s);
        // Nothing behind the prefix is another address of ours, and nothing of it is resolved.
        for (const QByteArray path : {"/../authorize", "/%2e%2e/problem", "/../../../admin/v1/partners", "//",
                                      "/..;/orders", "", "?", "/api/v1/orders%2f..%2finvoices"}) {
            const HttpResponse response = platform.send(Platform::envoy("GET", path, read));
            QVERIFY2(response.status == 400 || response.status == 403, path.constData());
            QVERIFY2(response.headers.value("X-Decision-Id").startsWith("dec_"), path.constData());
        }
        HttpRequest beside = Platform::envoy("GET", "/api/v1/orders", read);
        beside.rawTarget = "/gateway/v1/envoyed/api/v1/orders";
        QCOMPARE(platform.send(beside).status, 404);
        // What the client says of method and target is nobody's word, and so is a question without a source.
        for (const char *name :
             {"X-Original-Method", "X-Original-URI", "X-Forwarded-Method", "X-Forwarded-Uri"}) {
            HttpRequest told = Platform::envoy("GET", "/api/v1/orders", read);
            told.headers.add(name, "GET");
            QVERIFY2(platform.send(told).status == 400, name);
        }
        HttpRequest nowhere = Platform::envoy("GET", "/api/v1/orders", read);
        nowhere.headers.remove("X-Original-For");
        QCOMPARE(platform.send(nowhere).status, 400);
        HttpRequest stranger = Platform::envoy("GET", "/api/v1/orders", read);
        stranger.listener = ListenerKind::Tcp;
        QCOMPARE(code(platform.send(stranger)), u"gateway_untrusted"_s);
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
        GatewayRegistry fresh(gatewayRegistryFile(platform.dir.path()), platform.recorded);
        QVERIFY(!fresh.find(QByteArray(32, 't'))); // the file alone opens nothing
        platform.recorded.add(rule);
        QCOMPARE(fresh.find(QByteArray(32, 't'))->name, u"edge"_s);
        Router router;
        mountGateway(router, std::make_shared<GatewayService>(GatewayDeps{
                                 *platform.authorizer, *platform.tokens, fresh, platform.clock, "pcx"}));
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
        QVERIFY(platform.takeCalls().size() == 1); // the untrusted question left no record
    }

    /// As the gateway says it; the gateway's own address is nobody's.
    void callsComeFromListedNetworks()
    {
        Platform platform;
        PartnerRule partner = Fixture::partner();
        NetworkRules rules;
        rules.production = {{u"198.51.100.0/24"_s, {}, {}, {}}};
        partner.networks = {networkRuleOf(rules)};
        platform.set(partner);
        const HttpHeaders token = bearer(Platform::text(2, 1, CredentialTextType::ApiKey));
        for (const auto &ask : {&Platform::nginx, &Platform::forward}) {
            HttpRequest request = ask("GET", "/api/v1/orders", token);
            QCOMPARE(platform.send(request).status, 200);
            const char *name = ask == &Platform::nginx ? "X-Original-For" : "X-Forwarded-For";
            request.headers.set(name, "203.0.113.4");
            const HttpResponse response = platform.send(request);
            QCOMPARE(response.status, 403);
            if (ask == &Platform::nginx)
                QCOMPARE(response.headers.value("X-Authz-Code"), QByteArray("network_not_allowed"));
            else
                QCOMPARE(code(response), u"network_not_allowed"_s);
        }
        const auto records = platform.takeCalls();
        QCOMPARE(records.size(), std::size_t(4));
        QCOMPARE(records[1].reason, DecisionReason::NetworkNotAllowed);
        QCOMPARE(records[1].partnerId, partner.id);
        QCOMPARE(records[1].source, u"203.0.113.4"_s);
    }

    void realmOfAGatewayIsAWall()
    {
        Platform platform;
        GatewayRule rule;
        rule.name = u"sandbox"_s;
        rule.thumbprint = QByteArray(32, 's');
        rule.realm = Realm::Sandbox;
        platform.recorded.add(rule);
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
            QTest::addRow("%s aliased", name.constData())
                << QByteArray(name).replace('-', '_') << QByteArray("x");
        }
        QTest::newRow("second method") << QByteArray("x-original-method") << QByteArray("GET");
        QTest::newRow("second uri") << QByteArray("X-Original-URI") << QByteArray("/api/v1/orders");
        QTest::newRow("aliased uri") << QByteArray("X_Original_URI") << QByteArray("/api/v1/orders");
        QTest::newRow("second source") << QByteArray("X-Original-For") << QByteArray("192.0.2.1");
        QTest::newRow("other dialect") << QByteArray("X-Forwarded-Uri") << QByteArray("/api/v1/orders");
        QTest::newRow("other dialect aliased")
            << QByteArray("X_Forwarded_Uri") << QByteArray("/api/v1/orders");
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
        QCOMPARE(platform.fixture.counters.quotaUsed(u"prt_1"_s, Realm::Production, QTimeZone::utc(), noon()),
                 0);
        QVERIFY(platform.takeCalls().empty());
    }

    void deprecatedRoutesSaySo()
    {
        Platform platform;
        const HttpResponse response =
            platform.send(Platform::nginx("GET", "/api/v1/orders/x/status", bearer(platform.token(1))));
        QCOMPARE(response.status, 200);
        QCOMPARE(response.headers.value("Deprecation"), QByteArray("@1772323200"));
        QCOMPARE(response.headers.value("Sunset"), QByteArray("Wed, 30 Jun 2027 00:00:00 GMT"));
        QVERIFY(!response.headers.contains("Link")); // it is of no version
    }

    /// In each dialect the partner gets 410 with where it goes on; nginx has to ask for it once more.
    void whatEndedIsGoneAndSaysWhere()
    {
        Platform platform;
        ApiVersion version;
        version.id = u"ver_1"_s;
        version.apiId = defaultCatalogue().api.id;
        version.pathPrefix = u"/api/v1/orders"_s;
        version.deprecatedAt = toDateTime(noon()).addDays(-2);
        version.sunsetAt = toDateTime(noon()).addDays(1);
        version.guideUrl = u"https://dev.example/guide"_s;
        version.sentence = u"Orders heißen jetzt „v2“."_s;
        const QByteArray link = "<https://dev.example/guide>; rel=\"deprecation\", "
                                "<https://dev.example/guide>; rel=\"sunset\"";
        platform.holder->publish([&](const Policy &policy) {
            QString why;
            return policy.withCatalogue(RouteCatalogue::compile({defaultCatalogue().api},
                                                                defaultCatalogue().routes, &why, {version}));
        });
        const auto ask = [&](const auto &dialect) {
            return platform.send(dialect("GET", "/api/v1/orders", bearer(platform.token(1))));
        };
        const HttpResponse before = ask(Platform::nginx);
        QCOMPARE(before.status, 200);
        QCOMPARE(before.headers.value("Link"), link);
        QVERIFY(before.headers.contains("Deprecation") && before.headers.contains("Sunset"));
        platform.clock.advance(24h);
        for (const auto &dialect : {&Platform::forward, &Platform::envoy}) {
            const HttpResponse gone = ask(*dialect);
            QCOMPARE(gone.status, 410);
            QCOMPARE(code(gone), u"version_ended"_s);
            QCOMPARE(Platform::json(gone).value("link"_L1).toString(), version.guideUrl);
            QCOMPARE(Platform::json(gone).value("detail"_L1).toString(), version.sentence);
            QCOMPARE(gone.headers.value("Link"), link);
        }
        const HttpResponse refused = ask(Platform::nginx);
        QCOMPARE(refused.status, 403);
        QCOMPARE(refused.headers.value("X-Authz-Status"), QByteArray("410"));
        QCOMPARE(refused.headers.value("Link"), link);
        HttpRequest again = Platform::get("/gateway/v1/problem",
                                          {{"X-Authz-Status", refused.headers.value("X-Authz-Status")},
                                           {"X-Authz-Code", refused.headers.value("X-Authz-Code")},
                                           {"X-Authz-Link", refused.headers.value("Link")},
                                           {"X-Authz-Detail", refused.headers.value("X-Authz-Detail")}});
        again.listener = ListenerKind::UnixSocket;
        const HttpResponse told = platform.send(again);
        QCOMPARE(told.status, 410);
        QCOMPARE(Platform::json(told).value("link"_L1).toString(), version.guideUrl);
        QCOMPARE(Platform::json(told).value("detail"_L1).toString(), version.sentence);
        const auto records = platform.takeCalls();
        QCOMPARE(records.back().reason, DecisionReason::VersionEnded);
        QCOMPARE(records.back().status, 410);
    }
};

QTEST_APPLESS_MAIN(TestGatewayEndpoint)
#include "tst_gateway_endpoint.moc"
