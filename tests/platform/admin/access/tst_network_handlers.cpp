// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/admin/admin_fixture.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;
using namespace pc::platform::test;

namespace {

QJsonArray listOf(const QStringList &networks)
{
    QJsonArray list;
    for (const QString &network : networks)
        list.append(QJsonObject{{u"network"_s, network}});
    return list;
}

QJsonObject edit(const QJsonArray &sandbox, const QJsonArray &production = {}, const QString &reason = {})
{
    QJsonObject body{
        {u"sandbox"_s, sandbox}, {u"production"_s, production}, {u"credentials"_s, QJsonArray()}};
    if (!reason.isEmpty())
        body.insert(u"reason"_s, reason);
    return body;
}

QStringList codes(const Reply &reply)
{
    QStringList list;
    const QJsonArray errors = reply.json.value(u"errors"_s).toArray();
    for (const QJsonValue &each : errors)
        list.append(each[u"pointer"_s].toString() + u' ' + each[u"code"_s].toString());
    return list;
}

struct Fixture
{
    AdminFixture admin;
    QString partner = admin.makePartner(u"acme"_s);
    QByteArray path = "/partners/" + partner.toLatin1() + "/networks";

    Reply put(const QJsonObject &body) { return admin.put(path, body, {}, admin.get(path).etag); }
    [[nodiscard]] bool allows(const char *source, Realm realm, const QString &credential = {}) const
    {
        return admin.policy->current()->partner(partner)->allowsFrom(
            pc::rules::addressOf(source), realm, id16Of(credential), admin.clock.now().wall);
    }
};

} // namespace

