// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/admin/catalogue/catalogue_fixture.h"

#include "platform/core/decision/authorizer.h"
#include "platform/core/limits/failure_limiter.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;
using namespace pc::platform::test;

namespace {

constexpr char versionsOfDemo[] = "/apis/api_demo/versions";

QString inDays(const CatalogueFixture &fixture, int days)
{
    return fixture.admin.administration->context().now().addDays(days).toString(Qt::ISODateWithMs);
}

QJsonObject draft(const QString &path)
{
    return {{u"path_prefix"_s, path}, {u"reason"_s, u"a reason"_s}};
}

QByteArray pathOf(const Reply &made)
{
    return "/apis/" + made.json[u"api_id"].toString().toLatin1() + "/versions/" +
           made.json[u"id"].toString().toLatin1();
}

DecisionReason decided(CatalogueFixture &fixture, const QByteArray &id16, const QByteArray &path)
{
    DecisionRequest request;
    request.gateway = GatewayIdentity{u"edge"_s};
    request.presented = presented::Assumed{id16, 1, {u"orders:read"_s}};
    request.method = "GET";
    request.rawPath = path;
    return evaluate(*fixture.admin.policy->current(), *fixture.admin.peppers, request,
                    fixture.admin.clock.now().wall)
        .decision.reason;
}

} // namespace

