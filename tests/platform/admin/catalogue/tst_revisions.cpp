// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/admin/catalogue/catalogue_fixture.h"

#include "platform/store/rows/api_rows.h"

#include <QElapsedTimer>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;
using namespace pc::platform::test;

/// A description is read, looked at, decided by, and gone back from.
class TestRevisions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aProposalDecidesNothing()
    {
        CatalogueFixture fixture;
        const QByteArray api = fixture.makeApi();
        const Reply proposed = fixture.propose(api, described({"get /orders", "post /orders"}));
        QCOMPARE(proposed.status, 201);
        QCOMPARE(proposed.json[u"state"].toString(), u"proposed"_s);
        QCOMPARE(proposed.json[u"counts"][u"new_routes"].toInt(), 2);
        QVERIFY(!fixture.routeOf(u"shop.example", u"GET", u"/v1/orders"));
    }

    void anAppliedOneDecides()
    {
        CatalogueFixture fixture;
        const QByteArray api = fixture.makeApi();
        const QString cursor = fixture.admin.feedCursor();
        QVERIFY(!fixture.import(api, described({"get /orders", "post /orders"})).isEmpty());
        const auto get = fixture.routeOf(u"shop.example", u"GET", u"/v1/orders");
        QVERIFY(get);
        QCOMPARE(get->scope, u"goods:read"_s);
        const Reply read = fixture.admin.get(api);
        QCOMPARE(read.json[u"title"].toString(), u"Shop"_s);
        QCOMPARE(read.json[u"routes"].toInt(), 2);
        QCOMPARE(fixture.admin.toldAfter(cursor).last()[u"kind"].toString(), u"catalogue"_s);
        fixture.admin.close();
        fixture.admin.open();
        QVERIFY(fixture.routeOf(u"shop.example", u"POST", u"/v1/orders"));
    }

    void scopesComeByName_data()
    {
        QTest::addColumn<QByteArray>("operation");
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QString>("scope");
        QTest::addColumn<QStringList>("also");
        const auto row = [](const char *what, const char *operation, const char *query, const QString &scope,
                            const QStringList &also = {}) {
            QTest::newRow(what) << QByteArray(operation) << QByteArray(query) << scope << also;
        };
        row("named", "get /items shop.read", "", u"shop.read"_s);
        row("two of them", "get /items shop.read shop.items", "", u"shop.read"_s, {u"shop.items"_s});
        row("named with a prefix", "get /items read", "?prefix=shop.", u"shop.read"_s);
        row("with the prefix already", "get /items shop.read", "?prefix=shop.", u"shop.read"_s);
        row("not taken", "get /items shop.read", "?named=false&prefix=x.", u"x.goods:read"_s);
        row("a wildcard is none", "get /items '*'", "?prefix=x.", u"x.goods:read"_s);
        row("by tag", "delete /items", "?prefix=x.", u"x.goods:write"_s);
        row("by path", "get /items", "?prefix=x.&otherwise=path", u"x.items:read"_s);
        row("by path behind a parameter", "get /{tenant}/items", "?prefix=x.&otherwise=path",
            u"x.items:read"_s);
        row("by path behind a version", "get /v2/items", "?prefix=x.&otherwise=path", u"x.items:read"_s);
        row("by path behind a date", "get /2010-04-01/items", "?prefix=x.&otherwise=path", u"x.items:read"_s);
        row("one for all", "get /items", "?prefix=x.&otherwise=one", u"x.shop:read"_s);
        row("not by method", "get /items", "?prefix=x.&read_and_write=false", u"x.goods"_s);
    }

    void scopesComeByName()
    {
        QFETCH(QByteArray, operation);
        QFETCH(QByteArray, query);
        QFETCH(QString, scope);
        QFETCH(QStringList, also);
        CatalogueFixture fixture;
        const QByteArray api = fixture.makeApi();
        QVERIFY(!fixture.import(api, described({operation}), query).isEmpty());
        const QList<Route> routes = fixture.admin.policy->current()->catalogue().routes();
        const auto own = std::find_if(routes.begin(), routes.end(), [&api](const Route &each) {
            return each.apiId.toLatin1() == api.mid(6);
        });
        QVERIFY(own != routes.end());
        QCOMPARE(own->scope, scope);
        QCOMPARE(own->alsoScopes, also);
        QCOMPARE(fixture.admin.policy->current()->apiOfScope(scope).toLatin1(), api.mid(6));
    }

    void theRuleOfAProposalCanBeChanged()
    {
        CatalogueFixture fixture;
        const QByteArray api = fixture.makeApi();
        const QString id = fixture.propose(api, described({"get /items"})).json[u"id"].toString();
        const QByteArray revision = api + "/revisions/" + id.toLatin1();
        const auto scopes = [&] { return fixture.admin.get(revision).json.value(u"scopes"_s); };
        QCOMPARE(scopes()[0][u"scope"].toString(), u"goods:read"_s);
        QCOMPARE(fixture.admin
                     .put(revision + "/rule", {{u"otherwise"_s, u"path"_s},
                                               {u"prefix"_s, u"shop."_s},
                                               {u"named"_s, true},
                                               {u"read_and_write"_s, true}})
                     .status,
                 200);
        QCOMPARE(scopes()[0][u"scope"].toString(), u"shop.items:read"_s);
        QVERIFY(scopes()[0][u"is_new"].toBool());
        const QJsonObject review = fixture.admin.get(revision).json;
        QCOMPARE(review[u"revision"][u"changed_by"].toString(),
                 review[u"revision"][u"created_by"].toString());
        QCOMPARE(fixture.apply(api, id).status, 200);
        QCOMPARE(fixture.routeOf(u"shop.example", u"GET", u"/v1/items")->scope, u"shop.items:read"_s);
    }

    void theDifferenceIsTold()
    {
        CatalogueFixture fixture;
        const QByteArray api = fixture.makeApi();
        QVERIFY(
            !fixture.import(api, described({"get /a shop.a", "get /b shop.b", "get /c shop.c"})).isEmpty());
        const auto kept = fixture.routeOf(u"shop.example", u"GET", u"/v1/a");
        const Reply next =
            fixture.propose(api, described({"get /a shop.a", "get /b shop.x", "get /d shop.d"}, "2.0"));
        const QJsonValue counts = next.json[u"counts"];
        QCOMPARE(counts[u"new_routes"].toInt(), 1);
        QCOMPARE(counts[u"gone_routes"].toInt(), 1);
        QCOMPARE(counts[u"changed_routes"].toInt(), 1);
        QCOMPARE(counts[u"new_scopes"].toInt(), 2);
        QCOMPARE(counts[u"unused_scopes"].toInt(), 2);
        const QJsonArray scopes =
            fixture.admin.get(CatalogueFixture::pathOf(api, next.json[u"id"].toString()))
                .json[u"scopes"]
                .toArray();
        QCOMPARE(scopes.size(), 5); // those that no route needs any more are named, first
        QCOMPARE(scopes[0][u"scope"].toString(), u"shop.b"_s);
        QCOMPARE(scopes[0][u"routes"].toInt(), 0);
        QCOMPARE(scopes[1][u"scope"].toString(), u"shop.c"_s);
        QCOMPARE(scopes[2][u"routes"].toInt(), 1);
        const QByteArray changes = api + "/revisions/" + next.json[u"id"].toString().toLatin1() + "/changes";
        QStringList told;
        QByteArray cursor;
        do { // page by page
            const Reply page = fixture.admin.get(changes + "?limit=2" + cursor);
            for (const QJsonValue &each : page.json[u"items"].toArray())
                told.append(each[u"kind"].toString() + each[u"path_template"].toString());
            QCOMPARE(page.json[u"count"].toInt(), 3);
            const QString place = page.json[u"next_cursor"].toString();
            cursor = place.isEmpty() ? QByteArray() : "&cursor=" + place.toLatin1();
        } while (!cursor.isEmpty());
        QCOMPARE(told, (QStringList{u"gone/v1/c"_s, u"changed/v1/b"_s, u"new/v1/d"_s}));
        QCOMPARE(fixture.admin.get(changes + "?kind=changed")
                     .json[u"items"][0][u"changes"][0][u"after"]
                     .toString(),
                 u"shop.x"_s);
        QCOMPARE(fixture.apply(api, next.json[u"id"].toString()).status, 200);
        QCOMPARE(fixture.routeOf(u"shop.example", u"GET", u"/v1/a")->id, kept->id);
    }

    /// What applying it would refuse is told with the review, with whose it is.
    void aScopeOfAnotherApiIsTold()
    {
        CatalogueFixture fixture;
        const QByteArray api = fixture.makeApi();
        const QString id =
            fixture.propose(api, described({"get /a", "get /orders orders:read"})).json[u"id"].toString();
        const QByteArray revision = CatalogueFixture::pathOf(api, id);
        const QJsonValue first = fixture.admin.get(revision).json[u"scopes"][0];
        QCOMPARE(first[u"scope"].toString(), u"orders:read"_s);
        QCOMPARE(first[u"taken_by"].toString(), fixture.admin.get("/apis/api_demo").json[u"name"].toString());
        const Reply refused = fixture.apply(api, id);
        QCOMPARE(refused.status, 409);
        QVERIFY(!refused.json[u"detail"].toString().contains(u"api_demo"_s));
        QCOMPARE(fixture.admin
                     .put(revision + "/rule", {{u"otherwise"_s, u"tag"_s},
                                               {u"prefix"_s, u"shop."_s},
                                               {u"named"_s, true},
                                               {u"read_and_write"_s, true}})
                     .status,
                 200);
        QVERIFY(!fixture.admin.get(revision).json[u"scopes"][0].toObject().contains(u"taken_by"));
        QCOMPARE(fixture.apply(api, id).status, 200);
    }

    void whomItBreaksIsTold()
    {
        CatalogueFixture fixture;
        const QString partner = fixture.admin.makePartner(u"acme"_s);
        const AdminFixture::Issued credential = fixture.admin.makeCredential(partner);
        const auto called = [&](int number, const QString &route) {
            CallRecord call = fixture.admin.servedCall(partner, credential.id, number);
            call.routeId = route;
            fixture.admin.calls->push(call);
        };
        for (int i = 0; i < 3; ++i)
            called(i, u"rte_orders"_s);
        called(3, u"rte_order"_s);
        fixture.admin.administration->start();
        QTRY_COMPARE_WITH_TIMEOUT(
            fixture.admin.get("/calls?partner_id=" + partner.toLatin1()).json[u"count"].toInt(), 4, 20'000);

        // Of four routes that it called or may call one goes, one asks for a scope that it lacks.
        const QByteArray next = described({"get /products products:read", "get /orders/{id} orders:admin"});
        const Reply proposed = fixture.propose("/apis/api_demo", next);
        QCOMPARE(proposed.status, 201);
        const QJsonObject review =
            fixture.admin.get("/apis/api_demo/revisions/" + proposed.json[u"id"].toString().toLatin1()).json;
        QCOMPARE(review[u"broken_partners"].toInt(), 1);
        const QJsonValue broken = review[u"broken"][0];
        QCOMPARE(broken[u"partner_id"].toString(), partner);
        QCOMPARE(broken[u"calls_30d"].toInt(), 4);
        QCOMPARE(broken[u"missing_scopes"].toArray(), QJsonArray{u"orders:admin"_s});
        QCOMPARE(broken[u"routes"].toArray(),
                 (QJsonArray{u"GET /api/v1/orders"_s, u"GET /api/v1/orders/{order_id}"_s}));
        QVERIFY(!broken[u"contact"].toString().isEmpty());
        QVERIFY(review[u"grants"].toInt() > 0);
    }

    void itCanBeUndone()
    {
        CatalogueFixture fixture;
        const QByteArray api = fixture.makeApi();
        const QString first = fixture.import(api, described({"get /a", "get /b"}));
        const auto before = fixture.routeOf(u"shop.example", u"GET", u"/v1/b");
        QVERIFY(!fixture.import(api, described({"get /a"}, "2.0")).isEmpty());
        QVERIFY(!fixture.routeOf(u"shop.example", u"GET", u"/v1/b"));
        QCOMPARE(fixture.apply(api, first).status, 200);
        QCOMPARE(*fixture.routeOf(u"shop.example", u"GET", u"/v1/b"), *before);
        QCOMPARE(fixture.admin.get(api).json[u"described_version"].toString(), u"1.0"_s);
    }

    /// What came from no description too.
    void theFirstImportCanBeUndone()
    {
        CatalogueFixture fixture;
        const QByteArray api = "/apis/api_demo";
        QVERIFY(!fixture.import(api, described({"get /only"})).isEmpty());
        QVERIFY(!fixture.routeOf(u"", u"GET", u"/api/v1/orders"));
        QString former;
        for (const QJsonValue &each : fixture.admin.get(api + "/revisions").json[u"items"].toArray()) {
            if (each[u"state"].toString() == u"replaced"_s)
                former = each[u"id"].toString();
        }
        QVERIFY(!former.isEmpty());
        QCOMPARE(fixture.apply(api, former).status, 200);
        QVERIFY(fixture.routeOf(u"", u"GET", u"/api/v1/orders"));
        QVERIFY(!fixture.routeOf(u"", u"GET", u"/api/v1/only"));
    }

    void whatIsDescribedStandsBelowTheBasePath_data()
    {
        QTest::addColumn<QString>("basePath");
        QTest::addColumn<QByteArray>("server");
        QTest::addColumn<QString>("path");
        QTest::newRow("described elsewhere")
            << u"/shop"_s << QByteArray("https://x.example/v2") << u"/shop/a"_s;
        QTest::newRow("described nowhere") << u"/shop"_s << QByteArray("/") << u"/shop/a"_s;
        QTest::newRow("the whole host") << QString() << QByteArray("https://x.example/v2") << u"/v2/a"_s;
        QTest::newRow("the same") << u"/v2"_s << QByteArray("https://x.example/v2") << u"/v2/a"_s;
    }

    void whatIsDescribedStandsBelowTheBasePath()
    {
        QFETCH(QString, basePath);
        QFETCH(QByteArray, server);
        QFETCH(QString, path);
        CatalogueFixture fixture;
        const QByteArray api = fixture.makeApi(u"shop"_s, u"shop.example"_s, basePath);
        QVERIFY(
            !fixture.import(api, described({"get /a"}) + "servers: [{url: '" + server + "'}]\n").isEmpty());
        QVERIFY(fixture.routeOf(u"shop.example", u"GET", reinterpret_cast<const char16_t *>(path.utf16())));
    }

    void aBrokenOneIsRefusedWithItsLine()
    {
        CatalogueFixture fixture;
        const QByteArray api = fixture.makeApi();
        const Reply refused =
            fixture.propose(api, "openapi: 3.1.0\ninfo: {title: t}\npaths:\n  orders: {}\n");
        QCOMPARE(refused.code(), u"description_refused"_s);
        QVERIFY2(refused.json[u"detail"].toString().startsWith(u"line 4: "), refused.body.constData());
        QCOMPARE(fixture.propose(api, {}).status, 422);
    }

    /// Between the review and the act somebody gave the proposal another rule.
    void whatWasReviewedIsApplied()
    {
        CatalogueFixture fixture;
        const QByteArray api = fixture.makeApi();
        const QString id = fixture.propose(api, described({"get /items"})).json[u"id"].toString();
        const QByteArray revision = CatalogueFixture::pathOf(api, id);
        const qint64 reviewed = fixture.versionOf(api, id);
        QCOMPARE(reviewed, 1);
        const QString etag = fixture.admin.get(api).etag;
        QCOMPARE(fixture.admin
                     .put(revision + "/rule", {{u"otherwise"_s, u"one"_s},
                                               {u"prefix"_s, u"all."_s},
                                               {u"named"_s, false},
                                               {u"read_and_write"_s, false}})
                     .json[u"version"]
                     .toInteger(),
                 2);
        QCOMPARE(fixture.admin.get(api).etag, etag); // it says nothing of that
        const Reply refused = fixture.applyReviewed(api, id, reviewed);
        QCOMPARE(refused.status, 409);
        QCOMPARE(refused.code(), u"revision_changed"_s);
        QCOMPARE(fixture.admin.post(revision + "/apply", {{u"reason"_s, u"unseen"_s}}, {}, etag).code(),
                 u"bad_parameter"_s);
        QVERIFY(!fixture.routeOf(u"shop.example", u"GET", u"/v1/items"));
        QCOMPARE(fixture.applyReviewed(api, id, 2).status, 200);
        QCOMPARE(fixture.routeOf(u"shop.example", u"GET", u"/v1/items")->scope, u"all.shop"_s);
    }

    /// Those that were in force, and what is proposed, stand below the base path that the API has now.
    void theBasePathOfFormerOnesFollows()
    {
        CatalogueFixture fixture;
        const QByteArray api = fixture.makeApi();
        const QString first = fixture.import(api, described({"get /a", "get /b"}));
        const QString second = fixture.import(api, described({"get /a"}, "2.0"));
        const QString proposed =
            fixture.propose(api, described({"get /a", "get /c"}, "3.0")).json[u"id"].toString();
        const auto before = fixture.routeOf(u"shop.example", u"GET", u"/v1/a");
        QCOMPARE(fixture.admin
                     .put(api, CatalogueFixture::draft(u"shop"_s, u"shop.example"_s, u"/v2"_s), {},
                          fixture.admin.get(api).etag)
                     .status,
                 200);
        // The review says what applying it does.
        const auto countsOf = [&](const QString &id) {
            return fixture.admin.get(CatalogueFixture::pathOf(api, id)).json[u"revision"][u"counts"];
        };
        QCOMPARE(countsOf(first)[u"new_routes"].toInt(), 1);
        QCOMPARE(countsOf(first)[u"gone_routes"].toInt(), 0);
        QCOMPARE(countsOf(proposed)[u"new_routes"].toInt(), 1);
        QCOMPARE(fixture.admin.get(CatalogueFixture::pathOf(api, first) + "/changes")
                     .json[u"items"][0][u"path_template"]
                     .toString(),
                 u"/v2/b"_s);
        QCOMPARE(fixture.apply(api, first).status, 200);
        QVERIFY(fixture.routeOf(u"shop.example", u"GET", u"/v2/b"));
        QCOMPARE(fixture.routeOf(u"shop.example", u"GET", u"/v2/a")->id, before->id);
        QVERIFY(!fixture.routeOf(u"shop.example", u"GET", u"/v1/b"));
        QCOMPARE(fixture.apply(api, proposed).status, 200);
        QVERIFY(fixture.routeOf(u"shop.example", u"GET", u"/v2/c"));
        QCOMPARE(fixture.apply(api, second).status, 200);
        QVERIFY(!fixture.routeOf(u"shop.example", u"GET", u"/v2/c"));
    }

    /// What the catalogue would refuse with all the rest is left out when it is proposed.
    void whatCannotStandIsLeftOutAtOnce_data()
    {
        QTest::addColumn<QByteArray>("paths");
        QTest::addColumn<QString>("why");
        QTest::newRow("the platform's own")
            << QByteArray("  /probe: {get: {}, post: {}}\n") << u"revocations"_s;
        QTest::newRow("the same below another server")
            << QByteArray("  /x: {get: {}}\n  /v1/x: {servers: [{url: '/api'}], get: {}, post: {}}\n"
                          "servers: [{url: '/v2'}]\n")
            << u"the same calls"_s;
        QTest::newRow("too long below it")
            << QByteArray("  /a: {get: {}}\n  /" + QByteArray(507, 'x') + ": {get: {}}\n")
            << u"longer than"_s;
    }
    void whatCannotStandIsLeftOutAtOnce()
    {
        QFETCH(QByteArray, paths);
        QFETCH(QString, why);
        CatalogueFixture fixture;
        const QByteArray api = "/apis/api_demo";
        const Reply proposed =
            fixture.propose(api, "openapi: 3.1.0\ninfo: {title: t}\npaths:\n" + paths, "?prefix=x.");
        QCOMPARE(proposed.status, 201);
        QCOMPARE(proposed.json[u"counts"][u"left_out"].toInt(), 1);
        QVERIFY2(proposed.json[u"left_out"][0][u"reason"].toString().contains(why),
                 proposed.body.constData());
        QCOMPARE(fixture.apply(api, proposed.json[u"id"].toString()).status, 200);
    }

    void aProposalIsWithdrawn()
    {
        CatalogueFixture fixture;
        const QByteArray api = fixture.makeApi();
        const QString inForce = fixture.import(api, described({"get /a"}));
        const QString id = fixture.propose(api, described({"get /b"}, "2.0")).json[u"id"].toString();
        const auto remove = [&](const QString &revision) {
            return fixture.admin.post(CatalogueFixture::pathOf(api, revision) + "/remove",
                                      {{u"reason"_s, u"by mistake"_s}});
        };
        QCOMPARE(remove(inForce).code(), u"revision_in_force"_s);
        const Reply removed = remove(id);
        QCOMPARE(removed.status, 200);
        QCOMPARE(removed.json[u"id"].toString(), id);
        QCOMPARE(fixture.admin.get(CatalogueFixture::pathOf(api, id)).status, 404);
        QCOMPARE(remove(id).status, 404);
        QCOMPARE(fixture.admin.get(api + "/revisions").json[u"count"].toInt(), 1);
        QVERIFY(fixture.routeOf(u"shop.example", u"GET", u"/v1/a"));
        const QJsonObject event = fixture.admin.events("action=catalogue.withdraw").first().toObject();
        QCOMPARE(event.value(u"reason"_s).toString(), u"by mistake"_s);
    }

    /// All revisions of all APIs together have their room.
    void thereIsRoomForSoMuch()
    {
        CatalogueFixture fixture;
        const QByteArray api = fixture.makeApi();
        const auto fill = [&fixture](qsizetype size) {
            RevisionRow row;
            row.value.id = u"rev_full"_s;
            row.value.apiId = u"api_demo"_s;
            row.value.state = RevisionState::Proposed;
            row.value.createdAt = fixture.admin.administration->context().now();
            row.operations = QByteArray(size, 'x');
            return fixture.admin.administration->context().store.writeNow<bool>([&row](Tx &tx) {
                revision_rows::put(tx, row);
                return true;
            });
        };
        QVERIFY(fill(100 * 1024 * 1024));
        QCOMPARE(fixture.propose(api, described({"get /a"})).status, 201);
        QVERIFY(fill(128 * 1024 * 1024));
        QCOMPARE(fixture.propose(api, described({"get /b"})).code(), u"catalogue_full"_s);
        QCOMPARE(fixture.admin.get(api + "/revisions").json[u"count"].toInt(), 1);
    }

    /// A tag that takes seconds to look at is cut, and what takes time is done before the writer's turn.
    void aLongTagKeepsNobodyWaiting()
    {
        CatalogueFixture fixture;
        const QByteArray api = fixture.makeApi();
        const QByteArray file = "openapi: 3.0.3\ninfo: {title: t}\npaths:\n  /a:\n    get: {tags: [\"" +
                                QByteArray("\u00e9").repeated(400'000) + "\"]}\n";
        QElapsedTimer timer;
        timer.start();
        const Reply proposed = fixture.propose(api, file, "?otherwise=tag");
        QCOMPARE(proposed.status, 201);
        QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
    }

    /// Only so many are kept, and never the one in force.
    void oldOnesGo()
    {
        CatalogueFixture fixture;
        const QByteArray api = fixture.makeApi();
        const QString first = fixture.import(api, described({"get /a"}));
        for (int i = 0; i < 8; ++i)
            QCOMPARE(fixture.propose(api, described({"get /b"}, QByteArray::number(i))).status, 201);
        const QJsonArray kept = fixture.admin.get(api + "/revisions").json[u"items"].toArray();
        QCOMPARE(kept.size(), 6);
        QVERIFY(std::any_of(kept.begin(), kept.end(),
                            [&first](const QJsonValue &each) { return each[u"id"].toString() == first; }));
    }

    /// The answer that was lost comes again, and nothing is done twice.
    void aRepeatedRequestIsAnsweredAlike()
    {
        CatalogueFixture fixture;
        const QByteArray api = fixture.makeApi();
        const QByteArray file = described({"get /a"});
        const Reply first = fixture.admin.postFile(api + "/revisions", file, "same");
        const Reply again = fixture.admin.postFile(api + "/revisions", file, "same");
        QCOMPARE(again.json[u"id"].toString(), first.json[u"id"].toString());
        QCOMPARE(fixture.admin.get(api + "/revisions").json[u"count"].toInt(), 1);
        QCOMPARE(fixture.admin.postFile(api + "/revisions", file + "\n", "same").code(),
                 u"idempotency_conflict"_s);
    }
};

QTEST_GUILESS_MAIN(TestRevisions)
#include "tst_revisions.moc"
