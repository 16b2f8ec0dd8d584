// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/admin/calls/explain_fixture.h"

#include "platform/core/decision/record_fields.h"
#include "tests/platform/admin/catalogue/catalogue_fixture.h"

#include <QtTest>

namespace pc::platform::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

ExplainFixture::ExplainFixture()
{
    partner = admin.makePartner(u"acme"_s);
    secret = admin.makeCredential(partner);
    credential = secret.id;
    makeAuthorizer();
}

void ExplainFixture::makeAuthorizer()
{
    m_authorizer = std::make_unique<Authorizer>(*admin.policy, *admin.peppers, *admin.counters, m_failures,
                                                *admin.calls, admin.clock);
}

void ExplainFixture::reopen()
{
    m_authorizer.reset();
    admin.open();
    makeAuthorizer();
}

CallRecord ExplainFixture::call(Presented presented, const Asked &asked)
{
    const CallRecord record = decide(std::move(presented), asked);
    store({record});
    return record;
}

CallRecord ExplainFixture::decide(Presented presented, const Asked &asked)
{
    CallFacts facts;
    facts.question.presented = std::move(presented);
    facts.question.method = asked.method;
    facts.question.rawPath = asked.path;
    facts.question.host = asked.host;
    facts.question.body = asked.body;
    facts.question.headersAcceptable = asked.headersAcceptable;
    if (asked.isRegistered)
        facts.question.gateway = GatewayIdentity{asked.gateway, asked.gatewayRealm};
    facts.source = asked.source;
    facts.userAgent = "sync/2";
    facts.requestId = "req_" + QByteArray::number(++m_tokens);
    (void)m_authorizer->authorize(std::move(facts));
    const auto records = admin.calls->takeNow().records;
    if (records.size() != 1)
        qFatal("%zu records of a call", records.size());
    return records.front();
}

CallRecord ExplainFixture::tokenCall(const QByteArray &path, const QByteArray &method)
{
    Asked asked;
    asked.path = path;
    asked.method = method;
    return call(token(), asked);
}

CallRecord ExplainFixture::unreadable(DecisionReason reason)
{
    CallFacts facts;
    facts.question.gateway = GatewayIdentity{u"local socket"_s, {}};
    facts.question.rawPath = "/api/v1/orders";
    facts.question.method = "GET";
    facts.source = "198.51.100.7";
    (void)m_authorizer->refuse(facts, reason);
    const auto records = admin.calls->takeNow().records;
    store(records);
    return records.at(0);
}

void ExplainFixture::store(const std::vector<CallRecord> &records)
{
    AdminContext &context = admin.administration->context();
    const auto stored = context.store.writeNow<bool>([&](Tx &tx) {
        (void)context.usage.add(tx, {records, {}, {}, 0, context.now()});
        return true;
    });
    if (!stored)
        qFatal("not stored: %s", qPrintable(stored.error().text));
}

TokenClaims ExplainFixture::claims(const QString &credentialId, int generation,
                                   const QStringList &scopes) const
{
    const Instant now = admin.clock.now().wall;
    const auto rule =
        admin.policy->current()->credential(id16Of(credentialId.isEmpty() ? credential : credentialId));
    TokenClaims claims;
    claims.jti = "jti-" + rule->id16 + QByteArray::number(generation);
    claims.digest = tokenDigest(claims.jti);
    claims.id16 = rule->id16;
    claims.partnerId = rule->partnerId;
    claims.generation = generation;
    claims.realm = rule->realm;
    claims.scopes = scopes;
    claims.issuedAt = now - 10s;
    claims.expiresAt = now + 590s;
    return claims;
}

Presented ExplainFixture::key(const Secret &text)
{
    auto parsed = parseCredential(text.view(), "pcx");
    if (!parsed)
        qFatal("no key");
    return presented::Key{std::move(*parsed)};
}

AdminFixture::Issued ExplainFixture::issue(const QString &kind, const QString &realm,
                                           const QStringList &scopes)
{
    const SealingKey sealing = SealingKey::generate(admin.random);
    const QByteArray idempotency = admin.freshKey();
    QJsonObject body = admin.issueBody(sealing.publicKey(), realm);
    body.insert(u"kind"_s, kind);
    body.insert(u"scopes"_s, QJsonArray::fromStringList(scopes));
    const Reply issued = admin.post("/partners/" + partner.toLatin1() + "/credentials", body, idempotency);
    if (issued.status != 201)
        qFatal("not issued: %s", issued.body.constData());
    AdminFixture::Issued made;
    made.id = issued.json.value(u"credential"_s).toObject().value(u"id"_s).toString();
    made.generation = 1;
    made.text = AdminFixture::unseal(issued.json, sealing, idempotency);
    const Reply acknowledged = admin.acknowledge(made.id, 1, made.text);
    if (acknowledged.status != 200)
        qFatal("not acknowledged: %s", acknowledged.body.constData());
    made.etag = acknowledged.etag;
    return made;
}

CallExplanation ExplainFixture::explain(const CallRecord &call)
{
    const Reply reply = admin.get("/calls/" + call.id.toLatin1() + "/explanation");
    if (reply.status != 200)
        qFatal("no explanation: %s", reply.body.constData());
    const auto explanation = fromJson<CallExplanation>(reply.json);
    if (!explanation)
        qFatal("not valid at %s", qPrintable(explanation.error().pointer));
    return *explanation;
}

