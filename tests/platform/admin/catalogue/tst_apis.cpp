// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/admin/catalogue/catalogue_fixture.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;
using namespace pc::platform::test;

/// Several APIs behind one platform.
class TestApis : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDemonstrationIsOneOfThem()
    {
        CatalogueFixture fixture;
        const QJsonArray apis = fixture.admin.get("/apis").json.value(u"items"_s).toArray();
        QCOMPARE(apis.size(), 1);
        QCOMPARE(apis[0][u"id"].toString(), u"api_demo"_s);
        QCOMPARE(apis[0][u"base_path"].toString(), u"/api/v1"_s);
        QCOMPARE(apis[0][u"routes"].toInt(), 13);
        QCOMPARE(apis[0][u"scopes"].toInt(), 6);
        QVERIFY(fixture.routeOf(u"", u"GET", u"/api/v1/orders"));
    }

    void theDemonstrationCanBeRemoved()
    {
        CatalogueFixture fixture;
        const Reply gone = fixture.admin.post("/apis/api_demo/remove", {{u"reason"_s, u"not ours"_s}}, {},
                                              fixture.admin.get("/apis/api_demo").etag);
        QCOMPARE(gone.status, 200);
        QVERIFY(!fixture.routeOf(u"", u"GET", u"/api/v1/orders"));
        QCOMPARE(fixture.admin.get("/apis").json.value(u"count"_s).toInt(), 0);
        QCOMPARE(fixture.admin.get("/scopes").json.value(u"count"_s).toInt(), 0);
        QCOMPARE(fixture.admin.get("/routes").json.value(u"count"_s).toInt(), 0);
        fixture.admin.close();
        fixture.admin.open(); // and does not come back
        QCOMPARE(fixture.admin.get("/apis").json.value(u"count"_s).toInt(), 0);
        QVERIFY(fixture.routeOf(u"", u"GET", u"/api/v1/probe"));
    }

    void whatPartnersHoldIsNotRemoved()
    {
        CatalogueFixture fixture;
        (void)fixture.admin.makePartner(u"acme"_s);
        const Reply kept = fixture.admin.post("/apis/api_demo/remove", {{u"reason"_s, u"not ours"_s}}, {},
                                              fixture.admin.get("/apis/api_demo").etag);
        QCOMPARE(kept.code(), u"api_in_use"_s);
        QVERIFY(fixture.routeOf(u"", u"GET", u"/api/v1/orders"));
    }

    /// Not what no call can have.
    void basePathsAreOnesThatACallHas()
    {
        CatalogueFixture fixture;
        for (const QString &path : {u"/../h"_s, u"/.."_s, u"/a/."_s, u"/a."_s, u"/a/..b./c"_s, u"/a//b"_s}) {
            const Reply refused =
                fixture.admin.post("/apis", CatalogueFixture::draft(u"shop"_s, u"shop.example"_s, path));
            QVERIFY2(refused.status == 422, qPrintable(path));
            QCOMPARE(refused.json[u"errors"][0][u"pointer"].toString(), u"/base_path"_s);
        }
        for (const QString &path : {u"/..a"_s, u"/a.b/v1.2"_s, u"/.well-known"_s, u"/~a"_s}) {
            const Reply made =
                fixture.admin.post("/apis", CatalogueFixture::draft(path, u"shop.example"_s, path));
            QVERIFY2(made.status == 201, made.body.constData());
        }
    }

    void whatStandsWhereIsTakenOnce_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("pointer");
        QTest::newRow("name") << u"name"_s << u"shop"_s << u"/name"_s;
        QTest::newRow("audience") << u"audience"_s << u"https://shop.example/shop"_s << u"/audience"_s;
        QTest::newRow("the platform's audience") << u"audience"_s << QString() << u"/audience"_s;
        QTest::newRow("base path") << u"base_path"_s << u"/v1/x"_s << u"/base_path"_s;
        QTest::newRow("whole host") << u"base_path"_s << QString() << u"/base_path"_s;
    }

    void whatStandsWhereIsTakenOnce()
    {
        QFETCH(QString, member);
        QFETCH(QString, value);
        QFETCH(QString, pointer);
        CatalogueFixture fixture;
        (void)fixture.makeApi();
        QJsonObject draft = CatalogueFixture::draft(u"other"_s, u"shop.example"_s, u"/v2"_s);
        draft.insert(member, value);
        const Reply refused = fixture.admin.post("/apis", draft);
        QCOMPARE(refused.status, 422);
        QCOMPARE(refused.json[u"errors"][0][u"pointer"].toString(), pointer);
        QCOMPARE(refused.json[u"errors"][0][u"code"].toString(), u"taken"_s);
    }

    void placesHaveTheirForm_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QString>("value");
        for (const char *host :
             {"Shop.example", "shop.example:8443", "shop..example", "-shop", "shop example", "*.example"})
            QTest::addRow("host %s", host) << u"host"_s << QString::fromLatin1(host);
        for (const char *path : {"v1", "/v1/", "/", "//v1", "/v 1", "/{v}", "/v1?x"})
            QTest::addRow("path %s", path) << u"base_path"_s << QString::fromLatin1(path);
        for (const char *audience :
             {"shop", "https://shop.example/#part", "https://shop example", "HTTPS://shop"})
            QTest::addRow("audience %s", audience) << u"audience"_s << QString::fromLatin1(audience);
    }

    void placesHaveTheirForm()
    {
        QFETCH(QString, member);
        QFETCH(QString, value);
        CatalogueFixture fixture;
        QJsonObject draft = CatalogueFixture::draft(u"shop"_s, u"shop.example"_s, u"/v1"_s);
        draft.insert(member, value);
        const Reply refused = fixture.admin.post("/apis", draft);
        QCOMPARE(refused.status, 422);
        QCOMPARE(refused.json[u"errors"][0][u"pointer"].toString(), QString(u'/' + member));
    }

    void routesMoveWithTheBasePath()
    {
        CatalogueFixture fixture;
        const QByteArray api = fixture.makeApi();
        QVERIFY(!fixture.import(api, described({"get /orders/{id}"})).isEmpty());
        const auto before = fixture.routeOf(u"shop.example", u"GET", u"/v1/orders/1");
        QVERIFY(before);
        const Reply moved =
            fixture.admin.put(api, CatalogueFixture::draft(u"shop"_s, u"other.example"_s, u"/shop/v2"_s), {},
                              fixture.admin.get(api).etag);
        QCOMPARE(moved.status, 200);
        QVERIFY(!fixture.routeOf(u"shop.example", u"GET", u"/v1/orders/1"));
        const auto after = fixture.routeOf(u"other.example", u"GET", u"/shop/v2/orders/1");
        QVERIFY(after);
        QCOMPARE(after->id, before->id);
        fixture.admin.close();
        fixture.admin.open();
        QVERIFY(fixture.routeOf(u"other.example", u"GET", u"/shop/v2/orders/1"));
    }

    void everyActLeavesAnEvent()
    {
        CatalogueFixture fixture;
        const QByteArray api = fixture.makeApi();
        QVERIFY(!fixture.import(api, described({"get /orders"})).isEmpty());
        QCOMPARE(fixture.admin
                     .put(api, CatalogueFixture::draft(u"store"_s, u"shop.example"_s, u"/v1"_s), {},
                          fixture.admin.get(api).etag)
                     .status,
                 200);
        QCOMPARE(
            fixture.admin.post(api + "/remove", {{u"reason"_s, u"gone"_s}}, {}, fixture.admin.get(api).etag)
                .status,
            200);
        QStringList actions;
        for (const QJsonValue &each : fixture.admin.events("target_id=" + api.mid(6)))
            actions.prepend(each[u"action"].toString());
        QCOMPARE(actions, (QStringList{u"api.create"_s, u"catalogue.propose"_s, u"catalogue.apply"_s,
                                       u"api.edit"_s, u"api.remove"_s}));
    }
};

QTEST_GUILESS_MAIN(TestApis)
#include "tst_apis.moc"
