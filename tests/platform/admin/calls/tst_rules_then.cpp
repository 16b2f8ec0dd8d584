// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules/explained_facts.h"
#include "platform/core/decision/record_fields.h"
#include "platform/domain/audit_diff.h"
#include "platform/store/audit/audit_log.h"
#include "tests/platform/admin/calls/explain_fixture.h"

#include <QtTest>

#include <future>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace pc;
using namespace pc::platform;
using namespace pc::platform::test;
using R = DecisionReason;
using F = ExplainFixture;

namespace {

const QString orders = u"orders:read"_s;

QJsonObject overriding(double rate, int burst, int quota, const QDateTime &until = {})
{
    QJsonObject own{
        {u"limits"_s, QJsonObject{{u"rate"_s, rate}, {u"burst"_s, burst}, {u"daily_quota"_s, quota}}},
        {u"reason"_s, u"Test"_s}};
    if (until.isValid())
        own.insert(u"until"_s, until.toString(Qt::ISODateWithMs));
    return {{u"limit_override"_s, own}};
}

/// Called until it is throttled.
CallRecord throttled(F &fixture)
{
    for (int i = 0; i < 1000; ++i) {
        const CallRecord record = fixture.tokenCall();
        if (record.outcome == Outcome::Throttled)
            return record;
    }
    qFatal("no limit");
}

Reply editPlan(F &fixture, double rate, int burst)
{
    const Reply before = fixture.admin.get("/plans/pln_standard");
    const QJsonObject limits{{u"rate"_s, rate}, {u"burst"_s, burst}, {u"daily_quota"_s, 5000}};
    return fixture.admin.put("/plans/pln_standard",
                             {{u"name"_s, before.json.value(u"name"_s)},
                              {u"description"_s, before.json.value(u"description"_s)},
                              {u"sandbox"_s, limits},
                              {u"limited"_s, before.json.value(u"limited"_s)},
                              {u"production"_s, before.json.value(u"production"_s)},
                              {u"reason"_s, u"Reviewed"_s}},
                             {}, before.etag);
}

} // namespace