/// Versions of an API: when they are deprecated and end, and who still calls them.
class TestVersions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itIsToldEndsAndComesBack()
    {
        CatalogueFixture fixture;
        const QString partner = fixture.admin.makePartner(u"acme"_s);
        const QByteArray id16 = fixture.admin.makeCredential(partner).id.mid(4).toLatin1();
        QJsonObject body = draft(u"/api/v1/orders"_s);
        body.insert(u"deprecated_at"_s, inDays(fixture, -1));
        body.insert(u"sunset_at"_s, inDays(fixture, 40));
        const Reply made = fixture.admin.post(versionsOfDemo, body);
        QCOMPARE(made.status, 201);
        QCOMPARE(made.json[u"routes"].toInt(), 5);
        QCOMPARE(decided(fixture, id16, "/api/v1/orders"), DecisionReason::Allowed);
        const auto route = fixture.routeOf(u"", u"GET", u"/api/v1/orders");
        QCOMPARE(route->sunsetAt->toString(Qt::ISODateWithMs), body.value(u"sunset_at"_s).toString());

        QCOMPARE(fixture.admin.post(pathOf(made) + "/end", {{u"reason"_s, u"a leak"_s}}).status, 200);
        QCOMPARE(decided(fixture, id16, "/api/v1/orders"), DecisionReason::VersionEnded);
        QVERIFY(fixture.routeOf(u"", u"GET", u"/api/v1/orders")); // it is known, and over
        QCOMPARE(fixture.admin.post(pathOf(made) + "/end", {{u"reason"_s, u"again"_s}}).code(),
                 u"version_over"_s);
        fixture.admin.close();
        fixture.admin.open();
        QCOMPARE(decided(fixture, id16, "/api/v1/orders"), DecisionReason::VersionEnded);

        const Reply gone =
            fixture.admin.post(pathOf(made) + "/remove", {{u"reason"_s, u"by mistake"_s}}, {}, u"\"2\""_s);
        QCOMPARE(gone.status, 200);
        QCOMPARE(decided(fixture, id16, "/api/v1/orders"), DecisionReason::Allowed);
        QCOMPARE(fixture.admin.get(versionsOfDemo).json[u"count"].toInt(), 0);
        for (const char *action : {"version.create", "version.end", "version.remove"})
            QCOMPARE(fixture.admin.eventCount("action=" + QByteArray(action)), 1);
    }

    void aSunsetComesByTheClock()
    {
        CatalogueFixture fixture;
        const QString partner = fixture.admin.makePartner(u"acme"_s);
        const QByteArray id16 = fixture.admin.makeCredential(partner).id.mid(4).toLatin1();
        QJsonObject body = draft(u"/api/v1/orders"_s);
        body.insert(u"sunset_at"_s, inDays(fixture, 1));
        QCOMPARE(fixture.admin.post(versionsOfDemo, body).status, 201);
        fixture.admin.clock.advance(std::chrono::hours(24) - std::chrono::milliseconds(1));
        QCOMPARE(decided(fixture, id16, "/api/v1/orders"), DecisionReason::Allowed);
        fixture.admin.clock.advance(std::chrono::milliseconds(1));
        QCOMPARE(decided(fixture, id16, "/api/v1/orders"), DecisionReason::VersionEnded);
    }

    void whatCannotBe_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("deprecated"); // days from now; 0: not at all
        QTest::addColumn<int>("sunset");
        QTest::addColumn<QString>("error");
        QTest::newRow("elsewhere") << u"/v1"_s << 0 << 0 << u"/path_prefix bad_format"_s;
        QTest::newRow("with a parameter") << u"/api/v1/{x}"_s << 0 << 0 << u"/path_prefix bad_format"_s;
        QTest::newRow("dots") << u"/api/v1/.."_s << 0 << 0 << u"/path_prefix bad_format"_s;
        QTest::newRow("below another") << u"/api/v1/orders/x"_s << 0 << 0 << u"/path_prefix taken"_s;
        QTest::newRow("above another") << u"/api/v1"_s << 0 << 0 << u"/path_prefix taken"_s;
        QTest::newRow("sunset in the past")
            << u"/api/v1/accounts"_s << 0 << -1 << u"/sunset_at out_of_range"_s;
        QTest::newRow("sunset first") << u"/api/v1/accounts"_s << 9 << 8 << u"/sunset_at out_of_range"_s;
        QTest::newRow("deprecated since long") << u"/api/v1/accounts"_s << -900 << 8 << QString();
    }

    void whatCannotBe()
    {
        QFETCH(QString, path);
        QFETCH(int, deprecated);
        QFETCH(int, sunset);
        QFETCH(QString, error);
        CatalogueFixture fixture;
        QCOMPARE(fixture.admin.post(versionsOfDemo, draft(u"/api/v1/orders"_s)).status, 201);
        QJsonObject body = draft(path);
        if (deprecated != 0)
            body.insert(u"deprecated_at"_s, inDays(fixture, deprecated));
        if (sunset != 0)
            body.insert(u"sunset_at"_s, inDays(fixture, sunset));
        const Reply reply = fixture.admin.post(versionsOfDemo, body);
        QCOMPARE(reply.status, error.isEmpty() ? 201 : 422);
        const QJsonValue first = reply.json[u"errors"][0];
        QCOMPARE(QString(first[u"pointer"].toString() + u' ' + first[u"code"].toString()).trimmed(), error);
    }

    /// What was set by hand outlives descriptions, whatever they say of the routes.
    void anImportLeavesItAsItIs()
    {
        CatalogueFixture fixture;
        const QByteArray api = fixture.makeApi(u"shop"_s, u"shop.example"_s, {});
        QVERIFY(!fixture.import(api, described({"get /v1/a", "get /v2/a"})).isEmpty());
        QJsonObject body = draft(u"/v1"_s);
        body.insert(u"sunset_at"_s, inDays(fixture, 40));
        body.insert(u"sentence"_s, u"Use /v2."_s);
        const Reply made = fixture.admin.post(api + "/versions", body);
        QCOMPARE(made.status, 201);
        const QJsonObject before = fixture.admin.get(api + "/versions").json[u"items"][0].toObject();
        const auto sunset = fixture.routeOf(u"shop.example", u"GET", u"/v1/a")->sunsetAt;
        QVERIFY(sunset && !fixture.routeOf(u"shop.example", u"GET", u"/v2/a")->sunsetAt);
        const QString next = fixture.import(api, described({"get /v1/a", "get /v1/b", "get /v2/a"}, "2.0"));
        QVERIFY(!next.isEmpty());
        QJsonObject after = fixture.admin.get(api + "/versions").json[u"items"][0].toObject();
        QCOMPARE(after.take(u"routes"_s).toInt(), 2);
        QJsonObject unchanged = before;
        unchanged.remove(u"routes"_s);
        QCOMPARE(after, unchanged);
        QCOMPARE(fixture.routeOf(u"shop.example", u"GET", u"/v1/a")->sunsetAt, sunset);
        QCOMPARE(fixture.routeOf(u"shop.example", u"GET", u"/v1/b")->sunsetAt, sunset);
        // Nor does it become a route's own: the version goes, and its date with it.
        QCOMPARE(fixture.admin
                     .post(pathOf(made) + "/remove", {{u"reason"_s, u"why"_s}}, {},
                           u"\"%1\""_s.arg(after[u"version"].toInteger()))
                     .status,
                 200);
        QVERIFY(!fixture.routeOf(u"shop.example", u"GET", u"/v1/a")->sunsetAt);
    }

    void itMovesWithTheBasePath()
    {
        CatalogueFixture fixture;
        const QByteArray api = fixture.makeApi(u"shop"_s, u"shop.example"_s, u"/shop"_s);
        QVERIFY(!fixture.import(api, described({"get /v1/a"})).isEmpty());
        QJsonObject body = draft(u"/shop/v1"_s);
        body.insert(u"sunset_at"_s, inDays(fixture, 40));
        QCOMPARE(fixture.admin.post(api + "/versions", body).status, 201);
        QCOMPARE(fixture.admin
                     .put(api, CatalogueFixture::draft(u"shop"_s, u"shop.example"_s, u"/store"_s), {},
                          fixture.admin.get(api).etag)
                     .status,
                 200);
        for (int i = 0; i < 2; ++i) {
            QVERIFY(fixture.routeOf(u"shop.example", u"GET", u"/store/v1/a")->sunsetAt);
            QCOMPARE(fixture.admin.get(api + "/versions").json[u"items"][0][u"path_prefix"].toString(),
                     u"/store/v1"_s);
            fixture.admin.close();
            fixture.admin.open();
        }
    }

    void anEditIsOfWhatIsThere()
    {
        CatalogueFixture fixture;
        QJsonObject body = draft(u"/api/v1/orders"_s);
        body.insert(u"sunset_at"_s, inDays(fixture, 40));
        const Reply made = fixture.admin.post(versionsOfDemo, body);
        body.insert(u"sunset_at"_s, inDays(fixture, 20));
        QCOMPARE(fixture.admin.put(pathOf(made), body, {}, u"\"7\""_s).status, 412);
        const Reply edited = fixture.admin.put(pathOf(made), body, {}, u"\"1\""_s);
        QCOMPARE(edited.status, 200);
        QCOMPARE(edited.etag, u"\"2\""_s);
        // The same again is no event.
        QCOMPARE(fixture.admin.put(pathOf(made), body, {}, u"\"2\""_s).status, 200);
        QCOMPARE(fixture.admin.eventCount("action=version.edit"), 1);
        const QJsonArray routes = fixture.admin.get("/routes").json[u"items"].toArray();
        for (const QJsonValue &each : routes) {
            if (each[u"path_template"].toString() == u"/api/v1/orders"_s)
                QCOMPARE(each[u"sunset_at"], body.value(u"sunset_at"_s));
        }
    }

    void whoStillCallsIsTold()
    {
        CatalogueFixture fixture;
        const QString partner = fixture.admin.makePartner(u"acme"_s);
        const AdminFixture::Issued credential = fixture.admin.makeCredential(partner);
        const Reply made = fixture.admin.post(versionsOfDemo, draft(u"/api/v1/orders"_s));
        const auto called = [&](int number, const QString &route, Outcome outcome = Outcome::Served) {
            CallRecord call = fixture.admin.servedCall(partner, credential.id, number);
            call.routeId = route;
            call.outcome = outcome;
            if (number < 2)
                call.at = call.at.addDays(-12);
            fixture.admin.calls->push(call);
            return call.at;
        };
        QDateTime last;
        for (int i = 0; i < 5; ++i)
            last = called(i, u"rte_orders"_s);
        called(5, u"rte_order"_s, Outcome::Refused); // it counts, whatever became of it
        called(6, u"rte_invoices"_s);                // of none of its routes
        fixture.admin.administration->start();
        QTRY_COMPARE_WITH_TIMEOUT(
            fixture.admin.get("/calls?partner_id=" + partner.toLatin1()).json[u"count"].toInt(), 7, 20'000);
        const QJsonObject listed = fixture.admin.get(versionsOfDemo).json[u"items"][0].toObject();
        QCOMPARE(listed[u"partners_30d"].toInt(), 1);
        QCOMPARE(listed[u"calls_30d"].toInt(), 6);
        const QJsonObject use = fixture.admin.get(pathOf(made) + "/use").json;
        QCOMPARE(use[u"callers"].toArray().size(), 1);
        const QJsonValue caller = use[u"callers"][0];
        QCOMPARE(caller[u"partner_id"].toString(), partner);
        QCOMPARE(caller[u"calls_30d"].toInt(), 6);
        QCOMPARE(caller[u"calls_7d"].toInt(), 4);
        QDateTime hour = last;
        hour.setTime(QTime(last.time().hour(), 0));
        QCOMPARE(caller[u"last_call_at"].toString(), hour.toString(Qt::ISODateWithMs));
        QCOMPARE(caller[u"routes"][0][u"what"].toString(), u"GET /api/v1/orders"_s);
        QCOMPARE(caller[u"routes"][0][u"calls_7d"].toInt(), 3);
        QCOMPARE(caller[u"credentials"][0][u"credential_id"].toString(), credential.id);
        QVERIFY(!caller[u"credentials"][0][u"name"].toString().isEmpty());
        QCOMPARE(caller[u"contacts"][0][u"kind"].toString(), u"technical"_s);
    }
};

QTEST_GUILESS_MAIN(TestVersions)
#include "tst_versions.moc"
