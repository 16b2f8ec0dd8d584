// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/admin/catalogue/catalogue_fixture.h"

#include "platform/store/rows/catalogue_rows.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;
using namespace pc::platform::test;

namespace {

constexpr char orders[] = "/scope?scope=orders:read";

QJsonObject draft(const QStringList &categories, const QStringList &bases = {})
{
    return {{u"title"_s, u"Read orders"_s},
            {u"sentence"_s, u"See orders."_s},
            {u"data_categories"_s, QJsonArray::fromStringList(categories)},
            {u"lawful_bases"_s, QJsonArray::fromStringList(bases)},
            {u"sensitive"_s, true},
            {u"reason"_s, u"Reviewed"_s}};
}

struct Fixture
{
    AdminFixture admin;
    QString partner = admin.makePartner(u"acme"_s);

    Reply edit(const QJsonObject &body) { return admin.put(orders, body, {}, admin.get(orders).etag); }
    Reply grant(const QStringList &scopes)
    {
        const QByteArray path = "/partners/" + partner.toLatin1() + "/grant";
        const Reply held = admin.get(path);
        return admin.put(path,
                         {{u"plan_id"_s, held.json.value(u"plan_id"_s)},
                          {u"scopes"_s, QJsonArray::fromStringList(scopes)},
                          {u"resources"_s, QJsonArray()},
                          {u"reason"_s, u"why"_s}},
                         {}, held.etag);
    }
};

QString firstError(const Reply &reply)
{
    return reply.json[u"errors"][0][u"pointer"].toString() + u' ' +
           reply.json[u"errors"][0][u"code"].toString();
}

} // namespace

