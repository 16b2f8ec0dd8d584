// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/admin/admin_fixture.h"

#include "contract/api/roles.h"

#include <QtTest>

#include <algorithm>
#include <thread>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;
using namespace pc::platform::test;

namespace {

/// Ids of all pages of a list, in order; empty when a page or its count is wrong.
QStringList walk(AdminFixture &fixture, const QByteArray &list, int count)
{
    QStringList seen;
    QByteArray cursor;
    do {
        const Reply page = fixture.get(cursor.isEmpty() ? list : QByteArray(list + "&cursor=" + cursor));
        if (page.status != 200 || page.json.value(u"count"_s).toInteger() != count)
            return {};
        const QJsonArray items = page.json.value(u"items"_s).toArray();
        for (const QJsonValue &item : items)
            seen.append(item.toObject().value(u"id"_s).toString());
        cursor = page.json.value(u"next_cursor"_s).toString().toLatin1();
    } while (!cursor.isEmpty());
    return seen;
}

} // namespace

class TestAdminApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sessionTellsWhoIAm();
    void sessionRenewsAndEnds();
    void endedChainsAdmitNobody();
    void tokenDiesAfterFifteenMinutes();
    void everyRoleAndOperation();
    void partnerIsMadeListedAndFound();
    void wrongDraftNamesItsFields();
    void writeNeedsAKey();
    void sameKeyTwiceMakesOnePartner();
    void sameKeyOtherBodyIsRefused();
    void sameKeyAtOnceIsCarriedOutOnce();
    void editNeedsTheVersionItWasBasedOn();
    void replayComesBeforeIfMatch();
    void listPagesWithoutLossOrRepetition();
    void credentialListPagesInItsOrder();
    void credentialsAreFound();
    void unknownParameterIsRefused();
    void promotionWaitsForItsGates();
    void grantFollowsLawfulBasis();
};

void TestAdminApi::sessionTellsWhoIAm()
{
    AdminFixture fixture;
    const Reply reply = fixture.get("/session");
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.json.value(u"account"_s).toString(), u"tester"_s);
    QCOMPARE(reply.json.value(u"environment"_s).toString(), u"local"_s);
    QCOMPARE(reply.json.value(u"token_endpoint"_s).toString(), u"https://platform.test/oauth2/token"_s);
    QVERIFY(reply.json.value(u"permissions"_s).toArray().contains(u"partner.create"_s));
    fixture.token = "pco_" + QByteArray(43, 'x');
    QCOMPARE(fixture.get("/session").status, 401);
}

void TestAdminApi::sessionRenewsAndEnds()
{
    AdminFixture fixture;
    const QByteArray first = fixture.token;
    const Reply renewed = fixture.send(HttpMethod::Post, "/session/renew", {}, {}, {});
    QCOMPARE(renewed.status, 200);
    fixture.token = renewed.json.value(u"token"_s).toString().toLatin1();
    QVERIFY(fixture.token != first);
    QCOMPARE(fixture.get("/session").status, 200);
    fixture.open(); // a restart signs nobody out
    QCOMPARE(fixture.get("/session").status, 200);
    QCOMPARE(fixture.send(HttpMethod::Delete, "/session", {}, {}, {}).status, 204);
    QCOMPARE(fixture.get("/session").status, 401);
    fixture.token = first; // the whole chain ended
    QCOMPARE(fixture.get("/session").status, 401);
}

/// A renewal that was under way while somebody signed out must not bring the session back.
void TestAdminApi::endedChainsAdmitNobody()
{
    AdminFixture fixture;
    AdminContext &context = fixture.administration->context();
    const QDateTime now = context.now();
    const auto first = OperatorSessions::mint(u"tester"_s, now, fixture.random);
    const auto other = OperatorSessions::mint(u"tester"_s, now, fixture.random);
    QVERIFY(context.sessions.admit(first.row));
    context.sessions.endChain(first.row.chain, now);
    QVERIFY(context.sessions.isEnded(first.row.chain));
    QVERIFY(!context.sessions.admit(first.row));
    QVERIFY(!context.sessions.authenticate(first.token.view(), now));
    QVERIFY(context.sessions.admit(other.row));
}