RefusalsOfEvent ExplainFixture::refusals(const QString &eventId)
{
    const Reply reply = admin.get("/audit/events/" + eventId.toLatin1() + "/refusals");
    const auto refusals = fromJson<RefusalsOfEvent>(reply.json);
    if (reply.status != 200 || !refusals)
        qFatal("no refusals: %s", reply.body.constData());
    return *refusals;
}

AuditEvent ExplainFixture::newest(const QByteArray &action)
{
    const QJsonArray events = admin.events("limit=1&action=" + action);
    const auto event = fromJson<AuditEvent>(events.at(0).toObject());
    if (!event)
        qFatal("no event");
    return *event;
}

qint64 ExplainFixture::number(const QString &sql)
{
    return admin.administration->context()
        .store
        .readNow<qint64>([&](Tx &tx) {
            Statement row = tx.queryOnce(sql);
            return row.next() ? row.number(0) : -1;
        })
        .value();
}

Reply ExplainFixture::grant(const QStringList &scopes, const QJsonObject &more)
{
    const QByteArray path = "/partners/" + partner.toLatin1() + "/grant";
    const Reply before = admin.get(path);
    QJsonObject body{{u"plan_id"_s, before.json.value(u"plan_id"_s)},
                     {u"scopes"_s, QJsonArray::fromStringList(scopes)},
                     {u"resources"_s, before.json.value(u"resources"_s).toArray()},
                     {u"reason"_s, u"partner asked for it"_s},
                     {u"ticket"_s, u"OPS-1182"_s}};
    if (before.json.contains(u"limit_override"_s))
        body.insert(u"limit_override"_s, before.json.value(u"limit_override"_s));
    for (auto each = more.begin(); each != more.end(); ++each)
        body.insert(each.key(), each.value());
    return admin.put(path, body, {}, before.etag);
}

Reply ExplainFixture::act(const QByteArray &path, const QString &etag)
{
    return admin.post(path, {{u"reason"_s, u"Test"_s}, {u"ticket"_s, u"OPS-7"_s}}, {}, etag);
}

Reply ExplainFixture::networks(const QStringList &sandbox, const QStringList &production,
                               const QJsonArray &credentials)
{
    const auto lines = [](const QStringList &networks) {
        QJsonArray list;
        for (const QString &network : networks)
            list.append(QJsonObject{{u"network"_s, network}});
        return list;
    };
    const QByteArray path = "/partners/" + partner.toLatin1() + "/networks";
    return admin.put(path,
                     {{u"sandbox"_s, lines(sandbox)},
                      {u"production"_s, lines(production)},
                      {u"credentials"_s, credentials},
                      {u"reason"_s, u"Agreed"_s},
                      {u"ticket"_s, u"OPS-9"_s}},
                     {}, admin.get(path).etag);
}

void ExplainFixture::promote()
{
    const QByteArray path = "/partners/" + partner.toLatin1();
    const Reply reply = act(path + "/promote", admin.get(path).etag);
    if (reply.status != 200)
        qFatal("not promoted: %s", reply.body.constData());
}

QByteArray ExplainFixture::makeApi(const QByteArrayList &operations)
{
    const Reply made = admin.post("/apis", CatalogueFixture::draft(u"shop"_s, u"shop.example"_s, u"/v1"_s));
    if (made.status != 201)
        qFatal("no API: %s", made.body.constData());
    const QByteArray api = "/apis/" + made.json.value(u"id"_s).toString().toLatin1();
    import(api, operations);
    return api;
}

void ExplainFixture::import(const QByteArray &api, const QByteArrayList &operations)
{
    const Reply proposed = admin.postFile(api + "/revisions", described(operations));
    const QByteArray revision = api + "/revisions/" + proposed.json.value(u"id"_s).toString().toLatin1();
    const qint64 version = admin.get(revision).json.value(u"revision"_s)[u"version"].toInteger();
    const Reply applied =
        act(revision + "/apply?revision_version=" + QByteArray::number(version), admin.get(api).etag);
    if (applied.status != 200)
        qFatal("not applied: %s", applied.body.constData());
}

void ExplainFixture::later(std::chrono::nanoseconds by)
{
    admin.clock.advance(by);
    admin.signIn(u"tester"_s, {u"admin"_s});
}

QString ExplainFixture::value(const QList<ExplainedFact> &facts, const QString &name)
{
    return values(facts, name).value(0);
}

QStringList ExplainFixture::values(const QList<ExplainedFact> &facts, const QString &name)
{
    QStringList found;
    for (const ExplainedFact &each : facts) {
        if (each.name == name)
            found.append(each.value);
    }
    return found;
}

ExplainedCheck ExplainFixture::failedOf(const CallExplanation &explanation)
{
    for (const ExplainedCheck &each : explanation.checks) {
        if (each.result == CheckResult::Failed)
            return each;
    }
    return {};
}

QList<RemedyKind> ExplainFixture::kindsOf(const CallExplanation &explanation)
{
    QList<RemedyKind> kinds;
    for (const Remedy &each : explanation.remedies)
        kinds.append(each.kind);
    return kinds;
}

} // namespace pc::platform::test
