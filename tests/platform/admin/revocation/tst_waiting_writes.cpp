// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/admin/revocation/revocation_fixture.h"

#include "contract/codec/base64url.h"
#include "platform/service/handler_table.h"
#include "platform/store/rows/catalogue_rows.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;
using namespace pc::platform::test;

namespace {

/// What an answer stands on.
enum class Waiting {
    ForDecisions, ///< no decision in flight may go by the policy before: the default
    Widens,       ///< proven to take nothing away
    NoRule,       ///< decides nothing
};

/// The writes that do not wait; every other one does.
Waiting waitingOf(Op op)
{
    switch (op) {
    case Op::PartnerCreate:
    case Op::PartnerUnfreeze:
    case Op::CredentialIssue:
    case Op::CredentialResume:
    case Op::ImportPartners: // what it changes of one that is there waits, as any edit
    case Op::ImportKeys:
    case Op::ImportClientIds:
    case Op::ImportPlans: // likewise of one that partners have
    case Op::PlanCreate:  // nobody has it yet
        return Waiting::Widens;
    case Op::CheckpointMake:
    case Op::JobStart:
    case Op::JobCancel:
    case Op::JobResume:
    case Op::RevisionPropose:
    case Op::RevisionRule:
    case Op::RevisionRemove:
        return Waiting::NoRule;
    default:
        return Waiting::ForDecisions;
    }
}

bool isWrite(Op op)
{
    return std::holds_alternative<WriteHandler>(handlers::handlerOf(op));
}

/// A partner that may be promoted, beside the one of the fixture.
QByteArray makeReady(AdminFixture &admin)
{
    const QString id = admin.makePartner(u"ready"_s);
    const AdminFixture::Issued credential = admin.makeCredential(id);
    admin.waiveNetworks(id);
    for (int i = 0; i < 10; ++i) {
        CallRecord call = admin.servedCall(id, credential.id, i);
        call.routeId = u"rte_orders"_s;
        call.scope = u"orders:read"_s;
        admin.calls->push(call);
    }
    admin.administration->start();
    if (!QTest::qWaitFor(
            [&] {
                return admin.get("/calls?partner_id=" + id.toLatin1()).json.value(u"count"_s).toInteger() ==
                       10;
            },
            20'000))
        qFatal("no calls");
    return "/partners/" + id.toLatin1();
}

/// The path of a job that waits: nothing carries it out here.
QByteArray startJob(AdminFixture &admin)
{
    const Reply started = admin.post("/jobs", {{u"kind"_s, u"audit.verify"_s}});
    return "/jobs/" + started.json.value(u"id"_s).toString().toLatin1();
}

QJsonObject apiDraft(const QString &basePath)
{
    return {{u"name"_s, QString(u"API "_s + basePath)},
            {u"host"_s, QString()},
            {u"base_path"_s, basePath},
            {u"audience"_s, QString(u"https://api.example"_s + basePath)},
            {u"reason"_s, u"why"_s}};
}

QJsonObject observationDraft(const AdminFixture &admin)
{
    return {{u"kind"_s, u"api"_s},
            {u"target"_s, u"api_demo"_s},
            {u"until"_s, admin.administration->context().now().addDays(7).toString(Qt::ISODateWithMs)},
            {u"reason"_s, u"why"_s}};
}

QJsonObject versionDraft(const AdminFixture &admin, int days)
{
    return {{u"path_prefix"_s, u"/api/v1/orders"_s},
            {u"sunset_at"_s, admin.administration->context().now().addDays(days).toString(Qt::ISODateWithMs)},
            {u"reason"_s, u"why"_s}};
}

QByteArray makeVersion(AdminFixture &admin)
{
    const Reply made = admin.post("/apis/api_demo/versions", versionDraft(admin, 90));
    return "/apis/api_demo/versions/" + made.json.value(u"id"_s).toString().toLatin1();
}

QJsonObject planDraft(const QString &name, double rate)
{
    const QJsonObject limits{{u"rate"_s, rate}, {u"burst"_s, 5}, {u"daily_quota"_s, 1000}};
    return {{u"name"_s, name},      {u"description"_s, QString()}, {u"sandbox"_s, limits},
            {u"limited"_s, limits}, {u"production"_s, limits},     {u"reason"_s, u"why"_s}};
}

QByteArray makeApi(AdminFixture &admin)
{
    const Reply made = admin.post("/apis", apiDraft(u"/made"_s));
    return "/apis/" + made.json.value(u"id"_s).toString().toLatin1();
}

constexpr char description[] =
    R"({"openapi":"3.1.0","info":{"title":"t","version":"1"},"paths":{"/a":{"get":{}}}})";

QByteArray makeProposal(AdminFixture &admin, const QByteArray &api)
{
    const Reply made = admin.postFile(api + "/revisions", description);
    return api + "/revisions/" + made.json.value(u"id"_s).toString().toLatin1();
}

/// A request of this operation that is carried out.
Act requestOf(Op op, RevocationFixture &fixture)
{
    AdminFixture &admin = fixture.admin;
    const SealingKey key = SealingKey::generate(admin.random);
    const auto postAct = [](const QByteArray &path, const QString &etag = {}) {
        return Act{path, HttpMethod::Post, act(), etag};
    };
    switch (op) {
    case Op::PartnerCreate:
        return {"/partners", HttpMethod::Post, admin.draft(u"new"_s), {}};
    case Op::PartnerEdit:
        return fixture.actNamed(u"smaller plan"_s);
    case Op::PartnerPromote: {
        const QByteArray ready = makeReady(admin);
        return postAct(ready + "/promote", admin.get(ready).etag);
    }
    case Op::PartnerFreeze:
        return fixture.actNamed(u"freeze"_s);
    case Op::PartnerUnfreeze: {
        const Reply frozen = fixture.begin(fixture.actNamed(u"freeze"_s)).get();
        return postAct("/partners/{p}/unfreeze", frozen.etag);
    }
    case Op::CredentialIssue:
        return {"/partners/{p}/credentials", HttpMethod::Post, admin.issueBody(key.publicKey()), {}};
    case Op::CredentialAck: {
        const QString id = admin.makeCredential(fixture.partner).id;
        const QByteArray path = "/credentials/" + id.toLatin1();
        const Reply rotated =
            admin.post(path + "/rotate", fixture.rotateBody(key), "again", admin.get(path).etag);
        const Secret secret = AdminFixture::unseal(rotated.json, key, "again");
        return {path + "/generations/2/ack",
                HttpMethod::Post,
                {{u"digest"_s, QString::fromLatin1(toBase64Url(ackDigest(secret, id, 2)))}},
                {}};
    }
    case Op::CredentialRotate:
        return fixture.actNamed(u"emergency rotation"_s);
    case Op::CredentialGrace:
        return fixture.actNamed(u"nearer grace"_s);
    case Op::CredentialSuspend:
        return fixture.actNamed(u"suspend"_s);
    case Op::CredentialResume: {
        const Reply suspended = fixture.begin(fixture.actNamed(u"suspend"_s)).get();
        return postAct("/credentials/{c}/resume", suspended.etag);
    }
    case Op::CredentialRevoke:
        return fixture.actNamed(u"revoke"_s);
    case Op::GrantEdit:
        return fixture.actNamed(u"fewer scopes"_s);
    case Op::ApiCreate:
        return {"/apis", HttpMethod::Post, apiDraft(u"/new"_s), {}};
    case Op::ApiEdit: {
        const QByteArray api = makeApi(admin);
        return {api, HttpMethod::Put, apiDraft(u"/other"_s), admin.get(api).etag};
    }
    case Op::ApiRemove: {
        const QByteArray api = makeApi(admin);
        return postAct(api + "/remove", admin.get(api).etag);
    }
    case Op::ScopeEdit:
        return {"/scope?scope=orders:read",
                HttpMethod::Put,
                {{u"title"_s, u"Orders"_s},
                 {u"sentence"_s, QString()},
                 {u"data_categories"_s, QJsonArray{u"orders"_s}},
                 {u"lawful_bases"_s, QJsonArray{u"contract"_s}},
                 {u"sensitive"_s, true},
                 {u"reason"_s, u"why"_s}},
                admin.get("/scope?scope=orders:read").etag};
    case Op::ScopeRemove: {
        (void)admin.administration->context().store.writeNow<bool>([](Tx &tx) {
            Scope idle;
            idle.name = u"idle"_s;
            idle.apiId = u"api_demo"_s;
            catalogue_rows::put(tx, idle);
            return true;
        });
        return postAct("/scope/remove?scope=idle", admin.get("/scope?scope=idle").etag);
    }
    case Op::PlanCreate:
        return {"/plans", HttpMethod::Post, planDraft(u"New"_s, 5), {}};
    case Op::PlanEdit:
        return {"/plans/pln_volume", HttpMethod::Put, planDraft(u"Volume"_s, 1),
                admin.get("/plans/pln_volume").etag};
    case Op::PlanRemove:
        return postAct("/plans/pln_starter/remove", admin.get("/plans/pln_starter").etag);
    case Op::ImportPartners:
        return {"/imports/partners?format=json&apply=true&reason=moved",
                HttpMethod::Post,
                {{u"partners"_s, QJsonArray{QJsonObject{{u"slug"_s, u"moved"_s},
                                                        {u"name"_s, u"Moved"_s},
                                                        {u"legal_name"_s, u"Moved Ltd"_s},
                                                        {u"country"_s, u"DE"_s},
                                                        {u"owner"_s, u"tester"_s},
                                                        {u"plan"_s, u"pln_standard"_s},
                                                        {u"lawful_basis"_s, u"contract"_s}}}}},
                {}};
    case Op::ImportKeys:
        return {"/imports/keys?format=json&apply=true&reason=moved",
                HttpMethod::Post,
                {{u"keys"_s, QJsonArray{QJsonObject{
                                 {u"partner"_s,
                                  admin.get("/partners/" + fixture.partner.toLatin1()).json.value("slug"_L1)},
                                 {u"name"_s, u"moved"_s},
                                 {u"scheme"_s, u"sha256"_s},
                                 {u"hash"_s, QString(64, u'a')},
                                 {u"header"_s, u"X-Partner-Key"_s},
                                 {u"scopes"_s, u"orders:read"_s},
                                 {u"realm"_s, u"sbx"_s},
                                 {u"owner"_s, u"tester"_s},
                                 {u"expires_at"_s, admin.firstDay.addDays(30).toString(Qt::ISODate)}}}}},
                {}};
    case Op::ImportPlans:
        return {"/imports/plans?format=json&apply=true&reason=moved",
                HttpMethod::Post,
                {{u"plans"_s, QJsonArray{QJsonObject{{u"name"_s, u"Moved"_s},
                                                     {u"sandbox_rate"_s, 5},
                                                     {u"sandbox_burst"_s, 10},
                                                     {u"limited_rate"_s, 5},
                                                     {u"limited_burst"_s, 10},
                                                     {u"production_rate"_s, 50},
                                                     {u"production_burst"_s, 100}}}}},
                {}};
    case Op::ImportClientIds:
        return {
            "/imports/client-ids?format=json&apply=true&reason=moved",
            HttpMethod::Post,
            {{u"client_ids"_s,
              QJsonArray{QJsonObject{
                  {u"partner"_s, admin.get("/partners/" + fixture.partner.toLatin1()).json.value("slug"_L1)},
                  {u"client_id"_s, u"moved-app"_s},
                  {u"realm"_s, u"sbx"_s},
                  {u"owner"_s, u"tester"_s},
                  {u"expires_at"_s, admin.firstDay.addDays(30).toString(Qt::ISODate)}}}}},
            {}};
    case Op::RevisionPropose:
        return {makeApi(admin) + "/revisions",
                HttpMethod::Post,
                QJsonDocument::fromJson(description).object(),
                {}};
    case Op::RevisionRule:
        return {makeProposal(admin, makeApi(admin)) + "/rule",
                HttpMethod::Put,
                {{u"otherwise"_s, u"one"_s},
                 {u"prefix"_s, QString()},
                 {u"named"_s, true},
                 {u"read_and_write"_s, true}},
                {}};
    case Op::RevisionApply: {
        const QByteArray api = makeApi(admin);
        return postAct(makeProposal(admin, api) + "/apply?revision_version=1", admin.get(api).etag);
    }
    case Op::RevisionRemove:
        return postAct(makeProposal(admin, makeApi(admin)) + "/remove");
    case Op::ObservationBegin:
        return {"/observations", HttpMethod::Post, observationDraft(admin), {}};
    case Op::ObservationEnd: {
        const Reply begun = admin.post("/observations", observationDraft(admin));
        return postAct("/observations/" + begun.json.value(u"id"_s).toString().toLatin1() + "/end");
    }
    case Op::ObservationExtend: {
        const Reply begun = admin.post("/observations", observationDraft(admin));
        QJsonObject body{
            {u"until"_s, admin.administration->context().now().addDays(9).toString(Qt::ISODateWithMs)},
            {u"reason"_s, u"why"_s}};
        return {"/observations/" + begun.json.value(u"id"_s).toString().toLatin1() + "/extend",
                HttpMethod::Post,
                body,
                {}};
    }
    case Op::VersionCreate:
        return {"/apis/api_demo/versions", HttpMethod::Post, versionDraft(admin, 90), {}};
    case Op::VersionEdit: // brought forward
        return {makeVersion(admin), HttpMethod::Put, versionDraft(admin, 1), u"\"1\""_s};
    case Op::VersionEnd:
        return postAct(makeVersion(admin) + "/end");
    case Op::VersionRemove:
        return postAct(makeVersion(admin) + "/remove", u"\"1\""_s);
    case Op::NetworksEdit:
        return fixture.actNamed(u"fewer networks"_s);
    case Op::CheckpointMake:
        return {"/audit/checkpoint", HttpMethod::Post, {}, {}};
    case Op::JobStart:
        return {"/jobs", HttpMethod::Post, {{u"kind"_s, u"audit.verify"_s}}, {}};
    case Op::JobCancel:
        return {startJob(admin) + "/cancel", HttpMethod::Post, {}, {}};
    case Op::JobResume: {
        const QByteArray job = startJob(admin);
        (void)admin.post(job + "/cancel");
        return {job + "/resume", HttpMethod::Post, {}, {}};
    }
    default:
        qFatal("no request of this write is known here");
    }
}

} // namespace

/// Every write is answered when no decision in flight stands on the policy before, but for those that are
/// proven to take nothing away.
class TestWaitingWrites : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyWriteWaitsForDecisionsInFlight_data()
    {
        QTest::addColumn<int>("op");
        for (const Operation &each : operations())
            if (isWrite(each.op))
                QTest::newRow(each.id) << static_cast<int>(each.op);
    }
    void everyWriteWaitsForDecisionsInFlight()
    {
        QFETCH(int, op);
        const Waiting waiting = waitingOf(static_cast<Op>(op));
        RevocationFixture fixture;
        const Act wanted = requestOf(static_cast<Op>(op), fixture);
        const QString cursor = fixture.admin.feedCursor();
        fixture.admin.logged.clear();
        PolicyRef inFlight = fixture.admin.policy->current();
        std::future<Reply> answer = fixture.begin(wanted);
        // Committed: the feed has it.
        if (waiting != Waiting::NoRule)
            QTRY_VERIFY(!fixture.admin.toldAfter(cursor).isEmpty());
        if (waiting == Waiting::ForDecisions)
            QCOMPARE(answer.wait_for(std::chrono::milliseconds(100)), std::future_status::timeout);
        else
            QCOMPARE(answer.wait_for(std::chrono::seconds(2)), std::future_status::ready);
        inFlight.reset();
        QCOMPARE(answer.wait_for(std::chrono::seconds(20)), std::future_status::ready);
        const Reply reply = answer.get();
        QVERIFY2(reply.status / 100 == 2, reply.body.constData());
        QVERIFY(!fixture.admin.logged.contains("revocation_not_drained"));
    }

    /// What may take access away is named, so that the keys of such acts are remembered.
    void whatMayNarrowIsNamed()
    {
        const QSet<QString> named{u"partner.edit"_s,      u"partner.freeze"_s,   u"credential.ack"_s,
                                  u"credential.rotate"_s, u"credential.grace"_s, u"credential.suspend"_s,
                                  u"credential.revoke"_s, u"grant.edit"_s,       u"networks.edit"_s};
        QCOMPARE(handlers::narrowingOperations(), named);
    }

    /// Of a plan what gives more to all does not wait, what takes anything does.
    void aPlanThatGivesMoreDoesNotWait()
    {
        RevocationFixture fixture;
        AdminFixture &admin = fixture.admin;
        QJsonObject more = admin.get("/plans/pln_volume").json;
        for (const QString &each : {u"id"_s, u"version"_s, u"partners"_s})
            more.remove(each);
        more.insert(u"reason"_s, u"why"_s);
        QJsonObject limits = more.value(u"sandbox"_s).toObject();
        limits.insert(u"burst"_s, limits.value(u"burst"_s).toInt() + 1);
        more.insert(u"sandbox"_s, limits);
        PolicyRef inFlight = admin.policy->current();
        const Act wider{"/plans/pln_volume", HttpMethod::Put, more, admin.get("/plans/pln_volume").etag};
        std::future<Reply> answer = fixture.begin(wider);
        QCOMPARE(answer.wait_for(std::chrono::seconds(20)), std::future_status::ready);
        const Reply reply = answer.get();
        QVERIFY2(reply.status == 200, reply.body.constData());
        QCOMPARE(fixture.rule().limits.sandbox.burst, limits.value(u"burst"_s).toInt());
    }

    /// An edit with which a plan goes both ways at once, here up and with fewer scopes: it is not proven to
    /// widen, and waits.
    void whatWidensInPartWaits()
    {
        RevocationFixture fixture;
        Act mixed = fixture.actNamed(u"smaller limits"_s);
        mixed.body.insert(u"scopes"_s, QJsonArray{u"orders:read"_s, u"products:read"_s, u"invoices:read"_s});
        PolicyRef inFlight = fixture.admin.policy->current();
        std::future<Reply> answer = fixture.begin(mixed);
        QTRY_VERIFY(fixture.rule().scopes.contains(u"invoices:read"_s)); // committed
        QCOMPARE(answer.wait_for(std::chrono::milliseconds(100)), std::future_status::timeout);
        inFlight.reset();
        QCOMPARE(answer.wait_for(std::chrono::seconds(20)), std::future_status::ready);
        QCOMPARE(answer.get().status, 200);
    }
};

QTEST_GUILESS_MAIN(TestWaitingWrites)
#include "tst_waiting_writes.moc"