void TestAdminApi::tokenDiesAfterFifteenMinutes()
{
    AdminFixture fixture;
    fixture.clock.advance(std::chrono::minutes(14));
    QCOMPARE(fixture.get("/session").status, 200);
    fixture.clock.advance(std::chrono::minutes(2));
    QCOMPARE(fixture.get("/session").status, 401);
}

void TestAdminApi::everyRoleAndOperation()
{
    AdminFixture fixture;
    for (const Role role : {Role::Viewer, Role::Support, Role::PartnerOps, Role::Security, Role::Admin}) {
        fixture.signIn(u"role-"_s + toText(role).replace(u'_', u'-'), {toText(role)});
        for (const Operation &operation : operations()) {
            if (operation.op == Op::SessionEnd)
                continue; // allowed to everybody, and it would end this test's session
            QByteArray path = operation.path;
            path.replace("{partner_id}", "prt_none")
                .replace("{credential_id}", "crd_none")
                .replace("{generation}", "1");
            path.replace("{call_id}", "dec_none")
                .replace("{event_id}", "evt_none")
                .replace("{job_id}", "job_none");
            path.replace("{api_id}", "api_none")
                .replace("{revision_id}", "rev_none")
                .replace("{observation_id}", "obs_none")
                .replace("{version_id}", "ver_none")
                .replace("{plan_id}", "pln_none");
            const Reply reply =
                fixture.send(methodFromName(operation.method), path, {}, fixture.freshKey(), u"\"1\""_s);
            if (allows(role, operation.op)) {
                QVERIFY2(reply.status != 403 && reply.status != 401, operation.id);
            } else {
                QVERIFY2(reply.status == 403, operation.id);
                QCOMPARE(reply.json.value(u"permission"_s).toString(), QString::fromLatin1(operation.id));
            }
        }
    }
}

void TestAdminApi::partnerIsMadeListedAndFound()
{
    AdminFixture fixture;
    const QString id = fixture.makePartner(u"alpha"_s);
    const Reply list = fixture.get("/partners?q=alph&stage=sandbox,limited");
    QCOMPARE(list.status, 200);
    QCOMPARE(list.json.value(u"items"_s).toArray().size(), 1);
    QCOMPARE(list.json.value(u"count"_s).toInteger(), 1);
    const Reply one = fixture.get("/partners/" + id.toLatin1());
    QCOMPARE(one.status, 200);
    QCOMPARE(one.etag, u"\"1\""_s);
    QCOMPARE(fixture.get("/partners?q=alph&stage=production").json.value(u"items"_s).toArray().size(), 0);
    QCOMPARE(fixture.get("/partners/prt_none").status, 404);
    // In the policy at once.
    QVERIFY(fixture.policy->current()->partner(id));
}

void TestAdminApi::wrongDraftNamesItsFields()
{
    AdminFixture fixture;
    QJsonObject draft = fixture.draft(u"beta"_s);
    draft.insert(u"slug"_s, u"Not A Slug"_s);
    draft.insert(u"country"_s, u"XQ"_s);
    draft.insert(u"time_zone"_s, u"Mars/Base"_s);
    draft.insert(u"scopes"_s, QJsonArray{u"orders:*"_s});
    const Reply reply = fixture.post("/partners", draft);
    QCOMPARE(reply.status, 422);
    QStringList pointers;
    const QJsonArray errors = reply.json.value(u"errors"_s).toArray();
    for (const QJsonValue &error : errors)
        pointers.append(error.toObject().value(u"pointer"_s).toString());
    for (const QString &wanted : {u"/slug"_s, u"/country"_s, u"/time_zone"_s, u"/scopes/0"_s})
        QVERIFY2(pointers.contains(wanted), qPrintable(wanted));
    (void)fixture.makePartner(u"taken"_s);
    const Reply again = fixture.post("/partners", fixture.draft(u"taken"_s));
    QCOMPARE(again.json.value(u"errors"_s).toArray().first().toObject().value(u"code"_s).toString(),
             u"taken"_s);
}

void TestAdminApi::writeNeedsAKey()
{
    AdminFixture fixture;
    const Reply reply = fixture.send(HttpMethod::Post, "/partners", fixture.draft(u"gamma"_s), {}, {});
    QCOMPARE(reply.status, 400);
    QCOMPARE(reply.code(), u"idempotency_key_required"_s);
}