/// Which event made a rule what it was, among others of the same object.
class TestRulesThen : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// A grace that ended: the acknowledgement of the newer secret set its end, and nobody else did it.
    void aSecretWhoseGraceIsOver()
    {
        F fixture;
        fixture.later(1h);
        (void)rotateAndAcknowledge(fixture.admin, fixture.secret, 3600);
        const AuditEvent acknowledged = fixture.newest("credential.ack");
        QCOMPARE(fixture.tokenCall().reason, R::Allowed); // with the first, in its grace
        fixture.later(2h);
        const CallRecord record = fixture.tokenCall();
        QCOMPARE(record.reason, R::CredentialExpired);
        const CallExplanation why = fixture.explain(record);
        QCOMPARE(why.rule.cause->id, acknowledged.id);
        QCOMPARE(fixture.value(why.rule.facts, facts::byTime), u"true"_s);
        QVERIFY(!fixture.value(why.rule.facts, facts::graceUntil).isEmpty());
        QCOMPARE(why.remedies, (QList<Remedy>{{RemedyKind::UseNewerSecret, {}, {}, u"2"_s}}));
        QCOMPARE(fixture.refusals(acknowledged.id).calls, 1);
        QCOMPARE(fixture.refusals(acknowledged.id).filter, why.alike);
    }

    /// The end of the grace was moved, then taken at once: each of the events has its calls.
    void aGraceThatWasEnded()
    {
        F fixture;
        fixture.later(1h);
        const Rotated rotated = rotateAndAcknowledge(fixture.admin, fixture.secret, 3600);
        const AuditEvent acknowledged = fixture.newest("credential.ack");
        const QString path = u"/credentials/"_s + fixture.credential;
        const Reply ended = fixture.admin.post(
            path.toLatin1() + "/grace",
            {{u"until"_s, toDateTime(fixture.admin.clock.now().wall).toString(Qt::ISODateWithMs)},
             {u"reason"_s, u"leaked"_s}},
            {}, rotated.acknowledged.etag);
        QCOMPARE(ended.status, 200);
        const AuditEvent grace = fixture.newest("credential.grace");
        const CallRecord record = fixture.tokenCall();
        QCOMPARE(record.reason, R::CredentialRevoked);
        const CallExplanation why = fixture.explain(record);
        QCOMPARE(why.rule.cause->id, grace.id);
        QVERIFY(fixture.value(why.rule.facts, facts::byTime).isEmpty());
        QCOMPARE(fixture.kindsOf(why), QList{RemedyKind::UseNewerSecret});
        QCOMPARE(fixture.refusals(grace.id).calls, 1);
        QCOMPARE(fixture.refusals(acknowledged.id).calls, 0);
    }

    /// Of three secrets: what ended the first is not what ended the second.
    void eachSecretHasItsEnd()
    {
        F fixture;
        fixture.later(1h);
        const Rotated second = rotateAndAcknowledge(fixture.admin, fixture.secret, 0);
        const AuditEvent endedFirst = fixture.newest("credential.ack");
        fixture.later(1h);
        AdminFixture::Issued made;
        made.id = fixture.credential;
        made.generation = 2;
        made.etag = second.acknowledged.etag;
        (void)rotateAndAcknowledge(fixture.admin, made, 0);
        const AuditEvent endedSecond = fixture.newest("credential.ack");
        const auto callOf = [&fixture](int generation) {
            return fixture.call(presented::Token{fixture.claims({}, generation)});
        };
        QCOMPARE(fixture.explain(callOf(1)).rule.cause->id, endedFirst.id);
        QCOMPARE(fixture.explain(callOf(2)).rule.cause->id, endedSecond.id);
        QCOMPARE(callOf(3).reason, R::Allowed);
    }

    void anEndThatARotationMoved()
    {
        F fixture;
        fixture.later(24h * 60);
        const SealingKey key = SealingKey::generate(fixture.admin.random);
        QJsonObject body = rotateBody(key.publicKey(), 0);
        body.insert(u"expires_at"_s,
                    toDateTime(fixture.admin.clock.now().wall).addDays(60).toString(Qt::ISODateWithMs));
        const QByteArray idempotency = fixture.admin.freshKey();
        const Reply rotated = fixture.admin.post(path(fixture.credential, "/rotate"), body, idempotency,
                                                 fixture.admin.get(path(fixture.credential)).etag);
        QCOMPARE(rotated.status, 201);
        const Secret text = AdminFixture::unseal(rotated.json, key, idempotency);
        QCOMPARE(fixture.admin.acknowledge(fixture.credential, 2, text).status, 200);
        const AuditEvent moved = fixture.newest("credential.ack");
        const AuditEvent issued = fixture.newest("credential.issue");
        fixture.later(24h * 61);
        const CallRecord record = fixture.call(presented::Token{fixture.claims({}, 2)});
        QCOMPARE(record.reason, R::CredentialExpired);
        const CallExplanation why = fixture.explain(record);
        QCOMPARE(why.rule.cause->id, moved.id);
        QCOMPARE(fixture.value(why.rule.facts, facts::byTime), u"true"_s);
        QCOMPARE(fixture.refusals(issued.id).calls, 0); // its end never came
    }

    /// Taken by a list of the credential, though the realm's lets it through; and the other way round.
    void theListThatDidNotLetItThrough()
    {
        F fixture;
        fixture.later(1h);
        const QJsonArray own{QJsonObject{
            {u"credential_id"_s, fixture.credential},
            {u"entries"_s,
             QJsonArray{QJsonObject{{u"network"_s, u"203.0.113.0/24"_s}, {u"note"_s, u"Office, 2nd"_s}}}}}};
        QCOMPARE(fixture.networks({u"198.51.100.0/24"_s}, {}, own).status, 200);
        const AuditEvent narrowed = fixture.newest("networks.edit");
        const CallRecord ofCredential = fixture.tokenCall();
        QCOMPARE(ofCredential.reason, R::NetworkNotAllowed);
        fixture.later(1h);
        QCOMPARE(fixture.networks({u"198.51.100.0/24"_s, u"192.0.2.0/24"_s}, {}, own).status, 200);
        const CallRecord after = fixture.tokenCall();
        for (const CallRecord &each : {ofCredential, after}) {
            const CallExplanation why = fixture.explain(each);
            QCOMPARE(why.rule.cause->id, narrowed.id);
            QCOMPARE(fixture.value(why.rule.facts, facts::networks), u"203.0.113.0/24"_s);
            QCOMPARE(fixture.value(why.rule.facts, facts::source), u"198.51.100.7"_s);
            QCOMPARE(why.alikeCalls, 2);
        }
        fixture.later(1h);
        QCOMPARE(fixture.networks({u"192.0.2.0/24"_s}).status, 200);
        const AuditEvent moved = fixture.newest("networks.edit");
        const CallExplanation why = fixture.explain(fixture.tokenCall());
        QCOMPARE(why.rule.cause->id, moved.id);
        QCOMPARE(fixture.value(why.rule.facts, facts::networks), u"192.0.2.0/24"_s);
        QCOMPARE(why.alikeCalls, 1);
        QVERIFY(fixture.refusals(moved.id).others.isEmpty()); // the list that went refuses nothing
        // Those of the credential are told once, though both lists had a say.
        const RefusalsOfEvent refusals = fixture.refusals(narrowed.id);
        QCOMPARE(refusals.calls, 2);
        QCOMPARE(refusals.others.size(), 1);
        QCOMPARE(refusals.others.first().calls, 0);
    }

    /// The network that a served call came from is told.
    void theNetworkThatLetItThrough()
    {
        F fixture;
        QCOMPARE(fixture.networks({u"192.0.2.0/24"_s, u"198.51.100.0/28"_s}).status, 200);
        const CallExplanation why = fixture.explain(fixture.tokenCall());
        QCOMPARE(fixture.value(why.checks.at(6).facts, facts::network), u"198.51.100.0/28"_s);
    }

    void limitsOfThePlanAndOfItsOwn()
    {
        F fixture;
        fixture.later(1h);
        QCOMPARE(editPlan(fixture, 1, 2).status, 200);
        const AuditEvent ofPlan = fixture.newest("plan.edit");
        fixture.later(1h);
        const CallRecord byPlan = throttled(fixture);
        const CallExplanation plan = fixture.explain(byPlan);
        QCOMPARE(plan.rule.cause->id, ofPlan.id);
        QCOMPARE(fixture.value(plan.rule.facts, facts::plan), u"pln_standard"_s);
        QCOMPARE(fixture.value(plan.rule.facts, facts::rate), u"1"_s);
        QCOMPARE(fixture.value(plan.rule.facts, facts::burst), u"2"_s);
        const ExplainedCheck failed = fixture.failedOf(plan);
        QCOMPARE(fixture.value(failed.facts, facts::freeAt),
                 byPlan.limits->freeAt.toString(Qt::ISODateWithMs));
        QCOMPARE(fixture.refusals(ofPlan.id).calls, 1);

        fixture.later(1h);
        const QDateTime until = toDateTime(fixture.admin.clock.now().wall).addSecs(2 * 3600);
        QCOMPARE(fixture.grant({orders}, overriding(1, 3, 0, until)).status, 200);
        const AuditEvent own = fixture.newest("grant.edit");
        const CallExplanation byOwn = fixture.explain(throttled(fixture));
        QCOMPARE(byOwn.rule.cause->id, own.id);
        QCOMPARE(fixture.value(byOwn.rule.facts, facts::ownLimits), u"true"_s);
        QCOMPARE(fixture.value(byOwn.rule.facts, facts::burst), u"3"_s);
        QCOMPARE(editPlan(fixture, 1, 1).status, 200); // hidden by them
        QCOMPARE(fixture.explain(throttled(fixture)).rule.cause->id, own.id);

        fixture.later(3h); // over
        const CallExplanation again = fixture.explain(throttled(fixture));
        QCOMPARE(again.call.limits->burst, 1);
        QCOMPARE(again.rule.cause->id, fixture.newest("plan.edit").id);
    }

    /// Their end came after everything else that was changed: it is the time that throttles, and who set it.
    void ownLimitsThatAreOver()
    {
        F fixture;
        fixture.later(1h);
        QCOMPARE(editPlan(fixture, 1, 1).status, 200);
        const QDateTime until = toDateTime(fixture.admin.clock.now().wall).addSecs(3600);
        QCOMPARE(fixture.grant({orders}, overriding(100, 100, 0, until)).status, 200);
        const AuditEvent own = fixture.newest("grant.edit");
        fixture.later(2h);
        const CallExplanation why = fixture.explain(throttled(fixture));
        QCOMPARE(why.call.limits->burst, 1);
        QCOMPARE(why.rule.cause->id, own.id);
        QCOMPARE(fixture.value(why.rule.facts, facts::byTime), u"true"_s);
    }

    /// A route that went with an import, one that needs another scope since, and one that never was.
    void routesOfAnImport()
    {
        F fixture;
        const QByteArray api = fixture.makeApi({"get /goods shop.read", "get /goods/{id} shop.read"});
        QCOMPARE(fixture.grant({orders, u"shop.read"_s}).status, 200);
        const auto made = fixture.issue(u"client_secret"_s, u"sbx"_s, {u"shop.read"_s});
        const auto callOf = [&](const QByteArray &path) {
            F::Asked asked;
            asked.path = path;
            asked.host = "shop.example";
            TokenClaims claims = fixture.claims(made.id, 1, {u"shop.read"_s});
            claims.audience = u"https://shop.example/shop"_s;
            return fixture.call(presented::Token{claims}, asked);
        };
        QCOMPARE(callOf("/v1/goods").reason, R::Allowed);
        const AuditEvent first = fixture.newest("catalogue.apply");
        fixture.later(1h);
        fixture.import(api, {"get /goods shop.all"});
        const AuditEvent second = fixture.newest("catalogue.apply");
        fixture.later(1h);
        fixture.import(api, {"get /goods shop.all", "get /more shop.all"});

        const CallRecord needs = callOf("/v1/goods");
        QCOMPARE(needs.reason, R::MissingScope);
        // The credential has not what is needed now, and never had; that it is needed is the later of the
        // two.
        const CallExplanation scope = fixture.explain(needs);
        QCOMPARE(scope.rule.cause->id, second.id);
        QCOMPARE(fixture.value(scope.rule.facts, facts::scope), u"shop.all"_s);
        QCOMPARE(fixture.refusals(second.id).filter, scope.alike);
        QCOMPARE(fixture.refusals(second.id).calls, 1);

        const CallRecord gone = callOf("/v1/goods/7");
        QCOMPARE(gone.reason, R::UnknownRoute);
        QCOMPARE(fixture.explain(gone).rule.cause->id, second.id);
        QCOMPARE(fixture.explain(gone).alikeCalls, 1);
        const CallRecord never = callOf("/v1/other");
        QCOMPARE(never.reason, R::UnknownRoute);
        QCOMPARE(fixture.explain(never).rule.cause->id, fixture.newest("catalogue.apply").id);
        QCOMPARE(fixture.refusals(first.id), (RefusalsOfEvent{first.id, {}, 0, false, {}}));
    }

    /// Of an API that was removed with its routes.
    void routesOfAnApiThatIsGone()
    {
        F fixture;
        const QByteArray api = fixture.makeApi({"get /goods shop.read"});
        fixture.later(1h);
        const Reply removed = fixture.act(api + "/remove", fixture.admin.get(api).etag);
        QVERIFY2(removed.status == 200, removed.body.constData());
        F::Asked asked;
        asked.path = "/v1/goods";
        asked.host = "shop.example";
        const CallRecord record = fixture.call(fixture.token(), asked);
        QCOMPARE(record.reason, R::UnknownRoute);
        QCOMPARE(fixture.explain(record).rule.cause->action, u"api.remove"_s);
    }

    /// A version that was to end, and did.
    void aVersionWhoseTimeCame()
    {
        F fixture;
        const QDateTime sunset = toDateTime(fixture.admin.clock.now().wall).addDays(2);
        const Reply made = fixture.admin.post("/apis/api_demo/versions",
                                              {{u"path_prefix"_s, u"/api/v1"_s},
                                               {u"sunset_at"_s, sunset.toString(Qt::ISODateWithMs)},
                                               {u"successor_url"_s, u"https://platform.test/v2"_s},
                                               {u"reason"_s, u"v2 is there"_s}});
        QVERIFY2(made.status == 201, made.body.constData());
        const AuditEvent created = fixture.newest("version.create");
        fixture.later(24h);
        QCOMPARE(fixture.tokenCall().reason, R::Allowed);
        fixture.later(48h);
        const CallRecord record = fixture.tokenCall();
        QCOMPARE(record.reason, R::VersionEnded);
        const CallExplanation why = fixture.explain(record);
        QCOMPARE(why.rule.cause->id, created.id);
        QCOMPARE(fixture.value(why.rule.facts, facts::byTime), u"true"_s);
        QCOMPARE(fixture.value(why.rule.facts, facts::version), u"/api/v1"_s);
        QCOMPARE(why.remedies,
                 (QList<Remedy>{{RemedyKind::UseOtherRoute, {}, {}, u"https://platform.test/v2"_s}}));
        QCOMPARE(why.alike.from, std::optional(sunset));
        QCOMPARE(fixture.refusals(created.id).calls, 1);
    }

    /// Of several revoked tokens the one that was presented.
    void theTokenThatWasRevoked()
    {
        F fixture;
        QList<AuditEvent> events;
        QList<TokenClaims> tokens;
        for (int i = 0; i < 3; ++i) {
            TokenClaims claims = fixture.claims();
            claims.jti += QByteArray::number(i);
            claims.digest = tokenDigest(claims.jti);
            std::promise<bool> done;
            fixture.admin.administration->denials().deny(
                {{claims.jti, claims.expiresAt}, fixture.partner, fixture.credential, 1, {}, {}},
                [&done](bool lasting) { done.set_value(lasting); });
            QVERIFY(done.get_future().get());
            tokens.append(claims);
            events.append(fixture.newest("token.revoke"));
        }
        for (int i = 0; i < 3; ++i) {
            const CallRecord record = fixture.call(presented::Token{tokens.at(i)});
            QCOMPARE(record.reason, R::TokenRevoked);
            QCOMPARE(fixture.explain(record).rule.cause->id, events.at(i).id);
        }
    }

    /// In force before it was written, as every revocation is: its event stands behind what the call stood
    /// on.
    void whatIsTakenBeforeItsEvent()
    {
        F fixture;
        fixture.later(1h);
        const auto before = [&](Narrowing narrowing, const auto &act, R reason) {
            const PolicyHolder::Ticket ticket = fixture.admin.policy->narrow(narrowing).ticket;
            const CallRecord record = fixture.decide(fixture.token(), F::Asked());
            (void)fixture.admin.policy->lift(ticket);
            act();
            fixture.store({record});
            QCOMPARE(record.reason, reason);
            const CallExplanation why = fixture.explain(record);
            QVERIFY(why.rule.cause);
            QVERIFY(why.rule.cause->index >= record.auditSize);
            QCOMPARE(fixture.value(why.rule.facts, facts::beforeEvent), u"true"_s);
            QVERIFY(why.alikeCalls >= 1);
        };
        Narrowing suspend;
        suspend.id16 = id16Of(fixture.credential);
        suspend.credential = [](CredentialRule &rule) { rule.state = CredentialState::Suspended; };
        before(
            suspend, [&] { (void)fixture.act(path(fixture.credential, "/suspend")); },
            R::CredentialSuspended);
        QCOMPARE(
            fixture.act(path(fixture.credential, "/resume"), fixture.admin.get(path(fixture.credential)).etag)
                .status,
            200);
        fixture.later(1h);
        Narrowing freeze;
        freeze.partnerId = fixture.partner;
        freeze.partner = [](PartnerRule &rule) { rule.status = PartnerStatus::Frozen; };
        before(
            freeze, [&] { (void)fixture.act("/partners/" + fixture.partner.toLatin1() + "/freeze"); },
            R::PartnerFrozen);
        const QByteArray partner = "/partners/" + fixture.partner.toLatin1();
        QCOMPARE(fixture.act(partner + "/unfreeze", fixture.admin.get(partner).etag).status, 200);
        fixture.later(1h);
        Narrowing scopes;
        scopes.partnerId = fixture.partner;
        scopes.partner = [](PartnerRule &rule) { rule.scopes.clear(); };
        before(
            scopes, [&] { QCOMPARE(fixture.grant({u"products:read"_s}).status, 200); }, R::MissingScope);
    }

    /// What was closed by an act that was refused afterwards is told by the event that says so.
    void whatWasTakenBack()
    {
        F fixture;
        fixture.later(1h);
        Narrowing suspend;
        suspend.id16 = id16Of(fixture.credential);
        suspend.credential = [](CredentialRule &rule) { rule.state = CredentialState::Suspended; };
        const PolicyHolder::Ticket ticket = fixture.admin.policy->narrow(suspend).ticket;
        const CallRecord record = fixture.decide(fixture.token(), F::Asked());
        (void)fixture.admin.policy->lift(ticket);
        AdminContext &context = fixture.admin.administration->context();
        QVERIFY(context.store.writeNow<bool>([&](Tx &tx) {
            AuditEvent event = eventAbout(AuditAction::RevocationTakenBack, fixture.credential,
                                          fixture.credential, fixture.partner);
            event.at = context.now();
            event.actor = u"tester"_s;
            event.changes = {{u"act"_s, u"credential.suspend"_s, {}},
                             {u"in_force_since"_s, context.now().toString(Qt::ISODateWithMs), {}},
                             {u"refused_with"_s, {}, u"not_active"_s}};
            (void)audit_log::append(tx, event);
            return true;
        }));
        fixture.store({record});
        const CallExplanation why = fixture.explain(record);
        QCOMPARE(why.rule.cause->action, u"revocation.taken_back"_s);
        QCOMPARE(why.today.outcome, Outcome::Served);
    }

    /// Without what it stood on nothing is said of the rule; without an event that says it, either.
    void whatIsNotKnown()
    {
        F fixture;
        fixture.later(1h);
        QCOMPARE(fixture.grant({u"products:read"_s}).status, 200);
        CallRecord older = fixture.decide(fixture.token(), F::Asked());
        older.auditSize = 0; // of a release before
        older.snapshot = 0;
        older.tokenDigest.clear();
        older.tokenScopes.clear();
        fixture.store({older});
        const CallExplanation why = fixture.explain(older);
        QCOMPARE(why.rule, RuleThen());
        QCOMPARE(fixture.failedOf(why).check, DecisionCheck::Scope); // that much its reason says
        QCOMPARE(why.today.reason, R::MissingScope);                 // even with all that it may have
        QVERIFY(!why.alike.from);
        QCOMPARE(fixture.grant({orders}).status, 200);
        const CallExplanation now = fixture.explain(older);
        QCOMPARE(now.today.outcome, Outcome::Unknown);
        QCOMPARE(fixture.value(now.today.facts, facts::notRecorded), facts::tokenScopes);

        CallRecord first = fixture.decide(fixture.token(), F::Asked());
        first.id = u"dec_first"_s;
        first.reason = R::PartnerFrozen;
        first.outcome = Outcome::Refused;
        first.auditSize = 1; // nothing was said of the partner yet
        fixture.store({first});
        QVERIFY(!fixture.explain(first).rule.isKnown);
    }
};

QTEST_GUILESS_MAIN(TestRulesThen)
#include "tst_rules_then.moc"