/// What people say of scopes, and who holds them.
class TestScopes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEditIsStoredToldAndInForce()
    {
        Fixture fixture;
        QCOMPARE(fixture.admin.get(orders).etag, u"\"1\""_s);
        const Reply edited = fixture.edit(draft({u"orders"_s, u"contact"_s}, {u"contract"_s}));
        QVERIFY2(edited.status == 200, edited.body);
        QCOMPARE(edited.etag, u"\"2\""_s);
        QCOMPARE(edited.json.value(u"new_conflicts"_s).toInt(), 0);
        QCOMPARE(edited.json[u"scope"][u"updated_by"].toString(), u"tester"_s);
        fixture.admin.open(); // as stored
        const Reply stored = fixture.admin.get(orders);
        QCOMPARE(stored.json.value(u"data_categories"_s).toArray(), (QJsonArray{u"orders"_s, u"contact"_s}));
        QCOMPARE(stored.json.value(u"sensitive"_s).toBool(), true);
        const QJsonObject event = fixture.admin.events("action=scope.edit").at(0).toObject();
        QCOMPARE(event.value(u"target_id"_s).toString(), u"orders:read"_s);
        QCOMPARE(event.value(u"reason"_s).toString(), u"Reviewed"_s);
        QCOMPARE(fixture.edit(draft({u"orders"_s, u"contact"_s}, {u"contract"_s})).etag,
                 u"\"2\""_s); // nothing changed
        QCOMPARE(fixture.admin.put(orders, draft({u"orders"_s}), {}, u"\"1\""_s).status, 412);
        QJsonObject silent = draft({u"orders"_s});
        silent.remove(u"reason"_s);
        QCOMPARE(firstError(fixture.edit(silent)), u"/reason required"_s);
        QCOMPARE(firstError(fixture.edit(draft({u"orders"_s, u"Orders"_s}))),
                 u"/data_categories/1 repeated"_s);
        QCOMPARE(firstError(fixture.edit(draft({u"orders"_s}, {u"whim"_s}))),
                 u"/lawful_bases unknown_value"_s);
        QCOMPARE(fixture.admin.get("/scope?scope=nope:x").status, 404);
    }

    /// Who would not be allowed any more is named before, and with the answer; nobody loses what it holds.
    void whoDoesNotFitIsNamed()
    {
        Fixture fixture;
        const QJsonObject narrower = draft({u"orders"_s, u"health"_s}, {u"consent"_s});
        const Reply dry = fixture.admin.post("/scope/effect?scope=orders:read", narrower);
        QVERIFY2(dry.status == 200, dry.body);
        QCOMPARE(dry.json.value(u"holders"_s).toInt(), 1);
        QCOMPARE(dry.json.value(u"new_conflicts"_s).toInt(), 1);
        const QJsonValue conflict = dry.json[u"conflicts"][0];
        QCOMPARE(conflict[u"partner_id"].toString(), fixture.partner);
        QCOMPARE(conflict[u"basis"].toBool(), true);
        QCOMPARE(conflict[u"categories"].toArray(), QJsonArray{u"health"_s});
        QCOMPARE(fixture.admin.get(orders).etag, u"\"1\""_s);
        QCOMPARE(fixture.edit(narrower).json.value(u"new_conflicts"_s).toInt(), 1);
        QVERIFY(fixture.admin.policy->current()->partner(fixture.partner)->scopes.contains(u"orders:read"_s));
        const Reply again = fixture.edit(draft({u"orders"_s, u"health"_s}, {u"public_task"_s}));
        QCOMPARE(again.json.value(u"new_conflicts"_s).toInt(), 0);
        QCOMPARE(again.json.value(u"conflict_count"_s).toInt(), 1);
    }

    /// A grant gives what the agreement names; what is held is shown, and can be edited around.
    void grantsStayWithinTheAgreement()
    {
        Fixture fixture;
        QCOMPARE(fixture.edit(draft({u"orders"_s, u"health"_s})).status, 200);
        QCOMPARE(fixture.grant({u"orders:read"_s, u"products:read"_s, u"invoices:read"_s}).status, 200);
        QCOMPARE(fixture.grant({u"products:read"_s}).status, 200);
        const Reply back = fixture.grant({u"products:read"_s, u"orders:read"_s});
        QCOMPARE(back.status, 422);
        QCOMPARE(firstError(back), u"/scopes/1 data_category"_s);
        QCOMPARE(back.json[u"errors"][0][u"detail"].toString(),
                 u"The agreement does not name what orders:read gives access to: health."_s);
        const Reply other = fixture.admin.post("/partners", fixture.admin.draft(u"other"_s));
        QCOMPARE(other.status, 422);
        QCOMPARE(firstError(other), u"/scopes/0 data_category"_s);
        const QByteArray path = "/partners/" + fixture.partner.toLatin1();
        QJsonObject cut = fixture.admin.draft(u"acme"_s);
        cut.insert(u"data_categories"_s, QJsonArray{u"orders"_s});
        const Reply refused = fixture.admin.put(path, cut, {}, fixture.admin.get(path).etag);
        QCOMPARE(firstError(refused), u"/data_categories scopes_not_covered"_s);
        const QByteArray file =
            "slug,name,legal_name,country,owner,plan,lawful_basis,data_categories,scopes\n"
            "new,New,New Ltd,DE,tester,pln_standard,contract,orders,orders:read\n";
        const Reply imported = fixture.admin.postFile("/imports/partners?format=csv", file);
        QCOMPARE(imported.json[u"rows"][0][u"outcome"].toString(), u"refused"_s);
        QCOMPARE(imported.json[u"rows"][0][u"errors"][0][u"code"].toString(), u"data_category"_s);
    }

    void holdersAreListedByNameAndPage()
    {
        Fixture fixture;
        for (const QString &slug : {u"zeta"_s, u"beta"_s})
            (void)fixture.admin.makePartner(slug);
        const AdminFixture::Issued credential = fixture.admin.makeCredential(fixture.partner);
        for (int i = 0; i < 3; ++i) {
            CallRecord call = fixture.admin.servedCall(fixture.partner, credential.id, i);
            call.routeId = u"rte_orders"_s;
            call.scope = u"orders:read"_s;
            fixture.admin.calls->push(call);
        }
        fixture.admin.administration->start();
        const QByteArray path = "/scope/holders?scope=orders:read&limit=2";
        QTRY_COMPARE_WITH_TIMEOUT(fixture.admin.get(path).json[u"items"][0][u"calls_30d"].toInteger(),
                                  qint64(3), 20'000);
        const Reply page = fixture.admin.get(path);
        QCOMPARE(page.json.value(u"count"_s).toInt(), 3);
        QCOMPARE(page.json[u"items"][0][u"partner_id"].toString(), fixture.partner);
        QCOMPARE(page.json[u"items"][0][u"credentials"][0][u"calls_30d"].toInteger(), qint64(3));
        QVERIFY(page.json[u"items"][0].toObject().contains(u"last_used_at"_s));
        QCOMPARE(page.json[u"items"][1][u"name"].toString(), u"Partner beta"_s);
        QVERIFY(!page.json[u"items"][1].toObject().contains(u"last_used_at"_s));
        const QByteArray cursor = page.json.value(u"next_cursor"_s).toString().toLatin1();
        const Reply rest = fixture.admin.get(path + "&cursor=" + cursor);
        QCOMPARE(rest.json[u"items"].toArray().size(), 1);
        QCOMPARE(rest.json[u"items"][0][u"name"].toString(), u"Partner zeta"_s);
        QVERIFY(!rest.json.contains(u"next_cursor"_s));
        QCOMPARE(fixture.admin.get(path + "&cursor=bm9uZQ").status, 400);

        QJsonObject figures;
        for (const QJsonValue &each : fixture.admin.get("/scope-figures").json.value(u"items"_s).toArray()) {
            if (each[u"scope"].toString() == u"orders:read")
                figures = each.toObject();
        }
        QCOMPARE(figures.value(u"holders"_s).toInt(), 3);
        QCOMPARE(figures.value(u"credentials"_s).toInt(), 1);
        QCOMPARE(figures.value(u"routes"_s).toInt(), 3);
        QCOMPARE(figures.value(u"users_30d"_s).toInt(), 1);
        QCOMPARE(figures.value(u"calls_30d"_s).toInteger(), qint64(3));
    }

    void onlyAnIdleScopeIsRemoved()
    {
        CatalogueFixture fixture;
        AdminFixture &admin = fixture.admin;
        const QByteArray api = fixture.makeApi();
        fixture.import(api,
                       described({"get /goods shop:read", "put /goods shop:https://shop.example/write"}));
        const QByteArray path = "/scope?scope=shop:https://shop.example/write";
        const QJsonObject why{{u"reason"_s, u"Not needed"_s}};
        const QByteArray remove = "/scope/remove?scope=shop:https://shop.example/write";
        const QString etag = admin.get(path).etag;
        QVERIFY(!etag.isEmpty()); // a name that no path could have
        QCOMPARE(admin.post(remove, why, {}, etag).code(), u"scope_in_use"_s);
        fixture.import(api, described({"get /goods shop:read"}));
        QCOMPARE(admin.post(remove, why, {}, etag).status, 200);
        QCOMPARE(admin.get(path).status, 404);
        QCOMPARE(admin.policy->current()->apiOfScope(u"shop:https://shop.example/write"_s), QString());
        QCOMPARE(admin.events("action=scope.remove").size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestScopes)
#include "tst_scopes.moc"