void TestAdminApi::sameKeyTwiceMakesOnePartner()
{
    AdminFixture fixture;
    const Reply first = fixture.post("/partners", fixture.draft(u"delta"_s), "once");
    const Reply second = fixture.post("/partners", fixture.draft(u"delta"_s), "once");
    QCOMPARE(first.status, 201);
    QCOMPARE(second.status, 201);
    QCOMPARE(second.body, first.body);
    QCOMPARE(second.etag, first.etag);
    QCOMPARE(fixture.get("/partners").json.value(u"count"_s).toInteger(), 1);
}

void TestAdminApi::sameKeyOtherBodyIsRefused()
{
    AdminFixture fixture;
    QCOMPARE(fixture.post("/partners", fixture.draft(u"delta"_s), "once").status, 201);
    const Reply other = fixture.post("/partners", fixture.draft(u"epsilon"_s), "once");
    QCOMPARE(other.status, 422);
    QCOMPARE(other.code(), u"idempotency_conflict"_s);
    // Another operator's key of the same text is another key.
    fixture.signIn(u"somebody"_s, {u"admin"_s});
    QCOMPARE(fixture.post("/partners", fixture.draft(u"epsilon"_s), "once").status, 201);
}

void TestAdminApi::sameKeyAtOnceIsCarriedOutOnce()
{
    AdminFixture fixture;
    const QJsonObject draft = fixture.draft(u"zeta"_s);
    std::vector<std::thread> threads;
    std::array<std::atomic<int>, 600> seen{};
    for (int i = 0; i < 8; ++i)
        threads.emplace_back(
            [&] { seen.at(static_cast<std::size_t>(fixture.post("/partners", draft, "same").status)) += 1; });
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(seen[201] + seen[409], 8);
    QVERIFY(seen[201] >= 1);
    QCOMPARE(fixture.get("/partners").json.value(u"count"_s).toInteger(), 1);
}

void TestAdminApi::editNeedsTheVersionItWasBasedOn()
{
    AdminFixture fixture;
    const QByteArray path = "/partners/" + fixture.makePartner(u"eta"_s).toLatin1();
    QJsonObject draft = fixture.draft(u"eta"_s);
    draft.insert(u"notes"_s, u"first"_s);
    QCOMPARE(fixture.put(path, draft).status, 428);
    const Reply first = fixture.put(path, draft, {}, u"\"1\""_s);
    QCOMPARE(first.status, 200);
    QCOMPARE(first.etag, u"\"2\""_s);
    draft.insert(u"notes"_s, u"second"_s);
    const Reply late = fixture.put(path, draft, {}, u"\"1\""_s);
    QCOMPARE(late.status, 412);
    QCOMPARE(late.json.value(u"current"_s).toObject().value(u"notes"_s).toString(), u"first"_s);
    QCOMPARE(late.json.value(u"etag"_s).toString(), u"\"2\""_s);
}

void TestAdminApi::replayComesBeforeIfMatch()
{
    AdminFixture fixture;
    const QByteArray path = "/partners/" + fixture.makePartner(u"theta"_s).toLatin1();
    QJsonObject draft = fixture.draft(u"theta"_s);
    draft.insert(u"notes"_s, u"changed"_s);
    fixture.sendAndLose(HttpMethod::Put, path, draft, "edit-1", u"\"1\""_s);
    const Reply again = fixture.put(path, draft, "edit-1", u"\"1\""_s);
    QCOMPARE(again.status, 200);
    QCOMPARE(again.etag, u"\"2\""_s);
    QCOMPARE(fixture.get(path).etag, u"\"2\""_s);
}

void TestAdminApi::listPagesWithoutLossOrRepetition()
{
    AdminFixture fixture;
    QStringList made;
    for (int i = 0; i < 23; ++i)
        made.append(fixture.makePartner(u"p%1"_s.arg(i, 2, 10, QLatin1Char('0'))));
    for (const QByteArray sort : {"name", "-name", "created_at", "quota", "stage", "-last_call_at"}) {
        const QStringList seen = walk(fixture, "/partners?limit=5&sort=" + sort, 23);
        QCOMPARE(seen.size(), 23);
        QCOMPARE(QSet<QString>(seen.begin(), seen.end()).size(), 23);
    }
    const QByteArray foreign =
        fixture.get("/partners?limit=5&sort=name").json.value(u"next_cursor"_s).toString().toLatin1();
    QCOMPARE(fixture.get("/partners?sort=created_at&cursor=" + foreign).code(), u"bad_cursor"_s);
}