class TestNetworkHandlers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nobodyHasEditedThemYet()
    {
        Fixture fixture;
        const Reply reply = fixture.admin.get(fixture.path);
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.etag, u"\"0\""_s);
        QCOMPARE(reply.json.value(u"production"_s).toArray(), QJsonArray());
        QVERIFY(!reply.json.contains(u"updated_at"_s));
        QVERIFY(fixture.allows("192.0.2.1", Realm::Sandbox));
        QVERIFY(!fixture.allows("192.0.2.1", Realm::Production));
        QCOMPARE(fixture.admin.get("/partners/prt_none/networks").status, 404);
        QCOMPARE(fixture.admin.get("/partners/prt_none/sources").status, 404);
    }

    /// As it is written, in force at once, and told with before and after.
    void whatIsListedIsInForce()
    {
        Fixture fixture;
        const QJsonArray production =
            listOf({u"::ffff:192.0.2.0/120"_s, u" 198.18.0.9"_s, u"2001:DB8::/48"_s});
        const Reply reply = fixture.put(edit({}, production, u"Agreed"_s));
        QVERIFY2(reply.status == 200, reply.body);
        QCOMPARE(reply.json.value(u"production"_s).toArray(),
                 listOf({u"192.0.2.0/24"_s, u"198.18.0.9/32"_s, u"2001:db8::/48"_s}));
        QCOMPARE(reply.json.value(u"updated_by"_s).toString(), u"tester"_s);
        QVERIFY(fixture.allows("192.0.2.1", Realm::Production));
        QVERIFY(fixture.allows("2001:db8:0:7::1", Realm::Production));
        QVERIFY(!fixture.allows("192.0.3.1", Realm::Production));
        fixture.admin.open(); // as stored
        QVERIFY(fixture.allows("192.0.2.1", Realm::Production));
        QVERIFY(!fixture.allows("192.0.3.1", Realm::Production));

        QCOMPARE(fixture.put(edit({}, listOf({u"192.0.2.0/24"_s}), u"Moved"_s)).status, 200);
        const QJsonObject event = fixture.admin.events("action=networks.edit").at(0).toObject();
        QStringList changes;
        for (const QJsonValue &each : event.value(u"changes"_s).toArray())
            changes.append(each[u"field"_s].toString() + u": "_s + each[u"before"_s].toString() + u" > "_s +
                           each[u"after"_s].toString());
        QCOMPARE(changes, (QStringList{u"production: 198.18.0.9/32 > "_s, u"production: 2001:db8::/48 > "_s,
                                       u"production: 192.0.2.0/24 > 192.0.2.0/24"_s}));
        QCOMPARE(fixture.put(edit({}, listOf({u"192.0.2.0/24"_s}))).etag, u"\"2\""_s); // nothing changed
    }

    void whatGivesOrTakesNeedsAReason()
    {
        Fixture fixture;
        const QStringList missing{u"/reason required"_s};
        QCOMPARE(codes(fixture.put(edit({}, listOf({u"192.0.2.0/24"_s})))), missing);
        QCOMPARE(codes(fixture.put(edit(listOf({u"192.0.2.0/24"_s})))), missing); // less than before
        QCOMPARE(fixture.put(edit(listOf({u"192.0.2.0/24"_s}), {}, u"Agreed"_s)).status, 200);
        QCOMPARE(codes(fixture.put(edit({}))), missing);
        QCOMPARE(codes(fixture.put(edit(listOf({u"192.0.2.0/23"_s})))), missing);
        QCOMPARE(codes(fixture.put(edit(listOf({u"192.0.2.0/25"_s})))), missing);
        QCOMPARE(fixture.put(edit(listOf({u"192.0.2.0/25"_s}), {}, u"Agreed"_s)).status, 200);
        QJsonArray noted = listOf({u"192.0.2.0/25"_s});
        noted[0] = QJsonObject{{u"network"_s, u"192.0.2.0/25"_s}, {u"note"_s, u"Office"_s}};
        QCOMPARE(fixture.put(edit(noted)).status, 200); // everybody stays where they are
        QJsonObject waived = edit(listOf({u"192.0.2.0/25"_s}));
        const QDateTime now = fixture.admin.administration->context().now();
        const auto until = [&](int days, int seconds = 0) {
            const QString at = now.addDays(days).addSecs(seconds).toString(Qt::ISODateWithMs);
            waived.insert(u"waiver"_s, QJsonObject{{u"until"_s, at}, {u"reason"_s, u"Moves"_s}});
            return waived;
        };
        QCOMPARE(codes(fixture.put(until(20))), missing);
        waived.insert(u"reason"_s, u"Agreed"_s);
        QCOMPARE(codes(fixture.put(until(0))), QStringList{u"/waiver/until out_of_range"_s});
        QCOMPARE(codes(fixture.put(until(90, 1))), QStringList{u"/waiver/until out_of_range"_s});
        QCOMPARE(fixture.put(until(90)).status, 200);
        QVERIFY(fixture.allows("203.0.113.1", Realm::Production));
        QCOMPARE(fixture.put(until(30)).status, 200);
        // It ends by the clock alone, and stays on record.
        fixture.admin.clock.advance(std::chrono::hours(24 * 31));
        fixture.admin.signIn(u"tester"_s, {u"admin"_s});
        QVERIFY(!fixture.allows("203.0.113.1", Realm::Production));
        waived.insert(u"sandbox"_s, listOf({u"192.0.2.0/26"_s}));
        QCOMPARE(fixture.put(waived).status, 200);
    }

    void wrongLinesAreNamed()
    {
        Fixture fixture;
        const QDateTime now = fixture.admin.administration->context().now();
        QJsonArray sandbox = listOf({u"192.0.2.7/24"_s, u"nothing"_s, u"0.0.0.0/0"_s, u"::/0"_s,
                                     u"224.0.0.1"_s, u"192.0.2.1"_s, u"::ffff:192.0.2.1"_s});
        sandbox.append(QJsonObject{{u"network"_s, u"192.0.2.9"_s},
                                   {u"from"_s, now.addDays(2).toString(Qt::ISODateWithMs)},
                                   {u"until"_s, now.addDays(1).toString(Qt::ISODateWithMs)}});
        QJsonObject body = edit(sandbox);
        const QString other = fixture.admin.makeCredential(fixture.admin.makePartner(u"other"_s)).id;
        const QJsonObject own{{u"credential_id"_s, fixture.admin.makeCredential(fixture.partner).id},
                              {u"entries"_s, listOf({u"192.0.2.0/33"_s})}};
        body.insert(
            u"credentials"_s,
            QJsonArray{own, own, QJsonObject{{u"credential_id"_s, other}, {u"entries"_s, QJsonArray()}}});
        QStringList told = codes(fixture.put(body));
        told.sort();
        QCOMPARE(told,
                 (QStringList{u"/credentials/0/entries/0/network bad_format"_s,
                              u"/credentials/1/credential_id repeated"_s,
                              u"/credentials/1/entries/0/network bad_format"_s,
                              u"/credentials/2/credential_id unknown_value"_s,
                              u"/credentials/2/entries required"_s, u"/sandbox/0/network bad_format"_s,
                              u"/sandbox/1/network bad_format"_s, u"/sandbox/2/network out_of_range"_s,
                              u"/sandbox/3/network out_of_range"_s, u"/sandbox/4/network out_of_range"_s,
                              u"/sandbox/6/network repeated"_s, u"/sandbox/7/until out_of_range"_s}));
        QCOMPARE(fixture.admin.get(fixture.path).etag, u"\"0\""_s);
    }

    void aCredentialIsNarrowed()
    {
        Fixture fixture;
        const QString id = fixture.admin.makeCredential(fixture.partner).id;
        QJsonObject body = edit({}, {}, u"Agreed"_s);
        body.insert(u"credentials"_s, QJsonArray{QJsonObject{{u"credential_id"_s, id},
                                                             {u"entries"_s, listOf({u"192.0.2.0/28"_s})}}});
        QCOMPARE(fixture.put(body).status, 200);
        QVERIFY(fixture.allows("192.0.2.1", Realm::Sandbox, id));
        QVERIFY(!fixture.allows("192.0.2.17", Realm::Sandbox, id));
        QVERIFY(fixture.allows("192.0.2.17", Realm::Sandbox, u"crd_0000000000000000"_s));
        // An edit of the partner or its grant leaves the networks as they are.
        QJsonObject draft = fixture.admin.draft(u"acme"_s);
        draft.insert(u"notes"_s, u"called"_s);
        const QByteArray partner = "/partners/" + fixture.partner.toLatin1();
        QCOMPARE(fixture.admin.put(partner, draft, {}, fixture.admin.get(partner).etag).status, 200);
        QVERIFY(!fixture.allows("192.0.2.17", Realm::Sandbox, id));
    }

    void sourcesAreThoseOfTheCalls()
    {
        Fixture fixture;
        const QString id = fixture.admin.makeCredential(fixture.partner).id;
        for (int i = 0; i < 3; ++i) {
            CallRecord call = fixture.admin.servedCall(fixture.partner, id, i);
            call.source = i == 2 ? u"2001:db8::9"_s : u"192.0.2.9"_s;
            call.userAgent = u"app/1"_s;
            fixture.admin.calls->push(call);
        }
        fixture.admin.administration->start();
        const QByteArray path = "/partners/" + fixture.partner.toLatin1() + "/sources";
        QTRY_COMPARE(fixture.admin.get(path).json.value(u"items"_s).toArray().size(), 2);
        const QJsonObject first = fixture.admin.get(path).json.value(u"items"_s)[0].toObject();
        QCOMPARE(first.value(u"source"_s).toString(), u"192.0.2.9"_s);
        QCOMPARE(first.value(u"calls"_s).toInteger(), 2);
        QCOMPARE(first.value(u"realm"_s).toString(), u"sbx"_s);
        QCOMPARE(first.value(u"credential_id"_s).toString(), id);
        fixture.admin.signIn(u"reader"_s, {u"viewer"_s});
        QCOMPARE(fixture.admin.get(path).status, 403);
        QCOMPARE(fixture.admin.get(fixture.path).status, 200);
        QCOMPARE(fixture.put(edit({})).status, 403);
    }
};

QTEST_GUILESS_MAIN(TestNetworkHandlers)
#include "tst_network_handlers.moc"
