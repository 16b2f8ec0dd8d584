// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/oauth/oauth_fixture.h"

#include "contract/crypto/hashing.h"
#include "platform/demo/demo_data.h"

#include <QTest>

#include <rapidcheck.h>

using namespace testing;

namespace {

HttpHeaders bearer(const QByteArray &token)
{
    return {{"Authorization", "Bearer " + token}};
}

/// The key of a credential that may do everything the default catalogue offers.
QByteArray fullAccess(Platform &platform)
{
    PartnerRule partner = Fixture::partner();
    CredentialRule all = platform.fixture.credential(2, CredentialKind::ApiKey);
    partner.scopes.clear();
    all.scopes.clear();
    for (const Scope &scope : defaultCatalogue().scopes) {
        partner.scopes.append(scope.name);
        all.scopes.append(scope.name);
    }
    partner.resources = {{u"account_id"_s, {u"a1"_s}}};
    partner.limits.production = {1e6, 1000000, 0};
    platform.set(partner);
    platform.set(all);
    return Platform::text(2, 1, CredentialTextType::ApiKey);
}

} // namespace

class TestDemoApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void demoShowsEachPartnerItsOwnOnly()
    {
        Platform platform;
        platform.set(Fixture::partner(2));
        platform.set(platform.fixture.credential(8, CredentialKind::ApiKey, Realm::Production, 2));
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
        CredentialRule writer = platform.fixture.credential(2, CredentialKind::ApiKey);
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

    /// From one to a thousand of a product that there is.
    void ordersHaveBounds()
    {
        Platform platform;
        const QByteArray key = fullAccess(platform);
        const auto place = [&](const QByteArray &body) {
            HttpRequest request = Platform::get("/api/v1/orders", {{"X-Api-Key", key}});
            request.method = HttpMethod::Post;
            request.body = body;
            return platform.send(request);
        };
        for (const auto &[quantity, status] : {std::pair("0", 422),
                                               {"1", 201},
                                               {"1000", 201},
                                               {"1001", 422},
                                               {"-1", 422},
                                               {"1.5", 422},
                                               {"\"2\"", 422},
                                               {"null", 422}})
            QCOMPARE(place(R"({"product_id":"prd_012","quantity":)" + QByteArray(quantity) + '}').status,
                     status);
        for (const char *body :
             {"", "[]", "{}", R"({"quantity":2})", R"([{"product_id":"prd_001","quantity":2}])"})
            QCOMPARE(place(body).status, 422);
        const HttpResponse made = place(R"({"product_id":"prd_012","quantity":7})");
        const QJsonObject order = Platform::json(made);
        QCOMPARE(order.value("state"_L1).toString(), u"open"_s);
        QCOMPARE(order.value("product_id"_L1).toString(), u"prd_012"_s);
        QCOMPARE(order.value("quantity"_L1).toInt(), 7);
        QCOMPARE(u"dec_"_s + order.value("id"_L1).toString().mid(4),
                 QString::fromLatin1(made.headers.value("X-Decision-Id")));
    }

    /// An order that is open can be cancelled, any other cannot.
    void onlyOpenOrdersAreCancelled()
    {
        Platform platform;
        const QByteArray key = fullAccess(platform);
        const auto cancel = [&](const QString &id) {
            HttpRequest request =
                Platform::get("/api/v1/orders/" + id.toLatin1() + "/cancel", {{"X-Api-Key", key}});
            request.method = HttpMethod::Post;
            return platform.send(request);
        };
        int cancelled = 0;
        int kept = 0;
        const QJsonArray orders = DemoData(u"prt_1"_s, Realm::Production).orders();
        for (const QJsonValue &each : orders) {
            QJsonObject order = each.toObject();
            const bool open = order.value("state"_L1) == "open"_L1;
            const HttpResponse answer = cancel(order.value("id"_L1).toString());
            QCOMPARE(answer.status, open ? 200 : 409);
            order.insert("state"_L1, "cancelled"_L1);
            if (open)
                QCOMPARE(Platform::json(answer), order);
            (open ? cancelled : kept) += 1;
        }
        QVERIFY(cancelled > 0 && kept > 0);
        QCOMPARE(cancel(u"ord_none"_s).status, 404);
    }

    /// Each route gives what it is for; one by its id, and none that is not there.
    void everyRouteGivesItsOwn()
    {
        Platform platform;
        const QByteArray key = fullAccess(platform);
        const DemoData data(u"prt_1"_s, Realm::Production);
        const auto get = [&](const QByteArray &path) {
            return platform.send(Platform::get("/api/v1/" + path, {{"X-Api-Key", key}}));
        };
        const auto itemsOf = [&](const QByteArray &path) {
            return Platform::json(get(path)).value("items"_L1).toArray();
        };
        for (const auto &[path, list] : {std::pair<QByteArray, QJsonArray>{"products", data.products()},
                                         {"orders", data.orders()},
                                         {"invoices", data.invoices()},
                                         {"customers", data.customers()}}) {
            QCOMPARE(itemsOf(path), list);
            for (const QJsonValue &each : list) {
                const QByteArray id = each.toObject().value("id"_L1).toString().toLatin1();
                QCOMPARE(Platform::json(get(path + '/' + id)), each.toObject());
            }
            QCOMPARE(get(path + "/none").status, 404);
        }
        const QJsonObject order = data.orders().last().toObject();
        QCOMPARE(Platform::json(get("orders/" + order.value("id"_L1).toString().toLatin1() + "/status")),
                 (QJsonObject{{u"state"_s, order.value("state"_L1)}}));
        QCOMPARE(get("orders/none/status").status, 404);
        QCOMPARE(itemsOf("accounts/a1/movements"), data.movements(u"a1"_s));
        QCOMPARE(Platform::json(get("accounts/a1/balance")), data.balance(u"a1"_s));
        const HttpResponse answer = get("orders");
        QVERIFY(answer.headers.value("X-Decision-Id").startsWith("dec_"));
        QCOMPARE(answer.headers.value("X-Policy-Snapshot"),
                 QByteArray::number(platform.holder->current()->number()));
        QVERIFY(!answer.headers.value("RateLimit").isEmpty());
        QVERIFY(!get("orders/none/status").headers.value("Deprecation").isEmpty());
        QVERIFY(get("orders").headers.value("Deprecation").isEmpty());
    }

    /// The largest order that is read, and the first that is not.
    void bodiesHaveTheLimitOfTheirRoute()
    {
        Platform platform;
        const QByteArray key = fullAccess(platform);
        for (const auto &[size, status] : {std::pair(64 * 1024, 422), {64 * 1024 + 1, 413}}) {
            HttpRequest request = Platform::get("/api/v1/orders", {{"X-Api-Key", key}});
            request.method = HttpMethod::Post;
            request.body = QByteArray(size, 'x');
            QCOMPARE(platform.send(request).status, status);
        }
    }

    void theCatalogueIsThis()
    {
        const DefaultCatalogue catalogue = defaultCatalogue();
        QStringList plans;
        for (const Plan &plan : catalogue.plans) {
            QStringList words{plan.id};
            for (const Limits &limits : {plan.sandbox, plan.limited, plan.production})
                words.append(u"%1/%2/%3"_s.arg(limits.rate).arg(limits.burst).arg(limits.dailyQuota));
            plans.append(words.join(u' '));
        }
        QCOMPARE(plans, (QStringList{u"pln_starter 5/10/5000 2/5/2000 10/20/50000"_s,
                                     u"pln_standard 5/10/5000 5/10/10000 50/100/500000"_s,
                                     u"pln_volume 10/20/20000 10/20/50000 200/400/5000000"_s}));
        QStringList sensitive;
        for (const Scope &scope : catalogue.scopes) {
            QVERIFY(!scope.title.isEmpty() && !scope.sentence.isEmpty() && !scope.dataCategories.isEmpty());
            QCOMPARE(scope.sensitive, !scope.lawfulBases.isEmpty());
            if (scope.sensitive)
                sensitive.append(scope.name);
        }
        QCOMPARE(sensitive, (QStringList{u"customers:read"_s, u"accounts:read"_s}));
        for (const Route &route : catalogue.routes) {
            QVERIFY(route.pathTemplate.startsWith(u"/api/v1/"_s) && !route.title.isEmpty());
            const bool old = route.id == u"rte_order_status"_s;
            QCOMPARE(route.deprecatedAt,
                     old ? std::optional(QDateTime({2026, 3, 1}, {0, 0}, Qt::UTC)) : std::nullopt);
            QCOMPARE(route.sunsetAt,
                     old ? std::optional(QDateTime({2027, 6, 30}, {0, 0}, Qt::UTC)) : std::nullopt);
        }
    }

    /// A partner builds its first integration against what the demo answers: it stays what it was.
    void theDataStaysWhatItWas()
    {
        const auto digest = [](const QJsonValue &value) {
            const QByteArray json = value.isArray()
                                        ? QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact)
                                        : QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
            return sha256({QByteArrayView(json)}).toHex().first(16);
        };
        const DemoData data(u"prt_1"_s, Realm::Sandbox);
        QCOMPARE(digest(data.products()), "c599e8b4473fb6c3");
        QCOMPARE(digest(data.orders()), "42f1bc037d0a39ce");
        QCOMPARE(digest(data.invoices()), "b0cc70d2dcbadaa3");
        QCOMPARE(digest(data.customers()), "c6fdb1aa331d14a8");
        QCOMPARE(digest(data.movements(u"a1"_s)), "ca13e63b9b4664e0");
        QCOMPARE(digest(data.balance(u"a1"_s)), "58d754225d46a6a3");
        QVERIFY(digest(DemoData(u"prt_1"_s, Realm::Production).orders()) != digest(data.orders()));
        QVERIFY(digest(data.balance(u"a2"_s)) != digest(data.balance(u"a1"_s)));
    }

    // The demo API and the gateway endpoint are one decision: for any call both say the same.
    void demoAndGatewayDecideAlike()
    {
        Platform platform;
        PartnerRule partner = Fixture::partner();
        partner.limits.production = {1e6, 1000000, 0};
        partner.resources = {{u"account_id"_s, {u"a1"_s}}};
        platform.set(partner);
        CredentialRule revoked = platform.fixture.credential(7);
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