void TestAdminApi::credentialListPagesInItsOrder()
{
    AdminFixture fixture;
    const QString partner = fixture.makePartner(u"iota"_s);
    QStringList made;
    for (int i = 0; i < 5; ++i) {
        fixture.clock.advance(std::chrono::seconds(1));
        made.append(fixture.makeCredential(partner).id);
    }
    QCOMPARE(walk(fixture, "/credentials?limit=2&sort=created_at", 5), made);
    std::reverse(made.begin(), made.end());
    QCOMPARE(walk(fixture, "/credentials?limit=2&sort=-created_at", 5), made);
    for (const QByteArray sort : {"name", "-state", "expires_at", "-last_used_at", "partner"}) {
        const QStringList seen = walk(fixture, "/credentials?limit=2&sort=" + sort, 5);
        QCOMPARE(seen.size(), 5);
        QCOMPARE(QSet<QString>(seen.begin(), seen.end()).size(), 5);
    }
}

/// By id and by name, whole or in part; what nobody is called finds nothing.
void TestAdminApi::credentialsAreFound()
{
    AdminFixture fixture;
    const QString partner = fixture.makePartner(u"found"_s);
    const QString first = fixture.makeCredential(partner).id;
    const QString second = fixture.makeCredential(partner).id;
    const auto found = [&fixture](const QString &text) {
        QStringList ids;
        const Reply reply = fixture.get("/credentials?q=" + text.toUtf8().toPercentEncoding());
        const QJsonArray items = reply.json.value(u"items"_s).toArray();
        for (const QJsonValue &item : items)
            ids.append(item[u"id"_s].toString());
        ids.sort();
        return ids;
    };
    QStringList both{first, second};
    both.sort();
    const QString name = fixture.get("/credentials/" + first.toLatin1()).json.value(u"name"_s).toString();
    QCOMPARE(found(first), QStringList{first});
    QCOMPARE(found(second.toUpper()), QStringList{second});
    QVERIFY(found(name.left(4).toUpper()).contains(first));
    QCOMPARE(found({}), both);
    QCOMPARE(found(u"nobody-is-called-so"_s), QStringList());
}

void TestAdminApi::unknownParameterIsRefused()
{
    AdminFixture fixture;
    for (const QByteArray query :
         {"colour=red", "limit=0", "limit=1001", "stage=moon", "q=a&q=b", "sort=secret", "limit=x"})
        QCOMPARE(fixture.get("/partners?" + query).code(), u"bad_parameter"_s);
    QCOMPARE(fixture.get("/audit/events?from=yesterday").code(), u"bad_parameter"_s);
    // Operations that take none refuse any.
    for (const QByteArray path : {"/session?x=1", "/audit/checkpoint?x=1", "/partners/prt_x?limit=1"})
        QCOMPARE(fixture.get(path).code(), u"bad_parameter"_s);
    QCOMPARE(fixture.post("/partners?dry=1", fixture.draft(u"dry"_s)).code(), u"bad_parameter"_s);
}

