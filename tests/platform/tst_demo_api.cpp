// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth_world.h"

#include <QTest>

#include <rapidcheck.h>

using namespace testing;

namespace {

HttpHeaders bearer(const QByteArray &token)
{
    return {{"Authorization", "Bearer " + token}};
}

} // namespace

class TestDemoApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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
        const QByteArray id =
            Platform::json(orders).value("items"_L1)[0].toObject().value("id"_L1).toString().toLatin1();
        QCOMPARE(list(mine, "/api/v1/orders/" + id).status, 200);
        const HttpResponse foreign = list(theirs, "/api/v1/orders/" + id);
        const HttpResponse unknown = list(theirs, "/api/v1/orders/ord_nothing");
        QCOMPARE(foreign.status, 404);
        QCOMPARE(foreign.body, unknown.body);
        // Nothing a caller says about itself selects data.
        QCOMPARE(list(mine, "/api/v1/orders?partner_id=prt_2").body, orders.body);
        QCOMPARE(
            platform.send(Platform::get("/api/v1/orders", {{"X-Api-Key", mine}, {"X-Partner-Id", "prt_2"}}))
                .status,
            400);
    }

    void demoTakesOrders()
    {
        Platform platform;
        CredentialRule writer = platform.world.credential(2, CredentialKind::ApiKey);
        writer.scopes.append(u"orders:write"_s);
        platform.set(writer);
        HttpRequest request = Platform::get(
            "/api/v1/orders", {{"X-Api-Key", Platform::text(2, 1, CredentialTextType::ApiKey)}});
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
            {},
            bearer(token),
            bearer(token + "x"),
            bearer(platform.token(1, "&scope=accounts:read")),
            bearer(Platform::text(1)),
            {{"X-Api-Key", Platform::text(2, 1, CredentialTextType::ApiKey)}},
            {{"X-Api-Key", "garbage"}},
            {{"X-Api-Key", Platform::text(7, 1, CredentialTextType::ApiKey)}},
            {{"X-Api-Key", Platform::text(2, 2, CredentialTextType::ApiKey)}},
            {{"X-Api-Key", Platform::text(2, 1, CredentialTextType::ApiKey)},
             {"Authorization", "Bearer " + token}},
            {{"Authorization", "Bearer " + token}, {"X-Partner-Id", "prt_2"}}};
        static const QByteArrayList paths{"/api/v1/orders",
                                          "/api/v1/orders/x",
                                          "/api/v1/invoices",
                                          "/api/v1/accounts/a1/balance",
                                          "/api/v1/accounts/a2/balance",
                                          "/api/v1/nothing",
                                          "/api/v1/orders/",
                                          "/api/v1",
                                          "/api/v1/orders?x=1",
                                          "/api/v1/probe",
                                          "/api/v1/%6frders",
                                          "/api/v1/orders/x/status"};
        static const std::vector<HttpMethod> methods{HttpMethod::Get, HttpMethod::Post, HttpMethod::Delete,
                                                     HttpMethod::Head, HttpMethod::Put};
        // The three calls of a trial stand seconds apart: none may have a token's last second between them.
        const qint64 tokenLife = 600; // seconds
        qint64 elapsed = 0;
        QVERIFY(rc::check("same call, same answer", [&] {
            if (elapsed < tokenLife && elapsed + 3 >= tokenLife) {
                platform.clock.advance(5s);
                elapsed += 5;
            }
            elapsed += 2;
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
};

QTEST_APPLESS_MAIN(TestDemoApi)
#include "tst_demo_api.moc"
