// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/admin/admin_fixture.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;
using namespace pc::platform::test;

namespace {

QJsonObject limits(double rate, int burst, int quota)
{
    return {{u"rate"_s, rate}, {u"burst"_s, burst}, {u"daily_quota"_s, quota}};
}

QJsonObject draft(const QString &name, const QJsonObject &all)
{
    return {{u"name"_s, name},      {u"description"_s, u"For tests."_s},
            {u"sandbox"_s, all},    {u"limited"_s, all},
            {u"production"_s, all}, {u"reason"_s, u"Reviewed"_s}};
}

struct Fixture
{
    AdminFixture admin;
    QString partner = admin.makePartner(u"acme"_s); // on pln_standard

    [[nodiscard]] Limits inForce() const
    {
        return admin.policy->current()->partner(partner)->limitsAt(Realm::Sandbox, admin.clock.now().wall);
    }
    Reply edit(const QByteArray &plan, const QJsonObject &body)
    {
        return admin.put("/plans/" + plan, body, {}, admin.get("/plans/" + plan).etag);
    }
};

QString firstError(const Reply &reply)
{
    return reply.json[u"errors"][0][u"pointer"].toString() + u' ' +
           reply.json[u"errors"][0][u"code"].toString();
}

} // namespace

/// Plans, and what an edit of one means for its partners.
class TestPlans : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEditIsInForceForAllItsPartners()
    {
        Fixture fixture;
        const QString second = fixture.admin.makePartner(u"beta"_s);
        QCOMPARE(fixture.admin.get("/plans/pln_standard").json.value(u"partners"_s).toInt(), 2);
        const Reply edited = fixture.edit("pln_standard", draft(u"Standard"_s, limits(1, 2, 30)));
        QVERIFY2(edited.status == 200, edited.body);
        QCOMPARE(fixture.inForce(), (Limits{1, 2, 30}));
        QCOMPARE(fixture.admin.policy->current()->partner(second)->limits.production, (Limits{1, 2, 30}));
        fixture.admin.open(); // as stored
        QCOMPARE(fixture.inForce(), (Limits{1, 2, 30}));
        QCOMPARE(fixture.admin.get("/partners/" + fixture.partner.toLatin1() + "/grant")
                     .json[u"effective"][u"burst"]
                     .toInt(),
                 2);
        const QJsonObject event = fixture.admin.events("action=plan.edit").at(0).toObject();
        QCOMPARE(event.value(u"target_id"_s).toString(), u"pln_standard"_s);
        QStringList fields;
        for (const QJsonValue &each : event.value(u"changes"_s).toArray())
            fields.append(each[u"field"].toString());
        QVERIFY(fields.contains(u"sandbox.rate"_s));
        QCOMPARE(
            fixture.admin.put("/plans/pln_standard", draft(u"Standard"_s, limits(1, 1, 1)), {}, u"\"1\""_s)
                .status,
            412);
        QCOMPARE(firstError(fixture.edit("pln_standard", draft(u"VOLUME"_s, limits(1, 2, 30)))),
                 u"/name taken"_s);
        QCOMPARE(firstError(fixture.edit("pln_standard", draft(u"Standard"_s, limits(0, 2, 30)))),
                 u"/sandbox/rate out_of_range"_s);
    }

    void aPlanComesAndGoes()
    {
        Fixture fixture;
        const Reply made = fixture.admin.post("/plans", draft(u"Night"_s, limits(3, 6, 0)));
        QVERIFY2(made.status == 201, made.body);
        const QByteArray id = made.json.value(u"id"_s).toString().toLatin1();
        QVERIFY(fixture.admin.policy->current()->planLimits(QString::fromLatin1(id)));
        QJsonObject moved = fixture.admin.draft(u"acme"_s);
        moved.insert(u"plan_id"_s, QString::fromLatin1(id));
        const QByteArray path = "/partners/" + fixture.partner.toLatin1();
        QCOMPARE(fixture.admin.put(path, moved, {}, fixture.admin.get(path).etag).status, 200);
        QCOMPARE(fixture.inForce(), (Limits{3, 6, 0}));
        const QJsonObject why{{u"reason"_s, u"Over"_s}};
        const auto remove = [&] {
            return fixture.admin.post("/plans/" + id + "/remove", why, {},
                                      fixture.admin.get("/plans/" + id).etag);
        };
        QCOMPARE(remove().code(), u"plan_in_use"_s);
        QCOMPARE(
            fixture.admin.put(path, fixture.admin.draft(u"acme"_s), {}, fixture.admin.get(path).etag).status,
            200);
        QCOMPARE(remove().status, 200);
        QVERIFY(!fixture.admin.policy->current()->planLimits(QString::fromLatin1(id)));
        QCOMPARE(fixture.admin.get("/plans/" + id).status, 404);
        QCOMPARE(fixture.admin.events("action=plan.remove").size(), 1);
        fixture.admin.open();
        QCOMPARE(fixture.admin.get("/plans").json.value(u"count"_s).toInt(), 3);
    }

    /// Limits before and after, what hides them, and what the calls say; nothing where nothing is known.
    void theEffectIsToldBefore()
    {
        Fixture fixture;
        const QString idle = fixture.admin.makePartner(u"beta"_s);
        const AdminFixture::Issued credential = fixture.admin.makeCredential(fixture.partner);
        for (int i = 0; i < 5; ++i)
            fixture.admin.calls->push(fixture.admin.servedCall(fixture.partner, credential.id, i));
        fixture.admin.administration->start();
        const QByteArray grant = "/partners/" + idle.toLatin1() + "/grant";
        QCOMPARE(fixture.admin
                     .put(grant,
                          {{u"plan_id"_s, u"pln_standard"_s},
                           {u"scopes"_s, QJsonArray{u"orders:read"_s}},
                           {u"resources"_s, QJsonArray()},
                           {u"limit_override"_s,
                            QJsonObject{{u"limits"_s, limits(9, 9, 9)}, {u"reason"_s, u"More"_s}}},
                           {u"reason"_s, u"why"_s}},
                          {}, fixture.admin.get(grant).etag)
                     .status,
                 200);
        const QJsonObject smaller = draft(u"Standard"_s, limits(0.0001, 2, 100));
        const auto effect = [&] { return fixture.admin.post("/plans/pln_standard/effect", smaller); };
        QTRY_COMPARE_WITH_TIMEOUT(effect().json[u"lines"][0][u"busiest_hour"].toInteger(), qint64(5), 20'000);
        const Reply told = effect();
        QCOMPARE(told.json.value(u"partners"_s).toInt(), 2);
        const QJsonValue first = told.json[u"lines"][0];
        QCOMPARE(first[u"partner_id"].toString(), fixture.partner);
        QCOMPARE(first[u"realm"].toString(), u"sbx"_s);
        QCOMPARE(first[u"before"][u"burst"].toInt(), 10);
        QCOMPARE(first[u"after"][u"burst"].toInt(), 2);
        QCOMPARE(first[u"hours_over"].toInt(), 1);
        const QJsonValue second = told.json[u"lines"][1];
        QCOMPARE(second[u"partner_id"].toString(), idle);
        QCOMPARE(second[u"overridden"].toBool(), true);
        QCOMPARE(second[u"before"], second[u"after"]);
        QVERIFY(!second.toObject().contains(u"busiest_hour"_s));
        QCOMPARE(fixture.inForce().burst, 10);
    }
};

QTEST_GUILESS_MAIN(TestPlans)
#include "tst_plans.moc"