void TestAdminApi::promotionWaitsForItsGates()
{
    AdminFixture fixture;
    const QString id = fixture.makePartner(u"iota"_s);
    const QByteArray path = "/partners/" + id.toLatin1();
    const QJsonObject act{{u"reason"_s, u"Ready"_s}, {u"ticket"_s, QString()}};
    const Reply early = fixture.post(path + "/promote", act, {}, u"\"1\""_s);
    QCOMPARE(early.status, 409);
    QCOMPARE(early.code(), u"gates_open"_s);
    const AdminFixture::Issued credential = fixture.makeCredential(id);
    std::vector<CallRecord> calls;
    for (int i = 0; i < 10; ++i) {
        CallRecord call = fixture.servedCall(id, credential.id, i);
        call.routeId = u"rte_orders"_s;
        call.scope = u"orders:read"_s;
        fixture.calls->push(call);
    }
    fixture.administration->start();
    QTRY_COMPARE(fixture.get("/calls?partner_id=" + id.toLatin1()).json.value(u"count"_s).toInteger(), 10);
    QCOMPARE(fixture.post(path + "/promote", act, {}, u"\"1\""_s).code(), u"gates_open"_s); // the networks
    fixture.waiveNetworks(id);
    const Reply gates = fixture.get(path + "/gates");
    const QJsonArray all = gates.json.value(u"gates"_s).toArray();
    for (const QJsonValue &gate : all)
        QVERIFY2(gate.toObject().value(u"passed"_s).toBool(),
                 qPrintable(gate.toObject().value(u"id"_s).toString()));
    QCOMPARE(fixture.post(path + "/promote", act, {}, u"\"1\""_s).status, 200);
    QCOMPARE(fixture.policy->current()->partner(id)->stage, Stage::Limited);
    // Usage is in every view of it.
    const QByteArray hour =
        toDateTime(fixture.clock.now().wall).addSecs(-3600).toString(Qt::ISODate).toLatin1();
    const QByteArray next =
        toDateTime(fixture.clock.now().wall).addSecs(3600).toString(Qt::ISODate).toLatin1();
    for (const QByteArray by : {"outcome", "route", "credential", "generation", "source"}) {
        const Reply series =
            fixture.get(path + "/usage?from=" + hour + "&to=" + next + "&bucket=hour&by=" + by);
        QCOMPARE(series.status, 200);
        QCOMPARE(series.json.value(u"lines"_s).toArray().first().toObject().value(u"total"_s).toInteger(),
                 10);
    }
    const Reply use = fixture.get("/credentials/" + credential.id.toLatin1() + "/use");
    QCOMPARE(use.json.value(u"calls24h"_s).toInteger() + use.json.value(u"calls_24h"_s).toInteger(), 10);
    QCOMPARE(fixture.get(path).json.value(u"summary"_s).toObject().value(u"health"_s).toString(),
             u"healthy"_s);
}

void TestAdminApi::grantFollowsLawfulBasis()
{
    AdminFixture fixture;
    const QByteArray path = "/partners/" + fixture.makePartner(u"kappa"_s).toLatin1() + "/grant";
    const Reply before = fixture.get(path);
    QCOMPARE(before.status, 200);
    QJsonObject edit{{u"plan_id"_s, u"pln_volume"_s},
                     {u"scopes"_s, QJsonArray{u"orders:read"_s}},
                     {u"resources"_s, QJsonArray()},
                     {u"reason"_s, u"Narrowed"_s},
                     {u"ticket"_s, u"OPS-1"_s}};
    const Reply after = fixture.put(path, edit, {}, before.etag);
    QCOMPARE(after.status, 200);
    const QString id = after.json.value(u"partner_id"_s).toString();
    QCOMPARE(fixture.policy->current()->partner(id)->scopes, QStringList{u"orders:read"_s});
    QCOMPARE(fixture.get("/partners/" + id.toLatin1()).json.value(u"plan_id"_s).toString(), u"pln_volume"_s);
    // Whether a scope is used is answered of every scope, also of those that were taken away.
    const auto names = [&fixture](const QByteArray &where, const QString &member) {
        QStringList found;
        const Reply reply = fixture.get(where);
        for (const QJsonValue &each : reply.json.value(u"items"_s).toArray())
            found.append(each.toObject().value(member).toString());
        found.sort();
        return found;
    };
    const QStringList known = names("/scopes", u"name"_s);
    QVERIFY(known.size() > 1);
    QCOMPARE(names("/partners/" + id.toLatin1() + "/scope-use", u"scope"_s), known);
    // A basis that does not cover a scope refuses it, and cannot be set while it is granted.
    QJsonObject draft = fixture.draft(u"lambda"_s);
    draft.insert(u"lawful_basis"_s, u"public_task"_s);
    draft.insert(u"scopes"_s, QJsonArray{u"customers:read"_s});
    QCOMPARE(fixture.post("/partners", draft).status, 422);
    edit.insert(u"scopes"_s, QJsonArray{u"orders:read"_s, u"nothing:here"_s});
    QCOMPARE(fixture.put(path, edit, {}, after.etag).status, 422);
}

QTEST_GUILESS_MAIN(TestAdminApi)
#include "tst_admin_api.moc"
